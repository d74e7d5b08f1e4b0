/* Any bytes as text to analyze: spans lie in order on code points, eojeols tile their morphemes. */
#include "fuzz.h"

static void check_morphemes(kt_str text, const kt_analysis *a) {
    uint32_t start = 0;
    for (size_t i = 0; i < a->morpheme_count; i++) {
        const kt_morpheme *m = &a->morphemes[i];
        MUST(m->span.start >= start && m->span.end > m->span.start && m->span.end <= text.len);
        MUST(kti_utf8_is_boundary(text, m->span.start) && kti_utf8_is_boundary(text, m->span.end));
        MUST(m->tag > KT_TAG_NONE && m->tag < KT_TAGS);
        start = m->span.start;
    }
}

static void check_eojeols(const kt_analysis *a) {
    uint32_t next = 0;
    for (size_t i = 0; i < a->eojeol_count; i++) {
        const kt_eojeol *e = &a->eojeols[i];
        MUST(e->first == next && e->count > 0);
        MUST(e->stem.start == e->span.start && e->stem.end == e->josa.start);
        MUST(e->josa.end == e->span.end);
        next += e->count;
    }
    MUST(next == a->morpheme_count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_analyze_options options = KT_ANALYZE_INIT;
    const kt_analysis *list;
    size_t count;
    fuzz_open();
    options.nbest = (uint32_t)fuzz_choice(&in, 5);
    kt_str text = fuzz_text(&in);
    MUST(kt_analyze(fuzz_ctx, text, &options, &list, &count) == KT_OK && count > 0);
    for (size_t i = 0; i < count; i++) {
        check_morphemes(text, &list[i]);
        check_eojeols(&list[i]);
        MUST(i == 0 || list[i].cost >= list[i - 1].cost);
    }
    return 0;
}
