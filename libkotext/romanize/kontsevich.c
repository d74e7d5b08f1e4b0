/* kontsevich.c - Kontsevich's system for Russian (L. R. Kontsevich, after A. A. Kholodovich). */
#include "hangul/syllable.h"
#include "romanize/romanize.h"

/* The final ㄹ is ль, р before ㅎ, л before another л; ㅇ before a vowel is нъ. */
static const char *coda(const kti_scheme *scheme, const kti_place *p) {
    bool joined = p->after != NULL && !p->mark_after;
    if (p->it->t == KTI_T_R && joined && p->after->l == KTI_L_R) return "л";
    if (p->it->t == KTI_T_R && joined && p->after->l == KTI_L_H) return "р";
    if (p->it->t == KTI_T_NG && joined && p->after->l == KTI_L_NONE) return "нъ";
    return scheme->jongseong[p->it->t];
}

static const char *onset(const kti_scheme *scheme, const kti_place *p) {
    if (p->it->l == KTI_L_S && p->it->v == KTI_V_WI) return "ш";
    return kti_voicing_onset(scheme, p);
}

/* ㅔ is э where it begins a word or follows a vowel, е after a consonant. */
static const char *vowel(const kti_scheme *scheme, const kti_place *p) {
    if (p->it->v == KTI_V_E && p->it->l == KTI_L_NONE) return "э";
    if (p->it->v == KTI_V_YE && p->it->l != KTI_L_NONE) return "е"; /* 계 ке */
    return scheme->jungseong[p->it->v];
}

const kti_scheme kti_scheme_kontsevich = {
    .number = KT_SCHEME_KONTSEVICH,
    .id = "kontsevich",
    .title = "Kontsevich",
    .choseong = {"к", "кк", "н", "т", "тт", "р", "м", "п", "пп", "с", "сс", "", "ч", "чч", "чх",
                 "кх", "тх", "пх", "х"},
    .voiced = {[KTI_L_G] = "г", [KTI_L_D] = "д", [KTI_L_B] = "б", [KTI_L_J] = "дж"},
    .jungseong = {"а",  "э", "я", "йя", "о",  "е",  "ё", "йе", "о",  "ва", "вэ",
                  "ве", "ё", "у", "во", "ве", "ви", "ю", "ы",  "ый", "и"},
    .jongseong = {[KTI_T_NONE] = "",
                  [KTI_T_G] = "к",
                  [KTI_T_N] = "н",
                  [KTI_T_D] = "т",
                  [KTI_T_R] = "ль",
                  [KTI_T_M] = "м",
                  [KTI_T_B] = "п",
                  [KTI_T_NG] = "н"},
    .liquid = "л",
    .phono = {.tensing = true, .across_spaces = false, .vowels = true, .keep_h = false},
    .names = {.units = true},
    .onset = onset,
    .vowel = vowel,
    .coda = coda,
    .articles = {[KTI_BY_LETTERS] = "letters",
                 [KTI_BY_SOUND] = "sounds",
                 [KTI_BY_AMBIGUOUS] = "нъ",
                 [KTI_BY_CAPITAL] = "capitals",
                 [KTI_BY_PERSON] = "personal names",
                 [KTI_BY_UNIT] = "places",
                 [KTI_BY_NUMBER] = "numbers",
                 [KTI_BY_JAMO] = "letters",
                 [KTI_BY_VOICED] = "voiced consonants",
                 [KTI_BY_DIVISION] = "word division"},
};
