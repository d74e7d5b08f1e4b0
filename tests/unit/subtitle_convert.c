/* One format into another: what both have is kept. */
#include "check.h"

static kt_str convert(const char *file, kt_format to, kt_subtitle **s) {
    kt_error err = {KT_OK, 0, 0, ""};
    kt_str out;
    if (kt_subtitle_parse(NULL, kti_str(file), KT_FORMAT_TEXT, s, &err) != KT_OK)
        fail_msg("%s: %s", file, err.message);
    assert_ok(kt_subtitle_convert(*s, to, &out));
    return out;
}

#define VTT   "WEBVTT\n\n00:00:01.000 --> 00:00:02.500"
#define SRT   "1\n00:00:01,000 --> 00:00:02,500\n"
#define EVENT "Dialogue: 0,0:00:01.00,0:00:02.50,Default,"
#define MARKED                                                                                     \
    "[Events]\nFormat: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n" \
    "Dialogue: Marked=0,0:00:01.00,0:00:02.50,Default,"
#define ASS                                                                                        \
    "[Script Info]\n[Events]\nFormat: Layer, Start, End, Style, Name, Text\nDialogue: 0,0:00:01.00,0:00:02.50,D,"

#define STYLED(styles, style, text)                                                                \
    "[Script Info]\n" styles "\n[Events]\nFormat: Start, End, Style, Text\n"                       \
    "Dialogue: 0:00:01.00,0:00:02.50," style "," text "\n"
#define SIGN                                                                                       \
    "[V4+ Styles]\nFormat: Name, Bold, Italic, Alignment\nStyle: Default,0,0,2\n"                  \
    "Style: Sign,0,-1,8\n"
#define SIGN_V4 "[V4 Styles]\nFormat: Name, Bold, Italic, Alignment\nStyle: Sign,-1,0,6\n"

#define TTML(head, body)                                                                           \
    "<tt xmlns='http://www.w3.org/ns/ttml' xmlns:tts='http://www.w3.org/ns/ttml#styling'><head>"   \
    "<styling>" head "</styling></head><body>" body "</body></tt>"
#define TTML_P(attributes, text) "<p begin='1s' end='2.5s' " attributes ">" text "</p>"
#define TTML_RUBY                                                                                  \
    "<style xml:id='c' tts:ruby='container'/><style xml:id='b' tts:ruby='base'/>"                  \
    "<style xml:id='t' tts:ruby='text'/><style xml:id='d' tts:ruby='delimiter'/>"

/* The end of what is written: headers are tested once. */
static const struct row {
    const char *file;
    kt_format to;
    const char *want;
} rows[] = {
    {SRT "{\\an8}<i>가</i>\n- <b>나</b>\n", KT_FORMAT_VTT, VTT " line:0\n<i>가</i>\n- <b>나</b>\n"},
    {SRT "<font color=\"#FFFF00\">가</font> & <x\n", KT_FORMAT_VTT,
     VTT "\n<c.yellow>가</c> &amp; &lt;x\n"},
    {SRT "<font color=\"#FFFF00\">가</font>\n", KT_FORMAT_ASS,
     EVENT ",0,0,0,,{\\c&H00ffff&}가{\\c}\n"},
    {SRT "<font color=Red>가\n나\n", KT_FORMAT_TTML,
     "<p begin=\"00:00:01.000\" end=\"00:00:02.500\" region=\"bottom\"><span tts:color=\"#ff0000\">가<br/>나</span></p>\n"
     "</div>\n</body>\n</tt>\n"},
    {SRT "<b><i>가</b>나\n\n\n다\n", KT_FORMAT_SAMI,
     "<P Class=KRCC><b><i>가</i></b>나<br>다\n<SYNC Start=2500><P Class=KRCC>&nbsp;\n</BODY>\n</SAMI>\n"},
    {SRT "<b><i>가</b>나\n\n\n다\n", KT_FORMAT_SRT, SRT "<b><i>가</b>나\n\n\n다\n"},
    {VTT "\n<v 문재인>가 <c.red>나</c>\n<ruby>樂<rt>락</rt></ruby>\n", KT_FORMAT_SRT,
     SRT "가 <font color=\"#ff0000\">나</font>\n樂(락)\n"},
    {VTT "\n<00:00:01.000>가<00:00:02.000>나\n", KT_FORMAT_LRC,
     "[00:01.00]<00:01.00>가<00:02.00>나\n[00:02.50]\n"},
    {VTT "\n<00:00:01.000>가<00:00:02.000>나\n", KT_FORMAT_ASS,
     EVENT ",0,0,0,,{\\k100}가{\\k50}나\n"},
    /* what is said before the first time lasts until then */
    {VTT "\n가 <00:00:01.400>나 <00:00:02.000>다\n", KT_FORMAT_ASS,
     EVENT ",0,0,0,,{\\k40}가 {\\k60}나 {\\k50}다\n"},
    {"[00:01.00]<00:01.50>가 <00:02.00>나\n", KT_FORMAT_ASS,
     "Dialogue: 0,0:00:01.00,0:00:05.00,Default,,0,0,0,,{\\k50}{\\k50}가 {\\k300}나\n"},
    /* an offset is of lines and of words, and told anywhere */
    {"[offset:+500]\n[00:01.50]<00:01.50>가 <00:02.50>나\n", KT_FORMAT_ASS,
     "Dialogue: 0,0:00:01.00,0:00:05.00,Default,,0,0,0,,{\\k100}가 {\\k300}나\n"},
    {"[00:00.50]<00:00.50>가 <00:01.00>나\n[offset:-500]\n", KT_FORMAT_VTT,
     "\n00:00:01.000 --> 00:00:05.000\n<00:00:01.000>가 <00:00:01.500>나\n"},
    {"[offset:9000]\n[00:01.00]<00:01.00>가<00:10.50>나\n", KT_FORMAT_ASS,
     "Dialogue: 0,0:00:00.00,0:00:04.00,Default,,0,0,0,,{\\k150}가{\\k250}나\n"},
    /* what is markup only with the text behind it */
    {VTT "\n&lt;b&gt; 그리고 &lt;/i&gt;\n", KT_FORMAT_SRT, SRT "＜b> 그리고 ＜/i>\n"},
    {VTT "\n&lt;b {&#92;i1} &amp;lt; &amp;\n", KT_FORMAT_SRT, SRT "＜b ｛\\i1} ＆lt; &\n"},
    {VTT "\n&#92;N \\&#78; {\n", KT_FORMAT_ASS, EVENT ",0,0,0,,＼N ＼N ｛\n"},
    {VTT "\n가 &lt;나&gt;\n", KT_FORMAT_SAMI,
     "<SYNC Start=1000><P Class=KRCC>가 &lt;나&gt;\n<SYNC Start=2500><P Class=KRCC>&nbsp;\n</BODY>\n"
     "</SAMI>\n"},
    {VTT "\n<ruby>樂<rt>락</ruby>원\n", KT_FORMAT_TTML,
     "<p begin=\"00:00:01.000\" end=\"00:00:02.500\" region=\"bottom\"><span "
     "tts:ruby=\"container\"><span "
     "tts:ruby=\"base\">樂</span><span tts:ruby=\"text\">락원</span></span></p>\n</div>\n</body>\n</tt>\n"},
    {ASS "문재인,{\\an8\\k20}가{\\k30}나\\N{\\i1}다{\\i0}{\\p1}m 0 0{\\p0}\n", KT_FORMAT_VTT,
     VTT " line:0\n<v 문재인><00:00:01.000>가<00:00:01.200>나\n<i>다</i>\n"},
    {SRT "가\n\n2\n00:00:03,000 --> 00:00:0l,000\n나\n", KT_FORMAT_VTT, VTT "\n가\n"},
    /* TTML: what paragraphs say, and what they and spans refer to */
    {TTML("", TTML_P("tts:fontStyle='italic' tts:fontWeight='bold'", "가")), KT_FORMAT_SRT,
     SRT "<b><i>가</i></b>\n"},
    {TTML("<style xml:id='b' style='a'/><style xml:id='a' style='b' tts:fontStyle='italic'/>",
          TTML_P("style='b none'", "가<span style='a'>나</span>")),
     KT_FORMAT_SRT, SRT "<i>가<i>나</i></i>\n"},
    {TTML("<style xml:id='a' tts:fontStyle='italic'/><style xml:id='b' tts:fontStyle='normal'/>",
          "<div style='a'>" TTML_P("style='a b'", "가") "</div>"),
     KT_FORMAT_SRT, SRT "가\n"},
    {TTML("<region xml:id='r'><style tts:displayAlign='before'/></region>",
          "<div region='r'>" TTML_P("", "가") "</div>"),
     KT_FORMAT_VTT, VTT " line:0\n가\n"},
    {TTML("<region xml:id='r' tts:origin='10% 80%' tts:displayAlign='before'/>",
          TTML_P("region='r'", "가")),
     KT_FORMAT_SRT, SRT "가\n"},
    {TTML("<region xml:id='r' tts:displayAlign='after'/>", TTML_P("region='r'", "가")),
     KT_FORMAT_SRT, SRT "가\n"},
    {TTML(TTML_RUBY,
          TTML_P("", "<span style='c'><span style='b'>樂園</span><span style='d'>[</span>"
                     "<span style='t'>낙원</span></span>")),
     KT_FORMAT_SRT, SRT "樂園(낙원)\n"},
    {TTML("", TTML_P("xml:space='preserve'", "가\n 나")), KT_FORMAT_SRT, SRT "가\n 나\n"},
    {TTML("", "<p><span begin='1s' end='2.5s' tts:fontStyle='italic'>가</span></p>"), KT_FORMAT_SRT,
     SRT "<i>가</i>\n"},
    {ASS "문,{\\c&HFF&}가{\\c}나\\h다\n", KT_FORMAT_SRT,
     SRT "<font color=\"#ff0000\">가</font>나\u00A0다\n"},
    /* a reset ends what is open; alignments as v4 counts them */
    {ASS "문,{\\i1\\b1}가{\\r}나\n", KT_FORMAT_SRT, SRT "<i><b>가</b></i>나\n"},
    {ASS "문,{\\i1}가{\\rSign}\\N나\n", KT_FORMAT_VTT, VTT "\n<v 문><i>가</i>\n나\n"},
    {ASS "문,{\\a6}가\n", KT_FORMAT_SRT, SRT "{\\an8}가\n"},
    {ASS "문,{\\a9}가{\\a4}\n", KT_FORMAT_VTT, VTT " line:50% position:0% align:left\n<v 문>가\n"},
    /* the same in SRT */
    {SRT "{\\i1}가{\\i0} {\\an8\\b1}나{\\r}다{\\a6}{\\p1}라\n", KT_FORMAT_VTT,
     VTT " line:0\n<i>가</i> <b>나</b>다라\n"},
    {SRT "{\\i1}가{\\r}나\n", KT_FORMAT_ASS, EVENT ",0,0,0,,{\\i1}가{\\r}나\n"},
    /* the style of a cue goes with it */
    {STYLED(SIGN, "Sign", "간판"), KT_FORMAT_SRT, SRT "{\\an8}<i>간판</i>\n"},
    {STYLED(SIGN, "*sign", "{\\an1}가{\\i0}나{\\r}다"), KT_FORMAT_SRT,
     SRT "{\\an1}<i>가</i>나<i>다</i>\n"},
    {STYLED(SIGN, "Sign", "{\\i0}가{\\p1}m 0 0"), KT_FORMAT_VTT, VTT " line:0\n가\n"},
    {STYLED(SIGN, "Sign", "{\\p1}m 0 0"), KT_FORMAT_TTML,
     "<div>\n</div>\n</body>\n</tt>\n"}, /* a drawing says nothing */
    {STYLED(SIGN, "Default", "가"), KT_FORMAT_SRT, SRT "가\n"},
    {STYLED(SIGN, "Other", "가"), KT_FORMAT_SRT, SRT "가\n"},
    {STYLED(SIGN_V4, "Sign", "가"), KT_FORMAT_ASS, EVENT ",0,0,0,,{\\an8}{\\b1}가\n"},
    /* v4: its own alignments, and neither underlines nor strikes */
    {SRT "{\\an7}<i>가</i> <u>나</u>\n", KT_FORMAT_SSA, MARKED ",0,0,0,,{\\a5}{\\i1}가{\\i0} 나\n"},
    {ASS "문,{\\an4}가\n", KT_FORMAT_SSA, MARKED "문,0,0,0,,{\\a9}가\n"},
    {VTT " line:50% position:100% align:right\n가\n", KT_FORMAT_SSA, MARKED ",0,0,0,,{\\a11}가\n"},
    /* sides are told by "left" and "right"; "start" is what machines write everywhere */
    {VTT " line:0 position:0% align:left\n가\n", KT_FORMAT_SRT, SRT "{\\an7}가\n"},
    {VTT " align:right\n가\n", KT_FORMAT_SRT, SRT "{\\an3}가\n"},
    {VTT " align:start position:0%\n가\n", KT_FORMAT_SRT, SRT "가\n"},
    {VTT " align:left position:50%\n가\n", KT_FORMAT_SRT, SRT "가\n"},
    {ASS "문,가\\N나\n", KT_FORMAT_PODCAST_JSON,
     "{\"speaker\":\"문\",\"startTime\":1.0,\"endTime\":2.5,\"body\":\"가\\n나\"}\n]}\n"},
    /* each voice of a cue keeps what it says */
    {VTT "\n<v 문>가나.</v> <v 이 &amp; 김><i>다라</i>\n", KT_FORMAT_PODCAST_JSON,
     "[\n{\"speaker\":\"문\",\"startTime\":1.0,\"endTime\":1.857,\"body\":\"가나.\"},\n"
     "{\"speaker\":\"이 & 김\",\"startTime\":1.857,\"endTime\":2.5,\"body\":\"다라\"}\n]}\n"},
    {VTT "\n(쉿)\n<v 문>가<v 이>나\n", KT_FORMAT_PODCAST_HTML,
     "<body>\n<time datetime=\"PT1S\">0:01</time>\n<p>(쉿)</p>\n<cite>문:</cite>\n<time "
     "datetime=\"PT1.682S\">0:01</time>\n<p>가</p>\n<cite>이:</cite>\n<time "
     "datetime=\"PT2.091S\">0:02</time>\n<p>나</p>\n</body>\n</html>\n"},
    {VTT "\n<v 문>가.</v> <v 이><b>나\n", KT_FORMAT_SRT, SRT "문: 가.\n이: <b>나</b>\n"},
    {VTT "\n<v 문>가,\n<v 이>나\n", KT_FORMAT_ASS, EVENT ",0,0,0,,문: 가,\\N이: 나\n"},
    {VTT "\n<v 문>가</v> <v 문>나</v><v 이></v>\n", KT_FORMAT_ASS, EVENT "문,0,0,0,,가 나\n"},
    {VTT "\n<v.a A &amp; \"B\">가\n", KT_FORMAT_PODCAST_JSON,
     "{\"speaker\":\"A & \\\"B\\\"\",\"startTime\":1.0,\"endTime\":2.5,\"body\":\"가\"}\n]}\n"},
    {"{\"segments\":[{\"speaker\":\"A & \\u00ac\",\"startTime\":1,\"body\":\"가\"},{\"speaker\":\"A & "
     "\\u00ac\",\"startTime\":2.5,\"body\":\"<나>\"}]}",
     KT_FORMAT_PODCAST_HTML,
     "<body>\n<cite>A &amp; \u00AC:</cite>\n<time datetime=\"PT1S\">0:01</time>\n<p>가</p>\n"
     "<time datetime=\"PT2.500S\">0:02</time>\n<p>&lt;나&gt;</p>\n</body>\n</html>\n"},
    {"<cite>문: </cite><time>0:01</time><p>가 &amp; 나</p><p>다</p><cite>이</cite><time "
     "datetime=\"PT2.5S\">0:02</time><p>라<p>마<cite>이</cite><time>1:00:00</time><p>바",
     KT_FORMAT_SRT,
     SRT "문: 가 & 나\n다\n\n2\n00:00:02,500 --> 01:00:00,000\n이: 라\n마\n\n3\n01:00:00,000 --> "
         "01:00:04,000\n바\n"},
    /* where nobody is named, nobody known speaks on */
    {"{\"segments\":[{\"speaker\":\"문\",\"startTime\":1,\"body\":\"가\"},{\"startTime\":2,\"body\":\"나\"},"
     "{\"speaker\":\"문\",\"startTime\":3,\"body\":\"다\"}]}",
     KT_FORMAT_PODCAST_HTML,
     "<body>\n<cite>문:</cite>\n<time datetime=\"PT1S\">0:01</time>\n<p>가</p>\n<cite></cite>\n<time "
     "datetime=\"PT2S\">0:02</time>\n<p>나</p>\n<cite>문:</cite>\n<time "
     "datetime=\"PT3S\">0:03</time>\n<p>다</p>\n</body>\n</html>\n"},
    {"<cite>문:</cite><time>0:01</time><p>가<cite></cite><time>0:02</time><p>나", KT_FORMAT_VTT,
     "<v 문>가\n\n00:00:02.000 --> 00:00:06.000\n나\n"},
    {ASS "문,가\\N나\n", KT_FORMAT_SBV, "0:00:01.000,0:00:02.500\n가\n나\n"},
    {ASS "문,가\\N나\n", KT_FORMAT_LRC, "[00:01.00]가\n[00:01.00]나\n[00:02.50]\n"},
    {"{\"segments\":[{\"start\":1,\"end\":2.5,\"text\":\" 가 \\\"나\\\"\"}]}", KT_FORMAT_SRT,
     SRT "가 \"나\"\n"},
    {"<SAMI><SYNC Start=3000><P Class=KRCC>나<SYNC Start=4000><P Class=KRCC>&nbsp;<SYNC Start=1000>"
     "<P Class=KRCC>가<SYNC Start=2500><P Class=KRCC>&nbsp;",
     KT_FORMAT_SRT, SRT "가\n\n2\n00:00:03,000 --> 00:00:04,000\n나\n"},
    /* what still runs is written again */
    {SRT "가\n\n2\n00:00:01,500 --> 00:00:02,000\n<b>나</b>\n\n3\n00:00:01,500 --> "
         "00:00:02,500\n다\n",
     KT_FORMAT_SAMI,
     "<BODY>\n<SYNC Start=1000><P Class=KRCC>가\n<SYNC Start=1500><P "
     "Class=KRCC>가<br><b>나</b><br>다\n<SYNC Start=2000><P Class=KRCC>가<br>다\n<SYNC "
     "Start=2500><P Class=KRCC>&nbsp;\n</BODY>\n</SAMI>\n"},
    {"1\n00:00:02,000 --> 00:00:01,000\n가\n\n2\n00:00:09,000 --> 00:00:09,000\n나\n",
     KT_FORMAT_SAMI,
     "<BODY>\n<SYNC Start=2000><P Class=KRCC>가\n<SYNC Start=6000><P Class=KRCC>&nbsp;\n<SYNC "
     "Start=9000><P Class=KRCC>나\n<SYNC Start=13000><P Class=KRCC>&nbsp;\n</BODY>\n</SAMI>\n"},
    /* languages are classes */
    {"<tt xmlns='http://www.w3.org/ns/ttml' xml:lang='ko'><body><p begin='1s' end='2s'>가</p><p "
     "begin='1s' end='3s' xml:lang='en-AU'>A</p></body></tt>",
     KT_FORMAT_SAMI,
     ".KRCC { Name: Korean; lang: ko-KR; SAMIType: CC; }\n"
     ".ENCC { Name: English; lang: en-US; SAMIType: CC; }\n-->\n</STYLE>\n</HEAD>\n<BODY>\n<SYNC "
     "Start=1000><P Class=KRCC>가\n<P Class=ENCC>A\n<SYNC Start=2000><P Class=KRCC>&nbsp;\n<SYNC "
     "Start=3000><P Class=ENCC>&nbsp;\n</BODY>\n</SAMI>\n"},
    /* a drawing and a blank cue end nothing */
    {ASS ",가\nDialogue: 0,0:00:01.20,0:00:09.00,D,,{\\p1}m 0 0 l 9 9{\\p0}\nDialogue: "
         "0,0:00:01.50,0:00:09.00,D,,\\h\\N{\\i1}\n",
     KT_FORMAT_LRC, "[00:01.00]가\n[00:02.50]\n"},
    {SRT "가\n\n2\n00:00:02,000 --> 00:00:09,000\n<i> </i>&nbsp;\n", KT_FORMAT_SAMI,
     "<BODY>\n<SYNC Start=1000><P Class=KRCC>가\n<SYNC Start=2500><P "
     "Class=KRCC>&nbsp;\n</BODY>\n</SAMI>\n"},
    {SRT "<i></i>\n\n2\n00:00:03,000 --> 00:00:09,000\n나\n", KT_FORMAT_VTT,
     "WEBVTT\n\n00:00:03.000 --> 00:00:09.000\n나\n"},
    /* a time without text ends what is shown */
    {"[00:01.00]가\n[00:02.50]\n[01:10.99]나\n", KT_FORMAT_SBV,
     "0:00:01.000,0:00:02.500\n가\n\n0:01:10.990,0:01:14.990\n나\n"},
    {"[00:01.00]가\n[00:01.00]a\n[00:02.50][00:09.00]<00:02.50> \n[00:08.00]나\n[59:00.00]\n",
     KT_FORMAT_SBV,
     "0:00:01.000,0:00:02.500\n가\n\n0:00:01.000,0:00:02.500\na\n\n0:00:08.000,0:00:09.000\n나\n"},
};

static void tags_are_mapped(void **state) {
    (void)state;
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_subtitle *s = NULL;
        kt_str out = convert(rows[i].file, rows[i].to, &s), want = kti_str(rows[i].want);
        size_t from = out.len > want.len ? out.len - want.len : 0;
        check_row(&table, rows[i].file, kti_str_cut(out, from, out.len), want);
        kt_subtitle_free(s);
    }
    check_done(&table);
}

#define ROLL(from, to, text) "00:00:" from " --> 00:00:" to "\n" text "\n\n"

/* As YouTube writes them: two lines, and ten milliseconds between. */
static void rolling_captions_say_it_once(void **state) {
    (void)state;
    static const char *const files[][2] = {
        {"WEBVTT\n\n" ROLL("01.000", "02.000", " \n가<00:00:01.500><c> 나</c>")
             ROLL("02.000", "02.010", "가 나\n ")
                 ROLL("02.010", "04.000", "가 나\n다<00:00:03.000><c> 라</c>")
                     ROLL("04.000", "04.010", "다 라\n "),
         "1\n00:00:01,000 --> 00:00:02,010\n가 나\n\n2\n00:00:02,010 --> 00:00:04,010\n다 라\n"},
        {"WEBVTT\n\n" ROLL("01.000", "03.000", "가") ROLL("02.000", "04.000", "가\n나")
             ROLL("03.000", "05.000", "나\n다"),
         "1\n00:00:01,000 --> 00:00:02,000\n가\n\n2\n00:00:02,000 --> 00:00:03,000\n나\n\n"
         "3\n00:00:03,000 --> 00:00:05,000\n다\n"},
        /* said twice */
        {"WEBVTT\n\n" ROLL("01.000", "02.000", "네") ROLL("03.000", "04.000", "네"),
         "1\n00:00:01,000 --> 00:00:02,000\n네\n\n2\n00:00:03,000 --> 00:00:04,000\n네\n"},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        kt_subtitle *s = NULL;
        kt_str out;
        assert_ok(kt_subtitle_parse(NULL, kti_str(files[i][0]), KT_FORMAT_TEXT, &s, NULL));
        assert_ok(kt_subtitle_deroll(s, KT_FORMAT_SRT, &out));
        check_row(&table, files[i][0], out, kti_str(files[i][1]));
        kt_subtitle_free(s);
    }
    check_done(&table);
}

#define SEGMENT(from, to, text)                                                                    \
    "{\"offsets\":{\"from\":" from ",\"to\":" to "},\"text\":\"" text "\"}"

/* whisper.cpp cuts where its tokens end, also inside of a syllable. */
static void halves_are_joined(void **state) {
    (void)state;
    kt_subtitle *s = NULL;
    kt_str out =
        convert("{\"transcription\":[" SEGMENT("1000", "2000", " 안\xEB\x85") "," SEGMENT(
                    "2000", "3000", "\x95 \xEA") "," SEGMENT("3000", "4000",
                                                             "\xB0\x80") "," SEGMENT("4000", "5000",
                                                                                     "\xEA") "]}",
                KT_FORMAT_SBV, &s);
    kt_str want = S("0:00:01.000,0:00:02.000\n안녕\n\n0:00:02.000,0:00:03.000\n가\n\n"
                    "0:00:04.000,0:00:05.000\n\xEF\xBF\xBD\n");
    check_table table = {0};
    check_row(&table, "halves", out, want);
    check_done(&table);
    kt_subtitle_free(s);
}

static void what_is_read_only_is_told(void **state) {
    (void)state;
    kt_subtitle *s = NULL;
    kt_str out;
    assert_ok(kt_subtitle_parse(NULL, S(SRT "가\n"), KT_FORMAT_SRT, &s, NULL));
    assert_int_equal(kt_subtitle_convert(s, KT_FORMAT_WHISPER_JSON, &out), KT_ERR_UNSUPPORTED);
    assert_int_equal(kt_subtitle_convert(s, KT_FORMAT_TEXT, &out), KT_ERR_UNSUPPORTED);
    kt_subtitle_free(s);
}

/* Centiseconds are rounded the same way for ends and starts: cues that met still meet. */
static void times_do_not_drift(void **state) {
    (void)state;
    kt_subtitle *s = NULL, *again = NULL;
    const kt_cue *cues;
    kt_str out =
        convert("1\n00:00:01,004 --> 00:00:02,005\na\n\n2\n00:00:02,005 --> 99:59:59,999\nb\n",
                KT_FORMAT_ASS, &s);
    assert_ok(kt_subtitle_parse(NULL, out, KT_FORMAT_ASS, &again, NULL));
    assert_int_equal(kt_subtitle_cues(again, &cues), 2);
    assert_int_equal(cues[0].start_ms, 1000);
    assert_int_equal(cues[0].end_ms, 2010);
    assert_int_equal(cues[1].start_ms, 2010);
    assert_int_equal(cues[1].end_ms, 360000000);
    kt_subtitle_free(again);
    kt_subtitle_free(s);
}

static void html_of_a_cue(void **state) {
    (void)state;
    static const char *const fragments[][2] = {
        {VTT "\n<v.loud 문 &amp; 김>가</v> <c.a.b>나</c>\n",
         "<span title=\"문 &amp; 김\" class=\"loud\">가</span> "
         "<span class=\"a b\">나</span>"},
        {VTT "\n<b>가</i>나</b> </b>&nbsp;\n", "<b>가나</b> &nbsp;"},
        {VTT "\n<ruby>樂<rt>락</ruby> <rt>x</rt><lang ko>가\n",
         "<ruby>樂<rt>락</rt></ruby> x<span lang=\"ko\">가</span>"},
        {VTT "\n가<00:02.000>나\n다\n", "가<?timestamp 00:00:02.000?>나\n다"},
        {VTT "\n<v  문\t 김 &quot;&lt;>가\n", "<span title=\"문 김 &quot;&lt;\">가</span>"},
        {VTT "\n<c.a&amp;b>가</c>\n", "<span class=\"a&amp;amp;b\">가</span>"},
        {VTT "\n&alpha;&zwj;&AMP &notit; &notin; &copycat &thetasym; &thetasym &x;\n",
         "α\u200D&amp; ¬it; ∉ ©cat ϑ &amp;thetasym &amp;x;"},
        {VTT "\n&#x80;&#150;&#x81;&#0;&#x110000;\n", "€–\xC2\x81\uFFFD\uFFFD"},
        {SRT "<i>가</i>\n나\n", "<i>가</i><br>나"},
        {SRT "AT&T &copy &copy;\n", "AT&amp;T &amp;copy ©"},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof fragments / sizeof *fragments; i++) {
        kt_subtitle *s = NULL;
        kt_str out;
        assert_ok(kt_subtitle_parse(NULL, kti_str(fragments[i][0]), KT_FORMAT_TEXT, &s, NULL));
        assert_ok(kt_subtitle_html(s, 0, &out));
        check_row(&table, fragments[i][0], out, kti_str(fragments[i][1]));
        kt_subtitle_free(s);
    }
    check_done(&table);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_are_mapped),    cmocka_unit_test(rolling_captions_say_it_once),
        cmocka_unit_test(halves_are_joined),  cmocka_unit_test(what_is_read_only_is_told),
        cmocka_unit_test(times_do_not_drift), cmocka_unit_test(html_of_a_cue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
