/* respell.c - how a name is said, for English readers who know no scheme: syllables between
 * hyphens, in spellings that English has one sound for. Our own; docs/spec/respelling.md. */
#include "hangul/syllable.h"
#include "romanize/romanize.h"

static bool before_i(const kti_syl *s) {
    return s->v == KTI_V_I || s->v == KTI_V_WI;
}

/* The l of two is one sound; ㅅ before i is sh. */
static const char *onset(const kti_scheme *scheme, const kti_place *p) {
    if (p->it->l == KTI_L_R && p->before != NULL && p->before->t == KTI_T_R) return scheme->liquid;
    if ((p->it->l == KTI_L_S || p->it->l == KTI_L_SS) && before_i(p->it)) return "sh";
    return scheme->choseong[p->it->l];
}

/* A consonant behind the vowel makes it short: jee but jin, suh but sung. */
static const char *vowel(const kti_scheme *scheme, const kti_place *p) {
    static const char *const closed[21] = {
        [KTI_V_AE] = "e",   [KTI_V_YAE] = "ye", [KTI_V_EO] = "u",   [KTI_V_E] = "e",
        [KTI_V_YEO] = "yu", [KTI_V_YE] = "ye",  [KTI_V_WAE] = "we", [KTI_V_OE] = "we",
        [KTI_V_WO] = "wu",  [KTI_V_WE] = "we",  [KTI_V_WI] = "wi",  [KTI_V_I] = "i"};
    const char *is = p->it->t == KTI_T_NONE ? NULL : closed[p->it->v];
    return is != NULL ? is : scheme->jungseong[p->it->v];
}

const kti_scheme kti_scheme_respell = {
    .number = KT_SCHEME_RESPELL,
    .id = "respell",
    .title = "Plain-English respelling",
    .choseong = {"g", "k", "n", "d", "t", "r", "m", "b", "p", "s", "s", "", "j", "j", "ch", "k",
                 "t", "p", "h"},
    .jungseong = {"ah",  "eh",  "yah", "yeh", "uh",  "eh",  "yuh", "yeh", "oh",  "wah", "weh",
                  "weh", "yoh", "oo",  "wuh", "weh", "wee", "yoo", "eu",  "eui", "ee"},
    .jongseong = {[KTI_T_NONE] = "",
                  [KTI_T_G] = "k",
                  [KTI_T_N] = "n",
                  [KTI_T_D] = "t",
                  [KTI_T_R] = "l",
                  [KTI_T_M] = "m",
                  [KTI_T_B] = "p",
                  [KTI_T_NG] = "ng"},
    .liquid = "l",
    .phono = {.tensing = true, .across_spaces = false, .vowels = true, .keep_h = false},
    .by_syllable = true,
    .onset = onset,
    .vowel = vowel,
    .articles = {[KTI_BY_LETTERS] = "consonants and vowels",
                 [KTI_BY_SOUND] = "sounds",
                 [KTI_BY_AMBIGUOUS] = "syllables",
                 [KTI_BY_CAPITAL] = "names",
                 [KTI_BY_PERSON] = "names",
                 [KTI_BY_NUMBER] = "names",
                 [KTI_BY_JAMO] = "consonants and vowels"},
};
