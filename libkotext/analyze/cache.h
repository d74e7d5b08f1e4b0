/* cache.h - solved runs and ends of runs, kept from one text to the next: real text repeats itself.
 */
#ifndef KTI_ANALYZE_CACHE_H
#define KTI_ANALYZE_CACHE_H

#include "analyze/lattice.h"

typedef struct kti_cache kti_cache;

/* `limit`: about how many bytes it may keep. */
kt_status kti_cache_new(const kt_alloc *alloc, size_t limit, kti_cache **out);
void kti_cache_free(kti_cache *cache);

/* Forgets what has not been asked for lately, once there is much of it. No choices that came from
 * the cache may be in use. */
void kti_cache_trim(kti_cache *cache);

/* The choices of runs, solved now or before. Whether they were is never seen from the result.
 * KT_ERR_NOMEM. */
kt_status kti_cache_choices(kti_cache *cache, const kti_lexicon *lexicon, kt_str text,
                            const kti_run *runs, size_t count, const kti_choices **out);

/* A glance at what is kept of a choice, for kti_cache_path(); good until the next choices. */
uint32_t kti_cache_glance(const kti_cache *cache, const kti_choices *choices, uint32_t chosen);

/* The nodes of a choice of a run; `bytes` says nothing of the last one, which goes to the end. Good
 * until the next call. `keep`: it will be asked for again. KT_ERR_NOMEM. */
kt_status kti_cache_path(kti_cache *cache, const kti_lexicon *lexicon, kt_str run,
                         kti_run_kind kind, const kti_choices *choices, uint32_t chosen,
                         uint32_t glance, bool keep, kti_path *out);

/* The paths of all choices of a run of syllables or Hanja. Good until the next call. KT_ERR_NOMEM.
 */
kt_status kti_cache_paths(kti_cache *cache, const kti_lexicon *lexicon, kt_str run,
                          kti_run_kind kind, const kti_choices *choices, const kti_paths **out);

#endif
