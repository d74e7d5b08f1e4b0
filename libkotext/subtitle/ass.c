/* ass.c - SubStation Alpha, v4.00 (SSA) and v4.00+ (ASS).
 *
 * Sections of lines. Only "Dialogue:" of [Events] is a cue; which field is what its Format line
 * says. Everything else - script info, styles, fonts, comments, blocks nobody knows - is kept.
 */
#include "subtitle/ass.h"

#include "core/status.h"
#include "core/str.h"
#include "subtitle/lines.h"
#include "subtitle/second.h"

/* ---- fields --------------------------------------------------------------------------------- */

/* The order of the fields of an event: their numbers, -1 when there is none. */
typedef struct order {
    int start, end, style, name, text;
    int count;
} order;

static const order usual = {1, 2, 3, 4, 9, 10};

static kt_str take_field(kt_str *rest) {
    return kti_str_trim(kti_str_next_field(rest, ','));
}

/* The same of a style. */
typedef struct style_order {
    int name, bold, italic, underline, strike, place;
} style_order;

static order read_order(kt_str fields) {
    order o = {-1, -1, -1, -1, -1, 0};
    for (; fields.ptr != NULL && o.count < 64; o.count++) {
        kt_str name = take_field(&fields);
        if (kti_eq_nocase(name, "start")) o.start = o.count;
        if (kti_eq_nocase(name, "end")) o.end = o.count;
        if (kti_eq_nocase(name, "style")) o.style = o.count;
        if (kti_eq_nocase(name, "name") || kti_eq_nocase(name, "actor")) o.name = o.count;
        if (kti_eq_nocase(name, "text")) o.text = o.count;
    }
    return o;
}

static style_order read_style_order(kt_str fields) {
    style_order o = {0, -1, -1, -1, -1, -1};
    for (int i = 0; fields.ptr != NULL; i++) {
        kt_str name = take_field(&fields);
        if (kti_eq_nocase(name, "name")) o.name = i;
        if (kti_eq_nocase(name, "bold")) o.bold = i;
        if (kti_eq_nocase(name, "italic")) o.italic = i;
        if (kti_eq_nocase(name, "underline")) o.underline = i;
        if (kti_eq_nocase(name, "strikeout")) o.strike = i;
        if (kti_eq_nocase(name, "alignment")) o.place = i;
    }
    return o;
}

/* ---- reading -------------------------------------------------------------------------------- */

typedef enum section { OTHER, STYLES, EVENTS } section;

typedef struct reading {
    kt_subtitle *s;
    section in;
    order events;
    bool formatted; /* a Format line of the events was seen */
    bool old;       /* the styles are of v4 */
    style_order styles;
    kti_look looks[KTI_MOST_TRACKS]; /* by track */
} reading;

static void begin_section(reading *r, kt_str line) {
    r->in = kti_starts_nocase(line, "[events]") ? EVENTS
            : kti_starts_nocase(line, "[v4")    ? STYLES
                                                : OTHER;
    r->old = kti_starts_nocase(line, "[v4 ");
}

/* "Dialogue: 0,..." gives what stands behind the colon; ptr NULL for another keyword. */
static kt_str after(kt_str line, const char *keyword) {
    kt_str rest = kti_str_trim(line);
    if (!kti_starts_nocase(rest, keyword)) return (kt_str){NULL, 0};
    const char *end = line.ptr + line.len;
    while (rest.len > 0 && !kti_take_char(&rest, ':'))
        rest = kti_str_cut(rest, 1, rest.len);
    kti_take_blanks(&rest);
    return (kt_str){rest.ptr, (size_t)(end - rest.ptr)};
}

static bool is_on(kt_str field) {
    return field.len > 0 && !kti_str_eq(field, KTI_STR("0"));
}

static uint8_t place_of(const reading *r, kt_str field) {
    int64_t number;
    size_t digits;
    if (!kti_take_number(&field, &number, &digits)) return 0;
    return (uint8_t)(r->old ? kti_ass_old_place(number) : number < 10 ? number : 0);
}

/* The name of a style, and its look; ptr NULL when it has no name. */
static kt_str read_fields(const reading *r, kt_str rest, kti_look *look) {
    const style_order *o = &r->styles;
    kt_str name = {NULL, 0};
    for (int i = 0; rest.ptr != NULL; i++) {
        kt_str field = take_field(&rest);
        if (i == o->name) name = field;
        if (i == o->bold) look->bold = is_on(field);
        if (i == o->italic) look->italic = is_on(field);
        if (i == o->underline) look->underline = is_on(field);
        if (i == o->strike) look->strike = is_on(field);
        if (i == o->place) look->place = place_of(r, field);
    }
    return name;
}

static kt_status read_style(reading *r, const kti_line *l) {
    kt_str format = after(l->text, "format:");
    kti_look look = {.place = 0};
    uint32_t track;
    if (format.ptr != NULL) r->styles = read_style_order(format);
    kt_str name = read_fields(r, after(l->text, "style:"), &look);
    if (name.ptr == NULL) return KT_OK;
    KTI_TRY(kti_track_of(r->s, name, &track));
    if (kti_str_eq_nocase(r->s->tracks[track].id, name)) r->looks[track] = look;
    return KT_OK;
}

/* The fields of one event. */
typedef struct event {
    kt_cue cue;
    kt_span start, end;
    kt_str style;
    bool times; /* both were read */
} event;

static kt_span span_in(const reading *r, kt_str part) {
    size_t at = (size_t)(part.ptr - r->s->text.ptr);
    return kti_span_of(at, at + part.len);
}

static bool read_time(const reading *r, kt_str field, kt_span *span, int64_t *ms) {
    *span = span_in(r, field);
    return kti_take_time(&field, ".:", ms) && kti_is_blank(field);
}

/* The text is all that is left from its field on, commas and all. */
static bool read_event(const reading *r, kt_str rest, event *e) {
    const order *o = &r->events;
    int times = 0;
    for (int i = 0; rest.ptr != NULL; i++) {
        if (i == o->text) {
            e->cue.text = span_in(r, rest);
            e->times = times == 2;
            return true;
        }
        kt_str field = take_field(&rest);
        if (i == o->start) times += read_time(r, field, &e->start, &e->cue.start_ms);
        if (i == o->end) times += read_time(r, field, &e->end, &e->cue.end_ms);
        if (i == o->style) e->style = field;
        if (i == o->name) e->cue.speaker = span_in(r, field);
    }
    return false;
}

static kt_status add_event(reading *r, const kti_line *l, event *e) {
    kt_subtitle *s = r->s;
    size_t known = s->track_count;
    kt_str style = e->style;
    kti_take_char(&style, '*'); /* "*Default" is Default */
    KTI_TRY(kti_track_of(s, style, &e->cue.track));
    if (s->track_count > known) kti_note(s, KTI_NOTE_UNKNOWN_STYLE, l->start);
    KTI_TRY(kti_add_time(s, e->start, e->cue.start_ms));
    KTI_TRY(kti_add_time(s, e->end, e->cue.end_ms));
    KTI_TRY(kti_add_block(s, kti_span_of(l->start, l->next), e->cue.track, 0));
    KTI_TRY(kti_add_cue(s, e->cue));
    return kti_add_look(s, r->looks[e->cue.track]);
}

static kt_status read_dialogue(reading *r, const kti_line *l) {
    event e = {.times = false};
    kt_str format = after(l->text, "format:");
    if (format.ptr != NULL) {
        r->events = read_order(format);
        r->formatted = true;
    }
    kt_str rest = after(l->text, "dialogue:");
    if (rest.ptr == NULL) return KT_OK;
    if (!r->formatted) kti_note(r->s, KTI_NOTE_NO_FORMAT, l->start);
    if (!read_event(r, rest, &e)) {
        kti_note(r->s, KTI_NOTE_SHORT_LINE, l->start);
        return KT_OK;
    }
    if (!e.times) {
        kti_note(r->s, KTI_NOTE_BAD_TIME, l->start);
        return KT_OK;
    }
    return add_event(r, l, &e);
}

static kt_status read(kt_subtitle *s, kt_error *err) {
    reading r = {.s = s, .events = usual, .styles = {0, -1, -1, -1, -1, -1}};
    bool events = false;
    for (size_t at = 0; at < s->text.len;) {
        kti_line l = kti_line_at(s->text, at);
        at = l.next;
        if (l.text.len > 0 && l.text.ptr[0] == '[')
            begin_section(&r, l.text);
        else if (r.in == STYLES)
            KTI_TRY(read_style(&r, &l));
        else if (r.in == EVENTS)
            KTI_TRY(read_dialogue(&r, &l));
        events = events || r.in == EVENTS;
    }
    if (events) return KT_OK;
    return kti_fail_line(err, KT_ERR_SYNTAX, 0, 1, "no [Events] section");
}

/* ---- detection ------------------------------------------------------------------------------ */

/* The version: 4 for SSA, 5 for ASS, 0 for neither. */
static int version_of(kt_str text) {
    enum { LINES = 400 };
    int version = 0;
    size_t at = 0;
    for (int i = 0; i < LINES && at < text.len; i++) {
        kti_line l = kti_line_at(text, at);
        at = l.next;
        if (i == 0 && kti_is_blank(l.text)) i = -1;
        if (kti_starts_nocase(l.text, "[script info]")) version = 5;
        if (kti_starts_nocase(l.text, "[v4+ styles]")) return 5;
        if (kti_starts_nocase(l.text, "[v4 styles]")) return 4;
        if (kti_starts_nocase(l.text, "[events]")) return version == 0 ? 5 : version;
        if (version == 0 && l.text.len > 0 && l.text.ptr[0] != ';' && l.text.ptr[0] != '!')
            return 0;
    }
    return version;
}

static bool is_ass(kt_str text) {
    return version_of(text) == 5;
}

static bool is_ssa(kt_str text) {
    return version_of(text) == 4;
}

/* ---- writing -------------------------------------------------------------------------------- */

static void write_time(int64_t ms, kt_str old, kti_buf *out) {
    kti_add_time_text(ms, kti_shape_of(old, (kti_time_shape){1, '.', 2}), out);
}

/* Encoding 1 lets players choose the font by the text. */
static void begin(kti_writer *w) {
    kti_buf_add_cstr(
        w->out,
        "[Script Info]\nScriptType: v4.00+\nWrapStyle: 0\nScaledBorderAndShadow: yes\nPlayResX: 384\n"
        "PlayResY: 288\n\n[V4+ Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, "
        "SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, "
        "ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, "
        "MarginV, Encoding\n" KTI_ASS_STYLE "\n\n[Events]\nFormat: Layer, Start, End, Style, Name, "
        "MarginL, MarginR, MarginV, Effect, Text\n");
}

/* v4 has colours as numbers, and one for the outline and the shadow. */
static void begin_old(kti_writer *w) {
    kti_buf_add_cstr(
        w->out,
        "[Script Info]\nScriptType: v4.00\nCollisions: Normal\nPlayResX: 384\nPlayResY: 288\n\n"
        "[V4 Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, "
        "TertiaryColour, BackColour, Bold, Italic, BorderStyle, Outline, Shadow, Alignment, "
        "MarginL, MarginR, MarginV, AlphaLevel, Encoding\n" KTI_SSA_STYLE
        "\n\n[Events]\nFormat: Marked, Start, End, Style, "
        "Name, MarginL, MarginR, MarginV, Effect, Text\n");
}

/* A name holds no comma: fields end there. */
static void escape_name(kt_str name, kti_buf *out) {
    for (size_t i = 0; i < name.len; i++) {
        bool ends = name.ptr[i] == ',' || name.ptr[i] == '\n' || name.ptr[i] == '\r';
        kti_buf_add_byte(out, ends ? ' ' : name.ptr[i]);
    }
}

static void write_cue(kti_writer *w, const kt_cue *cue) {
    kti_buf_add_cstr(w->out, w->to == &kti_ssa ? "Dialogue: Marked=0," : "Dialogue: 0,");
    write_time(cue->start_ms, (kt_str){NULL, 0}, w->out);
    kti_buf_add_byte(w->out, ',');
    write_time(cue->end_ms, (kt_str){NULL, 0}, w->out);
    kti_buf_add_cstr(w->out, ",Default,");
    kti_add_speaker(w->from, kti_speaker(w->from, w->cue), escape_name, w->out);
    kti_buf_add_cstr(w->out, ",0,0,0,,");
    kti_writer_text(w);
    kti_buf_add_byte(w->out, '\n');
}

/* Underlines and strikes are of v4+. */
#define BOTH                                                                                       \
    (KTI_KEEPS(KTI_TAG_BOLD) | KTI_KEEPS(KTI_TAG_ITALIC) | KTI_KEEPS(KTI_TAG_COLOR) |              \
     KTI_KEEPS(KTI_TAG_VOICE) | KTI_KEEPS(KTI_TAG_PLACE) | KTI_KEEPS(KTI_TAG_TIME))

#define ASS_DIALECT(format_, id_, keeps_, is_, begin_)                                             \
    {                                                                                              \
        .format = (format_), .id = (id_), .keeps = (keeps_), .line_break = KTI_STR_INIT("\\N"),    \
        .carries_tags = true, .counts_on = true, .is = (is_), .read = read,                        \
        .piece = kti_ass_piece, .escape = kti_ass_escape, .joins = kti_ass_joins,                  \
        .time = write_time, .begin = (begin_), .second = kti_ass_second, .cue = write_cue,         \
        .tag = kti_ass_tag                                                                         \
    }

const kti_dialect kti_ass =
    ASS_DIALECT(KT_FORMAT_ASS, "ass", BOTH | KTI_KEEPS_LOOKS, is_ass, begin);
const kti_dialect kti_ssa = ASS_DIALECT(KT_FORMAT_SSA, "ssa", BOTH, is_ssa, begin_old);
