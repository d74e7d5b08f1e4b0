#include "core/hoard.h"

#include <stdbool.h>
#include <string.h>

enum {
    BLOCK = 64 << 10,
    WORD = KTI_HOARD_WORD,
    WORD_BITS = KTI_HOARD_WORD_BITS,
    LEAST_SLOTS = 1 << 8,
    SPARE = 2,        /* blocks for what is passed on */
    NONE = UINT16_MAX /* no block */
};

_Static_assert((BLOCK / WORD) == 1 << WORD_BITS, "a word's number has its bits");

/* What stands before a key and its value. */
typedef struct head {
    uint16_t key;   /* bytes */
    uint16_t value; /* in words, and whether it was asked for since it was written */
} head;

enum { ASKED_FOR = 1 << 15 };

static size_t words(size_t size) {
    return (size + WORD - 1) / WORD;
}

static char *key_of(head *h) {
    return (char *)(h + 1);
}

static size_t value_words(const head *h) {
    return h->value & (ASKED_FOR - 1u);
}

static void *value_of(head *h) {
    return key_of(h) + words(h->key) * WORD;
}

static size_t size_of(const head *h) {
    return sizeof *h + (words(h->key) + value_words(h)) * WORD;
}

static head *head_at(const kti_hoard *hoard, uint32_t at) {
    return (head *)(void *)kti_hoard_record(hoard, at);
}

/* ---- slots ---------------------------------------------------------------------------------- */

static void put_slot(kti_hoard *hoard, kti_hoard_slot slot) {
    size_t mask = hoard->capacity - 1, i = slot.hash & mask;
    while (hoard->slots[i].at != 0)
        i = (i + 1) & mask;
    hoard->slots[i] = slot;
}

static kti_hoard_slot *slot_of(const kti_hoard *hoard, uint32_t hash, uint32_t at) {
    size_t mask = hoard->capacity - 1, i = hash & mask;
    while (hoard->slots[i].at != at)
        i = (i + 1) & mask;
    return &hoard->slots[i];
}

/* Frees a slot; those behind it that belong before it move up. */
static void remove_slot(kti_hoard *hoard, kti_hoard_slot *slot) {
    size_t mask = hoard->capacity - 1, hole = (size_t)(slot - hoard->slots);
    for (size_t i = (hole + 1) & mask; hoard->slots[i].at != 0; i = (i + 1) & mask) {
        size_t home = hoard->slots[i].hash & mask;
        if (((i - home) & mask) < ((i - hole) & mask)) continue;
        hoard->slots[hole] = hoard->slots[i];
        hole = i;
    }
    hoard->slots[hole].at = 0;
    hoard->count--;
}

static bool grow(kti_hoard *hoard) {
    kti_hoard_slot *slots = hoard->slots;
    size_t capacity = hoard->capacity, larger = capacity == 0 ? LEAST_SLOTS : capacity * 2;
    hoard->slots = kti_alloc_zeroed(&hoard->alloc, larger * sizeof *slots);
    if (hoard->slots == NULL) {
        hoard->slots = slots;
        return false;
    }
    hoard->capacity = larger;
    for (size_t i = 0; i < capacity; i++)
        if (slots[i].at != 0) put_slot(hoard, slots[i]);
    kti_alloc_free(&hoard->alloc, slots, capacity * sizeof *slots);
    return true;
}

/* ---- blocks --------------------------------------------------------------------------------- */

/* The number of a block that nothing is in; NONE when out of memory. */
static uint32_t free_block(kti_hoard *hoard) {
    void *blocks = hoard->blocks;
    if (hoard->free == NONE) {
        if (hoard->block_count == NONE ||
            kti_alloc_grow(&hoard->alloc, &blocks, &hoard->block_room, sizeof *hoard->blocks,
                           hoard->block_count + 1) != KT_OK)
            return NONE;
        hoard->blocks = blocks;
        hoard->blocks[hoard->block_count] = (kti_hoard_block){NULL, 0, NONE};
        hoard->free = (uint32_t)hoard->block_count++;
    }
    kti_hoard_block *block = &hoard->blocks[hoard->free];
    if (block->bytes == NULL) block->bytes = kti_alloc_get(&hoard->alloc, BLOCK);
    return block->bytes == NULL ? NONE : hoard->free;
}

/* Makes a free block the newest one. */
static bool add_block(kti_hoard *hoard) {
    uint32_t number = free_block(hoard);
    if (number == NONE) return false;
    kti_hoard_block *block = &hoard->blocks[number];
    hoard->free = block->next;
    block->used = WORD; /* no record is at 0 */
    block->next = NONE;
    if (hoard->newest == NONE)
        hoard->oldest = number;
    else
        hoard->blocks[hoard->newest].next = number;
    hoard->newest = number;
    hoard->in_use++;
    return true;
}

static size_t most_blocks(const kti_hoard *hoard) {
    size_t slots = hoard->capacity * sizeof *hoard->slots;
    size_t left = hoard->limit > slots ? (hoard->limit - slots) / BLOCK : 0;
    return left > 2 ? left : 2;
}

/* Its memory is given back when there was more than usual. */
static void release(kti_hoard *hoard, uint32_t number) {
    kti_hoard_block *block = &hoard->blocks[number];
    if (hoard->in_use-- > most_blocks(hoard) + SPARE) {
        kti_alloc_free(&hoard->alloc, block->bytes, BLOCK);
        block->bytes = NULL;
    }
    block->next = hoard->free;
    hoard->free = number;
}

static head *add(kti_hoard *hoard, size_t size, uint32_t *at) {
    if (hoard->newest == NONE || hoard->blocks[hoard->newest].used + size > BLOCK)
        if (!add_block(hoard)) return NULL;
    kti_hoard_block *block = &hoard->blocks[hoard->newest];
    *at = hoard->newest << WORD_BITS | block->used / WORD;
    block->used += (uint32_t)size;
    return head_at(hoard, *at);
}

/* Writes a record of the oldest block anew, or forgets it. */
static void pass_on(kti_hoard *hoard, head *h, uint32_t at) {
    uint32_t moved;
    kti_hoard_slot *slot = slot_of(hoard, kti_hoard_hash(key_of(h), h->key), at);
    bool asked_for = (h->value & ASKED_FOR) != 0;
    h->value &= ASKED_FOR - 1u;
    head *new = asked_for ? add(hoard, size_of(h), &moved) : NULL;
    if (new == NULL) {
        remove_slot(hoard, slot);
        return;
    }
    memcpy(new, h, size_of(h));
    slot->at = moved;
}

static void empty_oldest(kti_hoard *hoard) {
    uint32_t number = hoard->oldest, used = hoard->blocks[number].used;
    hoard->oldest = hoard->blocks[number].next;
    for (uint32_t byte = WORD; byte < used;) {
        uint32_t at = number << WORD_BITS | byte / WORD;
        head *h = head_at(hoard, at);
        byte += (uint32_t)size_of(h);
        pass_on(hoard, h, at);
    }
    release(hoard, number);
}

/* ---- hoards --------------------------------------------------------------------------------- */

void kti_hoard_init(kti_hoard *hoard, const kt_alloc *alloc, size_t limit) {
    *hoard =
        (kti_hoard){.alloc = *alloc, .limit = limit, .oldest = NONE, .newest = NONE, .free = NONE};
}

void kti_hoard_free(kti_hoard *hoard) {
    for (size_t i = 0; i < hoard->block_count; i++)
        kti_alloc_free(&hoard->alloc, hoard->blocks[i].bytes, BLOCK);
    kti_alloc_free(&hoard->alloc, hoard->blocks, hoard->block_room * sizeof *hoard->blocks);
    kti_alloc_free(&hoard->alloc, hoard->slots, hoard->capacity * sizeof *hoard->slots);
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

static bool has_key(head *h, const void *key, size_t len) {
    return h->key == len && memcmp(key_of(h), key, len) == 0;
}

static head *find(const kti_hoard *hoard, uint32_t hash, const void *key, size_t len) {
    size_t mask = hoard->capacity - 1;
    if (hoard->count == 0) return NULL;
    for (size_t i = hash & mask; hoard->slots[i].at != 0; i = (i + 1) & mask) {
        if (hoard->slots[i].hash != hash) continue;
        head *h = head_at(hoard, hoard->slots[i].at);
        if (has_key(h, key, len)) return h;
    }
    return NULL;
}

void *kti_hoard_get(kti_hoard *hoard, uint32_t hash, uint32_t glance, const void *key, size_t len) {
    head *h = glance == 0 ? NULL : head_at(hoard, glance);
    if (h == NULL || !has_key(h, key, len)) h = find(hoard, hash, key, len);
    if (h == NULL) return NULL;
    if ((h->value & ASKED_FOR) == 0) h->value |= ASKED_FOR;
    return value_of(h);
}

void *kti_hoard_put(kti_hoard *hoard, uint32_t hash, const void *key, size_t len, size_t size) {
    uint32_t at;
    size_t bytes = sizeof(head) + (words(len) + words(size)) * WORD;
    if (bytes > KTI_HOARD_MOST) return NULL;
    if (hoard->count >= hoard->capacity / 4 * 3 && !grow(hoard)) return NULL;
    head *h = add(hoard, bytes, &at);
    if (h == NULL) return NULL;
    *h = (head){(uint16_t)len, (uint16_t)words(size)};
    memcpy(key_of(h), key, len);
    put_slot(hoard, (kti_hoard_slot){hash, at});
    hoard->count++;
    return value_of(h);
}

void kti_hoard_trim(kti_hoard *hoard) {
    while (hoard->in_use > most_blocks(hoard))
        empty_oldest(hoard);
}
