/* terms.c - the rows, those of one term together and the better one first. */
#include "glossary/terms.h"

#include <stdlib.h>
#include <string.h>

#include "core/cpu.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "glossary/glossary.h"
#include "unicode/nfc.h"

/* ---- rows ----------------------------------------------------------------------------------- */

static int status_rank(kt_term_status status) {
    static const int ranks[] = {[KT_TERM_PREFERRED] = 0,
                                [KT_TERM_NONE] = 1,
                                [KT_TERM_ALLOWED] = 1,
                                [KT_TERM_FORBIDDEN] = 2};
    return ranks[status];
}

int kti_by_preference(const kt_glossary_row *a, const kt_glossary_row *b) {
    int order = status_rank(a->status) - status_rank(b->status);
    if (order != 0) return order;
    if (a->priority != b->priority) return a->priority < b->priority ? 1 : -1;
    if (a->count != b->count) return a->count < b->count ? 1 : -1;
    return kti_str_cmp(a->english, b->english);
}

/* The first code points of a text as a number that sorts as the text does. */
static uint64_t first_units(kt_str text) {
    enum { UNITS = 3, BITS = 21 };
    uint64_t value = 0;
    for (size_t i = 0, at = 0; i < UNITS; i++) {
        kti_cp unit = at < text.len ? kti_utf8_at(text, at) : (kti_cp){.len = 0};
        value = value << BITS | (unit.len == 0 ? 0 : unit.cp + 1);
        at += unit.len;
    }
    return value;
}

/* Something to be sorted: by the first code points, and where these are the same by `compare`. */
typedef struct ranked {
    uint64_t first;
    const kt_glossary_row *item;
} ranked;

enum { DIGIT = 11 /* bits */, DIGITS = 1 << DIGIT };

static size_t digit_of(const ranked *item, unsigned shift) {
    return item->first >> shift & (DIGITS - 1);
}

/* One pass of a radix sort: stable by the digit at `shift`. */
static void sort_pass(const ranked *from, ranked *to, size_t count, unsigned shift) {
    uint32_t places[DIGITS] = {0};
    for (size_t i = 0; i < count; i++)
        places[digit_of(&from[i], shift)]++;
    for (uint32_t i = 0, sum = 0, many; i < DIGITS; i++, sum += many) {
        many = places[i];
        places[i] = sum;
    }
    for (size_t i = 0; i < count; i++)
        to[places[digit_of(&from[i], shift)]++] = from[i];
}

/* Six passes, an even number: the result stands in `items` again. */
static void sort_ranked(ranked *items, ranked *scratch, size_t count,
                        int (*compare)(const void *, const void *)) {
    for (unsigned shift = 0; shift < 64; shift += 2 * DIGIT) {
        sort_pass(items, scratch, count, shift);
        sort_pass(scratch, items, count, shift + DIGIT);
    }
    for (size_t i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && items[next].first == items[i].first;)
            next++;
        if (next - i > 1) qsort(items + i, next - i, sizeof *items, compare);
    }
}

static int by_term(const void *left, const void *right) {
    const kt_glossary_row *a = ((const ranked *)left)->item, *b = ((const ranked *)right)->item;
    int order = kti_str_cmp(a->korean, b->korean);
    if (order == 0) order = (int)a->type - (int)b->type;
    return order != 0 ? order : kti_by_preference(a, b);
}

/* Takes over a text, which moves to `*room` and has a NUL behind it. */
static kt_str copy_text(kt_str text, char **room) {
    char *copy = *room;
    if (text.len > 0) memcpy(copy, text.ptr, text.len);
    copy[text.len] = '\0';
    *room += text.len + 1;
    return (kt_str){copy, text.len};
}

static void copy_row(kt_terms *t, const kt_glossary_row *from, char **room) {
    kt_glossary_row *row = &t->rows[t->count], *last = row - 1;
    *row = *from;
    row->definition = row->note = row->source = KTI_STR("");
    row->korean = copy_text(from->korean, room);
    row->english = copy_text(from->english, room);
    bool same = t->count > 0 && row->type == last->type && kti_str_eq(row->korean, last->korean);
    t->best[t->count] = same ? t->best[t->count - 1] : (uint32_t)t->count;
    t->count++;
}

/* Rows and their texts are met in no order, so they are asked for ahead. */
static void copy_sorted(kt_terms *t, const ranked *order, size_t count, char *room) {
    enum { ROW = 16, TEXT = 8 };
    for (size_t i = 0; i < count; i++) {
        if (i + ROW < count) kti_cpu_fetch(order[i + ROW].item, sizeof *order->item);
        if (i + TEXT < count) {
            const kt_glossary_row *soon = order[i + TEXT].item;
            kti_cpu_fetch(soon->korean.ptr, soon->korean.len);
            kti_cpu_fetch(soon->english.ptr, soon->english.len);
        }
        copy_row(t, order[i].item, &room);
    }
}

/* Sorted first, by pointers: rows are large to move. `order` has room for twice as many. */
static kt_status copy_nfc(kt_terms *t, const kt_glossary_row *rows, size_t count, ranked *order) {
    size_t bytes = 1;
    for (size_t i = 0; i < count; i++) {
        order[i] = (ranked){first_units(rows[i].korean), &rows[i]};
        if (!kti_known_row(&rows[i])) return KT_ERR_ARG;
        bytes += rows[i].korean.len + rows[i].english.len + 2;
    }
    char *room = kti_arena_take(&t->texts, bytes);
    if (room == NULL) return KT_ERR_NOMEM;
    sort_ranked(order, order + count, count, by_term);
    copy_sorted(t, order, count, room);
    return KT_OK;
}

static bool is_nfc(const kt_glossary_row *row) {
    return kti_nf_is(KTI_NFC, row->korean) && kti_nf_is(KTI_NFC, row->english);
}

/* Of rows some of which may not be NFC, as text is when it is searched. */
static kt_status compose_rows(const kt_glossary_row *rows, size_t count, kti_arena *arena,
                              kt_glossary_row *out) {
    for (size_t i = 0; i < count; i++) {
        out[i] = rows[i];
        if (is_nfc(&rows[i])) continue;
        out[i].korean = kti_nf_short(KTI_NFC, rows[i].korean, arena);
        out[i].english = kti_nf_short(KTI_NFC, rows[i].english, arena);
        if (out[i].korean.ptr == NULL && rows[i].korean.len > 0) return KT_ERR_NOMEM;
        if (out[i].english.ptr == NULL && rows[i].english.len > 0) return KT_ERR_NOMEM;
    }
    return KT_OK;
}

static kt_status copy_rows(kt_terms *t, const kt_glossary_row *rows, size_t count, ranked *order) {
    size_t first = 0;
    while (first < count && is_nfc(&rows[first]))
        first++;
    if (first == count) return copy_nfc(t, rows, count, order);
    kti_arena arena;
    kt_glossary_row *composed = kti_alloc_get(&t->alloc, count * sizeof *composed);
    if (composed == NULL) return KT_ERR_NOMEM;
    kti_arena_init(&arena, &t->alloc);
    kt_status status = compose_rows(rows, count, &arena, composed);
    if (status == KT_OK) status = copy_nfc(t, composed, count, order);
    kti_arena_free(&arena);
    kti_alloc_free(&t->alloc, composed, count * sizeof *composed);
    return status;
}

/* ---- the handle ----------------------------------------------------------------------------- */

_Static_assert(sizeof(ranked) <= sizeof(kti_term_form), "rows are sorted where forms will stand");

static kt_status fill(kt_terms *t, const kt_glossary_row *rows, size_t count) {
    const kt_alloc *alloc = &t->alloc;
    t->rows = kti_alloc_get(alloc, (count + 1) * sizeof *t->rows);
    t->best = kti_alloc_get(alloc, (count + 1) * sizeof *t->best);
    if (t->rows == NULL || t->best == NULL) return KT_ERR_NOMEM;
    KTI_TRY(kti_forms_new(alloc, count, &t->forms));
    KTI_TRY(copy_rows(t, rows, count, (ranked *)(void *)t->forms.list));
    return kti_forms_fill(&t->forms, t->rows, t->count);
}

kt_status kt_terms_new(const kt_alloc *alloc, const kt_glossary_row *rows, size_t count,
                       kt_terms **out) {
    kt_alloc own = kti_alloc_or_libc(alloc);
    if (out == NULL || (rows == NULL && count > 0)) return KT_ERR_ARG;
    *out = NULL;
    if (count > UINT32_MAX / 8) return KT_ERR_TOO_LARGE;
    kt_terms *t = kti_alloc_zeroed(&own, sizeof *t);
    if (t == NULL) return KT_ERR_NOMEM;
    t->alloc = own;
    kti_arena_init(&t->texts, &own);
    kti_edge_particles_make(&t->particles);
    kt_status status = fill(t, rows, count);
    if (status != KT_OK) {
        t->count = count; /* what the arrays were made for */
        kt_terms_free(t);
        return status;
    }
    *out = t;
    return KT_OK;
}

void kt_terms_free(kt_terms *t) {
    if (t == NULL) return;
    kt_alloc alloc = t->alloc;
    kti_alloc_free(&alloc, t->rows, (t->count + 1) * sizeof *t->rows);
    kti_alloc_free(&alloc, t->best, (t->count + 1) * sizeof *t->best);
    kti_forms_free(&t->forms);
    kti_arena_free(&t->texts);
    kti_alloc_free(&alloc, t, sizeof *t);
}

size_t kt_terms_rows(const kt_terms *t, const kt_glossary_row **rows) {
    if (rows != NULL) *rows = t == NULL ? NULL : t->rows;
    return t == NULL ? 0 : t->count;
}

size_t kt_terms_best(const kt_terms *t, size_t row) {
    return t != NULL && row < t->count ? t->best[row] : row;
}
