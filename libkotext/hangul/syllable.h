/* syllable.h - the arithmetic of kotext/hangul.h for inner loops. */
#ifndef KTI_HANGUL_SYLLABLE_H
#define KTI_HANGUL_SYLLABLE_H

#include <stdbool.h>

#include "kotext/hangul.h"

enum {
    KTI_SYLLABLE_FIRST = 0xAC00,
    KTI_SYLLABLE_LAST = 0xD7A3,
    KTI_VOWELS = 21,
    KTI_FINALS = 28,
    KTI_INITIALS = 19
};

/* Choseong, in Unicode order. */
enum {
    KTI_L_G,
    KTI_L_GG,
    KTI_L_N,
    KTI_L_D,
    KTI_L_DD,
    KTI_L_R,
    KTI_L_M,
    KTI_L_B,
    KTI_L_BB,
    KTI_L_S,
    KTI_L_SS,
    KTI_L_NONE,
    KTI_L_J,
    KTI_L_JJ,
    KTI_L_CH,
    KTI_L_K,
    KTI_L_T,
    KTI_L_P,
    KTI_L_H
};

static inline bool kti_is_tense(unsigned choseong) {
    return choseong == KTI_L_GG || choseong == KTI_L_DD || choseong == KTI_L_BB ||
           choseong == KTI_L_SS || choseong == KTI_L_JJ;
}

/* Jungseong. */
enum {
    KTI_V_A,
    KTI_V_AE,
    KTI_V_YA,
    KTI_V_YAE,
    KTI_V_EO,
    KTI_V_E,
    KTI_V_YEO,
    KTI_V_YE,
    KTI_V_O,
    KTI_V_WA,
    KTI_V_WAE,
    KTI_V_OE,
    KTI_V_YO,
    KTI_V_U,
    KTI_V_WO,
    KTI_V_WE,
    KTI_V_WI,
    KTI_V_YU,
    KTI_V_EU,
    KTI_V_UI,
    KTI_V_I
};

/* Jongseong (batchim). */
enum {
    KTI_T_NONE,
    KTI_T_G,
    KTI_T_GG,
    KTI_T_GS,
    KTI_T_N,
    KTI_T_NJ,
    KTI_T_NH,
    KTI_T_D,
    KTI_T_R,
    KTI_T_RG,
    KTI_T_RM,
    KTI_T_RB,
    KTI_T_RS,
    KTI_T_RT,
    KTI_T_RP,
    KTI_T_RH,
    KTI_T_M,
    KTI_T_B,
    KTI_T_BS,
    KTI_T_S,
    KTI_T_SS,
    KTI_T_NG,
    KTI_T_J,
    KTI_T_CH,
    KTI_T_K,
    KTI_T_T,
    KTI_T_P,
    KTI_T_H
};

static inline bool kti_is_syllable(uint32_t cp) {
    return cp - KTI_SYLLABLE_FIRST <= KTI_SYLLABLE_LAST - KTI_SYLLABLE_FIRST;
}

/* The syllable whose UTF-8 stands at `at`, which may be the end; 0 when none does. */
static inline uint32_t kti_syllable_at(kt_str text, size_t at) {
    if (text.len - at < 3) return 0;
    const unsigned char *b = (const unsigned char *)text.ptr + at;
    uint32_t second = b[1] ^ 0x80u, third = b[2] ^ 0x80u;
    uint32_t cp = ((uint32_t)b[0] << 12 | second << 6 | third) - 0xE0000;
    return (second | third) < 0x40 && kti_is_syllable(cp) ? cp : 0;
}

static inline bool kti_is_syllable_at(kt_str text, size_t at) {
    return kti_syllable_at(text, at) != 0;
}

/* The syllable at `at`, which may be the end, composed or of conjoining jamo, and its bytes; 0 when
 * none does. */
uint32_t kti_any_syllable_at(kt_str text, size_t at, size_t *length);
/* ... and the one that ends at `end`. */
uint32_t kti_any_syllable_before(kt_str text, size_t end, size_t *length);

static inline kt_syllable kti_split(uint32_t cp) {
    uint32_t index = cp - KTI_SYLLABLE_FIRST;
    return (kt_syllable){(uint8_t)(index / (KTI_VOWELS * KTI_FINALS)),
                         (uint8_t)(index / KTI_FINALS % KTI_VOWELS), (uint8_t)(index % KTI_FINALS)};
}

static inline uint32_t kti_join(kt_syllable s) {
    return KTI_SYLLABLE_FIRST + ((uint32_t)s.choseong * KTI_VOWELS + s.jungseong) * KTI_FINALS +
           s.jongseong;
}

#endif
