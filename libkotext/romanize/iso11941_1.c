/* iso11941_1.c - ISO/TR 11941:1996 method I: letter by letter, with an apostrophe before ㅇ inside
 * a word and before the onsets of two letters (tense and aspirate). */
#include "hangul/syllable.h"
#include "romanize/romanize.h"

/* One letter between vowels begins the next syllable; two would, so they are set off. */
static bool ambiguous(const kti_syl *before, const kti_syl *after) {
    (void)before;
    switch (after->l) {
    case KTI_L_NONE:
    case KTI_L_GG:
    case KTI_L_DD:
    case KTI_L_BB:
    case KTI_L_SS:
    case KTI_L_JJ:
    case KTI_L_CH:
    case KTI_L_K:
    case KTI_L_T:
    case KTI_L_P:
        return true;
    default:
        return false;
    }
}

const kti_scheme kti_scheme_iso11941_1 = {
    .number = KT_SCHEME_ISO11941_1,
    .id = "iso11941-1",
    .title = "ISO/TR 11941 method I",
    .choseong = {"k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "c", "cc", "ch",
                 "kh", "th", "ph", "h"},
    .jungseong = {"a",  "ae", "ya", "yae", "eo", "e",  "yeo", "ye", "o",  "wa", "wae",
                  "oe", "yo", "u",  "weo", "we", "wi", "yu",  "eu", "yi", "i"},
    .jongseong = {"",   "k",  "kk", "ks",  "n",   "nc", "nh", "t", "l",  "lk",
                  "lm", "lp", "ls", "lth", "lph", "lh", "m",  "p", "ps", "s",
                  "ss", "ng", "c",  "ch",  "kh",  "th", "ph", "h"},
    .liquid = "r",
    .by_letters = true,
    .exact = true,
    .mark = "'",
    .ambiguous = ambiguous,
    .articles = {[KTI_BY_LETTERS] = "method I: letters",
                 [KTI_BY_SOUND] = "method I: letters",
                 [KTI_BY_AMBIGUOUS] = "apostrophe",
                 [KTI_BY_CAPITAL] = "capitals",
                 [KTI_BY_PERSON] = "capitals",
                 [KTI_BY_UNIT] = "capitals",
                 [KTI_BY_NUMBER] = "numbers",
                 [KTI_BY_JAMO] = "method I: letters",
                 [KTI_BY_ESCAPED] = "apostrophe (escape)"},
};
