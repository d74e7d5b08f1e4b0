/* words.h - what the words of a text say about its names: readings against candidates. */
#ifndef KTI_NAMES_WORDS_H
#define KTI_NAMES_WORDS_H

#include "names/weigher.h"

/* Adds the names that the chosen reading sees, and makes each candidate surer or less sure by how
 * it lies among the morphemes. Candidates stay in order of their start. */
kt_status kti_names_weigh(kti_weigher *w);

#endif
