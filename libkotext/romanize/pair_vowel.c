/* pair_vowel.c - vowels whose letters depend on whether a final follows (suh, sung; jee, jin), for
 * the tables of pairs.h: what both have in common is written with the onset, the rest behind it. */
#include <string.h>

#include "romanize/pair_make.h"

/* A vowel's letters with a final and without, and how many both begin with. */
typedef struct vowel {
    const char *open, *closed;
    size_t common;
} vowel;

static const char *letters_of(const kti_scheme *scheme, const kti_syl *s, uint8_t final) {
    kti_syl with = *s;
    kti_place p = {.it = &with};
    with.t = final;
    return scheme->vowel != NULL ? scheme->vowel(scheme, &p) : scheme->jungseong[s->v];
}

static vowel vowel_of(const kti_scheme *scheme, const kti_syl *s) {
    vowel v = {letters_of(scheme, s, KTI_T_NONE), letters_of(scheme, s, KTI_T_NG), 0};
    while (v.open[v.common] != '\0' && v.open[v.common] == v.closed[v.common])
        v.common++;
    return v;
}

void kti_pair_vowel_begin(const kti_scheme *scheme, const kti_syl *s, kti_letters *out) {
    vowel v = vowel_of(scheme, s);
    kti_letters begin = {.len = 0};
    memcpy(begin.text, v.open, v.common);
    begin.text[v.common] = '\0';
    kti_letters_add(out, begin.text);
}

/* As it sounds when it stands alone: 희 has the vowel of 히. */
static kti_syl alone(const kti_scheme *scheme, const kti_syl *s) {
    kti_syl it = *s;
    kti_phono phono = {.syls = &it, .count = 1};
    it.gap = KTI_GAP_HARD;
    kti_phono_change(&phono, &scheme->phono, NULL);
    return it;
}

void kti_pair_vowel_end(const kti_scheme *scheme, const kti_syl *s, kti_letters *out) {
    kti_syl it = alone(scheme, s);
    vowel v = vowel_of(scheme, &it);
    kti_letters_add(out, (s->t == KTI_T_NONE ? v.open : v.closed) + v.common);
}

unsigned kti_pair_vowel_rows(const kti_scheme *scheme, kt_syllable s) {
    kti_syl written = {.l = s.choseong,
                       .v = s.jungseong,
                       .t = s.jongseong,
                       .l0 = s.choseong,
                       .v0 = s.jungseong,
                       .t0 = s.jongseong};
    kti_syl it = alone(scheme, &written);
    vowel v = vowel_of(scheme, &it);
    if (v.closed[v.common] != '\0') return KTI_PAIR_OTHER;
    return v.open[v.common] != '\0' ? KTI_PAIR_LONGER : 0;
}

uint8_t kti_pair_vowel_example(unsigned row) {
    if (row >= KTI_PAIR_OTHER) return KTI_V_I;
    return row >= KTI_PAIR_LONGER ? KTI_V_EO : KTI_V_O;
}
