#include "analyze/cache.h"

#include <string.h>

#include "analyze/spoken.h"
#include "analyze/whole.h"
#include "core/hoard.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"

enum { LEAST_SLOTS = 1 << 10, TOGETHER = 32, FRESH = 512 };

/* A rest is found by its first letter and what is behind that. */
typedef struct entry {
    const kti_edges *edges; /* NULL: a free slot */
    uint32_t hash;
} entry;

typedef struct key {
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
    kti_arena kept; /* what is behind an edge is of its own generation */
} generation;

struct kti_cache {
    kt_alloc alloc;
    kti_hoard runs;  /* their choices, by their text */
    kti_hoard paths; /* of choices that were taken, by the run's number and theirs */
    generation young, old;
    size_t limit;                     /* bytes that a generation of rests takes */
    uint32_t number;                  /* of the run solved last */
    kti_choices *whole[KTI_UNKNOWNS]; /* runs that are one morpheme; NULL until met */
    kti_arena whole_kept;
    uint32_t before_fresh;         /* the runs solved since kti_cache_trim() are those behind it */
    const kti_paths *fresh[FRESH]; /* and these their paths */
    kti_arena fresh_kept;
    kti_choices *choices; /* KTI_RUN_CHOICES bytes: of the run being solved */
    kti_paths *solved;    /* KTI_RUN_PATHS bytes: the same */
};

/* ---- rests ---------------------------------------------------------------------------------- */

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
    return e->hash == k->hash && e->edges->behind == k->behind && e->edges->cp == k->cp &&
           e->edges->bytes == k->bytes;
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
    *find(g, k) = (entry){edges, k->hash};
    g->count++;
    g->bytes += kti_edges_size(edges) + 2 * sizeof(entry);
    return KT_OK;
}

/* NULL when they are not there. */
static const kti_edges *look_up(const generation *g, const key *k) {
    return g->count == 0 ? NULL : find(g, k)->edges;
}

/* ---- cache ---------------------------------------------------------------------------------- */

kt_status kti_cache_new(const kt_alloc *alloc, size_t limit, kti_cache **out) {
    kti_cache *c = kti_alloc_zeroed(alloc, sizeof *c);
    size_t share = limit / 8;
    *out = c;
    if (c == NULL) return KT_ERR_NOMEM;
    c->alloc = *alloc;
    c->limit = share / 2;
    kti_hoard_init(&c->paths, alloc, 2 * share);
    kti_hoard_init(&c->runs, alloc, limit - 3 * share);
    kti_arena_init_kept(&c->young.kept, alloc);
    kti_arena_init_kept(&c->old.kept, alloc);
    kti_arena_init(&c->whole_kept, alloc);
    kti_arena_init(&c->fresh_kept, alloc);
    c->choices = kti_alloc_get(alloc, KTI_RUN_CHOICES);
    c->solved = kti_alloc_get(alloc, KTI_RUN_PATHS);
    if (c->choices != NULL && c->solved != NULL) return KT_OK;
    kti_cache_free(c);
    *out = NULL;
    return KT_ERR_NOMEM;
}

void kti_cache_free(kti_cache *c) {
    if (c == NULL) return;
    kt_alloc alloc = c->alloc;
    kti_hoard_free(&c->runs);
    kti_hoard_free(&c->paths);
    generation_free(&c->young);
    generation_free(&c->old);
    kti_arena_free(&c->whole_kept);
    kti_arena_free(&c->fresh_kept);
    kti_alloc_free(&alloc, c->choices, KTI_RUN_CHOICES);
    kti_alloc_free(&alloc, c->solved, KTI_RUN_PATHS);
    kti_alloc_free(&alloc, c, sizeof *c);
}

void kti_cache_trim(kti_cache *c) {
    kti_hoard_trim(&c->runs);
    kti_hoard_trim(&c->paths);
    kti_arena_reset(&c->fresh_kept);
    c->before_fresh = c->number;
}

static void trim_rests(kti_cache *c) {
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

/* Makes `k`, the key of what is behind a letter, that of the rest which begins with it. */
static void put_before(key *k, const kti_run_letters *letters, size_t letter) {
    k->cp = letters->cps[letter];
    k->bytes = (uint32_t)(letters->at[letter + 1] - letters->at[letter]);
    k->hash = (k->hash ^ (k->cp + (k->bytes << 24))) * 0x85EBCA6Bu;
    k->hash ^= k->hash >> 15;
}

/* The edges of a key from the elder generation, or solved now; behind[] is there. */
static kt_status obtain(kti_cache *c, const kti_lexicon *lexicon, const kti_run_letters *letters,
                        size_t from, const kti_run_words *found, const key *k, const kti_edges *old,
                        const kti_edges *behind[]) {
    if (old != NULL) {
        behind[from] = kti_edges_copy(old, behind[from + 1], &c->young.kept);
        if (behind[from] == NULL) return KT_ERR_NOMEM;
    } else {
        KTI_TRY(
            kti_lattice_rest(lexicon, letters, from, found, behind, &c->young.kept, &behind[from]));
    }
    return keep(&c->young, k, behind[from]);
}

/* Fills behind[from] for every letter but the first, and finds the words where they are not known.
 * The elder generation knows a rest by its own edges behind it. */
static kt_status solve_rests(kti_cache *c, const kti_lexicon *lexicon,
                             const kti_run_letters *letters, kti_run_words *found,
                             const kti_edges *behind[]) {
    const kti_morphs *morphs = kti_lexicon_morphs(lexicon);
    key young = {.hash = 0x9E3779B9u};
    bool whole = true, all = true; /* the elder, the younger has all that is behind */
    const kti_edges *old = NULL;
    trim_rests(c);
    for (size_t i = letters->count; i-- > 1;) {
        young.behind = behind[i + 1];
        put_before(&young, letters, i);
        key elder = young;
        elder.behind = old;
        old = whole ? look_up(&c->old, &elder) : NULL;
        whole = old != NULL;
        behind[i] = all ? look_up(&c->young, &young) : NULL;
        if (behind[i] != NULL) continue;
        if (all) kti_lattice_find(morphs, letters, i + 1, found);
        all = false; /* no rest before one that is new is known */
        KTI_TRY(obtain(c, lexicon, letters, i, found, &young, old, behind));
    }
    if (all) kti_lattice_find(morphs, letters, 1, found);
    return KT_OK;
}

/* Solves a run into the cache's own room. */
static kt_status solve(kti_cache *c, const kti_lexicon *lexicon, kt_str run, kti_run_kind kind) {
    kti_run_letters letters;
    kti_run_words found;
    const kti_edges *behind[KTI_RUN_SYLLABLES + 1] = {NULL};
    read_letters(&letters, run, kind);
    KTI_TRY(solve_rests(c, lexicon, &letters, &found, behind));
    kti_lattice_run(lexicon, &letters, &found, behind, c->choices, c->solved);
    return KT_OK;
}

/* Keeps the paths of the run just solved until the next trim, if there is room. */
static void keep_fresh(kti_cache *c, uint32_t name) {
    uint32_t index = name - c->before_fresh - 1;
    size_t size = kti_paths_size(c->solved->nodes, c->solved->choices);
    if (name == 0 || index >= FRESH) return;
    kti_paths *kept = kti_arena_take(&c->fresh_kept, size);
    if (kept != NULL) memcpy(kept, c->solved, size);
    c->fresh[index] = kept;
}

static kt_status solve_run(kti_cache *c, const kti_lexicon *lexicon, kt_str run, kti_run_kind kind,
                           uint32_t hash, const kti_choices **out) {
    KTI_TRY(solve(c, lexicon, run, kind));
    if (c->number < UINT32_MAX) {
        c->choices->name = ++c->number;
        keep_fresh(c, c->number);
    }
    size_t size = kti_choices_size(c->choices);
    kti_choices *kept = kti_hoard_put(&c->runs, hash, run.ptr, run.len, size);
    if (kept == NULL) return KT_ERR_NOMEM;
    memcpy(kept, c->choices, size);
    *out = kept;
    return KT_OK;
}

static bool is_solved(kti_run_kind kind) {
    return kind == KTI_RUN_HANGUL || kind == KTI_RUN_HANJA;
}

static kt_status whole_run(kti_cache *c, const kti_lexicon *lexicon, kt_str run, kti_run_kind kind,
                           const kti_choices **out) {
    kti_unknown what = kti_whole_kind(run, kind);
    if (c->whole[what] == NULL) {
        kti_fact fact = kti_lexicon_morphs(lexicon)->unknown[what];
        kti_choices one = {.cost = fact.cost, .count = 1, .entrances = 1};
        kti_choices *list = kti_arena_zeroed(&c->whole_kept, 1, kti_choices_size(&one));
        if (list == NULL) return KT_ERR_NOMEM;
        list->cost = one.cost;
        list->count = list->entrances = 1;
        list->items[0] = (kti_choice){.left = fact.left, .right = fact.right};
        c->whole[what] = list;
    }
    *out = c->whole[what];
    return KT_OK;
}

/* The choices of some runs. */
static kt_status choices_of(kti_cache *c, const kti_lexicon *lexicon, kt_str text,
                            const kti_run *runs, size_t count, const kti_choices **out) {
    uint32_t hashes[TOGETHER], glances[TOGETHER];
    for (size_t i = 0; i < count; i++) {
        kt_str run = kti_str_span(text, runs[i].span);
        hashes[i] = is_solved(runs[i].kind) ? kti_hoard_hash(run.ptr, run.len) : 0;
    }
    for (size_t i = 0; i < count; i++)
        glances[i] = kti_hoard_glance(&c->runs, hashes[i]);
    for (size_t i = 0; i < count; i++) {
        kt_str run = kti_str_span(text, runs[i].span);
        if (!is_solved(runs[i].kind)) {
            KTI_TRY(whole_run(c, lexicon, run, runs[i].kind, &out[i]));
            continue;
        }
        out[i] = kti_hoard_get(&c->runs, hashes[i], glances[i], run.ptr, run.len);
        if (out[i] == NULL) KTI_TRY(solve_run(c, lexicon, run, runs[i].kind, hashes[i], &out[i]));
    }
    return KT_OK;
}

kt_status kti_cache_choices(kti_cache *c, const kti_lexicon *lexicon, kt_str text,
                            const kti_run *runs, size_t count, const kti_choices **out) {
    for (size_t at = 0; at < count; at += TOGETHER) {
        size_t some = count - at < TOGETHER ? count - at : TOGETHER;
        KTI_TRY(choices_of(c, lexicon, text, runs + at, some, out + at));
    }
    return KT_OK;
}

/* ---- paths ---------------------------------------------------------------------------------- */

/* What is kept of a path: how many nodes, them, their bytes. */
static kti_path read_path(const uint32_t *kept) {
    return (kti_path){kept + 1, (const uint8_t *)(kept + 1 + kept[0]), kept[0]};
}

static void keep_path(kti_cache *c, const uint32_t name[2], uint32_t hash, const kti_path *path) {
    size_t nodes = path->count * sizeof *path->nodes;
    uint32_t *kept =
        kti_hoard_put(&c->paths, hash, name, 2 * sizeof *name, sizeof *kept + nodes + path->count);
    if (kept == NULL) return; /* it can be found anew */
    kept[0] = path->count;
    memcpy(kept + 1, path->nodes, nodes);
    memcpy((char *)(kept + 1) + nodes, path->bytes, path->count);
}

/* The paths of a run that was solved lately; NULL when it was not. */
static const kti_paths *fresh_of(const kti_cache *c, const kti_choices *choices) {
    uint32_t index = choices->name - c->before_fresh - 1;
    bool fresh = choices->name > c->before_fresh && index < FRESH;
    return fresh ? c->fresh[index] : NULL;
}

kt_status kti_cache_paths(kti_cache *c, const kti_lexicon *lexicon, kt_str run, kti_run_kind kind,
                          const kti_choices *choices, const kti_paths **out) {
    *out = fresh_of(c, choices);
    if (*out != NULL) return KT_OK;
    *out = c->solved;
    return solve(c, lexicon, run, kind);
}

uint32_t kti_cache_glance(const kti_cache *c, const kti_choices *choices, uint32_t chosen) {
    const uint32_t name[2] = {choices->name, chosen};
    return kti_hoard_glance(&c->paths, kti_hoard_hash(name, sizeof name));
}

kt_status kti_cache_path(kti_cache *c, const kti_lexicon *lexicon, kt_str run, kti_run_kind kind,
                         const kti_choices *choices, uint32_t chosen, uint32_t glance, bool keep,
                         kti_path *out) {
    const uint32_t name[2] = {choices->name, chosen};
    uint32_t hash = kti_hoard_hash(name, sizeof name);
    uint32_t *kept =
        name[0] == 0 ? NULL : kti_hoard_get(&c->paths, hash, glance, name, sizeof name);
    if (kept != NULL) {
        *out = read_path(kept);
        return KT_OK;
    }
    if (!is_solved(kind)) {
        c->solved->whats[0] = KTI_NODE_UNKNOWN | (uint32_t)kti_whole_kind(run, kind);
        *out = (kti_path){c->solved->whats, NULL, 1};
        return KT_OK;
    }
    const kti_paths *paths;
    KTI_TRY(kti_cache_paths(c, lexicon, run, kind, choices, &paths));
    *out = kti_paths_of(paths, chosen);
    if (keep && name[0] != 0) keep_path(c, name, hash, out);
    return KT_OK;
}
