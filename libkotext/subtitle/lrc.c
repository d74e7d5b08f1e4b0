/* lrc.c - lyrics: "[mm:ss.xx]line", several times before one line that is sung again, id tags
 * ("[ar:...]", "[offset:+250]"), and with the enhanced form a time before each word: "<mm:ss.xx>".
 */
#include "core/status.h"
#include "core/str.h"
#include "subtitle/dialect.h"
#include "subtitle/lines.h"
#include "subtitle/tags.h"

/* mm:ss, mm:ss.x, mm:ss.xx, mm:ss.xxx, mm:ss:xx, up to `end`. */
static bool take_stamp(kt_str *rest, char end, int64_t *ms, bool *colon) {
    int64_t minutes, seconds, fraction = 0;
    size_t digits;
    if (!kti_take_number(rest, &minutes, &digits) || !kti_take_char(rest, ':')) return false;
    if (!kti_take_number(rest, &seconds, &digits) || digits > 2) return false;
    *colon = rest->len > 0 && rest->ptr[0] == ':';
    if (*colon || (rest->len > 0 && (rest->ptr[0] == '.' || rest->ptr[0] == ','))) {
        *rest = kti_str_cut(*rest, 1, rest->len);
        if (!kti_take_number(rest, &fraction, &digits) || digits > 3) return false;
        for (; digits < 3; digits++)
            fraction *= 10;
    }
    *ms = (minutes * 60 + seconds) * 1000 + fraction;
    return kti_take_char(rest, end);
}

/* Takes a time tag off the front of a line. */
static bool take_tag(kt_str *rest, int64_t *ms, bool *colon) {
    kt_str trial = *rest;
    if (!kti_take_char(&trial, '[') || !take_stamp(&trial, ']', ms, colon)) return false;
    *rest = trial;
    return true;
}

/* ---- reading -------------------------------------------------------------------------------- */

static int64_t earlier(int64_t ms, int64_t offset) {
    return ms > offset ? ms - offset : 0;
}

/* Whether nothing is sung: a time tag takes the words away, with or without word times. */
static bool is_silent(kt_str rest) {
    int64_t ms;
    bool colon;
    for (kti_take_blanks(&rest); kti_take_char(&rest, '<'); kti_take_blanks(&rest))
        if (!take_stamp(&rest, '>', &ms, &colon)) return false;
    return kti_is_blank(rest);
}

/* Adds a cue for each time tag of the line; they share its text. Without text, the times only end
 * what is shown before. */
static kt_status read_line(kt_subtitle *s, const kti_line *l) {
    enum { MOST = 64 }; /* what reads cues reads the line that often */
    kt_str rest = l->text;
    size_t first = s->cue_count, times = s->time_count;
    int64_t ms;
    bool colon;
    kti_take_blanks(&rest);
    for (kt_str from = rest; s->time_count - times < MOST && take_tag(&rest, &ms, &colon);
         from = rest) {
        size_t at = (size_t)(from.ptr - s->text.ptr), end = (size_t)(rest.ptr - s->text.ptr);
        kt_cue cue = {.start_ms = earlier(ms, s->offset), .end_ms = -1};
        if (colon) kti_note(s, KTI_NOTE_COLON_FRACTION, at);
        KTI_TRY(kti_add_time(s, kti_span_of(at + 1, end - 1), ms));
        KTI_TRY(kti_add_cue(s, cue));
        kti_take_blanks(&rest);
    }
    size_t start = (size_t)(rest.ptr - s->text.ptr);
    if (is_silent(rest)) s->cue_count = first;
    for (size_t i = first; i < s->cue_count; i++)
        s->cues[i].text = kti_span_of(start, l->end);
    if (s->time_count == times) return KT_OK;
    return kti_add_block(s, kti_span_of(l->start, l->next), 0, 0);
}

/* "[offset:+250]": all lines and words come that many ms earlier. */
static void read_offset(kt_str line, int64_t *offset) {
    size_t digits;
    int64_t ms;
    if (!kti_starts_nocase(line, "[offset:")) return;
    kt_str rest = kti_str_cut(line, 8, line.len);
    kti_take_blanks(&rest);
    bool minus = rest.len > 0 && rest.ptr[0] == '-';
    if (minus || (rest.len > 0 && rest.ptr[0] == '+')) rest = kti_str_cut(rest, 1, rest.len);
    if (kti_take_number(&rest, &ms, &digits)) *offset = minus ? -ms : ms;
}

/* A cue ends at the next time of all. */
static kt_status set_ends(kt_subtitle *s) {
    size_t size = (s->time_count + 1) * sizeof(int64_t);
    int64_t *times = kti_alloc_get(&s->alloc, size);
    if (times == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < s->time_count; i++)
        times[i] = earlier(s->times[i].ms, s->offset);
    kti_end_at_times(s, times, s->time_count);
    kti_alloc_free(&s->alloc, times, size);
    return KT_OK;
}

static kt_status read(kt_subtitle *s, kt_error *err) {
    for (size_t at = 0; at < s->text.len;) {
        kti_line l = kti_line_at(s->text, at);
        read_offset(l.text, &s->offset);
        at = l.next;
    }
    for (size_t at = 0; at < s->text.len;) {
        kti_line l = kti_line_at(s->text, at);
        KTI_TRY(read_line(s, &l));
        at = l.next;
    }
    if (s->cue_count == 0)
        return kti_fail_line(err, KT_ERR_SYNTAX, 0, 1,
                             "no line of text with a time such as [00:01.00]");
    return set_ends(s);
}

/* A line with a time among the first, and nothing else than id tags and empty lines before. */
static bool is(kt_str text) {
    enum { LINES = 40 };
    size_t at = 0;
    for (int i = 0; i < LINES && at < text.len; i++) {
        kti_line l = kti_line_at(text, at);
        kt_str line = kti_str_trim(l.text);
        int64_t ms;
        bool colon;
        if (take_tag(&line, &ms, &colon)) return true;
        if (line.len > 0 && (line.ptr[0] != '[' || line.ptr[line.len - 1] != ']')) return false;
        at = l.next;
    }
    return false;
}

/* ---- text ----------------------------------------------------------------------------------- */

static void piece(kti_pieces *walk, kti_piece *out) {
    kt_str text = walk->content, rest = kti_str_cut(text, walk->at, text.len);
    bool colon;
    int64_t ms;
    if (text.ptr[walk->at] == '<' && kti_take_char(&rest, '<') &&
        take_stamp(&rest, '>', &ms, &colon)) {
        kti_piece_markup(out, (size_t)(rest.ptr - text.ptr) - walk->at);
        out->tag = KTI_TAG_TIME;
        out->number = earlier(ms, walk->offset);
    } else {
        kti_piece_text(out, 1 + kti_plain_run(text, walk->at + 1, "<"));
    }
}

/* What would be a time has a full-width bracket. */
static void escape(kt_str text, kti_buf *out) {
    for (size_t at = 0; at < text.len; at++) {
        kt_str rest = kti_str_cut(text, at + 1, text.len);
        int64_t minutes;
        size_t digits;
        char c = text.ptr[at];
        if ((c == '<' || c == '[') && kti_take_number(&rest, &minutes, &digits) &&
            kti_take_char(&rest, ':'))
            kti_add_wide(out, c);
        else
            kti_buf_add_byte(out, c == '\n' || c == '\r' ? ' ' : c);
    }
}

/* ---- writing -------------------------------------------------------------------------------- */

/* Minutes take hours in. */
static void write_time(int64_t ms, kt_str old, kti_buf *out) {
    kti_time_shape shape = kti_shape_of(old, (kti_time_shape){-1, '.', 2});
    size_t colons = 0;
    for (size_t i = 0; i < old.len; i++)
        colons += old.ptr[i] == ':';
    shape.hours = -1;
    if (colons == 2) shape = (kti_time_shape){-1, ':', 2};
    kti_add_time_text(ms, shape, out);
}

static void begin(kti_writer *w) {
    (void)w;
}

static void add_stamp(kti_writer *w, int64_t ms, char open, char close) {
    kti_buf_add_byte(w->out, open);
    write_time(ms, (kt_str){NULL, 0}, w->out);
    kti_buf_add_byte(w->out, close);
}

/* An empty line takes the words away where the next ones do not follow. */
static void write_cue(kti_writer *w, const kt_cue *cue) {
    add_stamp(w, cue->start_ms, '[', ']');
    kti_writer_text(w);
    kti_buf_add_byte(w->out, '\n');
    if (w->next_ms <= cue->end_ms || cue->end_ms <= cue->start_ms) return;
    add_stamp(w, cue->end_ms, '[', ']');
    kti_buf_add_byte(w->out, '\n');
}

/* A second line has the time of the first, also where it is of another file. */
static void write_line(kti_writer *w) {
    kti_buf_add_byte(w->out, '\n');
    add_stamp(w, w->shown->start_ms, '[', ']');
}

static void write_tag(kti_writer *w, const kti_piece *p) {
    if (p->tag == KTI_TAG_TIME) add_stamp(w, p->number, '<', '>');
    if (p->tag == KTI_TAG_READING || p->tag == KTI_TAG_RUBY) kti_write_html_tag(w, p);
}

const kti_dialect kti_lrc = {
    .format = KT_FORMAT_LRC,
    .id = "lrc",
    .keeps = KTI_KEEPS(KTI_TAG_TIME),
    .inner_times = true,
    .stamps_lines = true,
    .open_ends = true,
    .is = is,
    .read = read,
    .piece = piece,
    .escape = escape,
    .time = write_time,
    .begin = begin,
    .cue = write_cue,
    .tag = write_tag,
    .line = write_line,
};
