/* Any bytes, any unit: spans are ordered, inside the text, and cut between code points. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_segment_options options = KT_SEGMENT_INIT;
    const kt_span *spans;
    size_t count;
    uint32_t end = 0;
    fuzz_open();
    options.unit = (kt_unit)fuzz_choice(&in, 7);
    options.width = fuzz_choice(&in, 64);
    options.fill = (kt_fill)fuzz_choice(&in, 3);
    options.breaks = (kt_breaks)fuzz_choice(&in, 2);
    kt_str text = fuzz_text(&in);
    kt_status status = kt_segment(fuzz_ctx, text, &options, &spans, &count);
    MUST(status == KT_OK || status == KT_ERR_UNSUPPORTED);
    for (size_t i = 0; status == KT_OK && i < count; i++) {
        MUST(spans[i].start >= end && spans[i].end >= spans[i].start && spans[i].end <= text.len);
        MUST(kti_utf8_is_boundary(text, spans[i].start) &&
             kti_utf8_is_boundary(text, spans[i].end));
        end = spans[i].end;
    }
    return 0;
}
