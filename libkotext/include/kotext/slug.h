/* kotext/slug.h - names for files and addresses. */
#ifndef KOTEXT_SLUG_H
#define KOTEXT_SLUG_H

#include "engine.h"
#include "romanize.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Since: 0.9 */
typedef struct kt_slug_options {
    size_t size;
    kt_scheme scheme; /* one in Latin letters */
    char separator;   /* between words, an ASCII mark or blank; 0 = '-' */
    uint32_t max_len; /* at most so many bytes, cut between words where it can be; 0 = no limit */
} kt_slug_options;

#define KT_SLUG_INIT                                                                               \
    { sizeof(kt_slug_options), KT_SCHEME_RR, '-', 0 }

/* Writes `in` in small ASCII letters and digits, its words joined by the separator: 문재인 대통령
 * -> mun-jaein-daetongnyeong. Korean is romanized, other Latin letters lose their diacritics, and
 * full-width, raised, circled and Roman ones their shape; everything else separates. The result may
 * be empty. Never begins or ends with a separator. KT_ERR_ARG for a scheme without Latin letters or
 * a separator that is a letter, a digit or no ASCII. `opts` may be NULL. Since: 0.9 */
KT_API kt_status kt_slug(kt_ctx *ctx, kt_str in, const kt_slug_options *opts, kt_text *out);

#ifdef __cplusplus
}
#endif

#endif
