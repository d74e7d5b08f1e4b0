/* dprk.c - the DPRK's rules for writing Korean in Latin letters (UNGEGN papers of 2002 and 2012).
 */
#include "core/str.h"
#include "hangul/syllable.h"
#include "romanize/romanize.h"

/* ㄹ stays r behind other finals (Amrokgang), and behind ㄴ unless usage has made it ll: the words
 * that the South shares (산림 sallim). */
static bool by_usage(const kti_lexicon *lexicon, const kti_phono *phono, size_t at) {
    enum { LONGEST = 6 };
    size_t first = phono->syls[at].eojeol;
    if (lexicon == NULL) return false;
    kt_str text = phono->text;
    for (size_t end = at; end < phono->count && end - first < LONGEST; end++) {
        if (end > at && phono->syls[end].gap != KTI_GAP_NONE) break;
        kt_str word =
            kti_str_cut(text, phono->syls[first].src, phono->syls[end].src + KTI_SYL_BYTES);
        if (kti_lexicon_word(lexicon, word).classes != 0) return true;
    }
    return false;
}

static void settle(const kti_lexicon *lexicon, kti_phono *phono, size_t at, const uint8_t *marks) {
    (void)marks;
    kti_syl *a = &phono->syls[at - 1], *b = &phono->syls[at];
    if (b->gap != KTI_GAP_NONE || b->l0 != KTI_L_R) return;
    if (b->l == KTI_L_N)
        b->l = KTI_L_R;
    else if (a->t0 == KTI_T_N && !by_usage(lexicon, phono, at))
        a->t = KTI_T_N;
}

/* What a place is keeps its voiced initial (Amrokgang), but for units behind their hyphen. */
static bool is_feature(const kti_place *p) {
    bool last = p->after == NULL && p->before != NULL && !p->mark_before;
    bool gang = p->it->v0 == KTI_V_A && p->it->t0 == KTI_T_NG;
    bool gol = p->it->v0 == KTI_V_O && p->it->t0 == KTI_T_R;
    return last && p->it->kind == KT_TOKEN_PLACE && p->it->l0 == KTI_L_G && (gang || gol);
}

/* ㄹ behind ㄹ is r (mulre) where it is written so, l where ㄴ has become ㄹ (Hallasan). */
static const char *onset(const kti_scheme *scheme, const kti_place *p) {
    bool written = p->before != NULL && p->before->t0 == KTI_T_R && p->it->l0 == KTI_L_R;
    if (p->it->l == KTI_L_R && written) return "r";
    if (is_feature(p)) return "g";
    return kti_voicing_onset(scheme, p);
}

/* The two capitals keep the form that the world knows. */
static const kti_fixed fixed[] = {
    {"평양", {{"Pyo", "ng"}}},
    {"서울", {{"Seo", ""}}},
    {"한나산", {{NULL, "l"}, {"la", ""}}}, /* ll by usage */
    {"", {{NULL, NULL}}},
};

/* ㅚ is oi since 2012. */
#define DPRK(NUMBER, ID, TITLE, OE)                                                                \
    {                                                                                              \
        .number = (NUMBER), .id = (ID), .title = (TITLE),                                          \
        .choseong = {"k",  "kk", "n", "t",  "tt", "r",  "m",  "p",  "pp", "s",                     \
                     "ss", "",   "j", "jj", "ch", "kh", "th", "ph", "h"},                          \
        .voiced = {[KTI_L_G] = "g", [KTI_L_D] = "d", [KTI_L_B] = "b"},                             \
        .jungseong = {"a", "ae", "ya", "yae", "ŏ",  "e",  "yŏ", "ye", "o",  "wa", "wae",           \
                      OE,  "yo", "u",  "wŏ",  "we", "wi", "yu", "ŭ",  "ŭi", "i"},                  \
        .jongseong = {[KTI_T_NONE] = "", [KTI_T_G] = "k", [KTI_T_N] = "n", [KTI_T_D] = "t",        \
                      [KTI_T_R] = "l",   [KTI_T_M] = "m", [KTI_T_B] = "p", [KTI_T_NG] = "ng"},     \
        .liquid = "l",                                                                             \
        .phono = {.tensing = false, .across_spaces = false, .vowels = false, .keep_h = false},     \
        .names = {.given_words = true, .units = true, .long_units = true, .plain = true},          \
        .capital_pair = true, .of_places = true, .onset = onset, .settle = settle, .fixed = fixed, \
        .asks_words = true,                                                                        \
        .articles = {[KTI_BY_LETTERS] = "letters",       [KTI_BY_SOUND] = "sounds",                \
                     [KTI_BY_AMBIGUOUS] = "sounds",      [KTI_BY_CAPITAL] = "capitals",            \
                     [KTI_BY_PERSON] = "personal names", [KTI_BY_UNIT] = "units",                  \
                     [KTI_BY_NUMBER] = "numbers",        [KTI_BY_JAMO] = "letters",                \
                     [KTI_BY_VOICED] = "letters",        [KTI_BY_DIVISION] = "capitals"},          \
    }

const kti_scheme kti_scheme_dprk = DPRK(KT_SCHEME_DPRK, "dprk", "DPRK romanization", "oi");
const kti_scheme kti_scheme_dprk_2002 =
    DPRK(KT_SCHEME_DPRK_2002, "dprk-2002", "DPRK romanization (2002)", "oe");
