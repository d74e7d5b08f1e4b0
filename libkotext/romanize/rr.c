/* rr.c - Revised Romanization of Korean (국어의 로마자 표기법), Ministry of Culture notice 2000-8.
 */
#include "hangul/syllable.h"
#include "romanize/romanize.h"

#include <string.h>

/* Article 3.2: letters of two syllables that read as those of other ones: n|g, ng|vowel, e|o ... */
static bool ambiguous(const kti_syl *before, const kti_syl *after) {
    static const char *const joins[] = {"ae", "eo", "eu", "oe", "ui"};
    if (before->t == KTI_T_N) return after->l == KTI_L_G;
    if (after->l != KTI_L_NONE) return false;
    if (before->t == KTI_T_NG) return true;
    if (before->t != KTI_T_NONE) return false;
    const char *vowel = kti_scheme_rr.jungseong[before->v];
    char pair[3] = {vowel[strlen(vowel) - 1], kti_scheme_rr.jungseong[after->v][0], '\0'};
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++)
        if (strcmp(pair, joins[i]) == 0) return true;
    return false;
}

const kti_scheme kti_scheme_rr = {
    .number = KT_SCHEME_RR,
    .id = "rr",
    .title = "Revised Romanization",
    /* Article 2.2 */
    .choseong = {"g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch",
                 "k", "t", "p", "h"},
    /* Article 2.1 */
    .jungseong = {"a",  "ae", "ya", "yae", "eo", "e",  "yeo", "ye", "o",  "wa", "wae",
                  "oe", "yo", "u",  "wo",  "we", "wi", "yu",  "eu", "ui", "i"},
    .jongseong = {[KTI_T_NONE] = "",
                  [KTI_T_G] = "k",
                  [KTI_T_N] = "n",
                  [KTI_T_D] = "t",
                  [KTI_T_R] = "l",
                  [KTI_T_M] = "m",
                  [KTI_T_B] = "p",
                  [KTI_T_NG] = "ng"},
    .liquid = "l",
    /* Article 3.1: as pronounced, without tensing; a noun's ㅎ stays. */
    .phono = {.tensing = false, .across_spaces = false, .vowels = false, .keep_h = true},
    .names = {.frozen = true, .units = true, .number_read = true, .roads = true},
    .mark = "-",
    .ambiguous = ambiguous,
    .articles = {[KTI_BY_LETTERS] = "2",
                 [KTI_BY_SOUND] = "3.1",
                 [KTI_BY_AMBIGUOUS] = "3.2",
                 [KTI_BY_CAPITAL] = "3.3",
                 [KTI_BY_PERSON] = "3.4",
                 [KTI_BY_UNIT] = "3.5",
                 [KTI_BY_NUMBER] = "3.5",
                 [KTI_BY_JAMO] = "2 (letters)"},
};
