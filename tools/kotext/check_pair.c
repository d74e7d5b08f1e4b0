/* check_pair.c - does the English say what the Korean says? Each Korean term is looked for among
 * the English units that go with its own: the line beside it, the cues at its time, or all of the
 * text. */
#include <stdlib.h>
#include <string.h>

#include "check.h"

typedef struct english_hit {
    size_t unit;
    kt_term_hit hit;
} english_hit;

typedef struct pairing {
    checking *c;
    const side *ko, *en;
    const char *const *names;
    const kt_glossary_row *rows;
    english_hit *hits; /* of the whole English side, in order */
    size_t count, capacity;
    size_t *first;          /* the first hit of each unit, and one more */
    unsigned char *asked;   /* a byte a row: the term has been dealt with in this scope */
    unsigned char *derived; /* a byte a row: see is_derived() */
    kt_pairing how;
} pairing;

static bool same(kt_str a, kt_str b) {
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

/* ---- the English side ----------------------------------------------------------------------- */

static bool add_hit(pairing *p, size_t unit, const kt_term_hit *hit) {
    if (p->count == p->capacity) {
        size_t capacity = p->capacity == 0 ? 256 : p->capacity * 2;
        english_hit *hits = realloc(p->hits, capacity * sizeof *hits);
        if (hits == NULL) return false;
        p->hits = hits;
        p->capacity = capacity;
    }
    p->hits[p->count++] = (english_hit){unit, *hit};
    return true;
}

/* A form that is the same in both languages, such as NHK, may be met as the Korean one. */
static bool is_english(const pairing *p, const kt_term_hit *hit) {
    const kt_glossary_row *row = &p->rows[hit->row];
    return !hit->korean || same(row->korean, row->english);
}

static kt_status find_english(pairing *p) {
    for (size_t i = 0; i < p->en->count; i++) {
        const kt_term_hit *hits;
        size_t count;
        kt_status status =
            kt_terms_find(p->c->session->ctx, p->c->terms, p->en->units[i].text, &hits, &count);
        if (status != KT_OK) return status;
        p->first[i] = p->count;
        for (size_t k = 0; k < count; k++)
            if (is_english(p, &hits[k]) && !add_hit(p, i, &hits[k])) return KT_ERR_NOMEM;
    }
    p->first[p->en->count] = p->count;
    return KT_OK;
}

/* ---- scope ---------------------------------------------------------------------------------- */

typedef struct scope {
    size_t low, high; /* English units */
} scope;

static scope timed_scope(const pairing *p, const kt_align_unit *ko, size_t *from) {
    const kt_align_unit *en = p->en->units;
    scope s;
    while (*from < p->en->count && en[*from].end_ms <= ko->start_ms)
        ++*from;
    for (s.low = s.high = *from; s.high < p->en->count && en[s.high].start_ms < ko->end_ms;)
        s.high++;
    return s;
}

static scope scope_of(const pairing *p, size_t unit, size_t *from) {
    if (p->how == KT_PAIRING_DOCUMENT) return (scope){0, p->en->count};
    if (p->how == KT_PAIRING_TIMED) return timed_scope(p, &p->ko->units[unit], from);
    return (scope){unit, unit < p->en->count ? unit + 1 : unit};
}

/* ---- one term ------------------------------------------------------------------------------- */

static size_t next_term(const pairing *p, size_t best) {
    size_t end = best;
    size_t total = kt_terms_rows(p->c->terms, NULL);
    while (end < total && kt_terms_best(p->c->terms, end) == best)
        end++;
    return end;
}

static bool is_form(const pairing *p, size_t best, size_t end, kt_str text) {
    for (size_t r = best; r < end; r++)
        if (same(text, p->rows[r].english)) return true;
    return false;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & '\x80') != 0;
}

static bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/* Whether the word stands in the text; `alone`: with no further name behind it. */
static bool has_name(kt_str text, kt_str word, bool alone) {
    for (size_t at = 0; at + word.len <= text.len; at++) {
        size_t end = at + word.len;
        if (memcmp(text.ptr + at, word.ptr, word.len) != 0) continue;
        if (at > 0 && is_letter(text.ptr[at - 1])) continue;
        if (end < text.len && is_letter(text.ptr[end])) continue;
        bool more = end + 1 < text.len && text.ptr[end] == ' ' && is_capital(text.ptr[end + 1]);
        if (!alone || !more) return true;
    }
    return false;
}

static kt_str text_of(const pairing *p, size_t unit, kt_span span) {
    return (kt_str){p->en->units[unit].text.ptr + span.start, span.end - span.start};
}

/* Whether the text of a hit has a form of the term in it: Sydney, of Sydney Harbour Bridge. */
static bool has_form(const pairing *p, size_t best, size_t end, const english_hit *hit) {
    kt_str text = text_of(p, hit->unit, hit->hit.span);
    for (size_t r = best; r < end; r++)
        if (p->rows[r].english.len > 0 && has_name(text, p->rows[r].english, false)) return true;
    return false;
}

/* Whether a form of the term was met in the scope, in whatever style: that is told of elsewhere. */
static bool is_met(const pairing *p, scope s, size_t best, size_t end) {
    for (size_t h = p->first[s.low]; h < p->first[s.high]; h++)
        if (is_form(p, best, end, p->rows[p->hits[h].hit.row].english) ||
            has_form(p, best, end, &p->hits[h]))
            return true;
    return false;
}

/* A person may go by the first or the last word of the name: Moon, Trump. */
static bool is_short_met(const pairing *p, scope s, const kt_glossary_row *row) {
    enum { SHORTEST = 2 };
    kt_str name = row->english;
    size_t first = 0, last = name.len;
    if (row->type != KT_NAME_PERSON) return false;
    while (first < name.len && name.ptr[first] != ' ')
        first++;
    while (last > 0 && name.ptr[last - 1] != ' ')
        last--;
    kt_str words[2] = {{name.ptr, first}, {name.ptr + last, name.len - last}};
    for (size_t u = s.low; u < s.high; u++)
        for (int w = 0; w < 2; w++)
            if (words[w].len >= SHORTEST && has_name(p->en->units[u].text, words[w], w == 0))
                return true;
    return false;
}

/* ---- other forms ---------------------------------------------------------------------------- */

/* Whether the English may have `form` for a term that a glossary has as `listed`: the adjective of
 * a place for the place (Australian, Koreans), the capital for its government, and the place for
 * its adjective, which lists that were built of links have. */
static bool agrees(const kt_english_form *forms, size_t count, kt_str listed,
                   const kt_english_form *form) {
    if (form->evidence != KT_EVIDENCE_DICTIONARY) return true;
    for (size_t i = 0; i < count; i++)
        if (same(forms[i].english, listed)) return forms[i].evidence == KT_EVIDENCE_ADJECTIVE;
    return false;
}

static bool is_said_otherwise(const pairing *p, scope s, const kt_glossary_row *row) {
    const kt_english_form *forms;
    size_t count;
    if (kt_english_forms(p->c->session->ctx, row->korean, &forms, &count) != KT_OK) return false;
    for (size_t i = 0; i < count; i++)
        for (size_t u = s.low; u < s.high && agrees(forms, count, row->english, &forms[i]); u++)
            if (has_name(p->en->units[u].text, forms[i].english, false)) return true;
    return false;
}

/* Whether a row has the adjective of its term, or a last name: neither is another form of it. */
static bool is_derived(pairing *p, size_t row) {
    enum { UNKNOWN, NAME, DERIVED };
    const kt_english_form *forms;
    size_t count;
    kt_str korean = p->rows[row].korean, english = p->rows[row].english;
    if (p->derived[row] != UNKNOWN) return p->derived[row] == DERIVED;
    p->derived[row] = NAME;
    if (kt_english_forms(p->c->session->ctx, korean, &forms, &count) != KT_OK) return false;
    for (size_t i = 0; i < count; i++)
        if (forms[i].evidence != KT_EVIDENCE_DICTIONARY && same(forms[i].english, english))
            p->derived[row] = DERIVED;
    return p->derived[row] == DERIVED;
}

/* ---- misspelt ------------------------------------------------------------------------------- */

static size_t word_end(kt_str text, size_t at) {
    while (at < text.len && (is_letter(text.ptr[at]) || text.ptr[at] == '-'))
        at++;
    return at;
}

typedef struct candidate {
    size_t unit;
    kt_span span;
    double score;
} candidate;

/* Runs of one to three words, the first with a capital, that begin at `at`. */
static void try_spans(const pairing *p, size_t unit, size_t at, kt_str korean, candidate *best) {
    kt_str text = p->en->units[unit].text;
    size_t end = at;
    for (int words = 0; words < 3; words++) {
        double score = 0;
        size_t begin = words == 0 ? at : end + 1;
        if (words > 0 && (end >= text.len || text.ptr[end] != ' ')) return;
        end = word_end(text, begin);
        if (end == begin) return;
        kt_str met = {text.ptr + at, end - at};
        if (kt_names_match(p->c->session->ctx, korean, met, &score) != KT_OK) return;
        if (score > best->score) *best = (candidate){unit, {(uint32_t)at, (uint32_t)end}, score};
    }
}

/* Whether the English spells the Korean; of a row that says not what it is, its letters tell. */
static bool is_spelt(const pairing *p, const kt_glossary_row *row) {
    static const double surely = 0.9;
    double score = 0;
    if (row->type != KT_NAME_OTHER) return true;
    return row->english.len > 0 && row->english.ptr[0] >= 'A' && row->english.ptr[0] <= 'Z' &&
           kt_names_match(p->c->session->ctx, row->korean, row->english, &score) == KT_OK &&
           score > surely;
}

/* A span that is read like the Korean but is no form of the term. */
static bool find_misspelt(const pairing *p, scope s, const kt_glossary_row *row, candidate *best) {
    enum { MOST_UNITS = 64 };
    *best = (candidate){0, {0, 0}, 0.9};
    if (s.high - s.low > MOST_UNITS || !is_spelt(p, row)) return false;
    for (size_t u = s.low; u < s.high; u++) {
        kt_str text = p->en->units[u].text;
        for (size_t at = 0; at < text.len && at < 4096; at++) {
            bool begins = at == 0 || !is_letter(text.ptr[at - 1]);
            if (begins && text.ptr[at] >= 'A' && text.ptr[at] <= 'Z')
                try_spans(p, u, at, row->korean, best);
        }
    }
    return best->span.end > 0;
}

static void check_term(pairing *p, size_t unit, scope s, const kt_term_hit *hit) {
    size_t best = kt_terms_best(p->c->terms, hit->row);
    const kt_glossary_row *row = &p->rows[best];
    candidate wrong;
    if (p->asked[best] || row->status == KT_TERM_FORBIDDEN) return;
    p->asked[best] = 1;
    size_t end = next_term(p, best);
    if (is_met(p, s, best, end) || is_short_met(p, s, row) || is_said_otherwise(p, s, row)) return;
    bool misspelt = find_misspelt(p, s, row, &wrong);
    if (misspelt && is_form(p, best, end, text_of(p, wrong.unit, wrong.span))) return;
    if (misspelt)
        check_report(p->c, p->en, p->names[1], wrong.unit, wrong.span, "misspelt", row,
                     row->english);
    else
        check_report(p->c, p->ko, p->names[0], unit, hit->span, "missing", row, row->english);
}

static kt_status check_unit(pairing *p, size_t unit, size_t *from) {
    const kt_term_hit *found;
    size_t count;
    kt_status status =
        kt_terms_find(p->c->session->ctx, p->c->terms, p->ko->units[unit].text, &found, &count);
    if (status != KT_OK || count == 0) return status;
    kt_term_hit *hits = calloc(count, sizeof *hits);
    if (hits == NULL) return KT_ERR_NOMEM;
    memcpy(hits, found, count * sizeof *hits); /* the context is asked again below */
    scope s = scope_of(p, unit, from);
    for (size_t i = 0; i < count; i++)
        if (hits[i].korean) check_term(p, unit, s, &hits[i]);
    for (size_t i = 0; i < count && p->how != KT_PAIRING_DOCUMENT; i++)
        p->asked[kt_terms_best(p->c->terms, hits[i].row)] = 0;
    free(hits);
    return KT_OK;
}

/* ---- inconsistent --------------------------------------------------------------------------- */

/* A capital at the head of a sentence makes no other form. */
static bool same_letters(kt_str a, kt_str b) {
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++)
        if ((a.ptr[i] | 0x20) != (b.ptr[i] | 0x20)) return false;
    return true;
}

/* Moon, of Moon Jae-in. */
static bool is_part(const kt_glossary_row *a, const kt_glossary_row *b) {
    return a->type == KT_NAME_PERSON && a->english.len < b->english.len &&
           has_name(b->english, a->english, false);
}

/* Another form than the one the text used first, where the glossary prefers none. */
static void check_consistency(pairing *p) {
    size_t total = kt_terms_rows(p->c->terms, NULL);
    size_t *used = calloc(total + 1, sizeof *used); /* row + 1, by term */
    for (size_t h = 0; used != NULL && h < p->count; h++) {
        const kt_term_hit *hit = &p->hits[h].hit;
        size_t best = kt_terms_best(p->c->terms, hit->row);
        const kt_glossary_row *row = &p->rows[hit->row];
        if (row->status != KT_TERM_NONE || p->rows[best].status == KT_TERM_PREFERRED) continue;
        if (is_derived(p, hit->row)) continue;
        if (used[best] == 0) used[best] = hit->row + 1;
        const kt_glossary_row *first = &p->rows[used[best] - 1];
        if (!same_letters(first->english, row->english) && !is_part(row, first) &&
            !is_part(first, row))
            check_report(p->c, p->en, p->names[1], p->hits[h].unit, hit->span, "inconsistent", row,
                         first->english);
    }
    free(used);
}

static kt_status check(pairing *p) {
    size_t from = 0;
    kt_status status = find_english(p);
    for (size_t i = 0; i < p->ko->count && status == KT_OK; i++)
        status = check_unit(p, i, &from);
    if (status == KT_OK) check_consistency(p);
    return status;
}

int check_pair(checking *c, const side *ko, const side *en, const char *const names[2]) {
    pairing p = {.c = c, .ko = ko, .en = en, .names = names};
    size_t total = kt_terms_rows(c->terms, &p.rows);
    p.how = sides_pairing(c->session->args, ko, en);
    p.first = calloc(en->count + 1, sizeof *p.first);
    p.asked = calloc(total + 1, 1);
    p.derived = calloc(total + 1, 1);
    bool room = p.first != NULL && p.asked != NULL && p.derived != NULL;
    kt_status status = room ? check(&p) : KT_ERR_NOMEM;
    free(p.hits);
    free(p.first);
    free(p.asked);
    free(p.derived);
    return status == KT_OK ? EXIT_DONE : complain_status(c->session, status, names[0], 0);
}
