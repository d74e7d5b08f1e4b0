/* foreign.h - names of several words, transliterated: 스칼렛 요한슨, 반 고흐. */
#ifndef KTI_NAMES_FOREIGN_H
#define KTI_NAMES_FOREIGN_H

#include "names/weigher.h"

void kti_see_foreign(kti_weigher *w);

#endif
