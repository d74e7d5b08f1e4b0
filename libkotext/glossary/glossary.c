#include "glossary/glossary.h"

#include <stdlib.h>
#include <string.h>

#include "core/seed.h"
#include "core/status.h"
#include "core/str.h"

kt_status kt_glossary_new(const kt_alloc *alloc, kt_glossary **out) {
    if (out == NULL) return KT_ERR_ARG;
    kt_alloc own = kti_alloc_or_libc(alloc);
    *out = kti_alloc_zeroed(&own, sizeof **out);
    if (*out == NULL) return KT_ERR_NOMEM;
    (*out)->alloc = own;
    (*out)->seed = kti_seed(*out);
    kti_arena_init(&(*out)->texts, &own);
    kti_buf_init(&(*out)->written, &own);
    return KT_OK;
}

void kt_glossary_free(kt_glossary *g) {
    if (g == NULL) return;
    kt_alloc alloc = g->alloc;
    kti_arena_free(&g->texts);
    kti_buf_free(&g->written);
    kti_alloc_free(&alloc, g->notes, g->note_capacity * sizeof *g->notes);
    kti_alloc_free(&alloc, g->problems, g->problem_capacity * sizeof *g->problems);
    kti_alloc_free(&alloc, g->added, g->added_capacity * sizeof *g->added);
    kti_alloc_free(&alloc, g->rows, g->capacity * sizeof *g->rows);
    kti_alloc_free(&alloc, g->slots, g->slot_count * sizeof *g->slots);
    kti_alloc_free(&alloc, g, sizeof *g);
}

/* ---- finding -------------------------------------------------------------------------------- */

static uint64_t hash_row(const kt_glossary *g, const kt_glossary_row *row) {
    uint64_t hash = kti_seeded_hash(row->korean, g->seed);
    return kti_seeded_hash(row->english, hash) ^ (uint64_t)row->type;
}

static bool same_pair(const kt_glossary_row *a, const kt_glossary_row *b) {
    return a->type == b->type && kti_str_eq(a->korean, b->korean) &&
           kti_str_eq(a->english, b->english);
}

static uint32_t *find_slot(kt_glossary *g, const kt_glossary_row *row) {
    size_t at = (size_t)hash_row(g, row) & (g->slot_count - 1);
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

static void join_evidence(kt_glossary_row *into, const kt_glossary_row *row) {
    bool better =
        row->score > into->score || (row->score == into->score && row->evidence < into->evidence);
    if (!better) return;
    into->score = row->score;
    into->evidence = row->evidence;
}

static int by_text(const void *left, const void *right) {
    return kti_str_cmp(*(const kt_str *)left, *(const kt_str *)right);
}

/* A copy with its lines in order, each once. */
static kt_status sort_lines(kt_glossary *g, kt_str text, kt_str *out) {
    size_t count = 1;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == '\n';
    *out = kti_arena_str(&g->texts, text);
    if (out->ptr == NULL) return KT_ERR_NOMEM;
    if (count == 1) return KT_OK;
    kt_str *lines = kti_arena_zeroed(&g->texts, count, sizeof *lines);
    if (lines == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < count; i++)
        lines[i] = kti_str_next_field(&text, '\n');
    qsort(lines, count, sizeof *lines, by_text);
    char *to = kti_arena_take(&g->texts, out->len + 1);
    if (to == NULL) return KT_ERR_NOMEM;
    *out = (kt_str){to, 0};
    for (size_t i = 0; i < count; i++) {
        if (lines[i].len == 0 || (i > 0 && kti_str_eq(lines[i], lines[i - 1]))) continue;
        if (out->len > 0) to[out->len++] = '\n';
        memcpy(to + out->len, lines[i].ptr, lines[i].len);
        out->len += lines[i].len;
    }
    return KT_OK;
}

enum { DEFINITION, NOTE, SOURCE, TEXTS }; /* texts of a row: sets of lines, kept sorted */

static kt_str *text_of(kt_glossary_row *row, unsigned which) {
    return which == DEFINITION ? &row->definition : which == NOTE ? &row->note : &row->source;
}

/* Notes what is to be united with a text: one after another, each would copy all before. */
static kt_status add_text(kt_glossary *g, size_t row, unsigned which, kt_str text) {
    if (text.len == 0 || kti_str_eq(*text_of(&g->rows[row], which), text)) return KT_OK;
    void *added = g->added;
    KTI_TRY(kti_alloc_grow(&g->alloc, &added, &g->added_capacity, sizeof *g->added,
                           g->added_count + 1));
    g->added = added;
    kti_added_text *one = &g->added[g->added_count];
    *one = (kti_added_text){row, which, kti_arena_str(&g->texts, text)};
    if (one->text.ptr == NULL) return KT_ERR_NOMEM;
    g->added_count++;
    return KT_OK;
}

static int by_place(const void *left, const void *right) {
    const kti_added_text *a = left, *b = right;
    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    if (a->which != b->which) return a->which < b->which ? -1 : 1;
    return kti_str_cmp(a->text, b->text);
}

/* The texts from `first` on that belong to the same text of a row; returns how many. */
static size_t unite(kt_glossary *g, size_t first, kti_buf *lines, kt_status *status) {
    const kti_added_text *of = &g->added[first];
    kt_str *into = text_of(&g->rows[of->row], of->which);
    size_t end = first;
    kti_buf_clear(lines);
    kti_buf_add_str(lines, *into);
    for (; end < g->added_count && g->added[end].row == of->row && g->added[end].which == of->which;
         end++) {
        kti_buf_add_byte(lines, '\n');
        kti_buf_add_str(lines, g->added[end].text);
    }
    *status = kti_buf_status(lines);
    if (*status == KT_OK) *status = sort_lines(g, kti_buf_str(lines), into);
    return end - first;
}

static kt_status unite_all(kt_glossary *g) {
    kt_status status = KT_OK;
    kti_buf lines;
    if (g->added_count == 0) return KT_OK;
    kti_buf_init(&lines, &g->alloc);
    qsort(g->added, g->added_count, sizeof *g->added, by_place);
    for (size_t i = 0; i < g->added_count && status == KT_OK;)
        i += unite(g, i, &lines, &status);
    if (status == KT_OK) g->added_count = 0;
    kti_buf_free(&lines);
    return status;
}

/* The stronger evidence wins; between equals the lower number, so that order does not matter. */
static kt_status join_rows(kt_glossary *g, size_t at, const kt_glossary_row *row) {
    kt_glossary_row *into = &g->rows[at];
    bool full = into->count > UINT32_MAX - row->count;
    KTI_TRY(add_text(g, at, DEFINITION, row->definition));
    KTI_TRY(add_text(g, at, NOTE, row->note));
    KTI_TRY(add_text(g, at, SOURCE, row->source));
    into->count = full ? UINT32_MAX : into->count + row->count;
    if (row->status > into->status) into->status = row->status;
    if (row->priority > into->priority) into->priority = row->priority;
    if (into->line == 0 || (row->line > 0 && row->line < into->line)) into->line = row->line;
    join_evidence(into, row);
    return KT_OK;
}

static kt_status copy_row(kt_glossary *g, const kt_glossary_row *row, kt_glossary_row *out) {
    *out = *row;
    out->korean = kti_arena_str(&g->texts, row->korean);
    out->english = kti_arena_str(&g->texts, row->english);
    if (out->korean.ptr == NULL || out->english.ptr == NULL) return KT_ERR_NOMEM;
    KTI_TRY(sort_lines(g, row->definition, &out->definition));
    KTI_TRY(sort_lines(g, row->note, &out->note));
    return sort_lines(g, row->source, &out->source);
}

/* The slots follow the rows again after these were sorted. */
static void settle(kt_glossary *g) {
    if (g->sorted) index_rows(g);
    g->sorted = false;
}

bool kti_known_row(const kt_glossary_row *row) {
    return row->score >= 0 && row->score <= 1 && (unsigned)row->type <= KT_NAME_ORG &&
           (unsigned)row->evidence < KT_EVIDENCES && (unsigned)row->status <= KT_TERM_FORBIDDEN;
}

kt_status kt_glossary_add(kt_glossary *g, const kt_glossary_row *row) {
    if (g == NULL || row == NULL || row->korean.len == 0) return KT_ERR_ARG;
    if (!kti_known_row(row)) return KT_ERR_ARG;
    if (g->count >= UINT32_MAX / 2) return KT_ERR_TOO_LARGE;
    KTI_TRY(make_room(g));
    settle(g);
    uint32_t *slot = find_slot(g, row);
    if (*slot != 0) return join_rows(g, *slot - 1, row);
    KTI_TRY(copy_row(g, row, &g->rows[g->count]));
    g->count++;
    *slot = (uint32_t)g->count;
    return KT_OK;
}

const kt_glossary_row *kti_glossary_find(kt_glossary *g, const kt_glossary_row *row) {
    if (g->count == 0) return NULL;
    settle(g);
    uint32_t slot = *find_slot(g, row);
    return slot == 0 ? NULL : &g->rows[slot - 1];
}

/* A text that `from` has not united yet; its row is there already. */
static kt_status merge_added(kt_glossary *into, const kt_glossary *from,
                             const kti_added_text *added) {
    kt_glossary_row row = from->rows[added->row];
    row.count = 0;
    row.definition = row.note = row.source = (kt_str){NULL, 0};
    *text_of(&row, added->which) = added->text;
    return kt_glossary_add(into, &row);
}

kt_status kt_glossary_merge(kt_glossary *into, const kt_glossary *from) {
    if (into == NULL || from == NULL || into == from) return KT_ERR_ARG;
    for (size_t i = 0; i < from->count; i++)
        KTI_TRY(kt_glossary_add(into, &from->rows[i]));
    for (size_t i = 0; i < from->added_count; i++)
        KTI_TRY(merge_added(into, from, &from->added[i]));
    return KT_OK;
}

kt_status kti_glossary_note(kt_glossary *g, const kt_glossary_problem *problem) {
    void *notes = g->notes;
    KTI_TRY(
        kti_alloc_grow(&g->alloc, &notes, &g->note_capacity, sizeof *g->notes, g->note_count + 1));
    g->notes = notes;
    kt_glossary_problem copy = *problem;
    copy.korean = kti_arena_str(&g->texts, problem->korean);
    copy.english = kti_arena_str(&g->texts, problem->english);
    if (copy.korean.ptr == NULL || copy.english.ptr == NULL) return KT_ERR_NOMEM;
    g->notes[g->note_count++] = copy;
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
    kt_glossary_row row = {.korean = kti_buf_str(korean),
                           .english = kti_buf_str(english),
                           .type = link->type,
                           .evidence = link->evidence,
                           .count = 1,
                           .score = link->score};
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
    KTI_TRY(unite_all(g));
    if (g->count > 0) qsort(g->rows, g->count, sizeof *g->rows, by_count_then_text);
    g->sorted = true;
    *rows = g->rows;
    *count = g->count;
    return KT_OK;
}
