/* kotext/translit.h - English words, and names of any language in Latin letters, in Hangul. */
#ifndef KOTEXT_TRANSLIT_H
#define KOTEXT_TRANSLIT_H

#include "engine.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The language that text is read as; all but the first two by their sections of the Loanword
 * Orthography, from the spelling. Since: 0.9 */
typedef enum kt_source_language {
    KT_SOURCE_ENGLISH = 0, /* and names of any language that English texts hold */
    KT_SOURCE_AUTO,        /* as kt_source_language_detect() tells each text */
    KT_SOURCE_GERMAN,
    KT_SOURCE_FRENCH,
    KT_SOURCE_SPANISH,
    KT_SOURCE_ITALIAN,
    KT_SOURCE_RUSSIAN,
    KT_SOURCE_DUTCH,
    KT_SOURCE_JAPANESE,   /* kana, or Latin letters of either system */
    KT_SOURCE_CHINESE,    /* Pinyin, with or without tone marks */
    KT_SOURCE_VIETNAMESE, /* with or without its marks */
    KT_SOURCE_INDONESIAN, /* and Malay */
    KT_SOURCES            /* their number */
} kt_source_language;

/* "en", "auto", "de": ISO 639 codes; "" for anything else. Static. Since: 0.9 */
KT_API const char *kt_source_language_id(kt_source_language language);

/* Which language a word or name (NFC) is likely of, by its letters and by clusters and endings that
 * others hardly have: KT_SOURCE_ENGLISH unless these are plain. The words of a text vote together;
 * only the first few hundred letters are looked at. Pure; any thread. Since: 0.9 */
KT_API kt_source_language kt_source_language_detect(kt_str text);

/* Since: 0.9 */
typedef struct kt_transliterate_options {
    size_t size;
    kt_source_language from;
    size_t nbest; /* 0 = 1; at most KT_TRANSLITERATE_MOST */
    int official; /* non-zero: the Loanword Orthography from the pronunciation, nothing else */
    int explain;  /* non-zero: keep steps for the first form */
} kt_transliterate_options;

#define KT_TRANSLITERATE_INIT                                                                      \
    { sizeof(kt_transliterate_options), KT_SOURCE_ENGLISH, 0, 0, 0 }

/* The longest list of forms. Since: 0.9 */
#define KT_TRANSLITERATE_MOST 50

/* One way to write a text. Since: 0.9 */
typedef struct kt_transliterated {
    kt_str text;
    double probability; /* of the whole text; those of all ways add up to at most 1 */
    const char *label;  /* what the least certain word rests on: "user", "dictionary", "letters",
                           "model", "rules". Static */
} kt_transliterated;

/* Writes Latin words in Hangul, best form first, no two the same. Text that is not Latin is
 * copied. `in` may hold several words; spaces stay (Loanword Orthography 3.1.10.2 permits to leave
 * them out, and such forms follow), except between the parts of a Korean or Chinese name and
 * within a text in small letters, which is one term. `opts` NULL: the one best form.
 *
 * Names of the dictionaries come first; the rest is weighed by how the word is pronounced, by the
 * rules, by how such spellings are usually written, and by what the Korean word list knows.
 * `*list` stays valid until the next call on `ctx`. The empty text has one form, itself. Time is
 * linear in the length. KT_ERR_ARG, KT_ERR_NOMEM, KT_ERR_TOO_LARGE.
 * Source: Loanword Orthography (외래어 표기법), chapter 3, section 1. Since: 0.9 */
KT_API kt_status kt_transliterate(kt_ctx *ctx, kt_str in, const kt_transliterate_options *opts,
                                  const kt_transliterated **list, size_t *count);

/* What shaped the first form of the last kt_transliterate() on `ctx` that explained: the clause
 * behind each letter group, with spans of the input's NFC form. Valid as long as its forms. Returns
 * the number. Since: 0.9 */
KT_API size_t kt_transliterate_steps(const kt_ctx *ctx, const kt_step **steps);

/* Since: 0.9 */
typedef struct kt_back_options {
    size_t size;
    size_t nbest; /* 0 = 1; at most KT_BACK_MOST */
} kt_back_options;

#define KT_BACK_INIT                                                                               \
    { sizeof(kt_back_options), 0 }

/* The longest list of Latin forms. Since: 0.9 */
#define KT_BACK_MOST 24

/* The other way: the Latin words that Hangul was written for, likeliest first, no two the same.
 * Foreign names of the dictionaries and words whose Hangul is settled come first, labelled
 * "dictionary" or "user" and with their capitals; the others, "model", are in small letters, words
 * that English is known to have before mere letters. Spaces stay. What is no Hangul, and a word of
 * more than about 13 syllables, is copied. `opts` NULL: the one best form.
 *
 * `*foreign` (may be NULL) becomes how likely, 0..1, the text is foreign at all: below a half
 * it is Korean sooner, and kt_romanize() or kt_names_spell() is what to ask. `*list` stays valid
 * until the next call on `ctx`. The empty text has one form, itself. Time is linear in the length.
 * KT_ERR_ARG, KT_ERR_NOMEM, KT_ERR_TOO_LARGE. Since: 0.9 */
KT_API kt_status kt_transliterate_back(kt_ctx *ctx, kt_str in, const kt_back_options *opts,
                                       const kt_transliterated **list, size_t *count,
                                       double *foreign);

#ifdef __cplusplus
}
#endif

#endif
