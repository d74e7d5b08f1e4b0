/* utf8.h - reading and writing UTF-8.
 *
 * Ill-formed input is read as U+FFFD, one for each maximal subpart (The Unicode Standard, section
 * 3.9, "U+FFFD Substitution of Maximal Subparts"), which is also what browsers and ICU do.
 */
#ifndef KTI_CORE_UTF8_H
#define KTI_CORE_UTF8_H

#include <stdbool.h>

#include "kotext/base.h"

/* One decoded unit: its code point, its length in bytes, and whether it was well formed. */
typedef struct kti_cp {
    uint32_t cp;
    uint8_t len;
    bool valid;
} kti_cp;

/* kti_utf8_at for every code point there is. */
kti_cp kti_utf8_decode(kt_str str, size_t at);

/* Reads the code point at `at`; the caller keeps at < len. ASCII and Korean, most of what comes,
 * are read in place. */
static inline kti_cp kti_utf8_at(kt_str str, size_t at) {
    const unsigned char *bytes = (const unsigned char *)str.ptr + at;
    if (bytes[0] < 0x80) return (kti_cp){bytes[0], 1, true};
    if (bytes[0] >= 0xE1 && bytes[0] <= 0xED && str.len - at >= 3 && (bytes[1] & 0xC0) == 0x80 &&
        (bytes[2] & 0xC0) == 0x80) {
        uint32_t cp = (bytes[0] & 0xFu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
        if (cp < 0xD800) return (kti_cp){cp, 3, true};
    }
    return kti_utf8_decode(str, at);
}

/* kti_utf8_before for every code point there is. */
kti_cp kti_utf8_decode_before(kt_str str, size_t end);

/* Reads the code point that ends at `end`; the caller keeps 0 < end <= len. Steps back the way
 * forward reading would have come. */
static inline kti_cp kti_utf8_before(kt_str str, size_t end) {
    const unsigned char *last = (const unsigned char *)str.ptr + end - 1;
    if (last[0] < 0x80) return (kti_cp){last[0], 1, true};
    if (end >= 3 && last[-2] >= 0xE1 && last[-2] <= 0xEC && (last[-1] & 0xC0) == 0x80 &&
        (last[0] & 0xC0) == 0x80) {
        uint32_t cp = (last[-2] & 0xFu) << 12 | (last[-1] & 0x3Fu) << 6 | (last[0] & 0x3Fu);
        return (kti_cp){cp, 3, true};
    }
    return kti_utf8_decode_before(str, end);
}

/* Writes 1..4 bytes and returns how many; surrogates and values over U+10FFFF as U+FFFD. */
size_t kti_utf8_encode(uint32_t code_point, char bytes[4]);

/* The offset of the first ill-formed byte at or after `from`; `str.len` when there is none. */
size_t kti_utf8_check(kt_str str, size_t from);

/* How many code points (each maximal subpart counts as one). */
size_t kti_utf8_count(kt_str str);

/* Whether `at` lies between code points (0 and len do). */
bool kti_utf8_is_boundary(kt_str str, size_t at);

#endif
