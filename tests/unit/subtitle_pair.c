/* Two languages in one file, and one out of it. */
#include "cues.h"

#define SIGN "1\n00:00:00,000 --> 01:00:00,000\n간판\n"

#define TTML_HEAD                                                                                    \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tt xmlns=\"http://www.w3.org/ns/ttml\" "           \
    "xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" "                                              \
    "xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" xml:lang=\"\">\n<head>\n<styling>\n"            \
    "<style xml:id=\"caption\" tts:fontFamily=\"proportionalSansSerif\" tts:fontSize=\"100%\" "      \
    "tts:color=\"white\"/>\n</styling>\n<layout>\n<region xml:id=\"bottom\" tts:origin=\"10% 10%\" " \
    "tts:extent=\"80% 80%\" tts:displayAlign=\"after\" tts:textAlign=\"center\"/>\n</layout>\n"      \
    "</head>\n<body style=\"caption\">\n<div>\n"

static const struct row {
    const char *first, *second;
    kt_format to;
    const char *want;
} rows[] = {
    /* one and one: the times of the first hold, markup of each its own */
    {CUE(1, "01,000", "03,000", "<i>가</i>"),
     "WEBVTT\n\n00:00:00.900 --> 00:00:02.900\nA &amp; <b>B</b>\n", KT_FORMAT_SRT,
     CUE(1, "01,000", "03,000", "<i>가</i>\nA & <b>B</b>")},
    /* two under one, one under two */
    {CUE(1, "01,000", "05,000", "가"),
     CUE(1, "01,000", "02,900", "A") "\n" CUE(2, "03,000", "05,200", "B"), KT_FORMAT_SRT,
     CUE(1, "01,000", "05,000", "가\nA\nB")},
    {CUE(1, "01,000", "02,900", "가") "\n" CUE(2, "03,000", "05,200", "나"),
     CUE(1, "01,000", "05,000", "A"), KT_FORMAT_SRT, CUE(1, "01,000", "05,200", "가\n나\nA")},
    /* without a partner: as it is, in its place */
    {CUE(1, "05,000", "06,000", "가"),
     CUE(1, "01,000", "02,000", "A") "\n" CUE(2, "05,900", "09,000", "B"), KT_FORMAT_SRT,
     CUE(1, "01,000", "02,000", "A") "\n" CUE(2, "05,000", "06,000", "가") "\n" CUE(3, "05,900",
                                                                                    "09,000", "B")},
    /* cues out of order, and one that is never shown */
    {CUE(1, "05,000", "06,000", "나") "\n" CUE(2, "01,000", "02,000", "가"),
     CUE(1, "01,000", "02,000", "A") "\n" CUE(2, "05,000", "04,000", "B"), KT_FORMAT_SRT,
     CUE(1, "01,000", "02,000", "가\nA") "\n" CUE(2, "05,000", "06,000",
                                                  "나") "\n" CUE(3, "05,000", "04,000", "B")},
    /* a sign that stands through everything takes no line */
    {SIGN "\n" CUE(2, "05,000", "06,000", "가"), CUE(1, "05,000", "06,000", "A"), KT_FORMAT_SRT,
     SIGN "\n" CUE(2, "05,000", "06,000", "가\nA")},
    /* word times only grow */
    {"WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<00:00:01.000>가<00:00:02.000>나\n",
     "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<00:00:01.000>A<00:00:02.000>B\n", KT_FORMAT_VTT,
     "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<00:00:01.000>가<00:00:02.000>나\nAB\n"},
    {CUE(1, "01,000", "03,000", "가"), CUE(1, "01,000", "03,000", "A"), KT_FORMAT_TTML,
     TTML_HEAD "<p begin=\"00:00:01.000\" end=\"00:00:03.000\" region=\"bottom\">가<br/>A</p>\n"
               "</div>\n</body>\n</tt>\n"},
    {CUE(1, "01,000", "03,000", "가"), CUE(1, "01,000", "03,000", "A"), KT_FORMAT_SBV,
     "0:00:01.000,0:00:03.000\n가\nA\n"},
    /* in lyrics each line has the time they are shown together, and words theirs */
    {CUE(1, "01,000", "03,000", "가") "\n" CUE(2, "03,000", "05,000", "나"),
     CUE(1, "00,900", "02,900", "A\nB") "\n" CUE(2, "03,100", "05,000", "C"), KT_FORMAT_LRC,
     "[00:01.00]가\n[00:01.00]A\n[00:01.00]B\n[00:03.00]나\n[00:03.00]C\n[00:05.00]\n"},
};

static void cues_are_shown_together(void **state) {
    (void)state;
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_merge_options options = KT_MERGE_INIT;
        kt_subtitle *first = open_file(rows[i].first), *second = open_file(rows[i].second);
        kt_str out;
        options.format = rows[i].to;
        assert_ok(kt_subtitle_merge(first, second, &options, &out));
        check_row(&table, rows[i].first, out, kti_str(rows[i].want));
        kt_subtitle_free(first);
        kt_subtitle_free(second);
    }
    check_done(&table);
}

/* Times of one class end with that class, and the file's times only grow. */
static void sami_has_a_class_for_each(void **state) {
    (void)state;
    kt_merge_options options = KT_MERGE_INIT;
    kt_subtitle *first =
        open_file(CUE(1, "01,000", "03,000", "가") "\n" CUE(2, "03,000", "04,000", "나"));
    kt_subtitle *second = open_file(CUE(1, "01,000", "02,500", "A"));
    const kt_cue *cues;
    const kt_track *tracks;
    kt_str out;
    options.format = KT_FORMAT_SAMI;
    assert_ok(kt_subtitle_merge(first, second, &options, &out));
    kt_subtitle *merged = NULL;
    assert_ok(kt_subtitle_parse(NULL, out, KT_FORMAT_TEXT, &merged, NULL));
    assert_int_equal(kt_subtitle_notes(merged, NULL), 0);
    assert_int_equal(kt_subtitle_tracks(merged, &tracks), 2);
    assert_true(kti_str_eq(tracks[0].id, S("KRCC")) && kti_str_eq(tracks[1].language, S("en-US")));
    assert_int_equal(kt_subtitle_cues(merged, &cues), 3);
    assert_true(cues[0].track == 0 && cues[0].end_ms == 3000);
    assert_true(cues[1].track == 1 && cues[1].end_ms == 2500);
    assert_true(cues[2].track == 0 && cues[2].end_ms == 4000);
    kt_subtitle_free(merged);
    kt_subtitle_free(first);
    kt_subtitle_free(second);
}

static int is_ascii(void *context, kt_str line) {
    ++*(size_t *)context;
    return line.len > 0 && (unsigned char)line.ptr[0] < 0x80;
}

static void lines_are_picked(void **state) {
    (void)state;
    static const char *const picked[][2] = {
        {CUE(1, "01,000", "03,000", "가\nA\nB") "\n" CUE(2, "04,000", "05,000", "나"),
         CUE(1, "01,000", "03,000", "A\nB")},
        {CUE(1, "01,000", "03,000", "<i>가</i>\n<b>A</b>"), CUE(1, "01,000", "03,000", "<b>A</b>")},
        {CUE(1, "01,000", "03,000", "<i>가\nA</i>"), CUE(1, "01,000", "03,000", "<i>A</i>")},
        {CUE(1, "01,000", "03,000", "A\n<b>가</b>"), CUE(1, "01,000", "03,000", "A")},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof picked / sizeof *picked; i++) {
        kt_subtitle *s = open_file(picked[i][0]);
        size_t asked = 0;
        kt_str out;
        assert_ok(kt_subtitle_pick_lines(s, KT_FORMAT_SRT, is_ascii, &asked, &out));
        assert_true(asked > 0);
        check_row(&table, picked[i][0], out, kti_str(picked[i][1]));
        kt_subtitle_free(s);
    }
    check_done(&table);
}

static void what_cannot_be_written_is_told(void **state) {
    (void)state;
    kt_merge_options options = KT_MERGE_INIT;
    kt_subtitle *s = open_file(CUE(1, "01,000", "03,000", "가"));
    kt_str out;
    size_t asked = 0;
    options.format = KT_FORMAT_WHISPER_JSON;
    assert_int_equal(kt_subtitle_merge(s, s, &options, &out), KT_ERR_UNSUPPORTED);
    assert_int_equal(kt_subtitle_merge(s, NULL, NULL, &out), KT_ERR_ARG);
    assert_int_equal(kt_subtitle_pick_lines(s, KT_FORMAT_TEXT, is_ascii, &asked, &out),
                     KT_ERR_UNSUPPORTED);
    kt_subtitle_free(s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cues_are_shown_together),
        cmocka_unit_test(sami_has_a_class_for_each),
        cmocka_unit_test(lines_are_picked),
        cmocka_unit_test(what_cannot_be_written_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
