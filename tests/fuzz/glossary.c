/* Any bytes as a glossary of the format FUZZ_FORMAT: refused with a message, or read so that every
 * writer's file is read as the same rows. */
#include "fuzz.h"

static void same_again(kt_glossary *g, kt_str tsv, kt_glossary_format format) {
    kt_glossary *again = NULL;
    kt_str file, out;
    MUST(kt_glossary_write(g, format, &file) == KT_OK);
    MUST(kti_utf8_check(file, 0) == file.len || format == KT_GLOSSARY_TSV);
    MUST(kt_glossary_new(NULL, &again) == KT_OK);
    MUST(kt_glossary_read(again, file, format, NULL) == KT_OK);
    MUST(kt_glossary_write(again, KT_GLOSSARY_TSV, &out) == KT_OK);
    if (format == KT_GLOSSARY_TSV) MUST(kti_str_eq(out, tsv));
    kt_glossary_free(again);
}

static void use(kt_glossary *g) {
    const kt_glossary_row *rows;
    const kt_glossary_problem *problems;
    const kt_term_hit *hits;
    kt_terms *terms = NULL;
    size_t count;
    MUST(kt_glossary_problems(g, &problems, &count) == KT_OK);
    MUST(kt_glossary_rows(g, &rows, &count) == KT_OK);
    MUST(kt_terms_new(NULL, rows, count, &terms) == KT_OK);
    for (size_t i = 0; i < count && i < 4; i++) {
        MUST(kt_terms_find(fuzz_ctx, terms, rows[i].english, &hits, &(size_t){0}) == KT_OK);
        MUST(kt_annotate(fuzz_ctx, terms, rows[i].korean, NULL, fuzz_out) == KT_OK);
        MUST(kti_span_law(fuzz_out, rows[i].korean));
        MUST(kt_terms_apply(fuzz_ctx, terms, rows[i].english, fuzz_out) == KT_OK);
        MUST(kti_span_law(fuzz_out, rows[i].english));
    }
    kt_terms_free(terms);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    kt_glossary *g = NULL, *copy = NULL;
    kt_error err = {KT_OK, 0, 0, NULL};
    kt_str text = {(const char *)data, size}, tsv;
    fuzz_open();
    if (kti_utf8_check(text, 0) != size) return 0;
    MUST(kt_glossary_new(NULL, &g) == KT_OK);
    kt_status status = kt_glossary_read(g, text, FUZZ_FORMAT, &err);
    MUST(status == KT_OK || (status == KT_ERR_SYNTAX && err.message != NULL));
    use(g);
    MUST(kt_glossary_new(NULL, &copy) == KT_OK);
    MUST(kt_glossary_merge(copy, g) == KT_OK);
    MUST(kt_glossary_write(copy, KT_GLOSSARY_TSV, &tsv) == KT_OK);
    for (int format = KT_GLOSSARY_TSV; format <= KT_GLOSSARY_PO; format++)
        same_again(g, tsv, (kt_glossary_format)format);
    kt_glossary_free(g);
    kt_glossary_free(copy);
    return 0;
}
