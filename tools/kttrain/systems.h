/* systems.h - learns model.given: the spellings of syllables in names, under several systems. */
#ifndef KTTRAIN_SYSTEMS_H
#define KTTRAIN_SYSTEMS_H

#include "core/buf.h"
#include "names/units.h"
#include "pairs.h"

/* Whoever writes 준 as Joon writes 수 as Soo: names fall into hidden systems of spelling, found by
 * expectation maximisation. `units` cuts the Latin of `persons` into syllables. The official
 * schemes take part with a little weight, so that each has its place. `*surprise` gets the mean
 * -ln p of a spelling. Deterministic. */
bool train_systems(const kti_lexicon *lexicon, const pairs *persons, const kti_units *units,
                   kti_buf *out, double *surprise);

#endif
