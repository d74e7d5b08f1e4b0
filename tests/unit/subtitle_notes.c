/* Each malformation has a note with its place, or is refused with one. */
#include "check.h"

#include "core/buf.h"

#define EVENTS "[Script Info]\n[V4+ Styles]\nFormat: Name\nStyle: D\n[Events]\n"
#define FORMAT "Format: Layer, Start, End, Style, Text\n"
#define TT     "<tt xmlns='http://www.w3.org/ns/ttml'>"
#define SMI    "<SAMI><STYLE>.KRCC {lang:ko-KR}</STYLE>\n"

static const struct note_row {
    const char *file, *id;
    size_t line, column, count;
} notes[] = {
    {"1\n00:00:01,000 --> 00:00:02,000\n\xFF\n", "ill-formed", 3, 1, 1},
    {"1\r\n00:00:01,000 --> 00:00:02,000\na\n", "mixed-line-ends", 2, 30, 1},
    {"00:00:01,000 --> 00:00:02,000\na\n", "index-missing", 1, 1, 1},
    {"1\n00:00:01,000 --> 00:00:02,000\na\n\n1\n00:00:02,000 --> 00:00:03,000\nb\n", "index-order",
     5, 1, 1},
    {"1\n00:00:01.000 --> 00:00:02,000\na\n", "fraction-point", 2, 1, 1},
    {"1\n00:00:01,000--> 00:00:02,000\na\n", "arrow-spacing", 2, 13, 1},
    {"1\n00:00:01,000 -> 00:00:02,000\na\n", "arrow", 2, 13, 1},
    {"1\n00:00:01,000 -- > 00:00:02,000\na\n", "arrow", 2, 13, 1},
    {"1\n00:00:01:000 --> 00:00:02,000\na\n", "colon-fraction", 2, 1, 1},
    {"1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:00:0l,000 --> 00:00:02\nb\n", "bad-time", 6, 1,
     1},
    {"a\n\nb\n1\n00:00:01,000 --> 00:00:02,000\nc\n", "before-cues", 1, 1, 1},
    {"1\n00:00:01,000 --> 00:00:02,000\na\n\nb\n\nc\n", "blank-line", 5, 1, 2},
    {"1\n00:00:03,000 --> 00:00:02,000\na\n", "end-before-start", 3, 1, 1},
    {"1\n00:00:01,000 --> 00:00:02,000\n\n", "empty-cue", 3, 1, 1},
    {"1\n00:00:01,000 --> 00:00:03,000\na\n\n2\n00:00:02,000 --> 00:00:04,000\nb\n", "overlap", 7,
     1, 1},
    {"1\n00:00:03,000 --> 00:00:04,000\na\n\n2\n00:00:01,000 --> 00:00:02,000\nb\n", "order", 7, 1,
     1},
    {"WEBVTT\n\n00:01.000 --> 00:0x.000\na\n", "bad-time", 3, 1, 1},
    {"WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:03.000 --> 00:04.000\nb\n", "no-blank-line", 5, 1,
     1},
    {"WEBVTT\n00:01.000 --> 00:02.000\na\n", "no-blank-line", 2, 1, 1},
    {"WEBVTT\n\n00:01.000 --> 00:02.000 line:0 x align:\na\n", "bad-setting", 3, 32, 2},
    {"0:00:01.000,0:00:02.000\na\n0:00:03.000,0:00:04.000\nb\n", "no-blank-line", 3, 1, 1},
    {"0:00:01.000,0:00:02.000\na\n\nb\n", "bad-time", 4, 1, 1},
    {EVENTS "Dialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,a\n", "no-format", 6, 1, 1},
    {EVENTS FORMAT "Dialogue: 0,0:00:01.00\n", "short-line", 7, 1, 1},
    {EVENTS FORMAT "Dialogue: 0,x,0:00:02.00,D,a\n", "bad-time", 7, 1, 1},
    {EVENTS FORMAT "Dialogue: 0,0:00:01.00,0:00:02.00,X,a\n", "unknown-style", 7, 1, 1},
    {SMI "<SYNC Start=1><P>a<SYNC Start=2><P Class=KRCC>&nbsp;", "no-class", 2, 15, 1},
    {SMI "<SYNC Start=1><P Class=X>a<SYNC Start=2><P Class=X>&nbsp;", "unknown-class", 2, 15, 1},
    {"<SAMI><STYLE>.K {lang:kr-KR}</STYLE><SYNC Start=1><P Class=K>a", "language", 1, 23, 1},
    {SMI "<SYNC Start=1><P Class=KRCC>a", "open-end", 2, 29, 1},
    {SMI "<SYNC Start=1><P Class=KRCC>a &lt b", "unended-entity", 2, 31, 1},
    {SMI "<SYNC Start=1><P Class=KRCC>a & b", "bare-ampersand", 2, 31, 1},
    {"WEBVTT\n\n00:01.000 --> 00:02.000\na &amp; b & c\nd &", "bare-ampersand", 4, 11, 2},
    {"{\"segments\":[{\"startTime\":1,\"body\":\"a\"},{\"startTime\":2,\"endTime\":3,\"body\":\"b\"}]}",
     "no-end", 1, 14, 1},
    {"<cite>A</cite><time>0:01</time><p>a</p><cite>B</cite><p>b</p>", "no-start", 1, 57, 1},
    {"<time>0:01</time><p>a</p><time>later</time><p>b</p>", "bad-time", 1, 32, 1},
    {"<time>0:01</time><p>a</p>", "open-end", 1, 21, 1},
    {SMI "<SYNC Start=1><P Class=KRCC>a < b", "bare-bracket", 2, 31, 1},
    {SMI "<SYNC Start=1 End=9><P Class=KRCC>a", "end-attribute", 2, 1, 1},
    {SMI "<SYNC><P Class=KRCC>a", "bad-time", 2, 1, 1},
    {SMI "<SYNC Start=5><P Class=KRCC>a<SYNC Start=1><P Class=KRCC>b", "order", 2, 58, 1},
    {"[00:01:20]a\n", "colon-fraction", 1, 1, 1},
    {"[00:05.00]a\n[00:01.00]b\n", "order", 2, 11, 1},
    {"[00:01.20]a\n", "open-end", 1, 11, 1},
    {"<tt xmlns='http://www.w3.org/2006/10/ttaf1'><body><p end='1s'>a</p></body></tt>",
     "old-namespace", 1, 1, 1},
    {"<tt><body><p end='1s'>a</p></body></tt>", "no-namespace", 1, 1, 1},
    {TT "<body><p begin='soon' end='1s'>a</p></body></tt>", "bad-time", 1, 55, 1},
    {TT "<body><p begin='1s'>a</p></body></tt>", "open-end", 1, 59, 1},
    {"{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"a\",\"words\":null}]}", "null-words", 1, 52,
     1},
    {"{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"a\"},{\"start\":null,\"text\":\"b\"}]}",
     "no-times", 1, 45, 1},
};

static const kt_subtitle_note *find(const kt_subtitle *s, const char *id) {
    const kt_subtitle_note *list;
    size_t count = kt_subtitle_notes(s, &list);
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i].id, id) == 0) return &list[i];
    return NULL;
}

static void malformations_are_noted(void **state) {
    (void)state;
    int misses = 0;
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        kt_subtitle *s = NULL;
        kt_error err = {KT_OK, 0, 0, ""};
        kt_status status =
            kt_subtitle_parse(NULL, kti_str(notes[i].file), KT_FORMAT_TEXT, &s, &err);
        const kt_subtitle_note *n = status == KT_OK ? find(s, notes[i].id) : NULL;
        bool same = n != NULL && n->line == notes[i].line && n->column == notes[i].column &&
                    n->count == notes[i].count;
        if (!same)
            print_error("%s: %s %zu:%zu (%zu): %s\n", notes[i].file, notes[i].id,
                        n == NULL ? 0 : n->line, n == NULL ? 0 : n->column,
                        n == NULL ? 0 : n->count, err.message);
        misses += !same;
        kt_subtitle_free(s);
    }
    if (misses > 0) fail_msg("%d notes differ", misses);
}

static void nul_is_noted(void **state) {
    (void)state;
    kt_subtitle *s = NULL;
    assert_ok(kt_subtitle_parse(NULL, S("WEBVTT\n\n00:01.000 --> 00:02.000\na\0b\n"),
                                KT_FORMAT_TEXT, &s, NULL));
    const kt_subtitle_note *n = find(s, "nul");
    assert_non_null(n);
    assert_int_equal(n->line, 4);
    kt_subtitle_free(s);
}

/* What a well-formed file has none of. */
static void a_good_file_has_no_notes(void **state) {
    (void)state;
    static const char *const files[] = {
        "1\n00:00:01,000 --> 00:00:02,000\n가\n나\n\n2\n00:00:02,000 --> 00:00:03,000\n다\n",
        "WEBVTT\n\nNOTE 쪽지\n\n00:01.000 --> 00:02.000 line:0 align:start\n<b>가</b> &amp;\n",
        EVENTS FORMAT "Dialogue: 0,0:00:01.00,0:00:02.00,D,{\\b1}가\n",
        SMI "<SYNC Start=1><P Class=KRCC>가&amp;<br>나<SYNC Start=2><P Class=KRCC>&nbsp;",
        TT "<body><p begin='1s' end='2s'>가</p></body></tt>",
        "{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"a\"}]}",
        "0:00:01.000,0:00:02.000\n가\n\n0:00:03.000,0:00:04.000\n나\n",
        "[00:01.00][00:09.00]가\n[00:01.00]a\n[00:02.00]\n[00:03.00]나\n[00:04.00][00:10.00]\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        kt_subtitle *s = NULL;
        const kt_subtitle_note *list;
        assert_ok(kt_subtitle_parse(NULL, kti_str(files[i]), KT_FORMAT_TEXT, &s, NULL));
        if (kt_subtitle_notes(s, &list) > 0) fail_msg("%s: %s", files[i], list[0].id);
        kt_subtitle_free(s);
    }
}

/* ---- refusals ------------------------------------------------------------------------------- */

static const struct refusal {
    const char *file;
    kt_format format;
    kt_status status;
    size_t line;
} refusals[] = {
    {"그냥 글", KT_FORMAT_TEXT, KT_ERR_UNSUPPORTED, 1},
    {"그냥 글", KT_FORMAT_SRT, KT_ERR_SYNTAX, 1},
    {"x\nWEBVTT\n\n00:01.000 --> 00:02.000\na\n", KT_FORMAT_VTT, KT_ERR_SYNTAX, 1},
    {"WEBVTTX\n", KT_FORMAT_VTT, KT_ERR_SYNTAX, 1},
    {"[Script Info]\nTitle: x\n", KT_FORMAT_ASS, KT_ERR_SYNTAX, 1},
    {"<SAMI></SAMI>", KT_FORMAT_SAMI, KT_ERR_SYNTAX, 1},
    {"[ar:가]\n", KT_FORMAT_LRC, KT_ERR_SYNTAX, 1},
    {"[00:01.00]\n", KT_FORMAT_LRC, KT_ERR_SYNTAX, 1},
    {"1,2\n", KT_FORMAT_SBV, KT_ERR_SYNTAX, 1},
    {TT "\n<body>\n<p></body></tt>", KT_FORMAT_TTML, KT_ERR_SYNTAX, 3},
    {TT "\n<body>", KT_FORMAT_TTML, KT_ERR_SYNTAX, 2},
    {"<html></html>", KT_FORMAT_TTML, KT_ERR_SYNTAX, 1},
    {TT "<body a='></body></tt>", KT_FORMAT_TTML, KT_ERR_SYNTAX, 1},
    {"{\"segments\":[\n{\"start\":0,}]}", KT_FORMAT_WHISPER_JSON, KT_ERR_SYNTAX, 2},
    {"{\"segments\":[]}", KT_FORMAT_WHISPER_JSON, KT_ERR_SYNTAX, 1},
};

static void what_cannot_be_read_is_refused(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        kt_subtitle *s = NULL;
        kt_error err = {KT_OK, 0, 0, ""};
        kt_status status =
            kt_subtitle_parse(NULL, kti_str(refusals[i].file), refusals[i].format, &s, &err);
        if (status != refusals[i].status || err.line != refusals[i].line || s != NULL)
            fail_msg("%s: %d at %zu", refusals[i].file, (int)status, err.line);
    }
}

/* ---- what a new file lacks ------------------------------------------------------------------- */

#define LOSSES_ASS                                                                                  \
    "[Script Info]\nTitle: 시험\nScriptType: v4.00+\n[V4+ Styles]\nFormat: Name, Italic\nStyle: " \
    "Default,0\n[Events]\nFormat: Start, End, Style, Name, Text\nComment: "                         \
    "0:00:00.00,0:00:00.00,Default,,비고\nDialogue: "                                             \
    "0:00:01.00,0:00:02.00,Default,문,{\\k50\\fad(1,1)}가{\\u1}나\nDialogue: "                   \
    "0:00:02.00,0:00:03.00,Default,,{\\p1}m 0 0{\\p0}\nDialogue: 0:00:02.00,0:00:03.00,Default,,다\n"
#define LOSSES_VTT                                                                                        \
    "WEBVTT\nKind: captions\n\nSTYLE\n::cue {}\n\nNOTE 비고\n둘째 줄\n\n1\n00:01.000 --> 00:02.000 " \
    "line:0\n<v 문>가</v>\n\n이름\n00:02.500 --> 00:03.000 line:77%\n<c.big>나</c> "                 \
    "<ruby>樂<rt>락</rt></ruby>\n"

static const struct loss_row {
    const char *file;
    kt_format to;
    const char *want;
} losses[] = {
    {LOSSES_ASS, KT_FORMAT_SRT, "header 2, style 1, speaker 1, time 1, effect 1, cue 1, "},
    {LOSSES_ASS, KT_FORMAT_SSA, "header 2, style 1, look 1, effect 1, cue 1, "},
    {LOSSES_ASS, KT_FORMAT_ASS, "header 2, style 1, effect 1, "},
    {LOSSES_VTT, KT_FORMAT_VTT, "header 2, style 1, "},
    {LOSSES_VTT, KT_FORMAT_SRT, "header 2, style 1, speaker 1, look 1, place 1, ruby 1, id 1, "},
    {LOSSES_VTT, KT_FORMAT_LRC, "header 2, style 1, place 2, speaker 1, look 1, ruby 1, id 1, "},
    {LOSSES_VTT, KT_FORMAT_PODCAST_HTML, "header 2, style 1, place 2, end 2, look 1, id 1, "},
    {"[ti:가]\n[offset:5]\n[00:01.00]<00:01.00>가\n", KT_FORMAT_TTML, "header 1, time 1, "},
    {"<SAMI><SYNC Start=1000><P Class=KRCC>가<P Class=ENCC>A<SYNC Start=2000><P Class=KRCC>&nbsp;",
     KT_FORMAT_SRT, "track 1, "},
    {"<SAMI><SYNC Start=1000><P Class=KRCC>가<P Class=ENCC>A<SYNC Start=2000><P Class=KRCC>&nbsp;",
     KT_FORMAT_SAMI, ""},
    {"1\n00:00:01,000 --> 00:00:02,000\n<i>가</i>\n", KT_FORMAT_VTT, ""},
};

/* "header 2, ": in the order of their places. */
static void list_losses(const kt_subtitle *s, kti_buf *out) {
    static const kt_str lost = KTI_STR_INIT("lost-");
    const kt_subtitle_note *list;
    size_t count = kt_subtitle_notes(s, &list);
    for (size_t i = 0; i < count; i++) {
        kt_str id = kti_str(list[i].id);
        if (!kti_str_starts(id, lost)) continue;
        kti_buf_add_str(out, kti_str_cut(id, lost.len, id.len));
        kti_buf_add_byte(out, ' ');
        kti_buf_add_uint(out, list[i].count);
        kti_buf_add_cstr(out, ", ");
    }
}

static void losses_are_noted(void **state) {
    (void)state;
    check_table table = {0};
    for (size_t i = 0; i < sizeof losses / sizeof *losses; i++) {
        kt_subtitle *s = NULL;
        kt_str out;
        kti_buf text;
        kti_buf_init(&text, NULL);
        assert_ok(kt_subtitle_parse(NULL, kti_str(losses[i].file), KT_FORMAT_TEXT, &s, NULL));
        assert_ok(kt_subtitle_renew(s, losses[i].to, &out));
        list_losses(s, &text);
        check_row(&table, losses[i].file, kti_buf_str(&text), kti_str(losses[i].want));
        /* the file itself lacks nothing */
        assert_ok(kt_subtitle_convert(s, kt_subtitle_format(s), &out));
        kti_buf_clear(&text);
        list_losses(s, &text);
        assert_int_equal(text.len, 0);
        kti_buf_free(&text);
        kt_subtitle_free(s);
    }
    check_done(&table);
}

static int is_korean(void *context, kt_str line) {
    (void)context;
    return (unsigned char)line.ptr[0] >= 0x80;
}

static int is_none(void *context, kt_str line) {
    (void)context;
    (void)line;
    return 0;
}

/* What a file of two, or of some of the lines, has no more. */
static void losses_of_merge_and_pick(void **state) {
    (void)state;
    static const char ass[] = "[V4+ Styles]\nFormat: Name, Italic\nStyle: Top,1\n[Events]\n"
                              "Format: Start, End, Style, Name, Text\n"
                              "Dialogue: 0:00:01.00,0:00:02.00,Top,문,{\\k50}가\\NHello\n";
    kt_subtitle *s = NULL, *below = NULL;
    kt_merge_options options = KT_MERGE_INIT;
    kt_str out;
    kti_buf text;
    kti_buf_init(&text, NULL);
    assert_ok(kt_subtitle_parse(NULL, kti_str(ass), KT_FORMAT_TEXT, &s, NULL));
    assert_ok(kt_subtitle_parse(NULL, KTI_STR("1\n00:00:01,000 --> 00:00:02,000\nHi\n"),
                                KT_FORMAT_TEXT, &below, NULL));
    assert_ok(kt_subtitle_pick_lines(s, KT_FORMAT_ASS, is_none, NULL, &out));
    list_losses(s, &text); /* a look */
    assert_int_equal(text.len, 0);
    assert_ok(kt_subtitle_pick_lines(s, KT_FORMAT_ASS, is_korean, NULL, &out));
    list_losses(s, &text);
    assert_str(kti_buf_str(&text), "style 1, ");
    kti_buf_clear(&text);
    assert_ok(kt_subtitle_merge(s, below, &options, &out));
    list_losses(s, &text);
    assert_str(kti_buf_str(&text), "style 1, speaker 1, time 1, ");
    kti_buf_free(&text);
    kt_subtitle_free(s);
    kt_subtitle_free(below);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(malformations_are_noted),
        cmocka_unit_test(nul_is_noted),
        cmocka_unit_test(a_good_file_has_no_notes),
        cmocka_unit_test(what_cannot_be_read_is_refused),
        cmocka_unit_test(losses_are_noted),
        cmocka_unit_test(losses_of_merge_and_pick),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
