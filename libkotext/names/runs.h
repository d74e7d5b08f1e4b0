/* runs.h - text as runs of letters and digits: what a name may begin or end with. */
#ifndef KTI_NAMES_RUNS_H
#define KTI_NAMES_RUNS_H

#include <stdbool.h>

#include "core/arena.h"

/* A maximal run of letters and digits; most are eojeols, or parts of one beside punctuation. */
typedef struct kti_name_run {
    kt_span span;
    bool hangul; /* nothing but syllables */
    bool spaced; /* nothing but one space stands before it */
    bool fenced; /* a quote or bracket opens before it */
} kti_name_run;

bool kti_is_name_cp(uint32_t cp);

/* All runs of `within` of `text`, where no run is cut, in `arena`. KT_ERR_NOMEM. */
kt_status kti_name_runs(kt_str text, kt_span within, kti_arena *arena, kti_name_run **runs,
                        size_t *count);

#endif
