/* utf16.h - ICU's strings, read by code point. (ICU's own macros mix signs.) */
#ifndef KTI_UNICODE_UTF16_H
#define KTI_UNICODE_UTF16_H

#include <stdint.h>

/* The code point at `*at`, which moves behind it; a lone surrogate stands for itself. */
static inline uint32_t kti_utf16_next(const uint16_t *units, int32_t *at, int32_t count) {
    // NOLINTNEXTLINE(clang-analyzer-core.uninitialized.Assign): ICU wrote it
    uint32_t unit = units[(*at)++];
    if (unit < 0xD800 || unit > 0xDBFF || *at == count) return unit;
    uint32_t low = units[*at];
    if (low < 0xDC00 || low > 0xDFFF) return unit;
    ++*at;
    return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
}

/* Writes one code point as one or two units; returns how many. */
static inline int32_t kti_utf16_write(uint32_t cp, uint16_t units[2]) {
    if (cp < 0x10000) {
        units[0] = (uint16_t)cp;
        return 1;
    }
    units[0] = (uint16_t)(0xD800 + ((cp - 0x10000) >> 10));
    units[1] = (uint16_t)(0xDC00 + ((cp - 0x10000) & 0x3FF));
    return 2;
}

#endif
