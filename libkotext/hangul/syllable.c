#include "hangul/syllable.h"

#include "core/utf8.h"

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
    if (text.len == 0) return -1;
    uint32_t cp = kti_utf8_before(text, text.len).cp;
    return kti_is_syllable(cp) ? kti_split(cp).jongseong : -1;
}
