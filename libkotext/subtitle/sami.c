/* sami.c - SAMI as it is met: HTML of a kind, with few end tags and several languages in one file.
 *
 * <SYNC Start=ms> begins a moment, <P Class=...> in it what one class shows from then on; &nbsp;
 * alone shows nothing. So a cue ends at the next SYNC that says something of the same class.
 */
#include "subtitle/sami.h"

#include <stdlib.h>

#include "core/status.h"
#include "core/str.h"
#include "subtitle/lines.h"
#include "subtitle/tags.h"

/* ---- tags ----------------------------------------------------------------------------------- */

/* What begins at a "<" that matters here. */
typedef enum mark { NOTHING, SYNC, PARAGRAPH, END_OF_PARAGRAPH, END_OF_SYNC, END_OF_BODY } mark;

static bool is_tag(kt_str rest, const char *name) {
    size_t len = 0;
    while (name[len] != '\0')
        len++;
    if (!kti_starts_nocase(rest, name)) return false;
    return rest.len == len || rest.ptr[len] == '>' || kti_is_ascii_space(rest.ptr[len]);
}

static mark mark_at(kt_str text, size_t at) {
    kt_str rest = kti_str_cut(text, at, text.len);
    if (rest.len < 3) return NOTHING;
    char c = kti_ascii_lower(rest.ptr[1] == '/' ? rest.ptr[2] : rest.ptr[1]);
    if (c != 's' && c != 'p' && c != 'b') return NOTHING;
    if (is_tag(rest, "<sync")) return SYNC;
    if (is_tag(rest, "<p")) return PARAGRAPH;
    if (is_tag(rest, "</p")) return END_OF_PARAGRAPH;
    if (is_tag(rest, "</sync")) return END_OF_SYNC;
    if (is_tag(rest, "</body") || is_tag(rest, "</sami")) return END_OF_BODY;
    return NOTHING;
}

/* The end of a comment that begins at `at`; the text's end when it has none. */
static size_t comment_end(kt_str text, size_t at) {
    size_t end = kti_str_find(text, KTI_STR("-->"), at);
    return end == SIZE_MAX ? text.len : end + 3;
}

/* The next mark at or after `*at`, which moves there. Comments are passed over. */
static mark next_mark(kt_str text, size_t *at) {
    while (*at < text.len) {
        if (text.ptr[*at] != '<') {
            ++*at;
            continue;
        }
        if (kti_str_starts(kti_str_cut(text, *at, text.len), KTI_STR("<!--"))) {
            *at = comment_end(text, *at);
            continue;
        }
        mark m = mark_at(text, *at);
        if (m != NOTHING) return m;
        ++*at;
    }
    return NOTHING;
}

/* A tag that has lost its ">" ends before the next line, or the next tag. */
static size_t tag_end(kt_str text, size_t at) {
    size_t len = kti_html_tag_len(text, at);
    if (len > 0) return at + len;
    size_t end = at + 1;
    while (end < text.len && text.ptr[end] != '<' && kti_line_end_len(text, end) == 0)
        end++;
    return end;
}

/* ---- reading -------------------------------------------------------------------------------- */

/* A paragraph: what a class shows from a time on. */
typedef struct moment {
    int64_t start, end; /* end -1: not known yet */
    uint32_t track;
    uint32_t cue; /* its number + 1; 0 = shows nothing */
} moment;

typedef struct reading {
    kt_subtitle *s;
    moment *moments;
    size_t count, capacity;
    uint32_t sync; /* the number of the SYNC, from 1 */
    int64_t start, end;
    size_t frame; /* where its block stands in s->blocks */
    bool styled;
} reading;

static kt_status add_moment(reading *r, moment m) {
    void *items = r->moments;
    KTI_TRY(kti_alloc_grow(&r->s->alloc, &items, &r->capacity, sizeof m, r->count + 1));
    r->moments = items;
    r->moments[r->count++] = m;
    return KT_OK;
}

static kt_span trimmed(kt_str text, size_t start, size_t end) {
    while (start < end && kti_is_ascii_space(text.ptr[start]))
        start++;
    while (end > start && kti_is_ascii_space(text.ptr[end - 1]))
        end--;
    return kti_span_of(start, end);
}

static kt_status class_of(reading *r, kt_str tag, size_t at, uint32_t *track) {
    kt_str id = kti_str_trim(kti_attribute(tag, "class"));
    size_t known = r->s->track_count;
    if (id.ptr == NULL || id.len == 0) {
        kti_note(r->s, KTI_NOTE_NO_CLASS, at);
        if (known > 0) {
            *track = 0;
            return KT_OK;
        }
    }
    KTI_TRY(kti_track_of(r->s, id, track));
    if (r->s->track_count == known) return KT_OK;
    if (id.len > 0) kti_note(r->s, KTI_NOTE_UNKNOWN_CLASS, at);
    r->s->tracks[*track].language = kti_sami_language(id);
    return KT_OK;
}

/* A paragraph from its tag (`at`) to `stop`, its text to `end`. */
static kt_status add_paragraph(reading *r, size_t at, size_t body, size_t end, size_t stop) {
    kt_subtitle *s = r->s;
    kt_cue cue = {.start_ms = r->start, .end_ms = -1};
    kt_str tag = kti_str_cut(s->text, at, body);
    KTI_TRY(class_of(r, tag, at, &cue.track));
    cue.text = trimmed(s->text, body, end);
    moment m = {r->start, r->end, cue.track, 0};
    KTI_TRY(kti_add_block(s, kti_span_of(at, stop), cue.track, r->sync));
    if (!kti_sami_is_blank(kti_str_span(s->text, cue.text))) {
        kti_sami_check_text(s, cue.text);
        KTI_TRY(kti_add_cue(s, cue));
        m.cue = (uint32_t)s->cue_count;
    }
    return add_moment(r, m);
}

/* Reads the milliseconds of an attribute; false when there are none. */
static kt_status read_start(reading *r, size_t at, size_t end) {
    kt_subtitle *s = r->s;
    kt_str tag = kti_str_cut(s->text, at, end);
    kt_str start = kti_attribute(tag, "start"), stop = kti_attribute(tag, "end");
    size_t digits, from = start.ptr == NULL ? 0 : (size_t)(start.ptr - s->text.ptr);
    int64_t ms;
    r->end = -1;
    if (stop.ptr != NULL && kti_take_number(&stop, &ms, &digits)) {
        kti_note(s, KTI_NOTE_END_ATTRIBUTE, at);
        KTI_TRY(kti_add_time(s,
                             kti_span_of((size_t)(stop.ptr - s->text.ptr) - digits,
                                         (size_t)(stop.ptr - s->text.ptr)),
                             ms));
        r->end = ms;
    }
    if (start.ptr == NULL || !kti_take_number(&start, &ms, &digits)) {
        kti_note(s, KTI_NOTE_BAD_TIME, at);
        return KT_OK; /* shown with the one before */
    }
    r->start = ms;
    return kti_add_time(s, kti_span_of(from, from + digits), ms);
}

static kt_status begin_sync(reading *r, size_t at, size_t end) {
    if (r->sync > 0) r->s->blocks[r->frame].span.end = (uint32_t)at;
    r->frame = r->s->block_count;
    KTI_TRY(kti_add_block(r->s, kti_span_of(at, r->s->text.len), UINT32_MAX, ++r->sync));
    return read_start(r, at, end);
}

/* Everything behind the SYNC or P at `*at`, up to the next mark that ends it. */
static kt_status read_mark(reading *r, mark m, size_t *at) {
    kt_str text = r->s->text;
    size_t start = *at, body = tag_end(text, start), end = body;
    if (m == SYNC) KTI_TRY(begin_sync(r, start, body));
    *at = body;
    if (r->sync == 0 || m == END_OF_SYNC || m == END_OF_PARAGRAPH) return KT_OK;
    mark next = next_mark(text, &end);
    *at = end;
    if (m == SYNC && kti_sami_is_blank(kti_str_cut(text, body, end))) return KT_OK;
    size_t stop = next == END_OF_PARAGRAPH ? tag_end(text, end) : end;
    /* Where it does not begin its line, the line's end is not its own. */
    if (start > 0 && !kti_is_ascii_space(text.ptr[start - 1]))
        while (stop > body && kti_is_ascii_space(text.ptr[stop - 1]))
            stop--;
    return add_paragraph(r, m == SYNC ? body : start, body, end, stop);
}

static kt_status read_body(reading *r) {
    kt_str text = r->s->text;
    for (size_t at = 0; at < text.len;) {
        mark m = next_mark(text, &at);
        if (m == NOTHING) break;
        if (m == END_OF_BODY) {
            if (r->sync > 0) r->s->blocks[r->frame].span.end = (uint32_t)at;
            at = tag_end(text, at);
            continue;
        }
        if (m == SYNC && !r->styled) {
            r->styled = true;
            KTI_TRY(kti_sami_read_styles(r->s, at));
        }
        KTI_TRY(read_mark(r, m, &at));
    }
    return KT_OK;
}

/* ---- ends ----------------------------------------------------------------------------------- */

static int by_track_and_start(const void *a, const void *b) {
    const moment *first = a, *second = b;
    if (first->track != second->track) return first->track < second->track ? -1 : 1;
    if (first->start != second->start) return first->start < second->start ? -1 : 1;
    return (first->cue > second->cue) - (first->cue < second->cue);
}

/* Two paragraphs of a class at one time are shown together, until the next time. */
static void set_ends(reading *r) {
    int64_t next = -1, later = -1; /* the start behind, and the next one that differs from it */
    for (size_t i = r->count; i-- > 0;) {
        moment *m = &r->moments[i];
        bool last = i + 1 == r->count || r->moments[i + 1].track != m->track;
        if (last) later = next = -1;
        if (!last && next != m->start) later = next;
        next = m->start;
        if (m->cue == 0) continue;
        kt_cue *cue = &r->s->cues[m->cue - 1];
        if (later < 0 && m->end < 0) kti_note(r->s, KTI_NOTE_OPEN_END, cue->text.start);
        cue->end_ms = m->end >= 0 ? m->end : later >= 0 ? later : m->start + KTI_LAST_MS;
    }
}

static kt_status read(kt_subtitle *s, kt_error *err) {
    reading r = {.s = s};
    kt_status status = read_body(&r);
    if (status == KT_OK && r.sync == 0)
        status = kti_fail_line(err, KT_ERR_SYNTAX, 0, 1, "no <SYNC> with a start");
    if (status == KT_OK && r.count > 0) {
        qsort(r.moments, r.count, sizeof *r.moments, by_track_and_start);
        set_ends(&r);
    }
    kti_alloc_free(&s->alloc, r.moments, r.capacity * sizeof *r.moments);
    return status;
}

static bool is(kt_str text) {
    enum { HEAD = 4096 };
    kt_str head = kti_str_cut(text, 0, text.len < HEAD ? text.len : HEAD);
    for (size_t at = 0; at < head.len; at++) {
        if (head.ptr[at] != '<') continue;
        kt_str rest = kti_str_cut(head, at, head.len);
        if (is_tag(rest, "<sami") || (is_tag(rest, "<sync") && kti_html_tag_len(head, at) > 0))
            return true;
        if (kti_starts_nocase(rest, "<?xml") || kti_starts_nocase(rest, "<tt")) return false;
    }
    return false;
}

/* ---- writing -------------------------------------------------------------------------------- */

static void write_time(int64_t ms, kt_str old, kti_buf *out) {
    (void)old;
    kti_buf_add_uint(out, ms < 0 ? 0 : (uint64_t)ms);
}

static void begin(kti_writer *w) {
    kti_buf_add_cstr(w->out, "<SAMI>\n<HEAD>\n<STYLE TYPE=\"text/css\">\n<!--\n"
                             "P { text-align: center; font-family: sans-serif; }\n"
                             ".KRCC { Name: Korean; lang: ko-KR; SAMIType: CC; }\n"
                             "-->\n</STYLE>\n</HEAD>\n<BODY>\n");
}

static void add_sync(kti_writer *w, int64_t ms) {
    kti_buf_add_cstr(w->out, "<SYNC Start=");
    write_time(ms, (kt_str){NULL, 0}, w->out);
    kti_buf_add_cstr(w->out, "><P Class=KRCC>");
}

/* The end of a cue is a paragraph that shows nothing, unless the next one follows at once. */
static void write_cue(kti_writer *w, const kt_cue *cue) {
    add_sync(w, cue->start_ms);
    kti_writer_text(w);
    kti_buf_add_cstr(w->out, "\n");
    if (w->next_ms <= cue->end_ms) return;
    add_sync(w, cue->end_ms);
    kti_buf_add_cstr(w->out, "&nbsp;\n");
}

static void end(kti_writer *w) {
    kti_buf_add_cstr(w->out, "</BODY>\n</SAMI>\n");
}

const kti_dialect kti_sami = {
    .format = KT_FORMAT_SAMI,
    .id = "sami",
    .keeps = KTI_KEEPS_LOOKS | KTI_KEEPS(KTI_TAG_RUBY),
    .line_break = KTI_STR_INIT("<br>"),
    .has_ruby = true,
    .is = is,
    .read = read,
    .piece = kti_sami_piece,
    .escape = kti_escape_html,
    .time = write_time,
    .begin = begin,
    .cue = write_cue,
    .end = end,
    .tag = kti_sami_tag,
};
