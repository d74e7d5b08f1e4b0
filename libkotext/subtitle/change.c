#include "subtitle/change.h"
#include "subtitle/second.h"

#include "core/status.h"
#include "core/str.h"
#include "core/text.h"
#include "subtitle/dialect.h"
#include "subtitle/lines.h"
#include "subtitle/tags.h"

kt_str kti_content(const kt_subtitle *s, size_t cue) {
    if (s->replaced != NULL && s->replaced[cue].ptr != NULL) return s->replaced[cue];
    return kti_str_span(s->text, s->cues[cue].text);
}

kt_status kti_set_content(kt_subtitle *s, size_t cue, kt_str content) {
    if (s->replaced == NULL)
        s->replaced = kti_arena_zeroed(&s->texts, s->cue_count, sizeof *s->replaced);
    if (s->replaced == NULL) return KT_ERR_NOMEM;
    kt_str copy = kti_arena_str(&s->texts, content);
    if (copy.ptr == NULL) return KT_ERR_NOMEM;
    s->replaced[cue] = copy;
    return KT_OK;
}

kt_str kti_line_end(kt_str text) {
    for (size_t at = 0; at < text.len; at++) {
        if (text.ptr[at] == '\n') return KTI_STR("\n");
        if (text.ptr[at] != '\r') continue;
        while (at + 1 < text.len && text.ptr[at + 1] == '\r') /* CR CR LF */
            at++;
        return at + 1 < text.len && text.ptr[at + 1] == '\n' ? KTI_STR("\r\n") : KTI_STR("\r");
    }
    return KTI_STR("\n");
}

/* Where lines have times, each has those of the first. */
static kt_str stamps_of(const kt_subtitle *s, size_t cue) {
    size_t end = s->cues[cue].text.start, start = end;
    while (start > 0 && s->text.ptr[start - 1] != '\n' && s->text.ptr[start - 1] != '\r')
        start--;
    return kti_str_cut(s->text, start, end);
}

void kti_add_break(const kt_subtitle *s, size_t cue, kti_buf *out) {
    kt_str own = s->line_break.len > 0 ? s->line_break : s->dialect->line_break;
    kti_buf_add_str(out, own.len > 0 ? own : kti_line_end(s->text));
    if (s->dialect->stamps_lines) kti_buf_add_str(out, stamps_of(s, cue));
}

/* Takes a line off the front; `*text` is {NULL, 0} behind the last. */
static kt_str next_line(kt_str *text) {
    kti_line l = kti_line_at(*text, 0);
    *text = l.next > l.end ? kti_str_cut(*text, l.next, text->len) : (kt_str){NULL, 0};
    return l.text;
}

static void add_lines(const kt_subtitle *s, size_t cue, kt_str text, bool escape, kti_buf *out) {
    while (text.ptr != NULL) {
        kt_str line = next_line(&text);
        if (escape)
            s->dialect->escape(line, out);
        else
            kti_buf_add_str(out, line);
        if (text.ptr != NULL) kti_add_break(s, cue, out);
    }
}

/* Nothing can be escaped in a CDATA section, so what must be stands outside. */
void kti_add_new(const kti_change *c, kt_str text, bool in_cdata, kti_buf *out) {
    bool leave = in_cdata && kti_plain_run(text, 0, "&<>]") < text.len;
    if (leave) kti_buf_add_cstr(out, "]]>");
    add_lines(c->s, c->cue, text, true, out);
    if (leave) kti_buf_add_cstr(out, "<![CDATA[");
}

kt_status kt_subtitle_set_text(kt_subtitle *s, size_t cue, kt_str text) {
    if (s == NULL || cue >= s->cue_count) return KT_ERR_ARG;
    kti_buf content;
    kti_buf_init(&content, &s->alloc);
    add_lines(s, cue, text, s->dialect->plain_only, &content);
    kti_keep_inside(s->dialect, &content, 0);
    kt_status status = kti_buf_status(&content);
    if (status == KT_OK) status = kti_set_content(s, cue, kti_buf_str(&content));
    kti_buf_free(&content);
    return status;
}

/* A change being carried from plain text to content. */
typedef struct carrier {
    const kti_change *change;
    const kt_edit *edits;
    size_t count;
    size_t edit;   /* the next one */
    size_t plain;  /* how far the plain text has come */
    bool in_cdata; /* there */
    kti_buf *out;
} carrier;

static const kt_edit *next_edit(const carrier *c) {
    return c->edit < c->count ? &c->edits[c->edit] : NULL;
}

static void add_changed(carrier *c, const kt_edit *e) {
    kt_str text = kti_str_cut(kt_text_str(c->change->change), e->dst, e->dst + e->dst_len);
    kti_add_new(c->change, text, c->in_cdata, c->out);
}

/* What was inserted here goes before markup and text that follow. */
static void add_insertions(carrier *c) {
    for (const kt_edit *e; (e = next_edit(c)) != NULL; c->edit++) {
        if (e->src_len > 0 || e->src > c->plain) return;
        add_changed(c, e);
    }
}

/* Text that keeps its bytes, but for a first one that would be markup behind what is new. */
static void add_kept(const carrier *c, kt_str raw) {
    const kti_dialect *d = c->change->s->dialect;
    bool joins = d->joins != NULL && d->joins(c->out, raw) != SIZE_MAX;
    if (joins) kti_add_wide(c->out, raw.ptr[0]);
    kti_buf_add_str(c->out, kti_str_cut(raw, joins, raw.len));
}

/* One piece with text: what is copied keeps its bytes, a replacement stands where it begins. */
static void carry_piece(carrier *c, kt_str raw, const kti_piece *piece) {
    bool whole = piece->kind != KTI_PIECE_TEXT;
    size_t end = c->plain + (whole ? piece->plain_len : raw.len), from = c->plain;
    for (const kt_edit *e; c->plain < end && (e = next_edit(c)) != NULL;) {
        size_t stop = e->src + e->src_len < end ? e->src + e->src_len : end;
        if (e->rule == 0 && whole && c->plain == from)
            kti_buf_add_str(c->out, raw);
        else if (e->rule == 0 && !whole)
            add_kept(c, kti_str_cut(raw, c->plain - from, stop - from));
        else if (e->rule != 0 && e->src == c->plain)
            add_changed(c, e);
        c->plain = stop;
        if (e->src + e->src_len <= stop) c->edit++;
        if (c->plain < end) add_insertions(c);
    }
}

/* Adds the content with the change carried into it: markup stays where it was. */
static void carry(const kti_change *change, kti_buf *out) {
    carrier c = {change, NULL, 0, 0, 0, false, out};
    c.count = kt_text_edits(change->change, &c.edits);
    kti_piece piece;
    kti_pieces walk = kti_original(change->s, change->cue);
    bool in_cdata = false;
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at) {
        kt_str raw = kti_str_cut(walk.content, at, walk.at);
        c.in_cdata = in_cdata;
        in_cdata = walk.cdata_end > walk.at;
        add_insertions(&c);
        if (piece.kind == KTI_PIECE_MARKUP)
            kti_buf_add_str(out, raw);
        else
            carry_piece(&c, raw, &piece);
    }
    c.in_cdata = in_cdata;
    add_insertions(&c);
}

/* The text of the cue, which the edits must tile. */
static void add_plain(const kt_subtitle *s, size_t cue, kti_buf *out) {
    kti_piece piece;
    kti_pieces walk = kti_original(s, cue);
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at) {
        bool text = piece.kind == KTI_PIECE_TEXT;
        if (text) kti_buf_add_str(out, kti_str_cut(walk.content, at, walk.at));
        if (!text) kti_buf_add(out, piece.plain, piece.plain_len);
    }
}

/* Whether the change makes other text of the cue, which `content` gets. */
static bool changes(const kti_change *c, kti_buf *content) {
    carry(c, content);
    kt_str before = kti_str_span(c->s->text, c->s->cues[c->cue].text);
    return content->failed || !kti_str_eq(kti_buf_str(content), before);
}

static kt_status apply(const kti_change *c, kt_str before, kt_layout layout, kti_buf *content) {
    bool changed = changes(c, content), track = layout == KT_LAYOUT_TRACK;
    kt_subtitle *s = c->target;
    if (changed && layout != KT_LAYOUT_REPLACE) kti_lay_out(c, layout, before, content);
    kti_keep_inside(s->dialect, content, 0);
    KTI_TRY(kti_buf_status(content));
    if (!changed) return KT_OK;
    return track ? kti_set_second(s, c->cue, kti_buf_str(content))
                 : kti_set_content(s, c->cue, kti_buf_str(content));
}

kt_status kt_subtitle_apply(kt_subtitle *s, size_t cue, const kt_text *change, kt_layout layout) {
    if (s == NULL || change == NULL || (unsigned)layout > KT_LAYOUT_TRACK || cue >= s->cue_count)
        return KT_ERR_ARG;
    kti_change c = {s, s, cue, change};
    kti_buf content, before;
    kti_buf_init(&content, &s->alloc);
    kti_buf_init(&before, &s->alloc);
    add_plain(s, cue, &before);
    kt_status status = kti_buf_status(&before);
    if (status == KT_OK && before.len != change->src_len) status = KT_ERR_ARG;
    if (status == KT_OK) status = apply(&c, kti_buf_str(&before), layout, &content);
    kti_buf_free(&before);
    kti_buf_free(&content);
    return status;
}
