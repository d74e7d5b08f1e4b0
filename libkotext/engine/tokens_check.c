/* tokens_check.c - places that were found by their letters, held against the reading. */
#include "analyze/other_words.h"
#include "engine/tokens.h"

/* The first morpheme that goes beyond byte `at`; calls come in order. */
static size_t morpheme_at(const kt_analysis *reading, size_t from, uint32_t at) {
    while (from < reading->morpheme_count && reading->morphemes[from].span.end <= at)
        from++;
    return from;
}

static bool is_other(kt_str text, const kt_analysis *reading, size_t at, kt_span name) {
    const kt_morpheme *first = reading->morphemes, *end = first + reading->morpheme_count;
    const kt_morpheme *m = first + at;
    return m < end && (kti_begins_noun(text, m, name) || kti_is_number(m, end, name) ||
                       kti_is_common_noun(text, first, m, name));
}

size_t kti_tokens_check(kt_str text, const kt_analysis *reading, kt_token *tokens, size_t count) {
    size_t kept = 0, at = 0;
    for (size_t i = 0; i < count; i++) {
        kt_span name = tokens[i].stem;
        at = morpheme_at(reading, at, name.start);
        bool other = tokens[i].kind == KT_TOKEN_PLACE && is_other(text, reading, at, name);
        if (!other) tokens[kept++] = tokens[i];
    }
    return kept;
}
