/* tokens_check.c - places that were found by their letters, held against the reading: 고양이 is a
 * cat, 세계 대전 a war, 이천 명 two thousand people. */
#include "analyze/josa.h"
#include "core/str.h"
#include "engine/tokens.h"

/* The first morpheme that goes beyond byte `at`; calls come in order. */
static size_t morpheme_at(const kt_analysis *reading, size_t from, uint32_t at) {
    while (from < reading->morpheme_count && reading->morphemes[from].span.end <= at)
        from++;
    return from;
}

/* 고양이, 일본도: the place is the beginning of a noun, whose end only looks like a particle. */
static bool begins_noun(kt_str text, const kt_morpheme *m, kt_span name) {
    if (m->tag != KT_TAG_NNG || (m->flags & KT_MORPHEME_UNKNOWN) != 0) return false;
    if (m->span.start != name.start || m->span.end <= name.end) return false;
    kt_str rest = kti_str_cut(text, name.end, m->span.end);
    return kti_josa_fits(kti_str_span(text, name), rest);
}

/* 세계 대전, 팀 구성을: read as a common noun behind another, and nothing happens there (개성에).
 */
static bool is_common(kt_str text, const kt_morpheme *first, const kt_morpheme *m, kt_span name) {
    bool whole = m->span.start == name.start && m->span.end == name.end;
    if (m->tag != KT_TAG_NNG || !whole || m == first || m[-1].tag != KT_TAG_NNG) return false;
    bool behind = m[-1].span.end + 1 == name.start && text.ptr[m[-1].span.end] == ' ';
    kt_str rest = kti_str_cut(text, name.end, text.len);
    bool place = kti_str_starts(rest, KTI_STR("에")) || kti_str_starts(rest, KTI_STR("로")) ||
                 kti_str_starts(rest, KTI_STR("으로"));
    return behind && !place;
}

/* 이천 명: numerals, and what they count. */
static bool is_number(const kt_analysis *reading, size_t first, kt_span name) {
    size_t i = first;
    while (i < reading->morpheme_count && reading->morphemes[i].span.end <= name.end)
        if (reading->morphemes[i++].tag != KT_TAG_NR) return false;
    return i > first && i < reading->morpheme_count && reading->morphemes[i].tag == KT_TAG_NNBC;
}

size_t kti_tokens_check(kt_str text, const kt_analysis *reading, kt_token *tokens, size_t count) {
    size_t kept = 0, at = 0;
    for (size_t i = 0; i < count; i++) {
        kt_span name = tokens[i].stem;
        at = morpheme_at(reading, at, name.start);
        bool place = tokens[i].kind == KT_TOKEN_PLACE && at < reading->morpheme_count;
        const kt_morpheme *m = &reading->morphemes[at];
        bool other =
            place && (begins_noun(text, m, name) || is_common(text, reading->morphemes, m, name) ||
                      is_number(reading, at, name));
        if (!other) tokens[kept++] = tokens[i];
    }
    return kept;
}
