#include "core/seed.h"

#include <time.h>

uint64_t kti_seed(const void *table) {
    const uint64_t factor = 0x9E3779B97F4A7C15u;
    struct timespec now = {0, 0};
    (void)timespec_get(&now, TIME_UTC);
    uint64_t seed = (uint64_t)now.tv_sec << 30 ^ (uint64_t)now.tv_nsec;
    seed = (seed ^ seed >> 32) * factor ^ (uintptr_t)table;
    seed = (seed ^ seed >> 32) * factor;
    return seed ^ seed >> 29;
}
