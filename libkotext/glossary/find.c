/* find.c - leftmost-longest search: where a word begins, text is spelt and forms are looked up. */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "glossary/capitals.h"
#include "glossary/edges.h"
#include "glossary/gaps.h"
#include "glossary/literal.h"
#include "glossary/terms.h"
#include "hangul/syllable.h"
#include "unicode/props.h"

/* A place where a term may begin, and the head that is read there: where it ends, its hash, and
 * that of one syllable more; 0: it is not known. */
typedef struct place {
    uint32_t at, after;
    uint64_t head, third;
} place;

enum { AHEAD = 64 };

/* One text being searched. Places are gathered some at a time, so that the filter's memory is asked
 * for all of them at once. */
typedef struct search {
    const kt_terms *terms;
    kt_str text;
    size_t at;       /* where gathering goes on */
    unsigned before; /* the edge class of what stands before */
    place places[AHEAD];
    size_t count;
    kti_edge_memo memo;
    kti_spelt spelt; /* from the place looked at */
    kti_buf written; /* a form with other capitals */
    kti_literals literals;
} search;

/* ---- one place ------------------------------------------------------------------------------ */

/* "us" is not US, and "may" not May: a form keeps the capital it begins with, and one that is all
 * capitals keeps them all. */
static bool may_be(kt_str met, kt_str form) {
    if (!kti_cp_is_upper(kti_utf8_at(form, 0).cp)) return true;
    if (!kti_cp_is_upper(kti_utf8_at(met, 0).cp)) return false;
    return !kti_is_all_capitals(form) || kti_is_all_capitals(met);
}

/* Whether a form ends with a stop that its key has not, and one stands behind the span: it is the
 * form's, even where it ends the sentence as well. */
static bool has_own_stop(kt_str text, kt_span span, kt_str form) {
    if (span.end == 0 || text.ptr[span.end - 1] == '.') return false;
    return span.end < text.len && text.ptr[span.end] == '.' && kti_str_ends(form, KTI_STR("."));
}

/* Whether the span, and the form's own stop behind it, are the form letter for letter; of an
 * English one, with the capitals that it has there. */
static bool is_exact(search *s, kt_span span, kt_str form, bool korean) {
    span.end += has_own_stop(s->text, span, form);
    kt_str met = kti_str_span(s->text, span);
    if (kti_gaps_same(met, form)) return true;
    kti_capitals capitals = korean ? KTI_CAPITALS_OWN : kti_capitals_of(s->text, span, form);
    if (capitals == KTI_CAPITALS_OWN) return false;
    kti_buf_clear(&s->written);
    kti_capitals_add(&s->written, form, capitals);
    return kti_gaps_same(met, kti_buf_str(&s->written));
}

/* Of the forms whose key was read in `span` the one that was meant: an exact one, else the first.
 */
static bool choose(search *s, kt_span span, kt_term_hit *hit) {
    const kt_glossary_row *rows = s->terms->rows;
    kt_str met = kti_str_span(s->text, span);
    bool found = false;
    size_t end, i = kti_forms_find(&s->terms->forms, &s->spelt, &end);
    for (; i < end && !(found && hit->exact); i++) {
        const kti_term_form *f = &s->terms->forms.list[i];
        if (f->plain && met.len == s->spelt.len && memcmp(met.ptr, s->spelt.key, met.len) == 0) {
            *hit = (kt_term_hit){span, f->row, f->korean, 1};
            return true;
        }
        kt_str form = kti_form_text(rows, f);
        bool exact = is_exact(s, span, form, f->korean);
        if (!may_be(met, form) || (found && !exact) || (!exact && kti_gaps_torn(met))) continue;
        *hit = (kt_term_hit){span, f->row, f->korean, exact};
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

static bool ends_with_stop(const search *s, const kt_term_hit *hit) {
    const kt_glossary_row *row = &s->terms->rows[hit->row];
    return has_own_stop(s->text, hit->span, hit->korean ? row->korean : row->english) ||
           has_last_stop(s->text, hit->span);
}

/* Between two letters of a word no form ends. */
static bool is_inside(kt_str text, size_t before, size_t at) {
    return at < text.len && kti_is_ascii_alpha(text.ptr[at]) &&
           kti_is_ascii_alpha(text.ptr[before]);
}

/* Whether a form ends at `end`, which then is the longest met. */
static bool ends_form(search *s, size_t start, size_t end, kt_term_hit *hit) {
    kt_term_hit longer;
    if (!kti_forms_may_be(&s->terms->forms, &s->spelt) ||
        !kti_edge_ends(s->text, start, end, &s->terms->particles, &s->memo) ||
        !choose(s, (kt_span){(uint32_t)start, (uint32_t)end}, &longer))
        return false;
    *hit = longer;
    return true;
}

/* Takes over the head of a place: two syllables or four letters, perhaps with spaces between. */
static bool resume(search *s, const place *p, kt_term_hit *hit) {
    char *key = s->spelt.key;
    size_t len = 0;
    for (size_t at = p->at; at < p->after; at++)
        if (s->text.ptr[at] != ' ') key[len++] = s->text.ptr[at];
    bool letters = len == KTI_HEAD_LETTERS;
    for (size_t i = 0; letters && i < len; i++)
        key[i] |= 0x20;
    kti_spelt_head(&s->spelt, p->head, len, letters ? KTI_HEAD_LETTERS : KTI_HEAD_SYLLABLES);
    return !is_inside(s->text, p->after - 1, p->after) && ends_form(s, p->at, p->after, hit);
}

/* The longest form that begins at a place; false when there is none. */
static bool find_at(search *s, const place *p, kt_term_hit *hit) {
    bool found = false, added;
    size_t at = p->at;
    kti_spelt_clear(&s->spelt);
    if (p->head != 0) {
        found = resume(s, p, hit);
        at = p->after;
    }
    for (size_t step; at < s->text.len; at += step) {
        step = kti_spelt_add(s->text, at, &s->spelt, &added);
        if (step == 0 || (at == p->at && !added)) break;
        if (!added) continue;
        if (!kti_forms_may_go_on(&s->terms->forms, &s->spelt)) break;
        if (is_inside(s->text, at, at + step)) continue;
        if (ends_form(s, p->at, at + step, hit)) found = true;
    }
    if (found && ends_with_stop(s, hit)) hit->span.end++;
    return found;
}

/* ---- all of them ---------------------------------------------------------------------------- */

typedef struct hits {
    kt_term_hit *list;
    size_t count, capacity;
} hits;

static kt_status add(hits *h, kti_arena *arena, const kt_term_hit *hit) {
    kt_term_hit *list = kti_arena_room(arena, h->list, h->count, &h->capacity, sizeof *list);
    if (list == NULL) return KT_ERR_NOMEM;
    h->list = list;
    h->list[h->count++] = *hit;
    return KT_OK;
}

/* ---- places --------------------------------------------------------------------------------- */

/* What stands at `at`: `*cp` of `*len` bytes, small where it is ASCII. */
static unsigned class_at(kt_str text, size_t at, uint32_t *cp, size_t *len) {
    kti_cp c = kti_utf8_at(text, at);
    *len = c.len;
    *cp = c.cp;
    if (kti_is_syllable(c.cp)) return KTI_EDGE_HANGUL;
    if (c.cp >= 0x80) return kti_edge_class(c.cp);
    if (c.cp - '0' <= 9) return KTI_EDGE_WORD;
    if ((c.cp | 0x20) - 'a' >= 26) return 0;
    *cp |= 0x20;
    return KTI_EDGE_WORD;
}

/* Behind the syllables, or the ASCII letters, that follow at `at`: none begins a word. */
static size_t behind_run(kt_str text, size_t at, unsigned class) {
    if (class == KTI_EDGE_HANGUL)
        while (kti_is_syllable_at(text, at))
            at += 3;
    else if (class == KTI_EDGE_WORD)
        while (at < text.len && kti_is_ascii_alpha(text.ptr[at]))
            at++;
    return at;
}

static uint64_t add_unit(uint64_t hash, uint32_t cp) {
    return kti_spelt_mix(hash, cp + 1);
}

/* Two syllables, perhaps with a space between. */
static uint64_t head_of_syllables(const kti_forms *f, kt_str text, size_t *at, uint32_t cp) {
    uint64_t hash = add_unit(0, cp);
    if (kti_forms_brief(f, kti_spelt_mix(hash, 3))) return 0;
    *at += 3;
    if (*at < text.len && text.ptr[*at] == ' ') ++*at;
    uint32_t second = kti_syllable_at(text, *at);
    if (second == 0) return 0;
    *at += 3;
    return add_unit(hash, second);
}

/* Four ASCII letters, perhaps with spaces between. */
static uint64_t head_of_letters(const kti_forms *f, kt_str text, size_t *at) {
    uint64_t hash = 0;
    for (unsigned units = 1; *at < text.len; units++) {
        if (units > 1 && text.ptr[*at] == ' ' && ++*at == text.len) break;
        if (!kti_is_ascii_alpha(text.ptr[*at])) break;
        hash = add_unit(hash, (unsigned char)text.ptr[(*at)++] | 0x20u);
        if (units == KTI_HEAD_LETTERS) return hash;
        if (!is_inside(text, *at - 1, *at) && kti_forms_brief(f, kti_spelt_mix(hash, units))) break;
    }
    return 0;
}

/* The hash of a head of syllables and the syllable right behind it; 0 where none stands there. */
static uint64_t third_at(kt_str text, size_t at, uint64_t head) {
    uint32_t cp = head == 0 ? 0 : kti_syllable_at(text, at);
    return cp == 0 ? 0 : add_unit(head, cp);
}

/* The head of what begins with `cp`, if it is syllables alone or ASCII letters alone. */
static place place_at(const kti_forms *f, kt_str text, size_t at, uint32_t cp) {
    size_t after = at;
    uint64_t head = 0, third = 0;
    if (kti_is_syllable(cp)) {
        head = head_of_syllables(f, text, &after, cp);
        third = third_at(text, after, head);
    } else if (cp - 'a' < 26) {
        head = head_of_letters(f, text, &after);
    }
    return (place){(uint32_t)at, (uint32_t)after, head, third};
}

/* Whether any form may begin with `cp`; letters that are not ASCII are folded first: maybe. */
static bool may_begin(const kti_forms *f, uint32_t cp, unsigned class) {
    return (cp >= 0x80 && (class & KTI_EDGE_WORD) != 0) || kti_forms_begin(f, cp);
}

/* The next places, as many as there is room for. */
static void gather(search *s) {
    const kti_forms *f = &s->terms->forms;
    uint32_t cp;
    s->count = 0;
    for (size_t len; s->at < s->text.len && s->count < AHEAD;) {
        unsigned here = class_at(s->text, s->at, &cp, &len);
        if (kti_edge_begins(s->before, here) && may_begin(f, cp, here)) {
            s->places[s->count++] = place_at(f, s->text, s->at, cp);
        }
        s->at = behind_run(s->text, s->at + len, here);
        s->before = here;
    }
}

/* Whether a form may be the head itself, or go on with the syllable behind it. The filter's block
 * is the one that the head was looked for in. */
static unsigned may_go_on(const kti_forms *f, const place *p) {
    uint64_t whole = kti_spelt_mix(p->head, KTI_HEAD_SYLLABLES * (uint64_t)3);
    unsigned none = p->third == 0, third = kti_filter_has(f, p->head, p->third);
    return none | third | kti_filter_has(f, p->head, whole);
}

/* Drops the places whose head no form has. No branches: there is nothing to be guessed wrong. */
static void sift(search *s) {
    const kti_forms *f = &s->terms->forms;
    size_t kept = 0;
    for (size_t i = 0; i < s->count; i++) {
        place here = s->places[i];
        s->places[kept] = here;
        unsigned unread = here.head == 0, head = kti_filter_has(f, here.head, here.head);
        kept += unread | (head & may_go_on(f, &here));
    }
    s->count = kept;
}

static kt_status find_all(search *s, kti_arena *arena, hits *h) {
    size_t end = 0; /* of the last hit */
    while (s->at < s->text.len) {
        gather(s);
        sift(s);
        for (size_t i = 0; i < s->count; i++) {
            kt_term_hit hit;
            if (s->places[i].at < end || !find_at(s, &s->places[i], &hit)) continue;
            if (kti_literal_has(&s->literals, hit.span)) continue;
            KTI_TRY(add(h, arena, &hit));
            end = hit.span.end;
        }
    }
    return kti_buf_status(&s->written);
}

kt_status kti_terms_find(const kt_terms *t, kt_str text, kti_arena *arena, kt_term_hit **list,
                         size_t *count) {
    hits h = {NULL, 0, 0};
    search s = {.terms = t, .text = text, .literals = {.text = text}};
    kti_buf_init(&s.written, &arena->alloc);
    kt_status status = find_all(&s, arena, &h);
    kti_buf_free(&s.written);
    *list = h.list;
    *count = h.count;
    return status;
}

const kt_glossary_row *kti_terms_other(const kt_terms *t, const kt_glossary_row *row) {
    kti_spelt s;
    size_t end;
    if (!kti_forms_spell(row->english, &s)) return NULL;
    for (size_t i = kti_forms_find(&t->forms, &s, &end); i < end; i++) {
        const kt_glossary_row *other = &t->rows[t->forms.list[i].row];
        if (other->status != KT_TERM_FORBIDDEN && kti_str_eq(other->english, row->english))
            return other;
    }
    return NULL;
}
