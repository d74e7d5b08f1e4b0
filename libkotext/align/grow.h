/* grow.h - links grown to the whole of a name: the parts around what was found agree as well. */
#ifndef KTI_ALIGN_GROW_H
#define KTI_ALIGN_GROW_H

#include "align/pair.h"

/* Widens the chosen pairs by the words beside them that spell each other (톰 [라소다] = Tom
 * [Lasorda]) or translate each other ([안데르센] 공군기지 = [Andersen] Air Force Base); a chosen
 * pair that is reached so becomes part of the wider one. Spans of `ko->names` and `pairs` change,
 * and `chosen`. KT_ERR_NOMEM. Linear. */
kt_status kti_grow(const kti_matcher *matcher, kti_korean *ko, const kti_english *en,
                   kti_pairs *pairs, uint32_t *chosen);

#endif
