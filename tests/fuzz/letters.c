/* Any bytes romanized by the letters alone: the quick way writes what the long way does. */
#include "core/buf.h"
#include "engine/steps.h"
#include "fuzz.h"

/* Short texts go the long way until a context has met some text. */
static void meet_text(const kt_romanize_options *options) {
    static const char text[4096];
    kt_str quick;
    MUST(kt_romanize_letters(fuzz_ctx, (kt_str){text, sizeof text}, options, &quick) == KT_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_romanize_options options = KT_ROMANIZE_INIT;
    kt_str quick;
    kti_buf kept;
    fuzz_open();
    options.scheme = (kt_scheme)fuzz_choice(&in, KT_SCHEMES);
    options.kind = KT_KIND_WORD;
    kt_str text = fuzz_text(&in);
    kti_buf_init(&kept, NULL);
    meet_text(&options);
    MUST(kt_romanize_letters(fuzz_ctx, text, &options, &quick) == KT_OK);
    kti_buf_add_str(&kept, quick);
    size_t at = 0;
    for (kt_str rest = text; rest.len > 0;) {
        size_t end = kti_str_find(rest, KTI_STR("\n"), 0);
        end = end == SIZE_MAX ? rest.len : end + 1;
        kt_str line = kti_str_cut(rest, 0, end);
        MUST(kti_romanize_by_letters(fuzz_ctx, line, &options, fuzz_out) == KT_OK);
        kt_str want = kt_text_str(fuzz_out);
        MUST(kti_str_starts(kti_str_cut(kti_buf_str(&kept), at, kept.len), want));
        at += want.len;
        rest = kti_str_cut(rest, end, rest.len);
    }
    MUST(at == kept.len);
    kti_buf_free(&kept);
    return 0;
}
