/* kotext/terms.h - the terms of a glossary in running text: find, annotate, put right. */
#ifndef KOTEXT_TERMS_H
#define KOTEXT_TERMS_H

#include "glossary.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The terms of a glossary, ready to be searched for. Immutable; any number of threads share one.
 * Since: 0.9 */
typedef struct kt_terms kt_terms;

/* Copies `count` rows and indexes both sides of them: about 300 bytes a row. `alloc` may be NULL.
 * KT_ERR_NOMEM, KT_ERR_ARG, KT_ERR_TOO_LARGE. Since: 0.9 */
KT_API kt_status kt_terms_new(const kt_alloc *alloc, const kt_glossary_row *rows, size_t count,
                              kt_terms **out);

/* Frees them; NULL is fine. Since: 0.9 */
KT_API void kt_terms_free(kt_terms *terms);

/* The rows, those of one Korean term together, the form to write first: preferred before allowed,
 * then by priority and count, forbidden last. Live as long as the terms. Since: 0.9 */
KT_API size_t kt_terms_rows(const kt_terms *terms, const kt_glossary_row **rows);

/* The first row of the term that row `row` is of: the form to write. Since: 0.9 */
KT_API size_t kt_terms_best(const kt_terms *terms, size_t row);

/* A term met in a text. Since: 0.9 */
typedef struct kt_term_hit {
    kt_span span; /* the term alone, no particle */
    size_t row;   /* among kt_terms_rows() */
    int korean;   /* the Korean form was met, not the English one */
    int exact;    /* 0: it differs in hyphens, spaces, apostrophes, accents, or in capitals that
                     no sentence's beginning, title or headline asks for */
} kt_term_hit;

/* Finds terms, leftmost and longest, not overlapping. A Hangul form begins where Hangul begins and
 * is followed by particles or by something that is not Hangul; a Latin form stands between word
 * edges. Addresses, names of files, @handles, #tags, code between backticks and HTML tags hold no
 * terms. Forms of up to 255 bytes. `*hits` stays valid until the next call on `ctx`. Linear in the
 * text. KT_ERR_NOMEM, KT_ERR_TOO_LARGE, KT_ERR_ARG. One thread a context. Since: 0.9 */
KT_API kt_status kt_terms_find(kt_ctx *ctx, const kt_terms *terms, kt_str in,
                               const kt_term_hit **hits, size_t *count);

/* The form that kt_terms_apply() writes instead of a hit, but for capitals; empty: what stands may
 * stay, or the glossary knows nothing else. A Korean term all of whose rows are forbidden gives way
 * to one that has the same English and is not: 동해 for 일본해. Lives as long as the terms.
 * Since: 0.10 */
KT_API kt_str kt_terms_instead(const kt_terms *terms, const kt_term_hit *hit);

/* Where the other language's form goes. Since: 0.9 */
typedef enum kt_annotation {
    KT_ANNOTATE_BEHIND = 0, /* in round brackets behind the term */
    KT_ANNOTATE_INSTEAD = 1 /* instead of it; the particle behind is put right */
} kt_annotation;

/* Since: 0.9 */
typedef struct kt_annotate_options {
    size_t size;
    kt_annotation place;
    unsigned char
        *seen; /* a byte for each row, 0 at first: a term is annotated at its first mention
                  only, over all calls with the same bytes. NULL: at every mention */
} kt_annotate_options;

#define KT_ANNOTATE_INIT                                                                           \
    { sizeof(kt_annotate_options), KT_ANNOTATE_BEHIND, NULL }

/* Copies `in` with the terms annotated. A term with a bracket behind it is left alone. The span law
 * holds. KT_ERR_NOMEM, KT_ERR_TOO_LARGE, KT_ERR_ARG. Since: 0.9 */
KT_API kt_status kt_annotate(kt_ctx *ctx, const kt_terms *terms, kt_str in,
                             const kt_annotate_options *opts, kt_text *out);

/* Copies `in` with forbidden forms replaced by the ones to write, and forms that are not exact by
 * the exact ones; particles agree, and English keeps the capitals of a sentence's beginning, a
 * title or a headline. The span law holds. As above. Since: 0.9 */
KT_API kt_status kt_terms_apply(kt_ctx *ctx, const kt_terms *terms, kt_str in, kt_text *out);

#ifdef __cplusplus
}
#endif

#endif
