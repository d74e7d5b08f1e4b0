#include "romanize/word_letters.h"

#include <string.h>

#include "core/status.h"

enum { LEAST_SLOTS = 1 << 9, STYLES = 8 };

/* What stands before a word's rules, lengths and bytes. */
typedef struct head {
    uint16_t syllables, bytes;
} head;

typedef struct slot {
    uint64_t key; /* 0: free */
    uint32_t at;  /* of its head */
} slot;

/* Two generations: what is used moves to the younger one; when that is full, the elder is dropped.
 */
typedef struct generation {
    slot *slots;
    size_t capacity, count; /* a power of two */
    char *kept;
    size_t room, len;
} generation;

struct kti_word_letters {
    kt_alloc alloc;
    generation young, old;
    size_t limit; /* bytes that a generation takes */
    kt_romanize_options styles[STYLES];
    uint32_t style_count;
};

/* ---- generations ---------------------------------------------------------------------------- */

static void generation_free(const kt_alloc *alloc, generation *g) {
    kti_alloc_free(alloc, g->slots, g->capacity * sizeof *g->slots);
    kti_alloc_free(alloc, g->kept, g->room);
}

static void generation_clear(generation *g) {
    if (g->slots != NULL) memset(g->slots, 0, g->capacity * sizeof *g->slots);
    g->count = g->len = 0;
}

/* The slot of a key, or the free one where it belongs. */
static slot *find(const generation *g, uint64_t key) {
    size_t mask = g->capacity - 1, at = (size_t)(key * 0x9E3779B97F4A7C15u >> 32) & mask;
    while (g->slots[at].key != 0 && g->slots[at].key != key)
        at = (at + 1) & mask;
    return &g->slots[at];
}

static kt_status grow(const kt_alloc *alloc, generation *g) {
    generation larger = {.capacity = g->capacity == 0 ? LEAST_SLOTS : g->capacity * 2};
    larger.slots = kti_alloc_zeroed(alloc, larger.capacity * sizeof *larger.slots);
    if (larger.slots == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < g->capacity; i++)
        if (g->slots[i].key != 0) *find(&larger, g->slots[i].key) = g->slots[i];
    kti_alloc_free(alloc, g->slots, g->capacity * sizeof *g->slots);
    g->slots = larger.slots;
    g->capacity = larger.capacity;
    return KT_OK;
}

static const head *look_up(const generation *g, uint64_t key) {
    if (g->count == 0) return NULL;
    const slot *found = find(g, key);
    return found->key == 0 ? NULL : (const head *)(const void *)(g->kept + found->at);
}

static size_t size_of(const head *h) {
    size_t size = sizeof *h + h->syllables * (sizeof(uint32_t) + 1u) + h->bytes;
    return (size + sizeof(uint32_t) - 1) / sizeof(uint32_t) * sizeof(uint32_t);
}

/* Room for a word under a key that is not there yet; NULL when out of memory. */
static head *keep(const kt_alloc *alloc, generation *g, uint64_t key, size_t size) {
    void *kept = g->kept;
    if (g->count >= g->capacity / 4 * 3 && grow(alloc, g) != KT_OK) return NULL;
    if (kti_alloc_grow(alloc, &kept, &g->room, 1, g->len + size) != KT_OK) return NULL;
    g->kept = kept;
    *find(g, key) = (slot){key, (uint32_t)g->len};
    g->count++;
    g->len += size;
    return (head *)(void *)(g->kept + g->len - size);
}

static void read_word(const head *h, kti_written *out) {
    const uint32_t *rules = (const uint32_t *)(const void *)(h + 1);
    const uint8_t *lengths = (const uint8_t *)(rules + h->syllables);
    kt_str bytes = {(const char *)(lengths + h->syllables), h->bytes};
    *out = (kti_written){rules, lengths, bytes, h->syllables};
}

/* ---- words ---------------------------------------------------------------------------------- */

kt_status kti_word_letters_new(const kt_alloc *alloc, size_t limit, kti_word_letters **out) {
    *out = kti_alloc_zeroed(alloc, sizeof **out);
    if (*out == NULL) return KT_ERR_NOMEM;
    (*out)->alloc = *alloc;
    (*out)->limit = limit / 2;
    return KT_OK;
}

void kti_word_letters_free(kti_word_letters *w) {
    if (w == NULL) return;
    kt_alloc alloc = w->alloc;
    generation_free(&alloc, &w->young);
    generation_free(&alloc, &w->old);
    kti_alloc_free(&alloc, w, sizeof *w);
}

static bool is_alike(const kt_romanize_options *a, const kt_romanize_options *b) {
    return a->scheme == b->scheme && a->hyphen == b->hyphen && a->letter_case == b->letter_case &&
           (a->ascii != 0) == (b->ascii != 0) && (a->narrow != 0) == (b->narrow != 0);
}

uint32_t kti_word_letters_style(kti_word_letters *w, const kt_romanize_options *options) {
    for (uint32_t i = 0; i < w->style_count; i++)
        if (is_alike(&w->styles[i], options)) return i;
    if (w->style_count == STYLES) {
        generation_clear(&w->young);
        generation_clear(&w->old);
        w->style_count = 0;
    }
    w->styles[w->style_count] = *options;
    return w->style_count++;
}

/* Makes the elder generation of the younger one when that is full. */
static void trim(kti_word_letters *w) {
    if (w->young.len + w->young.count * sizeof(slot) < w->limit) return;
    generation dropped = w->old;
    generation_clear(&dropped);
    w->old = w->young;
    w->young = dropped;
}

bool kti_word_letters_get(kti_word_letters *w, uint64_t key, kti_written *out) {
    const head *h = look_up(&w->young, key);
    if (h == NULL) {
        const head *elder = look_up(&w->old, key);
        if (elder == NULL) return false;
        head *moved = keep(&w->alloc, &w->young, key, size_of(elder));
        if (moved == NULL) return false;
        memcpy(moved, elder, size_of(elder));
        h = moved;
    }
    read_word(h, out);
    return true;
}

kt_status kti_word_letters_put(kti_word_letters *w, uint64_t key, const kt_text *text, size_t first,
                               kti_written *out) {
    const kt_edit *edits = text->edits + first;
    size_t count = text->edit_count - first;
    kt_str bytes = {text->bytes.ptr + edits->dst, text->bytes.len - edits->dst};
    head h = {(uint16_t)count, (uint16_t)bytes.len};
    trim(w);
    head *kept = keep(&w->alloc, &w->young, key, size_of(&h));
    if (kept == NULL) return KT_ERR_NOMEM;
    *kept = h;
    uint32_t *rules = (uint32_t *)(void *)(kept + 1);
    uint8_t *lengths = (uint8_t *)(rules + count);
    for (size_t i = 0; i < count; i++) {
        rules[i] = edits[i].rule;
        lengths[i] = (uint8_t)edits[i].dst_len;
    }
    if (bytes.len > 0) memcpy(lengths + count, bytes.ptr, bytes.len);
    read_word(kept, out);
    return KT_OK;
}
