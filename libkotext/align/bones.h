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

/* The consonants of a name, in order. */
typedef struct kti_ko_bones {
    uint8_t units[KTI_UNITS_MOST]; /* 0..KTI_BONES - 1 */
    unsigned count;
    uint32_t least, most; /* consonants of English that may agree, by their number */
    uint32_t initials;    /* letters that a spelling may begin with, about: a bit each */
} kti_ko_bones;

/* False when it has no Hangul, or something but that, spaces and initials, or more than
 * kti_units_of() takes. */
bool kti_bones_of_hangul(const kti_bones *bones, kt_str hangul, kti_ko_bones *out);

/* The consonants of English words, one after another, a bit each: KTI_BONES rows of 64, and those
 * of the next 64 behind them. A row has the bits of letters that may write its unit. */
typedef struct kti_en_bones {
    uint64_t *rows;
    uint32_t *first;   /* of each word, and one more */
    uint32_t *initial; /* the first letter of each word, as a bit; 0 = it has none */
} kti_en_bones;

/* Of the words that are `wanted`; others are as if they had no letters. In the arena. KT_ERR_NOMEM.
 */
kt_status kti_bones_of_english(const kti_bones *bones, const kti_english *en, const bool *wanted,
                               kti_arena *arena, kti_en_bones *out);

/* Whether words [first, last], in this order or with the first or last of them at the other end,
 * may spell the name. Of the pairs that spelling accepts it loses one in 250; of others it lets
 * one in eight pass. */
bool kti_bones_agree(const kti_ko_bones *ko, const kti_en_bones *en, size_t first, size_t last);

#endif
