/* arena.h - scratch memory freed all at once. */
#ifndef KTI_CORE_ARENA_H
#define KTI_CORE_ARENA_H

#include "core/alloc.h"

typedef struct kti_arena_block kti_arena_block;

typedef struct kti_arena {
    kt_alloc alloc;
    kti_arena_block *first; /* newest block */
    size_t largest;         /* bytes to which blocks grow by doubling */
} kti_arena;

void kti_arena_init(kti_arena *arena, const kt_alloc *alloc);

/* The same for what is kept up to a bound: its blocks stay small, so that little of the last one
 * lies idle. */
void kti_arena_init_kept(kti_arena *arena, const kt_alloc *alloc);
void kti_arena_free(kti_arena *arena);

/* Forgets everything taken, keeping the newest block for reuse. */
void kti_arena_reset(kti_arena *arena);

/* Uninitialised memory aligned for any type; NULL when out of memory. Size 0 gives a pointer that
 * must not be read. */
void *kti_arena_take(kti_arena *arena, size_t size);

/* `count` items of `size` bytes, all zero; NULL when out of memory or too many. */
void *kti_arena_zeroed(kti_arena *arena, size_t count, size_t size);

/* Takes `*capacity` items of twice the room and copies the first `count`; see kti_arena_room(). */
void *kti_arena_larger(kti_arena *arena, const void *items, size_t count, size_t *capacity,
                       size_t size);

/* An array of `count` items of `size` bytes with room for one more: `items` itself as long as there
 * is. NULL when out of memory; the array is as it was then. */
static inline void *kti_arena_room(kti_arena *arena, void *items, size_t count, size_t *capacity,
                                   size_t size) {
    return count < *capacity ? items : kti_arena_larger(arena, items, count, capacity, size);
}

/* A copy of `str` in the arena; ptr NULL when out of memory. */
kt_str kti_arena_str(kti_arena *arena, kt_str str);

#endif
