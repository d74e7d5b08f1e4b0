/* podcast_html.c - Podcasting 2.0 transcripts in HTML: <cite> says who speaks, <time> from when,
 * and the paragraphs behind are what is said.
 *
 * <time datetime="PT83.25S">1:23</time> is read as exactly that; players that look at the text see
 * whole seconds. A cue ends where the next one starts.
 */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "subtitle/dialect.h"
#include "subtitle/lines.h"
#include "subtitle/sami.h"
#include "subtitle/tags.h"

/* ---- times ---------------------------------------------------------------------------------- */

/* "83.25", of a duration in seconds. */
static bool take_seconds(kt_str *rest, int64_t *ms) {
    int64_t seconds, fraction = 0;
    size_t digits;
    if (!kti_take_number(rest, &seconds, &digits)) return false;
    if (kti_take_char(rest, '.')) {
        if (!kti_take_number(rest, &fraction, &digits) || digits > 3) return false;
        for (; digits < 3; digits++)
            fraction *= 10;
    }
    *ms = seconds * 1000 + fraction;
    return true;
}

/* The number in datetime="PT83.25S"; false for other values. */
static bool exact_time(kt_str tag, kt_str *number, int64_t *ms) {
    static const kt_str head = KTI_STR_INIT("PT");
    kt_str value = kti_attribute(tag, "datetime");
    if (!kti_str_starts(value, head) || value.ptr[value.len - 1] != 'S') return false;
    *number = kti_str_cut(value, head.len, value.len - 1);
    kt_str rest = *number;
    return take_seconds(&rest, ms) && rest.len == 0;
}

static void add_clock(int64_t ms, bool hours, kti_buf *out) {
    int64_t seconds = ms < 0 ? 0 : ms / 1000;
    if (hours || seconds >= 3600) {
        kti_buf_add_uint(out, (uint64_t)(seconds / 3600));
        kti_buf_add_byte(out, ':');
        kti_add_padded(out, seconds / 60 % 60, 2);
    } else {
        kti_buf_add_uint(out, (uint64_t)(seconds / 60));
    }
    kti_buf_add_byte(out, ':');
    kti_add_padded(out, seconds % 60, 2);
}

static void add_seconds(int64_t ms, kti_buf *out) {
    int64_t fraction = ms < 0 ? 0 : ms % 1000;
    kti_buf_add_uint(out, ms < 0 ? 0 : (uint64_t)ms / 1000);
    if (fraction == 0) return;
    kti_buf_add_byte(out, '.');
    kti_add_padded(out, fraction, 3);
}

static void write_time(int64_t ms, kt_str old, kti_buf *out) {
    static const kt_str colon = KTI_STR_INIT(":");
    size_t first = kti_str_find(old, colon, 0);
    if (old.len > 0 && first == SIZE_MAX)
        add_seconds(ms, out);
    else
        add_clock(ms, old.len > 0 && kti_str_find(old, colon, first + 1) != SIZE_MAX, out);
}

/* ---- reading -------------------------------------------------------------------------------- */

typedef struct reading {
    kt_subtitle *s;
    kt_cue cue;
    bool named;       /* a <cite> came after the last cue */
    bool timed;       /* a <time> did */
    bool any, inside; /* a paragraph was begun; it goes on */
} reading;

static bool is_element(kt_str tag, const char *name) {
    size_t len = strlen(name);
    kt_str rest = kti_str_cut(tag, 1, tag.len);
    if (rest.len <= len || !kti_starts_nocase(rest, name)) return false;
    return rest.ptr[len] == '>' || rest.ptr[len] == '/' || kti_is_ascii_space(rest.ptr[len]);
}

/* The place of the end tag from `at` on: the tag's start, else the next tag's, else the end. */
static size_t end_of(kt_str text, size_t at) {
    const char *end = at < text.len ? memchr(text.ptr + at, '<', text.len - at) : NULL;
    return end == NULL ? text.len : (size_t)(end - text.ptr);
}

static kt_status close_cue(reading *r) {
    bool any = r->any;
    r->any = r->inside = false;
    if (!any) return KT_OK;
    if (!r->timed) kti_note(r->s, KTI_NOTE_NO_START, r->cue.text.start);
    r->timed = r->named = false;
    r->cue.end_ms = -1;
    return kti_add_cue(r->s, r->cue);
}

/* "Kevin:" names Kevin. */
static kt_status take_name(reading *r, size_t at) {
    KTI_TRY(close_cue(r));
    kt_str text = r->s->text;
    size_t start = at, end = end_of(text, at);
    while (end > start && (kti_is_ascii_space(text.ptr[end - 1]) || text.ptr[end - 1] == ':'))
        end--;
    while (start < end && kti_is_ascii_space(text.ptr[start]))
        start++;
    r->cue.speaker = kti_span_of(start, end);
    r->named = true;
    return KT_OK;
}

static kt_status take_time(reading *r, kt_str tag, size_t at) {
    kt_str text = r->s->text, exact = {NULL, 0};
    kt_str clock = kti_str_trim(kti_str_cut(text, at, end_of(text, at)));
    kt_str rest = clock;
    int64_t ms = 0, precise = 0;
    KTI_TRY(close_cue(r));
    bool told = kti_take_time(&rest, ".,", &ms) && rest.len == 0;
    bool known = exact_time(tag, &exact, &precise);
    if (!told && !known) {
        kti_note(r->s, KTI_NOTE_BAD_TIME, at);
        return KT_OK;
    }
    size_t from = (size_t)(exact.ptr - text.ptr), place = (size_t)(clock.ptr - text.ptr);
    if (known) KTI_TRY(kti_add_time(r->s, kti_span_of(from, from + exact.len), precise));
    if (told) KTI_TRY(kti_add_time(r->s, kti_span_of(place, place + clock.len), ms));
    r->cue.start_ms = known ? precise : ms;
    r->timed = true;
    return KT_OK;
}

static void open_paragraph(reading *r, size_t at) {
    if (!r->any) r->cue.text = kti_span_of(at, at);
    r->any = r->inside = true;
}

static void close_paragraph(reading *r, size_t at) {
    kt_str text = r->s->text;
    if (!r->inside) return;
    while (at > r->cue.text.start && kti_is_ascii_space(text.ptr[at - 1]))
        at--;
    r->cue.text.end = (uint32_t)at;
    r->inside = false;
}

static bool ends_paragraph(kt_str tag) {
    static const char *const names[] = {"/p",  "cite", "time", "p",  "/body", "/div", "/article",
                                        "div", "h1",   "h2",   "h3", "hr",    "ul",   "ol"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_element(tag, names[i])) return true;
    return false;
}

/* Where the reading goes on behind what shows nothing; 0 for other tags. */
static size_t skip_hidden(kt_str text, size_t at, kt_str tag) {
    static const char *const names[] = {"script", "style", "title"};
    static const kt_str ends[] = {KTI_STR_INIT("</script"), KTI_STR_INIT("</style"),
                                  KTI_STR_INIT("</title")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!is_element(tag, names[i])) continue;
        size_t end = kti_str_find(text, ends[i], at);
        return end == SIZE_MAX ? text.len : end;
    }
    return 0;
}

static kt_status take_tag(reading *r, size_t at, kt_str tag, size_t *next) {
    *next = at + tag.len;
    if (ends_paragraph(tag)) close_paragraph(r, at);
    size_t hidden = skip_hidden(r->s->text, *next, tag);
    if (hidden > 0) *next = hidden;
    if (is_element(tag, "cite")) return take_name(r, *next);
    if (is_element(tag, "time")) return take_time(r, tag, *next);
    if (is_element(tag, "p")) open_paragraph(r, *next);
    return KT_OK;
}

static kt_status read_tags(reading *r) {
    kt_str text = r->s->text;
    for (size_t at = 0; (at = end_of(text, at)) < text.len;) {
        size_t len = kti_sami_comment_len(text, at), next = at + 1;
        if (len > 0)
            next = at + len;
        else if ((len = kti_html_tag_len(text, at)) > 0)
            KTI_TRY(take_tag(r, at, kti_str_cut(text, at, at + len), &next));
        at = next;
    }
    close_paragraph(r, text.len);
    return close_cue(r);
}

static kt_status read(kt_subtitle *s, kt_error *err) {
    reading r = {.s = s};
    KTI_TRY(read_tags(&r));
    if (s->cue_count == 0)
        return kti_fail_line(err, KT_ERR_SYNTAX, 0, 1, "no paragraph behind a <time>");
    return kti_end_at_next(s);
}

/* Markup whose first <time> is a clock time, with a paragraph behind it. */
static bool is(kt_str text) {
    kt_str head = text;
    int64_t ms;
    kti_take_space(&head);
    if (head.len == 0 || head.ptr[0] != '<') return false;
    size_t at = kti_str_find(text, KTI_STR("<time"), 0);
    size_t len = at == SIZE_MAX ? 0 : kti_html_tag_len(text, at);
    if (len == 0) return false;
    kt_str clock = kti_str_trim(kti_str_cut(text, at + len, end_of(text, at + len)));
    bool told = kti_take_time(&clock, ".,", &ms) && clock.len == 0;
    return told && kti_str_find(text, KTI_STR("<p"), at) != SIZE_MAX;
}

/* ---- writing -------------------------------------------------------------------------------- */

static void begin(kti_writer *w) {
    kti_buf_add_cstr(w->out, "<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\">"
                             "<title>Transcript</title></head>\n<body>\n");
}

/* Who was named last speaks on, until another one or nobody is named. */
static void write_name(kti_writer *w) {
    kt_str name;
    if (kti_writer_speaks(w, &name)) {
        kti_buf_add_cstr(w->out, "<cite>");
        kti_add_speaker(w->from, name, kti_escape_html, w->out);
        kti_buf_add_cstr(w->out, ":</cite>\n");
    } else if (name.len == 0 && w->spoke.len > 0) {
        kti_buf_add_cstr(w->out, "<cite></cite>\n");
        w->spoke = name;
    }
}

static void write_cue(kti_writer *w, const kt_cue *cue) {
    write_name(w);
    kti_buf_add_cstr(w->out, "<time datetime=\"PT");
    add_seconds(cue->start_ms, w->out);
    kti_buf_add_cstr(w->out, "S\">");
    add_clock(cue->start_ms, false, w->out);
    kti_buf_add_cstr(w->out, "</time>\n<p>");
    kti_writer_text(w);
    kti_buf_add_cstr(w->out, "</p>\n");
}

static void end(kti_writer *w) {
    kti_buf_add_cstr(w->out, "</body>\n</html>\n");
}

const kti_dialect kti_podcast_html = {
    .format = KT_FORMAT_PODCAST_HTML,
    .id = "podcast-html",
    .keeps = KTI_KEEPS_LOOKS | KTI_KEEPS(KTI_TAG_VOICE) | KTI_KEEPS(KTI_TAG_RUBY),
    .line_break = KTI_STR_INIT("<br>"),
    .has_ruby = true,
    .is_transcript = true,
    .open_ends = true,
    .is = is,
    .read = read,
    .piece = kti_sami_piece,
    .escape = kti_escape_html,
    .time = write_time,
    .begin = begin,
    .cue = write_cue,
    .end = end,
    .tag = kti_write_html_tag,
};
