/* kotext/hanja.h - Hanja as they are read in Korean. */
#ifndef KOTEXT_HANJA_H
#define KOTEXT_HANJA_H

#include "engine.h"
#include "romanize.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What is left of the Hanja. Since: 0.9 */
typedef enum kt_hanja_layout {
    KT_HANJA_REPLACE = 0, /* nothing: 조선 */
    KT_HANJA_PAREN = 1    /* the word in brackets behind its reading: 조선(朝鮮) */
} kt_hanja_layout;

/* Since: 0.9 */
typedef struct kt_hanja_options {
    size_t size;
    kt_kind kind; /* PERSON: each line is a name, its first character a surname */
    kt_hanja_layout layout;
    kt_norm norm; /* KT_NORM_KP: as the North spells them, without the initial-sound law: 력사 */
} kt_hanja_options;

#define KT_HANJA_INIT                                                                              \
    { sizeof(kt_hanja_options), KT_KIND_AUTO, KT_HANJA_REPLACE, KT_NORM_KR }

/* Writes the Hanja of `in` in Hangul (朝鮮 女子 -> 조선 여자): words as the word list reads them,
 * other characters by their commonest reading, with the initial-sound law where a word begins.
 * Text that is not Hanja, characters without a Korean reading, and runs with kana in them are
 * copied. Hanja in brackets behind their own reading - 문재인(文在寅), 대(對)북 - go with their
 * brackets; KT_HANJA_PAREN leaves them as they are. Each character is one edit; with
 * KT_HANJA_PAREN, each run of them. Without Hanja data (a
 * build without the word list) all is copied but compatibility ideographs. `opts` may be NULL.
 * Source: hanja.txt of libhangul; Hangul Orthography (한글 맞춤법) articles 10-12; for
 * KT_NORM_KP, Chosŏnmal (조선말규범집), Spelling, articles 25-26. Since: 0.9 */
KT_API kt_status kt_hanja(kt_ctx *ctx, kt_str in, const kt_hanja_options *opts, kt_text *out);

/* One way to write a Hangul word or name. Since: 0.9 */
typedef struct kt_hanja_candidate {
    kt_str hanja;
    const char *source; /* "word" of the list, "words" (two), "character", "name"; static */
} kt_hanja_candidate;

/* The Hanja that `hangul`, one word or name of one to eight syllables, may stand for, likeliest
 * first, at most `nbest`, of which 32 is the most and 0 is none: with KT_KIND_PERSON the persons of
 * the dictionary of that name, then surnames of the census with characters that given names use;
 * else words of the list, or of two parts that are, and for one syllable its characters. What is
 * not Sino-Korean, or not listed, has none. Which of them a text means only its sense tells: the
 * order is that of how common words and characters are, and for names not written down anywhere it
 * is no more than a guess. The list lives until the context is used again. Source: hanja.txt of
 * libhangul; the 2000 census; the project's persons. KT_ERR_ARG, KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_hanja_candidates(kt_ctx *ctx, kt_str hangul, kt_kind kind, size_t nbest,
                                     const kt_hanja_candidate **list, size_t *count);

#ifdef __cplusplus
}
#endif

#endif
