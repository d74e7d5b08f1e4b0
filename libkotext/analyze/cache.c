#include "analyze/cache.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"

enum {
    SLOTS = 1 << 14,
    MOST = SLOTS / 4 * 3,
    LONGEST = 128 /* bytes of a run that is kept */
};

typedef struct entry {
    uint64_t hash;
    kt_str run; /* ptr NULL: a free slot */
    kti_edges edges;
} entry;

struct kti_cache {
    kt_alloc alloc;
    kti_arena kept;    /* edges and texts */
    kti_arena scratch; /* of one lattice */
    size_t count;
    entry slots[SLOTS];
};

kt_status kti_cache_new(const kt_alloc *alloc, kti_cache **out) {
    kti_cache *c = kti_alloc_zeroed(alloc, sizeof *c);
    *out = c;
    if (c == NULL) return KT_ERR_NOMEM;
    c->alloc = *alloc;
    kti_arena_init(&c->kept, alloc);
    kti_arena_init(&c->scratch, alloc);
    return KT_OK;
}

void kti_cache_free(kti_cache *c) {
    if (c == NULL) return;
    kt_alloc alloc = c->alloc;
    kti_arena_free(&c->kept);
    kti_arena_free(&c->scratch);
    kti_alloc_free(&alloc, c, sizeof *c);
}

void kti_cache_trim(kti_cache *c) {
    if (c->count < MOST) return;
    memset(c->slots, 0, sizeof c->slots);
    c->count = 0;
    kti_arena_reset(&c->kept);
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

static kt_status solve(kti_cache *c, const kti_lexicon *lexicon, kt_str run, kti_run_kind kind,
                       kti_edges *out) {
    kti_arena_reset(&c->scratch);
    return kti_lattice_solve(lexicon, run, kind, &c->scratch, &c->kept, out);
}

kt_status kti_cache_edges(kti_cache *c, const kti_lexicon *lexicon, kt_str run, kti_run_kind kind,
                          kti_edges *out) {
    if (run.len > LONGEST || c->count >= MOST) return solve(c, lexicon, run, kind, out);
    uint64_t hash = hash_of(run);
    size_t slot = (size_t)(hash % SLOTS);
    for (; c->slots[slot].run.ptr != NULL; slot = (slot + 1) % SLOTS) {
        const entry *e = &c->slots[slot];
        if (e->hash != hash || !kti_str_eq(e->run, run)) continue;
        *out = e->edges;
        return KT_OK;
    }
    KTI_TRY(solve(c, lexicon, run, kind, out));
    entry e = {hash, kti_arena_str(&c->kept, run), *out};
    if (e.run.ptr == NULL) return KT_ERR_NOMEM;
    c->slots[slot] = e;
    c->count++;
    return KT_OK;
}
