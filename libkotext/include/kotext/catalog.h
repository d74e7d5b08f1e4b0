/* kotext/catalog.h - library records: fields in the original script and their romanized partners,
 * and whether the two agree. */
#ifndef KOTEXT_CATALOG_H
#define KOTEXT_CATALOG_H

#include "engine.h"
#include "romanize.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- comparing ------------------------------------------------------------------------------ */

/* How a romanized text differs from what a scheme gives; or-ed. Since: 0.9 */
enum {
    KT_DIFFERS_PUNCTUATION = 1 << 0, /* marks other than hyphens and apostrophes */
    KT_DIFFERS_CAPITALS = 1 << 1,
    KT_DIFFERS_DIVISION = 1 << 2,    /* spaces and hyphens between words */
    KT_DIFFERS_APOSTROPHES = 1 << 3, /* missing or too many; their shape is nothing */
    KT_DIFFERS_DIACRITICS = 1 << 4,  /* missing: o for ŏ. A mark too many is another letter */
    KT_DIFFERS_LETTERS = 1 << 5,     /* other letters: not this romanization */
    KT_DIFFERS_UNPAIRED = 1 << 6     /* of kt_catalog_pair: a field whose partner is missing */
};

/* "punctuation", "capitals", "division", "apostrophes", "diacritics", "letters", "unpaired"; ""
 * for what is not one KT_DIFFERS_*. Static. Since: 0.9 */
KT_API const char *kt_difference_id(unsigned difference);

/* Since: 0.9 */
typedef struct kt_romanized_check {
    unsigned differences; /* KT_DIFFERS_*; 0: as the scheme has it */
    size_t offset;        /* bytes of the romanized text before the gravest of them */
    kt_str expected;      /* what the scheme gives */
} kt_romanized_check;

/* Compares `romanized` with the romanization of `original`. `opts` is that of kt_romanize(); NULL
 * means RR. For KT_KIND_PERSON a comma behind the surname (김, 소월) is kept. Texts are compared by
 * letter: composed or not, with any apostrophe. `out->expected` stays valid until the next call on
 * `ctx`. KT_ERR_ARG, KT_ERR_NOMEM, KT_ERR_TOO_LARGE. Linear. Since: 0.9 */
KT_API kt_status kt_romanized_compare(kt_ctx *ctx, kt_str original, kt_str romanized,
                                      const kt_romanize_options *opts, kt_romanized_check *out);

/* ---- records -------------------------------------------------------------------------------- */

/* Two texts that say the same. Since: 0.9 */
typedef struct kt_catalog_pair {
    kt_str original, romanized; /* one is empty when the partner is missing */
    kt_span original_span;      /* bytes of the file; longer than the text when it holds entities */
    kt_span romanized_span;
    uint32_t record; /* 1-based; 0 in a TSV */
    kt_str control;  /* field 001 */
    kt_str tag;      /* "245" */
    kt_str link;     /* the linking number of subfield 6, such as "01" */
    char subfield;   /* 'a'; 0: the whole field, when the two have other subfields */
    kt_kind kind;    /* PERSON for the names of 100, 600, 700 and 800 */
    int missing;     /* non-zero: there is no partner */
} kt_catalog_pair;

/* The pairs of a file. Borrows its bytes, which must outlive it. Read-only: any number of threads.
 * Since: 0.9 */
typedef struct kt_catalog kt_catalog;

/* Reads UTF-8 text: MARCXML when it begins with "<", else lines of original TAB romanized (further
 * columns and empty lines are passed over). In MARCXML, field 880 and its partner are joined by
 * subfield 6 ("880-01", "245-01/$1"); texts are those of lettered subfields but w, pair by pair
 * where both fields have the same ones, in the order of the file. Fields in neither Hangul nor, in
 * records of language kor, Hanja are left out, and so are fields 880 without partner by design
 * (number 00). XML entities but the five of XML and numbers are left as they are; document types
 * are passed over; nothing is ever fetched. `alloc` and `err` may be NULL. KT_ERR_SYNTAX with
 * offset and line: a line without tab, XML that is not well formed; KT_ERR_TOO_LARGE: over 4 GiB,
 * or a record with more than 8,333 fields or subfields of them more than 65,536; KT_ERR_ARG,
 * KT_ERR_NOMEM. Source: MARC 21 Format for Bibliographic Data, appendix A. Since: 0.9 */
KT_API kt_status kt_catalog_open(const kt_alloc *alloc, kt_str text, kt_catalog **out,
                                 kt_error *err);

/* Closes one; NULL is fine. Since: 0.9 */
KT_API void kt_catalog_close(kt_catalog *catalog);

/* The pairs, in the order of the file; they live as long as the catalog. Since: 0.9 */
KT_API const kt_catalog_pair *kt_catalog_pairs(const kt_catalog *catalog, size_t *count);

#ifdef __cplusplus
}
#endif

#endif
