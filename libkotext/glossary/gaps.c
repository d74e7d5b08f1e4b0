#include "glossary/gaps.h"

#include "core/str.h"
#include "core/utf8.h"
#include "unicode/props.h"

bool kti_gaps_same(kt_str met, kt_str form) {
    size_t at = 0, i = 0;
    for (; at < met.len && i < form.len; i++) {
        size_t end = kti_line_end_len(met, at);
        if (met.ptr[at] != form.ptr[i] && !(end > 0 && form.ptr[i] == ' ')) return false;
        at += end > 0 ? end : 1;
    }
    return at == met.len && i == form.len;
}

static bool is_space_at(kt_str text, size_t at) {
    return kti_is_ascii_space(text.ptr[at]);
}

/* A sign between spaces, or that begins a line. */
static bool stands_alone(kt_str met, size_t at, size_t len) {
    if (at == 0 || at + len == met.len || !is_space_at(met, at - 1)) return false;
    return met.ptr[at - 1] == '\n' || is_space_at(met, at + len);
}

bool kti_gaps_torn(kt_str met) {
    for (size_t at = 0; at < met.len;) {
        kti_cp c = kti_utf8_at(met, at);
        if (c.cp == '\t' || (kti_cp_is_punct(c.cp) && stands_alone(met, at, c.len))) return true;
        at += c.len;
    }
    return false;
}

/* ---- keeping them --------------------------------------------------------------------------- */

/* The spaces and line ends of a text. */
typedef struct gaps {
    size_t count, lines; /* of all; of those that are line ends */
    size_t line;         /* which is the last line end, from 0 */
    kt_str end;          /* its bytes */
} gaps;

static gaps count_gaps(kt_str text) {
    gaps g = {0, 0, 0, {NULL, 0}};
    for (size_t at = 0, len; at < text.len; at += len) {
        size_t end = kti_line_end_len(text, at);
        len = end > 0 ? end : 1;
        if (end > 0) {
            g.lines++;
            g.line = g.count;
            g.end = kti_str_cut(text, at, at + end);
        }
        g.count += is_space_at(text, at);
    }
    return g;
}

/* The form, each of its spaces as the gap of the same number in what was met. */
static void add_alike(kti_buf *out, kt_str form, kt_str met) {
    size_t at = 0;
    for (size_t i = 0; i < form.len; i++) {
        if (form.ptr[i] != ' ') {
            kti_buf_add_byte(out, form.ptr[i]);
            continue;
        }
        while (!is_space_at(met, at))
            at++;
        size_t end = kti_line_end_len(met, at), len = end > 0 ? end : 1;
        kti_buf_add(out, end > 0 ? met.ptr + at : " ", len);
        at += len;
    }
}

/* The form with one line end instead of its space number `which`. */
static void add_with_end(kti_buf *out, kt_str form, size_t which, kt_str end) {
    for (size_t i = 0, spaces = 0; i < form.len; i++) {
        bool here = form.ptr[i] == ' ' && spaces++ == which;
        kti_buf_add_str(out, here ? end : kti_str_cut(form, i, i + 1));
    }
}

/* A word, or the comma behind it, and one space. */
static bool follows_word(kt_str text, size_t from, size_t at) {
    if (at < from + 2 || text.ptr[at - 1] != ' ') return false;
    uint32_t cp = kti_utf8_before(text, at - 1).cp;
    return kti_cp_is_letter(cp) || kti_cp_is_digit(cp) || cp == ',';
}

bool kti_gaps_keep(kt_str text, size_t from, kt_span *span, kt_str form, kti_buf *out) {
    kt_str met = kti_str_span(text, *span);
    gaps was = count_gaps(met), has = count_gaps(form);
    if (was.lines == 0) {
        kti_buf_add_str(out, form);
    } else if (was.count == has.count && has.lines == 0) {
        add_alike(out, form, met);
    } else if (was.lines == 1 && has.count > 0) {
        add_with_end(out, form, was.line < has.count ? was.line : has.count - 1, was.end);
    } else if (was.lines == 1 && follows_word(text, from, span->start)) {
        span->start--;
        kti_buf_add_str(out, was.end);
        kti_buf_add_str(out, form);
    } else {
        return false;
    }
    return true;
}
