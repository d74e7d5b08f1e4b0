#include "spacing/classes.h"

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/tags.h"

enum { SYLLABLE = 3 }; /* bytes */

/* The one syllable that `form` is; 0 for anything else. */
static uint32_t syllable_of(kt_str form) {
    return form.len == SYLLABLE ? kti_utf8_at(form, 0).cp : 0;
}

/* ---- beginnings ----------------------------------------------------------------------------- */

static kti_begin begin_of_bound(kt_str surface, kti_begin other) {
    switch (syllable_of(surface)) {
    case 0xB4F1: /* 등 */
    case 0xACB8: /* 겸 */
        return KTI_BEGINS_LIST;
    case 0xC528: /* 씨 */
        return KTI_BEGINS_TITLE;
    case 0xC2DC: /* 시 */
        return KTI_BEGINS_HOUR;
    case 0xB4EF: /* 듯 */
    case 0xB9CC: /* 만 */
    case 0xBC95: /* 법 */
    case 0xCC99: /* 척 */
    case 0xCCB4: /* 체 */
    case 0xBED4: /* 뻔 */
    case 0xC591: /* 양 */
        return KTI_BEGINS_SEEM;
    default:
        break;
    }
    if (kti_str_eq(surface, KTI_STR("때문")) || kti_str_eq(surface, KTI_STR("따위")))
        return KTI_BEGINS_REASON;
    if (kti_str_eq(surface, KTI_STR("등등")) || kti_str_eq(surface, KTI_STR("등지")))
        return KTI_BEGINS_LIST;
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
    switch (syllable_of(surface)) {
    case 0xC774: /* 이 */
    case 0xB9CC: /* 만 */
    case 0xB3C4: /* 도 */
    case 0xC11C: /* 서 */
    case 0xB098: /* 나 */
        return KTI_BEGINS_DOUBTFUL;
    default:
        return KTI_BEGINS_JOSA;
    }
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

static bool is_native_number(kt_str form) {
    static const kt_str numbers[] = {
        KTI_STR_INIT("한"),   KTI_STR_INIT("두"),   KTI_STR_INIT("세"),   KTI_STR_INIT("네"),
        KTI_STR_INIT("석"),   KTI_STR_INIT("넉"),   KTI_STR_INIT("서"),   KTI_STR_INIT("너"),
        KTI_STR_INIT("다섯"), KTI_STR_INIT("여섯"), KTI_STR_INIT("일곱"), KTI_STR_INIT("여덟"),
        KTI_STR_INIT("아홉"), KTI_STR_INIT("열"),   KTI_STR_INIT("스무"), KTI_STR_INIT("스물"),
        KTI_STR_INIT("서른"), KTI_STR_INIT("마흔"), KTI_STR_INIT("쉰"),   KTI_STR_INIT("예순"),
        KTI_STR_INIT("일흔"), KTI_STR_INIT("여든"), KTI_STR_INIT("아흔"), KTI_STR_INIT("하나"),
        KTI_STR_INIT("둘"),   KTI_STR_INIT("셋"),   KTI_STR_INIT("넷"),   KTI_STR_INIT("몇"),
        KTI_STR_INIT("여러"), KTI_STR_INIT("한두"), KTI_STR_INIT("두세"), KTI_STR_INIT("서너"),
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (kti_str_eq(form, numbers[i])) return true;
    return false;
}

static kti_end end_of_number(kt_tag tag, kt_str form) {
    if (is_native_number(form)) return KTI_ENDS_NATIVE;
    if (tag == KT_TAG_NR) return KTI_ENDS_NUMERAL;
    return form.len <= SYLLABLE ? KTI_ENDS_SMALL : KTI_ENDS_DETERMINER;
}

/* 아, 어, 여 */
static bool is_joining(kt_str form) {
    uint32_t cp = syllable_of(form);
    return cp == 0xC544 || cp == 0xC5B4 || cp == 0xC5EC;
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
    switch (tag) {
    case KT_TAG_EP:
        return KTI_ENDS_STEM;
    case KT_TAG_ETM:
        return KTI_ENDS_ADNOMINAL;
    case KT_TAG_ETN:
        return KTI_ENDS_NOMINAL;
    default:
        return is_joining(form) ? KTI_ENDS_JOINING : KTI_ENDS_LINK;
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
