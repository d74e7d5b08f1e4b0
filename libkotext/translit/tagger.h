/* tagger.h - a log-linear model: what each letter of a word makes, given the letters around it.
 *
 * Each letter has a tag (Hangul units, or sounds). The score of a tag is the sum of the weights of
 * its features: windows of letters, of sounds where they are known, what the rules of the
 * loanword orthography write there, and the tags before. Weights lie in one table of bytes by
 * hash. tools/kttrain learns them by stochastic gradient descent on the tag's probability.
 */
#ifndef KTI_TRANSLIT_TAGGER_H
#define KTI_TRANSLIT_TAGGER_H

#include <stdbool.h>

#include "kotext/base.h"
#include "translit/english.h"

enum {
    KTI_TAGGER_MAGIC = 0x3147544B, /* "KTG1" */
    KTI_TAGGER_WINDOWS = 32,       /* most features of the surroundings */
    KTI_TAGGER_PASTS = 5           /* features of the tags before */
};

typedef struct kti_tagger_head {
    uint32_t magic;
    uint32_t bits; /* 2 to this many weights */
    float scale;   /* a weight's value in 127ths */
    uint32_t reserved;
} kti_tagger_head;

typedef struct kti_tagger {
    const int8_t *weights; /* NULL: the data has no such model */
    unsigned shift;        /* 32 - bits */
    float unit;
} kti_tagger;

/* False when `bytes` is damaged. */
bool kti_tagger_open(kt_str bytes, kti_tagger *out);

/* A word to be tagged. */
typedef struct kti_tagged_word {
    const uint8_t *letters;
    const kti_english_chunk *sounds; /* NULL: not known */
    const uint32_t *rules;           /* tags by rule; NULL: none */
    size_t count;
} kti_tagged_word;

/* The features of letter `at`'s surroundings; returns their number. */
size_t kti_tagger_windows(const kti_tagged_word *word, size_t at,
                          uint32_t features[KTI_TAGGER_WINDOWS]);

/* The features of the tags before, as units or sounds: past[0] is the last. */
void kti_tagger_pasts(const kti_tagged_word *word, size_t at, const uint32_t past[3],
                      uint32_t features[KTI_TAGGER_PASTS]);

/* Where a feature's weight for a tag lies. Tags are numbered by how often their letter has them:
 * those that are weighed together lie together. */
static inline uint32_t kti_tagger_slot(uint32_t feature, uint32_t tag, unsigned shift) {
    return (feature + (tag << shift)) >> shift;
}

static inline float kti_tagger_score(const kti_tagger *tagger, const uint32_t *features,
                                     size_t count, uint32_t tag) {
    int sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += tagger->weights[kti_tagger_slot(features[i], tag, tagger->shift)];
    return (float)sum * tagger->unit;
}

#endif
