/* analyze.h - readings of NFC text. One analyzer per context: it keeps what it has seen. */
#ifndef KTI_ANALYZE_ANALYZE_H
#define KTI_ANALYZE_ANALYZE_H

#include "core/arena.h"
#include "kotext/analyze.h"
#include "lexicon/lexicon.h"

typedef struct kti_analyzer kti_analyzer;

kt_status kti_analyzer_new(const kt_alloc *alloc, const kti_lexicon *lexicon, kti_analyzer **out);
void kti_analyzer_free(kti_analyzer *analyzer);

/* Up to `most` readings of `text` (NFC), the likeliest first, in `arena`. KT_ERR_NOMEM. */
kt_status kti_analyze(kti_analyzer *analyzer, kt_str text, size_t most, kti_arena *arena,
                      kt_analysis **list, size_t *count);

/* Gathers morphemes into eojeols: stems, particles, kinds. In `arena`. */
kt_status kti_eojeols_of(const kt_morpheme *morphemes, size_t count, kti_arena *arena,
                         kt_eojeol **eojeols, size_t *eojeol_count);

#endif
