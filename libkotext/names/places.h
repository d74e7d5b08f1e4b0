/* places.h - evidence that a stretch of a sentence names a place or a body. */
#ifndef KTI_NAMES_PLACES_H
#define KTI_NAMES_PLACES_H

#include "names/weigher.h"

/* Adds the places that the reading sees, but for those of two words. */
void kti_see_places(kti_weigher *w, kti_eojeols of);
/* Adds the bodies. */
void kti_see_bodies(kti_weigher *w, kti_eojeols of);

/* Adds the place that eojeol `index` and the next one are, 코르소 거리, if they are one. Both must
 * be as they are for it: a name by its reading, and a kind of place. */
void kti_see_place_of_two(kti_weigher *w, size_t index);
bool kti_may_name_place(const kti_weigher *w, const kt_eojeol *e);
bool kti_is_kind_of_place(const kti_weigher *w, const kt_eojeol *e);

#endif
