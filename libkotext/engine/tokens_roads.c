/* tokens_roads.c - roads of addresses, which the number behind them tells: 불국로 385,
 * 강남대로12길 5. Without a number 불국로 is "to Bulguk" as well. */
#include "analyze/josa.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "engine/tokens.h"
#include "hangul/syllable.h"

enum { SYLLABLE = 3 };

static bool is_syllable_at(kt_str text, size_t at) {
    return at < text.len && kti_is_syllable(kti_utf8_at(text, at).cp);
}

static size_t syllables_end(kt_str text, size_t at) {
    while (is_syllable_at(text, at))
        at += SYLLABLE;
    return at;
}

static size_t digits_end(kt_str text, size_t at) {
    while (at < text.len && kti_is_ascii_digit(text.ptr[at]))
        at++;
    return at;
}

/* Bytes of the branch that begins with the number at `at`: 12길, 174번길, 3번가길; 0: none. */
static size_t branch_bytes(kt_str text, size_t at) {
    static const char *const tails[] = {"길",   "번길", "가길", "나길",   "다길",   "라길",  "마길",
                                        "바길", "사길", "안길", "번안길", "번가길", "번나길"};
    size_t digits = digits_end(text, at), end = syllables_end(text, digits);
    if (digits == at) return 0;
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        kt_str tail = kti_str(tails[i]), word = kti_str_cut(text, digits, end);
        if (!kti_str_starts(word, tail)) continue;
        kt_str rest = kti_str_cut(word, tail.len, word.len);
        if (rest.len == 0 || kti_josa_fits(tail, rest)) return digits + tail.len - at;
    }
    return 0;
}

/* Whether the number of a building stands at `at`: 385, 12-3, 385에; but 3명 counts, and 0.5 and
 * 30% measure. */
static bool is_house_number(kt_str text, size_t at) {
    size_t end = digits_end(text, at);
    if (end == at || end - at > 4) return false;
    if (end + 1 < text.len && text.ptr[end] == '-') {
        size_t second = digits_end(text, end + 1);
        if (second > end + 1) end = second;
    }
    kt_str rest = kti_str_cut(text, end, text.len);
    if (rest.len == 0 || kti_is_ascii_space(rest.ptr[0]) || rest.ptr[0] == ')') return true;
    if (rest.ptr[0] == '(') return true;
    if (rest.ptr[0] == ',' || rest.ptr[0] == '.')
        return rest.len == 1 || !kti_is_ascii_digit(rest.ptr[1]);
    kt_str word = kti_str_cut(text, end, syllables_end(text, end));
    bool numbered = kti_str_starts(word, KTI_STR("번지")) || kti_str_starts(word, KTI_STR("호"));
    return word.len > 0 &&
           (numbered || kti_josa_fits(KTI_STR("이"), word) || kti_josa_fits(KTI_STR("일"), word));
}

/* 시 군 구 읍 면 동 before a road: 종로구 세종대로. */
static bool is_behind_division(kt_str text, size_t word) {
    static const char *const units[] = {"시", "군", "구", "읍", "면", "동", "도"};
    if (word < 2 * SYLLABLE + 1 || text.ptr[word - 1] != ' ') return false;
    kt_str before = kti_str_cut(text, word - 1 - SYLLABLE, word - 1);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (kti_str_eq(before, kti_str(units[i])))
            return is_syllable_at(text, word - 1 - 2 * SYLLABLE);
    return false;
}

/* Whether the word may be a noun and the particle 로, as grammar has them: 서울로, 점수로. */
static bool may_be_particle(const kti_lexicon *lexicon, kt_str word) {
    unsigned nouns = KTI_WORD_NOUN | KTI_WORD_BOUND | KTI_WORD_PLACE | KTI_WORD_MODIFIER;
    kt_str noun = kti_str_cut(word, 0, word.len - SYLLABLE);
    if (kti_str_ends(noun, KTI_STR("으"))) return true;
    if (!kti_josa_fits(noun, KTI_STR("로"))) return false;
    return (kti_lexicon_word(lexicon, noun).classes & nouns) != 0;
}

/* 그대로, 지름길: words by themselves. */
static bool is_other_word(unsigned classes) {
    unsigned other = KTI_WORD_NOUN | KTI_WORD_MODIFIER | KTI_WORD_JOSA | KTI_WORD_EOMI;
    return (classes & other) != 0 && (classes & KTI_WORD_PLACE) == 0;
}

/* Whether the word is a road, having a number behind it; a branch settles it. */
static bool is_road(const kti_lexicon *lexicon, kt_str text, kt_span word, bool branch) {
    kt_str name = kti_str_span(text, word);
    bool way = kti_str_ends(name, KTI_STR("길"));
    if ((!way && !kti_str_ends(name, KTI_STR("로"))) || name.len < 2 * SYLLABLE) return false;
    unsigned classes = kti_lexicon_word(lexicon, name).classes;
    if (branch) return true;
    if ((classes & KTI_WORD_PLACE) != 0) return true;
    if (name.len < 3 * SYLLABLE || is_other_word(classes)) return false;
    bool wide = kti_str_ends(name, KTI_STR("대로")) && name.len >= 4 * SYLLABLE;
    return way || wide || is_behind_division(text, word.start) || !may_be_particle(lexicon, name);
}

/* The road that the word is, with its branch; an empty span for none. */
static kt_span road_at(const kti_lexicon *lexicon, kt_str text, kt_span word) {
    size_t blank = word.end < text.len && text.ptr[word.end] == ' ';
    size_t branch = branch_bytes(text, word.end + blank);
    uint32_t end = word.end + (branch > 0 ? (uint32_t)(blank + branch) : 0);
    bool numbered = branch > 0 || (blank > 0 && is_house_number(text, word.end + 1));
    bool road = numbered && is_road(lexicon, text, word, branch > 0);
    return road ? (kt_span){word.start, end} : (kt_span){0, 0};
}

/* ---- among the names ------------------------------------------------------------------------ */

/* The next road from byte `*at` on, which goes behind it; an empty span when there is none. */
static kt_span next_road(const kti_lexicon *lexicon, kt_str text, size_t *at) {
    while (*at < text.len) {
        size_t end = syllables_end(text, *at);
        kt_span word = {(uint32_t)*at, (uint32_t)end};
        *at = end > *at ? end : *at + kti_utf8_at(text, *at).len;
        if (word.start == word.end) continue;
        kt_span road = road_at(lexicon, text, word);
        if (road.end > *at) *at = road.end;
        if (road.end > 0) return road;
    }
    return (kt_span){0, 0};
}

/* What is left of a name before a road that it ran into: 종로구 of 종로구 세종대. */
static void put_before(kt_str text, kt_token name, kt_span road, kt_token *out, size_t *count) {
    bool into = name.span.end > road.start;
    uint32_t end = into ? road.start : name.span.end;
    while (into && end > name.span.start && kti_is_ascii_space(text.ptr[end - 1]))
        end--;
    if (end <= name.span.start) return;
    if (into) name = (kt_token){{name.span.start, end}, {name.span.start, end}, KT_TOKEN_PLACE};
    out[(*count)++] = name;
}

kt_status kti_tokens_roads(kt_ctx *ctx, kt_str text, const kt_token **tokens, size_t *count) {
    const kti_lexicon *lexicon = ctx->engine->lexicon;
    size_t at = 0, next = 0, kept = 0, most = *count + text.len / (3 * SYLLABLE) + 1;
    kt_span road = next_road(lexicon, text, &at);
    if (road.end == 0) return KT_OK;
    kt_token *out = kti_arena_take(&ctx->scratch, most * sizeof *out);
    if (out == NULL) return KT_ERR_NOMEM;
    for (; road.end > 0; road = next_road(lexicon, text, &at)) {
        while (next < *count && (*tokens)[next].span.start < road.start)
            put_before(text, (*tokens)[next++], road, out, &kept);
        while (next < *count && (*tokens)[next].span.start < road.end)
            next++;
        /* The blank behind it says that a number follows: 종로 is a quarter as well. */
        uint32_t end = road.end + (road.end < text.len && text.ptr[road.end] == ' ');
        out[kept++] = (kt_token){{road.start, end}, road, KT_TOKEN_PLACE};
    }
    while (next < *count)
        out[kept++] = (*tokens)[next++];
    *tokens = out;
    *count = kept;
    return KT_OK;
}
