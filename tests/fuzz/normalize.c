/* Any bytes, any form, any steps: the span law holds, and normalizing again changes nothing. */
#include "fuzz.h"

#include "core/buf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_normalize_options options = KT_NORMALIZE_INIT;
    fuzz_open();
    options.form = (kt_form)fuzz_choice(&in, 4);
    options.korean = fuzz_choice(&in, 256) | fuzz_choice(&in, 4) << 8;
    options.strict = (int)fuzz_choice(&in, 2);
    kt_str text = fuzz_text(&in);
    kt_status status = kt_normalize(fuzz_ctx, text, &options, fuzz_out);
    fuzz_transformed(status, text);
    if (status != KT_OK || options.form == KT_FORM_NONE) return 0;
    kti_buf once;
    kti_buf_init(&once, NULL);
    kti_buf_add_str(&once, kt_text_str(fuzz_out));
    MUST(kti_buf_status(&once) == KT_OK);
    MUST(kt_normalize(fuzz_ctx, kti_buf_str(&once), &options, fuzz_out) == KT_OK);
    MUST(kti_str_eq(kt_text_str(fuzz_out), kti_buf_str(&once)));
    kti_buf_free(&once);
    return 0;
}
