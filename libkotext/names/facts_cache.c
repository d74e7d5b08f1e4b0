/* facts_cache.c - the facts of words met before, by their text. */
#include <stddef.h>
#include <string.h>

#include "core/cpu.h"
#include "core/status.h"
#include "core/str.h"
#include "names/facts.h"

enum { SLOTS = 1 << 15, MOST = SLOTS / 2 };

/* One word; its text lies behind its stems. */
typedef struct slot {
    kti_run_facts *facts; /* NULL: free */
    uint32_t hash;
    uint32_t len;
} slot;

struct kti_facts_cache {
    slot slots[SLOTS];
    size_t count;
    kti_arena kept;
    kti_title_edges titles;
};

kt_status kti_facts_cache_new(const kt_alloc *alloc, const kti_lexicon *lexicon,
                              kti_facts_cache **out) {
    *out = kti_alloc_zeroed(alloc, sizeof **out);
    if (*out == NULL) return KT_ERR_NOMEM;
    kti_arena_init(&(*out)->kept, alloc);
    kti_title_edges_find(lexicon, &(*out)->titles);
    return KT_OK;
}

void kti_facts_cache_free(kti_facts_cache *cache) {
    if (cache == NULL) return;
    kt_alloc alloc = cache->kept.alloc;
    kti_arena_free(&cache->kept);
    kti_alloc_free(&alloc, cache, sizeof *cache);
}

const kti_title_edges *kti_facts_cache_titles(const kti_facts_cache *cache) {
    return &cache->titles;
}

void kti_facts_cache_begin(kti_facts_cache *cache) {
    if (cache->count < MOST) return;
    memset(cache->slots, 0, sizeof cache->slots);
    cache->count = 0;
    kti_arena_reset(&cache->kept);
}

static size_t size_of(const kti_run_facts *facts) {
    return offsetof(kti_run_facts, stems) + facts->stem_count * sizeof *facts->stems;
}

static slot *find(kti_facts_cache *cache, kt_str run, uint32_t hash) {
    size_t at = hash % SLOTS;
    for (; cache->slots[at].facts != NULL; at = (at + 1) % SLOTS) {
        const slot *s = &cache->slots[at];
        if (s->hash != hash || s->len != run.len) continue;
        if (memcmp((const char *)s->facts + size_of(s->facts), run.ptr, run.len) == 0) break;
    }
    return &cache->slots[at];
}

void kti_facts_cache_fetch(const kti_facts_cache *cache, kt_str run, bool again) {
    uint32_t hash = (uint32_t)kti_str_hash(run, run.len);
    const slot *s = &cache->slots[hash % SLOTS];
    if (!again)
        kti_cpu_fetch(s, sizeof *s);
    else if (s->facts != NULL)
        kti_cpu_fetch(s->facts, sizeof *s->facts);
}

const kti_run_facts *kti_facts_cache_get(kti_facts_cache *cache, const kti_lexicon *lexicon,
                                         kt_str run) {
    enum { LONGEST = 64 }; /* longer runs do not come again */
    kti_run_facts found;
    uint32_t hash = (uint32_t)kti_str_hash(run, run.len);
    bool keep = cache->count < SLOTS - 1 && run.len <= LONGEST;
    slot *s = keep ? find(cache, run, hash) : NULL;
    if (s != NULL && s->facts != NULL) return s->facts;
    kti_run_facts_find(lexicon, &cache->titles, run, true, &found);
    char *copy = kti_arena_take(&cache->kept, size_of(&found) + run.len);
    if (copy == NULL) return NULL;
    memcpy(copy, &found, size_of(&found));
    memcpy(copy + size_of(&found), run.ptr, run.len);
    if (s != NULL) {
        *s = (slot){(kti_run_facts *)(void *)copy, hash, (uint32_t)run.len};
        cache->count++;
    }
    return (const kti_run_facts *)(void *)copy;
}
