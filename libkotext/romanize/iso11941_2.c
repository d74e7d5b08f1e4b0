/* iso11941_2.c - ISO/TR 11941:1996 method II: letter by letter, with an apostrophe before ㅇ inside
 * a word and before the tense onsets. */
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
        return true;
    default:
        return false;
    }
}

const kti_scheme kti_scheme_iso11941_2 = {
    .number = KT_SCHEME_ISO11941_2,
    .id = "iso11941-2",
    .title = "ISO/TR 11941 method II",
    .choseong = {"g", "gg", "n", "d", "dd", "r", "m", "b", "bb", "s", "ss", "", "j", "jj", "c", "k",
                 "t", "p", "h"},
    .jungseong = {"a",  "ae", "ya", "yae", "eo", "e",  "yeo", "ye", "o",  "wa", "wae",
                  "oe", "yo", "u",  "weo", "we", "wi", "yu",  "eu", "yi", "i"},
    .jongseong = {"",   "g",  "gg", "gs", "n",  "nj", "nh", "d",  "l", "lg", "lm", "lb", "ls", "lt",
                  "lp", "lh", "m",  "b",  "bs", "s",  "ss", "ng", "j", "c",  "k",  "t",  "p",  "h"},
    .liquid = "r",
    .by_letters = true,
    .exact = true,
    .mark = "'",
    .ambiguous = ambiguous,
    .articles = {[KTI_BY_LETTERS] = "method II: letters",
                 [KTI_BY_SOUND] = "method II: letters",
                 [KTI_BY_AMBIGUOUS] = "apostrophe",
                 [KTI_BY_CAPITAL] = "capitals",
                 [KTI_BY_PERSON] = "capitals",
                 [KTI_BY_UNIT] = "capitals",
                 [KTI_BY_NUMBER] = "numbers",
                 [KTI_BY_JAMO] = "method II: letters",
                 [KTI_BY_ESCAPED] = "apostrophe (escape)"},
};
