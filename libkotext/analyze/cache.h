/* cache.h - solved runs, kept from one text to the next: real text repeats itself. */
#ifndef KTI_ANALYZE_CACHE_H
#define KTI_ANALYZE_CACHE_H

#include "analyze/lattice.h"

typedef struct kti_cache kti_cache;

kt_status kti_cache_new(const kt_alloc *alloc, kti_cache **out);
void kti_cache_free(kti_cache *cache);

/* Forgets everything when it has grown past its limit. Nothing that came from it may be in use. */
void kti_cache_trim(kti_cache *cache);

/* The edges of a run, solved now or before. Whether they were is never seen from the result. */
kt_status kti_cache_edges(kti_cache *cache, const kti_lexicon *lexicon, kt_str run,
                          kti_run_kind kind, kti_edges *out);

#endif
