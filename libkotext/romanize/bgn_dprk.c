/* bgn_dprk.c - BGN/PCGN for place names in the DPRK: McCune-Reischauer as both boards agreed on it
 * in 1945. A generic term follows a hyphen, and sounds pass across it (Yŏngjil-li). */
#include "hangul/syllable.h"
#include "romanize/romanize.h"

/* ㄴ + ㄹ are ll, before a suffix too. */
static void settle(const kti_lexicon *lexicon, kti_phono *phono, size_t at, const uint8_t *marks) {
    (void)marks;
    (void)lexicon;
    kti_syl *a = &phono->syls[at - 1], *b = &phono->syls[at];
    bool joined = b->gap == KTI_GAP_NONE || b->gap == KTI_GAP_FROZEN;
    if (!joined || a->t0 != KTI_T_N || b->l0 != KTI_L_R || b->l != KTI_L_N) return;
    a->t = KTI_T_R;
    b->l = KTI_L_R;
}

const kti_scheme kti_scheme_bgn_dprk = {
    .number = KT_SCHEME_BGN_DPRK,
    .id = "bgn-dprk",
    .title = "BGN/PCGN (DPRK)",
    .choseong = {"k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "tch", "ch’",
                 "k’", "t’", "p’", "h"},
    .voiced = {[KTI_L_G] = "g", [KTI_L_D] = "d", [KTI_L_B] = "b", [KTI_L_J] = "j"},
    .merged = {"kh", "th", "ph"},
    .jungseong = {"a",  "ae", "ya", "yae", "ŏ",  "e",  "yŏ", "ye", "o",  "wa", "wae",
                  "oe", "yo", "u",  "wŏ",  "we", "wi", "yu", "ŭ",  "ŭi", "i"},
    .jongseong = {[KTI_T_NONE] = "",
                  [KTI_T_G] = "k",
                  [KTI_T_N] = "n",
                  [KTI_T_D] = "t",
                  [KTI_T_R] = "l",
                  [KTI_T_M] = "m",
                  [KTI_T_B] = "p",
                  [KTI_T_NG] = "ng"},
    .liquid = "l",
    .phono = {.tensing = true, .across_spaces = false, .vowels = false, .keep_h = false},
    .names = {.given_hyphen = true, .units = true, .long_units = true, .counted = true},
    .of_places = true,
    .onset = kti_mr_onset,
    .coda = kti_mr_coda,
    .settle = settle,
    .articles = {[KTI_BY_LETTERS] = "letters",
                 [KTI_BY_SOUND] = "sounds",
                 [KTI_BY_AMBIGUOUS] = "n’g",
                 [KTI_BY_CAPITAL] = "geographical names",
                 [KTI_BY_PERSON] = "personal names",
                 [KTI_BY_UNIT] = "generic terms",
                 [KTI_BY_NUMBER] = "numbers",
                 [KTI_BY_JAMO] = "letters",
                 [KTI_BY_VOICED] = "sounds",
                 [KTI_BY_DIVISION] = "word division"},
};
