/* The text of cues: without its markup, changed inside of it, laid out beside it. */
#include "check.h"

#include "core/span.h"
#include "core/text.h"

#define ASS(text)                                                                                  \
    "[Script Info]\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, " \
    "Effect, Text\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,," text "\n"
#define SRT(text) "1\n00:00:01,000 --> 00:00:02,000\n" text "\n"
#define VTT(text) "WEBVTT\n\n00:01.000 --> 00:02.000\n" text "\n"
#define SMI(text)                                                                                  \
    "<SAMI><BODY><SYNC Start=1000><P Class=KRCC>" text "<SYNC Start=2000><P Class=KRCC>&nbsp;"
#define TTML(text)                                                                                 \
    "<tt xmlns='http://www.w3.org/ns/ttml'><body><p begin='1s' end='2s'>" text "</p></body></tt>"
#define TTS(prefix, text)                                                                          \
    "<" prefix "tt xmlns='http://www.w3.org/ns/ttml' xmlns:t='http://www.w3.org/ns/ttml' "         \
    "xmlns:s='http://www.w3.org/ns/ttml#styling'><" prefix "body><" prefix "p begin='1s' "         \
    "end='2s'>" text "</" prefix "p></" prefix "body></" prefix "tt>"
#define JSON(text) "{\"segments\":[{\"startTime\":1.0,\"endTime\":2.0,\"body\":\"" text "\"}]}"

#define SBV(text)     "0:00:01.000,0:00:02.000\n" text "\n"
#define PODCAST(text) "<html><body><time>0:01</time>\n" text "</body></html>"

static kt_subtitle *open_text(const char *file) {
    kt_subtitle *s = NULL;
    kt_error err = {KT_OK, 0, 0, ""};
    if (kt_subtitle_parse(NULL, kti_str(file), KT_FORMAT_TEXT, &s, &err) != KT_OK)
        fail_msg("%s: %s", file, err.message);
    return s;
}

/* ---- plain ---------------------------------------------------------------------------------- */

static const char *const plain_rows[][2] = {
    {SRT("<i>서울</i> {\\an8}<font color=\"#ff0\">a > b</font>"), "서울 a > b"},
    {SRT("&amp;&lt;&gt;&nbsp;&#44032;&#xAC00; AT&T &x; 3 < 4"), "&<>\u00A0가가 AT&T &x; 3 < 4"},
    {SRT("{자막} <서울> <3"), "{자막} <서울> <3"},
    {SRT("<a href='>'>x</a>"), "x"},
    {VTT("<v.loud 문>가 <00:01.500>나</v> &lrm;&amp;<c.red>다"), "가 나 \u200E&다"},
    {VTT("<ruby>樂<rt>락</rt></ruby>\n<끝"), "樂락\n"},
    {ASS("{\\b1}가{\\b0},\\N나\\h다\\n라 \\x {\\k20}마"), "가,\n나\u00A0다 라 \\x 마"},
    {ASS("{\\p1}m 0 0 l 1 1{\\p0}간판{\\열림"), "간판{\\열림"},
    {SMI("가<br>\n  나<BR/>다\n\n라 &lt 마 &amp끝"), "가\n나\n다 라 < 마 &끝"},
    {SMI("<!-- <b>주석</b> -->가<font color=red>나</font> < 다"), "가나 < 다"},
    {TTML("\n  가\n  <span>나 </span><br/>\n다 &#x41;<!-- x --><![CDATA[<b>]]>\n"),
     "가 나 \n다 A<b>"},
    {JSON("\\\"가\\\"\\n\\uac01\\ud83d\\ude00\\ud800 \\/\\t<i>"), "\"가\"\n각😀\uFFFD /\t<i>"},
    {"[00:01.00]<00:01.00>가 <00:01.50>나 <다>", "가 나 <다>"},
    {"0:00:01.000,0:00:02.000\n<i>가</i>\n나\n", "<i>가</i>\n나"},
};

static void plain_text(void **state) {
    (void)state;
    kt_text *plain;
    check_table table = {0};
    assert_ok(kt_text_new(NULL, &plain));
    for (size_t i = 0; i < sizeof plain_rows / sizeof *plain_rows; i++) {
        kt_subtitle *s = open_text(plain_rows[i][0]);
        const kt_cue *cues;
        (void)kt_subtitle_cues(s, &cues);
        assert_ok(kt_subtitle_plain(s, 0, plain));
        check_row(&table, plain_rows[i][0], kt_text_str(plain), kti_str(plain_rows[i][1]));
        assert_true(kti_span_law(plain, kti_str_span(kt_subtitle_text(s), cues[0].text)));
        kt_subtitle_free(s);
    }
    kt_text_free(plain);
    check_done(&table);
}

/* ---- changes -------------------------------------------------------------------------------- */

/* Replaces each `from` of the plain text by `to`. */
static void replace_all(kt_str plain, const char *from, const char *to, kt_text *out) {
    kt_str wanted = kti_str(from);
    size_t copied = 0;
    kti_text_clear(out);
    for (size_t at; (at = kti_str_find(plain, wanted, copied)) != SIZE_MAX;) {
        kti_text_copy(out, kti_str_cut(plain, copied, at));
        kti_text_replace(out, wanted.len, kti_str(to), 1);
        copied = at + wanted.len;
    }
    kti_text_copy(out, kti_str_cut(plain, copied, plain.len));
}

static const struct change {
    const char *file, *from, *to;
    kt_layout layout;
    const char *want;
} changes[] = {
    {SRT("<i>서</i>울 서울"), "서울", "Seoul", KT_LAYOUT_REPLACE, SRT("<i>Seoul</i> Seoul")},
    {SRT("가\n나"), "가\n나", "다", KT_LAYOUT_REPLACE, SRT("다")},
    {SRT("가 &amp; 나"), "나", "다", KT_LAYOUT_REPLACE, SRT("가 &amp; 다")},
    {VTT("<b>가</b>"), "가", "<x> & y", KT_LAYOUT_REPLACE, VTT("<b>&lt;x&gt; &amp; y</b>")},
    {VTT("가 나"), "나", "na", KT_LAYOUT_RUBY, VTT("가 <ruby>나<rt>na</rt></ruby>")},
    {SRT("<i>가</i> 나"), "나", "na", KT_LAYOUT_RUBY, SRT("<i>가</i> 나(na)")},
    {SRT("가"), "가", "ga", KT_LAYOUT_BELOW, SRT("가\nga")},
    {SRT("<i>가</i>"), "가", "ga", KT_LAYOUT_ABOVE, SRT("<i>ga</i>\n<i>가</i>")},
    {SRT("가"), "나", "na", KT_LAYOUT_BELOW, SRT("가")},
    {ASS("{\\an8}가{\\b1}나"), "가나", "gana", KT_LAYOUT_REPLACE, ASS("{\\an8}gana{\\b1}")},
    {ASS("{\\an8}가\\N나"), "가", "a{b\nc", KT_LAYOUT_REPLACE, ASS("{\\an8}a｛b\\Nc\\N나")},
    {ASS("{\\an8}가{\\i1}나"), "가나", "gana", KT_LAYOUT_ABOVE, ASS("{\\an8}gana\\N가{\\i1}나")},
    {ASS("{\\an8}가"), "가", "ga", KT_LAYOUT_BELOW, ASS("{\\an8}가\\Nga")},
    /* looks within a cue are of both lines, and each begins as the style is */
    {ASS("{\\i1}가{\\i0} 나"), "나", "na", KT_LAYOUT_BELOW,
     ASS("{\\i1}가{\\i0} 나\\N{\\i1}가{\\i0} na")},
    {ASS("{\\i1}가{\\i0}"), "가", "ga", KT_LAYOUT_BELOW, ASS("{\\i1}가{\\i0}\\N{\\i1}ga{\\i0}")},
    {ASS("{\\i1}가{\\i0}"), "가", "ga", KT_LAYOUT_ABOVE, ASS("{\\i1}ga{\\i0}\\N{\\i1}가{\\i0}")},
    {ASS("{\\pos(1,2)\\fad(1,1)}가{\\fs20}나"), "나", "na", KT_LAYOUT_BELOW,
     ASS("{\\pos(1,2)\\fad(1,1)}가{\\fs20}나\\N{\\r}가{\\fs20}na")},
    {ASS("{\\an8}가 {\\b1}나"), "나", "na", KT_LAYOUT_ABOVE,
     ASS("{\\an8}가 {\\b1}na\\N{\\r}가 {\\b1}나")},
    {ASS("{\\k20}가{\\k30}나"), "나", "na", KT_LAYOUT_BELOW, ASS("{\\k20}가{\\k30}나\\N가na")},
    /* what does not change is not said twice, nor what is there already */
    {SRT("가\nABC"), "가", "ga", KT_LAYOUT_BELOW, SRT("가\nABC\nga")},
    {SRT("<i>ABC</i>\n<b>가</b>"), "가", "ga", KT_LAYOUT_ABOVE,
     SRT("<b>ga</b>\n<i>ABC</i>\n<b>가</b>")},
    {SRT("<i>가\nABC</i>"), "가", "ga", KT_LAYOUT_BELOW, SRT("<i>가\nABC</i>\n<i>ga</i>")},
    {SRT("가\nga"), "가", "ga", KT_LAYOUT_BELOW, SRT("가\nga")},
    {ASS("{\\i1}ABC\\N{\\i0}가"), "가", "ga", KT_LAYOUT_BELOW,
     ASS("{\\i1}ABC\\N{\\i0}가\\N{\\i1}{\\i0}ga")},
    {SRT("{\\an8}가"), "가", "ga", KT_LAYOUT_BELOW, SRT("{\\an8}가\nga")},
    {VTT("<00:01.000>가<00:01.500> 나"), "나", "na", KT_LAYOUT_BELOW,
     VTT("<00:01.000>가<00:01.500> 나\n가 na")},
    {VTT("<v 문>가</v>\n<v 이>A</v>"), "가", "ga", KT_LAYOUT_BELOW,
     VTT("<v 문>가</v>\n<v 이>A</v>\n<v 문>ga</v>")},
    /* of a ruby the base is enough */
    {VTT("<ruby>樂<rt>락</rt></ruby> <b>나</b>"), "樂락", "rakrak", KT_LAYOUT_BELOW,
     VTT("<ruby>樂<rt>락</rt></ruby> <b>나</b>\nrakrak <b>나</b>")},
    {SRT("나(na) 가"), "나", "na", KT_LAYOUT_RUBY, SRT("나(na) 가")},
    {TTML("가 <![CDATA[가]]>"), "가", "ga", KT_LAYOUT_RUBY, TTML("가(ga) <![CDATA[가(ga)]]>")},
    {TTS("t:", "가<t:br/>나"), "가", "ga", KT_LAYOUT_RUBY,
     TTS("t:", "<t:span s:ruby=\"container\"><t:span s:ruby=\"base\">가</t:span><t:span "
               "s:ruby=\"text\">ga</t:span></t:span><t:br/>나")},
    {TTS("", "<span s:color='red' s:fontStyle='italic'>가</span><br/>A"), "가", "ga",
     KT_LAYOUT_BELOW,
     TTS("", "<span s:color='red' s:fontStyle='italic'>가</span><br/>A<br/><span s:color='red' "
             "s:fontStyle='italic'>ga</span>")},
    {TTS("", "<span s:ruby='container' s:color='red'><span s:ruby='base'>가</span><span "
             "s:ruby='text'>ga</span></span> 나"),
     "나", "na", KT_LAYOUT_BELOW,
     TTS("", "<span s:ruby='container' s:color='red'><span s:ruby='base'>가</span><span "
             "s:ruby='text'>ga</span></span> 나<br/>가 na")},
    {SMI("가<br>나"), "나", "<\nna", KT_LAYOUT_REPLACE, SMI("가<br>&lt;<br>na")},
    {SMI("가 나"), "가", "ga", KT_LAYOUT_RUBY, SMI("<ruby>가<rt>ga</rt></ruby> 나")},
    {TTML("<span>가</span> 나"), "나", "a\nb", KT_LAYOUT_REPLACE, TTML("<span>가</span> a<br/>b")},
    {JSON("가 나"), "나", "\"\n\\", KT_LAYOUT_REPLACE, JSON("가 \\\"\\n\\\\")},
    /* What would be markup or another cue is written full-width where nothing escapes it. */
    {SRT("가 나"), "나", "<b> {\\an8} &lt; 1 < 2", KT_LAYOUT_REPLACE,
     SRT("가 ＜b> ｛\\an8} ＆lt; 1 < 2")},
    {SRT("<가"), "가", "b>", KT_LAYOUT_REPLACE, SRT("<ｂ>")},
    {SRT("가b>"), "가", "<", KT_LAYOUT_REPLACE, SRT("<ｂ>")},
    {SRT("가\n나"), "나", "00:00:03,000 --> 00:00:04,000", KT_LAYOUT_REPLACE,
     SRT("가\n00:00:03,000 --＞ 00:00:04,000")},
    {SBV("가"), "가", "a\n\n0:00:03.000,0:00:04.000", KT_LAYOUT_REPLACE,
     SBV("a\n \n0:00:03.000，0:00:04.000")},
    {VTT("가"), "가", "\n\r\na --> b", KT_LAYOUT_REPLACE, VTT(" \n \na --&gt; b")},
    {ASS("가\\나N"), "나", "", KT_LAYOUT_REPLACE, ASS("가\\Ｎ")},
    {"[00:01.00]가\n", "가", "[00:02.00] <00:03.00> [1]", KT_LAYOUT_REPLACE,
     "[00:01.00]［00:02.00] ＜00:03.00> [1]\n"},
    /* Escapes are none in a CDATA section. */
    {TTML("<![CDATA[<가> 나]]>"), "나", "a & b", KT_LAYOUT_REPLACE,
     TTML("<![CDATA[<가> ]]>a &amp; b<![CDATA[]]>")},
    {TTML("<![CDATA[<가> 나]]>"), "나", "na", KT_LAYOUT_REPLACE, TTML("<![CDATA[<가> na]]>")},
    {PODCAST("<p>가</p>\n<p>나</p>"), "\n나", "a", KT_LAYOUT_REPLACE, PODCAST("<p>가a</p>")},
    {"[00:01.00][00:05.00]<00:01.00>가 <00:01.50>나\n", "나", "na", KT_LAYOUT_REPLACE,
     "[00:01.00][00:05.00]<00:01.00>가 <00:01.50>na\n"},
    {"[00:01.00][00:05.00]가\r\n[00:07.00]끝", "가", "ga", KT_LAYOUT_BELOW,
     "[00:01.00][00:05.00]가\r\n[00:01.00][00:05.00]ga\r\n[00:07.00]끝"},
};

static void changes_keep_markup(void **state) {
    (void)state;
    kt_text *plain, *out;
    check_table table = {0};
    assert_ok(kt_text_new(NULL, &plain));
    assert_ok(kt_text_new(NULL, &out));
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        kt_subtitle *s = open_text(changes[i].file);
        assert_ok(kt_subtitle_plain(s, 0, plain));
        replace_all(kt_text_str(plain), changes[i].from, changes[i].to, out);
        assert_ok(kt_subtitle_apply(s, 0, out, changes[i].layout));
        assert_ok(kt_subtitle_write(s, out));
        check_row(&table, changes[i].file, kt_text_str(out), kti_str(changes[i].want));
        assert_true(kti_span_law(out, kt_subtitle_text(s)));
        kt_subtitle_free(s);
    }
    kt_text_free(plain);
    kt_text_free(out);
    check_done(&table);
}

/* A second later, in the shape they had; white space in a time does not stay. */
static void times_keep_their_shape(void **state) {
    (void)state;
    static const char *const table[][2] = {
        {"1\n00:00:01, 000 --> 0:00 : 02 ,5\n가\n", "1\n00:00:02,000 --> 0:00:03,5\n가\n"},
        {"1\n00:00:01.00-->00:00:02.00\n가\n", "1\n00:00:02.00-->00:00:03.00\n가\n"},
        {"1\n00:00:01 --> 00:00:02\n가\n", "1\n00:00:02 --> 00:00:03\n가\n"},
        {"0:00:01. 000,0:00:02.000\n가\n", "0:00:02.000,0:00:03.000\n가\n"},
        {"1\n00:00:01:500 -> 00:00:02,000\n가\n\n2\n00:00:0x --> 00:00:03\n나\n",
         "1\n00:00:02,500 -> 00:00:03,000\n가\n\n2\n00:00:0x --> 00:00:03\n나\n"},
        {"[00:01.5]가\n[01:02:50]나\n", "[00:02.5]가\n[01:03:50]나\n"},
    };
    kt_text *out;
    check_table rows = {0};
    assert_ok(kt_text_new(NULL, &out));
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        kt_subtitle *s = open_text(table[i][0]);
        assert_ok(kt_subtitle_shift(s, 1000, 1, 1));
        assert_ok(kt_subtitle_write(s, out));
        check_row(&rows, table[i][0], kt_text_str(out), kti_str(table[i][1]));
        kt_subtitle_free(s);
    }
    kt_text_free(out);
    check_done(&rows);
}

#define SHIFTED(body)     "<tt xmlns='http://www.w3.org/ns/ttml'><body>" body "</body></tt>"
#define UNTIL(begin, dur) SHIFTED("<p begin='" begin "' dur='" dur "'>가</p>")

/* What is counted from another time follows where that one cannot go on, or is scaled. */
static void relative_times_follow(void **state) {
    (void)state;
    static const struct {
        const char *file, *want;
        int64_t offset;
        uint32_t numerator, denominator;
        size_t noted;
    } table[] = {
        {UNTIL("4s", "2s"), UNTIL("0s", "1s"), -5000, 1, 1, 1},
        {UNTIL("4s", "2s"), UNTIL("5s", "2s"), 1000, 1, 1, 0},
        {UNTIL("4s", "2s"), UNTIL("8s", "4s"), 0, 2, 1, 0},
        {SHIFTED("<p dur='2s'>가</p>"), SHIFTED("<p begin=\"00:00:01.000\" dur='2s'>가</p>"), 1000,
         1, 1, 0},
        {SHIFTED(
             "<div begin='2s'><p end='9s' begin='1s'>가</p><p begin='8s' dur='1s'>나</p></div>"),
         SHIFTED(
             "<div begin='0s'><p end='6s' begin='0s'>가</p><p begin='5s' dur='1s'>나</p></div>"),
         -5000, 1, 1, 1},
        {SHIFTED("<div begin='1s' timeContainer='seq'><p dur='2s'>가</p><p dur='3s'>나</p></div>"),
         SHIFTED("<div begin='0s' timeContainer='seq'><p dur='0s'>가</p><p dur='1s'>나</p></div>"),
         -5000, 1, 1, 2},
        {SRT("가"), "1\n00:00:00,000 --> 00:00:00,500\n가\n", -1500, 1, 1, 1},
        {SRT("가"), "1\n00:00:00,000 --> 00:00:01,000\n가\n", -1000, 1, 1, 0},
    };
    kt_text *out;
    check_table rows = {0};
    assert_ok(kt_text_new(NULL, &out));
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const kt_subtitle_note *notes;
        kt_subtitle *s = open_text(table[i].file);
        size_t before = kt_subtitle_notes(s, &notes), told = table[i].noted > 0;
        assert_ok(kt_subtitle_shift(s, table[i].offset, table[i].numerator, table[i].denominator));
        assert_ok(kt_subtitle_write(s, out));
        check_row(&rows, table[i].file, kt_text_str(out), kti_str(table[i].want));
        assert_int_equal(kt_subtitle_notes(s, &notes), before + told);
        if (told) assert_string_equal(notes[0].id, "before-zero");
        if (told) assert_int_equal(notes[0].count, table[i].noted);
        kt_subtitle_free(s);
    }
    kt_text_free(out);
    check_done(&rows);
}

/* Text that is set is the format's own, and stays inside its cue. */
static void set_text_stays_inside(void **state) {
    (void)state;
    static const char *const table[][3] = {
        {SRT("가"), "<i>나</i>\r\n00:00:03,000 --> 00:00:04,000",
         SRT("<i>나</i>\n00:00:03,000 --＞ 00:00:04,000")},
        {VTT("가"), "<i>나</i>\n\n00:03.000 --> 00:04.000",
         VTT("<i>나</i>\n \n00:03.000 --&gt; 00:04.000")},
        {SBV("가"), "나\n\n다", SBV("나\n \n다")},
        {ASS("가"), "{\\i1}나\r\n다", ASS("{\\i1}나\\N다")},
        {JSON("가"), "나\"\n", JSON("나\\\"\\n")},
        {SRT("가"), "00:00:03,000 -> 00:00:04,000\n00:00:03,000 -->\n1:0:0 -> 2",
         SRT("00:00:03,000 -＞ 00:00:04,000\n00:00:03,000 --＞\n1:0:0 -> 2")},
        /* A cue without a line of its own gets one. */
        {"1\n00:00:01,000 --> 00:00:02,000\n2\n00:00:03,000 --> 00:00:04,000\n나\n", "가",
         "1\n00:00:01,000 --> 00:00:02,000\n가\n2\n00:00:03,000 --> 00:00:04,000\n나\n"},
        {"1\n00:00:01,000 --> 00:00:02,000", "가", "1\n00:00:01,000 --> 00:00:02,000\n가"},
        {SBV(""), "가", SBV("가")},
    };
    kt_text *out;
    check_table rows = {0};
    assert_ok(kt_text_new(NULL, &out));
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        kt_subtitle *s = open_text(table[i][0]);
        assert_ok(kt_subtitle_set_text(s, 0, kti_str(table[i][1])));
        assert_ok(kt_subtitle_write(s, out));
        check_row(&rows, table[i][1], kt_text_str(out), kti_str(table[i][2]));
        kt_subtitle_free(s);
    }
    kt_text_free(out);
    check_done(&rows);
}

static void a_change_of_another_text_is_refused(void **state) {
    (void)state;
    kt_text *out;
    assert_ok(kt_text_new(NULL, &out));
    kt_subtitle *s = open_text(SRT("가나"));
    replace_all(S("가"), "가", "ga", out);
    assert_int_equal(kt_subtitle_apply(s, 0, out, KT_LAYOUT_REPLACE), KT_ERR_ARG);
    assert_int_equal(kt_subtitle_apply(s, 1, out, KT_LAYOUT_REPLACE), KT_ERR_ARG);
    assert_int_equal(kt_subtitle_keep_track(s, 1), KT_ERR_ARG);
    assert_int_equal(kt_subtitle_shift(s, 0, 1, 0), KT_ERR_ARG);
    kt_subtitle_free(s);
    kt_text_free(out);
}

/* ---- tracks --------------------------------------------------------------------------------- */

/* A SYNC with nothing left goes; one that others share stays. */
static void other_tracks_are_left_out(void **state) {
    (void)state;
    static const char file[] = "<SAMI><BODY>\n"
                               "<SYNC Start=1><P Class=KRCC>가\n"
                               "<SYNC Start=1><P Class=ENCC>a\n"
                               "<SYNC Start=5><P Class=KRCC>나\n<P Class=ENCC>b</P>\n"
                               "</BODY></SAMI>";
    kt_text *out;
    assert_ok(kt_text_new(NULL, &out));
    kt_subtitle *s = open_text(file);
    const kt_track *tracks;
    assert_int_equal(kt_subtitle_tracks(s, &tracks), 2);
    assert_str(tracks[0].language, "ko");
    assert_str(tracks[1].language, "en");
    assert_ok(kt_subtitle_keep_track(s, 0));
    assert_ok(kt_subtitle_write(s, out));
    assert_str(kt_text_str(out), "<SAMI><BODY>\n<SYNC Start=1><P Class=KRCC>가\n"
                                 "<SYNC Start=5><P Class=KRCC>나\n\n</BODY></SAMI>");
    assert_ok(kt_subtitle_keep_track(s, 1));
    assert_ok(kt_subtitle_write(s, out));
    assert_str(kt_text_str(out), "<SAMI><BODY>\n<SYNC Start=1><P Class=ENCC>a\n"
                                 "<SYNC Start=5>\n<P Class=ENCC>b</P>\n</BODY></SAMI>");
    kt_subtitle_free(s);
    kt_text_free(out);
}

/* The case where other readers give the first class no time at all. */
static void a_cue_ends_with_its_own_class(void **state) {
    (void)state;
    kt_subtitle *s =
        open_text("<SAMI><SYNC Start=1000><P Class=KRCC>가<SYNC Start=1000><P Class=ENCC>a"
                  "<SYNC Start=3000><P Class=ENCC>&nbsp;<SYNC Start=4000><P Class=KRCC>&nbsp;"
                  "<SYNC Start=9000><P Class=KRCC>끝<SYNC Start=8000><P Class=ENCC>end");
    const kt_cue *cues;
    assert_int_equal(kt_subtitle_cues(s, &cues), 4);
    assert_int_equal(cues[0].end_ms, 4000);
    assert_int_equal(cues[1].end_ms, 3000);
    assert_int_equal(cues[2].end_ms, 13000);
    assert_int_equal(cues[3].end_ms, 12000);
    kt_subtitle_free(s);
}

/* Bytes that are no text stay where they are, in lines that change as well. */
static void damaged_bytes_stay(void **state) {
    (void)state;
    if (!KT_TESTS_ICU) return;
    static const char file[] =
        "1\n00:00:01,000 --> 00:00:02,000\n\xB0\xA1\xB3\xAA\xB4\xD9\xB6\xF3\n\n"
        "2\n00:00:03,000 --> 00:00:04,000\n\xB8\xB6\xFF\xB9\xD9\n";
    kt_subtitle_options options = KT_SUBTITLE_INIT;
    kt_subtitle *s = NULL;
    kt_str saved;
    kt_error err;
    options.charset = "windows-949";
    assert_ok(kt_subtitle_open(NULL, S(file), &options, &s, &err));
    assert_ok(kt_subtitle_set_text(s, 0, S("똠")));
    assert_ok(kt_subtitle_save(s, NULL, &saved, &err));
    assert_str(saved, "1\n00:00:01,000 --> 00:00:02,000\n\x8C"
                      "c\n\n"
                      "2\n00:00:03,000 --> 00:00:04,000\n\xB8\xB6\xFF\xB9\xD9\n");
    assert_ok(kt_subtitle_shift(s, 1000, 1, 1));
    assert_ok(kt_subtitle_save(s, NULL, &saved, &err));
    assert_ok(kt_subtitle_set_text(s, 0, S("ŏ")));
    assert_int_equal(kt_subtitle_save(s, NULL, &saved, &err), KT_ERR_ENCODING);
    assert_ok(kt_subtitle_save(s, "UTF-8", &saved, &err));
    kt_subtitle_free(s);
}

/* Copies go behind their cues, and times move in both. */
static void second_track(void **state) {
    (void)state;
    kt_subtitle *s = NULL;
    kt_text *made;
    check_table table = {0};
    kt_str file = KTI_STR("WEBVTT\n\n00:01.000 --> 00:02.000\n가\n\n00:03.000 --> 00:04.000\n나");
    assert_ok(kt_text_new(NULL, &made));
    assert_ok(kt_subtitle_parse(NULL, file, KT_FORMAT_TEXT, &s, NULL));
    assert_ok(kt_subtitle_name_second(s, KTI_STR("X1"), KTI_STR("ko-Latn")));
    for (size_t i = 0; i < 2; i++) {
        kti_text_clear(made);
        kti_text_replace(made, 3, i == 0 ? KTI_STR("ga") : KTI_STR("na"), 1);
        assert_ok(kt_subtitle_apply(s, i, made, KT_LAYOUT_TRACK));
    }
    assert_ok(kt_subtitle_shift(s, 1000, 1, 1));
    assert_ok(kt_subtitle_write(s, made));
    check_row(
        &table, "shifted", kt_text_str(made),
        KTI_STR(
            "WEBVTT\n\n00:02.000 --> 00:03.000\n가\n\n00:02.000 --> 00:03.000\n<lang ko-Latn>"
            "ga</lang>\n\n00:04.000 --> 00:05.000\n나\n\n00:04.000 --> 00:05.000\n<lang ko-Latn>"
            "na</lang>\n"));
    assert_int_equal(kt_subtitle_name_second(s, KTI_STR("a b"), KTI_STR("ko")), KT_ERR_ARG);
    assert_int_equal(kt_subtitle_name_second(s, KTI_STR("a"), KTI_STR("k>")), KT_ERR_ARG);
    assert_int_equal(kt_subtitle_name_second(NULL, KTI_STR("a"), KTI_STR("ko")), KT_ERR_ARG);
    kt_text_free(made);
    kt_subtitle_free(s);
    check_done(&table);
}

/* A track of its own needs a place for it. */
static void no_second_track(void **state) {
    (void)state;
    static const char *const files[] = {
        "1\n00:00:01,000 --> 00:00:02,000\n가\n", "[00:01.00]가\n",
        "{\"segments\":[{\"start\":1,\"end\":2,\"text\":\"가\"}]}",
        "<tt xmlns='http://www.w3.org/ns/ttml'><body><div timeContainer=\"seq\"><p dur='1s'>가</p></div></body></tt>",
        "<tt xmlns='http://www.w3.org/ns/ttml'><body><p><span begin='1s' end='2s'>가</span></p></body></tt>"};
    kt_text *made;
    assert_ok(kt_text_new(NULL, &made));
    kti_text_replace(made, 3, KTI_STR("ga"), 1);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        kt_subtitle *s = NULL;
        assert_ok(kt_subtitle_parse(NULL, kti_str(files[i]), KT_FORMAT_TEXT, &s, NULL));
        assert_int_equal(kt_subtitle_apply(s, 0, made, KT_LAYOUT_TRACK), KT_ERR_UNSUPPORTED);
        kt_subtitle_free(s);
    }
    kt_text_free(made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(second_track),
        cmocka_unit_test(no_second_track),
        cmocka_unit_test(plain_text),
        cmocka_unit_test(changes_keep_markup),
        cmocka_unit_test(times_keep_their_shape),
        cmocka_unit_test(relative_times_follow),
        cmocka_unit_test(set_text_stays_inside),
        cmocka_unit_test(a_change_of_another_text_is_refused),
        cmocka_unit_test(other_tracks_are_left_out),
        cmocka_unit_test(a_cue_ends_with_its_own_class),
        cmocka_unit_test(damaged_bytes_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
