/* tagger_train.h - learns the weights of a translit/tagger.h model. */
#ifndef KTTRAIN_TAGGER_TRAIN_H
#define KTTRAIN_TAGGER_TRAIN_H

#include "core/buf.h"
#include "translit/tagger.h"

enum { NO_TAG = UINT16_MAX };

/* One word with its right tags. */
typedef struct tagged {
    kti_tagged_word word;
    const uint32_t *tags;    /* as units or sounds */
    const uint16_t *numbers; /* of the tags among their letter's; NO_TAG: none of them */
    bool held;
} tagged;

typedef struct tagger_task {
    const char *name;
    size_t count;
    tagged (*item)(const void *data, size_t index);
    const void *data;
    unsigned bits;
    int epochs;
} tagger_task;

/* Deterministic. Prints, after each epoch, the share of held-out letters whose tag is likeliest. */
bool train_tagger(const tagger_task *task, kti_buf *out);

#endif
