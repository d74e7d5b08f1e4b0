/* ttml.c - TTML 1 and 2 and their profiles (IMSC, DFXP, SMPTE-TT, what Apple and Netflix take).
 *
 * A paragraph is a cue; where only its spans have times, each of these is. Times are relative to
 * the element around (TTML2, section 12.2). The file is read as tokens and never written anew.
 */
#include "subtitle/ttml.h"

#include "core/status.h"
#include "subtitle/lines.h"
#include "subtitle/second.h"
#include "subtitle/tags.h"

enum { DEEPEST = 64 };

static const int64_t never = INT64_MAX;

/* An open element. */
typedef struct element {
    kt_str name;
    int64_t begin, end; /* absolute; `never` = no end */
    int64_t clock;      /* seq: where the next child begins */
    bool seq;
    bool timed;   /* has times of its own */
    bool shifted; /* it or one around it has a begin that moves */
    uint32_t track;
    kt_str lang;
    kti_ttml_style style;
    kt_str agent; /* who speaks */
    bool keep_space;
} element;

typedef struct reading {
    kt_subtitle *s;
    kti_ttml_rates rates;
    element open[DEEPEST];
    size_t depth;
    size_t body;            /* the depth inside of <body>; 0 = outside */
    size_t paragraph;       /* the depth of the <p> that is open; 0 = none */
    size_t block, content;  /* where its tag and its content begin */
    bool spans;             /* a span in it has times */
    kti_ttml_style *styles; /* of the head */
    size_t style_count, style_capacity;
    size_t region; /* the depth of the <region> that is open; 0 = none */
    kti_ttml_agent *agents;
    size_t agent_count, agent_capacity;
    size_t agent;      /* the depth of the <ttm:agent> that is open; 0 = none */
    size_t name;       /* where the content of a name of it begins */
    bool is_described; /* by no name yet */
    bool root;
    bool absolute; /* lyrics: no time is relative */
} reading;

/* ---- times ---------------------------------------------------------------------------------- */

static bool read_time(reading *r, const kti_xml *t, const char *name, kt_span *span, int64_t *ms) {
    kt_str value = kti_xml_attribute(r->s->text, t, name);
    *span = kti_span_of(0, 0);
    *ms = 0;
    if (value.ptr == NULL) return false;
    size_t at = (size_t)(value.ptr - r->s->text.ptr);
    *span = kti_span_of(at, at + value.len);
    if (kti_ttml_time(value, &r->rates, ms)) return true;
    kti_note(r->s, KTI_NOTE_BAD_TIME, at);
    return false;
}

static int64_t earlier(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static size_t name_end(const reading *r, const kti_xml *t) {
    return (size_t)(t->name.ptr - r->s->text.ptr) + t->name.len;
}

static kti_time time_of(kt_span span, int64_t ms, int64_t zero, bool relative) {
    return (kti_time){.span = span, .ms = ms, .zero = zero, .relative = relative};
}

/* In the order of the file, which is not always that of begin, end and dur. */
static void add_in_order(kti_time *times, size_t *count, kti_time t) {
    size_t at = (*count)++;
    for (; at > 0 && times[at - 1].span.start > t.span.start; at--)
        times[at] = times[at - 1];
    times[at] = t;
}

static kt_status add_times(kt_subtitle *s, const kti_time *times, size_t count) {
    for (size_t i = 0; i < count; i++)
        KTI_TRY(times[i].relative
                    ? kti_add_relative_time(s, times[i].span, times[i].ms, times[i].zero)
                    : kti_add_time(s, times[i].span, times[i].ms));
    return KT_OK;
}

/* The element's interval inside of the one around it. Times move with the outermost begin. */
static kt_status set_times(reading *r, const kti_xml *t, element *around, element *e) {
    int64_t begin, end, dur;
    kt_span begins, ends, durs;
    bool has_begin = read_time(r, t, "begin", &begins, &begin);
    bool has_end = read_time(r, t, "end", &ends, &end);
    bool has_dur = read_time(r, t, "dur", &durs, &dur);
    int64_t zero = r->absolute ? 0 : around->seq ? around->clock : around->begin;
    e->timed = has_begin || has_end || has_dur;
    e->begin = has_begin ? zero + begin : r->absolute ? around->begin : zero;
    e->end = around->end;
    if (has_end) e->end = earlier(e->end, zero + end);
    if (has_dur) e->end = earlier(e->end, e->begin + dur);
    e->clock = e->begin;
    bool begins_at_zero = !has_begin && (e->seq || e->timed);
    e->shifted = !r->absolute && (around->shifted || has_begin || begins_at_zero);
    if (around->seq) around->clock = e->end == never ? e->begin : e->end;
    if (begins_at_zero && !around->shifted) KTI_TRY(kti_add_begin(r->s, name_end(r, t)));
    kti_time times[3];
    size_t count = 0;
    if (has_begin) add_in_order(times, &count, time_of(begins, begin, zero, around->shifted));
    if (has_end) add_in_order(times, &count, time_of(ends, end, zero, around->shifted));
    if (has_dur) add_in_order(times, &count, time_of(durs, dur, e->begin, true));
    return add_times(r->s, times, count);
}

/* ---- cues ----------------------------------------------------------------------------------- */

static kt_status add_cue(reading *r, const element *e, size_t start, size_t end, size_t block,
                         size_t stop) {
    kt_subtitle *s = r->s;
    kt_cue cue = {.start_ms = e->begin, .end_ms = e->end, .track = e->track};
    if (start >= end || kti_ttml_is_blank(kti_str_cut(s->text, start, end))) return KT_OK;
    if (e->end == never) {
        kti_note(s, KTI_NOTE_OPEN_END, start);
        cue.end_ms = e->begin + KTI_LAST_MS;
    }
    cue.text = kti_span_of(start, end);
    if (e->agent.len > 0) {
        size_t name = (size_t)(e->agent.ptr - s->text.ptr);
        cue.speaker = kti_span_of(name, name + e->agent.len);
    }
    KTI_TRY(kti_add_block(s, kti_span_of(block, stop), e->track, 0));
    KTI_TRY(kti_add_cue(s, cue));
    kti_look look = kti_ttml_look(&e->style);
    look.keep_space = e->keep_space;
    return kti_add_look(s, look);
}

/* Whether the innermost element is a cue of its own: it has times, and nothing around it in its
 * paragraph has. */
static bool is_timed_span(const reading *r) {
    if (r->paragraph == 0 || r->depth == r->paragraph || !r->open[r->depth - 1].timed) return false;
    for (size_t i = r->paragraph - 1; i + 1 < r->depth; i++)
        if (r->open[i].timed) return false;
    return true;
}

static kt_status close_span(reading *r, const kti_xml *t, const element *e) {
    if (!is_timed_span(r)) return KT_OK;
    r->spans = true;
    return add_cue(r, e, r->content, t->start, r->content, t->start);
}

/* A description names whom nothing else does. */
static void close_agent(reading *r, const kti_xml *t) {
    kti_ttml_agent *agent = &r->agents[r->agent_count - 1];
    bool named = kti_str_eq(t->local, KTI_STR("name"));
    bool described = kti_str_eq(t->local, KTI_STR("desc"));
    if (r->depth == r->agent) r->agent = 0;
    if (t->kind != KTI_XML_CLOSE || r->name == 0 || !(named || described)) return;
    kt_str name = kti_str_trim(kti_str_cut(r->s->text, r->name, t->start));
    r->name = 0;
    if (name.len == 0 || (agent->name.len > 0 && !(named && r->is_described))) return;
    agent->name = name;
    r->is_described = described;
}

static kt_status close_element(reading *r, const kti_xml *t) {
    const element *e = &r->open[r->depth - 1];
    if (r->depth == r->paragraph) {
        if (!r->spans) KTI_TRY(add_cue(r, e, r->content, t->start, r->block, t->end));
        r->paragraph = 0;
    } else if (kti_str_eq(t->local, KTI_STR("span"))) {
        KTI_TRY(close_span(r, t, e));
    }
    if (r->depth == r->body) r->body = 0;
    if (r->depth == r->region) r->region = 0;
    if (r->agent > 0) close_agent(r, t);
    r->depth--;
    return KT_OK;
}

/* ---- elements ------------------------------------------------------------------------------- */

static bool is_content(kt_str local) {
    return kti_str_eq(local, KTI_STR("div")) || kti_str_eq(local, KTI_STR("p")) ||
           kti_str_eq(local, KTI_STR("span")) || kti_str_eq(local, KTI_STR("body"));
}

static kt_status set_language(reading *r, const kti_xml *t, element *e) {
    kt_str lang = kti_xml_attribute(r->s->text, t, "lang");
    if (lang.ptr != NULL) e->lang = lang;
    if (r->body == 0 || !kti_str_eq(t->local, KTI_STR("p"))) return KT_OK;
    KTI_TRY(kti_track_of(r->s, e->lang, &e->track));
    r->s->tracks[e->track].language = r->s->tracks[e->track].id;
    return KT_OK;
}

/* ---- styles --------------------------------------------------------------------------------- */

/* A style of the head, or a region; a style inside of a region is the region's. */
static kt_status add_style(reading *r, const kti_xml *t) {
    bool region = kti_str_eq(t->local, KTI_STR("region"));
    void *items = r->styles;
    kti_ttml_style own;
    if (!region && !kti_str_eq(t->local, KTI_STR("style"))) return KT_OK;
    kti_ttml_read_style(r->s->text, t, &own);
    if (r->region > 0) {
        kti_ttml_inherit(&r->styles[r->style_count - 1], &own);
        return KT_OK;
    }
    if (region) r->region = r->depth + 1;
    KTI_TRY(kti_alloc_grow(&r->s->alloc, &items, &r->style_capacity, sizeof *r->styles,
                           r->style_count + 1));
    r->styles = items;
    r->styles[r->style_count++] = own;
    return KT_OK;
}

/* ---- agents --------------------------------------------------------------------------------- */

static kt_status open_agent(reading *r, const kti_xml *t) {
    void *items = r->agents;
    r->name = r->agent > 0 ? t->end : 0;
    if (r->agent > 0 || !kti_str_eq(t->local, KTI_STR("agent"))) return KT_OK;
    kt_str id = kti_xml_attribute(r->s->text, t, "id");
    if (id.len == 0) return KT_OK;
    r->agent = r->depth + 1;
    r->is_described = false;
    KTI_TRY(kti_alloc_grow(&r->s->alloc, &items, &r->agent_capacity, sizeof *r->agents,
                           r->agent_count + 1));
    r->agents = items;
    r->agents[r->agent_count++] = (kti_ttml_agent){.id = id};
    return KT_OK;
}

/* ---- the rest ------------------------------------------------------------------------------- */

/* Spans are read with their text; but those that are cues have a look, too. */
static void set_style(reading *r, const kti_xml *t, const element *around, element *e) {
    kt_str space = kti_xml_attribute(r->s->text, t, "space");
    if (space.ptr != NULL) e->keep_space = kti_str_eq(space, KTI_STR("preserve"));
    kti_ttml_style_of(r->s->styles, r->s->text, t, &e->style);
    kti_ttml_inherit(&e->style, &around->style);
    if (kti_xml_attribute(r->s->text, t, "agent").ptr != NULL)
        e->agent = kti_ttml_agent_of(r->s->styles, r->s->text, t);
}

static kt_status settle(reading *r) {
    return kti_ttml_settle(r->s, r->styles, r->style_count, r->agents, r->agent_count);
}

static kt_status open_element(reading *r, const kti_xml *t) {
    element *around = &r->open[r->depth - 1];
    element e = *around;
    e.name = t->name;
    e.seq = e.timed = false;
    if (r->body == 0 && kti_str_eq(t->local, KTI_STR("body"))) {
        r->body = r->depth + 1;
        if (r->s->styles == NULL) KTI_TRY(settle(r));
    }
    if (r->body == 0) KTI_TRY(open_agent(r, t));
    if (r->body == 0) KTI_TRY(add_style(r, t));
    if (r->body > 0 && is_content(t->local)) {
        set_style(r, t, around, &e);
        e.seq = kti_str_eq(kti_xml_attribute(r->s->text, t, "timeContainer"), KTI_STR("seq"));
        r->s->sequential = r->s->sequential || e.seq;
        KTI_TRY(set_times(r, t, around, &e));
    }
    KTI_TRY(set_language(r, t, &e));
    r->open[r->depth++] = e;
    if (is_timed_span(r)) r->content = t->end;
    if (r->body == 0 || r->paragraph != 0 || !kti_str_eq(t->local, KTI_STR("p"))) return KT_OK;
    r->paragraph = r->depth;
    r->block = t->start;
    r->content = t->end;
    r->spans = false;
    return KT_OK;
}

/* "<tt:br/>" in a file that writes "tt:" before its names. */
static kt_status note_prefix(reading *r, const kti_xml *root) {
    size_t prefix = root->name.len - root->local.len;
    if (prefix == 0) return KT_OK;
    kti_buf own;
    kti_buf_init(&own, &r->s->alloc);
    kti_buf_add_byte(&own, '<');
    kti_buf_add_str(&own, kti_str_cut(root->name, 0, prefix));
    kti_buf_add_cstr(&own, "br/>");
    r->s->line_break = kti_arena_str(&r->s->texts, kti_buf_str(&own));
    bool failed = own.failed || r->s->line_break.ptr == NULL;
    kti_buf_free(&own);
    return failed ? KT_ERR_NOMEM : KT_OK;
}

static kt_status open_root(reading *r, const kti_xml *t, kt_error *err) {
    static const kt_str namespace = KTI_STR_INIT("http://www.w3.org/ns/ttml");
    static const kt_str draft = KTI_STR_INIT("http://www.w3.org/2006/");
    kt_subtitle *s = r->s;
    kt_str tag = kti_str_cut(s->text, t->start, t->end);
    if (!kti_str_eq(t->local, KTI_STR("tt")))
        return kti_fail_line(err, KT_ERR_SYNTAX, t->start, 1, "the root is not <tt>");
    if (kti_str_find(tag, namespace, 0) == SIZE_MAX)
        kti_note(s,
                 kti_str_find(tag, draft, 0) != SIZE_MAX ? KTI_NOTE_OLD_NAMESPACE
                                                         : KTI_NOTE_NO_NAMESPACE,
                 t->start);
    r->absolute = kti_xml_attribute(s->text, t, "timing").ptr != NULL; /* itunes:timing */
    kti_ttml_read_rates(s->text, t, &r->rates);
    r->open[0] = (element){.name = t->name, .end = never};
    r->open[0].keep_space = kti_str_eq(kti_xml_attribute(s->text, t, "space"), KTI_STR("preserve"));
    r->open[0].lang = kti_xml_attribute(s->text, t, "lang");
    r->depth = 1;
    r->root = true;
    return note_prefix(r, t);
}

/* ---- reading -------------------------------------------------------------------------------- */

static kt_status fail_at(const reading *r, size_t at, const char *message, kt_error *err) {
    return kti_fail_line(err, KT_ERR_SYNTAX, at, kti_line_number(r->s->text, at), message);
}

static kt_status take_token(reading *r, const kti_xml *t, kt_error *err) {
    bool opens = t->kind == KTI_XML_OPEN || t->kind == KTI_XML_EMPTY;
    if (t->kind == KTI_XML_BAD) return fail_at(r, t->start, "not well-formed XML", err);
    if (opens && !r->root) {
        KTI_TRY(open_root(r, t, err));
    } else if (opens) {
        if (r->depth == 0) return fail_at(r, t->start, "a second root", err);
        if (r->depth == DEEPEST) return fail_at(r, t->start, "elements nest too deep", err);
        KTI_TRY(open_element(r, t));
    }
    if (t->kind != KTI_XML_CLOSE && t->kind != KTI_XML_EMPTY) return KT_OK;
    if (r->depth == 0 || !kti_str_eq(r->open[r->depth - 1].name, t->name))
        return fail_at(r, t->start, "an end tag that ends nothing", err);
    return close_element(r, t);
}

static kt_status read_tokens(reading *r, kt_error *err) {
    kti_xml t;
    for (size_t at = 0; kti_xml_at(r->s->text, at, &t); at = t.end)
        KTI_TRY(take_token(r, &t, err));
    if (!r->root) return fail_at(r, 0, "no <tt>", err);
    if (r->depth > 0) return fail_at(r, r->s->text.len, "the file ends inside an element", err);
    return KT_OK;
}

static kt_status read(kt_subtitle *s, kt_error *err) {
    reading r = {.s = s};
    kt_status status = read_tokens(&r, err);
    kti_alloc_free(&s->alloc, r.styles, r.style_capacity * sizeof *r.styles);
    kti_alloc_free(&s->alloc, r.agents, r.agent_capacity * sizeof *r.agents);
    return status;
}

/* The first element is <tt>. */
static bool is(kt_str text) {
    enum { HEAD = 8192 };
    kt_str head = kti_str_cut(text, 0, text.len < HEAD ? text.len : HEAD);
    kti_xml t;
    for (size_t at = 0; kti_xml_at(head, at, &t); at = t.end) {
        if (t.kind == KTI_XML_TEXT && !kti_is_blank(kti_str_cut(head, t.start, t.end)))
            return false;
        if (t.kind != KTI_XML_TEXT && t.kind != KTI_XML_OTHER)
            return t.kind != KTI_XML_BAD && kti_str_eq(t.local, KTI_STR("tt"));
    }
    return false;
}

const kti_dialect kti_ttml = {
    .format = KT_FORMAT_TTML,
    .id = "ttml",
    .keeps = KTI_KEEPS_LOOKS | KTI_KEEPS(KTI_TAG_VOICE) | KTI_KEEPS(KTI_TAG_RUBY) |
             KTI_KEEPS(KTI_TAG_PLACE),
    .line_break = KTI_STR_INIT("<br/>"),
    .has_voices = true,
    .is = is,
    .read = read,
    .piece = kti_ttml_piece,
    .escape = kti_escape_html,
    .time = kti_ttml_write_time,
    .begin = kti_ttml_begin,
    .second = kti_ttml_second,
    .cue = kti_ttml_cue,
    .end = kti_ttml_end,
    .tag = kti_ttml_tag,
};
