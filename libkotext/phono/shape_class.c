#include "phono/shape_class.h"

#include "hangul/syllable.h"
#include "phono/coda.h"

/* ---- before the place ----------------------------------------------------------------------- */

/* The letters' names (16) and prefixes before a word of its own (15), by final; stems in ㄴ and ㅁ
 * (24); nouns in ㄺ and stems in ㄼ (10, 11). */
static const uint16_t owns[KTI_SHAPE_OWN][11] = {
    {u'귿'},
    {u'첫', u'헛', u'풋', u'덧'},
    {u'읒'},
    {u'읓'},
    {u'읔'},
    {u'겉', u'홑', u'읕'},
    {u'읖'},
    {u'읗'},
    {u'신', u'안'},
    {u'감', u'남', u'담', u'넘', u'숨', u'참', u'품', u'삼', u'심', u'금', u'듬'},
    {u'닭', u'흙', u'칡', u'삵', u'슭'},
    {u'밟'},
    {u'넓'},
};

enum { OWN_N = 8, OWN_M, OWN_NOUN, OWN_BALP, OWN_NEOLP };

static bool is_nasal_stem(unsigned own) {
    return own == OWN_N || own == OWN_M;
}

unsigned kti_shape_own(uint32_t a, bool tensing) {
    for (unsigned own = 0; own < KTI_SHAPE_OWN; own++)
        if ((tensing || !is_nasal_stem(own)) && KTI_AMONG(a, owns[own])) return own;
    return KTI_SHAPE_OWN;
}

uint32_t kti_shape_own_example(unsigned own) {
    return own < KTI_SHAPE_OWN ? owns[own][0] : 0;
}

/* ---- before a vowel (15, 29) ---------------------------------------------------------------- */

/* Words of two syllables; the first alone is none. */
static const struct {
    uint16_t first, second;
} twos[] = {
    {u'이', u'불'}, {u'아', u'래'}, {u'어', u'미'}, {u'어', u'른'}, {u'어', u'치'},
    {u'외', u'투'}, {u'웃', u'음'}, {u'울', u'음'}, {u'여', u'름'}, {u'연', u'필'},
    {u'연', u'료'}, {u'열', u'차'}, {u'요', u'기'},
};

enum { TWOS = sizeof twos / sizeof *twos };

static bool begins_two(uint32_t b) {
    for (size_t i = 0; i < TWOS; i++)
        if (twos[i].first == b) return true;
    return false;
}

bool kti_shape_completes(uint32_t b) {
    for (size_t i = 0; i < TWOS; i++)
        if (twos[i].second == b) return true;
    return false;
}

/* Words of one syllable: those with another sound before them (29), and those that only keep a
 * final as it is alone (15) or want a native final (29). */
static bool begins_word(uint32_t b) {
    static const uint16_t list[] = {u'잎', u'윷', u'용', u'유', u'약'};
    return KTI_AMONG(b, list);
}

static bool begins_own_word(uint32_t b) {
    static const uint16_t list[] = {u'옷', u'위', u'앞', u'없', u'있', u'일'};
    return KTI_AMONG(b, list);
}

/* ---- before ㅎ (RR 3.1, 17) and ㄹ (20) ------------------------------------------------------ */

static bool is_verbal(uint32_t b) {
    static const uint16_t list[] = {u'히', u'힌', u'힐', u'힘', u'힙', u'혀', u'혔'};
    return KTI_AMONG(b, list);
}

static bool is_suffix(uint32_t b) {
    static const uint16_t list[] = {u'란', u'량', u'력', u'론', u'로', u'료', u'류', u'례'};
    return KTI_AMONG(b, list);
}

/* ---- before what may be tense (24-27) ------------------------------------------------------- */

static bool begins_ending(uint32_t b) {
    static const uint16_t list[] = {u'게', u'고', u'거', u'건', u'구', u'군', u'다', u'더', u'던',
                                    u'도', u'든', u'소', u'습', u'자', u'잖', u'지', u'죠'};
    return KTI_AMONG(b, list);
}

static bool follows_modifier(uint32_t b) {
    static const uint16_t list[] = {u'수', u'지', u'진', u'세', u'게', u'걸', u'거'};
    return KTI_AMONG(b, list);
}

static bool is_sino_second(uint32_t b) {
    static const uint16_t list[] = {
        u'단', u'달', u'담', u'당', u'대', u'덕', u'도', u'독', u'동', u'둔', u'득', u'등', u'산',
        u'살', u'상', u'색', u'생', u'서', u'석', u'선', u'설', u'섬', u'성', u'세', u'소', u'속',
        u'손', u'송', u'쇄', u'수', u'순', u'습', u'승', u'시', u'식', u'신', u'실', u'심', u'사',
        u'자', u'작', u'잔', u'장', u'재', u'저', u'적', u'전', u'절', u'점', u'정', u'제', u'조',
        u'존', u'종', u'좌', u'주', u'준', u'중', u'증', u'지', u'직', u'진', u'질', u'집'};
    return KTI_AMONG(b, list);
}

/* ---- all ------------------------------------------------------------------------------------ */

unsigned kti_shape_watched(uint32_t b, bool tensing) {
    unsigned watched = 0;
    if (begins_two(b)) watched |= KTI_SHAPE_BY_NEXT;
    if (begins_own_word(b) || (tensing && begins_ending(b))) watched |= KTI_SHAPE_SOME;
    if (begins_word(b) || is_verbal(b) || is_suffix(b)) watched |= KTI_SHAPE_WATCHED;
    if (tensing && (follows_modifier(b) || is_sino_second(b))) watched |= KTI_SHAPE_WATCHED;
    return watched;
}

static unsigned asks_before_vowel(unsigned own, uint8_t t) {
    if (own < OWN_N) return KTI_SHAPE_ALWAYS;
    unsigned some = kti_codas[t].neutral != t ? KTI_SHAPE_SOME : 0;
    return KTI_SHAPE_BY_NEXT | KTI_SHAPE_WATCHED | some;
}

/* 특히 or 막히다, 맏형 or 닫혀. */
static unsigned asks_before_h(uint8_t t, bool keep_h) {
    bool kept = keep_h && (t == KTI_T_G || t == KTI_T_D || t == KTI_T_B);
    return kept || t == KTI_T_D || t == KTI_T_T ? KTI_SHAPE_WATCHED : 0;
}

static unsigned asks_before_tense(unsigned own, uint8_t t, uint8_t l) {
    bool plain = l == KTI_L_G || l == KTI_L_D || l == KTI_L_S || l == KTI_L_J;
    if (!plain) return 0;
    if (t == KTI_T_RM || t == KTI_T_RB || t == KTI_T_RT) return KTI_SHAPE_ALWAYS;
    if (is_nasal_stem(own)) return KTI_SHAPE_SOME;
    return t == KTI_T_R ? KTI_SHAPE_WATCHED : 0;
}

unsigned kti_shape_asks(uint32_t a, uint8_t l, uint8_t v, bool tensing, bool keep_h) {
    uint8_t t = kti_split(a).jongseong;
    unsigned own = kti_shape_own(a, true);
    if (t == KTI_T_NONE) return 0;
    if (l == KTI_L_NONE) return asks_before_vowel(own, t);
    if (l == KTI_L_H) return asks_before_h(t, keep_h);
    if (l == KTI_L_R) return t == KTI_T_N || t == KTI_T_NJ || t == KTI_T_NH ? KTI_SHAPE_WATCHED : 0;
    if (own == OWN_NEOLP && l == KTI_L_J && v == KTI_V_EO) return KTI_SHAPE_ALWAYS; /* 넓적 */
    return tensing ? asks_before_tense(own, t, l) : 0;
}
