/* sbv.c - YouTube's SubViewer: "0:00:01.000,0:00:02.000", the lines, an empty line. */
#include "core/status.h"
#include "core/str.h"
#include "subtitle/dialect.h"
#include "subtitle/lines.h"
#include "subtitle/tags.h"

typedef struct times {
    kt_cue cue;
    kt_span start, end;
} times;

static bool read_times(kt_str text, const kti_line *l, times *out) {
    kt_str rest = l->text;
    if (rest.len == 0 || !kti_is_ascii_digit(rest.ptr[0])) return false;
    if (!kti_take_time(&rest, ".", &out->cue.start_ms)) return false;
    out->start = kti_span_of(l->start, (size_t)(rest.ptr - text.ptr));
    if (!kti_take_char(&rest, ',')) return false;
    size_t from = (size_t)(rest.ptr - text.ptr);
    if (!kti_take_time(&rest, ".", &out->cue.end_ms)) return false;
    out->end = kti_span_of(from, (size_t)(rest.ptr - text.ptr));
    out->cue.text = kti_span_of(l->next, l->next);
    return kti_is_blank(rest);
}

static bool has_times(kt_str line) {
    kti_line l = {line, 0, line.len, line.len};
    times t = {.cue = {0}};
    return read_times(line, &l, &t);
}

/* The cue ends at an empty line, or before the times of the next one. */
static size_t read_text(kt_subtitle *s, times *t, size_t at) {
    times next;
    while (at < s->text.len) {
        kti_line l = kti_line_at(s->text, at);
        if (l.text.len > 0 && read_times(s->text, &l, &next)) {
            kti_note(s, KTI_NOTE_NO_BLANK_LINE, l.start);
            return at;
        }
        if (l.text.len == 0) return l.next;
        t->cue.text.end = (uint32_t)l.end;
        at = l.next;
    }
    return at;
}

static kt_status read_cue(kt_subtitle *s, const kti_line *l, times *t, size_t *at) {
    *at = read_text(s, t, l->next);
    KTI_TRY(kti_add_time(s, t->start, t->cue.start_ms));
    KTI_TRY(kti_add_time(s, t->end, t->cue.end_ms));
    KTI_TRY(kti_add_block(s, kti_span_of(l->start, *at), 0, 0));
    return kti_add_cue(s, t->cue);
}

static kt_status read(kt_subtitle *s, kt_error *err) {
    for (size_t at = 0; at < s->text.len;) {
        kti_line l = kti_line_at(s->text, at);
        times t = {.cue = {0}};
        at = l.next;
        if (read_times(s->text, &l, &t))
            KTI_TRY(read_cue(s, &l, &t, &at));
        else if (l.text.len > 0)
            kti_note(s, KTI_NOTE_BAD_TIME, l.start);
    }
    if (s->cue_count > 0) return KT_OK;
    return kti_fail_line(err, KT_ERR_SYNTAX, 0, 1, "no cue: no line with two times and a comma");
}

static bool is(kt_str text) {
    times t;
    size_t at = 0;
    for (size_t len; (len = kti_line_end_len(text, at)) > 0;)
        at += len;
    kti_line l = kti_line_at(text, at);
    return read_times(text, &l, &t);
}

static void piece(kti_pieces *walk, kti_piece *out) {
    size_t len = kti_line_end_len(walk->content, walk->at);
    if (len > 0)
        kti_piece_break(out, len);
    else
        kti_piece_text(out, 1 + kti_plain_run(walk->content, walk->at + 1, ""));
}

static void write_time(int64_t ms, kt_str old, kti_buf *out) {
    kti_add_time_text(ms, kti_shape_of(old, (kti_time_shape){1, '.', 3}), out);
}

static void begin(kti_writer *w) {
    (void)w;
}

static void write_cue(kti_writer *w, const kt_cue *cue) {
    if (w->number > 1) kti_buf_add_byte(w->out, '\n');
    write_time(cue->start_ms, (kt_str){NULL, 0}, w->out);
    kti_buf_add_byte(w->out, ',');
    write_time(cue->end_ms, (kt_str){NULL, 0}, w->out);
    kti_buf_add_byte(w->out, '\n');
    kti_write_name_before(w);
    kti_writer_text(w);
    kti_buf_add_byte(w->out, '\n');
}

/* Ruby is the one tag that leaves text behind. */
static void write_tag(kti_writer *w, const kti_piece *p) {
    if (p->tag == KTI_TAG_READING || p->tag == KTI_TAG_RUBY) kti_write_html_tag(w, p);
}

/* Times as text: their comma is a full-width one. */
static void tame(kt_str line, kti_buf *out) {
    size_t comma = kti_str_find(line, KTI_STR(","), 0);
    kti_buf_add_str(out, kti_str_cut(line, 0, comma));
    kti_add_wide(out, ',');
    kti_buf_add_str(out, kti_str_cut(line, comma + 1, line.len));
}

const kti_dialect kti_sbv = {
    .format = KT_FORMAT_SBV,
    .id = "sbv",
    .is = is,
    .read = read,
    .piece = piece,
    .blank_ends = true,
    .header = has_times,
    .tame = tame,
    .escape = kti_escape_none,
    .time = write_time,
    .begin = begin,
    .names_speakers = true,
    .cue = write_cue,
    .tag = write_tag,
};
