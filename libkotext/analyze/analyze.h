/* analyze.h - readings of NFC text. One analyzer per context: it keeps what it has seen. */
#ifndef KTI_ANALYZE_ANALYZE_H
#define KTI_ANALYZE_ANALYZE_H

#include "core/arena.h"
#include "kotext/analyze.h"
#include "lexicon/lexicon.h"

typedef struct kti_analyzer kti_analyzer;
typedef struct kti_step kti_step; /* analyze/search.h */

kt_status kti_analyzer_new(const kt_alloc *alloc, const kti_lexicon *lexicon, kti_analyzer **out);
void kti_analyzer_free(kti_analyzer *analyzer);

/* Up to `most` readings of `text` (NFC), the likeliest first, in `arena`. KT_ERR_NOMEM. */
kt_status kti_analyze(kti_analyzer *analyzer, kt_str text, size_t most, kti_arena *arena,
                      kt_analysis **list, size_t *count);

/* A run of syllables in a reading. */
typedef struct kti_read_run {
    kt_span span;
    uint64_t chosen;     /* the same whenever the same syllables are read so; 0: not kept */
    uint32_t first, end; /* its morphemes */
} kti_read_run;

/* The likeliest reading of `text` (NFC), and its runs in order, in `arena`. The data has a word
 * list. KT_ERR_NOMEM. */
kt_status kti_analyze_runs(kti_analyzer *analyzer, kt_str text, kti_arena *arena,
                           kt_analysis *reading, const kti_read_run **runs, size_t *count);

/* The likeliest reading of `text` (NFC) a stretch at a time, for who may not need the morphemes:
 * what was chosen for each run. `*at` begins at 0 and moves on; a `*count` of 0 is the
 * end. The steps are good until the next call on the analyzer. The data has a word list.
 * KT_ERR_NOMEM. */
kt_status kti_analyze_next(kti_analyzer *analyzer, kt_str text, size_t *at, const kti_step **steps,
                           size_t *count);

/* The morphemes of a step, without eojeols; its run now stands at `at` of `text` and ends it. In
 * `arena`. KT_ERR_NOMEM. */
kt_status kti_step_morphemes(kti_analyzer *analyzer, const kti_step *step, kt_str text, size_t at,
                             kti_arena *arena, kt_analysis *out);

/* What was chosen for a step, as in kti_read_run. */
uint64_t kti_step_chosen(const kti_step *step);

/* Every reading that `run`, a run of syllables (analyze/runs.h), may have in whatever company; the
 * word list knows words. In `arena`. KT_ERR_NOMEM. */
kt_status kti_analyze_run(kti_analyzer *analyzer, kt_str run, kti_arena *arena, kt_analysis **list,
                          size_t *count);

/* Gathers morphemes into eojeols: stems, particles, kinds. In `arena`. */
kt_status kti_eojeols_of(const kt_morpheme *morphemes, size_t count, kti_arena *arena,
                         kt_eojeol **eojeols, size_t *eojeol_count);

#endif
