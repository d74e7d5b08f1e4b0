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
static void settle(const kti_lexicon *lexicon, kti_phono *phono, const uint8_t *marks,
                   kti_arena *arena) {
    (void)marks;
    static const kti_phono_options options = {.tensing = true};
    (void)lexicon;
    kti_phono heard = *phono;
    heard.syls = kti_arena_take(arena, (phono->count + 1) * sizeof *heard.syls);
    if (heard.syls == NULL) return;
    for (size_t i = 0; i < phono->count; i++)
        heard.syls[i] = phono->syls[i];
    kti_phono_change(&heard, &options, NULL);
    for (size_t i = 1; i < phono->count; i++) {
        const kti_syl *h = &heard.syls[i];
        bool ending = h->rule == KTI_STD_24 || h->rule == KTI_STD_25 || h->rule == KTI_STD_12_2;
        bool tense = h->l != h->l0 && kti_tense_of(h->l0) == h->l;
        uint8_t coda = kti_codas[phono->syls[i - 1].t0].neutral;
        if (tense && !ending && !kti_is_obstruent(coda)) phono->syls[i].rule = KTI_STD_26;
    }
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
    bool doubles = after->l0 == KTI_L_GG || after->l0 == KTI_L_DD || after->l0 == KTI_L_BB ||
                   after->l0 == KTI_L_SS || after->l0 == KTI_L_JJ;
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
