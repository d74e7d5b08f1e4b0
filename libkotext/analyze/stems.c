#include "analyze/stems.h"

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/tags.h"

enum { SYLLABLE = 3 };

/* ---- stems ---------------------------------------------------------------------- */

/* What a stem looks like before a vowel. `other`: so does another verb, in ㄹ, but it has no 으
 * (걸면 of 걸다, 걸으면 of 걷다). */
typedef struct stem {
    kt_str form, stem;
    bool other;
} stem;

#define STEM(form, stem, other)                                                                    \
    { KTI_STR_INIT(form), KTI_STR_INIT(stem), other }

static const stem stems[] = {
    STEM("그", "긋", false),     STEM("나", "낫", false),         STEM("부", "붓", false),
    STEM("이", "잇", false),     STEM("자", "잣", false),         STEM("저", "젓", false),
    STEM("지", "짓", false),     STEM("퍼부", "퍼붓", false),     STEM("쏟아부", "쏟아붓", false),
    STEM("휘저", "휘젓", false), STEM("내저", "내젓", false),     STEM("걸", "걷", true),
    STEM("길", "긷", true),      STEM("눌", "눋", true),          STEM("들", "듣", true),
    STEM("물", "묻", true),      STEM("불", "붇", true),          STEM("실", "싣", false),
    STEM("깨달", "깨닫", false), STEM("일컬", "일컫", false),     STEM("내달", "내닫", true),
    STEM("치달", "치닫", false), STEM("엿들", "엿듣", false),     STEM("되물", "되묻", false),
    STEM("캐물", "캐묻", false), STEM("알아들", "알아듣", false),
};

static const stem *find_stem(kt_str form) {
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
        if (kti_str_eq(stems[i].form, form)) return &stems[i];
    return NULL;
}

/* The vowel that the morpheme begins with, ㅏ ㅓ or ㅡ; another number for none of them. */
static unsigned vowel_of(const kt_morpheme *m) {
    if (m->form.len < SYLLABLE) return KTI_VOWELS;
    kt_syllable s = kti_split(kti_utf8_at(m->form, 0).cp);
    bool one = s.jungseong == KTI_V_A || s.jungseong == KTI_V_EO || s.jungseong == KTI_V_EU;
    return kti_is_syllable(kti_utf8_at(m->form, 0).cp) && s.choseong == KTI_L_NONE && one
               ? s.jungseong
               : KTI_VOWELS;
}

/* 저을, 나은: read as pronouns with a particle that does not agree with them. */
static bool disagrees(const kt_morpheme *noun, const kt_morpheme *josa) {
    bool after_final = (josa->tag == KT_TAG_JKO && kti_str_eq(josa->form, KTI_STR("을"))) ||
                       (josa->tag == KT_TAG_JX && kti_str_eq(josa->form, KTI_STR("은")));
    kt_str last = kti_str_cut(noun->form, noun->form.len - SYLLABLE, noun->form.len);
    return after_final && kti_split(kti_utf8_at(last, 0).cp).jongseong == KTI_T_NONE;
}

/* The stem before an ending that begins with a vowel of its own; nothing but a verb has one. */
static void restore(kt_morpheme *m, kt_morpheme *next) {
    const stem *s = find_stem(m->form);
    unsigned vowel = vowel_of(next);
    if (s == NULL || vowel == KTI_VOWELS || m->span.end != next->span.start) return;
    bool verb = m->tag == KT_TAG_VV || (!s->other && !kti_tag_is_predicate(m->tag));
    bool ending = kti_tag_is_eomi(next->tag), particle = !s->other && disagrees(m, next);
    if (!verb || !(ending || particle) || (s->other && vowel != KTI_V_EU)) return;
    m->form = s->stem;
    m->tag = KT_TAG_VV;
    if (!ending) next->tag = KT_TAG_ETM;
}

/* Stems in ㄹ without it, as they stand before ㄴ ㅅ ㅂ, where no other verb looks like them. */
static const kt_str liquids[][2] = {
    {KTI_STR_INIT("만드"), KTI_STR_INIT("만들")}, {KTI_STR_INIT("아"), KTI_STR_INIT("알")},
    {KTI_STR_INIT("노"), KTI_STR_INIT("놀")},     {KTI_STR_INIT("우"), KTI_STR_INIT("울")},
    {KTI_STR_INIT("여"), KTI_STR_INIT("열")},     {KTI_STR_INIT("도"), KTI_STR_INIT("돌")},
    {KTI_STR_INIT("거"), KTI_STR_INIT("걸")},     {KTI_STR_INIT("무"), KTI_STR_INIT("물")},
    {KTI_STR_INIT("이끄"), KTI_STR_INIT("이끌")}, {KTI_STR_INIT("흔드"), KTI_STR_INIT("흔들")},
    {KTI_STR_INIT("떠드"), KTI_STR_INIT("떠들")}, {KTI_STR_INIT("시드"), KTI_STR_INIT("시들")},
};

static void restore_liquid(kt_morpheme *m, const kt_morpheme *next) {
    if (m->tag != KT_TAG_VV || !kti_tag_is_eomi(next->tag) || next->form.len == 0) return;
    kt_syllable s = kti_split(kti_utf8_at(next->form, 0).cp);
    bool falls = kti_is_syllable(kti_utf8_at(next->form, 0).cp)
                     ? s.choseong == KTI_L_N || s.choseong == KTI_L_S
                     : kti_str_starts(next->form, KTI_STR("ㅂ")) ||
                           kti_str_starts(next->form, KTI_STR("ㄴ"));
    for (size_t i = 0; falls && i < sizeof liquids / sizeof *liquids; i++)
        if (kti_str_eq(m->form, liquids[i][0])) m->form = liquids[i][1];
}

/* ---- endings -------------------------------------------------------------------------------- */

/* 먹을게요: one ending, which the word list has as 을 + 것 + 이 + 오. */
static size_t join_ending(kt_str text, kt_morpheme *items, size_t count) {
    static const kt_str ends[][3] = {
        {KTI_STR_INIT("게요"), KTI_STR_INIT("을게요"), KTI_STR_INIT("ㄹ게요")},
        {KTI_STR_INIT("게"), KTI_STR_INIT("을게"), KTI_STR_INIT("ㄹ게")},
        {KTI_STR_INIT("걸요"), KTI_STR_INIT("을걸요"), KTI_STR_INIT("ㄹ걸요")},
    };
    for (size_t i = 1; i + 1 < count; i++) {
        if (items[i].tag != KT_TAG_ETM || items[i + 1].tag != KT_TAG_NNB) continue;
        uint32_t end = items[count - 1].span.end;
        kt_str rest = kti_str_cut(text, items[i].span.end, end);
        bool full = kti_str_eq(items[i].form, KTI_STR("을"));
        if (!full && !kti_str_eq(items[i].form, KTI_STR("ㄹ"))) continue;
        for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
            if (!kti_str_eq(rest, ends[k][0])) continue;
            items[i] =
                (kt_morpheme){{items[i].span.start, end}, ends[k][full ? 1 : 2], KT_TAG_EF, 0};
            return i + 1;
        }
    }
    return count;
}

size_t kti_stems_restore(kt_str text, kt_morpheme *items, size_t count) {
    for (size_t i = 0; i + 1 < count; i++) {
        restore(&items[i], &items[i + 1]);
        restore_liquid(&items[i], &items[i + 1]);
    }
    return join_ending(text, items, count);
}

/* ---- two verbs of one form ------------------------------------------------------------------ */

/* What stands before a verb in its clause. */
typedef struct clause {
    kt_str object, subject;
    bool at;    /* 벽에 */
    bool quote; /* 온다고 */
} clause;

static bool is_among(kt_str word, const char *const *list) {
    for (; *list != NULL; list++)
        if (kti_str_eq(word, kti_str(*list))) return true;
    return false;
}

static bool is_quotation(kt_str ending) {
    static const char *const ends[] = {"다고", "라고", "냐고", "자고"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (kti_str_ends(ending, kti_str(ends[i]))) return true;
    return false;
}

static clause read_clause(const kt_morpheme *items, size_t verb) {
    enum { NEAR = 8 };
    clause c = {.at = false};
    for (size_t i = verb; i > 0 && verb - i < NEAR; i--) {
        const kt_morpheme *m = &items[i - 1];
        bool first = i == verb;
        if (first && kti_tag_is_eomi(m->tag)) c.quote = is_quotation(m->form);
        if (m->tag == KT_TAG_SF || (m->tag == KT_TAG_EC && !first) || m->tag == KT_TAG_EF) break;
        kt_str noun = i > 1 ? items[i - 2].form : (kt_str){NULL, 0};
        if (first && kti_tag_is_noun(m->tag)) c.object = m->form;
        if (m->tag == KT_TAG_JKO && c.object.len == 0) c.object = noun;
        if (m->tag == KT_TAG_JKS) c.subject = noun;
        c.at = c.at || (m->tag == KT_TAG_JKB && kti_str_eq(m->form, KTI_STR("에")));
    }
    return c;
}

/* One walks without an object, or along a way; one hangs things, or stakes them. */
static bool walks(const clause *c) {
    static const char *const ways[] = {"길",     "거리",   "도로", "골목", "해변", "복도",
                                       "산길",   "밤길",   "공원", "강변", "들판", "계단",
                                       "골목길", "바닷가", "눈길", "빗길", "숲길", NULL};
    return c->object.len == 0 ? !c->at : is_among(c->object, ways);
}

/* One hears what is said, sung or played; all else is lifted. */
static bool hears(const clause *c) {
    static const char *const sounds[] = {
        "노래", "음악",   "소리",   "말",   "이야기", "얘기", "소식",   "강의", "수업", "설명",
        "뉴스", "목소리", "라디오", "대답", "연설",   "강연", "의견",   "곡",   "음성", "방송",
        "칭찬", "꾸중",   "소문",   "연주", "비명",   "대화", "총소리", "증언", "사연", "조언",
        "말씀", "잔소리", "답",     "답변", "해명",   "발표", "보고",   "비판", "지적", NULL};
    return c->quote || is_among(c->object, sounds);
}

/* One asks; only some bite, or are bitten. */
static bool asks(const clause *c) {
    static const char *const bitten[] = {"담배", "입술", "손가락", "사탕", "재갈",
                                         "꼬리", "혀",   "파이프", "먹이", NULL};
    static const char *const biters[] = {"개",   "강아지", "모기", "뱀",
                                         "상어", "고양이", "쥐",   NULL};
    return !is_among(c->object, bitten) && !is_among(c->subject, biters);
}

void kti_stems_choose(kt_morpheme *items, size_t count) {
    static const struct {
        kt_str form, stem;
        bool (*is)(const clause *c);
    } pairs[] = {{KTI_STR_INIT("걸"), KTI_STR_INIT("걷"), walks},
                 {KTI_STR_INIT("들"), KTI_STR_INIT("듣"), hears},
                 {KTI_STR_INIT("물"), KTI_STR_INIT("묻"), asks}};
    for (size_t i = 0; i + 1 < count; i++) {
        bool verb = items[i].tag == KT_TAG_VV || items[i].tag == KT_TAG_VX; /* 온다고 들었다 */
        if (!verb || items[i].form.len != SYLLABLE) continue;
        bool vowel = items[i].span.end == items[i + 1].span.start &&
                     kti_tag_is_eomi(items[i + 1].tag) && vowel_of(&items[i + 1]) != KTI_VOWELS;
        for (size_t k = 0; vowel && k < sizeof pairs / sizeof *pairs; k++) {
            if (!kti_str_eq(items[i].form, pairs[k].form)) continue;
            clause c = read_clause(items, i);
            if (!pairs[k].is(&c)) continue;
            items[i].form = pairs[k].stem;
            items[i].tag = KT_TAG_VV;
        }
    }
}
