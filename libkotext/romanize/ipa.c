/* ipa.c - the International Phonetic Alphabet, after the Handbook of the IPA's illustration of
 * Korean (1999). Broad: phonemes; narrow: what becomes of them in their places. */
#include "hangul/syllable.h"
#include "romanize/romanize.h"

static bool before_front(const kti_syl *s) {
    return s->v == KTI_V_I || s->v == KTI_V_WI || s->v == KTI_V_YA || s->v == KTI_V_YEO ||
           s->v == KTI_V_YO || s->v == KTI_V_YU || s->v == KTI_V_YE || s->v == KTI_V_YAE;
}

/* ㅅ before i and y, ㅎ before i, u and between vowels. */
static const char *narrow_fricative(const kti_place *p) {
    const kti_syl *s = p->it;
    if (s->l == KTI_L_S) return before_front(s) ? "ɕ" : "sʰ";
    if (s->l == KTI_L_SS) return before_front(s) ? "ɕ͈" : "s͈";
    if (s->l != KTI_L_H) return NULL;
    if (kti_is_voiced(p)) return "ɦ";
    if (before_front(s)) return "ç";
    return s->v == KTI_V_EU ? "x" : s->v == KTI_V_U ? "ɸ" : "h";
}

static const char *onset(const kti_scheme *scheme, const kti_place *p) {
    const kti_syl *s = p->it;
    if (s->l == KTI_L_R && p->before != NULL && p->before->t == KTI_T_R)
        return p->narrow && before_front(s) ? "ʎ" : "l";
    const char *voiced = kti_is_voiced(p) ? scheme->voiced[s->l] : NULL;
    if (voiced != NULL) return voiced;
    const char *fricative = p->narrow ? narrow_fricative(p) : NULL;
    if (fricative != NULL) return fricative;
    if (p->narrow && s->l == KTI_L_N && before_front(s)) return "ɲ";
    return scheme->choseong[s->l];
}

static const char *coda(const kti_scheme *scheme, const kti_place *p) {
    bool before_r = p->after != NULL && p->after->l == KTI_L_R && before_front(p->after);
    if (p->narrow && p->it->t == KTI_T_R && before_r) return "ʎ";
    return scheme->jongseong[p->it->t];
}

const kti_scheme kti_scheme_ipa = {
    .number = KT_SCHEME_IPA,
    .id = "ipa",
    .title = "IPA",
    .choseong = {"k", "k͈", "n", "t", "t͈", "ɾ", "m", "p", "p͈", "s", "s͈", "", "t͡ɕ", "t͡ɕ͈", "t͡ɕʰ", "kʰ",
                 "tʰ", "pʰ", "h"},
    .voiced = {[KTI_L_G] = "ɡ", [KTI_L_D] = "d", [KTI_L_B] = "b", [KTI_L_J] = "d͡ʑ"},
    .jungseong = {"a",  "ɛ",  "ja", "jɛ", "ʌ",  "e",  "jʌ", "je", "o",  "wa", "wɛ",
                  "we", "jo", "u",  "wʌ", "we", "wi", "ju", "ɯ",  "ɰi", "i"},
    .jongseong = {[KTI_T_NONE] = "",
                  [KTI_T_G] = "k̚",
                  [KTI_T_N] = "n",
                  [KTI_T_D] = "t̚",
                  [KTI_T_R] = "l",
                  [KTI_T_M] = "m",
                  [KTI_T_B] = "p̚",
                  [KTI_T_NG] = "ŋ"},
    .liquid = "l",
    .phono = {.tensing = true, .across_spaces = true, .vowels = true, .keep_h = false},
    .onset = onset,
    .coda = coda,
    .articles = {[KTI_BY_LETTERS] = "consonants and vowels",
                 [KTI_BY_SOUND] = "conventions",
                 [KTI_BY_NUMBER] = "conventions",
                 [KTI_BY_JAMO] = "consonants and vowels",
                 [KTI_BY_VOICED] = "conventions"},
};
