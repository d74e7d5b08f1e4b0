#include "analyze/cache.h"

#include <string.h>

#include "analyze/spoken.h"
#include "analyze/whole.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"

enum { LEAST_SLOTS = 1 << 10 };

typedef struct entry {
    const char *text; /* NULL: a free slot */
    const kti_edge *edges;
    uint32_t hash;
    uint16_t len;
    uint16_t count; /* of the edges */
} entry;

/* Two generations: what is used moves to the younger one; when that is full, the elder is dropped.
 */
typedef struct generation {
    entry *slots;
    size_t capacity, count; /* a power of two */
    size_t bytes;
    kti_arena kept; /* edges and texts; edges stay within their generation */
} generation;

struct kti_cache {
    kt_alloc alloc;
    generation young, old;
    size_t limit;                 /* bytes that a generation takes */
    kti_edge whole[KTI_UNKNOWNS]; /* runs that are one morpheme */
};

/* ---- generations ---------------------------------------------------------------------------- */

static void generation_free(generation *g) {
    kt_alloc alloc = g->kept.alloc;
    kti_arena_free(&g->kept);
    kti_alloc_free(&alloc, g->slots, g->capacity * sizeof *g->slots);
}

static void generation_clear(generation *g) {
    if (g->slots != NULL) memset(g->slots, 0, g->capacity * sizeof *g->slots);
    g->count = g->bytes = 0;
    kti_arena_reset(&g->kept);
}

/* The slot that holds `text`, or the free one where it belongs. */
static entry *find(const generation *g, uint32_t hash, kt_str text) {
    size_t slot = hash & (g->capacity - 1);
    for (;; slot = (slot + 1) & (g->capacity - 1)) {
        entry *e = &g->slots[slot];
        if (e->text == NULL) return e;
        if (e->hash == hash && e->len == text.len && memcmp(e->text, text.ptr, text.len) == 0)
            return e;
    }
}

static kt_status grow(generation *g) {
    generation larger = *g;
    larger.capacity = g->capacity == 0 ? LEAST_SLOTS : g->capacity * 2;
    larger.slots = kti_alloc_zeroed(&g->kept.alloc, larger.capacity * sizeof *larger.slots);
    if (larger.slots == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < g->capacity; i++) {
        entry e = g->slots[i];
        if (e.text != NULL) *find(&larger, e.hash, (kt_str){e.text, e.len}) = e;
    }
    kti_alloc_free(&g->kept.alloc, g->slots, g->capacity * sizeof *g->slots);
    *g = larger;
    return KT_OK;
}

/* Keeps the edges of a text that is not there yet. */
static kt_status keep(generation *g, uint32_t hash, kt_str text, kti_edges edges) {
    if (g->count >= g->capacity / 4 * 3) KTI_TRY(grow(g));
    *find(g, hash, text) =
        (entry){text.ptr, edges.items, hash, (uint16_t)text.len, (uint16_t)edges.count};
    g->count++;
    g->bytes += text.len + edges.count * sizeof *edges.items + sizeof(entry);
    return KT_OK;
}

static const entry *look_up(const generation *g, uint32_t hash, kt_str text) {
    if (g->count == 0) return NULL;
    const entry *e = find(g, hash, text);
    return e->text != NULL ? e : NULL;
}

/* ---- cache ---------------------------------------------------------------------------------- */

kt_status kti_cache_new(const kt_alloc *alloc, size_t limit, kti_cache **out) {
    kti_cache *c = kti_alloc_zeroed(alloc, sizeof *c);
    *out = c;
    if (c == NULL) return KT_ERR_NOMEM;
    c->alloc = *alloc;
    c->limit = limit / 2;
    kti_arena_init(&c->young.kept, alloc);
    kti_arena_init(&c->old.kept, alloc);
    return KT_OK;
}

void kti_cache_free(kti_cache *c) {
    if (c == NULL) return;
    kt_alloc alloc = c->alloc;
    generation_free(&c->young);
    generation_free(&c->old);
    kti_alloc_free(&alloc, c, sizeof *c);
}

void kti_cache_trim(kti_cache *c) {
    if (c->young.bytes < c->limit) return;
    generation dropped = c->old;
    generation_clear(&dropped);
    c->old = c->young;
    c->young = dropped;
}

/* ---- runs of syllables or Hanja ---------------------------------------------------------------
 */

/* A run's letters, and the hash of the text from each of them on. */
typedef struct solving {
    kti_letters letters;
    uint32_t hashes[KTI_RUN_SYLLABLES];
} solving;

static void read_letters(solving *s, kt_str run, kti_run_kind kind) {
    size_t at = 0, count = 0;
    for (; at < run.len && count < KTI_RUN_SYLLABLES; count++) {
        kti_cp unit = kti_utf8_at(run, at);
        s->letters.cps[count] = unit.cp;
        s->letters.at[count] = (uint16_t)at;
        at += unit.len;
        at += kti_spoken_drawn(run, at, unit.cp);
    }
    s->letters.run = run;
    s->letters.kind = kind;
    s->letters.at[count] = (uint16_t)at;
    s->letters.count = (uint32_t)count;
}

/* Rests are hashed from the end on; a whole run is another thing than a rest that looks like it. */
static void hash_rests(solving *s) {
    uint32_t hash = 0x9E3779B9u;
    for (size_t i = s->letters.count; i-- > 0;) {
        hash = (hash ^ s->letters.cps[i]) * 0x85EBCA6Bu;
        hash ^= hash >> 15;
        s->hashes[i] = i > 0 ? hash : hash ^ 0x5BD1E995u;
    }
}

static kt_str text_from(const solving *s, size_t from) {
    return kti_str_cut(s->letters.run, s->letters.at[from], s->letters.run.len);
}

/* The letter behind the first node of an edge that begins at `from`. */
static size_t end_of(const solving *s, size_t from, const kti_edge *e) {
    size_t end = from + 1;
    while (end < s->letters.count && s->letters.at[end] < s->letters.at[from] + e->len)
        end++;
    return end;
}

/* Copies edges of the elder generation, so that their rests are those of the younger. */
static kt_status copy_edges(kti_cache *c, const solving *s, size_t from, const entry *old,
                            kti_edges behind[]) {
    kti_edge *items = kti_arena_take(&c->young.kept, old->count * sizeof *items);
    if (items == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < old->count; i++) {
        items[i] = old->edges[i];
        if (items[i].rest == NULL) continue;
        size_t end = end_of(s, from, &items[i]);
        const entry *rest = look_up(&c->old, s->hashes[end], text_from(s, end));
        items[i].rest = behind[end].items + (items[i].rest - rest->edges);
    }
    behind[from] = (kti_edges){items, old->count};
    return KT_OK;
}

/* Fills behind[from] from the cache, or solves it; the later ones are there. */
static kt_status obtain(kti_cache *c, const kti_lexicon *lexicon, const solving *s, size_t from,
                        kti_edges behind[]) {
    kt_str text = text_from(s, from);
    kti_edges *edges = &behind[from];
    const entry *young = look_up(&c->young, s->hashes[from], text);
    if (young != NULL) {
        *edges = (kti_edges){young->edges, young->count};
        return KT_OK;
    }
    const entry *old = look_up(&c->old, s->hashes[from], text);
    text = kti_arena_str(&c->young.kept, text); /* beside its edges: they are read together */
    if (text.ptr == NULL) return KT_ERR_NOMEM;
    if (old != NULL)
        KTI_TRY(copy_edges(c, s, from, old, behind));
    else
        KTI_TRY(kti_lattice_solve(lexicon, &s->letters, from, behind, &c->young.kept, edges));
    return keep(&c->young, s->hashes[from], text, *edges);
}

static kt_status solve_whole(kti_cache *c, const kti_lexicon *lexicon, kt_str run,
                             kti_run_kind kind, kti_edges *out) {
    kti_unknown what = kti_whole_kind(run, kind);
    kti_fact fact = kti_lexicon_morphs(lexicon)->unknown[what];
    c->whole[what] = (kti_edge){.cost = fact.cost,
                                .what = KTI_NODE_UNKNOWN | (uint32_t)what,
                                .left = fact.left,
                                .right = fact.right};
    *out = (kti_edges){&c->whole[what], 1};
    return KT_OK;
}

static kt_status solve_run(kti_cache *c, const kti_lexicon *lexicon, const solving *s,
                           kti_edges *out) {
    kti_edges behind[KTI_RUN_SYLLABLES] = {{NULL, 0}}; /* each letter */
    for (size_t i = s->letters.count; i-- > 0;)
        KTI_TRY(obtain(c, lexicon, s, i, behind));
    *out = behind[0];
    return KT_OK;
}

kt_status kti_cache_edges(kti_cache *c, const kti_lexicon *lexicon, kt_str run, kti_run_kind kind,
                          kti_edges *out) {
    solving s = {.letters = {.count = 0}};
    if (kind != KTI_RUN_HANGUL && kind != KTI_RUN_HANJA)
        return solve_whole(c, lexicon, run, kind, out);
    read_letters(&s, run, kind);
    hash_rests(&s);
    const entry *known = look_up(&c->young, s.hashes[0], run);
    if (known == NULL) return solve_run(c, lexicon, &s, out);
    *out = (kti_edges){known->edges, known->count};
    return KT_OK;
}
