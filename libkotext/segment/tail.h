/* tail.h - what stands behind a word: stops, dots, laughter, emoticons, closing marks, spaces. */
#ifndef KTI_SEGMENT_TAIL_H
#define KTI_SEGMENT_TAIL_H

#include <stdbool.h>

#include "core/utf8.h"

/* The marks behind a word, by what tells most. The columns of weights.c. */
typedef enum kti_mark {
    KTI_MARK_NONE,   /* nothing but space */
    KTI_MARK_STOP,   /* . ! ? and the like */
    KTI_MARK_DOTS,   /* .. ... */
    KTI_MARK_TILDE,  /* ~ */
    KTI_MARK_LAUGH,  /* ㅋㅋ ㅠㅠ */
    KTI_MARK_JOY,    /* ^^ ♥ emoji */
    KTI_MARK_CLOSER, /* a quotation that closes without a stop of its own */
    KTI_MARKS
} kti_mark;

typedef struct kti_tail {
    size_t word;    /* where the word before it ends; 0 when there was none */
    size_t lead;    /* dots behind a space, which may lead the next word; 0 when there are none */
    unsigned dots;  /* those before `lead` */
    unsigned leads; /* those from it on */
    unsigned laughs;
    bool stop, tilde, joy, closer;
    bool gap;  /* white space */
    bool held; /* a comma or colon: the sentence goes on */
} kti_tail;

/* Starts the tail of the word that ends at `word`. */
void kti_tail_start(kti_tail *tail, size_t word);

/* Takes what stands at `at` into the tail when it is of a tail, and returns its length, else 0. */
size_t kti_tail_take(kti_tail *tail, kt_str text, size_t at, kti_cp unit);

/* What tells most of what the tail holds. */
kti_mark kti_tail_mark(const kti_tail *tail);

/* Whether the tail holds anything. */
bool kti_tail_is_empty(const kti_tail *tail);

#endif
