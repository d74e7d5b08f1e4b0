/* Text stays inside its cue, whatever it looks like: what is put into a file, or converted from
 * one, is read again as the text of the same cue, and the others are as they were. */
#include "check.h"

#include "core/buf.h"
#include "core/text.h"
#include "core/utf8.h"

enum { ROUNDS = 400, CUES = 3 };

/* What begins or ends something in one format or another. */
static const char *const bits[] = {
    "가",
    "나라 ",
    "x",
    "<",
    "</",
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<br>",
    "<i>",
    "&",
    "&amp;",
    "&lt;",
    "&#10;",
    "&nbsp;",
    "amp;",
    "#",
    "{",
    "}",
    "{\\an8}",
    "{\\i1}",
    "\\",
    "\\N",
    "N",
    "\\h",
    "h",
    "-->",
    " --> ",
    "--",
    ">",
    "<!--",
    "]]>",
    "]]",
    "<![CDATA[",
    "\"",
    "'",
    "\n",
    "\n\n",
    "\r\n",
    "1",
    "12\n",
    "NOTE",
    "STYLE",
    "WEBVTT",
    "[01:02]",
    "[",
    "<01:02.50>",
    "01:02]",
    "00:00:01,000 --> 00:00:02,000",
    ",",
    "- ",
    "김: ",
    "<cite>",
    "0:00:01.000,0:00:02.000",
    "<time>",
    "<SYNC>",
    "<script>",
    "<ruby>",
    "Dialogue: 0,0:00:01.00,0:00:02.00,,,",
    "\xC2\xA0",
    "e\xCC\x81",
    "00:01.000 --> 00:02.000",
};
enum { BITS = sizeof bits / sizeof *bits };

static kti_buf original, put, want, got;
static kt_text *plain, *change;

static unsigned chance(unsigned below) {
    static uint32_t state = 1;
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
}

/* A few of them, and a letter, so that there is something to see; in one line or several. */
static kt_str any_text(bool lines) {
    kti_buf_clear(&put);
    for (unsigned left = 1 + chance(4); left > 0; left--) {
        const char *bit = bits[chance(BITS)];
        if (lines || strpbrk(bit, "\r\n") == NULL) kti_buf_add_cstr(&put, bit);
    }
    kti_buf_add_cstr(&put, "y");
    return kti_buf_str(&put);
}

/* How many bytes of white space begin the text. */
static size_t space_len(kt_str text) {
    static const kt_str nbsp = KTI_STR_INIT("\xC2\xA0");
    if (text.ptr[0] == ' ' || text.ptr[0] == '\n' || text.ptr[0] == '\r') return 1;
    return kti_str_starts(text, nbsp) ? nbsp.len : 0;
}

/* Text as it is seen: white space is one space, full-width letters are as others. */
static kt_str seen(kt_str text, kti_buf *to) {
    bool owed = false;
    kti_buf_clear(to);
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        size_t space = space_len(kti_str_cut(text, at, text.len));
        owed = owed || (space > 0 && to->len > 0);
        at += space > 0 ? space : unit.len;
        if (space > 0) continue;
        if (owed) kti_buf_add_byte(to, ' ');
        owed = false;
        bool wide = unit.cp > 0xFF00 && unit.cp < 0xFF5F;
        kti_buf_add_cp(to, wide ? unit.cp - 0xFF00 + 0x20 : unit.cp);
    }
    return kti_buf_str(to);
}

static void must_be_seen(kt_str text, kt_str read, const char *format) {
    kt_str a = seen(text, &want), b = seen(read, &got);
    if (kti_str_eq(a, b)) return;
    fail_msg("%s: put in \"%.*s\", read \"%.*s\"", format, (int)a.len, a.ptr, (int)b.len, b.ptr);
}

/* A file with so many cues; 0 = any number. */
static kt_subtitle *reopen(kt_str bytes, kt_format format, size_t cues, kt_str text) {
    kt_subtitle *s = NULL;
    kt_error err = {KT_OK, 0, 0, ""};
    if (kt_subtitle_parse(NULL, bytes, format, &s, &err) != KT_OK)
        fail_msg("%s: %s with \"%.*s\"", kt_format_id(format), err.message, (int)text.len,
                 text.ptr);
    if (cues > 0 && kt_subtitle_cues(s, NULL) != cues)
        fail_msg("%s: %zu cues with \"%.*s\"", kt_format_id(format), kt_subtitle_cues(s, NULL),
                 (int)text.len, text.ptr);
    return s;
}

/* A file of each format that is written, of three cues. */
static kt_subtitle *file_of(kt_format format) {
    static const kt_str vtt =
        KTI_STR_INIT("WEBVTT\n\n00:01.000 --> 00:02.000\n판문점에서 <i>만났다</i>\n\n"
                     "00:03.000 --> 00:04.000\n누구?\n갔다\n\n00:05.000 --> 00:06.000\n끝\n");
    kt_subtitle *from = reopen(vtt, KT_FORMAT_VTT, CUES, vtt), *s = NULL;
    kt_str file;
    bool written = kt_subtitle_convert(from, format, &file) == KT_OK;
    kti_buf_clear(&original);
    if (written) kti_buf_add_str(&original, file);
    file = kti_buf_str(&original);
    if (written) s = reopen(file, format, format == KT_FORMAT_LRC ? CUES + 1 : CUES, file);
    kt_subtitle_free(from);
    return s;
}

/* Replaces a part of the cue's text, from none of it to all. */
static void change_part(kt_str old, kt_str text) {
    size_t start = chance(4) == 0 ? 0 : chance((unsigned)old.len + 1);
    size_t end = chance(2) == 0 ? start : chance(2) == 0 ? old.len : start + chance(8);
    if (end > old.len) end = old.len;
    while (!kti_utf8_is_boundary(old, start))
        start--;
    while (!kti_utf8_is_boundary(old, end))
        end++;
    kti_text_clear(change);
    kti_text_copy(change, kti_str_cut(old, 0, start));
    kti_text_replace(change, end - start, text, 1);
    kti_text_copy(change, kti_str_cut(old, end, old.len));
    assert_ok(kti_text_status(change));
}

static void must_be_in(kt_subtitle *s, size_t cue, kt_format format, kt_layout layout) {
    kt_str saved;
    assert_ok(kt_subtitle_save(s, NULL, &saved, NULL));
    kt_subtitle *again = reopen(saved, format, kt_subtitle_cues(s, NULL), kti_buf_str(&put));
    for (size_t i = 0; i < kt_subtitle_cues(s, NULL); i++) {
        assert_ok(kt_subtitle_plain(s, i, plain));
        kt_str wanted = i == cue ? kt_text_str(change) : kt_text_str(plain);
        if (i == cue && layout != KT_LAYOUT_REPLACE) continue;
        kti_buf_clear(&put);
        kti_buf_add_str(&put, wanted);
        assert_ok(kt_subtitle_plain(again, i, plain));
        must_be_seen(kti_buf_str(&put), kt_text_str(plain), kt_format_id(format));
    }
    kt_subtitle_free(again);
}

static void put_into(kt_format format, kt_layout layout) {
    bool lyrics = format == KT_FORMAT_LRC; /* each line is a cue there */
    kt_subtitle *s = file_of(format);
    if (s == NULL) return;
    size_t cue = chance(CUES);
    assert_ok(kt_subtitle_plain(s, cue, plain));
    change_part(kt_text_str(plain), any_text(!lyrics));
    assert_ok(kt_subtitle_apply(s, cue, change, layout));
    must_be_in(s, cue, format, layout);
    kt_subtitle_free(s);
}

static void what_is_put_in_stays_inside(void **state) {
    (void)state;
    for (kt_format format = KT_FORMAT_SRT; format < KT_FORMAT_COUNT; format++)
        for (int i = 0; i < ROUNDS; i++) {
            put_into(format, KT_LAYOUT_REPLACE);
            if (format != KT_FORMAT_LRC) put_into(format, (kt_layout)(1 + i % 3));
        }
}

static void add_json(kt_str text, kti_buf *to) {
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '"' || c == '\\') kti_buf_add_byte(to, '\\');
        if (c == '\n' || c == '\r')
            kti_buf_add_cstr(to, c == '\n' ? "\\n" : "\\r");
        else
            kti_buf_add_byte(to, c);
    }
}

/* A transcript, which holds any text. */
static kt_subtitle *said(bool lines, kti_buf *json) {
    kti_buf_clear(json);
    kti_buf_add_cstr(json, "{\"version\":\"1.0.0\",\"segments\":[");
    for (unsigned i = 0; i < CUES; i++) {
        kti_buf_add_cstr(json, i == 0 ? "{\"startTime\":" : ",{\"startTime\":");
        kti_buf_add_uint(json, 2 * i);
        kti_buf_add_cstr(json, ",\"endTime\":");
        kti_buf_add_uint(json, 2 * i + 2);
        kti_buf_add_cstr(json, ",\"body\":\"");
        add_json(any_text(lines), json);
        kti_buf_add_cstr(json, "\"}");
    }
    kti_buf_add_cstr(json, "]}");
    return reopen(kti_buf_str(json), KT_FORMAT_PODCAST_JSON, CUES, kti_buf_str(json));
}

static void convert_and_read(kt_subtitle *s, kt_format format, kt_str json) {
    kt_str file;
    if (kt_subtitle_convert(s, format, &file) != KT_OK) return;
    kt_subtitle *again = reopen(file, format, CUES, json);
    for (size_t i = 0; i < CUES; i++) {
        assert_ok(kt_subtitle_plain(s, i, change));
        assert_ok(kt_subtitle_plain(again, i, plain));
        must_be_seen(kt_text_str(change), kt_text_str(plain), kt_format_id(format));
    }
    kt_subtitle_free(again);
}

static void what_is_converted_stays_inside(void **state) {
    (void)state;
    kti_buf json;
    kti_buf_init(&json, NULL);
    for (int i = 0; i < ROUNDS; i++)
        for (kt_format format = KT_FORMAT_SRT; format < KT_FORMAT_COUNT; format++) {
            kt_subtitle *s = said(format != KT_FORMAT_LRC, &json);
            convert_and_read(s, format, kti_buf_str(&json));
            kt_subtitle_free(s);
        }
    kti_buf_free(&json);
}

static int begin(void **state) {
    (void)state;
    kti_buf_init(&original, NULL);
    kti_buf_init(&put, NULL);
    kti_buf_init(&want, NULL);
    kti_buf_init(&got, NULL);
    return kt_text_new(NULL, &plain) != KT_OK || kt_text_new(NULL, &change) != KT_OK;
}

static int end(void **state) {
    (void)state;
    kti_buf_free(&original);
    kti_buf_free(&put);
    kti_buf_free(&want);
    kti_buf_free(&got);
    kt_text_free(plain);
    kt_text_free(change);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_put_in_stays_inside),
        cmocka_unit_test(what_is_converted_stays_inside),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
