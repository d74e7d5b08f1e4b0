/* kotext/names.h - find names in Korean text, spell them in Latin letters, compare the two. */
#ifndef KOTEXT_NAMES_H
#define KOTEXT_NAMES_H

#include "analyze.h"
#include "engine.h"
#include "romanize.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Since: 0.9 */
typedef enum kt_name_type {
    KT_NAME_OTHER = 0,
    KT_NAME_PERSON = 1,
    KT_NAME_PLACE = 2,
    KT_NAME_ORG = 3
} kt_name_type;

/* "PER", "LOC", "ORG" or "OTHER". Static. Since: 0.9 */
KT_API const char *kt_name_type_id(kt_name_type type);

/* A name met in a text. Since: 0.9 */
typedef struct kt_mention {
    kt_span span; /* the name alone: no particle, no title */
    kt_name_type type;
    float confidence; /* 0..1 */
} kt_mention;

/* Finds the names in Korean text, in order, not overlapping. A place takes in the place it lies in
 * (서울 강남구), a body its country and its parts (프랑스 법무부, 수원지검 강력부); Hanja in
 * brackets behind a name are a mention of their own. Groups of performers count as persons.
 * `confidence` is at least 0.5. `*mentions` stays valid until the next call on `ctx`. Since: 0.9 */
KT_API kt_status kt_names_detect(kt_ctx *ctx, kt_str in, const kt_mention **mentions,
                                 size_t *count);

/* The same for a text that kt_analyze() has just read on `ctx`: `reading` is one of its readings,
 * which is not made again. Of all calls this one alone leaves the readings valid; they and the
 * mentions are until the next call. KT_ERR_NOMEM, KT_ERR_TOO_LARGE, KT_ERR_ARG. Since: 0.9 */
KT_API kt_status kt_names_of_reading(kt_ctx *ctx, kt_str in, const kt_analysis *reading,
                                     const kt_mention **mentions, size_t *count);

/* A Latin spelling of a Hangul name. Since: 0.9 */
typedef struct kt_spelling {
    kt_str text;
    double probability; /* 0..1; 0 where it is too small for a double */
    /* Static: "user", "dictionary"; "rr", "mr", "dprk", "ala-lc" for what that scheme writes, marks
     * of mr and dprk left out; "usage" for other spellings in use; "transliteration" for a foreign
     * name; "translation" for a body whose name is put together of known words */
    const char *label;
} kt_spelling;

/* How a Korean person's name is joined; letters come from usage, a dictionary's spelling wins and
 * is joined anew where its parts can be told. Since: 0.9 */
typedef enum kt_name_style {
    KT_NAME_STYLE_PLAIN = 0, /* Moon Jae-in; a dictionary's form as it is */
    KT_NAME_STYLE_AFP,       /* Moon Jae-In, Kim Jong-Un: as AFP wrote until about 2020 */
    KT_NAME_STYLE_AP,        /* Moon Jae-in, but of the DPRK Kim Jong Un */
    KT_NAME_STYLE_YONHAP,    /* Moon Jae-in, Kim Jong-un */
    KT_NAME_STYLE_PASSPORT,  /* MOON JAEIN: RR but for the customary surname comes first */
    KT_NAME_STYLE_DPRK,      /* Mun Jae In: the DPRK's letters come first */
    KT_NAME_STYLE_ALA_LC     /* Mun Chae-in: the library tables come first, with their marks */
} kt_name_style;

/* Since: 0.9 */
typedef struct kt_spell_options {
    size_t size;
    kt_kind kind; /* AUTO decides from the name itself */
    size_t nbest; /* 0 = 10 */
    kt_name_style style;
} kt_spell_options;

#define KT_SPELL_INIT                                                                              \
    { sizeof(kt_spell_options), KT_KIND_AUTO, 0, KT_NAME_STYLE_PLAIN }

/* Lists likely Latin spellings of one Hangul name, best first, no two the same. `*list` stays
 * valid until the next call on `ctx`. Since: 0.9 */
KT_API kt_status kt_names_spell(kt_ctx *ctx, kt_str hangul, const kt_spell_options *opts,
                                const kt_spelling **list, size_t *count);

/* The probability that a Hangul form and a Latin form name the same thing, for pairs half of which
 * do; of the other half, every second pair of persons shares the surname. Of pairs that get 0.7,
 * seven in ten are right (tests/bench/calibration.py: expected calibration error at most 0.05).
 * Below that prior multiply the odds. Told by sound and spelling alone, close to 0 is an English
 * form that translates or an unrelated one. Forms of the dictionaries get 0.98 and more. Short
 * forms count as what they may stand for: a surname alone 0.5, initials with the surname 0.93, a
 * title with it 0.95. KT_ERR_TOO_LARGE for what is too long to be a name. Since: 0.9 */
KT_API kt_status kt_names_match(kt_ctx *ctx, kt_str hangul, kt_str latin, double *score);

#ifdef __cplusplus
}
#endif

#endif
