/* Any bytes as text to name a file after, to wrap, to measure: slugs are ASCII within their limit,
 * wrapping changes white space alone. */
#include "core/buf.h"
#include "fuzz.h"
#include "unicode/props.h"

static bool is_slug(kt_str slug, char separator) {
    for (size_t i = 0; i < slug.len; i++) {
        char c = slug.ptr[i];
        bool inside = i > 0 && i + 1 < slug.len && c == separator && slug.ptr[i - 1] != separator;
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && !inside) return false;
    }
    return true;
}

static void check_slug(kt_str text, const kt_slug_options *options) {
    kt_status status = kt_slug(fuzz_ctx, text, options, fuzz_out);
    MUST(status == KT_OK || status == KT_ERR_ARG); /* a scheme without Latin letters */
    if (status != KT_OK) return;
    MUST(kti_span_law(fuzz_out, text));
    kt_str slug = kt_text_str(fuzz_out);
    MUST(is_slug(slug, options->separator));
    MUST(options->max_len == 0 || slug.len <= options->max_len);
}

/* The text without white space. */
static void bones(kt_str text, kti_buf *out) {
    kti_buf_clear(out);
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        if (!kti_cp_is_space(unit.cp)) kti_buf_add_cp(out, unit.cp);
        at += unit.len;
    }
}

static void check_wrap(kt_str text, const kt_wrap_options *options) {
    kti_buf before, after;
    kti_buf_init(&before, NULL);
    kti_buf_init(&after, NULL);
    MUST(kt_wrap(fuzz_ctx, text, options, fuzz_out) == KT_OK);
    MUST(kti_span_law(fuzz_out, text));
    if (kti_utf8_check(text, 0) == text.len) {
        bones(text, &before);
        bones(kt_text_str(fuzz_out), &after);
        MUST(kti_str_eq(kti_buf_str(&before), kti_buf_str(&after)));
    }
    kti_buf_free(&before);
    kti_buf_free(&after);
}

static void check_measures(kt_str text) {
    kt_reading_time time;
    MUST(kt_width(text) <= 2 * text.len);
    MUST(kt_reading_time_of(text, &time) == KT_OK);
    MUST(time.korean + time.english <= text.len && time.silent >= 0 && time.aloud >= time.silent);
    MUST(kt_last_jongseong(text) >= -1);
    MUST(kt_source_language_detect(text) < KT_SOURCES);
    MUST(kt_format_detect(text) < KT_FORMAT_COUNT);
}

/* A text that is said to be in a form is what normalizing makes of it. */
static void check_forms(kt_str text) {
    for (int form = KT_FORM_NFC; form <= KT_FORM_NFKC; form++) {
        kt_normalize_options options = KT_NORMALIZE_INIT;
        options.form = (kt_form)form;
        if (!kt_is_normalized(text, options.form)) continue;
        MUST(kt_normalize(fuzz_ctx, text, &options, fuzz_out) == KT_OK);
        MUST(kti_str_eq(kt_text_str(fuzz_out), text));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_slug_options slug = KT_SLUG_INIT;
    kt_wrap_options wrap = KT_WRAP_INIT;
    fuzz_open();
    slug.scheme = (kt_scheme)fuzz_choice(&in, KT_SCHEMES);
    slug.separator = "-_."[fuzz_choice(&in, 3)];
    slug.max_len = fuzz_choice(&in, 40);
    wrap.width = fuzz_choice(&in, 48);
    wrap.lines = fuzz_choice(&in, 4);
    wrap.always = (int)fuzz_choice(&in, 2);
    kt_str text = fuzz_text(&in);
    check_slug(text, &slug);
    check_wrap(text, &wrap);
    check_measures(text);
    check_forms(text);
    return 0;
}
