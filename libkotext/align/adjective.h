/* adjective.h - places by the endings of their adjectives: Chile, of Chilean. */
#ifndef KTI_ALIGN_ADJECTIVE_H
#define KTI_ALIGN_ADJECTIVE_H

#include "names/match.h"

/* Endings that make an adjective, or a bearer, of a place, and what the place ends with instead. */
typedef struct kti_adjective_ending {
    kt_str adjective, place;
} kti_adjective_ending;

enum { KTI_ADJECTIVE_ENDINGS = 11 };
extern const kti_adjective_ending kti_adjective_endings[KTI_ADJECTIVE_ENDINGS];

/* The place that `adjective` would be of by one ending, in `room`; empty when it has not that. */
kt_str kti_place_by_ending(const kti_adjective_ending *ending, kt_str adjective, char *room,
                           size_t size);

/* Of the places that `adjective` may be of, the one that spells `hangul` best, in `room`; empty for
 * none. */
kt_str kti_place_of_adjective(const kti_matcher *matcher, kt_str hangul, kt_str adjective,
                              char *room, size_t size);

#endif
