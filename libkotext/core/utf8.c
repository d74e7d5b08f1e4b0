#include "core/utf8.h"

enum { REPLACEMENT = 0xFFFD };

/* The second byte's range depends on the first (Unicode table 3-7). */
static bool second_fits(unsigned char first, unsigned char second) {
    switch (first) {
    case 0xE0:
        return second >= 0xA0 && second <= 0xBF;
    case 0xED:
        return second >= 0x80 && second <= 0x9F;
    case 0xF0:
        return second >= 0x90 && second <= 0xBF;
    case 0xF4:
        return second >= 0x80 && second <= 0x8F;
    default:
        return second >= 0x80 && second <= 0xBF;
    }
}

static uint8_t expected_length(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

kti_cp kti_utf8_decode(kt_str str, size_t at) {
    const unsigned char *bytes = (const unsigned char *)str.ptr + at;
    size_t left = str.len - at;
    uint8_t length = expected_length(bytes[0]);
    if (length == 1) return (kti_cp){bytes[0], 1, true};
    if (length == 0 || left < 2 || !second_fits(bytes[0], bytes[1]))
        return (kti_cp){REPLACEMENT, 1, false};
    uint32_t cp = bytes[0] & (0x7Fu >> length);
    cp = cp << 6 | (bytes[1] & 0x3Fu);
    for (uint8_t i = 2; i < length; i++) {
        if (i >= left || (bytes[i] & 0xC0) != 0x80) return (kti_cp){REPLACEMENT, i, false};
        cp = cp << 6 | (bytes[i] & 0x3Fu);
    }
    return (kti_cp){cp, length, true};
}

kti_cp kti_utf8_decode_before(kt_str str, size_t end) {
    size_t lowest = end >= 4 ? end - 4 : 0;
    for (size_t start = end - 1;; start--) {
        /* A unit of forward reading begins at a lead byte, or is a lone trail byte. */
        if (((unsigned char)str.ptr[start] & 0xC0) != 0x80) {
            kti_cp unit = kti_utf8_at((kt_str){str.ptr, end}, start);
            if (start + unit.len == end) return unit;
            break;
        }
        if (start == lowest) break;
    }
    return (kti_cp){REPLACEMENT, 1, false};
}

size_t kti_utf8_encode(uint32_t cp, char bytes[4]) {
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF)) cp = REPLACEMENT;
    if (cp < 0x80) {
        bytes[0] = (char)cp;
        return 1;
    }
    size_t length = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (cp & 0x3F));
        cp >>= 6;
    }
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    bytes[0] = (char)(lead[length] | cp);
    return length;
}

size_t kti_utf8_check(kt_str str, size_t from) {
    while (from < str.len) {
        kti_cp unit = kti_utf8_at(str, from);
        if (!unit.valid) return from;
        from += unit.len;
    }
    return str.len;
}

size_t kti_utf8_count(kt_str str) {
    size_t count = 0;
    for (size_t at = 0; at < str.len; at += kti_utf8_at(str, at).len)
        count++;
    return count;
}

bool kti_utf8_is_boundary(kt_str str, size_t at) {
    if (at == 0 || at >= str.len) return at <= str.len;
    if (((unsigned char)str.ptr[at] & 0xC0) != 0x80) return true;
    for (size_t back = 1; back <= 3 && back <= at; back++) {
        if (((unsigned char)str.ptr[at - back] & 0xC0) == 0x80) continue;
        return kti_utf8_at(str, at - back).len <= back;
    }
    return true; /* a run of stray trail bytes: each stands alone */
}
