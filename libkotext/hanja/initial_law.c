/* initial_law.c - Hangul Orthography articles 10-12: what ㄴ and ㄹ become where a word begins. */
#include "hangul/syllable.h"
#include "hanja/hanja.h"

static bool is_palatal(uint8_t v) {
    return v == KTI_V_YA || v == KTI_V_YEO || v == KTI_V_YE || v == KTI_V_YO || v == KTI_V_YU ||
           v == KTI_V_I;
}

/* 녀 뇨 뉴 니; not 냐, 녜. */
static bool loses_n(uint8_t v) {
    return v == KTI_V_YEO || v == KTI_V_YO || v == KTI_V_YU || v == KTI_V_I;
}

uint32_t kti_initial_law(uint32_t syllable, uint32_t *rule) {
    kt_syllable s = kti_split(syllable);
    if (s.choseong == KTI_L_N && loses_n(s.jungseong)) {
        *rule = KTI_HANJA_LAW_N;
        s.choseong = KTI_L_NONE;
    } else if (s.choseong == KTI_L_R && is_palatal(s.jungseong)) {
        *rule = KTI_HANJA_LAW_R;
        s.choseong = KTI_L_NONE;
    } else if (s.choseong == KTI_L_R) {
        *rule = KTI_HANJA_LAW_RR;
        s.choseong = KTI_L_N;
    }
    return kti_join(s);
}
