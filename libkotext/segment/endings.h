/* endings.h - the endings that a word may be said to end in. */
#ifndef KTI_SEGMENT_ENDINGS_H
#define KTI_SEGMENT_ENDINGS_H

#include "core/str.h"

/* How much of `word` the ending of a row covers, a syllable counting two and a final consonant one;
 * 0 when the word does not end in it. */
unsigned kti_ending_covers(kt_str word, kt_str ending);

#endif
