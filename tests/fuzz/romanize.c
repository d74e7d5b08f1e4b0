/* Any bytes, any options, romanized and pronounced: the span law holds, and explaining changes no
 * letter. By the letters: with and without vectors the same. */
#include "fuzz.h"

#include "letters_ways.h"

static void fuzz_explained(kt_str text, kt_romanize_options latin) {
    static kt_text *other;
    if (other == NULL) MUST(kt_text_new(NULL, &other) == KT_OK);
    latin.explain = !latin.explain;
    MUST(kt_romanize(fuzz_ctx, text, &latin, other) == KT_OK);
    MUST(kti_str_eq(kt_text_str(other), kt_text_str(fuzz_out)));
}

static void by_letters(kt_scheme scheme, kt_str text) {
    kti_buf want, got;
    kti_buf_init(&want, NULL);
    kti_buf_init(&got, NULL);
    MUST(letters_agree(scheme, text, &want, &got));
    kti_buf_free(&want);
    kti_buf_free(&got);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_romanize_options latin = KT_ROMANIZE_INIT;
    kt_pronounce_options reading = KT_PRONOUNCE_INIT;
    fuzz_open();
    latin.kind = (kt_kind)fuzz_choice(&in, 4);
    latin.hyphen = (kt_hyphen)fuzz_choice(&in, 3);
    latin.given_hyphen = (kt_hyphen)fuzz_choice(&in, 3);
    latin.numbered = (kt_numbered)fuzz_choice(&in, 2);
    latin.scheme = (kt_scheme)fuzz_choice(&in, KT_SCHEMES);
    latin.letter_case = (kt_letter_case)fuzz_choice(&in, 4);
    latin.numbers = (kt_numbers)fuzz_choice(&in, 2);
    latin.ascii = (int)fuzz_choice(&in, 2);
    latin.narrow = latin.ascii;
    latin.explain = reading.explain = (int)fuzz_choice(&in, 2);
    reading.numbers = latin.numbers;
    reading.norm = (kt_norm)fuzz_choice(&in, 2);
    reading.phrasing = (kt_phrasing)fuzz_choice(&in, 2);
    reading.permitted = (unsigned)fuzz_choice(&in, KT_PERMIT_ALL + 1);
    kt_str text = fuzz_text(&in);
    by_letters(latin.scheme, text);
    kt_status status = kt_romanize(fuzz_ctx, text, &latin, fuzz_out);
    fuzz_transformed(status, text);
    if (status == KT_OK) fuzz_explained(text, latin);
    fuzz_transformed(kt_pronounce(fuzz_ctx, text, &reading, fuzz_out), text);
    return 0;
}
