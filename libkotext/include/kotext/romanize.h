/* kotext/romanize.h - Hangul to Latin letters by a published scheme, and how it is read aloud. */
#ifndef KOTEXT_ROMANIZE_H
#define KOTEXT_ROMANIZE_H

#include "engine.h"
#include "text.h"
#include "token.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The published schemes. Since: 0.9 */
typedef enum kt_scheme {
    KT_SCHEME_RR = 0,     /* Revised Romanization of Korean, 2000 (rr) */
    KT_SCHEME_RR_LETTER,  /* ... article 3.8, letter by letter; reversible (rr-letter) */
    KT_SCHEME_MR,         /* McCune-Reischauer, 1939 (mr) */
    KT_SCHEME_BGN_DPRK,   /* BGN/PCGN for names in the DPRK (bgn-dprk) */
    KT_SCHEME_IC,         /* US intelligence community, personal names, 2015 (ic) */
    KT_SCHEME_ALA_LC,     /* American Library Association and Library of Congress (ala-lc) */
    KT_SCHEME_DPRK,       /* the DPRK's own, 2012 (dprk) */
    KT_SCHEME_YALE,       /* Martin's Yale romanization (yale) */
    KT_SCHEME_ISO11941_1, /* ISO/TR 11941:1996 method I (iso11941-1), reversible */
    KT_SCHEME_ISO11941_2, /* ... method II (iso11941-2), reversible */
    KT_SCHEME_IPA,        /* International Phonetic Alphabet (ipa) */
    KT_SCHEME_HANGUL,     /* as it is read, in Hangul (hangul) */
    KT_SCHEME_KONTSEVICH, /* Cyrillic, for Russian readers (kontsevich) */
    KT_SCHEME_DPRK_2002,  /* the DPRK's own as of 2002: ㅚ is oe (dprk-2002) */
    KT_SCHEME_RESPELL     /* as English readers say it, by syllables: moon jeh-in (respell) */
} kt_scheme;

enum { KT_SCHEMES = KT_SCHEME_RESPELL + 1 };

/* The id of a scheme, as in brackets above; "" for an unknown number. Static. Since: 0.9 */
KT_API const char *kt_scheme_id(kt_scheme scheme);

/* What each line of input is. Since: 0.9 */
typedef enum kt_kind {
    KT_KIND_AUTO = 0,   /* running text: the engine finds the names */
    KT_KIND_WORD = 1,   /* common words: no capitals */
    KT_KIND_PERSON = 2, /* a person's name */
    KT_KIND_PLACE = 3   /* a place name */
} kt_kind;

/* Hyphens beyond those the scheme requires. Since: 0.9 */
typedef enum kt_hyphen {
    KT_HYPHEN_NONE = 0,      /* only where required: Jeju-do */
    KT_HYPHEN_AMBIGUOUS = 1, /* where letters could be read two ways: jung-ang (RR 3.2) */
    KT_HYPHEN_SYLLABLE = 2   /* between all syllables of a word */
} kt_hyphen;

/* Numbered divisions (봉천1동) as published in two ways. Since: 0.9 */
typedef enum kt_numbered {
    KT_NUMBERED_READ = 0, /* Bongcheon 1(il)-dong */
    KT_NUMBERED_BARE = 1  /* Bongcheon1-dong */
} kt_numbered;

/* Since: 0.9 */
typedef enum kt_letter_case {
    KT_CASE_SCHEME = 0, /* capitals where the scheme has them */
    KT_CASE_LOWER,
    KT_CASE_UPPER,
    KT_CASE_TITLE /* each word begins with a capital */
} kt_letter_case;

/* Digits and abbreviations. Read aloud they are Sino-Korean or native by what is counted, dates,
 * times, telephone numbers, fractions and units by their form, Latin capitals by the names of the
 * letters: 3월 삼월, 3명 세 명, 15:30 십오시 삼십분, 5kg 오 킬로그램, KBS 케이비에스. Since: 0.9 */
typedef enum kt_numbers {
    KT_NUMBERS_KEEP = 0, /* they stay as they are */
    KT_NUMBERS_READ = 1  /* they are read aloud; with `keep_latin` letters are not */
} kt_numbers;

/* Since: 0.9 */
typedef struct kt_romanize_options {
    size_t size;
    kt_scheme scheme;
    kt_kind kind;
    kt_hyphen hyphen;
    kt_hyphen given_hyphen; /* persons: NONE Han Boknam, SYLLABLE Han Bok-nam (RR 3.4) */
    kt_numbered numbered;
    kt_letter_case letter_case;
    kt_numbers numbers;
    int ascii;              /* non-zero: no diacritics, plain apostrophes (not ipa, kontsevich) */
    int keep_latin;         /* non-zero: Latin letters of the text are never changed nor escaped */
    int narrow;             /* non-zero: ipa writes allophones */
    int foreign;            /* non-zero: foreign names and loanwords of running text go back to
                               their own letters (로버트 Robert), where they are sure */
    int explain;            /* non-zero: keep steps in the result */
    const kt_token *tokens; /* optional, of text in NFC: replaces what the engine would find */
    size_t token_count;
} kt_romanize_options;

#define KT_ROMANIZE_INIT                                                                           \
    {                                                                                              \
        sizeof(kt_romanize_options), KT_SCHEME_RR, KT_KIND_AUTO, KT_HYPHEN_NONE, KT_HYPHEN_NONE,   \
            KT_NUMBERED_READ, KT_CASE_SCHEME, KT_NUMBERS_KEEP, 0, 0, 0, 0, 0, NULL, 0              \
    }

/* Writes `in` in the letters of a scheme. Hanja are read first (kotext/hanja.h); other text that
 * is not Hangul is copied. Each Hangul syllable is at least one edit, whose rule is the last
 * article that shaped it. The reversible schemes escape with a backslash what would be read back
 * as something else: hyphens, apostrophes, backslashes, Latin words in small letters.
 * `opts` NULL means RR, AUTO. Source: the schemes' own documents; docs/spec has the rules of
 * each. KT_ERR_ARG, also for tokens that are not of the text in NFC; KT_ERR_NOMEM,
 * KT_ERR_TOO_LARGE. Since: 0.9 */
KT_API kt_status kt_romanize(kt_ctx *ctx, kt_str in, const kt_romanize_options *opts, kt_text *out);

/* The same by the letters alone: neither word list nor names are asked, as for KT_KIND_WORD in an
 * engine without a word list. Line by line and without edits, hence by far the quickest way, and
 * with the default hyphens, case and numbers by tables, so that speed does not depend on the text;
 * the other options are heeded too, but for `kind`, `tokens` and `explain`. Text of any length may
 * be fed in pieces that end behind a line, or behind a blank. `*out` stays valid until the next
 * call on `ctx`. KT_ERR_ARG, KT_ERR_NOMEM, KT_ERR_TOO_LARGE. Since: 0.9 */
KT_API kt_status kt_romanize_letters(kt_ctx *ctx, kt_str in, const kt_romanize_options *opts,
                                     kt_str *out);

/* Whose standard a reading follows. Since: 0.9 */
typedef enum kt_norm {
    KT_NORM_KR = 0, /* Standard Pronunciation (표준 발음법) of the Republic of Korea */
    KT_NORM_KP = 1  /* Munhwaŏ (문화어발음법) of the DPRK: 협력 is 혐력 */
} kt_norm;

/* Whether sounds pass from one word to the next. Since: 0.9 */
typedef enum kt_phrasing {
    KT_PHRASING_JOINED = 0, /* as in fluent speech: 옷 입다 is 온 닙따 */
    KT_PHRASING_APART = 1   /* a pause at every space: 옫 입따 */
} kt_phrasing;

/* Readings that the standard permits beside the principal one; or-ed. Since: 0.9 */
enum {
    KT_PERMIT_YE = 1 << 0, /* 5.2: ㅖ as ㅔ after a consonant but ㄹ (시계 시게) */
    KT_PERMIT_UI = 1 << 1, /* 5.4: 의 as 이 behind the first syllable of a word (주의 주이) */
    KT_PERMIT_UI_JOSA = 1 << 2, /* 5.4: the particle 의 as 에 */
    KT_PERMIT_GLIDE = 1 << 3,   /* 22: 되어 as 되여 */
    KT_PERMIT_LISTED = 1 << 4,  /* words with two readings in dictionaries (효과 효꽈) */
    KT_PERMIT_LINK = 1 << 5,    /* 30.1: a linking ㅅ is heard as ㄷ or not at all (냇가) */
    KT_PERMIT_ALL = (1 << 6) - 1
};

/* Since: 0.9 */
typedef struct kt_pronounce_options {
    size_t size;
    int explain;
    const kt_token *tokens;
    size_t token_count;
    kt_norm norm;
    kt_phrasing phrasing;
    unsigned permitted; /* KT_PERMIT_* to be applied where they can be */
    kt_numbers numbers; /* READ only without `tokens` */
} kt_pronounce_options;

#define KT_PRONOUNCE_INIT                                                                          \
    { sizeof(kt_pronounce_options), 0, NULL, 0, KT_NORM_KR, KT_PHRASING_JOINED, 0, KT_NUMBERS_KEEP }

/* Writes how `in` is read, in Hangul (국물 -> 궁물). Text that is not Hangul is copied. `opts` NULL
 * means the principal reading. Source: Standard Pronunciation of Korean, in Ministry notice
 * 2017-13. KT_ERR_ARG, also for tokens that are not of the text in NFC; KT_ERR_NOMEM,
 * KT_ERR_TOO_LARGE. Since: 0.9 */
KT_API kt_status kt_pronounce(kt_ctx *ctx, kt_str in, const kt_pronounce_options *opts,
                              kt_text *out);

/* Lists the different readings of `in`, the principal one first, then those with one permission
 * applied throughout, then with more; at most `room`. `opts->permitted` limits which (0: all).
 * `list` is the caller's; the texts stay valid until the next call on `ctx`. KT_ERR_ARG,
 * KT_ERR_NOMEM, KT_ERR_TOO_LARGE. Since: 0.9 */
KT_API kt_status kt_pronounce_readings(kt_ctx *ctx, kt_str in, const kt_pronounce_options *opts,
                                       kt_str *list, size_t room, size_t *count);

#ifdef __cplusplus
}
#endif

#endif
