/* Any bytes as text to gloss, and its names and Hanja: spans lie in order on code points, texts are
 * text. */
#include "fuzz.h"

static void is_text(kt_str text) {
    MUST(kti_utf8_check(text, 0) == text.len);
}

static void check_glosses(kt_str text, const kt_gloss_options *options) {
    const kt_gloss *list;
    size_t count;
    uint32_t end = 0;
    MUST(kt_gloss_words(fuzz_ctx, text, options, &list, &count) == KT_OK);
    for (size_t i = 0; i < count; i++) {
        MUST(list[i].span.start >= end && list[i].span.end > list[i].span.start);
        end = list[i].span.end;
        MUST(end <= text.len && kti_utf8_is_boundary(text, end));
        is_text(list[i].reading);
        is_text(list[i].latin);
        is_text(list[i].hanja);
        is_text(list[i].english);
    }
}

static void check_names(kt_str text) {
    const kt_analysis *readings;
    const kt_mention *names;
    size_t count;
    MUST(kt_analyze(fuzz_ctx, text, NULL, &readings, &count) == KT_OK);
    MUST(kt_names_of_reading(fuzz_ctx, text, readings, &names, &count) == KT_OK);
    for (size_t i = 0; i < count; i++) {
        MUST(names[i].span.start < names[i].span.end && names[i].span.end <= text.len);
        MUST(kti_utf8_is_boundary(text, names[i].span.start));
    }
}

static void check_hanja(kt_str text, kt_kind kind) {
    const kt_hanja_candidate *list;
    size_t count;
    MUST(kt_hanja_candidates(fuzz_ctx, text, kind, 8, &list, &count) == KT_OK && count <= 8);
    for (size_t i = 0; i < count; i++)
        is_text(list[i].hanja);
}

/* The readings that are permitted, each once, the principal one first. */
static void check_readings(kt_str text) {
    enum { ROOM = 8 };
    kt_str list[ROOM];
    size_t count;
    MUST(kt_pronounce_readings(fuzz_ctx, text, NULL, list, ROOM, &count) == KT_OK);
    MUST(count > 0 && count <= ROOM);
    for (size_t i = 0; i < count; i++) {
        is_text(list[i]);
        for (size_t k = 0; k < i; k++)
            MUST(!kti_str_eq(list[i], list[k]));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_gloss_options options = KT_GLOSS_INIT;
    fuzz_open();
    options.scheme = (kt_scheme)fuzz_choice(&in, KT_SCHEMES);
    kt_kind kind = (kt_kind)fuzz_choice(&in, 4);
    kt_str text = fuzz_text(&in);
    check_glosses(text, &options);
    check_names(text);
    check_hanja(text, kind);
    check_readings(text);
    return 0;
}
