#include "hangul/syllable.h"

#include "core/utf8.h"

/* ---- composed or conjoining ------------------------------------------------------------------ */

enum { JAMO = 3 /* bytes */, L_BASE = 0x1100, V_BASE = 0x1161, T_BASE = 0x11A7 };

static uint32_t jamo_at(kt_str text, size_t at) {
    return at < text.len ? kti_utf8_at(text, at).cp : 0;
}

uint32_t kti_any_syllable_at(kt_str text, size_t at, size_t *length) {
    uint32_t first = jamo_at(text, at);
    *length = kti_is_syllable(first) ? JAMO : 0;
    if (*length > 0) return first;
    uint32_t l = first - L_BASE, v = jamo_at(text, at + JAMO) - V_BASE;
    if (l >= KTI_INITIALS || v >= KTI_VOWELS) return 0;
    uint32_t t = jamo_at(text, at + 2 * (size_t)JAMO) - T_BASE;
    bool closed = t > 0 && t < KTI_FINALS;
    *length = closed ? 3 * (size_t)JAMO : 2 * (size_t)JAMO;
    return kti_join((kt_syllable){(uint8_t)l, (uint8_t)v, closed ? (uint8_t)t : 0});
}

uint32_t kti_any_syllable_before(kt_str text, size_t end, size_t *length) {
    *length = 0;
    for (size_t jamo = 1; jamo <= 3 && end >= jamo * JAMO; jamo++) {
        uint32_t syllable = kti_any_syllable_at(text, end - jamo * JAMO, length);
        if (syllable != 0 && *length == jamo * JAMO) return syllable;
    }
    *length = 0;
    return 0;
}

/* ---- one code point -------------------------------------------------------------------------- */

int kt_is_syllable(uint32_t code_point) {
    return kti_is_syllable(code_point);
}

kt_syllable kt_syllable_split(uint32_t code_point) {
    return kti_is_syllable(code_point) ? kti_split(code_point) : (kt_syllable){0, 0, 0};
}

uint32_t kt_syllable_join(kt_syllable s) {
    bool fits = s.choseong < KTI_INITIALS && s.jungseong < KTI_VOWELS && s.jongseong < KTI_FINALS;
    return fits ? kti_join(s) : 0;
}

int kt_last_jongseong(kt_str text) {
    size_t length;
    uint32_t syllable = kti_any_syllable_before(text, text.len, &length);
    return syllable != 0 ? kti_split(syllable).jongseong : -1;
}
