/* Any bytes as word and particle, and as a text in which a word was replaced: choosing and
 * repairing what was chosen and repaired changes nothing. */
#include "fuzz.h"

#include "core/buf.h"

static void keep(kti_buf *bytes, kt_str text) {
    kti_buf_clear(bytes);
    kti_buf_add_str(bytes, text);
    MUST(kti_buf_status(bytes) == KT_OK);
}

static void choose(kt_str word, kt_str josa, kti_buf *once) {
    kt_str chosen;
    MUST(kt_josa_choose(fuzz_ctx, word, josa, &chosen) == KT_OK);
    keep(once, chosen);
    MUST(kt_josa_choose(fuzz_ctx, word, kti_buf_str(once), &chosen) == KT_OK);
    MUST(kti_str_eq(chosen, kti_buf_str(once)));
}

static void repair(kt_str text, kt_span word, kti_buf *once) {
    MUST(kt_josa_repair(fuzz_ctx, text, word, fuzz_out) == KT_OK);
    MUST(kti_span_law(fuzz_out, text));
    /* A gloss that reads like half a notation, (이) before what became 가, is one the second time.
     */
    if (kti_str_find(text, KTI_STR("("), 0) != SIZE_MAX) return;
    keep(once, kt_text_str(fuzz_out));
    MUST(kt_josa_repair(fuzz_ctx, kti_buf_str(once), word, fuzz_out) == KT_OK);
    MUST(kti_str_eq(kt_text_str(fuzz_out), kti_buf_str(once)));
}

static void split(kt_str text) {
    kt_span stem, josa;
    MUST(kt_josa_split(fuzz_ctx, text, &stem, &josa) == KT_OK);
    MUST(stem.start == 0 && stem.end == josa.start && josa.start <= josa.end);
    MUST(josa.end <= text.len && kti_utf8_is_boundary(text, stem.end));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kti_buf once;
    fuzz_open();
    size_t cut = fuzz_choice(&in, 256);
    kt_str text = fuzz_text(&in);
    if (cut > text.len) cut = text.len;
    while (!kti_utf8_is_boundary(text, cut))
        cut++;
    kti_buf_init(&once, NULL);
    size_t josa = cut < text.len && text.ptr[cut] == '\t' ? cut + 1 : cut;
    choose(kti_str_cut(text, 0, cut), kti_str_cut(text, josa, text.len), &once);
    repair(text, (kt_span){0, (uint32_t)cut}, &once);
    split(text);
    kti_buf_free(&once);
    return 0;
}
