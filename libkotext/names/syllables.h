/* syllables.h - how given-name syllables are spelt: a table of spellings with their shares. */
#ifndef KTI_NAMES_SYLLABLES_H
#define KTI_NAMES_SYLLABLES_H

#include <stdbool.h>

#include "lexicon/lexicon.h"

/* The model is an array of these, sorted by syllable, the largest share first. */
typedef struct kti_syllable_spelling {
    uint32_t syllable; /* code point */
    float share;       /* 0..1 */
    char latin[8];     /* padded with NUL; the last byte is one */
} kti_syllable_spelling;

/* Finds the spellings of one syllable; returns their number, 0 for a syllable never seen. */
size_t kti_syllable_spellings(kt_str model, uint32_t syllable, const kti_syllable_spelling **first);

/* Whether Korean given names are made of these syllables: of 제니퍼, 니 is one, 퍼 is not. */
bool kti_is_given_name(const kti_lexicon *lexicon, kt_str name);

#endif
