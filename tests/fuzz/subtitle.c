/* Any bytes as a subtitle file: written untouched it is the same file, and cues lie inside it. */
#include "fuzz.h"

static void check_cues(kt_subtitle *s, kt_str text) {
    const kt_cue *cues;
    size_t count = kt_subtitle_cues(s, &cues);
    uint32_t end = 0;
    for (size_t i = 0; i < count; i++) {
        kt_span span = cues[i].text;
        MUST(span.start >= end && span.start <= span.end && span.end <= text.len);
        end = span.end;
        MUST(kt_subtitle_plain(s, i, fuzz_out) == KT_OK);
        MUST(kti_span_law(fuzz_out, kti_str_span(text, span)));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_subtitle *s = NULL;
    fuzz_open();
    unsigned touched = fuzz_choice(&in, 8);
    kt_str text = fuzz_text(&in);
    (void)kt_format_detect(text);
    kt_status status = kt_subtitle_parse(NULL, text, KT_FORMAT_SRT, &s, NULL);
    MUST(status == KT_OK || status == KT_ERR_SYNTAX);
    if (status != KT_OK) return 0;
    check_cues(s, text);
    MUST(kt_subtitle_write(s, fuzz_out) == KT_OK);
    MUST(kti_str_eq(kt_text_str(fuzz_out), text));
    if (touched < kt_subtitle_cues(s, NULL)) {
        MUST(kt_subtitle_set_text(s, touched, KTI_STR("가\n나")) == KT_OK);
        MUST(kt_subtitle_write(s, fuzz_out) == KT_OK);
    }
    kt_subtitle_free(s);
    return 0;
}
