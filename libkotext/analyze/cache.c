#include "analyze/cache.h"

#include <string.h>

#include "analyze/spoken.h"
#include "analyze/whole.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"

enum { LEAST_SLOTS = 1 << 10 };

/* A run is found by its text, a rest by its first letter and what is behind that. */
typedef struct entry {
    const kti_edges *edges; /* NULL: a free slot */
    uint32_t hash;
    uint32_t len; /* of a run's text, which lies before its edges; 0: a rest */
} entry;

typedef struct key {
    kt_str run; /* empty: a rest */
    const kti_edges *behind;
    uint32_t hash;
    uint32_t cp, bytes;
} key;

/* Two generations: what is used moves to the younger one; when that is full, the elder is dropped.
 */
typedef struct generation {
    entry *slots;
    size_t capacity, count; /* a power of two */
    size_t bytes;
    kti_arena kept; /* edges and texts; what is behind an edge is of its own generation */
} generation;

struct kti_cache {
    kt_alloc alloc;
    generation young, old;
    size_t limit;                   /* bytes that a generation takes */
    uint32_t number;                /* of the run solved last */
    kti_edges *whole[KTI_UNKNOWNS]; /* runs that are one morpheme; NULL until met */
    kti_arena whole_kept;
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

static bool holds(const entry *e, const key *k) {
    if (e->hash != k->hash || e->len != k->run.len) return false;
    if (e->len != 0) return memcmp(kti_edges_text(e->edges, e->len), k->run.ptr, e->len) == 0;
    return e->edges->behind == k->behind && e->edges->name == k->cp && e->edges->bytes == k->bytes;
}

/* The slot of a key, or the free one where it belongs. */
static entry *find(const generation *g, const key *k) {
    size_t slot = k->hash & (g->capacity - 1);
    while (g->slots[slot].edges != NULL && !holds(&g->slots[slot], k))
        slot = (slot + 1) & (g->capacity - 1);
    return &g->slots[slot];
}

static kt_status grow(generation *g) {
    size_t capacity = g->capacity == 0 ? LEAST_SLOTS : g->capacity * 2;
    entry *slots = kti_alloc_zeroed(&g->kept.alloc, capacity * sizeof *slots);
    if (slots == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < g->capacity; i++) {
        size_t slot = g->slots[i].hash & (capacity - 1);
        if (g->slots[i].edges == NULL) continue;
        while (slots[slot].edges != NULL)
            slot = (slot + 1) & (capacity - 1);
        slots[slot] = g->slots[i];
    }
    kti_alloc_free(&g->kept.alloc, g->slots, g->capacity * sizeof *g->slots);
    g->slots = slots;
    g->capacity = capacity;
    return KT_OK;
}

/* Keeps edges that are not there yet. */
static kt_status keep(generation *g, const key *k, const kti_edges *edges) {
    if (g->count >= g->capacity / 4 * 3) KTI_TRY(grow(g));
    *find(g, k) = (entry){edges, k->hash, (uint32_t)k->run.len};
    g->count++;
    g->bytes += k->run.len + kti_edges_size(edges) + sizeof(entry);
    return KT_OK;
}

/* NULL when they are not there. */
static const kti_edges *look_up(const generation *g, const key *k) {
    return g->count == 0 ? NULL : find(g, k)->edges;
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
    kti_arena_init(&c->whole_kept, alloc);
    return KT_OK;
}

void kti_cache_free(kti_cache *c) {
    if (c == NULL) return;
    kt_alloc alloc = c->alloc;
    generation_free(&c->young);
    generation_free(&c->old);
    kti_arena_free(&c->whole_kept);
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

/* Whether the letter at `at` is written twice more, as one that is drawn out ends. */
static bool may_be_drawn(kt_str run, size_t at) {
    enum { SYLLABLE = 3 };
    return run.len - at >= 2 * SYLLABLE &&
           memcmp(run.ptr + at, run.ptr + at + SYLLABLE, SYLLABLE) == 0;
}

static void read_letters(kti_run_letters *letters, kt_str run, kti_run_kind kind) {
    size_t at = 0, count = 0;
    for (; at < run.len && count < KTI_RUN_SYLLABLES; count++) {
        kti_cp unit = kti_utf8_at(run, at);
        letters->cps[count] = unit.cp;
        letters->at[count] = (uint16_t)at;
        at += unit.len;
        if (may_be_drawn(run, at)) at += kti_spoken_drawn(run, at, unit.cp);
    }
    letters->run = run;
    letters->kind = kind;
    letters->at[count] = (uint16_t)at;
    letters->count = (uint32_t)count;
}

static uint32_t hash_of(kt_str text) {
    uint64_t hash = text.len;
    for (size_t at = 0; at < text.len; at += sizeof(uint64_t)) {
        uint64_t word = 0;
        size_t left = text.len - at;
        memcpy(&word, text.ptr + at, left < sizeof word ? left : sizeof word);
        hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
    }
    return (uint32_t)hash;
}

/* Makes `k`, the key of what is behind a letter, that of the rest which begins with it. */
static void put_before(key *k, const kti_run_letters *letters, size_t letter) {
    k->cp = letters->cps[letter];
    k->bytes = (uint32_t)(letters->at[letter + 1] - letters->at[letter]);
    k->hash = (k->hash ^ (k->cp + (k->bytes << 24))) * 0x85EBCA6Bu;
    k->hash ^= k->hash >> 15;
}

/* The edges of a key from the elder generation, or solved now; behind[] is there. */
static kt_status obtain(kti_cache *c, const kti_lexicon *lexicon, const kti_run_letters *letters,
                        size_t from, const key *k, const kti_edges *old,
                        const kti_edges *behind[]) {
    if (old != NULL) {
        behind[from] = kti_edges_copy(old, behind[from + 1], k->run, &c->young.kept);
        if (behind[from] == NULL) return KT_ERR_NOMEM;
    } else {
        if (from == 0 && c->number < UINT32_MAX) c->number++;
        uint32_t name = c->number < UINT32_MAX ? c->number : 0;
        KTI_TRY(kti_lattice_solve(lexicon, letters, from, behind, k->run, name, &c->young.kept,
                                  &behind[from]));
    }
    return keep(&c->young, k, behind[from]);
}

/* Fills behind[from] for every letter but the first. `old`: what the elder generation has behind
 * the first letter; it knows a rest by its own. */
static kt_status solve_rests(kti_cache *c, const kti_lexicon *lexicon,
                             const kti_run_letters *letters, const kti_edges *behind[],
                             const kti_edges **old) {
    key young = {.hash = 0x9E3779B9u};
    bool whole = true; /* the elder has all that is behind */
    *old = NULL;
    for (size_t i = letters->count; i-- > 1;) {
        young.behind = behind[i + 1];
        put_before(&young, letters, i);
        key elder = young;
        elder.behind = *old;
        *old = whole ? look_up(&c->old, &elder) : NULL;
        whole = *old != NULL;
        behind[i] = look_up(&c->young, &young);
        if (behind[i] == NULL) KTI_TRY(obtain(c, lexicon, letters, i, &young, *old, behind));
    }
    return KT_OK;
}

static kt_status solve_run(kti_cache *c, const kti_lexicon *lexicon, const key *run,
                           kti_run_kind kind, const kti_edges **out) {
    kti_run_letters letters;
    const kti_edges *behind[KTI_RUN_SYLLABLES + 1] = {NULL}, *old;
    read_letters(&letters, run->run, kind);
    KTI_TRY(solve_rests(c, lexicon, &letters, behind, &old));
    KTI_TRY(obtain(c, lexicon, &letters, 0, run, look_up(&c->old, run), behind));
    *out = behind[0];
    return KT_OK;
}

static kt_status whole_run(kti_cache *c, const kti_lexicon *lexicon, kt_str run, kti_run_kind kind,
                           const kti_edges **out) {
    kti_unknown what = kti_whole_kind(run, kind);
    kti_edges *list = c->whole[what];
    if (list == NULL) {
        kti_fact fact = kti_lexicon_morphs(lexicon)->unknown[what];
        list = kti_arena_zeroed(&c->whole_kept, 1, sizeof *list + sizeof *list->items + 1);
        if (list == NULL) return KT_ERR_NOMEM;
        list->count = list->entrances = 1;
        list->items[0] = (kti_edge){.cost = fact.cost,
                                    .what = KTI_NODE_UNKNOWN | (uint32_t)what,
                                    .left = fact.left,
                                    .right = fact.right,
                                    .letters = 1};
        c->whole[what] = list;
    }
    *out = list;
    return KT_OK;
}

kt_status kti_cache_edges(kti_cache *c, const kti_lexicon *lexicon, kt_str run, kti_run_kind kind,
                          const kti_edges **out) {
    if (kind != KTI_RUN_HANGUL && kind != KTI_RUN_HANJA)
        return whole_run(c, lexicon, run, kind, out);
    key k = {.run = run, .hash = hash_of(run)};
    *out = look_up(&c->young, &k);
    return *out != NULL ? KT_OK : solve_run(c, lexicon, &k, kind, out);
}
