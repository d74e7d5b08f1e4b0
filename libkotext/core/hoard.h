/* hoard.h - what has been worked out, found again by its key: bounded memory, and no allocation
 * once it is full.
 *
 * Records lie in blocks, one behind the other. When there are too many blocks, the oldest one is
 * emptied: what was asked for since it was written is written anew, the rest is forgotten. What a
 * hoard holds never shows in results, only in time. */
#ifndef KTI_CORE_HOARD_H
#define KTI_CORE_HOARD_H

#include "core/alloc.h"
#include "core/cpu.h"

/* Where a record may be: by its hash; nowhere when `at` is 0. */
typedef struct kti_hoard_slot {
    uint32_t hash;
    uint32_t at; /* a block and a word of it */
} kti_hoard_slot;

typedef struct kti_hoard_block {
    char *bytes; /* NULL: given back */
    uint32_t used;
    uint32_t next; /* the block behind it, or the next free one */
} kti_hoard_block;

typedef struct kti_hoard {
    kt_alloc alloc;
    size_t limit; /* bytes */
    kti_hoard_slot *slots;
    size_t capacity, count; /* a power of two; records */
    kti_hoard_block *blocks;
    size_t block_room, block_count, in_use;
    uint32_t oldest, newest, free; /* blocks */
} kti_hoard;

enum {
    KTI_HOARD_MOST = 16 << 10, /* bytes of a key and its value */
    KTI_HOARD_WORD = 4,        /* bytes */
    KTI_HOARD_WORD_BITS = 14   /* of the number of a word in its block */
};

/* `limit`: about how many bytes it may take in all. */
void kti_hoard_init(kti_hoard *hoard, const kt_alloc *alloc, size_t limit);
void kti_hoard_free(kti_hoard *hoard);

uint32_t kti_hoard_hash(const void *key, size_t len);

static inline char *kti_hoard_record(const kti_hoard *hoard, uint32_t at) {
    size_t word = at & ((1u << KTI_HOARD_WORD_BITS) - 1);
    return hoard->blocks[at >> KTI_HOARD_WORD_BITS].bytes + word * KTI_HOARD_WORD;
}

/* Where the value of a key with this hash may lie, which is asked for; 0 when nowhere. Whoever
 * wants many values takes all glances first: each waits for memory, and they wait together. Good
 * until kti_hoard_trim(). */
static inline uint32_t kti_hoard_glance(const kti_hoard *hoard, uint32_t hash) {
    enum { USUAL = 128 /* bytes of a record */ };
    if (hoard->count == 0) return 0;
    size_t mask = hoard->capacity - 1;
    const kti_hoard_slot *own = &hoard->slots[hash & mask];
    const kti_hoard_slot *next = &hoard->slots[(hash + 1) & mask];
    uint32_t at = own->hash == hash ? own->at : next->hash == hash ? next->at : 0;
    if (at != 0) kti_cpu_fetch(kti_hoard_record(hoard, at), USUAL);
    return at;
}

/* The value of a key, 4-aligned; NULL when there is none. `glance` is that of its hash, or 0. The
 * value stays where it is until kti_hoard_trim(). */
void *kti_hoard_get(kti_hoard *hoard, uint32_t hash, uint32_t glance, const void *key, size_t len);

/* Room for the value of a key that is not there; NULL when out of memory. `hash` is its
 * kti_hoard_hash(). */
void *kti_hoard_put(kti_hoard *hoard, uint32_t hash, const void *key, size_t len, size_t size);

/* Forgets what has not been asked for lately, once there is too much. */
void kti_hoard_trim(kti_hoard *hoard);

#endif
