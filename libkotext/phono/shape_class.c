#include "phono/shape_class.h"

#include <stddef.h>

#include "hangul/syllable.h"

static bool is_among(uint32_t cp, const uint16_t *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (list[i] == cp) return true;
    return false;
}

#define AMONG(cp, list) is_among((cp), (list), sizeof(list) / sizeof *(list))

bool kti_shape_is_special(uint32_t a) {
    /* the letters' names (16), prefixes before a word of its own (15) */
    static const uint16_t ends[] = {u'귿', u'읒', u'읓', u'읔', u'읕', u'읖', u'읗',
                                    u'헛', u'홑', u'겉', u'풋', u'첫', u'덧'};
    uint8_t t = kti_split(a).jongseong;
    bool stem = t == KTI_T_NJ || t == KTI_T_RG || t == KTI_T_RM || t == KTI_T_RB || t == KTI_T_RT;
    return stem || AMONG(a, ends);
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

/* Whether `b` begins a word of its own, alone or with the syllable that must follow. */
static bool begins_word(uint32_t b, uint32_t next) {
    bool two = false;
    for (size_t i = 0; i < TWOS; i++) {
        if (twos[i].first == b && twos[i].second == next) return true;
        two = two || twos[i].first == b;
    }
    return !two;
}

static bool may_begin_word(uint32_t b) {
    static const uint16_t list[] = {u'옷', u'위', u'앞', u'없', u'있', u'잎',
                                    u'윷', u'일', u'용', u'유', u'약'};
    return AMONG(b, list);
}

/* ---- before ㅎ (RR 3.1, 17) and ㄹ (20) ------------------------------------------------------ */

static bool is_verbal(uint32_t b) {
    static const uint16_t list[] = {u'히', u'힌', u'힐', u'힘', u'힙', u'혀', u'혔'};
    return AMONG(b, list);
}

static bool is_suffix(uint32_t b) {
    static const uint16_t list[] = {u'란', u'량', u'력', u'론', u'로', u'료', u'류', u'례'};
    return AMONG(b, list);
}

/* ---- before what may be tense (24-27) ------------------------------------------------------- */

static bool begins_ending(uint32_t b) {
    static const uint16_t list[] = {u'게', u'고', u'거', u'건', u'구', u'군', u'다', u'더', u'던',
                                    u'도', u'든', u'소', u'습', u'자', u'잖', u'지', u'죠'};
    return AMONG(b, list);
}

static bool ends_nasal_stem(uint32_t a) {
    static const uint16_t list[] = {u'신', u'안', u'감', u'남', u'담', u'넘', u'숨',
                                    u'참', u'품', u'삼', u'심', u'금', u'듬'};
    return AMONG(a, list);
}

static bool follows_modifier(uint32_t b) {
    static const uint16_t list[] = {u'수', u'지', u'진', u'세', u'게', u'걸', u'거'};
    return AMONG(b, list);
}

static bool is_sino_second(uint32_t b) {
    static const uint16_t list[] = {
        u'단', u'달', u'담', u'당', u'대', u'덕', u'도', u'독', u'동', u'둔', u'득', u'등', u'산',
        u'살', u'상', u'색', u'생', u'서', u'석', u'선', u'설', u'섬', u'성', u'세', u'소', u'속',
        u'손', u'송', u'쇄', u'수', u'순', u'습', u'승', u'시', u'식', u'신', u'실', u'심', u'사',
        u'자', u'작', u'잔', u'장', u'재', u'저', u'적', u'전', u'절', u'점', u'정', u'제', u'조',
        u'존', u'종', u'좌', u'주', u'준', u'중', u'증', u'지', u'직', u'진', u'질', u'집'};
    return AMONG(b, list);
}

/* The same as "not sino_first" would do; most stems in ㄹ are verbs in it. */
static bool might_tense(uint32_t a, uint32_t b) {
    switch (kti_split(a).jongseong) {
    case KTI_T_R:
        return follows_modifier(b) || is_sino_second(b);
    case KTI_T_N:
    case KTI_T_M:
        return ends_nasal_stem(a) && begins_ending(b);
    default:
        return false;
    }
}

/* ---- all ------------------------------------------------------------------------------------ */

kti_shape_watch kti_shape_watched(uint32_t b, bool tensing) {
    bool always = may_begin_word(b) || is_verbal(b) || is_suffix(b);
    bool tense = tensing && (begins_ending(b) || follows_modifier(b) || is_sino_second(b));
    if (always || tense) return KTI_SHAPE_WATCHED;
    return begins_two(b) ? KTI_SHAPE_BY_NEXT : KTI_SHAPE_NEVER;
}

bool kti_shape_might(uint32_t a, uint32_t b, uint32_t next, bool tensing) {
    switch (kti_split(b).choseong) {
    case KTI_L_NONE:
        return begins_word(b, next);
    case KTI_L_H:
    case KTI_L_R:
        return true;
    default:
        return tensing && might_tense(a, b);
    }
}
