/* foreign.h - foreign words of Korean text in their own letters, before the rest is romanized. */
#ifndef KTI_ENGINE_FOREIGN_H
#define KTI_ENGINE_FOREIGN_H

#include "engine/ctx.h"

/* Writes the foreign names and loanwords of NFC text in Latin letters: a dictionary's form, else
 * the likeliest that kti_spell() or kti_back_word() knows. What is Korean, or too unsure, is
 * copied.
 * `*changed` tells whether there is any. KT_ERR_NOMEM. */
kt_status kti_foreign_write(kt_ctx *ctx, kt_str text, kt_text *out, bool *changed);

#endif
