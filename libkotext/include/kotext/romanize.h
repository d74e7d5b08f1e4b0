/* kotext/romanize.h - Hangul to Latin letters by a published scheme, and how it is read aloud. */
#ifndef KOTEXT_ROMANIZE_H
#define KOTEXT_ROMANIZE_H

#include "engine.h"
#include "text.h"
#include "token.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Since: 0.1 */
typedef enum kt_scheme {
    KT_SCHEME_RR = 0 /* Revised Romanization of Korean, 2000 (rr) */
} kt_scheme;

/* What each line of input is. Since: 0.1 */
typedef enum kt_kind {
    KT_KIND_AUTO = 0,   /* running text: the engine finds the names */
    KT_KIND_WORD = 1,   /* common words: no capitals */
    KT_KIND_PERSON = 2, /* a person's name */
    KT_KIND_PLACE = 3   /* a place name */
} kt_kind;

/* Hyphens beyond those the scheme requires. Since: 0.1 */
typedef enum kt_hyphen {
    KT_HYPHEN_NONE = 0,      /* only where required: Jeju-do */
    KT_HYPHEN_AMBIGUOUS = 1, /* where letters could be read two ways: jung-ang (RR 3.2) */
    KT_HYPHEN_SYLLABLE = 2   /* between all syllables of a word */
} kt_hyphen;

/* Numbered divisions (봉천1동) as published in two ways. Since: 0.1 */
typedef enum kt_numbered {
    KT_NUMBERED_READ = 0, /* Bongcheon 1(il)-dong */
    KT_NUMBERED_BARE = 1  /* Bongcheon1-dong */
} kt_numbered;

/* Since: 0.1 */
typedef struct kt_romanize_options {
    size_t size;
    kt_scheme scheme;
    kt_kind kind;
    kt_hyphen hyphen;
    kt_hyphen given_hyphen; /* persons: NONE Han Boknam, SYLLABLE Han Bok-nam (RR 3.4) */
    kt_numbered numbered;
    int explain;            /* non-zero: keep steps in the result */
    const kt_token *tokens; /* optional: replaces what the engine would find */
    size_t token_count;
} kt_romanize_options;

#define KT_ROMANIZE_INIT                                                                           \
    {                                                                                              \
        sizeof(kt_romanize_options), KT_SCHEME_RR, KT_KIND_AUTO, KT_HYPHEN_NONE, KT_HYPHEN_NONE,   \
            KT_NUMBERED_READ, 0, NULL, 0                                                           \
    }

/* Writes `in` in Latin letters. Text that is not Hangul is copied. Each Hangul syllable is at
 * least one edit, whose rule is the last article that shaped it. `opts` NULL means RR, AUTO.
 * Source: Ministry of Culture notice 2000-8. Since: 0.1 */
KT_API kt_status kt_romanize(kt_ctx *ctx, kt_str in, const kt_romanize_options *opts, kt_text *out);

/* Since: 0.1 */
typedef struct kt_pronounce_options {
    size_t size;
    int explain;
    const kt_token *tokens;
    size_t token_count;
} kt_pronounce_options;

#define KT_PRONOUNCE_INIT                                                                          \
    { sizeof(kt_pronounce_options), 0, NULL, 0 }

/* Writes how `in` is read, in Hangul (국물 -> 궁물). Text that is not Hangul is copied.
 * Source: Standard Pronunciation of Korean, in Ministry notice 2017-13. Since: 0.1 */
KT_API kt_status kt_pronounce(kt_ctx *ctx, kt_str in, const kt_pronounce_options *opts,
                              kt_text *out);

#ifdef __cplusplus
}
#endif

#endif
