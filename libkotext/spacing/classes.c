#include "spacing/classes.h"

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/tags.h"

enum { SYLLABLE = 3 }; /* bytes */

typedef struct word {
    kt_str form;
    kti_begin begin;
} word;

static bool is_one_of(kt_str form, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (kti_str_eq(form, kti_str(list[i]))) return true;
    return false;
}

#define IS_ONE_OF(form, list) is_one_of((form), (list), sizeof(list) / sizeof *(list))

/* ---- beginnings ----------------------------------------------------------------------------- */

static const word bound_nouns[] = {
    {KTI_STR_INIT("때문"), KTI_BEGINS_REASON}, {KTI_STR_INIT("따위"), KTI_BEGINS_REASON},
    {KTI_STR_INIT("등"), KTI_BEGINS_LIST},     {KTI_STR_INIT("등등"), KTI_BEGINS_LIST},
    {KTI_STR_INIT("등지"), KTI_BEGINS_LIST},   {KTI_STR_INIT("겸"), KTI_BEGINS_LIST},
    {KTI_STR_INIT("씨"), KTI_BEGINS_TITLE},    {KTI_STR_INIT("듯"), KTI_BEGINS_SEEM},
    {KTI_STR_INIT("만"), KTI_BEGINS_SEEM},     {KTI_STR_INIT("법"), KTI_BEGINS_SEEM},
    {KTI_STR_INIT("척"), KTI_BEGINS_SEEM},     {KTI_STR_INIT("체"), KTI_BEGINS_SEEM},
    {KTI_STR_INIT("뻔"), KTI_BEGINS_SEEM},     {KTI_STR_INIT("양"), KTI_BEGINS_SEEM},
    {KTI_STR_INIT("시"), KTI_BEGINS_HOUR}};

static kti_begin begin_of_bound(kt_str surface, kti_begin other) {
    for (size_t i = 0; i < sizeof bound_nouns / sizeof *bound_nouns; i++)
        if (kti_str_eq(surface, bound_nouns[i].form)) return bound_nouns[i].begin;
    return other;
}

/* -받다 makes verbs of nouns, as -하다 and -되다 do. */
static bool is_maker(kt_tag tag, kt_str surface) {
    kt_str stem = KTI_STR("받");
    return tag == KT_TAG_VV && kti_str_starts(surface, stem) && surface.len <= 2 * SYLLABLE;
}

static kti_begin begin_of_predicate(kt_tag tag, kt_str surface) {
    kt_syllable s = kti_split(kti_utf8_at(surface, 0).cp);
    bool verb = tag == KT_TAG_VV || tag == KT_TAG_VX;
    /* 하, 한, 했, 해; 지, 진, 졌 */
    bool does = s.choseong == KTI_L_H && (s.jungseong == KTI_V_A || s.jungseong == KTI_V_AE);
    bool becomes = s.choseong == KTI_L_J && (s.jungseong == KTI_V_I || s.jungseong == KTI_V_YEO);
    if (verb && does && surface.len == SYLLABLE) return KTI_BEGINS_DO;
    if (tag == KT_TAG_VX) return becomes ? KTI_BEGINS_BECOME : KTI_BEGINS_AUXILIARY;
    return is_maker(tag, surface) ? KTI_BEGINS_RECEIVE : KTI_BEGINS_VERB;
}

static kti_begin begin_of_noun(kt_tag tag, kt_str surface) {
    bool small = surface.len <= SYLLABLE;
    switch (tag) {
    case KT_TAG_NNP:
        return KTI_BEGINS_NAME;
    case KT_TAG_NP:
        return KTI_BEGINS_PRONOUN;
    case KT_TAG_NR:
        return KTI_BEGINS_NUMERAL;
    case KT_TAG_NNB:
        return begin_of_bound(surface, KTI_BEGINS_BOUND);
    case KT_TAG_NNBC:
        return begin_of_bound(surface, KTI_BEGINS_UNIT);
    default:
        return small ? KTI_BEGINS_SYLLABLE : KTI_BEGINS_NOUN;
    }
}

static kti_begin begin_of_josa(kt_str surface) {
    static const char *const words[] = {"이", "만", "도", "서", "나"};
    return IS_ONE_OF(surface, words) ? KTI_BEGINS_DOUBTFUL : KTI_BEGINS_JOSA;
}

kti_begin kti_spacing_begin(kt_tag tag, kt_str surface) {
    bool small = surface.len <= SYLLABLE;
    if (tag == KT_TAG_VCP) return KTI_BEGINS_COPULA;
    if (kti_tag_is_noun(tag) || tag == KT_TAG_XR) return begin_of_noun(tag, surface);
    if (kti_tag_is_josa(tag)) return begin_of_josa(surface);
    if (kti_tag_is_eomi(tag)) return KTI_BEGINS_ENDING;
    if (kti_tag_is_predicate(tag)) return begin_of_predicate(tag, surface);
    switch (tag) {
    case KT_TAG_MM:
        return small ? KTI_BEGINS_SMALL : KTI_BEGINS_DETERMINER;
    case KT_TAG_MAG:
    case KT_TAG_MAJ:
        if (kti_str_eq(surface, KTI_STR("및"))) return KTI_BEGINS_LIST;
        return small ? KTI_BEGINS_SMALL : KTI_BEGINS_ADVERB;
    case KT_TAG_IC:
        return KTI_BEGINS_CRY;
    case KT_TAG_XPN:
        return KTI_BEGINS_PREFIX;
    case KT_TAG_XSN:
        return kti_str_eq(surface, KTI_STR("님")) ? KTI_BEGINS_HONORIFIC : KTI_BEGINS_SUFFIX;
    case KT_TAG_XSV:
    case KT_TAG_XSA:
        return KTI_BEGINS_MAKER;
    default:
        return KTI_BEGINS_OTHER;
    }
}

/* ---- ends ----------------------------------------------------------------------------------- */

static const char *const native_numbers[] = {
    "한",   "두",   "세", "네",   "석",   "넉",   "서",   "너",   "다섯", "여섯", "일곱",
    "여덟", "아홉", "열", "스무", "스물", "서른", "마흔", "쉰",   "예순", "일흔", "여든",
    "아흔", "하나", "둘", "셋",   "넷",   "몇",   "여러", "한두", "두세", "서너", "대여섯"};

static kti_end end_of_number(kt_tag tag, kt_str form) {
    if (IS_ONE_OF(form, native_numbers)) return KTI_ENDS_NATIVE;
    if (tag == KT_TAG_NR) return KTI_ENDS_NUMERAL;
    return form.len <= SYLLABLE ? KTI_ENDS_SMALL : KTI_ENDS_DETERMINER;
}

static kti_end end_of_noun(kt_tag tag, unsigned flags) {
    switch (tag) {
    case KT_TAG_NNP:
        return (flags & KTI_FACT_PERSON) != 0 ? KTI_ENDS_PERSON : KTI_ENDS_NAME;
    case KT_TAG_NP:
        return KTI_ENDS_PRONOUN;
    case KT_TAG_NNB:
    case KT_TAG_NNBC:
        return KTI_ENDS_BOUND;
    default:
        return KTI_ENDS_NOUN;
    }
}

static kti_end end_of_ending(kt_tag tag, kt_str form) {
    static const char *const joining[] = {"아", "어", "여"};
    switch (tag) {
    case KT_TAG_EP:
        return KTI_ENDS_STEM;
    case KT_TAG_ETM:
        return KTI_ENDS_ADNOMINAL;
    case KT_TAG_ETN:
        return KTI_ENDS_NOMINAL;
    default:
        return IS_ONE_OF(form, joining) ? KTI_ENDS_JOINING : KTI_ENDS_LINK;
    }
}

kti_end kti_spacing_end(kt_tag tag, kt_str form, unsigned flags) {
    if (tag == KT_TAG_NR || tag == KT_TAG_MM) return end_of_number(tag, form);
    if (kti_tag_is_noun(tag) || tag == KT_TAG_XR || tag == KT_TAG_XSN)
        return end_of_noun(tag, flags);
    if (kti_tag_is_josa(tag)) return KTI_ENDS_JOSA;
    if (kti_tag_is_eomi(tag)) return end_of_ending(tag, form);
    if (kti_tag_is_predicate(tag) || tag == KT_TAG_XSV || tag == KT_TAG_XSA) return KTI_ENDS_STEM;
    switch (tag) {
    case KT_TAG_MAG:
    case KT_TAG_MAJ:
        return form.len <= SYLLABLE ? KTI_ENDS_SMALL : KTI_ENDS_ADVERB;
    case KT_TAG_IC:
        return KTI_ENDS_CRY;
    case KT_TAG_XPN:
        return KTI_ENDS_PREFIX;
    default:
        return KTI_ENDS_OTHER;
    }
}

kti_end kti_spacing_end_of_whole(kti_unknown what) {
    switch (what) {
    case KTI_UNKNOWN_SN:
        return KTI_ENDS_DIGIT;
    case KTI_UNKNOWN_EDGE:
    case KTI_UNKNOWN_SSO:
        return KTI_ENDS_OPEN;
    case KTI_UNKNOWN_SL:
    case KTI_UNKNOWN_SH:
        return KTI_ENDS_NAME;
    default:
        return KTI_ENDS_OTHER;
    }
}
