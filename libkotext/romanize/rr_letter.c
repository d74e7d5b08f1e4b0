/* rr_letter.c - Revised Romanization article 3.8: letter by letter, for texts that must be read
 * back. ㄱ ㄷ ㅂ ㄹ are g d b l wherever they stand, ㅇ inside a word is a hyphen. */
#include "hangul/syllable.h"
#include "romanize/exact.h"

/* A reader gives the next syllable as many letters as it can take; where that is wrong, a hyphen
 * shows it: 갓사 gas-sa, 가싸 gassa. */
static bool ambiguous(const kti_syl *before, const kti_syl *after) {
    return kti_exact_ambiguous(&kti_scheme_rr_letter, before, after);
}

const kti_scheme kti_scheme_rr_letter = {
    .number = KT_SCHEME_RR_LETTER,
    .id = "rr-letter",
    .title = "Revised Romanization, letter by letter",
    .choseong = {"g", "kk", "n", "d", "tt", "l", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch",
                 "k", "t", "p", "h"},
    .jungseong = {"a",  "ae", "ya", "yae", "eo", "e",  "yeo", "ye", "o",  "wa", "wae",
                  "oe", "yo", "u",  "wo",  "we", "wi", "yu",  "eu", "ui", "i"},
    .jongseong = {"",   "g",  "kk", "gs", "n",  "nj", "nh", "d",  "l", "lg", "lm", "lb", "ls", "lt",
                  "lp", "lh", "m",  "b",  "bs", "s",  "ss", "ng", "j", "ch", "k",  "t",  "p",  "h"},
    .liquid = "l",
    .by_letters = true,
    .exact = true,
    .mark = "-",
    .ambiguous = ambiguous,
    .articles = {[KTI_BY_LETTERS] = "3.8",
                 [KTI_BY_SOUND] = "3.8",
                 [KTI_BY_AMBIGUOUS] = "3.8",
                 [KTI_BY_CAPITAL] = "3.3",
                 [KTI_BY_PERSON] = "3.4",
                 [KTI_BY_UNIT] = "3.5",
                 [KTI_BY_NUMBER] = "3.8",
                 [KTI_BY_JAMO] = "3.8",
                 [KTI_BY_ESCAPED] = "3.8 (escape)"},
};
