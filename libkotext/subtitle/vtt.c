/* vtt.c - WebVTT, by the parser of W3C's "WebVTT: The Web Video Text Tracks Format", section 6.1.
 *
 * The file is blocks between empty lines. A block with "-->" in its first or second line is a cue;
 * one that begins with NOTE, STYLE or REGION is kept as it is, and so is anything else.
 */
#include "subtitle/vtt.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "subtitle/dialect.h"
#include "subtitle/lines.h"
#include "subtitle/second.h"
#include "subtitle/tags.h"

static const kt_str arrow = KTI_STR_INIT("-->");

/* ---- times (6.1, "collect a WebVTT timestamp") ---------------------------------------------- */

static bool take_exactly(kt_str *rest, size_t want, int64_t *value) {
    size_t digits;
    return kti_take_number(rest, value, &digits) && digits == want;
}

bool kti_vtt_take_time(kt_str *rest, int64_t *ms) {
    int64_t first, second, third, fraction;
    size_t digits;
    if (!kti_take_number(rest, &first, &digits)) return false;
    bool hours = digits != 2 || first > 59;
    if (!kti_take_char(rest, ':') || !take_exactly(rest, 2, &second)) return false;
    if (hours || (rest->len > 0 && rest->ptr[0] == ':')) {
        if (!kti_take_char(rest, ':') || !take_exactly(rest, 2, &third)) return false;
    } else {
        third = second;
        second = first;
        first = 0;
    }
    if (!kti_take_char(rest, '.') || !take_exactly(rest, 3, &fraction)) return false;
    if (rest->len > 0 && kti_is_ascii_digit(rest->ptr[0])) return false;
    if (second > 59 || third > 59) return false;
    *ms = ((first * 60 + second) * 60 + third) * 1000 + fraction;
    return true;
}

/* A timing line: its times and settings. */
typedef struct timing {
    kt_cue cue;
    kt_span start, end;
} timing;

static bool take_time(kt_str text, kt_str *rest, kt_span *span, int64_t *ms) {
    kti_take_space(rest);
    size_t from = (size_t)(rest->ptr - text.ptr);
    if (!kti_vtt_take_time(rest, ms)) return false;
    *span = kti_span_of(from, (size_t)(rest->ptr - text.ptr));
    return true;
}

static bool read_timing(kt_str text, const kti_line *l, timing *out) {
    kt_str rest = l->text;
    if (!take_time(text, &rest, &out->start, &out->cue.start_ms)) return false;
    kti_take_space(&rest);
    if (!kti_str_starts(rest, arrow)) return false;
    rest = kti_str_cut(rest, arrow.len, rest.len);
    if (!take_time(text, &rest, &out->end, &out->cue.end_ms)) return false;
    out->cue.settings = kti_span_of((size_t)(rest.ptr - text.ptr), l->end);
    return true;
}

/* ---- blocks (6.1, "collect a WebVTT block") ------------------------------------------------- */

typedef struct block {
    size_t start, at; /* `at` is where the next line begins */
    size_t lines;
    bool arrow, cue; /* an arrow was seen; it was that of a cue */
    timing timing;
    kt_span id, text; /* what stands before and behind the timing line */
} block;

bool kti_vtt_has_arrow(kt_str line) {
    return line.len >= arrow.len && kti_str_find(line, arrow, 0) != SIZE_MAX;
}

static void take_timing(kt_subtitle *s, block *b, const kti_line *l) {
    b->arrow = true;
    b->cue = read_timing(s->text, l, &b->timing);
    if (!b->cue) kti_note(s, KTI_NOTE_BAD_TIME, l->start);
    b->text = kti_span_of(l->next, l->next);
}

/* Takes a line; false when the block ends before it (`*again`: it begins the next one) or with it.
 */
static bool take_line(kt_subtitle *s, block *b, const kti_line *l, bool in_header) {
    b->lines++;
    if (kti_vtt_has_arrow(l->text)) {
        bool here = !in_header && (b->lines == 1 || (b->lines == 2 && !b->arrow));
        if (!here) kti_note(s, KTI_NOTE_NO_BLANK_LINE, l->start);
        if (!here) return false;
        take_timing(s, b, l);
    } else if (l->text.len == 0) {
        b->at = l->next;
        return false;
    } else {
        if (b->lines == 1) b->id = kti_span_of(l->start, l->end);
        b->text.end = (uint32_t)l->end;
    }
    b->at = l->next;
    return true;
}

static void check_ampersands(kt_subtitle *s, kt_span content) {
    kt_str text = kti_str_span(s->text, content);
    kti_entity entity;
    for (const char *at = text.ptr, *end = text.ptr + text.len; at < end; at++) {
        at = memchr(at, '&', (size_t)(end - at));
        if (at == NULL) return;
        size_t place = (size_t)(at - text.ptr);
        if (!kti_read_entity(text, place, &entity))
            kti_note(s, KTI_NOTE_BARE_AMPERSAND, content.start + place);
    }
}

static kt_status add_cue(kt_subtitle *s, block *b) {
    kt_cue cue = b->timing.cue;
    size_t next = b->at;
    cue.text = b->text;
    cue.id = b->id;
    KTI_TRY(kti_add_time(s, b->timing.start, cue.start_ms));
    KTI_TRY(kti_add_time(s, b->timing.end, cue.end_ms));
    KTI_TRY(kti_add_block(s, kti_span_of(b->start, next), 0, 0));
    kti_vtt_check_settings(s, cue.settings);
    check_ampersands(s, cue.text);
    return kti_add_cue(s, cue);
}

static kt_status read_block(kt_subtitle *s, size_t *at, bool in_header) {
    block b = {.start = *at, .at = *at};
    while (b.at < s->text.len) {
        kti_line l = kti_line_at(s->text, b.at);
        if (!take_line(s, &b, &l, in_header)) break;
    }
    *at = b.at;
    return b.cue ? add_cue(s, &b) : KT_OK;
}

static size_t skip_line_ends(kt_str text, size_t at) {
    for (size_t len; (len = kti_line_end_len(text, at)) > 0;)
        at += len;
    return at;
}

kt_status kti_vtt_read_piece(kt_subtitle *s, bool header) {
    size_t at = header ? kti_line_at(s->text, 0).next : 0;
    return at < s->text.len ? read_block(s, &at, header) : KT_OK;
}

static bool is(kt_str text) {
    static const kt_str signature = KTI_STR_INIT("WEBVTT");
    if (!kti_str_starts(text, signature)) return false;
    return text.len == signature.len || kti_is_ascii_space(text.ptr[signature.len]);
}

static kt_status read(kt_subtitle *s, kt_error *err) {
    if (!is(s->text))
        return kti_fail_line(err, KT_ERR_SYNTAX, 0, 1, "the file does not begin with WEBVTT");
    size_t at = kti_line_at(s->text, 0).next;
    if (at < s->text.len && kti_line_end_len(s->text, at) == 0) KTI_TRY(read_block(s, &at, true));
    at = skip_line_ends(s->text, at);
    while (at < s->text.len) {
        KTI_TRY(read_block(s, &at, false));
        at = skip_line_ends(s->text, at);
    }
    return KT_OK;
}

/* ---- writing -------------------------------------------------------------------------------- */

static void write_time(int64_t ms, kt_str old, kti_buf *out) {
    kti_time_shape shape = kti_shape_of(old, (kti_time_shape){2, '.', 3});
    if (shape.hours == 0 && ms >= 3600000) shape.hours = 2;
    kti_add_time_text(ms, shape, out);
}

static void begin(kti_writer *w) {
    kti_buf_add_cstr(w->out, "WEBVTT\n");
}

static void write_settings(kti_writer *w, const kt_cue *cue) {
    if (w->from->dialect == &kti_vtt)
        kti_buf_add_str(w->out, kti_str_span(w->from->text, cue->settings));
    else
        kti_vtt_place_settings(w);
}

static void write_cue(kti_writer *w, const kt_cue *cue) {
    kti_buf_add_byte(w->out, '\n');
    if (w->from->dialect == &kti_vtt && cue->id.end > cue->id.start) {
        kti_buf_add_str(w->out, kti_str_span(w->from->text, cue->id));
        kti_buf_add_byte(w->out, '\n');
    }
    write_time(cue->start_ms, (kt_str){NULL, 0}, w->out);
    kti_buf_add_cstr(w->out, " --> ");
    write_time(cue->end_ms, (kt_str){NULL, 0}, w->out);
    write_settings(w, cue);
    kti_buf_add_byte(w->out, '\n');
    kti_vtt_speaker(w);
    kti_writer_text(w);
    kti_buf_add_byte(w->out, '\n');
}

/* An arrow in a cue is always a timing line; as text it is written otherwise. */
static void tame(kt_str line, kti_buf *out) {
    for (size_t at = 0, end; at < line.len; at = end) {
        end = kti_str_find(line, arrow, at);
        bool found = end != SIZE_MAX;
        kti_buf_add_str(out, kti_str_cut(line, at, found ? end : line.len));
        if (found) kti_buf_add_cstr(out, "--&gt;");
        end = found ? end + arrow.len : line.len;
    }
}

const kti_dialect kti_vtt = {
    .format = KT_FORMAT_VTT,
    .id = "vtt",
    .keeps = KTI_KEEPS(KTI_TAG_BOLD) | KTI_KEEPS(KTI_TAG_ITALIC) | KTI_KEEPS(KTI_TAG_UNDERLINE) |
             KTI_KEEPS(KTI_TAG_COLOR) | KTI_KEEPS(KTI_TAG_CLASS) | KTI_KEEPS(KTI_TAG_VOICE) |
             KTI_KEEPS(KTI_TAG_LANG) | KTI_KEEPS(KTI_TAG_RUBY) | KTI_KEEPS(KTI_TAG_PLACE) |
             KTI_KEEPS(KTI_TAG_TIME),
    .inner_times = true,
    .has_ruby = true,
    .has_classes = true,
    .has_voices = true,
    .strict_nesting = true,
    .is = is,
    .read = read,
    .piece = kti_vtt_piece,
    .blank_ends = true,
    .header = kti_vtt_has_arrow,
    .tame = tame,
    .escape = kti_escape_html,
    .time = write_time,
    .begin = begin,
    .second = kti_vtt_second,
    .cue = write_cue,
    .tag = kti_vtt_tag,
};
