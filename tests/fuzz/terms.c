/* A glossary and a text, any bytes: hits lie in order in the text and name rows, what is annotated
 * and applied obeys the span law. */
#include "fuzz.h"

static void check_text(const kt_terms *terms, kt_str text) {
    const kt_term_hit *hits;
    kt_annotate_options instead = KT_ANNOTATE_INIT;
    size_t count, rows = kt_terms_rows(terms, NULL);
    uint32_t end = 0;
    MUST(kt_terms_find(fuzz_ctx, terms, text, &hits, &count) == KT_OK);
    for (size_t i = 0; i < count; i++) {
        MUST(hits[i].span.start >= end && hits[i].span.end > hits[i].span.start);
        end = hits[i].span.end;
        MUST(end <= text.len && hits[i].row < rows && kt_terms_best(terms, hits[i].row) < rows);
    }
    MUST(kt_annotate(fuzz_ctx, terms, text, NULL, fuzz_out) == KT_OK);
    MUST(kti_span_law(fuzz_out, text));
    instead.place = KT_ANNOTATE_INSTEAD;
    MUST(kt_annotate(fuzz_ctx, terms, text, &instead, fuzz_out) == KT_OK);
    MUST(kti_span_law(fuzz_out, text));
    MUST(kt_terms_apply(fuzz_ctx, terms, text, fuzz_out) == KT_OK);
    MUST(kti_span_law(fuzz_out, text));
}

/* Rows, an empty line, and the text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_glossary *glossary = NULL;
    kt_terms *terms = NULL;
    const kt_glossary_row *rows;
    size_t count;
    fuzz_open();
    kt_str all = fuzz_text(&in);
    size_t cut = kti_str_find(all, KTI_STR("\n\n"), 0);
    if (cut == SIZE_MAX) cut = all.len / 2;
    MUST(kt_glossary_new(NULL, &glossary) == KT_OK);
    if (kti_utf8_check(all, 0) < cut) { /* what a glossary holds is put in as it is */
        kt_glossary_free(glossary);
        return 0;
    }
    kt_status status = kt_glossary_read(glossary, kti_str_cut(all, 0, cut), KT_GLOSSARY_TSV, NULL);
    MUST(status == KT_OK || status == KT_ERR_SYNTAX || status == KT_ERR_UTF8);
    if (status == KT_OK) {
        MUST(kt_glossary_rows(glossary, &rows, &count) == KT_OK);
        MUST(kt_terms_new(NULL, rows, count, &terms) == KT_OK);
        check_text(terms, kti_str_cut(all, cut, all.len));
    }
    kt_terms_free(terms);
    kt_glossary_free(glossary);
    return 0;
}
