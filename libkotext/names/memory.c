/* memory.c - what words said, by their text and their reading; two generations, as in
 * analyze/cache.c: what is asked for moves to the younger one. */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "lexicon/morphs.h"
#include "names/clues.h"
#include "names/lone.h"

enum { LONG_LIST = 500000, LIMIT = 3 << 20, SMALL_LIMIT = 1 << 17, LEAST_SLOTS = 1 << 9 };

typedef struct slot {
    const kti_lone *lone; /* NULL: free; its key lies behind it */
    uint32_t hash;
    uint32_t len; /* of the key */
} slot;

typedef struct generation {
    slot *slots;
    size_t capacity, count; /* a power of two */
    size_t bytes;
    kti_arena kept;
} generation;

struct kti_name_memory {
    kt_alloc alloc;
    generation young, old;
    size_t limit; /* bytes that a generation takes */
    kti_arena scratch;
    kti_title_edges edges;
    kti_clues clues;
    kti_shapes shapes;
    uint16_t shape_rows[KTI_SHAPE_SYLLABLES];
};

/* ---- opening -------------------------------------------------------------------------------- */

kt_status kti_name_memory_new(const kt_alloc *alloc, const kti_lexicon *lexicon,
                              kti_name_memory **out) {
    kti_name_memory *m = kti_alloc_zeroed(alloc, sizeof *m);
    *out = m;
    if (m == NULL) return KT_ERR_NOMEM;
    m->alloc = *alloc;
    m->limit = kti_lexicon_morphs(lexicon)->words < LONG_LIST ? SMALL_LIMIT : LIMIT;
    kti_arena_init(&m->young.kept, alloc);
    kti_arena_init(&m->old.kept, alloc);
    kti_arena_init(&m->scratch, alloc);
    kti_title_edges_find(lexicon, &m->edges);
    kti_clues_make(&m->clues);
    m->shapes = kti_shapes_of(lexicon);
    kti_shapes_map(&m->shapes, m->shape_rows);
    return KT_OK;
}

static void generation_free(generation *g) {
    kt_alloc alloc = g->kept.alloc;
    kti_arena_free(&g->kept);
    kti_alloc_free(&alloc, g->slots, g->capacity * sizeof *g->slots);
}

void kti_name_memory_free(kti_name_memory *m) {
    if (m == NULL) return;
    kt_alloc alloc = m->alloc;
    generation_free(&m->young);
    generation_free(&m->old);
    kti_arena_free(&m->scratch);
    kti_alloc_free(&alloc, m, sizeof *m);
}

kti_arena *kti_name_memory_scratch(kti_name_memory *m) {
    return &m->scratch;
}

void kti_name_memory_lend(const kti_name_memory *m, kti_weigher *w) {
    w->titles = &m->edges;
    w->clues = &m->clues;
    w->shapes = m->shapes;
}

/* ---- keys ----------------------------------------------------------------------------------- */

enum { KEY = 512, LONGEST = 200 };

/* The text of a word, its morphemes and its eojeols; `len` 0: it is too long to be kept. */
typedef struct key {
    size_t len;
    uint32_t hash;
    unsigned char bytes[KEY];
} key;

static void put(key *k, const void *bytes, size_t len) {
    if (k->len == SIZE_MAX || len > sizeof k->bytes - k->len) {
        k->len = SIZE_MAX;
        return;
    }
    memcpy(k->bytes + k->len, bytes, len);
    k->len += len;
}

/* Four numbers under 256, the first two from `start` on. */
static void put_four(key *k, uint32_t start, kt_span span, uint32_t third, uint32_t fourth) {
    unsigned char four[] = {(unsigned char)(span.start - start), (unsigned char)(span.end - start),
                            (unsigned char)third, (unsigned char)fourth};
    put(k, four, sizeof four);
}

/* The form of a name counts; it may be other than what is written. */
static void put_morpheme(key *k, const kti_weigher *w, uint32_t start, const kt_morpheme *m) {
    put_four(k, start, m->span, m->tag, m->flags);
    bool written =
        m->form.ptr == w->text.ptr + m->span.start && m->form.len == m->span.end - m->span.start;
    if (m->tag != KT_TAG_NNP || written) return;
    put(k, &m->form.len, sizeof m->form.len);
    if (m->form.len > 0) put(k, m->form.ptr, m->form.len);
}

static void make_key(const kti_weigher *w, const kti_word_at *word, key *k) {
    uint32_t start = word->span.start, len = word->span.end - start;
    unsigned char counts[] = {(unsigned char)len,
                              (unsigned char)(word->morpheme_end - word->morpheme)};
    k->len = len > LONGEST ? SIZE_MAX : 0;
    put(k, counts, sizeof counts);
    put(k, w->text.ptr + start, len);
    for (size_t i = word->morpheme; i < word->morpheme_end && k->len != SIZE_MAX; i++)
        put_morpheme(k, w, start, &w->m[i]);
    for (size_t i = word->eojeols.first; i < word->eojeols.end && k->len != SIZE_MAX; i++) {
        const kt_eojeol *e = &w->eojeols[i];
        put_four(k, start, e->span, e->kind, e->count);
        put_four(k, start, e->stem, 0, e->first - (uint32_t)word->morpheme);
    }
    if (k->len == SIZE_MAX) k->len = 0;
    k->hash = (uint32_t)kti_str_hash((kt_str){(const char *)k->bytes, k->len}, k->len);
}

/* ---- slots ---------------------------------------------------------------------------------- */

static slot *find(const generation *g, const key *k) {
    size_t at = k->hash & (g->capacity - 1);
    for (; g->slots[at].lone != NULL; at = (at + 1) & (g->capacity - 1)) {
        const slot *s = &g->slots[at];
        if (s->hash != k->hash || s->len != k->len) continue;
        if (memcmp((const char *)s->lone + kti_lone_size(s->lone), k->bytes, k->len) == 0) break;
    }
    return &g->slots[at];
}

static kt_status grow(generation *g) {
    size_t capacity = g->capacity == 0 ? LEAST_SLOTS : g->capacity * 2;
    slot *slots = kti_alloc_zeroed(&g->kept.alloc, capacity * sizeof *slots);
    if (slots == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < g->capacity; i++) {
        size_t at = g->slots[i].hash & (capacity - 1);
        if (g->slots[i].lone == NULL) continue;
        while (slots[at].lone != NULL)
            at = (at + 1) & (capacity - 1);
        slots[at] = g->slots[i];
    }
    kti_alloc_free(&g->kept.alloc, g->slots, g->capacity * sizeof *g->slots);
    g->slots = slots;
    g->capacity = capacity;
    return KT_OK;
}

/* A copy that the generation keeps, findable when the word is short. */
static const kti_lone *keep(generation *g, const key *k, const kti_lone *lone) {
    size_t size = kti_lone_size(lone);
    if (g->count >= g->capacity / 4 * 3 && grow(g) != KT_OK) return NULL;
    char *copy = kti_arena_take(&g->kept, size + k->len);
    if (copy == NULL) return NULL;
    memcpy(copy, lone, size);
    memcpy(copy + size, k->bytes, k->len);
    const kti_lone *kept = (const kti_lone *)(const void *)copy;
    g->bytes += size + k->len + sizeof(slot);
    if (k->len == 0) return kept;
    *find(g, k) = (slot){kept, k->hash, (uint32_t)k->len};
    g->count++;
    return kept;
}

const kti_lone *kti_name_memory_get(kti_name_memory *m, const kti_weigher *w,
                                    const kti_word_at *word) {
    key k;
    make_key(w, word, &k);
    bool may_be_known = k.len > 0;
    const kti_lone *lone = may_be_known && m->young.count > 0 ? find(&m->young, &k)->lone : NULL;
    if (lone != NULL) return lone;
    if (may_be_known && m->old.count > 0) lone = find(&m->old, &k)->lone;
    if (lone == NULL) {
        kti_arena_reset(&m->scratch);
        lone = kti_lone_of(w, word, &m->scratch);
    }
    return lone == NULL ? NULL : keep(&m->young, &k, lone);
}

void kti_name_memory_trim(kti_name_memory *m) {
    if (m->young.bytes < m->limit) return;
    generation free_one = m->old;
    m->old = m->young;
    if (free_one.slots != NULL)
        memset(free_one.slots, 0, free_one.capacity * sizeof *free_one.slots);
    free_one.count = free_one.bytes = 0;
    kti_arena_reset(&free_one.kept);
    m->young = free_one;
}
