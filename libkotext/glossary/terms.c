/* terms.c - the rows, those of one term together and the better one first. */
#include "glossary/terms.h"

#include <stdlib.h>

#include "core/status.h"
#include "core/str.h"

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

/* The first bytes of a text as a number that sorts as they do. */
static uint64_t first_bytes(const char *ptr, size_t len) {
    uint64_t value = 0;
    for (size_t i = 0; i < 8; i++)
        value = value << 8 | (i < len ? (unsigned char)ptr[i] : 0u);
    return value;
}

/* Something to be sorted: by the first bytes, and where these are the same by `compare`. */
typedef struct ranked {
    uint64_t first;
    const kt_glossary_row *item;
} ranked;

/* One pass of a radix sort: stable by the byte at `shift`. */
static void sort_pass(const ranked *from, ranked *to, size_t count, unsigned shift) {
    size_t places[257] = {0};
    for (size_t i = 0; i < count; i++)
        places[(from[i].first >> shift & 255) + 1]++;
    for (size_t i = 0; i < 256; i++)
        places[i + 1] += places[i];
    for (size_t i = 0; i < count; i++)
        to[places[from[i].first >> shift & 255]++] = from[i];
}

/* Eight passes, an even number: the result stands in `items` again. */
static void sort_ranked(ranked *items, ranked *scratch, size_t count,
                        int (*compare)(const void *, const void *)) {
    for (unsigned shift = 0; shift < 64; shift += 16) {
        sort_pass(items, scratch, count, shift);
        sort_pass(scratch, items, count, shift + 8);
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

static bool copy_text(kt_terms *t, kt_str *text) {
    *text = kti_arena_str(&t->texts, *text);
    return text->ptr != NULL;
}

static kt_status copy_row(kt_terms *t, const kt_glossary_row *from) {
    kt_glossary_row row = *from;
    row.definition = row.note = row.source = KTI_STR("");
    if (!copy_text(t, &row.korean) || !copy_text(t, &row.english)) return KT_ERR_NOMEM;
    bool same = t->count > 0 && row.type == t->rows[t->count - 1].type &&
                kti_str_eq(row.korean, t->rows[t->count - 1].korean);
    t->best[t->count] = same ? t->best[t->count - 1] : (uint32_t)t->count;
    t->rows[t->count++] = row;
    return KT_OK;
}

/* Sorted first, by pointers: rows are large to move. `order` has room for twice as many. */
static kt_status copy_rows(kt_terms *t, const kt_glossary_row *rows, size_t count, ranked *order) {
    for (size_t i = 0; i < count; i++) {
        order[i] = (ranked){first_bytes(rows[i].korean.ptr, rows[i].korean.len), &rows[i]};
        if ((unsigned)rows[i].status > KT_TERM_FORBIDDEN) return KT_ERR_ARG;
    }
    sort_ranked(order, order + count, count, by_term);
    for (size_t i = 0; i < count; i++)
        KTI_TRY(copy_row(t, order[i].item));
    return KT_OK;
}

/* ---- the handle ----------------------------------------------------------------------------- */

static kt_status fill(kt_terms *t, const kt_glossary_row *rows, size_t count) {
    const kt_alloc *alloc = &t->alloc;
    t->rows = kti_alloc_get(alloc, (count + 1) * sizeof *t->rows);
    t->best = kti_alloc_get(alloc, (count + 1) * sizeof *t->best);
    if (t->rows == NULL || t->best == NULL) return KT_ERR_NOMEM;
    ranked *order = kti_alloc_get(alloc, (count * 2 + 1) * sizeof *order);
    kt_status status = order == NULL ? KT_ERR_NOMEM : copy_rows(t, rows, count, order);
    kti_alloc_free(alloc, order, (count * 2 + 1) * sizeof *order);
    return status == KT_OK ? kti_forms_make(alloc, t->rows, t->count, &t->forms) : status;
}

kt_status kt_terms_new(const kt_alloc *alloc, const kt_glossary_row *rows, size_t count,
                       kt_terms **out) {
    kt_alloc own = kti_alloc_or_libc(alloc);
    if (out == NULL || (rows == NULL && count > 0)) return KT_ERR_ARG;
    *out = NULL;
    if (count > UINT32_MAX / 4) return KT_ERR_TOO_LARGE;
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
