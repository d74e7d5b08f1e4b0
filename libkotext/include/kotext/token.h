/* kotext/token.h - what is known about a stretch of text, handed down the pipeline as data.
 *
 * A later stage learns from tokens and never asks an earlier one: romanization capitalises a
 * token of kind KT_TOKEN_PERSON without knowing how it was recognised.
 */
#ifndef KOTEXT_TOKEN_H
#define KOTEXT_TOKEN_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Since: 0.9 */
typedef enum kt_token_kind {
    KT_TOKEN_PLAIN = 0, /* nothing known */
    KT_TOKEN_NOMINAL,   /* a noun, pronoun or numeral */
    KT_TOKEN_PREDICATE, /* a verb or adjective with its endings */
    KT_TOKEN_PERSON,    /* a person's full name, surname first when Korean */
    KT_TOKEN_PLACE,
    KT_TOKEN_ORG,
    KT_TOKEN_FOREIGN, /* a Hangul form of a foreign name, which has no surname of its own */
    KT_TOKEN_TITLE,   /* a title or role beside a name */
    KT_TOKEN_FINAL    /* a predicate whose ending may end a sentence without a mark: 갔어요 */
} kt_token_kind;

/* Tokens of one text are ordered and do not overlap; text between them is plain. Since: 0.9 */
typedef struct kt_token {
    kt_span span; /* the token with its particles, in bytes of the text */
    kt_span stem; /* without them; stem.start == span.start */
    kt_token_kind kind;
} kt_token;

#ifdef __cplusplus
}
#endif

#endif
