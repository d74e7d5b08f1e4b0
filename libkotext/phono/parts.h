/* parts.h - a long noun in its parts, where the word list has it whole: 생산량 is 생산 + 량. */
#ifndef KTI_PHONO_PARTS_H
#define KTI_PHONO_PARTS_H

#include "lexicon/lexicon.h"

enum { KTI_PARTS_SYLLABLES = 8 };

/* The lengths, in syllables, of the parts of a noun of `count` syllables, by what its parts cost as
 * words of their own; returns their number, 1 when it does not fall apart. `units` (one a syllable,
 * may be NULL) tells which syllables are Sino-Korean. */
size_t kti_parts_of(const kti_lexicon *lexicon, kt_str noun, size_t count, const uint16_t *units,
                    uint8_t parts[KTI_PARTS_SYLLABLES]);

#endif
