/* tokens.h - a line of text cut into words of Latin letters and what stands between them. */
#ifndef KTI_TRANSLIT_TOKENS_H
#define KTI_TRANSLIT_TOKENS_H

#include <stdbool.h>

#include "core/arena.h"
#include "languages/languages.h"

typedef enum kti_token_kind {
    KTI_TOKEN_OTHER,   /* copied: spaces, digits, punctuation, Korean */
    KTI_TOKEN_WORD,    /* letters, apostrophes and hyphens between them included */
    KTI_TOKEN_INITIAL, /* J. and J: the period belongs to it */
    KTI_TOKEN_CAPITALS /* BBC */
} kti_token_kind;

typedef struct kti_latin_token {
    kti_token_kind kind;
    uint32_t start, end; /* bytes */
} kti_latin_token;

typedef struct kti_latin_line {
    kti_latin_token *tokens;
    size_t count, words; /* words: not OTHER */
    bool small;          /* no capital anywhere */
    bool plain;          /* words with single spaces between them and nothing else */
} kti_latin_line;

/* Cuts `text`. NULL is English; words of another language are of all letters but Hangul and Han,
 * and an apostrophe ends them when it is a letter (Igor'). KT_ERR_NOMEM. */
kt_status kti_latin_cut(kt_str text, const kti_language *language, kti_arena *arena,
                        kti_latin_line *out);

#endif
