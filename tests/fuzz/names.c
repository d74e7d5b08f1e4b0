/* Any bytes as running text, as a name, and as a pair of names. */
#include "fuzz.h"

static void find(kt_str text) {
    const kt_mention *list;
    size_t count;
    uint32_t end = 0;
    MUST(kt_names_detect(fuzz_ctx, text, &list, &count) == KT_OK);
    for (size_t i = 0; i < count; i++) {
        MUST(list[i].span.start >= end && list[i].span.end > list[i].span.start);
        MUST(list[i].span.end <= text.len && kti_utf8_is_boundary(text, list[i].span.start));
        MUST(list[i].confidence >= 0 && list[i].confidence <= 1);
        end = list[i].span.end;
    }
}

static void spell(kt_str text, kt_kind kind) {
    kt_spell_options options = KT_SPELL_INIT;
    const kt_spelling *list;
    size_t count;
    options.kind = kind;
    kt_status status = kt_names_spell(fuzz_ctx, text, &options, &list, &count);
    MUST(status == KT_OK || status == KT_ERR_TOO_LARGE);
    for (size_t i = 0; status == KT_OK && i < count; i++)
        MUST(list[i].text.len > 0 && list[i].probability >= 0 && list[i].probability <= 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    double score = 0;
    fuzz_open();
    kt_kind kind = (kt_kind)fuzz_choice(&in, 4);
    kt_str text = fuzz_text(&in);
    find(text);
    spell(text, kind);
    size_t tab = kti_str_find(text, KTI_STR("\t"), 0);
    size_t half = tab == SIZE_MAX ? text.len / 2 : tab;
    kt_status status = kt_names_match(fuzz_ctx, kti_str_cut(text, 0, half),
                                      kti_str_cut(text, half, text.len), &score);
    MUST(status == KT_ERR_TOO_LARGE || (status == KT_OK && score >= 0 && score <= 1));
    return 0;
}
