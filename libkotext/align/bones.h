/* bones.h - a first look at whether Latin letters may spell a Hangul name: do their consonants,
 * its bones, come in the same order? It spares the real score nearly everything that has none. */
#ifndef KTI_ALIGN_BONES_H
#define KTI_ALIGN_BONES_H

#include "align/english.h"
#include "hangul/syllable.h"
#include "names/match.h"

enum { KTI_BONES = KTI_UNITS - KTI_VOWELS /* units that are consonants */ };

/* Which units each Latin consonant writes often enough to count. */
typedef struct kti_bones {
    uint8_t units[26][KTI_BONES]; /* `count` of them */
    uint8_t count[26];
    uint32_t starts[KTI_UNITS]; /* letters that a syllable which begins so begins with, as bits */
} kti_bones;

void kti_bones_open(const kti_matcher *matcher, kti_bones *out);

/* ---- Korean --------------------------------------------------------------------------------- */

/* One syllable of a text. */
typedef struct kti_ko_syllable {
    uint32_t initials; /* that it may begin with when it begins a name, a bit each */
    uint32_t before;   /* consonants before it in the text */
    bool spaced;       /* a space stands before it */
} kti_ko_syllable;

/* What there is of a text before the code point that holds one of its bytes. */
typedef struct kti_ko_place {
    uint32_t syllables, spaces;
    uint32_t others; /* neither Hangul nor what may stand in a Hangul name */
} kti_ko_place;

/* A Korean text made ready for its names. */
typedef struct kti_ko_text {
    kti_ko_syllable *syllables; /* and one more */
    uint8_t *units;             /* consonants, 0..KTI_BONES - 1, in order */
    kti_ko_place *places;       /* of each byte, and the end */
} kti_ko_text;

/* In the arena. KT_ERR_NOMEM. */
kt_status kti_bones_of_korean(const kti_bones *bones, kt_str text, kti_arena *arena,
                              kti_ko_text *out);

/* Of three units two are consonants at most. */
enum { KTI_BONES_MOST = KTI_UNITS_MOST * 2 / 3 };

/* The consonants of a name. */
typedef struct kti_ko_bones {
    const uint8_t *units;
    unsigned count;
    uint32_t least, most; /* consonants of English that may agree, by their number */
    uint32_t initials;    /* letters that a spelling may begin with, about: a bit each */
    uint32_t spaces;
} kti_ko_bones;

/* False when it has no Hangul, or something but that, spaces and initials, or more consonants than
 * a name that kti_units_of() takes. */
bool kti_bones_of_name(const kti_ko_text *text, kt_span name, kti_ko_bones *out);

/* ---- English -------------------------------------------------------------------------------- */

/* The consonants of one word. */
typedef struct kti_en_letters {
    uint32_t initial; /* its first letter, as a bit; 0 = it has none */
    uint32_t before;  /* consonants in the words before */
} kti_en_letters;

/* The consonants of English words, one after another, a bit each: KTI_BONES rows of 64, and those
 * of the next 64 behind them, and so on with one more of each that is empty. A row has the bits of
 * letters that may write its unit. */
typedef struct kti_en_bones {
    uint64_t *rows;
    kti_en_letters *words; /* and one more */
} kti_en_bones;

/* Of the words that are `wanted`; others are as if they had no letters. In the arena. KT_ERR_NOMEM.
 */
kt_status kti_bones_of_english(const kti_bones *bones, const kti_english *en, const bool *wanted,
                               kti_arena *arena, kti_en_bones *out);

/* The consonants of words in a row. */
typedef struct kti_latin_bones {
    uint32_t first, count;
    uint32_t own, others; /* those of the first word, of all words but the last */
    uint32_t initial;
} kti_latin_bones;

kti_latin_bones kti_bones_of_words(const kti_en_bones *en, size_t first, size_t last);

/* What the names that begin at one place have in common with the words from one on: for each number
 * of their consonants. All zero at first. */
typedef struct kti_followed {
    const uint8_t *units;              /* of the names; NULL: none yet */
    uint32_t first;                    /* of the letters */
    unsigned known;                    /* units so far */
    uint64_t writers[KTI_BONES_MOST];  /* letters that may write each unit */
    uint64_t free[KTI_BONES_MOST + 1]; /* letters that are not in common */
    uint64_t any[KTI_BONES_MOST + 1];  /* that may write some unit */
} kti_followed;

/* Whether words have as many consonants as they must to agree. */
static inline bool kti_bones_fit(const kti_ko_bones *ko, const kti_latin_bones *words) {
    return words->count >= ko->least && words->count <= ko->most;
}

/* Whether words that fit, in this order or with the first or last of them at the other end, may
 * spell the name. Of the pairs that spelling accepts it loses one in 250; of others it lets one in
 * eight pass. Any `known` will do; that of a name and words that begin at the same places spares
 * work. */
bool kti_bones_agree(kti_followed *known, const kti_ko_bones *ko, const kti_en_bones *en,
                     const kti_latin_bones *words);

#endif
