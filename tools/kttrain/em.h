/* em.h - learns a kti_unit_model from pairs by expectation maximisation. */
#ifndef KTTRAIN_EM_H
#define KTTRAIN_EM_H

#include "core/buf.h"
#include "names/units.h"
#include "pairs.h"

/* Trains on 19 of 20 pairs, calibrates on the rest, and writes the model to `out`. Deterministic.
 * `*held_out` gets the share of held-out pairs whose Latin ranks first among 100 others'. */
bool train_units(const pairs *list, kti_buf *out, double *held_out);

/* The best way to cut `letters` over `units`: cuts[i] = letters before unit i. False for none. */
bool best_cut(const kti_units *model, const uint8_t *units, size_t unit_count,
              const uint8_t *letters, size_t letter_count, size_t *cuts);

#endif
