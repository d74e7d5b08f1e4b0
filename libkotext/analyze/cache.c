#include "analyze/cache.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"

enum {
    SLOTS = 1 << 15,
    MOST = SLOTS / 4 * 3,
    LONGEST = 128 /* bytes of a run that is kept */
};

typedef struct entry {
    uint64_t hash;
    kt_str run; /* ptr NULL: a free slot */
    kti_edges edges;
} entry;

/* Two generations: what is used moves to the younger one; when that is full, the elder is dropped.
 */
typedef struct generation {
    entry *slots;
    size_t count;
    kti_arena kept; /* edges and texts */
} generation;

struct kti_cache {
    kt_alloc alloc;
    kti_arena scratch; /* of one lattice */
    generation young, old;
};

static kt_status generation_init(generation *g, const kt_alloc *alloc) {
    kti_arena_init(&g->kept, alloc);
    g->slots = kti_alloc_zeroed(alloc, SLOTS * sizeof *g->slots);
    return g->slots == NULL ? KT_ERR_NOMEM : KT_OK;
}

static void generation_free(generation *g, const kt_alloc *alloc) {
    kti_arena_free(&g->kept);
    kti_alloc_free(alloc, g->slots, SLOTS * sizeof *g->slots);
}

kt_status kti_cache_new(const kt_alloc *alloc, kti_cache **out) {
    kti_cache *c = kti_alloc_zeroed(alloc, sizeof *c);
    *out = c;
    if (c == NULL) return KT_ERR_NOMEM;
    c->alloc = *alloc;
    kti_arena_init(&c->scratch, alloc);
    kti_arena_init(&c->old.kept, alloc);
    kt_status status = generation_init(&c->young, alloc);
    if (status == KT_OK) return KT_OK;
    kti_cache_free(c);
    *out = NULL;
    return status;
}

void kti_cache_free(kti_cache *c) {
    if (c == NULL) return;
    kt_alloc alloc = c->alloc;
    kti_arena_free(&c->scratch);
    generation_free(&c->young, &alloc);
    generation_free(&c->old, &alloc);
    kti_alloc_free(&alloc, c, sizeof *c);
}

void kti_cache_trim(kti_cache *c) {
    generation dropped = c->old;
    if (c->young.count < MOST) return;
    if (dropped.slots == NULL && generation_init(&dropped, &c->alloc) != KT_OK) return;
    memset(dropped.slots, 0, SLOTS * sizeof *dropped.slots);
    dropped.count = 0;
    kti_arena_reset(&dropped.kept);
    c->old = c->young;
    c->young = dropped;
}

static uint64_t hash_of(kt_str run) {
    uint64_t hash = 0x9E3779B97F4A7C15u ^ run.len;
    for (size_t at = 0; at < run.len;) {
        uint64_t part = 0;
        size_t len = run.len - at < sizeof part ? run.len - at : sizeof part;
        memcpy(&part, run.ptr + at, len);
        hash = (hash ^ part) * 0xD6E8FEB86659FD93u;
        hash ^= hash >> 32;
        at += len;
    }
    return hash;
}

/* The slot that holds `run`, or the free one where it belongs. */
static entry *find(const generation *g, uint64_t hash, kt_str run) {
    size_t slot = (size_t)(hash % SLOTS);
    while (g->slots[slot].run.ptr != NULL &&
           (g->slots[slot].hash != hash || !kti_str_eq(g->slots[slot].run, run)))
        slot = (slot + 1) % SLOTS;
    return &g->slots[slot];
}

static kt_status solve(kti_cache *c, const kti_lexicon *lexicon, kt_str run, kti_run_kind kind,
                       kti_edges *out) {
    kti_arena_reset(&c->scratch);
    return kti_lattice_solve(lexicon, run, kind, &c->scratch, &c->young.kept, out);
}

/* A copy of edges of the elder generation in the younger. */
static kt_status copy_edges(generation *g, const kti_edges *from, kti_edges *out) {
    const kti_edge *last = &from->items[from->count - 1];
    size_t nodes = (size_t)last->first_node + last->node_count;
    kti_edge *items = kti_arena_take(&g->kept, from->count * sizeof *items);
    kti_node *list = kti_arena_take(&g->kept, nodes * sizeof *list);
    if (items == NULL || list == NULL) return KT_ERR_NOMEM;
    memcpy(items, from->items, from->count * sizeof *items);
    memcpy(list, from->nodes, nodes * sizeof *list);
    *out = (kti_edges){items, list, from->count};
    return KT_OK;
}

kt_status kti_cache_edges(kti_cache *c, const kti_lexicon *lexicon, kt_str run, kti_run_kind kind,
                          kti_edges *out) {
    if (run.len > LONGEST || c->young.count > MOST) return solve(c, lexicon, run, kind, out);
    uint64_t hash = hash_of(run);
    entry *young = find(&c->young, hash, run);
    const entry *old = NULL;
    if (young->run.ptr != NULL) {
        *out = young->edges;
        return KT_OK;
    }
    if (c->old.slots != NULL) old = find(&c->old, hash, run);
    if (old != NULL && old->run.ptr != NULL)
        KTI_TRY(copy_edges(&c->young, &old->edges, out));
    else
        KTI_TRY(solve(c, lexicon, run, kind, out));
    kt_str kept = kti_arena_str(&c->young.kept, run);
    if (kept.ptr == NULL) return KT_ERR_NOMEM;
    *young = (entry){hash, kept, *out};
    c->young.count++;
    return KT_OK;
}
