/* cues.c - Korean tells by its endings what a word is for: a particle, an adnominal ending, a
 * connective. Without a word list 은 and 는 stay ambiguous; the commonest reading is taken. */
#include "segment/cues.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "unicode/props.h"

/* The next word of a list that spaces part; empty at its end. */
static kt_str next_of(const char **list) {
    const char *word = *list;
    const char *end = word;
    while (*end != ' ' && *end != '\0')
        end++;
    *list = *end == ' ' ? end + 1 : end;
    return (kt_str){word, (size_t)(end - word)};
}

bool kti_cue_among(kt_str form, const char *list) {
    for (kt_str word = next_of(&list); word.len > 0; word = next_of(&list))
        if (word.len == form.len && memcmp(word.ptr, form.ptr, word.len) == 0) return true;
    return false;
}

/* How long the word of `list` is that `text` begins with; 0 for none. */
static size_t begins(kt_str text, const char *list) {
    for (kt_str word = next_of(&list); word.len > 0; word = next_of(&list))
        if (word.len <= text.len && memcmp(text.ptr, word.ptr, word.len) == 0) return word.len;
    return 0;
}

static bool ends(kt_str text, const char *list) {
    const char *end = text.ptr + text.len;
    for (kt_str word = next_of(&list); word.len > 0; word = next_of(&list))
        if (word.len <= text.len && memcmp(end - word.len, word.ptr, word.len) == 0) return true;
    return false;
}

/* ---- marks ---------------------------------------------------------------------------------- */

static bool is_mark(uint32_t cp) {
    return kti_cp_is_punct(cp) && cp != '%';
}

kt_str kti_cue_core(kt_str word) {
    size_t start = 0;
    size_t end = word.len;
    while (start < end && is_mark(kti_utf8_at(word, start).cp))
        start += kti_utf8_at(word, start).len;
    while (end > start && is_mark(kti_utf8_before(word, end).cp))
        end -= kti_utf8_before(word, end).len;
    return kti_str_cut(word, start, end);
}

kti_bond kti_cue_mark(kt_str word) {
    while (ends(word, "\" ' ) ] ” ’ 」 』"))
        word.len -= kti_utf8_before(word, word.len).len;
    if (ends(word, ". ! ? … 。 ！ ？")) return KTI_BOND_SENTENCE;
    return ends(word, ", ; : 、 ，") ? KTI_BOND_CLAUSE : KTI_BONDS;
}

/* ---- words ---------------------------------------------------------------------------------- */

static const char determiners[] = {
    "이 그 저 이런 그런 저런 어떤 무슨 어느 새 헌 옛 첫 모든 온갖 각 여러 다른 두 세 네 다섯 여섯 "
    "일곱 여덟 아홉 열 몇 약 총 전 현 한 매 맨 순 단 이번 지난"};
static const char degrees[] = {
    "매우 아주 가장 더 더욱 너무 좀 잘 덜 제일 훨씬 꽤 안 못 정말 거의 약간 "
    "다 막 참 함께 같이 다시"};
static const char bound_nouns[] = {
    "것 거 게 걸 건 수 때문 만큼 줄 데 바 채 뿐 적 대로 듯 등 리 지 중 "
    "씨 님 측 명 개 번 원 년 월 일 시 분 초 대 권 마리 살 가지 달러 퍼센트"};
static const char particles[] = {
    "이 가 은 는 을 를 도 만 의 에 에서 에게 으로 로 밖에 이다 였다 부터 까지 "
    "입니다 이었다 같은 인 라는 이라는 과 와 들 들이 들은 들을 정도 쯤"};

/* The word is `list`'s noun, with nothing but a particle behind it. */
static bool is_bound_noun(kt_str word) {
    size_t len = begins(word, bound_nouns);
    kt_str rest = kti_str_cut(word, len, word.len);
    return len > 0 && (rest.len == 0 || kti_cue_among(rest, particles));
}

/* Verbs behind which an auxiliary stands, and the auxiliaries. */
static const struct helper {
    const char *endings, *verbs;
} helpers[] = {
    {"고", "있 싶 계"},
    {"을지 일지 할지 될지 갈지 올지 볼지 는지 은지 인지", "모르 모른 모를 모릅 몰 알 궁금"},
    {"지", "않 못 말"},
    {"수 줄 리가 수가 수는 수도 줄은 적이 바가 수밖에", "있 없 알 몰 모"},
    {"것 거", "같"},
    {"게", "되 된 될 됐 됩 하 한 할 했 합 만"},
    {"야", "하 한 할 했 합 해 되 된 될 됐 됩 돼"},
    {"려고 기로 기도 도록", "하 한 할 했 합"},
    {"아 어 해 여 와 워 려 져 켜 혀 라 나 가", "있 보 본 볼 봤 봐 주 준 줄 줬 줘 버 놓 두"},
};

/* 오늘 | 오전: a day and its part. */
static bool is_moment(kt_str left, kt_str right) {
    static const char days[] = {
        "오늘 어제 내일 모레 그제 이날 당일 전날 다음날 월요일 화요일 수요일 목요일 "
        "금요일 토요일 일요일 주말 매일"};
    return kti_cue_among(left, days) &&
           begins(right, "오전 오후 새벽 아침 점심 저녁 정오 자정") > 0;
}

static bool is_helped(kt_str left, kt_str right) {
    for (size_t i = 0; i < sizeof helpers / sizeof *helpers; i++)
        if (ends(left, helpers[i].endings) && begins(right, helpers[i].verbs) > 0) return true;
    return false;
}

/* Endings, the longer and surer before the shorter: the first that fits decides. */
static const struct cue {
    const char *endings;
    kti_bond bond;
} cues[] = {
    {"다고 라고 자고 냐고", KTI_BOND_CLOSE},
    {"지만 는데 은데 니까 므로 면서 아서 어서 해서 하고 하며 되고 되며 으며 으면 하면 되면 려고 도록 다가 "
     "거나 든지 습니다 었다 았다 했다 된다 한다 었고 았고 했고 있고 없고",
     KTI_BOND_CLAUSE},
    {"대한 위한 통한 의한 관한 따른 인한", KTI_BOND_MODIFIER},
    {"하는 되는 있는 없는 않는 오는 보는 주는 르는 리는 치는 키는 드는 려는 다는 라는 싶은 같은 많은 높은 "
     "좋은 작은 젊은 깊은 넓은 않은 받은 얻은 찾은 남은 입은 맞은 먹은 있을 없을 않을 받을 같을 했던 하던 "
     "었던 았던 있던 되던",
     KTI_BOND_MODIFIER},
    {"한 된 운 린 른 온 던 란 난 낸 준 쓴 큰 친 킨 진 할 될 갈 올 볼 릴 칠 의", KTI_BOND_MODIFIER},
    {"와 과 및 또는 혹은 하고", KTI_BOND_CLOSE},
    {"에서 에게 으로 부터 까지 한테 처럼 보다 마다 조차 께서 에는 에도 로는 을 를 에 로 이 가 은 는 도 만",
     KTI_BOND_PHRASE},
    {"대해 위해 통해 의해 따라 인해 관해", KTI_BOND_PHRASE},
    {"고 며 면 서 자 니 게", KTI_BOND_CLAUSE},
};

/* One syllable, or a number before what it counts, leans on the word behind it. */
static bool leans(kt_str left) {
    return left.len <= 3 || kti_is_ascii_digit(left.ptr[left.len - 1]);
}

static kti_bond bond_of(kt_str left_word, kt_str right_word) {
    kti_bond marked = kti_cue_mark(left_word);
    kt_str left = kti_cue_core(left_word);
    kt_str right = kti_cue_core(right_word);
    bool words = left.len > 0 && right.len > 0;
    if (words && kti_cp_is_latin(kti_utf8_before(left, left.len).cp) &&
        kti_cp_is_latin(kti_utf8_at(right, 0).cp))
        return kti_cue_english(left_word, right_word);
    if (marked != KTI_BONDS) return marked;
    if (!words) return KTI_BOND_PHRASE;
    if (is_helped(left, right) || is_moment(left, right) || is_bound_noun(right) || leans(left))
        return KTI_BOND_WHOLE;
    if (kti_cue_among(left, determiners) || kti_cue_among(left, degrees)) return KTI_BOND_MODIFIER;
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++)
        if (ends(left, cues[i].endings)) return cues[i].bond;
    return KTI_BOND_COMPOUND;
}

/* ---- text ----------------------------------------------------------------------------------- */

/* The word at or behind `at`; empty at the end. */
static kt_span next_word(kt_str text, size_t at) {
    size_t start = at;
    while (start < text.len && kti_cp_is_space(kti_utf8_at(text, start).cp))
        start += kti_utf8_at(text, start).len;
    size_t end = start;
    while (end < text.len && !kti_cp_is_space(kti_utf8_at(text, end).cp))
        end += kti_utf8_at(text, end).len;
    return (kt_span){(uint32_t)start, (uint32_t)end};
}

kt_status kti_cue_joints(kt_str text, kti_arena *arena, kti_joints *out) {
    kti_joint *items = kti_arena_take(arena, (text.len / 2 + 1) * sizeof *items);
    if (items == NULL) return KT_ERR_NOMEM;
    *out = (kti_joints){items, 0};
    kt_span left = next_word(text, 0);
    while (left.end > left.start) {
        kt_span right = next_word(text, left.end);
        if (right.end == right.start) break;
        items[out->count++] =
            (kti_joint){right.start, bond_of(kti_str_span(text, left), kti_str_span(text, right))};
        left = right;
    }
    return KT_OK;
}
