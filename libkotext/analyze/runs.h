/* runs.h - text as runs of one script: the pieces that are analyzed one by one. */
#ifndef KTI_ANALYZE_RUNS_H
#define KTI_ANALYZE_RUNS_H

#include <stdbool.h>

#include "kotext/base.h"

typedef enum kti_run_kind {
    KTI_RUN_HANGUL, /* syllables, at most KTI_RUN_SYLLABLES */
    KTI_RUN_JAMO,   /* ㅋㅋ, ㅠㅠ */
    KTI_RUN_HANJA,
    KTI_RUN_LATIN,  /* letters of any other script */
    KTI_RUN_NUMBER, /* digits, with points and commas between them */
    KTI_RUN_SYMBOL  /* one mark, or the same one repeated */
} kti_run_kind;

enum { KTI_RUN_SYLLABLES = 32 };

typedef struct kti_run {
    kt_span span;
    kti_run_kind kind;
    bool spaced; /* white space, or nothing, stands before it */
} kti_run;

/* The first run at or after byte `at`; false when there is none. Pass the end of the last one. */
bool kti_run_next(kt_str text, size_t at, kti_run *out);

#endif
