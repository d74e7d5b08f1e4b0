/* yale.c - Yale romanization (S. E. Martin, A Reference Grammar of Korean, 1992): the spelling,
 * with q where a tense sound is not spelt. */
#include "hangul/syllable.h"
#include "phono/coda.h"
#include "phono/rules.h"
#include "romanize/romanize.h"

/* wu is u after a labial and after y. */
static const char *vowel(const kti_scheme *scheme, const kti_place *p) {
    uint8_t l = p->it->l0;
    bool labial = l == KTI_L_M || l == KTI_L_B || l == KTI_L_BB || l == KTI_L_P;
    if (p->it->v == KTI_V_U && labial) return "u";
    return scheme->jungseong[p->it->v];
}

/* Tensing that the spelling does not show and no rule of endings gives: 글자 kulqca. */
static void settle(const kti_lexicon *lexicon, kti_phono *phono, size_t at, const uint8_t *marks) {
    (void)lexicon;
    (void)marks;
    static const kti_phono_options options = {.tensing = true};
    kti_syl *a = &phono->syls[at - 1], *b = &phono->syls[at];
    const kti_syl first = *a, second = *b;
    if (b->gap != KTI_GAP_NONE || kti_is_obstruent(kti_codas[a->t0].neutral)) return;
    kti_phono_meet(phono, at, &options);
    const kti_syl heard = *b;
    *a = first;
    *b = second;
    bool ending =
        heard.rule == KTI_STD_24 || heard.rule == KTI_STD_25 || heard.rule == KTI_STD_12_2;
    bool tense = heard.l != heard.l0 && kti_tense_of(heard.l0) == heard.l;
    if (tense && !ending) b->rule = KTI_STD_26;
}

static const char *onset(const kti_scheme *scheme, const kti_place *p) {
    static const char *const tensed[KTI_INITIALS] = {
        [KTI_L_G] = "qk", [KTI_L_D] = "qt", [KTI_L_B] = "qp", [KTI_L_S] = "qs", [KTI_L_J] = "qc"};
    bool tense = p->it->rule == KTI_STD_26;
    if (tense && tensed[p->it->l] != NULL) return tensed[p->it->l];
    return scheme->choseong[p->it->l];
}

/* A period where a final would be taken for the next syllable's onset: kak.a. */
static bool ambiguous(const kti_syl *before, const kti_syl *after) {
    if (after->l0 == KTI_L_NONE) return before->t0 != KTI_T_NONE && before->t0 != KTI_T_NG;
    bool doubles = kti_is_tense(after->l0);
    return doubles && before->t0 != KTI_T_NONE;
}

const kti_scheme kti_scheme_yale = {
    .number = KT_SCHEME_YALE,
    .id = "yale",
    .title = "Yale romanization",
    .choseong = {"k", "kk", "n", "t", "tt", "l", "m", "p", "pp", "s", "ss", "", "c", "cc", "ch",
                 "kh", "th", "ph", "h"},
    .jungseong = {"a",  "ay", "ya", "yay", "e",   "ey", "ye", "yey", "o",  "wa", "way",
                  "oy", "yo", "wu", "we",  "wey", "wi", "yu", "u",   "uy", "i"},
    .jongseong = {"",   "k",  "kk", "ks",  "n",   "nc", "nh", "t", "l",  "lk",
                  "lm", "lp", "ls", "lth", "lph", "lh", "m",  "p", "ps", "s",
                  "ss", "ng", "c",  "ch",  "kh",  "th", "ph", "h"},
    .liquid = "l",
    .by_letters = true,
    .divided = true,
    .hears_tense = true,
    .mark = ".",
    .ambiguous = ambiguous,
    .onset = onset,
    .vowel = vowel,
    .settle = settle,
    .articles = {[KTI_BY_LETTERS] = "letters",
                 [KTI_BY_SOUND] = "q",
                 [KTI_BY_AMBIGUOUS] = "period",
                 [KTI_BY_CAPITAL] = "names",
                 [KTI_BY_PERSON] = "names",
                 [KTI_BY_UNIT] = "names",
                 [KTI_BY_NUMBER] = "numbers",
                 [KTI_BY_JAMO] = "letters",
                 [KTI_BY_DIVISION] = "particles stand apart"},
};
