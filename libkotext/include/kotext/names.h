/* kotext/names.h - find names in Korean text, spell them in Latin letters, compare the two. */
#ifndef KOTEXT_NAMES_H
#define KOTEXT_NAMES_H

#include "analyze.h"
#include "engine.h"
#include "romanize.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Since: 0.1 */
typedef enum kt_name_type {
    KT_NAME_OTHER = 0,
    KT_NAME_PERSON = 1,
    KT_NAME_PLACE = 2,
    KT_NAME_ORG = 3
} kt_name_type;

/* "PER", "LOC", "ORG" or "OTHER". Static. Since: 0.1 */
KT_API const char *kt_name_type_id(kt_name_type type);

/* A name met in a text. Since: 0.1 */
typedef struct kt_mention {
    kt_span span; /* the name alone: no particle, no title */
    kt_name_type type;
    float confidence; /* 0..1 */
} kt_mention;

/* Finds the names in Korean text, in order, not overlapping. A place takes in the place it lies in
 * (서울 강남구), a body its country and its parts (프랑스 법무부, 수원지검 강력부); Hanja in
 * brackets behind a name are a mention of their own. Groups of performers count as persons.
 * `confidence` is at least 0.5. `*mentions` stays valid until the next call on `ctx`. Since: 0.1 */
KT_API kt_status kt_names_detect(kt_ctx *ctx, kt_str in, const kt_mention **mentions,
                                 size_t *count);

/* The same for a text that kt_analyze() has just read on `ctx`: `reading` is one of its readings,
 * which is not made again. Of all calls this one alone leaves the readings valid; they and the
 * mentions are until the next call. KT_ERR_NOMEM, KT_ERR_TOO_LARGE, KT_ERR_ARG. Since: 0.1 */
KT_API kt_status kt_names_of_reading(kt_ctx *ctx, kt_str in, const kt_analysis *reading,
                                     const kt_mention **mentions, size_t *count);

/* A Latin spelling of a Hangul name. Since: 0.1 */
typedef struct kt_spelling {
    kt_str text;
    double probability;
    const char *label; /* "user", "dictionary", "usage", "transliteration", "rr". Static */
} kt_spelling;

/* Since: 0.1 */
typedef struct kt_spell_options {
    size_t size;
    kt_kind kind; /* AUTO decides from the name itself */
    size_t nbest; /* 0 = 10 */
} kt_spell_options;

#define KT_SPELL_INIT                                                                              \
    { sizeof(kt_spell_options), KT_KIND_AUTO, 0 }

/* Lists likely Latin spellings of one Hangul name, best first, no two the same. `*list` stays
 * valid until the next call on `ctx`. Since: 0.1 */
KT_API kt_status kt_names_spell(kt_ctx *ctx, kt_str hangul, const kt_spell_options *opts,
                                const kt_spelling **list, size_t *count);

/* How likely it is, 0..1, that a Hangul form and a Latin form name the same thing. Since: 0.1 */
KT_API kt_status kt_names_match(kt_ctx *ctx, kt_str hangul, kt_str latin, double *score);

#ifdef __cplusplus
}
#endif

#endif
