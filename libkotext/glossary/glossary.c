#include "kotext/glossary.h"

#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "core/buf.h"
#include "core/status.h"
#include "core/str.h"

/* Rows in an open hash table by Korean, English and type; evidence adds up in any order. */
struct kt_glossary {
    kt_alloc alloc;
    kti_arena texts;
    kt_glossary_row *rows;
    size_t count, capacity;
    uint32_t *slots; /* row index + 1; 0 = free */
    size_t slot_count;
    bool sorted;
};

kt_status kt_glossary_new(const kt_alloc *alloc, kt_glossary **out) {
    if (out == NULL) return KT_ERR_ARG;
    kt_alloc own = kti_alloc_or_libc(alloc);
    *out = kti_alloc_zeroed(&own, sizeof **out);
    if (*out == NULL) return KT_ERR_NOMEM;
    (*out)->alloc = own;
    kti_arena_init(&(*out)->texts, &own);
    return KT_OK;
}

void kt_glossary_free(kt_glossary *g) {
    if (g == NULL) return;
    kt_alloc alloc = g->alloc;
    kti_arena_free(&g->texts);
    kti_alloc_free(&alloc, g->rows, g->capacity * sizeof *g->rows);
    kti_alloc_free(&alloc, g->slots, g->slot_count * sizeof *g->slots);
    kti_alloc_free(&alloc, g, sizeof *g);
}

/* ---- finding -------------------------------------------------------------------------------- */

static uint64_t hash_bytes(uint64_t hash, kt_str text) {
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.ptr[i]) * 0x100000001B3u;
    return (hash ^ 0xFF) * 0x100000001B3u;
}

static uint64_t hash_row(const kt_glossary_row *row) {
    uint64_t hash = hash_bytes(0xCBF29CE484222325u, row->korean);
    return hash_bytes(hash, row->english) ^ (uint64_t)row->type;
}

static bool same_pair(const kt_glossary_row *a, const kt_glossary_row *b) {
    return a->type == b->type && kti_str_eq(a->korean, b->korean) &&
           kti_str_eq(a->english, b->english);
}

static uint32_t *find_slot(kt_glossary *g, const kt_glossary_row *row) {
    size_t at = (size_t)hash_row(row) & (g->slot_count - 1);
    while (g->slots[at] != 0 && !same_pair(&g->rows[g->slots[at] - 1], row))
        at = (at + 1) & (g->slot_count - 1);
    return &g->slots[at];
}

static void index_rows(kt_glossary *g) {
    memset(g->slots, 0, g->slot_count * sizeof *g->slots);
    for (size_t i = 0; i < g->count; i++)
        *find_slot(g, &g->rows[i]) = (uint32_t)i + 1;
}

static kt_status make_room(kt_glossary *g) {
    void *rows = g->rows;
    KTI_TRY(kti_alloc_grow(&g->alloc, &rows, &g->capacity, sizeof *g->rows, g->count + 1));
    g->rows = rows;
    if ((g->count + 1) * 2 <= g->slot_count) return KT_OK;
    size_t wanted = g->slot_count == 0 ? 64 : g->slot_count * 2;
    uint32_t *slots = kti_alloc_get(&g->alloc, wanted * sizeof *slots);
    if (slots == NULL) return KT_ERR_NOMEM;
    kti_alloc_free(&g->alloc, g->slots, g->slot_count * sizeof *g->slots);
    g->slots = slots;
    g->slot_count = wanted;
    index_rows(g);
    return KT_OK;
}

/* ---- adding --------------------------------------------------------------------------------- */

/* The stronger evidence wins; between equals the lower number, so that order does not matter. */
static void join_rows(kt_glossary_row *into, const kt_glossary_row *row) {
    into->count += row->count;
    bool better =
        row->score > into->score || (row->score == into->score && row->evidence < into->evidence);
    if (!better) return;
    into->score = row->score;
    into->evidence = row->evidence;
}

kt_status kt_glossary_add(kt_glossary *g, const kt_glossary_row *row) {
    if (g == NULL || row == NULL || row->korean.len == 0) return KT_ERR_ARG;
    if (g->count >= UINT32_MAX / 2) return KT_ERR_TOO_LARGE;
    KTI_TRY(make_room(g));
    if (g->sorted) {
        index_rows(g);
        g->sorted = false;
    }
    uint32_t *slot = find_slot(g, row);
    if (*slot != 0) {
        join_rows(&g->rows[*slot - 1], row);
        return KT_OK;
    }
    kt_glossary_row copy = *row;
    copy.korean = kti_arena_str(&g->texts, row->korean);
    copy.english = kti_arena_str(&g->texts, row->english);
    if (copy.korean.ptr == NULL || copy.english.ptr == NULL) return KT_ERR_NOMEM;
    g->rows[g->count++] = copy;
    *slot = (uint32_t)g->count;
    return KT_OK;
}

/* ---- links ---------------------------------------------------------------------------------- */

static kt_span cover(kt_span a, kt_span b) {
    if (b.end == 0) return a;
    return (kt_span){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}

/* One line, single blanks: a name that a line break divides is the same name. */
static void add_flat(kti_buf *out, kt_str text) {
    for (size_t i = 0; i < text.len; i++) {
        bool blank = kti_is_ascii_space(text.ptr[i]);
        if (!blank)
            kti_buf_add_byte(out, text.ptr[i]);
        else if (out->len > 0 && out->ptr[out->len - 1] != ' ')
            kti_buf_add_byte(out, ' ');
    }
}

/* A bare surname goes with its title: 문 대통령 = President Moon. */
static kt_status add_link(kt_glossary *g, kt_str ko, kt_str en, const kt_link *link,
                          kti_buf *korean, kti_buf *english) {
    kti_buf_clear(korean);
    kti_buf_clear(english);
    add_flat(korean, kti_str_span(ko, cover(link->ko, link->ko_title)));
    add_flat(english, kti_str_span(en, cover(link->en, link->en_title)));
    KTI_TRY(kti_buf_status(korean));
    KTI_TRY(kti_buf_status(english));
    kt_glossary_row row = {kti_buf_str(korean), kti_buf_str(english), link->type, link->evidence, 1,
                           link->score};
    return kt_glossary_add(g, &row);
}

kt_status kt_glossary_add_links(kt_glossary *g, const kt_align_unit *ko, const kt_align_unit *en,
                                const kt_link *links, size_t count) {
    kti_buf korean, english;
    if (g == NULL || (count > 0 && (ko == NULL || en == NULL || links == NULL))) return KT_ERR_ARG;
    kti_buf_init(&korean, &g->alloc);
    kti_buf_init(&english, &g->alloc);
    kt_status status = KT_OK;
    for (size_t i = 0; i < count && status == KT_OK; i++)
        if (links[i].en_unit != SIZE_MAX)
            status = add_link(g, ko[links[i].ko_unit].text, en[links[i].en_unit].text, &links[i],
                              &korean, &english);
    kti_buf_free(&korean);
    kti_buf_free(&english);
    return status;
}

/* ---- reading -------------------------------------------------------------------------------- */

static int by_count_then_text(const void *left, const void *right) {
    const kt_glossary_row *a = left;
    const kt_glossary_row *b = right;
    if (a->count != b->count) return a->count < b->count ? 1 : -1;
    int order = kti_str_cmp(a->korean, b->korean);
    if (order != 0) return order;
    order = kti_str_cmp(a->english, b->english);
    return order != 0 ? order : (int)a->type - (int)b->type;
}

kt_status kt_glossary_rows(kt_glossary *g, const kt_glossary_row **rows, size_t *count) {
    if (g == NULL || rows == NULL || count == NULL) return KT_ERR_ARG;
    if (g->count > 0) qsort(g->rows, g->count, sizeof *g->rows, by_count_then_text);
    g->sorted = true;
    *rows = g->rows;
    *count = g->count;
    return KT_OK;
}
