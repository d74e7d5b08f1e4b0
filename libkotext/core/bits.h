/* bits.h - sets of up to 64 places, a bit each. */
#ifndef KTI_CORE_BITS_H
#define KTI_CORE_BITS_H

#include <stdint.h>

/* The lowest member of a set that is not empty. */
static inline unsigned kti_lowest(uint64_t set) {
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(set);
#else
    unsigned place = 0;
    for (; (set & 1) == 0; set >>= 1)
        place++;
    return place;
#endif
}

#endif
