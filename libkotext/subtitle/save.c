/* save.c - the file again: copies of what is untouched, and the changes between. */
#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/text.h"
#include "subtitle/dialect.h"
#include "subtitle/second.h"
#include "unicode/charset.h"

enum { RULE_CHANGED = 1 };

/* ---- what changes --------------------------------------------------------------------------- */

/* A stretch of the file and what it becomes. */
typedef struct patch {
    kt_span span;
    kt_str text;
    bool inserted; /* stands between what is there, before what changes behind it */
    size_t order;  /* of those at one place the first holds */
} patch;

typedef struct patches {
    const kt_subtitle *s;
    patch *items;
    size_t count, capacity;
    kti_arena texts;
    kt_status status;
} patches;

static void add_patch(patches *p, kt_span span, kt_str text) {
    void *items = p->items;
    if (p->status != KT_OK) return;
    p->status = kti_alloc_grow(&p->s->alloc, &items, &p->capacity, sizeof *p->items, p->count + 1);
    p->items = items;
    if (p->status != KT_OK) return;
    p->items[p->count] = (patch){span, text, false, p->count};
    p->count++;
}

/* The text of a cue that had none, between two lines of the file, is a line of its own. */
static kt_str on_a_line(patches *p, size_t at, kt_str text) {
    kt_str file = p->s->text, end = kti_line_end(file);
    bool before = at > 0 && kti_line_end_len(file, at - 1) == 0;
    bool behind = at < file.len && kti_line_end_len(file, at) == 0;
    kti_buf line;
    kti_buf_init(&line, &p->s->alloc);
    if (before) kti_buf_add_str(&line, end);
    kti_buf_add_str(&line, text);
    if (behind) kti_buf_add_str(&line, end);
    kt_str copy = kti_arena_str(&p->texts, kti_buf_str(&line));
    if (line.failed || copy.ptr == NULL) p->status = KT_ERR_NOMEM;
    kti_buf_free(&line);
    return copy;
}

static void add_text(patches *p, kt_span span, kt_str text) {
    bool lines = p->s->dialect->header != NULL;
    if (lines && span.end == span.start && text.len > 0) text = on_a_line(p, span.start, text);
    add_patch(p, span, text);
}

static void add_times(patches *p) {
    kti_buf text;
    kti_buf_init(&text, &p->s->alloc);
    for (size_t i = 0; p->s->moved && i < p->s->time_count; i++) {
        const kti_time *t = &p->s->times[i];
        if (!t->moved) continue;
        kti_buf_clear(&text);
        if (t->attribute) kti_buf_add_cstr(&text, " begin=\"");
        p->s->dialect->time(t->ms, kti_str_span(p->s->text, t->span), &text);
        if (t->attribute) kti_buf_add_byte(&text, '"');
        kt_str copy = kti_arena_str(&p->texts, kti_buf_str(&text));
        if (text.failed || copy.ptr == NULL) p->status = KT_ERR_NOMEM;
        add_patch(p, t->span, copy);
    }
    kti_buf_free(&text);
}

/* Blocks of dropped tracks; the frame of a group goes when nothing of it is left. */
static void add_dropped(patches *p) {
    const kt_subtitle *s = p->s;
    for (size_t i = 0; s->dropped != NULL && i < s->block_count;) {
        size_t end = i + 1, kept = 0;
        while (s->blocks[i].group != 0 && end < s->block_count &&
               s->blocks[end].group == s->blocks[i].group)
            end++;
        for (size_t k = i; k < end; k++)
            kept += s->blocks[k].track < s->track_count && !s->dropped[s->blocks[k].track];
        /* The first of a group is its frame. */
        bool grouped = s->blocks[i].group != 0;
        if (kept == 0)
            add_patch(p, s->blocks[i].span, (kt_str){NULL, 0});
        else
            for (size_t k = i + grouped; k < end; k++)
                if (s->dropped[s->blocks[k].track])
                    add_patch(p, s->blocks[k].span, (kt_str){NULL, 0});
        i = end;
    }
}

static void insert(void *context, size_t at, const kti_buf *text) {
    patches *p = context;
    kt_str copy = kti_arena_str(&p->texts, (kt_str){text->ptr, text->len});
    if (text->failed || (text->len > 0 && copy.ptr == NULL)) p->status = KT_ERR_NOMEM;
    size_t count = p->count;
    add_patch(p, kti_span_of(at, at), copy);
    if (p->count > count) p->items[count].inserted = true;
}

static int by_place(const void *a, const void *b) {
    const patch *first = a, *second = b;
    if (first->span.start != second->span.start)
        return first->span.start < second->span.start ? -1 : 1;
    if (first->inserted != second->inserted) return first->inserted ? -1 : 1;
    if (first->span.end != second->span.end) return first->span.end > second->span.end ? -1 : 1;
    return first->order < second->order ? -1 : 1;
}

static kt_status gather(const kt_subtitle *s, patches *p) {
    *p = (patches){.s = s, .status = KT_OK};
    kti_arena_init(&p->texts, &s->alloc);
    for (size_t i = 0; s->replaced != NULL && i < s->cue_count; i++)
        if (s->replaced[i].ptr != NULL) add_text(p, s->cues[i].text, s->replaced[i]);
    add_times(p);
    add_dropped(p);
    if (p->status == KT_OK) p->status = kti_add_second(s, insert, p);
    if (p->count > 1) qsort(p->items, p->count, sizeof *p->items, by_place);
    return p->status;
}

static void free_patches(patches *p) {
    kti_arena_free(&p->texts);
    kti_alloc_free(&p->s->alloc, p->items, p->capacity * sizeof *p->items);
}

/* Of patches that meet, the first and widest holds: cues may share their text. */
kt_status kt_subtitle_write(const kt_subtitle *s, kt_text *out) {
    if (s == NULL || out == NULL) return KT_ERR_ARG;
    patches p;
    kti_text_clear(out);
    kt_status status = gather(s, &p);
    uint32_t copied = 0;
    for (size_t i = 0; status == KT_OK && i < p.count; i++) {
        patch *change = &p.items[i];
        const patch *last = i > 0 && !p.items[i - 1].inserted ? &p.items[i - 1] : NULL;
        bool repeated = last != NULL && change->span.start == last->span.start;
        if (change->span.start < copied || repeated) continue;
        kti_text_copy(out, kti_str_cut(s->text, copied, change->span.start));
        if (change->span.end > change->span.start || change->text.len > 0)
            kti_text_replace(out, change->span.end - change->span.start, change->text,
                             RULE_CHANGED);
        copied = change->span.end;
    }
    kti_text_copy(out, kti_str_cut(s->text, copied, s->text.len));
    free_patches(&p);
    return status != KT_OK ? status : kti_text_status(out);
}

/* ---- bytes ---------------------------------------------------------------------------------- */

static kt_status add_encoded(kt_subtitle *s, kt_str text, const char *charset, bool mark,
                             kt_error *err) {
    size_t bad = SIZE_MAX;
    kt_status status = KT_OK;
    if (s->uni == NULL) status = kti_uni_new(&s->alloc, &s->uni);
    if (status == KT_OK) status = kti_charset_encode(s->uni, text, charset, mark, &s->saved, &bad);
    if (status == KT_ERR_UNSUPPORTED) return kti_fail(err, status, 0, "unknown encoding");
    if (status != KT_OK) return kti_fail(err, status, 0, "out of memory");
    if (bad != SIZE_MAX)
        return kti_fail(err, KT_ERR_ENCODING, bad,
                        "the encoding lacks a character of the new text");
    return KT_OK;
}

/* Walks the lines of the text and those of the bytes together. */
typedef struct line_walk {
    kt_str bytes;
    size_t unit; /* bytes of one code unit */
    bool little;
    size_t text_at, byte_at; /* the line begins */
    size_t text_next, byte_next;
} line_walk;

static line_walk walk_of(const kt_subtitle *s) {
    kti_wide_form form = kti_wide_form_of(s->charset.name);
    return (line_walk){.bytes = s->bytes,
                       .byte_at = s->charset.bom_len,
                       .unit = form.unit == 0 ? 1 : form.unit,
                       .little = form.little};
}

static bool is_feed(const line_walk *w, size_t at) {
    for (size_t i = 0; i < w->unit; i++) {
        bool low = i == (w->little ? 0 : w->unit - 1);
        if (w->bytes.ptr[at + i] != (low ? '\n' : '\0')) return false;
    }
    return true;
}

static size_t next_byte_line(const line_walk *w) {
    size_t at = w->byte_at;
    while (w->bytes.len - at >= w->unit && !is_feed(w, at))
        at += w->unit;
    return w->bytes.len - at >= w->unit ? at + w->unit : w->bytes.len;
}

static size_t next_text_line(kt_str text, size_t at) {
    const char *feed = memchr(text.ptr + at, '\n', text.len - at);
    return feed == NULL ? text.len : (size_t)(feed - text.ptr) + 1;
}

static bool has_damage(kt_str text) {
    return kti_str_find(text, KTI_STR("\xEF\xBF\xBD"), 0) != SIZE_MAX;
}

/* How many bytes [from, to) of the text had, which holds no damage. */
static kt_status encoded_len(kt_subtitle *s, size_t from, size_t to, size_t *len) {
    size_t bad;
    kti_buf bytes;
    kti_buf_init(&bytes, &s->alloc);
    kt_status status = kti_charset_encode(s->uni, kti_str_cut(s->text, from, to), s->charset.name,
                                          0, &bytes, &bad);
    *len = bytes.len;
    kti_buf_free(&bytes);
    return status == KT_OK && bad != SIZE_MAX ? KT_ERR_ENCODING : status;
}

/* Where a place of a damaged line stands in the bytes: counted from the start of the line, or from
 * its end, whichever way holds no damage. */
static kt_status byte_place(kt_subtitle *s, const line_walk *w, size_t at, size_t *place) {
    size_t len = 0;
    bool before = !has_damage(kti_str_cut(s->text, w->text_at, at));
    if (!before && has_damage(kti_str_cut(s->text, at, w->text_next))) return KT_ERR_ENCODING;
    KTI_TRY(before ? encoded_len(s, w->text_at, at, &len) : encoded_len(s, at, w->text_next, &len));
    *place = before ? w->byte_at + len : w->byte_next - len;
    return *place >= w->byte_at && *place <= w->byte_next ? KT_OK : KT_ERR_ENCODING;
}

/* A part of a line that stays. Bytes that were no text cannot be encoded again, but copied. */
static kt_status add_part(kt_subtitle *s, const line_walk *w, size_t from, size_t to,
                          const char *charset, kt_error *err) {
    enum { LONGEST_LINE = 1 << 16 };
    kt_str part = kti_str_cut(s->text, from, to);
    size_t start = 0, end = 0;
    if (!has_damage(part)) return add_encoded(s, part, charset, false, err);
    kt_status status = KT_ERR_ENCODING;
    if (w->text_next - w->text_at <= LONGEST_LINE) status = byte_place(s, w, from, &start);
    if (status == KT_OK) status = byte_place(s, w, to, &end);
    if (status == KT_OK && start <= end) {
        kti_buf_add_str(&s->saved, kti_str_cut(w->bytes, start, end));
        return KT_OK;
    }
    return kti_fail(err, status == KT_OK ? KT_ERR_ENCODING : status, from,
                    "a line that changes holds bytes that are no text");
}

static void find_next(line_walk *w, kt_str text) {
    w->text_next = next_text_line(text, w->text_at);
    w->byte_next = next_byte_line(w);
}

/* [from, to) of the text stays: whole lines are copies of their bytes. */
static kt_status add_kept(kt_subtitle *s, line_walk *w, size_t from, size_t to, const char *charset,
                          kt_error *err) {
    while (from < to) {
        while (w->text_next <= from && w->text_next < s->text.len) {
            w->byte_at = w->byte_next;
            w->text_at = w->text_next;
            find_next(w, s->text);
        }
        size_t end = w->text_next < to ? w->text_next : to;
        if (from == w->text_at && end == w->text_next)
            kti_buf_add_str(&s->saved, kti_str_cut(w->bytes, w->byte_at, w->byte_next));
        else
            KTI_TRY(add_part(s, w, from, end, charset, err));
        from = end;
    }
    return KT_OK;
}

/* Ill-formed bytes may have swallowed a line end; then lines cannot be told apart. */
static bool lines_agree(const kt_subtitle *s) {
    line_walk w = walk_of(s);
    size_t lines = 0;
    for (size_t at = 0; at < s->text.len; at = next_text_line(s->text, at))
        lines++;
    for (; w.byte_at < w.bytes.len; w.byte_at = next_byte_line(&w))
        lines--;
    return lines == 0;
}

static kt_status encode_changes(kt_subtitle *s, const kt_text *text, const char *charset,
                                kt_error *err) {
    line_walk w = walk_of(s);
    if (s->uni == NULL) KTI_TRY(kti_uni_new(&s->alloc, &s->uni));
    if (!lines_agree(s)) return add_encoded(s, kt_text_str(text), charset, false, err);
    find_next(&w, s->text);
    const kt_edit *edits;
    size_t count = kt_text_edits(text, &edits);
    for (size_t i = 0; i < count; i++) {
        const kt_edit *e = &edits[i];
        if (e->rule == 0)
            KTI_TRY(add_kept(s, &w, e->src, e->src + e->src_len, charset, err));
        else
            KTI_TRY(add_encoded(s, kti_str_cut(kt_text_str(text), e->dst, e->dst + e->dst_len),
                                charset, false, err));
    }
    return KT_OK;
}

/* `charset` is its own or another. */
static kt_status save_text(kt_subtitle *s, const kt_text *text, const char *charset,
                           kt_error *err) {
    bool same = strcmp(charset, s->charset.name) == 0;
    kti_buf_clear(&s->saved);
    if (same) kti_buf_add_str(&s->saved, kti_str_cut(s->bytes, 0, s->charset.bom_len));
    if (kti_charset_is_utf8(charset))
        kti_buf_add_str(&s->saved, kt_text_str(text));
    else
        KTI_TRY(same ? encode_changes(s, text, charset, err)
                     : add_encoded(s, kt_text_str(text), charset, kti_charset_wants_mark(charset),
                                   err));
    return kti_buf_status(&s->saved);
}

static bool is_touched(const kt_subtitle *s) {
    return s->replaced != NULL || s->second != NULL || s->moved || s->dropped != NULL;
}

kt_status kt_subtitle_save(kt_subtitle *s, const char *charset, kt_str *out, kt_error *err) {
    kt_text *text = NULL;
    if (s == NULL || out == NULL) return kti_fail(err, KT_ERR_ARG, 0, "no subtitle, or no place");
    *out = s->bytes;
    const char *name = charset == NULL ? s->charset.name : kti_charset_name(charset);
    if (!is_touched(s) && strcmp(name, s->charset.name) == 0) return KT_OK;
    kt_status status = kt_text_new(&s->alloc, &text);
    if (status == KT_OK) status = kt_subtitle_write(s, text);
    if (status != KT_OK)
        (void)kti_fail(err, status, 0, kt_status_name(status));
    else
        status = save_text(s, text, name, err);
    *out = kti_buf_str(&s->saved);
    kt_text_free(text);
    return status;
}
