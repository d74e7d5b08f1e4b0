/* srt.c - SubRip. There is no standard; this reads what players read.
 *
 * A cue begins at a time line, "00:00:01,000 --> 00:00:02,000" with whatever stands behind it. A
 * line of digits just before is its index. Its text runs to the next cue's index or time line,
 * without the blank lines before that, so that blank lines inside a cue survive.
 */
#include "subtitle/srt.h"
#include "core/status.h"
#include "core/str.h"
#include "subtitle/dialect.h"
#include "subtitle/lines.h"
#include "subtitle/tags.h"

/* ---- reading -------------------------------------------------------------------------------- */

/* A time line: its cue and where its times stand. */
typedef struct time_line {
    kt_cue cue;
    kt_span start, end;
    bool point, colon; /* for the comma */
    bool arrow, tight; /* another one than "-->"; no space around it */
} time_line;

static size_t colons_of(kt_str text) {
    size_t colons = 0;
    for (size_t i = 0; i < text.len; i++)
        colons += text.ptr[i] == ':';
    return colons;
}

/* A third colon can be only the comma's, before all three digits. */
static bool colon_is_comma(kt_str time) {
    return time.len > 4 && time.ptr[time.len - 4] == ':';
}

/* Takes a time off the front of `rest`, which lies in `text`. */
static bool take_time(kt_str text, kt_str *rest, kt_span *span, int64_t *ms) {
    kti_take_blanks(rest);
    const char *from = rest->ptr;
    if (!kti_take_time(rest, ",.:", ms)) return false;
    const char *to = rest->ptr;
    while (to > from && kti_is_ascii_space(to[-1]))
        to--;
    *span = kti_span_of((size_t)(from - text.ptr), (size_t)(to - text.ptr));
    kt_str time = kti_str_span(text, *span);
    return colons_of(time) < 3 || colon_is_comma(time);
}

static bool has(kt_str time, const char *mark) {
    return kti_str_find(time, kti_str(mark), 0) != SIZE_MAX;
}

/* Hours, minutes, seconds and a fraction of them. */
static bool is_whole(kt_str time) {
    size_t colons = colons_of(time);
    return colons == 3 || (colons == 2 && (has(time, ",") || has(time, ".")));
}

/* "-->", and what is meant to be: "->", "-- >". */
static bool take_arrow(kt_str *rest, bool *other) {
    size_t dashes = 0;
    *other = !kti_str_starts(*rest, KTI_STR("-->"));
    while (kti_take_char(rest, '-'))
        dashes++;
    if (*other) kti_take_blanks(rest);
    return dashes > 0 && kti_take_char(rest, '>');
}

/* Times between which another arrow stands are told from text by being whole. */
static bool read_times(kt_str text, const kti_line *l, time_line *out) {
    kt_str rest = l->text;
    if (rest.len == 0 || (!kti_is_ascii_digit(rest.ptr[0]) && !kti_is_ascii_space(rest.ptr[0])))
        return false;
    if (!take_time(text, &rest, &out->start, &out->cue.start_ms)) return false;
    kti_take_blanks(&rest);
    out->tight = rest.ptr[-1] != ' ' && rest.ptr[-1] != '\t';
    if (!take_arrow(&rest, &out->arrow)) return false;
    out->tight = out->tight || rest.len == 0 || rest.ptr[0] != ' ';
    if (!take_time(text, &rest, &out->end, &out->cue.end_ms)) return false;
    kt_str start = kti_str_span(text, out->start), end = kti_str_span(text, out->end);
    if (out->arrow && (!is_whole(start) || !is_whole(end))) return false;
    bool apart = rest.len == 0 || kti_is_ascii_space(rest.ptr[0]) || rest.ptr[-1] == ' ';
    if (!apart && !is_whole(end)) return false; /* 00:00:0l,000 */
    out->point = has(start, ".") || has(end, ".");
    out->colon = colons_of(start) == 3 || colons_of(end) == 3;
    size_t tail = (size_t)(rest.ptr - text.ptr);
    out->cue.settings = kti_span_of(tail, l->end);
    out->cue.text = kti_span_of(l->next, l->next);
    return true;
}

/* What stands before the arrow; ptr NULL without one. */
static kt_str before_arrow(kt_str line) {
    size_t end = 0;
    while (end < line.len && line.ptr[end] != '>')
        end++;
    kt_str before = kti_str_trim(kti_str_cut(line, 0, end));
    bool arrow = end < line.len && before.len > 0 && before.ptr[before.len - 1] == '-';
    return arrow ? before : (kt_str){NULL, 0};
}

/* Whether a line that cannot be read is a time line all the same: nothing but a time stands before
 * its arrow, and behind it nothing else. Before another arrow than "-->" it must be whole. */
static bool has_bad_times(kt_str line) {
    enum { LONGEST = 24 };
    kt_str start = before_arrow(line);
    if (start.len == 0 || start.len > LONGEST || !kti_is_ascii_digit(start.ptr[0])) return false;
    kt_str rest = kti_str_cut(line, (size_t)(start.ptr + start.len - line.ptr), line.len);
    bool usual = start.len > 1 && start.ptr[start.len - 2] == '-' && rest.ptr[0] == '>';
    size_t marks = 0;
    for (size_t i = 0; i < start.len; i++) {
        if ((start.ptr[i] & '\x80') != 0) return false;
        bool point = start.ptr[i] == ',' || start.ptr[i] == '.';
        marks += start.ptr[i] == ':' || start.ptr[i] == ';' || (point && !usual);
    }
    while (kti_take_char(&rest, ' ') || kti_take_char(&rest, '>') || kti_take_char(&rest, '\t'))
        continue;
    bool ends = rest.len == 0 || kti_is_ascii_digit(rest.ptr[0]);
    return ends && marks >= (usual ? 2 : 3);
}

bool kti_srt_is_index(kt_str text) {
    text = kti_str_trim(text);
    for (size_t i = 0; i < text.len; i++)
        if (!kti_is_ascii_digit(text.ptr[i])) return false;
    return text.len > 0 && text.len < 10;
}

bool kti_srt_has_times(kt_str line) {
    kti_line l = {line, 0, line.len, line.len};
    time_line t;
    return read_times(line, &l, &t) || has_bad_times(line);
}

/* The cue being read; its text goes on until the next one's header. */
typedef struct reading {
    kt_subtitle *s;
    kt_cue cue;
    size_t header; /* where its block begins */
    bool open;
    bool begun;
    size_t text_at; /* where text stands before the first cue */
    int64_t index;  /* of the last cue; 0 = none */
} reading;

/* Cuts the line ends and blank lines off the end of [start, end). */
static uint32_t without_blank_lines(reading *r, size_t start, size_t end) {
    size_t kept = start;
    bool blank = false;
    for (size_t at = start; at < end;) {
        kti_line l = kti_line_at(kti_str_cut(r->s->text, 0, end), at);
        bool empty = kti_is_blank(l.text);
        if (!empty && blank) kti_note(r->s, KTI_NOTE_BLANK_LINE, l.start);
        if (!empty) kept = l.end;
        blank = empty;
        at = l.next;
    }
    return (uint32_t)kept;
}

static kt_status close_cue(reading *r, size_t header) {
    if (!r->open) return KT_OK;
    r->cue.text.end = without_blank_lines(r, r->cue.text.start, header);
    KTI_TRY(kti_add_block(r->s, kti_span_of(r->header, header), 0, 0));
    return kti_add_cue(r->s, r->cue);
}

static void check_index(reading *r, const kti_line *before, bool indexed, size_t at) {
    kt_str digits = kti_str_trim(before->text);
    int64_t index = 0;
    size_t count;
    if (!indexed) {
        kti_note(r->s, KTI_NOTE_INDEX_MISSING, at);
        return;
    }
    (void)kti_take_number(&digits, &index, &count);
    if (r->index > 0 && index != r->index + 1) kti_note(r->s, KTI_NOTE_INDEX_ORDER, before->start);
    r->index = index;
}

/* Ends the cue before a time line at `at`; whether the line before that is its index. */
static kt_status begin_cue(reading *r, const kti_line *before, size_t at, bool *indexed) {
    *indexed = kti_srt_is_index(before->text) && (!r->open || before->start >= r->cue.text.start);
    KTI_TRY(close_cue(r, *indexed ? before->start : at));
    if (!r->begun && r->text_at < (*indexed ? before->start : at))
        kti_note(r->s, KTI_NOTE_BEFORE_CUES, r->text_at);
    r->begun = true;
    return KT_OK;
}

/* A cue whose times cannot be read is no cue, and its text not that of the one before. */
static kt_status pass_over(reading *r, const kti_line *before, size_t at) {
    bool indexed;
    KTI_TRY(begin_cue(r, before, at, &indexed));
    if (indexed) check_index(r, before, true, at);
    kti_note(r->s, KTI_NOTE_BAD_TIME, at);
    r->open = false;
    return KT_OK;
}

static kt_status open_cue(reading *r, const time_line *t, const kti_line *before, size_t at) {
    bool indexed;
    KTI_TRY(begin_cue(r, before, at, &indexed));
    size_t header = indexed ? before->start : at;
    check_index(r, before, indexed, at);
    if (t->arrow) kti_note(r->s, KTI_NOTE_ARROW, t->start.end);
    if (t->colon) kti_note(r->s, KTI_NOTE_COLON_FRACTION, t->start.start);
    if (t->point) kti_note(r->s, KTI_NOTE_FRACTION_POINT, t->start.start);
    if (t->tight) kti_note(r->s, KTI_NOTE_ARROW_SPACING, t->start.end);
    r->cue = t->cue;
    r->cue.id = indexed ? kti_span_of(before->start, before->end) : kti_span_of(header, header);
    r->header = header;
    r->open = true;
    KTI_TRY(kti_add_time(r->s, t->start, t->cue.start_ms));
    return kti_add_time(r->s, t->end, t->cue.end_ms);
}

static kt_status read(kt_subtitle *s, kt_error *err) {
    reading r = {.s = s, .text_at = SIZE_MAX};
    kti_line before = {{NULL, 0}, 0, 0, 0};
    for (size_t at = 0; at < s->text.len;) {
        kti_line l = kti_line_at(s->text, at);
        time_line t = {.point = false};
        if (read_times(s->text, &l, &t))
            KTI_TRY(open_cue(&r, &t, &before, l.start));
        else if (has_bad_times(l.text))
            KTI_TRY(pass_over(&r, &before, l.start));
        else if (l.start < r.text_at && !kti_is_blank(l.text))
            r.text_at = l.start;
        before = l;
        at = l.next;
    }
    if (!r.open && s->cue_count == 0)
        return kti_fail_line(err, KT_ERR_SYNTAX, 0, 1, "no cue: no line with \"-->\" times");
    return close_cue(&r, s->text.len);
}

static bool is(kt_str text) {
    enum { LINES = 12 }; /* what may stand before the first cue */
    size_t at = 0;
    for (int i = 0; i < LINES && at < text.len; i++) {
        kti_line l = kti_line_at(text, at);
        if (kti_srt_has_times(l.text)) return true;
        if (kti_str_starts(l.text, KTI_STR("WEBVTT"))) return false;
        at = l.next;
    }
    return false;
}

/* ---- writing -------------------------------------------------------------------------------- */

static void write_time(int64_t ms, kt_str old, kti_buf *out) {
    if (colons_of(old) == 3) old = (kt_str){NULL, 0};
    kti_add_time_text(ms, kti_shape_of(old, (kti_time_shape){2, ',', 3}), out);
}

static void begin(kti_writer *w) {
    (void)w;
}

static void write_cue(kti_writer *w, const kt_cue *cue) {
    if (w->number > 1) kti_buf_add_byte(w->out, '\n');
    kti_buf_add_uint(w->out, w->number);
    kti_buf_add_byte(w->out, '\n');
    write_time(cue->start_ms, (kt_str){NULL, 0}, w->out);
    kti_buf_add_cstr(w->out, " --> ");
    write_time(cue->end_ms, (kt_str){NULL, 0}, w->out);
    kti_buf_add_byte(w->out, '\n');
    kti_write_name_before(w);
    kti_writer_text(w);
    kti_buf_add_byte(w->out, '\n');
}

static void write_tag(kti_writer *w, const kti_piece *piece) {
    if (piece->tag == KTI_TAG_PLACE) {
        kti_buf_add_cstr(w->out, "{\\an");
        kti_buf_add_uint(w->out, (uint64_t)piece->number);
        kti_buf_add_byte(w->out, '}');
        return;
    }
    kti_write_html_tag(w, piece);
}

const kti_dialect kti_srt = {
    .format = KT_FORMAT_SRT,
    .id = "srt",
    .keeps = KTI_KEEPS_LOOKS | KTI_KEEPS(KTI_TAG_PLACE),
    .is = is,
    .read = read,
    .piece = kti_srt_piece,
    .header = kti_srt_has_times,
    .tame = kti_srt_tame,
    .escape = kti_srt_escape,
    .joins = kti_srt_joins,
    .time = write_time,
    .begin = begin,
    .names_speakers = true,
    .cue = write_cue,
    .tag = write_tag,
};
