/* mr.c - McCune-Reischauer: Transactions of the Korea Branch of the Royal Asiatic Society 29
 * (1939).
 */
#include "hangul/syllable.h"
#include "romanize/romanize.h"

/* Table 4, note: 쉬 is shwi. */
const char *kti_mr_onset(const kti_scheme *scheme, const kti_place *p) {
    if (p->it->l == KTI_L_S && p->it->v == KTI_V_WI) return "sh";
    return kti_voicing_onset(scheme, p);
}

/* y is not heard behind ㅈ ㅉ ㅊ: 졋 is chŏt. */
static const char *vowel(const kti_scheme *scheme, const kti_place *p) {
    uint8_t l = p->it->l;
    bool palatal = l == KTI_L_J || l == KTI_L_JJ || l == KTI_L_CH;
    const char *letters = scheme->jungseong[p->it->v];
    return palatal && letters[0] == 'y' ? letters + 1 : letters;
}

const kti_scheme kti_scheme_mr = {
    .number = KT_SCHEME_MR,
    .id = "mr",
    .title = "McCune-Reischauer",
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
    .names = {.given_hyphen = true,
              .yi = true,
              .law = true,
              .units = true,
              .long_units = true,
              .counted = true},
    .old_spelling = true,
    .onset = kti_mr_onset,
    .vowel = vowel,
    .coda = kti_mr_coda,
    .articles = {[KTI_BY_LETTERS] = "tables of vowels and consonants",
                 [KTI_BY_SOUND] = "tables of finals with initials",
                 [KTI_BY_AMBIGUOUS] = "n’g",
                 [KTI_BY_CAPITAL] = "proper names",
                 [KTI_BY_PERSON] = "personal names",
                 [KTI_BY_UNIT] = "geographic names",
                 [KTI_BY_NUMBER] = "numbers",
                 [KTI_BY_JAMO] = "tables of vowels and consonants",
                 [KTI_BY_VOICED] = "initials between voiced sounds",
                 [KTI_BY_DIVISION] = "word division"},
};
