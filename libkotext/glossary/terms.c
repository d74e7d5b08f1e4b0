/* terms.c - the index: rows in the order of preference, forms in the order of their keys. */
#include "glossary/terms.h"

#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "unicode/props.h"

/* ---- folding -------------------------------------------------------------------------------- */

static bool is_passed_over(uint32_t c) {
    return c == '-' || c == '\'' || c == 0x2010 || c == 0x2011 || c == 0x2018 || c == 0x2019 ||
           c == 0x02BB || c == 0x02BC || c == 0xB7;
}

/* J. K. and U.S.: a stop behind a single capital. */
static bool is_initial_stop(kt_str text, size_t at) {
    if (at == 0) return false;
    kti_cp capital = kti_utf8_before(text, at);
    if (!kti_cp_is_upper(capital.cp)) return false;
    return at == capital.len || !kti_cp_is_letter(kti_utf8_before(text, at - capital.len).cp);
}

size_t kti_term_fold(kt_str text, size_t at, char key[4], size_t *len) {
    if (kti_is_ascii_alpha(text.ptr[at])) { /* most of what comes */
        key[0] = kti_ascii_lower(text.ptr[at]);
        *len = 1;
        return 1;
    }
    kti_cp c = kti_utf8_at(text, at);
    *len = 0;
    if (c.cp >= 0xAC00 && c.cp <= 0xD7A3) {
        memcpy(key, text.ptr + at, c.len);
        *len = c.len;
        return c.len;
    }
    if (is_passed_over(c.cp) || (c.cp == '.' && is_initial_stop(text, at))) return c.len;
    if (kti_cp_is_space(c.cp)) { /* one space, or a line end in the middle of a paragraph */
        bool last = at + c.len >= text.len;
        return last || kti_cp_is_space(kti_utf8_at(text, at + c.len).cp) ? 0 : c.len;
    }
    uint32_t folded = kti_cp_is_latin(c.cp) ? kti_cp_lower(kti_cp_base(c.cp)) : c.cp;
    *len = kti_utf8_encode(folded, key);
    return c.len;
}

/* The whole of a form; 0 when it is too long or too short to be searched for. */
static size_t fold(kt_str text, char key[KTI_KEY_LONGEST]) {
    size_t total = 0;
    for (size_t at = 0; at < text.len;) {
        char bytes[4];
        size_t len, step = kti_term_fold(text, at, bytes, &len);
        if (total + len > KTI_KEY_LONGEST) return 0;
        memcpy(key + total, bytes, len);
        total += len;
        at += step == 0 ? 1 : step;
    }
    return total < 2 ? 0 : total;
}

/* ---- rows ----------------------------------------------------------------------------------- */

static int status_rank(kt_term_status status) {
    static const int ranks[] = {[KT_TERM_PREFERRED] = 0,
                                [KT_TERM_NONE] = 1,
                                [KT_TERM_ALLOWED] = 1,
                                [KT_TERM_FORBIDDEN] = 2};
    return ranks[status];
}

static int by_preference(const kt_glossary_row *a, const kt_glossary_row *b) {
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
    const void *item;
    const kt_terms *terms;
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
    return order != 0 ? order : by_preference(a, b);
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
        order[i] = (ranked){first_bytes(rows[i].korean.ptr, rows[i].korean.len), &rows[i], t};
        if ((unsigned)rows[i].status > KT_TERM_FORBIDDEN) return KT_ERR_ARG;
    }
    sort_ranked(order, order + count, count, by_term);
    for (size_t i = 0; i < count; i++)
        KTI_TRY(copy_row(t, order[i].item));
    return KT_OK;
}

/* ---- forms ---------------------------------------------------------------------------------- */

static void add_form(kt_terms *t, kti_term_form *forms, kt_str text, size_t row, bool korean) {
    char key[KTI_KEY_LONGEST];
    size_t len = fold(text, key);
    if (len == 0 || t->pool.len > UINT32_MAX - KTI_KEY_LONGEST) return;
    forms[t->form_count++] =
        (kti_term_form){(uint32_t)t->pool.len, (uint32_t)row, (uint8_t)len, korean};
    kti_buf_add(&t->pool, key, len);
}

static kt_str key_of(const kt_terms *t, const kti_term_form *f) {
    return (kt_str){t->pool.ptr + f->key, f->len};
}

static int by_key(const void *left, const void *right) {
    const ranked *l = left, *r = right;
    const kti_term_form *a = l->item, *b = r->item;
    int order = kti_str_cmp(key_of(l->terms, a), key_of(r->terms, b));
    if (order != 0) return order;
    order = by_preference(&l->terms->rows[a->row], &r->terms->rows[b->row]);
    return order != 0 ? order : (a->row < b->row ? -1 : 1);
}

/* Which forms begin with which two bytes. */
static void find_starts(kt_terms *t) {
    for (size_t i = 0; i < t->form_count; i++) {
        const unsigned char *key = (const unsigned char *)key_of(t, &t->forms[i]).ptr;
        t->starts[((unsigned)key[0] << 8 | key[1]) + 1]++;
    }
    for (size_t i = 0; i < KTI_KEY_STARTS; i++)
        t->starts[i + 1] += t->starts[i];
}

static kt_status make_forms(kt_terms *t, ranked *order) {
    size_t most = t->count * 2 + 1;
    kti_term_form *loose = kti_alloc_get(&t->alloc, most * sizeof *loose);
    if (loose == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < t->count; i++) {
        add_form(t, loose, t->rows[i].korean, i, true);
        add_form(t, loose, t->rows[i].english, i, false);
    }
    kt_status status = kti_buf_status(&t->pool);
    for (size_t i = 0; i < t->form_count && status == KT_OK; i++) {
        kt_str key = key_of(t, &loose[i]);
        order[i] = (ranked){first_bytes(key.ptr, key.len), &loose[i], t};
    }
    if (status == KT_OK) sort_ranked(order, order + t->form_count, t->form_count, by_key);
    for (size_t i = 0; i < t->form_count && status == KT_OK; i++)
        t->forms[i] = *(const kti_term_form *)order[i].item;
    if (status == KT_OK) find_starts(t);
    kti_alloc_free(&t->alloc, loose, most * sizeof *loose);
    return status;
}

/* ---- the handle ----------------------------------------------------------------------------- */

static kt_status fill(kt_terms *t, const kt_glossary_row *rows, size_t count) {
    const kt_alloc *alloc = &t->alloc;
    t->rows = kti_alloc_get(alloc, (count + 1) * sizeof *t->rows);
    t->best = kti_alloc_get(alloc, (count + 1) * sizeof *t->best);
    t->forms = kti_alloc_get(alloc, (count * 2 + 1) * sizeof *t->forms);
    t->starts = kti_alloc_zeroed(alloc, (KTI_KEY_STARTS + 1) * sizeof *t->starts);
    if (t->rows == NULL || t->best == NULL || t->forms == NULL || t->starts == NULL)
        return KT_ERR_NOMEM;
    ranked *order = kti_alloc_get(alloc, (count * 4 + 1) * sizeof *order);
    kt_status status = order == NULL ? KT_ERR_NOMEM : copy_rows(t, rows, count, order);
    if (status == KT_OK) status = make_forms(t, order);
    kti_alloc_free(alloc, order, (count * 4 + 1) * sizeof *order);
    return status;
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
    kti_buf_init(&t->pool, &own);
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
    kti_alloc_free(&alloc, t->forms, (t->count * 2 + 1) * sizeof *t->forms);
    kti_alloc_free(&alloc, t->starts, (KTI_KEY_STARTS + 1) * sizeof *t->starts);
    kti_buf_free(&t->pool);
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
