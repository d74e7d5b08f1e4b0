#include "analyze/spoken.h"

#include "core/utf8.h"
#include "hangul/syllable.h"

/* The vowel that a long syllable ends on: 야아, 와아, 요오. */
static int long_vowel(int vowel) {
    switch (vowel) {
    case KTI_V_YA:
    case KTI_V_WA:
        return KTI_V_A;
    case KTI_V_YEO:
    case KTI_V_WO:
        return KTI_V_EO;
    case KTI_V_YO:
        return KTI_V_O;
    case KTI_V_YU:
        return KTI_V_U;
    case KTI_V_YAE:
    case KTI_V_WAE:
        return KTI_V_AE;
    case KTI_V_YE:
    case KTI_V_WE:
    case KTI_V_OE:
        return KTI_V_E;
    case KTI_V_WI:
    case KTI_V_UI:
        return KTI_V_I;
    default:
        return vowel;
    }
}

size_t kti_spoken_drawn(kt_str text, size_t at, uint32_t syllable) {
    enum { TWICE = 2 };
    size_t end = at, count = 0;
    if (!kti_is_syllable(syllable) || kti_split(syllable).jongseong != 0) return 0;
    uint8_t drawn = (uint8_t)long_vowel(kti_split(syllable).jungseong);
    uint32_t vowel = kti_join((kt_syllable){KTI_L_NONE, drawn, 0});
    for (; end < text.len && kti_utf8_at(text, end).cp == vowel; count++)
        end += kti_utf8_at(text, end).len;
    return count >= TWICE ? end - at : 0;
}

uint32_t kti_spoken_open(uint32_t syllable, bool *laughing) {
    if (!kti_is_syllable(syllable)) return 0;
    uint8_t final = kti_split(syllable).jongseong;
    *laughing = final == KTI_T_K || final == KTI_T_H;
    bool playful = *laughing || final == KTI_T_NG || final == KTI_T_B || final == KTI_T_M;
    return playful ? syllable - final : 0;
}

size_t kti_spoken_plain(kt_str surface, bool open, char *plain, uint32_t *at, size_t room) {
    size_t count = 0, from = 0;
    while (from < surface.len) {
        uint32_t cp = kti_utf8_at(surface, from).cp;
        size_t end = from + kti_utf8_at(surface, from).len;
        bool laughing;
        if (count == room) return 0;
        end += kti_spoken_drawn(surface, end, cp);
        if (open && end == surface.len) cp = kti_spoken_open(cp, &laughing);
        plain += kti_utf8_encode(cp, plain);
        at[count++] = (uint32_t)from;
        from = end;
    }
    at[count] = (uint32_t)surface.len;
    return count;
}
