/* Any bytes as a catalogue: what is read lies in the file, and each pair is compared. */
#include "fuzz.h"

static void check(kt_str text, const kt_catalog_pair *p) {
    kt_romanize_options options = KT_ROMANIZE_INIT;
    kt_romanized_check found;
    MUST(p->original_span.start <= p->original_span.end && p->original_span.end <= text.len);
    MUST(p->romanized_span.start <= p->romanized_span.end && p->romanized_span.end <= text.len);
    MUST(!p->missing || p->original.len == 0 || p->romanized.len == 0);
    options.scheme = KT_SCHEME_ALA_LC;
    options.kind = p->kind;
    MUST(kt_romanized_compare(fuzz_ctx, p->original, p->romanized, &options, &found) == KT_OK);
    MUST(found.offset <= p->romanized.len);
    if (found.differences == 0) MUST(p->original.len == 0 || found.expected.len > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_catalog *catalog;
    kt_error err;
    size_t count;
    fuzz_open();
    kt_str text = fuzz_text(&in);
    kt_status status = kt_catalog_open(NULL, text, &catalog, &err);
    MUST(status == KT_OK || status == KT_ERR_SYNTAX || status == KT_ERR_TOO_LARGE);
    if (status != KT_OK) {
        MUST(err.status == status && err.offset <= size && err.line > 0);
        return 0;
    }
    const kt_catalog_pair *pairs = kt_catalog_pairs(catalog, &count);
    for (size_t i = 0; i < count; i++)
        check(text, &pairs[i]);
    kt_catalog_close(catalog);
    return 0;
}
