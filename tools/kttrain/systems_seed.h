/* systems_seed.h - persons cut into syllables, and a first guess of the system each is spelt in. */
#ifndef KTTRAIN_SYSTEMS_SEED_H
#define KTTRAIN_SYSTEMS_SEED_H

#include "names/syllables.h"
#include "names/units.h"
#include "pairs.h"

/* A syllable and the letters of its onset, vowel and coda (five bits each, as in a chunk's key). */
typedef struct spelled {
    uint32_t syllable;
    uint8_t place;
    uint32_t letters[3];
} spelled;

typedef enum origin { FROM_USAGE, FROM_DPRK, FROM_MR, FROM_RR } origin;

typedef struct person {
    spelled syllables[3]; /* the surname first: its letters are in `surname` */
    size_t count;
    char surname[8];
    double weight;
    origin origin;
} person;

/* Cuts the pairs that `units` can read; others are left out: an English given name, another
 * language's reading of the Hanja. Returns their number. */
size_t persons_of(const pairs *list, const kti_units *units, person *out);

/* The same persons as official schemes write them, with little weight; at most four for each. */
size_t official_persons(const pairs *list, person *out);

/* How much each system shares in a person, at first. */
void seed_systems(const person *p, double share[KTI_SYSTEMS]);

#endif
