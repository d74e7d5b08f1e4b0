/* seed.h - where the hashes of a table begin that grows with what strangers write. */
#ifndef KTI_CORE_SEED_H
#define KTI_CORE_SEED_H

#include <stdint.h>

#include "kotext/base.h"

/* A number that nobody knows who has not seen the process: of the time and of where `table` lies.
 * Nothing but time may depend on it. */
uint64_t kti_seed(const void *table);

/* FNV-1a, then mixed, for its lower bits follow from the lower bits of the seed alone. Texts that
 * collide for one seed do not for another. */
static inline uint64_t kti_seeded_hash(kt_str text, uint64_t seed) {
    uint64_t hash = seed;
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.ptr[i]) * 0x100000001B3u;
    hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

#endif
