/* countries.h - countries side by side, a syllable each: 한미, 한·미·일. */
#ifndef KTI_NAMES_COUNTRIES_H
#define KTI_NAMES_COUNTRIES_H

#include "names/weigher.h"

/* Adds each country that an eojeol begins with. */
void kti_see_countries(kti_weigher *w, const kt_eojeol *e);

/* Whether the dictionary has a country of this name. */
bool kti_is_country(const kti_lexicon *lexicon, kt_str name);

/* The country that a syllable stands for, 한국 for 한; empty when it stands for none. */
kt_str kti_country_of(kt_str syllable);

#endif
