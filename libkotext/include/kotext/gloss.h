/* kotext/gloss.h - a text word by word, for those who learn or check: reading, letters, Hanja,
 * English names. */
#ifndef KOTEXT_GLOSS_H
#define KOTEXT_GLOSS_H

#include "analyze.h"
#include "engine.h"
#include "romanize.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One word (eojeol) of a text. What is not known is empty. Since: 0.9 */
typedef struct kt_gloss {
    kt_span span;   /* bytes of the text; quotes and stops lie outside */
    kt_str reading; /* how it is read, in Hangul, a pause on either side */
    kt_str latin;   /* in the letters of the scheme */
    kt_str hanja; /* the word with its Sino-Korean parts in Hanja: 대한민국에 -> 大韓民國에 */
    kt_str english;   /* of a name that a dictionary knows; with the first of the name's words */
    kt_str morphemes; /* "가/VV+았/EP+다/EF" */
    kt_eojeol_kind kind;
} kt_gloss;

/* Since: 0.9 */
typedef struct kt_gloss_options {
    size_t size;
    kt_scheme scheme;
} kt_gloss_options;

#define KT_GLOSS_INIT                                                                              \
    { sizeof(kt_gloss_options), KT_SCHEME_RR }

/* Glosses `in`, a line or a paragraph, as running text. Hanja are of the likeliest spelling of each
 * listed word of two syllables or more; a person's are those of the dictionary. `*list` stays valid
 * until the next call on `ctx`. `opts` may be NULL. KT_ERR_ARG, KT_ERR_NOMEM, KT_ERR_TOO_LARGE.
 * Since: 0.9 */
KT_API kt_status kt_gloss_words(kt_ctx *ctx, kt_str in, const kt_gloss_options *opts,
                                const kt_gloss **list, size_t *count);

#ifdef __cplusplus
}
#endif

#endif
