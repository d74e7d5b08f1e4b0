/* span.c - the edit map: positions through it, and one map after another. */
#include "core/span.h"

#include "core/status.h"
#include "core/str.h"
#include "core/text.h"

/* ---- positions ------------------------------------------------------------------------------ */

/* One edit, seen from either side. */
typedef struct side {
    uint32_t from, from_len, to, to_len;
    bool copied;
} side;

static side edit_side(kt_edit e, bool to_source) {
    side s = {e.src, e.src_len, e.dst, e.dst_len, e.rule == 0};
    if (to_source) s = (side){e.dst, e.dst_len, e.src, e.src_len, e.rule == 0};
    return s;
}

/* The first edit whose `from` range ends after `at`. */
static size_t first_reaching(const kt_text *text, uint32_t at, bool to_source) {
    size_t low = 0;
    size_t high = text->edit_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        side s = edit_side(text->edits[middle], to_source);
        if (s.from + s.from_len > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static uint32_t total(const kt_text *text, bool to_source) {
    return to_source ? (uint32_t)text->bytes.len : text->src_len;
}

static kt_span map_span(const kt_text *text, kt_span span, bool to_source) {
    uint32_t end = total(text, to_source);
    kti_text_unroll(text);
    if (span.end > end) span.end = end;
    if (span.start > span.end) span.start = span.end;
    size_t at = first_reaching(text, span.start, to_source);
    if (at == text->edit_count) {
        uint32_t other_end = total(text, !to_source);
        return (kt_span){other_end, other_end};
    }
    side s = edit_side(text->edits[at], to_source);
    kt_span mapped = {s.to, s.to};
    if (s.copied) mapped.start = mapped.end = s.to + (span.start - s.from);
    if (span.start == span.end) return mapped;
    for (; at < text->edit_count; at++) {
        s = edit_side(text->edits[at], to_source);
        if (s.from >= span.end && s.from_len > 0) break;
        if (s.from > span.end || (s.from == span.end && s.from_len == 0)) break;
        bool partly = s.copied && s.from + s.from_len > span.end;
        mapped.end = partly ? s.to + (span.end - s.from) : s.to + s.to_len;
    }
    return mapped;
}

kt_span kt_text_source(const kt_text *text, kt_span output) {
    return text == NULL ? (kt_span){0, 0} : map_span(text, output, true);
}

kt_span kt_text_target(const kt_text *text, kt_span input) {
    return text == NULL ? (kt_span){0, 0} : map_span(text, input, false);
}

/* ---- composition ---------------------------------------------------------------------------- */

/* A cursor over edits that may stop inside a copied one. */
typedef struct cursor {
    const kt_text *text;
    size_t at;
    uint32_t done; /* bytes of a copied edit already used */
} cursor;

static bool has_edit(const cursor *c) {
    return c->at < c->text->edit_count;
}

static kt_edit peek(const cursor *c) {
    kt_edit e = c->text->edits[c->at];
    e.src += c->done;
    e.dst += c->done;
    if (e.rule == 0) {
        e.src_len -= c->done;
        e.dst_len -= c->done;
    }
    return e;
}

static void next_edit(cursor *c) {
    c->at++;
    c->done = 0;
}

static void skip_copied(cursor *c, uint32_t bytes) {
    c->done += bytes;
    if (c->done == c->text->edits[c->at].src_len) next_edit(c);
}

/* Emits one composed edit: `src` bytes of a became `dst` bytes of c. */
static void emit(kt_text *out, kt_str c_bytes, uint32_t src, uint32_t dst, uint32_t rule) {
    kt_str to = kti_str_cut(c_bytes, out->bytes.len, out->bytes.len + dst);
    if (rule == 0)
        kti_text_copy(out, to);
    else
        kti_text_replace(out, src, to, rule);
}

/* Joins edits of both maps until they end at the same place of b. */
static void emit_joined(cursor *a, cursor *b, kt_str c_bytes, kt_text *out) {
    uint32_t src = 0, dst = 0, a_mid = 0, b_mid = 0, rule = 0;
    do {
        if (a_mid <= b_mid && has_edit(a)) {
            kt_edit e = peek(a);
            src += e.src_len;
            a_mid += e.dst_len;
            if (e.rule != 0 && rule == 0) rule = e.rule;
            next_edit(a);
        } else {
            kt_edit e = peek(b);
            dst += e.dst_len;
            b_mid += e.src_len;
            if (e.rule != 0) rule = e.rule;
            next_edit(b);
        }
    } while (a_mid != b_mid);
    emit(out, c_bytes, src, dst, rule);
}

static void compose_next(cursor *a, cursor *b, kt_str c_bytes, kt_text *out) {
    if (has_edit(a) && peek(a).dst_len == 0) { /* a deletion of the first map */
        emit(out, c_bytes, peek(a).src_len, 0, peek(a).rule);
        next_edit(a);
        return;
    }
    if (has_edit(b) && peek(b).src_len == 0) { /* an insertion of the second */
        emit(out, c_bytes, 0, peek(b).dst_len, peek(b).rule);
        next_edit(b);
        return;
    }
    kt_edit ea = peek(a);
    kt_edit eb = peek(b);
    if (ea.rule == 0 && eb.rule == 0) {
        uint32_t both = ea.dst_len < eb.src_len ? ea.dst_len : eb.src_len;
        emit(out, c_bytes, both, both, 0);
        skip_copied(a, both);
        skip_copied(b, both);
    } else if (ea.rule == 0 && ea.dst_len >= eb.src_len) {
        emit(out, c_bytes, eb.src_len, eb.dst_len, eb.rule);
        skip_copied(a, eb.src_len);
        next_edit(b);
    } else if (eb.rule == 0 && eb.src_len >= ea.dst_len) {
        emit(out, c_bytes, ea.src_len, ea.dst_len, ea.rule);
        skip_copied(b, ea.dst_len);
        next_edit(a);
    } else {
        emit_joined(a, b, c_bytes, out);
    }
}

kt_status kti_text_compose(const kt_text *first, const kt_text *second, kt_text *out) {
    kti_text_clear(out);
    if (second->src_len != first->bytes.len) return KT_ERR_ARG;
    kti_text_unroll(first);
    kti_text_unroll(second);
    cursor a = {first, 0, 0};
    cursor b = {second, 0, 0};
    kt_str c_bytes = kt_text_str(second);
    while ((has_edit(&a) || has_edit(&b)) && kti_text_status(out) == KT_OK)
        compose_next(&a, &b, c_bytes, out);
    for (size_t i = 0; i < first->step_count; i++) {
        const kt_step *s = &first->steps[i];
        kti_text_note(out, s->src, s->rule, s->before, s->after);
    }
    for (size_t i = 0; i < second->step_count; i++) {
        const kt_step *s = &second->steps[i];
        kti_text_note(out, kt_text_source(first, s->src), s->rule, s->before, s->after);
    }
    return kti_text_status(out);
}

/* ---- the law -------------------------------------------------------------------------------- */

bool kti_span_law(const kt_text *text, kt_str in) {
    kt_str out = kt_text_str(text);
    uint32_t src = 0, dst = 0;
    kti_text_unroll(text);
    for (size_t i = 0; i < text->edit_count; i++) {
        kt_edit e = text->edits[i];
        if (e.src != src || e.dst != dst) return false;
        src += e.src_len;
        dst += e.dst_len;
        if (src > in.len || dst > out.len) return false;
        if (!kti_utf8_is_boundary(in, src) || !kti_utf8_is_boundary(out, dst)) return false;
        bool same = kti_str_eq(kti_str_cut(in, e.src, src), kti_str_cut(out, e.dst, dst));
        if (e.rule == 0 && !same) return false;
    }
    return src == in.len && dst == out.len;
}
