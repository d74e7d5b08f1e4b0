/* steps.h - the steps of romanization, for the calls that share them. */
#ifndef KTI_ENGINE_STEPS_H
#define KTI_ENGINE_STEPS_H

#include "engine/ctx.h"

/* Romanizes one line without asking the word list. `o` has no tokens. KT_ERR_NOMEM,
 * KT_ERR_TOO_LARGE. */
kt_status kti_romanize_by_letters(kt_ctx *ctx, kt_str line, const kt_romanize_options *o,
                                  kt_text *out);

#endif
