/* ala_lc.c - ALA-LC Romanization Tables: Korean (Romanization and Word Division). */
#include "hangul/syllable.h"
#include "romanize/romanize.h"

/* ㄴ + ㄹ are n-n before the suffix of a division (Nogŭn-ni). */
static void settle(const kti_lexicon *lexicon, kti_phono *phono, size_t at, const uint8_t *marks) {
    (void)lexicon;
    kti_syl *a = &phono->syls[at - 1], *b = &phono->syls[at];
    bool unit = (marks[b->src] & KTI_MARK_HYPHEN) != 0 && b->kind != KT_TOKEN_PERSON;
    if (!unit || b->gap != KTI_GAP_NONE || a->t0 != KTI_T_N || b->l0 != KTI_L_R) return;
    a->t = KTI_T_N;
    b->l = KTI_L_N;
}

const kti_scheme kti_scheme_ala_lc = {
    .number = KT_SCHEME_ALA_LC,
    .id = "ala-lc",
    .title = "ALA-LC Korean",
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
    .phono = {.tensing = true,
              .across_spaces = false,
              .vowels = false,
              .keep_h = false,
              .nearest = true},
    .names = {.given_hyphen = true,
              .yi = true,
              .law = true,
              .units = true,
              .long_units = true,
              .counted = true},
    .divided = true,
    .titles = true,
    .onset = kti_voicing_onset,
    .coda = kti_mr_coda,
    .settle = settle,
    .articles = {[KTI_BY_LETTERS] = "romanization: letters",
                 [KTI_BY_SOUND] = "romanization: sounds",
                 [KTI_BY_AMBIGUOUS] = "romanization: apostrophe",
                 [KTI_BY_CAPITAL] = "capitalization",
                 [KTI_BY_PERSON] = "personal names",
                 [KTI_BY_UNIT] = "geographic names",
                 [KTI_BY_NUMBER] = "numerals",
                 [KTI_BY_JAMO] = "romanization: letters",
                 [KTI_BY_VOICED] = "romanization: sounds",
                 [KTI_BY_DIVISION] = "word division"},
};
