/* What does not keep to a profile is found, and repaired where that is safe. */
#include "session.h"

#include "cues.h"

#include "core/buf.h"
#include "core/span.h"

static const char STYLE[] = "measure\tunits\nline-width\t8\nlines\t2\nspeed\t12\nshortest-ms\t800\n"
                            "longest-ms\t7000\ngap-ms\t80\ndash\tspaced\nellipsis\tcharacter\n";

static kt_profile style(void) {
    kt_profile p = KT_PROFILE_INIT;
    assert_ok(kt_profile_read(kti_str(STYLE), &p, NULL));
    return p;
}

/* Two events, one within the other. */
#define DRAWN(end, text)                                                                           \
    "[Script Info]\n[V4+ Styles]\nStyle: D\n[Events]\nDialogue: 0,0:00:01.00," end                 \
    ",D,,0,0,0,,가\nDialogue: "                                                                   \
    "0,0:00:03.50,0:00:04.50,D,,0,0,0,," text "\nDialogue: 0,0:00:05.00,0:00:06.00,D,,0,0,0,,나\n"

/* The rules found, with the line of the file. */
static const struct found {
    const char *file, *want;
} found[] = {
    {CUE(1, "01,000", "03,000", "가나다라 마바"), ""},
    {CUE(1, "01,000", "03,000", "가나다라마바사아"), ""},
    {CUE(1, "01,000", "03,000", "가나다라마바사아!"), "3 line-width\n"},
    {CUE(1, "01,000", "03,000", "abcdefgh ijklmno"), ""},
    {CUE(1, "01,000", "03,000", "abcdefgh ijklmnop"), "3 line-width\n"},
    {CUE(1, "01,000", "03,000", "가\n나\n다"), "3 lines\n"},
    {CUE(1, "01,000", "02,000", "가나다라마바사\n가나다라마바사"), "3 speed\n"},
    {CUE(1, "01,000", "01,799", "가"), "3 too-short\n"},
    {CUE(1, "01,000", "08,001", "가"), "3 too-long\n"},
    {CUE(1, "01,000", "00,500", "가"), "3 end-before-start\n"},
    {CUE(1, "01,000", "02,000", "가") "\n" CUE(2, "02,079", "03,000", "가"), "7 gap\n"},
    /* where a line ends because the next one begins, there is no gap, and no limit to a long one */
    {"[00:01.00]가\n[00:02.00]나\n[00:30.00]다\n", ""},
    {"<time>0:01</time><p>가<time>0:02</time><p>나<time>0:30</time><p>다", ""},
    {CUE(1, "01,000", "02,000", "가") "\n" CUE(2, "01,999", "03,000", "가"), "7 overlap\n"},
    {CUE(1, "03,000", "04,000", "가") "\n" CUE(2, "01,000", "02,000", "가"), "7 order\n"},
    {CUE(1, "01,000", "02,000", "-가\n- 나"), "3 dash\n"},
    {CUE(1, "01,000", "02,000", "--가"), ""},
    /* a sign, but where others speak */
    {CUE(1, "01,000", "03,000", "-12도\n-5도"), ""},
    {CUE(1, "01,000", "03,000", "- 네\n-5도"), "3 dash\n"},
    {CUE(1, "01,000", "02,000", "가..."), "3 ellipsis\n"},
    {CUE(1, "01,000", "02,000", "가…"), ""},
    {CUE(1, "01,000", "02,000", "<i></i>"), "3 empty\n"},
    /* a drawing is no line */
    {DRAWN("0:00:03.00", "{\\i1}"), "6 empty\n"},
    {DRAWN("0:00:03.00", "{\\p1}m 0 0 l 9 9{\\p0}"), ""},
    /* lines of lyrics that are shown together, or sung again */
    {"[00:01.00][00:09.00]가\n[00:01.00]a\n[00:02.00]\n[00:03.00]나\n[00:04.00][00:10.00]\n", ""},
    {"[00:05.00]가\n[00:01.00]나\n[00:02.00]\n[00:07.00]\n", "2 order\n"},
};

static void each_rule_is_found(void **state) {
    (void)state;
    check_table table = {0};
    kt_profile p = style();
    for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
        kt_subtitle *s = open_file(found[i].file);
        const kt_finding *list;
        size_t count;
        kti_buf text;
        kti_buf_init(&text, NULL);
        assert_ok(kt_subtitle_check(s, &p, &list, &count));
        for (size_t k = 0; k < count; k++) {
            kti_buf_add_uint(&text, list[k].line);
            kti_buf_add_byte(&text, ' ');
            kti_buf_add_cstr(&text, list[k].rule);
            kti_buf_add_byte(&text, '\n');
        }
        check_row(&table, found[i].file, kti_buf_str(&text), kti_str(found[i].want));
        kti_buf_free(&text);
        kt_subtitle_free(s);
    }
    check_done(&table);
}

static const struct found fixed[] = {
    {CUE(1, "01,000", "03,000", "가나다라 마바"), CUE(1, "01,000", "03,000", "가나다라 마바")},
    {CUE(1, "01,000", "03,000", "<b>사과와 배를</b> 먹었다..."),
     CUE(1, "01,000", "03,000", "<b>사과와 배를</b>\n먹었다…")},
    {CUE(1, "01,000", "03,000", "-가\n-나"), CUE(1, "01,000", "03,000", "- 가\n- 나")},
    {CUE(1, "01,000", "03,000", "하나\n둘\n셋"), CUE(1, "01,000", "03,000", "하나 둘 셋")},
    /* languages and speakers are not joined */
    {CUE(1, "01,000", "03,000", "한국어 줄이 여기에 하나 있다\nEnglish"),
     CUE(1, "01,000", "03,000", "한국어 줄이\n여기에 하나 있다\nEnglish")},
    {CUE(1, "01,000", "03,000", "- 가\n- 나\n- 다"),
     CUE(1, "01,000", "03,000", "- 가\n- 나\n- 다")},
    /* a dash stays with what is said */
    {CUE(1, "01,000", "03,000", "- 가나다라마바사아자차카타파"),
     CUE(1, "01,000", "03,000", "- 가나다라마바사\n아자차카타파")},
    {CUE(1, "01,000", "03,000", "-   가\n- 나"), CUE(1, "01,000", "03,000", "- 가\n- 나")},
    /* and one between words makes no speaker */
    {CUE(1, "01,000", "03,000", "가나다라마 - 바사아자"),
     CUE(1, "01,000", "03,000", "가나다라마 -\n바사아자")},
    /* nor does a sign, neither one between words */
    {CUE(1, "01,000", "03,000", "-12도"), CUE(1, "01,000", "03,000", "-12도")},
    {CUE(1, "01,000", "03,000", "-네\n-5도"), CUE(1, "01,000", "03,000", "- 네\n- 5도")},
    {CUE(1, "01,000", "03,000", "춥다\n-5도\n까지"), CUE(1, "01,000", "03,000", "춥다 -5도 까지")},
    {CUE(1, "01,000", "03,000", "가나다라마 -5도까지"),
     CUE(1, "01,000", "03,000", "가나다라마\n-5도까지")},
    {CUE(1, "01,000", "03,000", "- 가나다라 마바 -5도까지"),
     CUE(1, "01,000", "03,000", "- 가나다라\n마바 -5도까지")},
    /* too short, with room and without; too near; overlapping a little, and as a whole */
    {CUE(1, "01,000", "01,500", "가"), CUE(1, "01,000", "01,800", "가")},
    {CUE(1, "01,000", "01,500", "가") "\n" CUE(2, "01,600", "03,000", "나"),
     CUE(1, "01,000", "01,500", "가") "\n" CUE(2, "01,600", "03,000", "나")},
    {CUE(1, "01,000", "02,000", "가") "\n" CUE(2, "02,000", "03,000", "나"),
     CUE(1, "01,000", "01,920", "가") "\n" CUE(2, "02,000", "03,000", "나")},
    {CUE(1, "01,000", "03,200", "가") "\n" CUE(2, "03,000", "04,000", "나"),
     CUE(1, "01,000", "02,920", "가") "\n" CUE(2, "03,000", "04,000", "나")},
    {CUE(1, "01,000", "05,000", "가") "\n" CUE(2, "01,000", "05,000", "나"),
     CUE(1, "01,000", "05,000", "가") "\n" CUE(2, "01,000", "05,000", "나")},
    {CUE(1, "05,000", "06,000", "가") "\n" CUE(2, "01,000", "02,000", "나"),
     CUE(1, "05,000", "06,000", "가") "\n" CUE(2, "01,000", "02,000", "나")},
    /* a drawing stays, and is in nobody's way */
    {DRAWN("0:00:03.80", "{\\p1}m 0 0 l 9 9{\\p0}"),
     DRAWN("0:00:03.80", "{\\p1}m 0 0 l 9 9{\\p0}")},
};

static void what_is_safe_is_repaired(void **state) {
    (void)state;
    check_table table = {0};
    kt_profile p = style();
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++) {
        kt_subtitle *s = open_file(fixed[i].file);
        kt_str bytes;
        assert_ok(kt_subtitle_fix(ctx, s, &p));
        assert_ok(kt_subtitle_save(s, NULL, &bytes, NULL));
        check_row(&table, fixed[i].file, bytes, kti_str(fixed[i].want));
        kt_subtitle_free(s);
        s = open_file(fixed[i].want);
        assert_ok(kt_subtitle_fix(ctx, s, &p));
        assert_ok(kt_subtitle_save(s, NULL, &bytes, NULL));
        check_row(&table, fixed[i].want, bytes, kti_str(fixed[i].want));
        kt_subtitle_free(s);
    }
    check_done(&table);
}

static void ellipses_and_dashes_go_both_ways(void **state) {
    (void)state;
    kt_profile p = KT_PROFILE_INIT;
    kt_subtitle *s = open_file(CUE(1, "01,000", "03,000", "- 가…… 나…\n-  다…"));
    kt_str bytes;
    assert_ok(kt_profile_read(S("\xEF\xBB\xBF"
                                "dash\tclose\nellipsis\tdots\n"),
                              &p, NULL));
    assert_ok(kt_subtitle_fix(ctx, s, &p));
    assert_ok(kt_subtitle_save(s, NULL, &bytes, NULL));
    assert_true(kti_str_eq(bytes, S(CUE(1, "01,000", "03,000", "-가...... 나...\n-다..."))));
    kt_subtitle_free(s);
}

static void wrapping_changes_white_space_only(void **state) {
    (void)state;
    static const char *const texts[] = {"",
                                        "\n",
                                        "\n\n\n",
                                        "  가나다라마바사 아자차카타파하  \n",
                                        "가\n\n나다라마바사아자차카 타파하\n-",
                                        "가나다라마바사아자차카타파하가나다라마바사아자차카타파하",
                                        "\xFF 가\n\xEA\xB0"};
    kt_wrap_options options = KT_WRAP_INIT;
    options.width = 8;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (options.always = 0; options.always < 2; options.always++) {
            kt_str text = kti_str(texts[i]);
            assert_ok(kt_wrap(ctx, text, &options, out));
            assert_true(kti_span_law(out, text));
            kt_str made = kt_text_str(out);
            size_t at = 0;
            for (size_t k = 0; k < made.len; k++) {
                if (made.ptr[k] == ' ' || made.ptr[k] == '\n') continue;
                while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\n'))
                    at++;
                assert_true(at < text.len && made.ptr[k] == text.ptr[at++]);
            }
        }
}

static void profiles_are_read(void **state) {
    (void)state;
    size_t count = 0;
    for (; kt_profile_name(count).len > 0; count++) {
        kt_profile p = KT_PROFILE_INIT;
        kt_str text = kt_profile_named(kt_profile_name(count));
        assert_ok(kt_profile_read(text, &p, NULL));
        assert_true(p.line_width > 0 || p.length > 0);
    }
    assert_int_equal(count, 8);
    assert_int_equal(kt_profile_named(S("no-such")).len, 0);
    static const char *const bad[] = {
        "lines\n",     "lines\ttwo\n", "dash\tlong\n",       "line\t2\n",
        "speed\t1.\n", "speed\t-1\n",  "lines\t4294967296\n"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        kt_profile p = KT_PROFILE_INIT;
        kt_error err;
        assert_int_equal(kt_profile_read(kti_str(bad[i]), &p, &err), KT_ERR_SYNTAX);
        assert_int_equal(err.line, 1);
    }
}

static void times_are_set_where_they_can_be(void **state) {
    (void)state;
    kt_subtitle *s =
        open_file("<SAMI><SYNC Start=1000><P Class=KRCC>가<SYNC Start=2000><P Class=KRCC>&nbsp;");
    assert_int_equal(kt_subtitle_set_times(s, 0, 1000, 3000), KT_ERR_UNSUPPORTED);
    kt_subtitle_free(s);
    s = open_file("WEBVTT\n\n00:01.000 --> 00:02.000 line:0\n가\n");
    kt_str bytes;
    assert_int_equal(kt_subtitle_set_times(s, 1, 0, 1), KT_ERR_ARG);
    assert_int_equal(kt_subtitle_set_times(s, 0, 2, 1), KT_ERR_ARG);
    assert_int_equal(kt_subtitle_set_times(s, 0, 1, INT64_MAX), KT_ERR_ARG);
    assert_ok(kt_subtitle_set_times(s, 0, 1500, 2750));
    assert_ok(kt_subtitle_save(s, NULL, &bytes, NULL));
    assert_true(kti_str_eq(bytes, S("WEBVTT\n\n00:01.500 --> 00:02.750 line:0\n가\n")));
    kt_subtitle_free(s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_rule_is_found),
        cmocka_unit_test(what_is_safe_is_repaired),
        cmocka_unit_test(ellipses_and_dashes_go_both_ways),
        cmocka_unit_test(wrapping_changes_white_space_only),
        cmocka_unit_test(profiles_are_read),
        cmocka_unit_test(times_are_set_where_they_can_be),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
