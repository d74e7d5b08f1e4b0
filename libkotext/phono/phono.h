/* phono.h - Korean text as syllables, and what Standard Pronunciation makes of them.
 *
 * Source: Standard Pronunciation (표준 발음법), in the Ministry of Culture's notice 2017-13; the
 * numbers of the rules are its articles. What a lexicon knows (tensing of article 28, n-insertion
 * of article 29, which syllables are Sino-Korean) comes in through kti_phono_inform; without it the
 * letters of an eojeol decide. docs/spec/standard-pronunciation.md has the examples.
 */
#ifndef KTI_PHONO_PHONO_H
#define KTI_PHONO_PHONO_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/text.h"
#include "kotext/analyze.h"
#include "kotext/romanize.h"
#include "kotext/token.h"
#include "lexicon/lexicon.h"

/* What stands between a syllable and the one before it. */
typedef enum kti_gap {
    KTI_GAP_NONE,   /* nothing */
    KTI_GAP_SPACE,  /* blanks: another eojeol */
    KTI_GAP_FROZEN, /* nothing, but no sound passes (a division's suffix, a surname) */
    KTI_GAP_HARD    /* anything else, or the beginning */
} kti_gap;

/* What the words of the text say of the place before a syllable; bits. */
enum {
    KTI_AT_ENDING = 1 << 0, /* a predicate's stem ends, an ending begins */
    KTI_AT_MORPHEME = 1 << 1,
    KTI_AT_LINK = 1 << 2,    /* the ㅅ before it links two words (사이시옷) */
    KTI_AT_GENITIVE = 1 << 3 /* the particle 의 */
};

typedef struct kti_syl {
    uint32_t src;       /* byte offset; a syllable is three bytes of NFC text */
    uint32_t eojeol;    /* index of the first syllable of its eojeol */
    uint32_t rule;      /* the last one that touched it; 0 = none */
    uint8_t l, v, t;    /* choseong, jungseong, jongseong as pronounced so far */
    uint8_t l0, v0, t0; /* as written */
    uint8_t gap;        /* kti_gap */
    uint8_t kind;       /* kt_token_kind of the token it belongs to */
    uint8_t at;         /* KTI_AT_* */
    uint8_t sound;      /* kti_sound: what happens at the place before it */
    uint8_t permitted;  /* kti_sound: what may happen there as well */
    uint32_t because;   /* the rule behind `sound` */
} kti_syl;

typedef struct kti_phono {
    kt_str text;
    kti_syl *syls;
    size_t count;
    bool informed; /* by kti_phono_inform */
} kti_phono;

enum { KTI_SYL_BYTES = 3 };

/* What syllables [first, end), side by side, were read from. */
static inline kt_str kti_phono_text(const kti_phono *p, uint32_t first, uint32_t end) {
    uint32_t start = p->syls[first].src;
    return (kt_str){p->text.ptr + start, p->syls[end - 1].src + KTI_SYL_BYTES - start};
}

typedef struct kti_phono_options {
    bool tensing;       /* articles 23-28 (RR leaves them out) */
    bool across_spaces; /* sounds pass from one eojeol to the next */
    bool vowels;        /* article 5: 희 as 히, 져 as 저 (RR writes the vowels as they are) */
    bool keep_h;        /* nouns: ㅎ after ㄱㄷㅂ stays (RR 3.1,묵호) */
    bool north;         /* Munhwaŏ: ㄹ stays what it is */
    bool nearest; /* of two listed readings the one nearer to the letters (금융 그뮹, 맛있다 마싣따)
                   */
    unsigned permitted; /* KT_PERMIT_* */
} kti_phono_options;

/* Reads NFC text into syllables. KT_ERR_NOMEM. */
kt_status kti_phono_read(kt_str text, const kt_token *tokens, size_t token_count, kti_arena *arena,
                         kti_phono *out);

/* Syllable `at` and what follows it in its eojeol become an eojeol of their own, but for the gap.
 */
void kti_phono_part(kti_phono *phono, size_t at);

/* Adds what the words of `reading` (an analysis of the same text) say, by `lexicon`. A NULL reading
 * adds nothing. Linear. KT_ERR_NOMEM. */
kt_status kti_phono_inform(kti_phono *phono, const kti_lexicon *lexicon, const kt_analysis *reading,
                           kti_arena *arena);

/* Applies the sound changes in place, left to right. `notes` (may be NULL) gets a step for each. */
void kti_phono_change(kti_phono *phono, const kti_phono_options *options, kt_text *notes);

/* Applies those of the place before syllable `at` alone, which nothing stands before, and those of
 * that syllable's vowel. What happens at a place does not depend on what happened at the one before
 * it, but for which letters are left to spell. */
void kti_phono_meet(kti_phono *phono, size_t at, const kti_phono_options *options);

/* Writes how NFC text is read, in Hangul. */
kt_status kti_pronounce(const kti_lexicon *lexicon, kt_str text, const kt_token *tokens,
                        size_t token_count, const kt_analysis *reading,
                        const kt_pronounce_options *options, kti_arena *arena, kt_text *out);

/* The rules this layer cites; `index` as in core/rule.h. */
kt_rule kti_phono_rule(uint32_t index);

/* Whether tokens of the kind are names. */
static inline bool kti_is_name(unsigned kind) {
    return kind == KT_TOKEN_PERSON || kind == KT_TOKEN_PLACE || kind == KT_TOKEN_ORG ||
           kind == KT_TOKEN_FOREIGN;
}

#endif
