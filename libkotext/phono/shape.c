#include "phono/shape.h"

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

/* ---- the letters of an eojeol --------------------------------------------------------------- */

/* From syllable `at` to the end of its eojeol, or as far as any question looks. */
static kt_str rest_of(const kti_phono *p, size_t at) {
    enum { FARTHEST = 24 };
    size_t end = at + 1;
    while (end < p->count && end - at < FARTHEST &&
           (p->syls[end].gap == KTI_GAP_NONE || p->syls[end].gap == KTI_GAP_FROZEN))
        end++;
    size_t bytes = (size_t)p->syls[end - 1].src + KTI_SYL_BYTES - p->syls[at].src;
    return (kt_str){p->text.ptr + p->syls[at].src, bytes};
}

/* From the start of the eojeol of `at - 1` to `at`. */
static kt_str before_of(const kti_phono *p, size_t at) {
    const kti_syl *last = &p->syls[at - 1];
    const kti_syl *first = &p->syls[last->eojeol];
    return (kt_str){p->text.ptr + first->src, (size_t)last->src + KTI_SYL_BYTES - first->src};
}

static kt_str syllable_of(const kti_phono *p, size_t at) {
    return (kt_str){p->text.ptr + p->syls[at].src, KTI_SYL_BYTES};
}

size_t kti_shape_before(const kti_phono *p, size_t at) {
    return at - p->syls[at - 1].eojeol;
}

/* The lists are of Hangul. The last byte of a syllable tells most of them apart, without a call. */
static bool may_start(kt_str text, const char *word) {
    return text.len >= KTI_SYL_BYTES && text.ptr[2] == word[2] && text.ptr[1] == word[1];
}

static bool any_prefix(kt_str text, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (may_start(text, list[i]) && kti_str_starts(text, kti_str(list[i]))) return true;
    return false;
}

static bool any_equal(kt_str text, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (may_start(text, list[i]) && kti_str_eq(text, kti_str(list[i]))) return true;
    return false;
}

/* Whether the last syllable is on the list. */
static bool any_last(kt_str text, const char *const *list, size_t count) {
    return text.len >= KTI_SYL_BYTES &&
           any_equal(kti_str_cut(text, text.len - KTI_SYL_BYTES, text.len), list, count);
}

/* A syllable on a list in order. */
static bool is_listed(kt_str syllable, const uint16_t *list, size_t count) {
    uint32_t cp = kti_utf8_at(syllable, 0).cp;
    while (count > 1) {
        size_t half = count / 2;
        list = list[half] <= cp ? list + half : list;
        count -= half;
    }
    return *list == cp;
}

#define COUNT(list)        (sizeof(list) / sizeof *(list))
#define STARTS(text, list) any_prefix((text), (list), COUNT(list))
#define EQUALS(text, list) any_equal((text), (list), COUNT(list))
#define LISTED(text, list) is_listed((text), (list), COUNT(list))
#define ENDS(text, list)   any_last((text), (list), COUNT(list))

/* Particles that may close a noun: the rest of an eojeol behind a second word. */
static bool is_particles(kt_str rest) {
    static const char *const josa[] = {
        "이",   "가",   "은",   "는",   "을",   "를",   "의",   "에",   "도",
        "만",   "과",   "와",   "로",   "으로", "에서", "에게", "까지", "부터",
        "이다", "이나", "마다", "처럼", "보다", "들",   "이라", "인",   "입니다",
    };
    return rest.len == 0 || STARTS(rest, josa);
}

static bool ends_here(kt_str rest, const char *word) {
    if (!may_start(rest, word)) return false;
    kt_str w = kti_str(word);
    return kti_str_starts(rest, w) && is_particles(kti_str_cut(rest, w.len, rest.len));
}

/* ---- article 15 ----------------------------------------------------------------------------- */

static const char *const own_words[] = {"옷",   "위", "앞",   "아래", "어미",
                                        "어른", "없", "외투", "웃음", "울음"};
static const char *const own_prefixes[] = {"헛", "홑", "겉", "풋", "첫", "덧"};

/* Vowels before which article 15 neutralises: ㅏ ㅓ ㅗ ㅜ ㅟ (and their neighbours). */
static bool is_back_vowel(uint8_t v) {
    return v == KTI_V_A || v == KTI_V_EO || v == KTI_V_O || v == KTI_V_U || v == KTI_V_WI ||
           v == KTI_V_AE || v == KTI_V_OE || v == KTI_V_EU;
}

bool kti_shape_own_word(const kti_phono *p, size_t at) {
    kt_str rest = rest_of(p, at);
    if (STARTS(rest, own_words)) return true;
    bool cluster_stem = p->syls[at - 1].t0 == KTI_T_BS || p->syls[at - 1].t0 == KTI_T_GS;
    if (cluster_stem &&
        (kti_str_starts(rest, KTI_STR("있")) || kti_str_starts(rest, KTI_STR("어치"))))
        return true;
    bool prefixed = EQUALS(before_of(p, at), own_prefixes);
    return prefixed && is_back_vowel(p->syls[at].v0);
}

/* ---- article 16 ----------------------------------------------------------------------------- */

bool kti_shape_letter_name(const kti_phono *p, size_t at) {
    static const char *const names[] = {"디귿", "지읒", "치읓", "키읔", "티읕", "피읖", "히읗"};
    return EQUALS(before_of(p, at), names);
}

/* ---- article 20 ----------------------------------------------------------------------------- */

bool kti_shape_sino_suffix(const kti_phono *p, size_t at) {
    static const char *const suffixes[] = {"란", "량", "력", "론", "로", "료", "류", "례"};
    if (kti_shape_before(p, at) < 2 || !EQUALS(syllable_of(p, at), suffixes)) return false;
    kt_str rest = rest_of(p, at);
    return is_particles(kti_str_cut(rest, KTI_SYL_BYTES, rest.len));
}

/* ---- articles 11, 24, 25 -------------------------------------------------------------------- */

/* Endings that begin with ㄱ ㄷ ㅅ ㅈ. */
static const char *const endings[] = {
    "게",   "게도",   "고",     "고는", "고서", "고요",   "거나", "거든",   "거니와",
    "건만", "구나",   "군요",   "다",   "다가", "다고",   "다는", "다며",   "다면",
    "더니", "더라",   "더라도", "던",   "던가", "던데",   "도록", "든",     "든지",
    "소",   "습니까", "습니다", "자",   "자고", "자마자", "잖아", "잖아요", "지",
    "지는", "지도",   "지만",   "지요", "죠",
};

/* Stems in ㄴ and ㅁ; with any other syllable before them they are too often nouns. */
static const char *const nasal_stems[] = {
    "신", "안", "껴안", "감",   "남",   "담",   "넘",     "숨",     "참",
    "품", "삼", "심",   "머금", "더듬", "다듬", "가다듬", "쓰다듬", "보듬",
};

static bool noun_in_rg(const kti_phono *p, size_t at) {
    static const char *const nouns[] = {"닭", "흙", "칡", "삵", "슭"};
    return EQUALS(syllable_of(p, at), nouns);
}

bool kti_shape_ending(const kti_phono *p, size_t at) {
    kt_str rest = rest_of(p, at);
    switch (p->syls[at - 1].t0) {
    case KTI_T_RG:
        return !noun_in_rg(p, at - 1);
    case KTI_T_NJ:
        return true;
    case KTI_T_RM:
        return EQUALS(rest, endings) || STARTS(rest, endings);
    case KTI_T_RB:
    case KTI_T_RT:
        return STARTS(rest, endings) || kti_str_starts(rest, KTI_STR("적"));
    case KTI_T_N:
    case KTI_T_M:
        return EQUALS(rest, endings) && EQUALS(before_of(p, at), nasal_stems);
    default:
        return false;
    }
}

/* ---- article 26 ----------------------------------------------------------------------------- */

/* Syllables in ㄹ that are Sino-Korean readings, and syllables in ㄷ ㅅ ㅈ that follow them so; in
 * order. */
static const uint16_t sino_first[] = {
    u'갈', u'걸', u'결', u'골', u'굴', u'궐', u'귤', u'길', u'날', u'눌', u'달', u'돌', u'렬',
    u'률', u'말', u'멸', u'몰', u'물', u'밀', u'발', u'벌', u'별', u'불', u'살', u'설', u'솔',
    u'술', u'슬', u'실', u'알', u'열', u'올', u'울', u'월', u'율', u'을', u'일', u'절', u'졸',
    u'질', u'찰', u'철', u'출', u'칠', u'탈', u'팔', u'필', u'할', u'혈', u'홀', u'활', u'훼',
};
static const uint16_t sino_second[] = {
    u'단', u'달', u'담', u'당', u'대', u'덕', u'도', u'독', u'동', u'둔', u'득', u'등', u'사',
    u'산', u'살', u'상', u'색', u'생', u'서', u'석', u'선', u'설', u'섬', u'성', u'세', u'소',
    u'속', u'손', u'송', u'쇄', u'수', u'순', u'습', u'승', u'시', u'식', u'신', u'실', u'심',
    u'자', u'작', u'잔', u'장', u'재', u'저', u'적', u'전', u'절', u'점', u'정', u'제', u'조',
    u'존', u'종', u'좌', u'주', u'준', u'중', u'증', u'지', u'직', u'진', u'질', u'집',
};

bool kti_shape_sino_pair(const kti_phono *p, size_t at) {
    static const char *const native[] = {"물", "말", "달", "돌", "발", "벌", "불",
                                         "살", "솔", "술", "알", "올", "날", "골",
                                         "길", "갈", "굴", "칠", "팔", "을", "할"};
    if (!LISTED(syllable_of(p, at - 1), sino_first)) return false;
    if (!LISTED(syllable_of(p, at), sino_second)) return false;
    kt_str rest = rest_of(p, at);
    bool alone = rest.len == KTI_SYL_BYTES;
    if (EQUALS(syllable_of(p, at - 1), native) && alone && kti_shape_before(p, at) == 1) {
        static const char *const sino_after_native[] = {"동", "등", "달", "전", "질", "상",
                                                        "신", "생", "산", "성", "작", "정",
                                                        "증", "집", "족", "심", "식"};
        return EQUALS(syllable_of(p, at), sino_after_native);
    }
    return !EQUALS(rest, endings);
}

/* ---- article 27 ----------------------------------------------------------------------------- */

static bool modified_word(kt_str rest) {
    static const char *const heads[] = {"것",   "거",   "게",   "걸",   "건",   "겁",   "데",
                                        "바를", "바에", "수는", "수가", "수도", "수 ",  "줄",
                                        "적에", "적이", "지도", "듯",   "사람", "도리", "수밖"};
    return STARTS(rest, heads) || kti_str_eq(rest, KTI_STR("수")) ||
           kti_str_eq(rest, KTI_STR("바"));
}

static bool modifier_inside(const kti_phono *p, size_t at) {
    static const char *const certain[] = {"수록", "지라도", "지언정", "진대",
                                          "세라", "진대는", "지어다"};
    static const char *const promises[] = {"게",   "게요", "걸",     "걸요",
                                           "걸세", "거야", "거예요", "거다"};
    static const char *const verbs[] = {"할", "갈", "줄", "올", "볼", "될",
                                        "낼", "쓸", "을", "킬", "뺄", "깰"};
    kt_str rest = rest_of(p, at);
    if (EQUALS(rest, certain)) return true;
    return EQUALS(rest, promises) && EQUALS(syllable_of(p, at - 1), verbs);
}

bool kti_shape_modifier(const kti_phono *p, size_t at) {
    if (p->syls[at - 1].t0 != KTI_T_R) return false;
    return p->syls[at].gap == KTI_GAP_SPACE ? modified_word(rest_of(p, at))
                                            : modifier_inside(p, at);
}

/* ---- article 29 ----------------------------------------------------------------------------- */

/* Finals that Sino-Korean readings never have: the word before is native. */
static bool native_final(uint8_t t) {
    return t == KTI_T_S || t == KTI_T_J || t == KTI_T_CH || t == KTI_T_T || t == KTI_T_P ||
           t == KTI_T_GG || t == KTI_T_K;
}

/* Two-syllable words that end as the suffixes below do, and are no suffixed words. */
static bool is_own_pair(const kti_phono *p, size_t at) {
    static const char *const words[] = {
        "활용", "작용", "적용", "인용", "신용", "실용", "응용", "통용", "등용",
        "관용", "공용", "전용", "겸용", "상용", "혼용", "악용", "남용", "범용",
        "임용", "운용", "석유", "은유", "온유", "공유", "점유", "향유", "권유",
        "예약", "계약", "공약", "절약", "협약", "언약", "한약", "농약", "청약"};
    kt_str pair = {p->text.ptr + p->syls[at - 1].src, 2 * KTI_SYL_BYTES};
    return p->syls[at].gap == KTI_GAP_NONE && EQUALS(pair, words);
}

static bool second_word_inside(const kti_phono *p, size_t at) {
    static const char *const compounds[] = {"이불", "여름", "연필", "열차", "윷", "요기", "연료"};
    kt_str rest = rest_of(p, at);
    if (ends_here(rest, "잎") || STARTS(rest, compounds)) return true;
    if (ends_here(rest, "일") && native_final(p->syls[at - 1].t0)) return true;
    bool suffix = ends_here(rest, "용") || ends_here(rest, "유") || ends_here(rest, "약");
    return suffix && kti_shape_before(p, at) >= 2 && !is_own_pair(p, at);
}

static bool second_word_across(const kti_phono *p, size_t at) {
    static const char *const words[] = {"입", "잎", "이불", "여섯", "여덟", "읽", "잊", "엿"};
    kt_str rest = rest_of(p, at);
    if (kti_shape_before(p, at) > 2) return false;
    return STARTS(rest, words) || ends_here(rest, "일");
}

bool kti_shape_inserts_n(const kti_phono *p, size_t at) {
    uint8_t v = p->syls[at].v0;
    bool fits = v == KTI_V_I || v == KTI_V_YA || v == KTI_V_YEO || v == KTI_V_YO || v == KTI_V_YU;
    if (!fits || p->syls[at].l0 != KTI_L_NONE || p->syls[at - 1].t0 == KTI_T_NONE) return false;
    return p->syls[at].gap == KTI_GAP_SPACE ? second_word_across(p, at) : second_word_inside(p, at);
}

/* ---- RR 3.1 --------------------------------------------------------------------------------- */

bool kti_shape_verbal_h(const kti_phono *p, size_t at) {
    static const char *const verb_ends[] = {"다", "고", "어", "여", "혀", "서", "니", "며",
                                            "면", "는", "지", "게", "요", "죠", "네", "던",
                                            "록", "자", "힌", "힐", "힘", "까"};
    const kti_syl *s = &p->syls[at];
    if (kti_is_name(s->kind)) return false;
    bool hi = s->v0 == KTI_V_I && (s->t0 == KTI_T_NONE || s->t0 == KTI_T_N || s->t0 == KTI_T_R ||
                                   s->t0 == KTI_T_M || s->t0 == KTI_T_B);
    bool hyeo = s->v0 == KTI_V_YEO && (s->t0 == KTI_T_NONE || s->t0 == KTI_T_SS);
    if (s->l0 != KTI_L_H || !(hi || hyeo)) return false;
    return s->kind == KT_TOKEN_PREDICATE || ENDS(rest_of(p, at), verb_ends);
}
