/* Any bytes are told apart, read and written back without a crash; UTF-8 that is read is valid. */
#include "fuzz.h"

static const char *const charsets[] = {NULL,       "UTF-8",    "windows-949", "EUC-KR",
                                       "UTF-16LE", "UTF-16BE", "UTF-16",      "ISO-2022-KR"};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_charset_guess guess;
    kt_str text, bytes;
    fuzz_open();
    const char *charset = charsets[fuzz_choice(&in, sizeof charsets / sizeof *charsets)];
    int strict = (int)fuzz_choice(&in, 2);
    MUST(kt_charset_detect(fuzz_ctx, fuzz_text(&in), &guess) == KT_OK);
    MUST(guess.bom_len <= in.size && guess.confidence >= 0 && guess.confidence <= 1);
    kt_status status = kt_charset_decode(fuzz_ctx, fuzz_text(&in), charset, strict, &text);
    MUST(status == KT_OK || status == KT_ERR_ENCODING || status == KT_ERR_UNSUPPORTED);
    if (status != KT_OK) return 0;
    MUST(kti_utf8_check(text, 0) == text.len);
    char *copy = malloc(text.len + 1);
    MUST(copy != NULL);
    if (text.len > 0) memcpy(copy, text.ptr, text.len);
    text.ptr = copy;
    status = kt_charset_encode(fuzz_ctx, text, charset == NULL ? "UTF-16LE" : charset, 0, &bytes);
    MUST(status == KT_OK || status == KT_ERR_ENCODING || status == KT_ERR_UNSUPPORTED);
    free(copy);
    return 0;
}
