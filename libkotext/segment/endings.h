/* endings.h - the endings that a word may be said to end in. */
#ifndef KTI_SEGMENT_ENDINGS_H
#define KTI_SEGMENT_ENDINGS_H

#include "core/str.h"

/* What all listed endings that `word` ends in may say, as a set of possible.h: the longest decides
 * when it is the word's own, and who reads the word may find a shorter one. */
unsigned kti_may_by_rows(kt_str word);

#endif
