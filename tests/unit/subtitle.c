#include "check.h"

#include "core/span.h"

static kt_subtitle *parse(const char *text) {
    kt_subtitle *s = NULL;
    kt_error err;
    if (kt_subtitle_parse(NULL, kti_str(text), KT_FORMAT_SRT, &s, &err) != KT_OK)
        fail_msg("%s", err.message);
    return s;
}

static void assert_cue(const kt_subtitle *s, const char *file, size_t cue, int64_t start,
                       int64_t end, const char *text) {
    const kt_cue *cues;
    assert_true(cue < kt_subtitle_cues(s, &cues));
    assert_int_equal(cues[cue].start_ms, start);
    assert_int_equal(cues[cue].end_ms, end);
    assert_str(kti_str_span(kti_str(file), cues[cue].text), text);
}

/* What files in the wild do: no index, "." for ",", tails, blank lines inside, CR LF. */
static void lenient_like_players(void **state) {
    (void)state;
    static const char file[] = "\xEF\xBB\xBF"
                               "1\r\n00:00:01,500 --> 00:00:02,000 X1:10\r\n하나\r\n\r\n둘\r\n\r\n"
                               "2\r\n0:0:3.5-->00:00:04\r\n\r\n\r\n"
                               "01:02 --> 01:01\r\n7\r\n";
    kt_subtitle *s = parse(file);
    assert_int_equal(kt_subtitle_cues(s, NULL), 3);
    assert_cue(s, file, 0, 1500, 2000, "하나\r\n\r\n둘");
    assert_cue(s, file, 1, 3500, 4000, "");
    assert_cue(s, file, 2, 62000, 61000, "7");
    kt_subtitle_free(s);
}

static void untouched_is_identical_and_replaced_is_local(void **state) {
    (void)state;
    static const char file[] = "1\n00:00:01,000 --> 00:00:02,000\n<i>서울</i>\n\n"
                               "2\n00:00:03,000 --> 00:00:04,000\n부산\n대구\n\n\n";
    kt_subtitle *s = parse(file);
    kt_text *out;
    assert_ok(kt_text_new(NULL, &out));
    assert_ok(kt_subtitle_write(s, out));
    assert_str(kt_text_str(out), file);
    assert_ok(kt_subtitle_plain(s, 0, out));
    assert_str(kt_text_str(out), "서울");
    assert_ok(kt_subtitle_set_text(s, 1, S("Busan\nDaegu")));
    assert_ok(kt_subtitle_write(s, out));
    assert_str(kt_text_str(out), "1\n00:00:01,000 --> 00:00:02,000\n<i>서울</i>\n\n"
                                 "2\n00:00:03,000 --> 00:00:04,000\nBusan\nDaegu\n\n\n");
    assert_true(kti_span_law(out, S(file)));
    kt_text_free(out);
    kt_subtitle_free(s);
}

static void what_is_no_subtitle_is_refused(void **state) {
    (void)state;
    kt_subtitle *s = NULL;
    kt_error err;
    assert_int_equal(kt_subtitle_parse(NULL, S("그냥 글"), KT_FORMAT_SRT, &s, &err), KT_ERR_SYNTAX);
    assert_int_equal(err.line, 1);
    assert_null(s);
    assert_int_equal(kt_format_detect(S("그냥 글")), KT_FORMAT_TEXT);
    assert_int_equal(kt_format_detect(S("\n1\n00:00:01,000 --> 00:00:02,000\n")), KT_FORMAT_SRT);
}

/* Taking markup out must not join the bytes around it into another character. */
static void plain_text_of_ill_formed_bytes(void **state) {
    (void)state;
    kt_text *out;
    assert_ok(kt_text_new(NULL, &out));
    kt_subtitle *s = parse("1\n00:01 --> 00:02\n\xEA<i>\x9C\x80</i>\n");
    assert_ok(kt_subtitle_plain(s, 0, out));
    assert_str(kt_text_str(out), "\uFFFD\uFFFD\uFFFD");
    kt_subtitle_free(s);
    kt_text_free(out);
}

static void options_have_their_size(void **state) {
    (void)state;
    kt_subtitle_options options = KT_SUBTITLE_INIT;
    kt_subtitle *s = NULL;
    kt_str file = kti_str("1\n00:00:01,000 --> 00:00:02,000\na\n");
    static const size_t others[] = {0, sizeof options - 1, sizeof options + 1};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        options.size = others[i];
        assert_int_equal(kt_subtitle_open(NULL, file, &options, &s, NULL), KT_ERR_ARG);
    }
}

static void name_of_the_encoding_is_copied(void **state) {
    (void)state;
    char name[] = "US-ASCII";
    kt_subtitle_options options = KT_SUBTITLE_INIT;
    options.charset = name;
    kt_subtitle *s = NULL;
    kt_str file = kti_str("1\n00:00:01,000 --> 00:00:02,000\na\n"), out;
    assert_int_equal(kt_subtitle_open(NULL, file, &options, &s, NULL), KT_OK);
    name[0] = 'X';
    assert_string_equal(kt_subtitle_charset(s).name, "US-ASCII");
    assert_int_equal(kt_subtitle_save(s, NULL, &out, NULL), KT_OK);
    assert_int_equal(out.len, file.len);
    kt_subtitle_free(s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lenient_like_players),
        cmocka_unit_test(untouched_is_identical_and_replaced_is_local),
        cmocka_unit_test(what_is_no_subtitle_is_refused),
        cmocka_unit_test(plain_text_of_ill_formed_bytes),
        cmocka_unit_test(name_of_the_encoding_is_copied),
        cmocka_unit_test(options_have_their_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
