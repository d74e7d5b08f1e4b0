/* api_link_names.c - what links say of names, for a glossary: Australia where the text has
 * Australian. */
#include <stdlib.h>

#include "align/own_name.h"
#include "core/status.h"
#include "core/str.h"
#include "engine/ctx.h"
#include "glossary/glossary.h"
#include "names/countries.h"
#include "unicode/nfc.h"

typedef struct gathered {
    const kt_engine *engine;
    const kt_alloc *alloc;
    kt_glossary *names;                /* what is a name of its Korean */
    kt_glossary *others;               /* adjectives and the like */
    const kt_glossary_row **by_korean; /* of the names; of one Korean the commonest first */
    size_t count;
} gathered;

/* ---- gathering ------------------------------------------------------------------------------ */

/* 김 of 김모 씨 is anybody's. */
static bool is_anybody(const kt_link *link) {
    return link->evidence == KT_EVIDENCE_SURNAME && link->ko_title.end == 0;
}

static kt_status gather(gathered *g, const kt_align_unit *ko, const kt_align_unit *en,
                        const kt_link *links, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (is_anybody(&links[i])) continue;
        kt_glossary *to = kti_is_indirect(links[i].evidence) ? g->others : g->names;
        KTI_TRY(kt_glossary_add_links(to, ko, en, &links[i], 1));
    }
    return KT_OK;
}

static int by_korean(const void *left, const void *right) {
    const kt_glossary_row *a = *(const kt_glossary_row *const *)left;
    const kt_glossary_row *b = *(const kt_glossary_row *const *)right;
    int order = kti_str_cmp(a->korean, b->korean);
    if (order != 0) return order;
    return (a > b) - (a < b); /* of one array, the commonest first */
}

static kt_status sort_names(gathered *g) {
    const kt_glossary_row *rows;
    KTI_TRY(kt_glossary_rows(g->names, &rows, &g->count));
    g->by_korean = kti_alloc_get(g->alloc, (g->count + 1) * sizeof(const kt_glossary_row *));
    if (g->by_korean == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < g->count; i++)
        g->by_korean[i] = &rows[i];
    if (g->count > 0) qsort(g->by_korean, g->count, sizeof(const kt_glossary_row *), by_korean);
    return KT_OK;
}

/* ---- names ---------------------------------------------------------------------------------- */

/* What the texts themselves call it most often; empty when they never name it. */
static kt_str named_here(const gathered *g, kt_str korean) {
    size_t low = 0, high = g->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (kti_str_cmp(g->by_korean[middle]->korean, korean) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool named = low < g->count && kti_str_eq(g->by_korean[low]->korean, korean);
    return named ? g->by_korean[low]->english : KTI_STR("");
}

/* 미국 for 미, which as a term of its own would be found in any text. */
static kt_str full_korean(const gathered *g, const kt_glossary_row *row) {
    enum { SYLLABLE = 3, ROWS = 4 };
    kti_hit hits[ROWS];
    if (row->type != KT_NAME_PLACE || row->korean.len != SYLLABLE) return row->korean;
    size_t count = kti_lexicon_korean_whole(g->engine->lexicon, row->korean, hits, ROWS);
    for (size_t i = 0; i < count; i++) {
        kti_entry e = kti_lexicon_entry(g->engine->lexicon, hits[i].entry);
        if (e.kind == KTI_ENTRY_USER || e.kind == KTI_ENTRY_PLACE) return e.korean;
    }
    kt_str country = kti_country_of(row->korean);
    return country.len > 0 ? country : row->korean;
}

static kt_status add_row(const gathered *g, const kt_glossary_row *row, kt_glossary *into) {
    kt_glossary_row full = *row;
    full.korean = full_korean(g, row);
    return kt_glossary_add(into, &full);
}

static kt_status add_names(const gathered *g, kt_glossary *into) {
    for (size_t i = 0; i < g->count; i++)
        KTI_TRY(add_row(g, g->by_korean[i], into));
    return KT_OK;
}

static kt_status add_others(const gathered *g, kti_arena *arena, kt_glossary *into) {
    const kt_glossary_row *rows;
    size_t count;
    KTI_TRY(kt_glossary_rows(g->others, &rows, &count));
    for (size_t i = 0; i < count; i++) {
        char room[KTI_OWN_NAME_MOST];
        kt_glossary_row row = rows[i];
        kt_str korean = kti_nf_short(KTI_NFC, row.korean, arena), name = named_here(g, row.korean);
        if (korean.ptr == NULL) return KT_ERR_NOMEM;
        if (name.len == 0)
            name = kti_own_name(&g->engine->matcher, korean, row.english, row.evidence, room);
        if (name.len > 0) row.english = name;
        KTI_TRY(add_row(g, &row, into));
        kti_arena_reset(arena);
    }
    return KT_OK;
}

static kt_status add_all(gathered *g, const kt_align_unit *ko, const kt_align_unit *en,
                         const kt_link *links, size_t count, kt_glossary *into) {
    kti_arena arena;
    KTI_TRY(kt_glossary_new(g->alloc, &g->names));
    KTI_TRY(kt_glossary_new(g->alloc, &g->others));
    KTI_TRY(gather(g, ko, en, links, count));
    KTI_TRY(sort_names(g));
    kti_arena_init(&arena, g->alloc);
    kt_status status = add_others(g, &arena, into);
    kti_arena_free(&arena);
    return status == KT_OK ? add_names(g, into) : status;
}

kt_status kt_glossary_add_link_names(const kt_engine *engine, kt_glossary *glossary,
                                     const kt_align_unit *ko, const kt_align_unit *en,
                                     const kt_link *links, size_t count) {
    if (engine == NULL || glossary == NULL) return KT_ERR_ARG;
    if (count > 0 && (ko == NULL || en == NULL || links == NULL)) return KT_ERR_ARG;
    gathered g = {.engine = engine, .alloc = &glossary->alloc};
    kt_status status = add_all(&g, ko, en, links, count, glossary);
    kti_alloc_free(g.alloc, g.by_korean, (g.count + 1) * sizeof(const kt_glossary_row *));
    kt_glossary_free(g.names);
    kt_glossary_free(g.others);
    return status;
}
