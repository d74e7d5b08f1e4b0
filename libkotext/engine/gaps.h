/* gaps.h - what the word list says of places where a sentence may end. */
#ifndef KTI_ENGINE_GAPS_H
#define KTI_ENGINE_GAPS_H

#include "engine/ctx.h"
#include "segment/segment.h"

/* Fills what the context knows of gaps into `out`: a reader where there is a word list. Gaps are
 * read with the word before and the word behind them, and each once: text repeats itself.
 * KT_ERR_NOMEM. */
kt_status kti_gaps_open(kt_ctx *ctx, kti_known *out);

void kti_gaps_free(kti_gaps *gaps);

#endif
