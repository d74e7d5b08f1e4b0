/* search.h - the cheapest ways through a sentence, run by run. */
#ifndef KTI_ANALYZE_SEARCH_H
#define KTI_ANALYZE_SEARCH_H

#include "analyze/analyze.h"
#include "analyze/cache.h"

/* One run of a sentence with what was chosen for it. */
struct kti_step {
    kti_run run;
    const kti_choices *choices; /* of the run */
    uint32_t chosen;            /* which of them */
};

/* One way through: a step for each run. */
typedef struct kti_way {
    const kti_step *steps;
    int64_t cost;
} kti_way;

/* Finds up to `most` ways, the cheapest first, through `runs`. They live in `arena`; choices are
 * the cache's. KT_ERR_NOMEM. */
kt_status kti_search(kti_cache *cache, const kti_lexicon *lexicon, kt_str text, const kti_run *runs,
                     size_t run_count, size_t most, kti_arena *arena, kti_way **ways,
                     size_t *way_count);

#endif
