/* josa.h - particles behind a noun, by rule: which stems an eojeol may have. */
#ifndef KTI_ANALYZE_JOSA_H
#define KTI_ANALYZE_JOSA_H

#include <stdbool.h>

#include "core/arena.h"
#include "kotext/analyze.h"
#include "lexicon/lexicon.h"

/* Whether `rest` is a particle, or a chain of them, that agrees with the final of `stem`. Empty is
 * none and fits. */
bool kti_josa_fits(kt_str stem, kt_str rest);

enum { KTI_JOSA_STEMS = 8 };

/* All stems of `run` (Hangul, no spaces), shortest first, the whole run last; returns how many. */
size_t kti_josa_stems(kt_str run, kt_str stems[KTI_JOSA_STEMS]);

/* Cuts the particles off one eojeol (NFC) with the punctuation behind them. Of the stems that fit,
 * the whole eojeol wins when it is a known noun, then the longest known noun, then the shortest.
 * `josa` is empty when there is none. `arena` is scratch; KT_ERR_NOMEM. */
kt_status kti_josa_split(const kti_lexicon *lexicon, kt_str eojeol, kti_arena *arena, kt_span *stem,
                         kt_span *josa);

/* The same from a reading of the eojeol, which knows verbs from nouns: they have no particles. */
void kti_josa_read(const kt_analysis *reading, kt_str eojeol, kt_span *stem, kt_span *josa);

#endif
