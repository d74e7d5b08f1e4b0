/* bond.c - the grammar of where a Korean line may break. Korean puts the head last, so what matters
 * is how the left word ends and whether the word behind it is the head it waits for. */
#include "analyze/bond.h"

#include "lexicon/tags.h"
#include "segment/cues.h"

/* ---- words ---------------------------------------------------------------------------------- */

static bool is_nominal(kt_tag tag) {
    return kti_tag_is_noun(tag) || tag == KT_TAG_XPN || tag == KT_TAG_XSN || tag == KT_TAG_XR ||
           tag == KT_TAG_SL || tag == KT_TAG_SH || tag == KT_TAG_SN || tag == KT_TAG_NA;
}

static bool is_number(kt_tag tag) {
    return tag == KT_TAG_SN || tag == KT_TAG_NR;
}

static bool is_bound_noun(kt_tag tag) {
    return tag == KT_TAG_NNB || tag == KT_TAG_NNBC;
}

/* Where the word turns into a verb (참석+하): NULL when it has none; 이다 leaves it a noun. */
static const kt_morpheme *verb_in(const kti_word *word) {
    for (const kt_morpheme *m = word->first; m <= word->last; m++)
        if (m->tag == KT_TAG_XSV || m->tag == KT_TAG_XSA ||
            (kti_tag_is_predicate(m->tag) && m->tag != KT_TAG_VCP))
            return m;
    return NULL;
}

static bool is_predicate(const kti_word *word) {
    return verb_in(word) != NULL || word->last->tag == KT_TAG_EF || word->last->tag == KT_TAG_EC;
}

/* A word that is itself before its head: 큰, 두, 아주. */
static bool is_modifier(const kti_word *word) {
    kt_tag tag = word->last->tag;
    if (word->first == word->last) return tag == KT_TAG_MM || tag == KT_TAG_MAG;
    return tag == KT_TAG_ETM && verb_in(word) != NULL;
}

/* The last morpheme before the particles: 지 in 먹지는, 수 in 수밖에. */
static const kt_morpheme *stem_end(const kti_word *word) {
    const kt_morpheme *m = word->last;
    while (m > word->first && kti_tag_is_josa(m->tag))
        m--;
    return m;
}

/* ---- what makes one word of two ------------------------------------------------------------- */

/* Verbs that help the verb before them, by its ending. */
static const struct auxiliary {
    const char *endings, *verbs;
} auxiliaries[] = {
    {"고", "있 계시 싶 말 나 들"},
    {"아 어 여 해", "있 계시 보 주 드리 두 놓 버리 오 가 내 나가 나 대 지 하"},
    {"지", "않 못하 말 아니하"},
    {"게", "되 하 만들"},
    {"도록", "하 되 만들"},
    {"아야 어야 여야 야", "하 되"},
    {"려고 으려고 려 으려 고자", "하 들"},
    {"면 으면", "되 하 안 좋"},
    {"아도 어도 여도 도", "되 좋 괜찮"},
    {"ㄴ지 는지 은지 ㄹ지 을지 던지", "모르 알 궁금하"},
    {"ㄹ까 을까 ㄴ가 는가 은가 나", "하 보 싶"},
    {"기", "하 위하 때문 전 이전 쉽 어렵 힘들 좋 시작 바라"},
    {"ㅁ 음", "하"},
};

static bool is_auxiliary(const kti_word *left, const kti_word *right) {
    const kt_morpheme *ending = stem_end(left);
    if (ending->tag != KT_TAG_EC && ending->tag != KT_TAG_ETN) return false;
    if (right->first->tag == KT_TAG_VX) return true;
    for (size_t i = 0; i < sizeof auxiliaries / sizeof *auxiliaries; i++)
        if (kti_cue_among(ending->form, auxiliaries[i].endings) &&
            kti_cue_among(right->first->form, auxiliaries[i].verbs))
            return true;
    return false;
}

/* 할 수 | 있다, 갈 것 | 같다: a bound noun and what is said of it. */
static bool is_bound_phrase(const kti_word *left, const kti_word *right) {
    static const char verbs[] = {"있 없 같 알 모르 하 되 아니 듯하 못하 들 많 보"};
    kt_tag last = left->last->tag;
    if (stem_end(left)->tag != KT_TAG_NNB || last == KT_TAG_JKB || last == KT_TAG_JKG) return false;
    return kti_cue_among(right->first->form, verbs);
}

/* A suffix, particle or ending that white space or a quote has cut off. */
static bool is_suffix(const kti_word *right) {
    kt_tag tag = right->first->tag;
    return kti_tag_is_josa(tag) || kti_tag_is_eomi(tag) || tag == KT_TAG_VCP || tag == KT_TAG_XSN ||
           tag == KT_TAG_XSV || tag == KT_TAG_XSA;
}

/* 것, 수, 명: nouns that need a word before them. */
static bool is_bound_to(const kti_word *left, const kti_word *right) {
    kt_tag tag = left->last->tag;
    if (!is_bound_noun(right->first->tag)) return false;
    return is_nominal(tag) || tag == KT_TAG_MM || tag == KT_TAG_ETM || tag == KT_TAG_ETN ||
           tag == KT_TAG_JKG;
}

/* 사망 | 후, 조선 | 말, 10명 | 이상: nouns that set the word before them in time or bounds. */
static bool is_trailing(const kti_word *left, const kti_word *right) {
    static const char nouns[] = {
        "후 뒤 전 때 말 초 중 내 외 이후 이전 이상 이하 미만 이내 당시 동안 가운데 "
        "직후 직전 즈음 무렵 정도 가량 안팎"};
    return (is_nominal(left->last->tag) || left->last->tag == KT_TAG_ETM) &&
           is_nominal(right->first->tag) && kti_cue_among(stem_end(right)->form, nouns) &&
           right->first == stem_end(right);
}

/* 오늘 | 오전, 지난해 | 12월: a day and its part, a year and its month. */
static bool is_moment(const kti_word *left, const kti_word *right) {
    static const char days[] = {
        "오늘 어제 내일 모레 그제 그저께 엊그제 글피 이날 당일 전날 다음날 이튿날 월요일 화요일 수요일 목요일 "
        "금요일 토요일 일요일 주말 매일"};
    static const char parts[] = {"오전 오후 새벽 아침 점심 낮 저녁 밤 정오 자정"};
    static const char years[] = {
        "해 지난해 올해 작년 재작년 내년 내후년 이듬해 이달 지난달 다음달"};
    if (kti_cue_among(left->last->form, days) && kti_cue_among(right->first->form, parts))
        return true;
    return kti_cue_among(left->last->form, years) && right->first->tag == KT_TAG_SN;
}

static bool is_whole(const kti_word *left, const kti_word *right) {
    if (left->mark == NULL && is_moment(left, right)) return true;
    if (is_suffix(right) || left->last->tag == KT_TAG_XPN) return true;
    if (is_trailing(left, right)) return true;
    return is_bound_to(left, right) || is_auxiliary(left, right) || is_bound_phrase(left, right);
}

/* ---- by how the left word ends -------------------------------------------------------------- */

static kti_bond after_modifier(const kti_word *left, const kti_word *right) {
    bool clings = left->last->tag == KT_TAG_MM && left->is_short;
    if (is_modifier(right)) return clings ? KTI_BOND_COMPOUND : KTI_BOND_CLOSE;
    return clings ? KTI_BOND_WHOLE : KTI_BOND_MODIFIER;
}

/* Nouns that tell when, or stand for a whole phrase: what follows is rarely theirs. */
static bool is_adverbial_noun(const kti_word *word) {
    static const char nouns[] = {
        "오늘 어제 내일 지금 현재 최근 당시 이후 이전 오전 오후 올해 작년 지난해 내년 이날 때 중 뒤 "
        "후 전 동안 가운데 결과 경우 다음 매일 매년 당일 전날 요즘 이번 순간 이상 이하 일 월 년 시 "
        "분 초 씩"};
    return kti_cue_among(word->last->form, nouns);
}

/* A noun without particle before a verb is its object or subject, or makes one verb with it. */
static kti_bond noun_before_verb(const kti_word *left, const kti_word *right) {
    static const char verbs[] = {"하 되 시키 받 당하 드리 있 없"};
    if (is_adverbial_noun(left)) return KTI_BOND_ARGUMENT;
    return left->is_short || kti_cue_among(right->first->form, verbs) ? KTI_BOND_WHOLE
                                                                      : KTI_BOND_COMPOUND;
}

/* A date or a time goes on: 5월 | 3일, 오전 | 10시. */
static bool is_date(const kti_word *left, const kti_word *right) {
    static const char units[] = {"년 월 일 시 분 초 오전 오후"};
    return kti_cue_among(left->last->form, units) && right->first->tag == KT_TAG_SN &&
           right->first != right->last;
}

static kti_bond after_noun(const kti_word *left, const kti_word *right) {
    kt_tag next = right->first->tag;
    if (kti_tag_is_predicate(next)) return noun_before_verb(left, right);
    if (next == KT_TAG_MAJ) return KTI_BOND_CLOSE;
    if (next == KT_TAG_MAG || next == KT_TAG_IC) return KTI_BOND_PHRASE;
    if (next == KT_TAG_MM) return KTI_BOND_CLOSE;
    if (is_number(left->last->tag) || is_date(left, right)) return KTI_BOND_MODIFIER;
    if (is_adverbial_noun(left)) return KTI_BOND_ARGUMENT;
    if (left->is_short || (left->last->flags & KT_MORPHEME_PERSON) != 0) return KTI_BOND_WHOLE;
    return right->opened || left->mark != NULL ? KTI_BOND_CLOSE : KTI_BOND_COMPOUND;
}

/* Adverbs that say how much: they stand right before what they measure. */
static const char degrees[] = {
    "안 못 매우 아주 가장 더 더욱 너무 좀 조금 잘 덜 제일 훨씬 꽤 무척 정말 거의 약간 다 막 바로 참 "
    "굉장히 상당히 몹시 약 겨우 불과 단 단지 오직 별로 전혀 그리 이리 그렇게 이렇게 저렇게 많이 "
    "다시 함께 같이 서로"};

static kti_bond after_adverb(const kti_word *left, const kti_word *right) {
    bool degree = kti_cue_among(left->last->form, degrees);
    if (degree && left->is_short) return KTI_BOND_WHOLE;
    if (is_adverbial_noun(left)) return is_predicate(right) ? KTI_BOND_ARGUMENT : KTI_BOND_PHRASE;
    if (right->first->tag == KT_TAG_MAG) return degree ? KTI_BOND_MODIFIER : KTI_BOND_CLOSE;
    if (verb_in(right) != NULL) return degree ? KTI_BOND_MODIFIER : KTI_BOND_COMPOUND;
    return degree ? KTI_BOND_COMPOUND : KTI_BOND_PHRASE;
}

/* Verbs that do the work of a particle (에 대해, 을 통해) or that a particle leans on. */
static const struct postposition {
    kt_tag particle;
    const char *verbs;
} postpositions[] = {
    {KT_TAG_JKB, "대하 의하 따르 관하 비하 반하 걸치 불구 이르 인하 말미암 위하 같 함께 더불 다르 "
                 "달리 비슷 마찬가지 앞서 관련"},
    {KT_TAG_JKO, "위하 통하 비롯 향하 포함 둘러싸 가지 하 받 당하 앞두 중심 대상 제외"},
    {KT_TAG_JKS, "있 없 되 나 들 많 적 아니"},
    {KT_TAG_JKC, "되 아니"},
    {KT_TAG_JC, "같 함께 더불 다르 달리 비슷 마찬가지 관련"},
    {KT_TAG_JX, "있 없 아니 하 되"},
};

static bool is_postposition(kt_tag particle, kt_str form) {
    for (size_t i = 0; i < sizeof postpositions / sizeof *postpositions; i++)
        if (postpositions[i].particle == particle && kti_cue_among(form, postpositions[i].verbs))
            return true;
    return false;
}

static kti_bond after_particle(const kti_word *left, const kti_word *right) {
    kt_tag tag = left->last->tag;
    if (is_postposition(tag, right->first->form)) return KTI_BOND_CLOSE;
    if (tag == KT_TAG_JC) return KTI_BOND_CLOSE;
    if (tag == KT_TAG_JKV) return KTI_BOND_CLAUSE;
    return is_predicate(right) ? KTI_BOND_ARGUMENT : KTI_BOND_PHRASE;
}

static kti_bond after_ending(const kti_word *left, const kti_word *right) {
    static const char quoting[] = {"다고 ㄴ다고 는다고 라고 이라고 냐고 으냐고 느냐고 자고 으라고"};
    kt_str form = left->last->form;
    bool verb = is_predicate(right);
    if (left->last->tag == KT_TAG_EF) return KTI_BOND_SENTENCE;
    if (left->last->tag == KT_TAG_ETN) return verb ? KTI_BOND_CLOSE : KTI_BOND_PHRASE;
    if (kti_cue_among(form, quoting)) return verb ? KTI_BOND_CLOSE : KTI_BOND_CLAUSE;
    if (kti_cue_among(form, "게 아 어 여")) return verb ? KTI_BOND_ARGUMENT : KTI_BOND_PHRASE;
    return KTI_BOND_CLAUSE;
}

/* 1. 서론, U.S. 대사: a full stop that ends no sentence. */
static bool is_abbreviated(const kti_word *left) {
    if (left->first == left->last && left->first->tag == KT_TAG_SN) return true;
    return left->last->tag == KT_TAG_SL && left->last->span.end - left->last->span.start == 1;
}

/* A mark behind the left word: a sentence or a clause has come to its end, or a list goes on. */
static kti_bond after_mark(const kti_word *left) {
    switch (left->mark->tag) {
    case KT_TAG_SF:
        return is_abbreviated(left) ? KTI_BOND_MODIFIER : KTI_BOND_SENTENCE;
    case KT_TAG_SE:
        return KTI_BOND_SENTENCE;
    case KT_TAG_SC:
        return kti_cue_among(left->mark->form, ", : ;") ? KTI_BOND_CLAUSE : KTI_BOND_COMPOUND;
    default:
        return KTI_BONDS;
    }
}

static kti_bond by_ending(const kti_word *left, const kti_word *right) {
    switch (left->last->tag) {
    case KT_TAG_MM:
    case KT_TAG_ETM:
    case KT_TAG_JKG:
        return after_modifier(left, right);
    case KT_TAG_MAG:
        return after_adverb(left, right);
    case KT_TAG_MAJ:
        return kti_cue_among(left->last->form, "및 또는 혹은 내지") ? KTI_BOND_CLOSE
                                                                    : KTI_BOND_PHRASE;
    case KT_TAG_IC:
        return KTI_BOND_CLAUSE;
    case KT_TAG_JKQ:
        return KTI_BOND_CLOSE;
    default:
        break;
    }
    if (is_nominal(left->last->tag)) return after_noun(left, right);
    if (kti_tag_is_josa(left->last->tag)) return after_particle(left, right);
    return kti_tag_is_eomi(left->last->tag) ? after_ending(left, right) : KTI_BOND_PHRASE;
}

/* Marks that stand alone: an opening one clings to what follows, a closing one to what it closes.
 */
static kti_bond among_marks(const kti_word *left, const kti_word *right) {
    if (left->first == NULL && left->mark->tag == KT_TAG_SSO) return KTI_BOND_WHOLE;
    if (right->first != NULL) return KTI_BOND_PHRASE;
    kt_tag mark = right->mark->tag;
    return mark == KT_TAG_SSO || mark == KT_TAG_SY ? KTI_BOND_CLOSE : KTI_BOND_WHOLE;
}

kti_bond kti_bond_of(const kti_word *left, const kti_word *right) {
    if (left->first == NULL || right->first == NULL) return among_marks(left, right);
    kti_bond marked = left->mark == NULL || is_suffix(right) ? KTI_BONDS : after_mark(left);
    if (marked != KTI_BONDS) return marked;
    return is_whole(left, right) ? KTI_BOND_WHOLE : by_ending(left, right);
}
