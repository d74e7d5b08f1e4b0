/* syllables.h - how the syllables of Korean persons are spelt, under several systems of spelling.
 *
 * Whoever writes 준 as Joon writes 수 as Soo, and whoever writes it Jun writes Su. A person's
 * spelling is a mixture of hidden systems, which tools/kttrain learns: p(Latin | Hangul) is the sum
 * over systems of their shares times p(surname | system) and p(syllable | system) of each syllable.
 */
#ifndef KTI_NAMES_SYLLABLES_H
#define KTI_NAMES_SYLLABLES_H

#include <stdbool.h>

#include "lexicon/lexicon.h"

enum { KTI_SYSTEMS = 8, KTI_GIVEN_MAGIC = 0x31474D4B }; /* "KMG1" */

/* Where in a name a syllable stands. */
enum { KTI_PLACE_SURNAME, KTI_PLACE_FIRST, KTI_PLACE_SECOND };

/* A row of the model: sorted by place and syllable, the likeliest spelling first. */
typedef struct kti_syllable_spelling {
    uint32_t key;              /* place << 24 | code point */
    char latin[8];             /* a-z, padded with NUL; the last byte is one */
    uint8_t cost[KTI_SYSTEMS]; /* -16 ln p under each system; 255: never */
} kti_syllable_spelling;

typedef struct kti_given_model {
    uint32_t magic;
    uint32_t count;
    float prior[KTI_SYSTEMS]; /* the share of each system */
    /* `count` rows follow */
} kti_given_model;

/* NULL when `bytes` is no such model. */
const kti_given_model *kti_given_model_open(kt_str bytes);

/* Finds the spellings of one syllable; returns their number, 0 for a syllable never seen there. */
size_t kti_syllable_spellings(const kti_given_model *model, uint32_t place, uint32_t syllable,
                              const kti_syllable_spelling **first);

/* Whether Korean given names are made of these syllables: of 제니퍼, 니 is one, 퍼 is not. */
bool kti_is_given_name(const kti_lexicon *lexicon, kt_str name);

#endif
