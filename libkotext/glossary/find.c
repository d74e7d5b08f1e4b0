/* find.c - leftmost-longest search: at each edge of a word the forms are narrowed byte by byte. */
#include <string.h>

#include "analyze/agree.h"
#include "analyze/josa.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "glossary/terms.h"
#include "unicode/props.h"

typedef struct range {
    size_t low, high; /* forms whose keys begin alike */
} range;

/* The first form in the range whose byte at `depth` is not below `byte`; keys that end there come
 * first. */
static size_t lower(const kt_terms *t, range r, size_t depth, unsigned byte) {
    while (r.low < r.high) {
        size_t middle = r.low + (r.high - r.low) / 2;
        const kti_term_form *f = &t->forms[middle];
        bool below = f->len <= depth || (unsigned char)t->pool.ptr[f->key + depth] < byte;
        if (below)
            r.low = middle + 1;
        else
            r.high = middle;
    }
    return r.low;
}

static range narrow(const kt_terms *t, range r, size_t depth, unsigned char byte) {
    range next = {lower(t, r, depth, byte), r.high};
    next.high = lower(t, next, depth, byte + 1u);
    return next;
}

/* The same, by the table of starts for the first two bytes; `*first` is kept between them. */
static range take_byte(const kt_terms *t, range r, size_t depth, unsigned char byte,
                       unsigned *first) {
    if (depth > 1) return narrow(t, r, depth, byte);
    *first = *first << 8 | byte;
    return depth == 0 ? r : (range){t->starts[*first], t->starts[*first + 1]};
}

/* ---- edges ---------------------------------------------------------------------------------- */

static bool is_word(uint32_t c) {
    return kti_cp_is_latin(c) || kti_cp_is_digit(c) || kti_cp_is_mark(c);
}

static bool begins_word(kt_str text, size_t at) {
    if (at == 0) return true;
    uint32_t before = kti_utf8_before(text, at).cp, here = kti_utf8_at(text, at).cp;
    if (kti_cp_is_hangul(here)) return !kti_cp_is_hangul(before);
    return !is_word(here) || !is_word(before);
}

/* The Hangul behind `at`; longer than any chain of particles: cut. */
static kt_str hangul_behind(kt_str text, size_t at) {
    enum { LONGEST = 60 };
    size_t end = at;
    while (end < text.len && end - at <= LONGEST) {
        kti_cp c = kti_utf8_at(text, end);
        if (!kti_cp_is_hangul(c.cp)) break;
        end += c.len;
    }
    return kti_str_cut(text, at, end);
}

static bool is_josa(kt_str rest, kt_str term) {
    kti_agreed agreed;
    if (kti_josa_fits(term, rest)) return true;
    return kti_josa_agree(rest, KTI_ENDS_UNKNOWN, KTI_AGREE_KEEP, &agreed) &&
           agreed.read == rest.len;
}

/* Particles, or what stands between a name and its particles. */
static bool may_follow(kt_str rest, kt_str term) {
    static const kt_str suffixes[] = {KTI_STR_INIT("씨"), KTI_STR_INIT("님"), KTI_STR_INIT("측"),
                                      KTI_STR_INIT("들")};
    if (rest.len == 0 || is_josa(rest, term)) return true;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (kti_str_starts(rest, suffixes[i])) {
            kt_str behind = kti_str_cut(rest, suffixes[i].len, rest.len);
            return behind.len == 0 || is_josa(behind, suffixes[i]);
        }
    return false;
}

static bool ends_word(kt_str text, size_t start, size_t end) {
    if (end == text.len) return true;
    uint32_t last = kti_utf8_before(text, end).cp, next = kti_utf8_at(text, end).cp;
    if (kti_cp_is_hangul(last))
        return may_follow(hangul_behind(text, end), kti_str_cut(text, start, end));
    return !is_word(last) || !is_word(next);
}

/* ---- one place ------------------------------------------------------------------------------ */

static bool same_text(kt_str met, kt_str form) {
    if (met.len != form.len) return false;
    for (size_t i = 0; i < met.len; i++)
        if (met.ptr[i] != form.ptr[i] && !(met.ptr[i] == '\n' && form.ptr[i] == ' ')) return false;
    return true;
}

static bool is_all_capitals(kt_str text) {
    bool capital = false;
    for (size_t at = 0; at < text.len;) {
        kti_cp c = kti_utf8_at(text, at);
        if (kti_cp_is_lower(c.cp)) return false;
        capital = capital || kti_cp_is_upper(c.cp);
        at += c.len;
    }
    return capital;
}

/* "us" is not US, and "may" not May: a form keeps the capital it begins with, and one that is all
 * capitals keeps them all. */
static bool may_be(kt_str met, kt_str form) {
    if (!kti_cp_is_upper(kti_utf8_at(form, 0).cp)) return true;
    if (!kti_cp_is_upper(kti_utf8_at(met, 0).cp)) return false;
    return !is_all_capitals(form) || is_all_capitals(met);
}

static kt_str form_text(const kt_terms *t, const kti_term_form *f) {
    return f->korean ? t->rows[f->row].korean : t->rows[f->row].english;
}

/* Of the forms with this key the one that was meant: an exact one, else the first. */
static bool choose(const kt_terms *t, range r, size_t depth, kt_str text, kt_span span,
                   kt_term_hit *hit) {
    enum { LOOKED_AT = 32 };
    kt_str met = kti_str_span(text, span);
    bool found = false;
    for (size_t i = r.low; i < r.high && i < r.low + LOOKED_AT && t->forms[i].len == depth; i++) {
        const kti_term_form *f = &t->forms[i];
        bool exact = same_text(met, form_text(t, f));
        if (!may_be(met, form_text(t, f)) || (found && (hit->exact || !exact))) continue;
        bool headline = !f->korean && is_all_capitals(met) && !is_all_capitals(form_text(t, f));
        *hit = (kt_term_hit){span, f->row, f->korean, exact || headline};
        found = true;
    }
    return found;
}

/* The last stop of U.S. belongs to it, unless it may end the sentence. */
static bool has_last_stop(kt_str text, kt_span span) {
    kt_str met = kti_str_span(text, span), rest = kti_str_cut(text, span.end, text.len);
    if (rest.len < 2 || rest.ptr[0] != '.' || memchr(met.ptr, '.', met.len) == NULL) return false;
    uint32_t next = kti_utf8_at(rest, 1).cp;
    if (next == ' ' && rest.len > 2) return !kti_cp_is_upper(kti_utf8_at(rest, 2).cp);
    return next == ',' || next == '-' || next == '\'';
}

/* The longest form that begins at `start`; false when there is none. */
static bool find_at(const kt_terms *t, kt_str text, size_t start, kt_term_hit *hit) {
    range r = {0, t->form_count};
    size_t depth = 0;
    unsigned first = 0;
    bool found = false;
    for (size_t at = start; at < text.len && r.low < r.high;) {
        char bytes[4];
        size_t len, step = kti_term_fold(text, at, bytes, &len);
        if (step == 0 || (at == start && len == 0)) break;
        for (size_t i = 0; i < len && r.low < r.high; i++, depth++)
            r = take_byte(t, r, depth, (unsigned char)bytes[i], &first);
        at += step;
        kt_term_hit longer;
        bool whole = len > 0 && r.low < r.high && t->forms[r.low].len == depth;
        if (whole && ends_word(text, start, at) &&
            choose(t, r, depth, text, (kt_span){(uint32_t)start, (uint32_t)at}, &longer)) {
            *hit = longer;
            found = true;
        }
    }
    if (found && has_last_stop(text, hit->span)) hit->span.end++;
    return found;
}

/* ---- all of them ---------------------------------------------------------------------------- */

typedef struct hits {
    kt_term_hit *list;
    size_t count, capacity;
} hits;

static kt_status add(hits *h, kti_arena *arena, const kt_term_hit *hit) {
    if (h->count == h->capacity) {
        size_t capacity = h->capacity == 0 ? 16 : h->capacity * 2;
        kt_term_hit *list = kti_arena_take(arena, capacity * sizeof *list);
        if (list == NULL) return KT_ERR_NOMEM;
        if (h->count > 0) memcpy(list, h->list, h->count * sizeof *list);
        h->list = list;
        h->capacity = capacity;
    }
    h->list[h->count++] = *hit;
    return KT_OK;
}

/* The first two bytes tell whether any form may begin here. */
static bool may_begin(const kt_terms *t, kt_str text, size_t at) {
    char bytes[4];
    size_t len;
    if (kti_term_fold(text, at, bytes, &len) == 0 || len == 0) return false;
    if (len == 1) return true;
    unsigned start = (unsigned)(unsigned char)bytes[0] << 8 | (unsigned char)bytes[1];
    return t->starts[start] < t->starts[start + 1];
}

kt_status kti_terms_find(const kt_terms *t, kt_str text, kti_arena *arena, kt_term_hit **list,
                         size_t *count) {
    hits h = {NULL, 0, 0};
    for (size_t at = 0; at < text.len;) {
        kt_term_hit hit;
        if (begins_word(text, at) && may_begin(t, text, at) && find_at(t, text, at, &hit)) {
            KTI_TRY(add(&h, arena, &hit));
            at = hit.span.end;
        } else {
            at += kti_utf8_at(text, at).len;
        }
    }
    *list = h.list;
    *count = h.count;
    return KT_OK;
}

const kt_glossary_row *kti_terms_other(const kt_terms *t, const kt_glossary_row *row) {
    enum { LOOKED_AT = 32 };
    range r = {0, t->form_count};
    size_t depth = 0;
    for (size_t at = 0; at < row->english.len && r.low < r.high;) {
        char bytes[4];
        size_t len, step = kti_term_fold(row->english, at, bytes, &len);
        for (size_t i = 0; i < len && r.low < r.high; i++, depth++)
            r = narrow(t, r, depth, (unsigned char)bytes[i]);
        at += step == 0 ? 1 : step;
    }
    for (size_t i = r.low; i < r.high && i < r.low + LOOKED_AT && t->forms[i].len == depth; i++) {
        const kt_glossary_row *other = &t->rows[t->forms[i].row];
        if (other->status != KT_TERM_FORBIDDEN && kti_str_eq(other->english, row->english))
            return other;
    }
    return NULL;
}
