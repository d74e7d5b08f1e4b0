#include "core/hoard.h"

#include <string.h>

enum {
    BLOCK = 64 << 10,
    WORD = sizeof(uint32_t),
    WORD_BITS = 14, /* of the number of a word in its block */
    LEAST_SLOTS = 1 << 8
};

_Static_assert((BLOCK / WORD) == 1 << WORD_BITS, "a word's number has its bits");

/* What stands before a key and its value. */
typedef struct head {
    uint16_t key, value; /* bytes */
} head;

typedef kti_hoard_generation generation;

static size_t rounded(size_t size) {
    return (size + WORD - 1) / WORD * WORD;
}

static char *key_of(head *h) {
    return (char *)(h + 1);
}

static void *value_of(head *h) {
    return key_of(h) + rounded(h->key);
}

static head *head_at(const generation *g, uint32_t at) {
    char *block = g->blocks[at >> WORD_BITS];
    return (head *)(void *)(block + (size_t)(at & ((1u << WORD_BITS) - 1)) * WORD);
}

/* ---- generations ---------------------------------------------------------------------------- */

static void generation_free(const kt_alloc *alloc, generation *g) {
    for (size_t i = 0; i < g->block_count; i++)
        kti_alloc_free(alloc, g->blocks[i], BLOCK);
    kti_alloc_free(alloc, g->blocks, g->block_room * sizeof *g->blocks);
    kti_alloc_free(alloc, g->slots, g->capacity * sizeof *g->slots);
}

static void generation_clear(generation *g) {
    if (g->slots != NULL) memset(g->slots, 0, g->capacity * sizeof *g->slots);
    g->count = g->used = 0;
}

static bool has_key(head *h, const void *key, size_t len) {
    return h->key == len && memcmp(key_of(h), key, len) == 0;
}

static head *find(const generation *g, uint32_t hash, const void *key, size_t len) {
    if (g->count == 0) return NULL;
    size_t mask = g->capacity - 1;
    for (size_t i = hash & mask; g->slots[i].at != 0; i = (i + 1) & mask) {
        if (g->slots[i].hash != hash) continue;
        head *h = head_at(g, g->slots[i].at);
        if (has_key(h, key, len)) return h;
    }
    return NULL;
}

static void put_slot(generation *g, kti_hoard_slot slot) {
    size_t mask = g->capacity - 1, i = slot.hash & mask;
    while (g->slots[i].at != 0)
        i = (i + 1) & mask;
    g->slots[i] = slot;
}

static bool grow(const kt_alloc *alloc, generation *g) {
    generation larger = {.capacity = g->capacity == 0 ? LEAST_SLOTS : g->capacity * 2};
    larger.slots = kti_alloc_zeroed(alloc, larger.capacity * sizeof *larger.slots);
    if (larger.slots == NULL) return false;
    for (size_t i = 0; i < g->capacity; i++)
        if (g->slots[i].at != 0) put_slot(&larger, g->slots[i]);
    kti_alloc_free(alloc, g->slots, g->capacity * sizeof *g->slots);
    g->slots = larger.slots;
    g->capacity = larger.capacity;
    return true;
}

static bool add_block(const kt_alloc *alloc, generation *g) {
    void *blocks = g->blocks;
    if (kti_alloc_grow(alloc, &blocks, &g->block_room, sizeof *g->blocks, g->block_count + 1) !=
        KT_OK)
        return false;
    g->blocks = blocks;
    g->blocks[g->block_count] = kti_alloc_get(alloc, BLOCK);
    return g->blocks[g->block_count] != NULL && ++g->block_count > 0;
}

/* Room for `size` bytes; its number, 0 when out of memory. The first word is left out. */
static uint32_t take(const kt_alloc *alloc, generation *g, size_t size) {
    if (g->used == 0) g->used = WORD;
    if (g->used % BLOCK + size > BLOCK || g->used % BLOCK == 0)
        g->used = (g->used + BLOCK - 1) / BLOCK * BLOCK;
    if (g->used / BLOCK >= g->block_count && !add_block(alloc, g)) return 0;
    uint32_t at = (uint32_t)(g->used / WORD);
    g->used += size;
    return at;
}

static head *add(const kt_alloc *alloc, generation *g, uint32_t hash, size_t key, size_t value) {
    if (g->count >= g->capacity / 4 * 3 && !grow(alloc, g)) return NULL;
    uint32_t at = take(alloc, g, sizeof(head) + rounded(key) + rounded(value));
    if (at == 0) return NULL;
    head *h = head_at(g, at);
    *h = (head){(uint16_t)key, (uint16_t)value};
    put_slot(g, (kti_hoard_slot){hash, at});
    g->count++;
    return h;
}

/* ---- hoards --------------------------------------------------------------------------------- */

void kti_hoard_init(kti_hoard *hoard, const kt_alloc *alloc, size_t limit) {
    *hoard = (kti_hoard){.alloc = *alloc, .limit = limit / 2};
}

void kti_hoard_free(kti_hoard *hoard) {
    generation_free(&hoard->alloc, &hoard->young);
    generation_free(&hoard->alloc, &hoard->old);
}

/* The last bytes of a key, eight or all of them, as a number. */
static uint64_t last_bytes(const char *bytes, size_t len) {
    uint64_t word = 0;
    uint32_t first, last;
    if (len >= sizeof word) {
        memcpy(&word, bytes + len - sizeof word, sizeof word);
        return word;
    }
    if (len < sizeof first) {
        for (size_t i = 0; i < len; i++)
            word = word << 8 | (unsigned char)bytes[i];
        return word;
    }
    memcpy(&first, bytes, sizeof first);
    memcpy(&last, bytes + len - sizeof last, sizeof last);
    return (uint64_t)first << 32 | last;
}

uint32_t kti_hoard_hash(const void *key, size_t len) {
    const uint64_t factor = 0x9E3779B97F4A7C15u;
    const char *bytes = key;
    uint64_t hash = len, word;
    for (size_t at = 0; at + sizeof word < len; at += sizeof word) {
        memcpy(&word, bytes + at, sizeof word);
        hash = (hash ^ word) * factor;
        hash ^= hash >> 32;
    }
    return (uint32_t)((hash ^ last_bytes(bytes, len)) * factor >> 32);
}

void *kti_hoard_get(kti_hoard *hoard, uint32_t hash, uint32_t glance, const void *key, size_t len) {
    if (glance != 0) {
        head *seen = head_at(&hoard->young, glance);
        if (has_key(seen, key, len)) return value_of(seen);
    }
    head *young = find(&hoard->young, hash, key, len);
    if (young != NULL) return value_of(young);
    head *old = find(&hoard->old, hash, key, len);
    if (old == NULL) return NULL;
    head *moved = add(&hoard->alloc, &hoard->young, hash, len, old->value);
    if (moved == NULL) return NULL;
    memcpy(moved, old, sizeof *old + rounded(len) + old->value);
    return value_of(moved);
}

void *kti_hoard_put(kti_hoard *hoard, uint32_t hash, const void *key, size_t len, size_t size) {
    if (rounded(len) + rounded(size) > KTI_HOARD_MOST) return NULL;
    head *h = add(&hoard->alloc, &hoard->young, hash, len, size);
    if (h == NULL) return NULL;
    memcpy(key_of(h), key, len);
    return value_of(h);
}

void kti_hoard_trim(kti_hoard *hoard) {
    const generation *g = &hoard->young;
    if (g->used + g->count * sizeof *g->slots * 2 < hoard->limit) return;
    generation dropped = hoard->old;
    generation_clear(&dropped);
    hoard->old = hoard->young;
    hoard->young = dropped;
}
