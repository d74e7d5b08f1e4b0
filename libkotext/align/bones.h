/* bones.h - a first look at whether Latin letters may spell a Hangul name: do their consonants,
 * its bones, come in the same order? It spares the real score nearly everything that has none. */
#ifndef KTI_ALIGN_BONES_H
#define KTI_ALIGN_BONES_H

#include "align/english.h"
#include "names/match.h"

/* Which Latin consonants write each Hangul unit often enough to count. */
typedef struct kti_bones {
    uint8_t letters[KTI_UNITS][26]; /* `count` of them, 0..25 */
    uint8_t count[KTI_UNITS];
    uint32_t starts[KTI_UNITS]; /* letters that a syllable which begins so begins with, as bits */
} kti_bones;

void kti_bones_open(const kti_matcher *matcher, kti_bones *out);

/* The consonants of a name: for each Latin letter a bit for each of them that it may write. */
typedef struct kti_ko_bones {
    uint64_t rows[26];
    unsigned count;
    uint32_t initials; /* letters that a spelling may begin with, about: a bit each */
} kti_ko_bones;

/* False when it has no Hangul, or something but that, spaces and initials. */
bool kti_bones_of_hangul(const kti_bones *bones, kt_str hangul, kti_ko_bones *out);

/* The consonants of each English word, one after another. */
typedef struct kti_en_bones {
    uint8_t *letters;  /* 0..25 */
    uint32_t *first;   /* of each word, and one more */
    uint32_t *initial; /* the first letter of each word, as a bit; 0 = it has none */
} kti_en_bones;

/* In the arena. KT_ERR_NOMEM. */
kt_status kti_bones_of_english(const kti_english *en, kti_arena *arena, kti_en_bones *out);

/* Whether words [first, last], in this order or with the first or last of them at the other end,
 * may spell the name. Of the pairs that spelling accepts it loses one in 250; of others it lets
 * one in eight pass. */
bool kti_bones_agree(const kti_ko_bones *ko, const kti_en_bones *en, size_t first, size_t last);

#endif
