/* What TTML says of who speaks, how and where, read and written. */
#include "check.h"

#include "core/text.h"

#define TTML(head, body)                                                                           \
    "<tt xmlns='http://www.w3.org/ns/ttml' xmlns:ttm='http://www.w3.org/ns/ttml#metadata' "        \
    "xmlns:tts='http://www.w3.org/ns/ttml#styling'><head>" head "</head><body>" body               \
    "</body></tt>"
#define P(attributes, text) "<p begin='1s' end='2.5s' " attributes ">" text "</p>"
#define AGENTS                                                                                     \
    "<metadata><ttm:agent xml:id='a' type='person'><ttm:desc>앵커</ttm:desc><ttm:name "          \
    "type='full'> 김 &amp; 이 </ttm:name><ttm:name type='alias'>킴</ttm:name></ttm:agent>"      \
    "<ttm:agent xml:id='b'><ttm:desc>기자</ttm:desc></ttm:agent><ttm:agent xml:id='c'/>"         \
    "</metadata>"
#define VTT "WEBVTT\n\n00:00:01.000 --> 00:00:02.500"

static const char *const rows[][2] = {
    {TTML(AGENTS, P("ttm:agent='a'", "가")), VTT "\n<v 김 &amp; 이>가\n"},
    {TTML(AGENTS, "<div ttm:agent='b'>" P("", "가") "</div>"), VTT "\n<v 기자>가\n"},
    {TTML(AGENTS, P("ttm:agent='c'", "가")), VTT "\n<v c>가\n"},
    {TTML(AGENTS, P("ttm:agent='d'", "가")), VTT "\n<v d>가\n"},
    {TTML(AGENTS, P("ttm:agent='a b'", "가")), VTT "\n가\n"}, /* both */
    {TTML(AGENTS, P("", "<span ttm:agent='a'>가</span> <span ttm:agent='b'>나</span>")),
     VTT "\n<v 김 &amp; 이>가</v> <v 기자>나</v>\n"},
    /* a span means all that it says */
    {TTML("",
          P("", "<span tts:color='red' tts:fontStyle='italic' tts:fontWeight='bold'>가</span>나")),
     VTT "\n<i><b><c.red>가</c></b></i>나\n"},
    {TTML(
         "<styling><style xml:id='r' tts:ruby='container' tts:fontStyle='italic'/></styling>",
         P("",
           "<span style='r'><span tts:ruby='base'>樂</span>\n<span tts:ruby='text'>락</span></span>")),
     VTT "\n<ruby><i>樂<rt>락</rt></i></ruby>\n"},
    /* a region's text stands at a side where it says so */
    {TTML("<layout><region xml:id='r' tts:displayAlign='before' tts:textAlign='right'/></layout>",
          P("region='r'", "가")),
     VTT " line:0 position:100% align:right\n가\n"},
    {TTML("<layout><region xml:id='r' tts:displayAlign='after' tts:textAlign='start'/></layout>",
          P("region='r'", "가")),
     VTT "\n가\n"},
    {TTML("", P("tts:textAlign='left'", "가")), VTT "\n가\n"},
};

static void what_it_says_is_read(void **state) {
    (void)state;
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_subtitle *s = NULL;
        kt_str out;
        assert_ok(kt_subtitle_parse(NULL, kti_str(rows[i][0]), KT_FORMAT_TTML, &s, NULL));
        assert_ok(kt_subtitle_convert(s, KT_FORMAT_VTT, &out));
        check_row(&table, rows[i][0], out, kti_str(rows[i][1]));
        kt_subtitle_free(s);
    }
    check_done(&table);
}

/* A tag of several meanings is one place in the file: changed text stands outside of it. */
static void text_stands_outside_of_tags(void **state) {
    (void)state;
    static const char file[] =
        TTML("", P("", "가<span tts:fontStyle='italic' tts:color='red'>나</span>다"));
    static const char want[] =
        TTML("", P("", "a<span tts:fontStyle='italic' tts:color='red'>b</span>c"));
    kt_subtitle *s = NULL;
    kt_text *plain = NULL, *change = NULL, *out = NULL;
    assert_ok(kt_subtitle_parse(NULL, kti_str(file), KT_FORMAT_TTML, &s, NULL));
    assert_ok(kt_text_new(NULL, &plain));
    assert_ok(kt_text_new(NULL, &change));
    assert_ok(kt_text_new(NULL, &out));
    assert_ok(kt_subtitle_plain(s, 0, plain));
    assert_true(kti_str_eq(kt_text_str(plain), S("가나다")));
    for (size_t i = 0; i < 3; i++)
        kti_text_replace(change, 3, (kt_str){&"abc"[i], 1}, 1);
    assert_ok(kt_subtitle_apply(s, 0, change, KT_LAYOUT_REPLACE));
    assert_ok(kt_subtitle_write(s, out));
    assert_true(kti_str_eq(kt_text_str(out), kti_str(want)));
    kt_text_free(plain);
    kt_text_free(change);
    kt_text_free(out);
    kt_subtitle_free(s);
}

static const char *const files[] = {
    VTT " line:0 position:0% align:left\n<v 문 &amp; 김>가 <i>나</i>\n\n"
        "00:00:03.000 --> 00:00:04.000 line:50%\n<ruby>樂<rt>락</rt></ruby>\n\n"
        "00:00:05.000 --> 00:00:06.000\n<v 이>다</v> <v 문 &amp; 김><b><c.red>라</c></b></v>\n\n"
        "00:00:07.000 --> 00:00:08.000 line:0\n<v 이>마\n",
};

/* Written and read again, cues are the same; so are they when all is written anew. */
static void what_is_written_is_read(void **state) {
    (void)state;
    check_table table = {0};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        kt_subtitle *first = NULL, *second = NULL, *third = NULL;
        kt_str ttml, again, vtt;
        assert_ok(kt_subtitle_parse(NULL, kti_str(files[i]), KT_FORMAT_VTT, &first, NULL));
        assert_ok(kt_subtitle_convert(first, KT_FORMAT_TTML, &ttml));
        assert_ok(kt_subtitle_parse(NULL, ttml, KT_FORMAT_TTML, &second, NULL));
        assert_ok(kt_subtitle_renew(second, KT_FORMAT_TTML, &again));
        check_row(&table, files[i], again, ttml);
        assert_ok(kt_subtitle_parse(NULL, again, KT_FORMAT_TTML, &third, NULL));
        assert_ok(kt_subtitle_convert(third, KT_FORMAT_VTT, &vtt));
        check_row(&table, files[i], vtt, kti_str(files[i]));
        kt_subtitle_free(first);
        kt_subtitle_free(second);
        kt_subtitle_free(third);
    }
    check_done(&table);
}

/* Who speaks is numbered as first met, in both files of two. */
static void both_casts_are_named(void **state) {
    (void)state;
    static const char below[] = VTT "\n<v Moon>A\n\n00:00:05.000 --> 00:00:06.000\n<v 이>B\n";
    kt_subtitle *first = NULL, *second = NULL;
    kt_merge_options options = KT_MERGE_INIT;
    kt_str out;
    options.format = KT_FORMAT_TTML;
    assert_ok(kt_subtitle_parse(NULL, S(VTT "\n<v 이>가\n"), KT_FORMAT_VTT, &first, NULL));
    assert_ok(kt_subtitle_parse(NULL, kti_str(below), KT_FORMAT_VTT, &second, NULL));
    assert_ok(kt_subtitle_merge(first, second, &options, &out));
    assert_true(kti_str_find(out, S("\"a1\"><ttm:name type=\"full\">이<"), 0) < out.len);
    assert_true(kti_str_find(out, S("\"a2\"><ttm:name type=\"full\">Moon<"), 0) < out.len);
    assert_true(kti_str_find(out, S("ttm:agent=\"a1\">가<br/>A</p>"), 0) < out.len);
    assert_true(kti_str_find(out, S("ttm:agent=\"a1\">B</p>"), 0) < out.len);
    kt_subtitle_free(first);
    kt_subtitle_free(second);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_says_is_read), cmocka_unit_test(text_stands_outside_of_tags),
        cmocka_unit_test(what_is_written_is_read), cmocka_unit_test(both_casts_are_named)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
