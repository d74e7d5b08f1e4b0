/* tokens.h - what the engine knows of a text before it is romanized or pronounced. */
#ifndef KTI_ENGINE_TOKENS_H
#define KTI_ENGINE_TOKENS_H

#include "engine/ctx.h"

/* Finds the tokens of NFC text for `kind`: the whole of it for persons, its words for places, the
 * names in it for running text, by its `reading` (may be NULL). In the context's scratch. */
kt_status kti_tokens_find(kt_ctx *ctx, kt_str text, kt_kind kind, const kt_analysis *reading,
                          const kt_token **tokens, size_t *count);

/* Leaves out the places among `tokens` that the reading has as other words. Returns how many are
 * left. Linear. */
size_t kti_tokens_check(kt_str text, const kt_analysis *reading, kt_token *tokens, size_t count);

/* Adds the roads that numbers behind them tell. Linear. */
kt_status kti_tokens_roads(kt_ctx *ctx, kt_str text, const kt_token **tokens, size_t *count);

/* Adds the words of `reading` to the names in `*tokens`: nominals whose stem ends before their
 * particles, and the parts of long compounds. Names keep their kind. Linear. */
kt_status kti_tokens_divide(kt_ctx *ctx, const kt_analysis *reading, const kt_token **tokens,
                            size_t *count);

/* Whether a name looks transliterated: 로버트 is no person of the surname 로. */
bool kti_tokens_look_foreign(const kti_lexicon *lexicon, kt_str name);

/* Whether the line is one word that nothing but a person's name explains (봉철욱). */
bool kti_tokens_lone_name(const kt_analysis *reading, kt_str text);

/* Whether the line is one word, hyphens within, that ends in a noun. */
bool kti_tokens_lone_noun(const kt_analysis *reading, kt_str text);

#endif
