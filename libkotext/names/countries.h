/* countries.h - countries side by side, a syllable each: 한미, 한·미·일. */
#ifndef KTI_NAMES_COUNTRIES_H
#define KTI_NAMES_COUNTRIES_H

#include "names/weigher.h"

/* Adds each country that an eojeol begins with. */
void kti_see_countries(kti_weigher *w, const kt_eojeol *e);

#endif
