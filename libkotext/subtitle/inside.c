/* inside.c - new text stays inside its cue, whatever its lines look like. */
#include "core/str.h"
#include "subtitle/dialect.h"
#include "subtitle/lines.h"

void kti_add_wide(kti_buf *out, char c) {
    kti_buf_add_cp(out, 0xFF00u + (unsigned char)c - 0x20u);
}

static bool leaves(const kti_dialect *d, const kti_line *l) {
    if (l->text.len == 0) return d->blank_ends;
    return d->header != NULL && d->header(l->text);
}

/* Where the first such line begins; the end when there is none. */
static size_t first_leaving(const kti_dialect *d, kt_str text, size_t from) {
    for (size_t at = from; at < text.len;) {
        kti_line l = kti_line_at(text, at);
        if (leaves(d, &l)) return at;
        at = l.next;
    }
    return text.len;
}

static void add_lines(const kti_dialect *d, kt_str text, kti_buf *out) {
    for (size_t at = 0; at < text.len;) {
        kti_line l = kti_line_at(text, at);
        if (!leaves(d, &l))
            kti_buf_add_str(out, l.text);
        else if (l.text.len == 0)
            kti_buf_add_byte(out, ' ');
        else
            d->tame(l.text, out);
        kti_buf_add_str(out, kti_str_cut(text, l.end, l.next));
        at = l.next;
    }
}

void kti_keep_inside(const kti_dialect *d, kti_buf *out, size_t from) {
    kti_buf lines;
    if (!d->blank_ends && d->header == NULL) return;
    size_t at = first_leaving(d, kti_buf_str(out), from);
    if (out->failed || at == out->len) return;
    kti_buf_init(&lines, &out->alloc);
    add_lines(d, kti_str_cut(kti_buf_str(out), at, out->len), &lines);
    out->failed = lines.failed;
    out->len = at;
    kti_buf_add_str(out, kti_buf_str(&lines));
    kti_buf_free(&lines);
}
