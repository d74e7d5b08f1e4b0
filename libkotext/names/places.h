/* places.h - evidence that a stretch of a sentence names a place or a body. */
#ifndef KTI_NAMES_PLACES_H
#define KTI_NAMES_PLACES_H

#include "names/weigher.h"

/* Adds the places that the reading sees. */
void kti_see_places(kti_weigher *w);
/* Adds the bodies. */
void kti_see_bodies(kti_weigher *w);

#endif
