#include "core/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

enum { FIRST_BLOCK = 8 << 10, LARGEST_STEP = 1 << 20, LARGEST_KEPT = 64 << 10 };

struct kti_arena_block {
    kti_arena_block *next;
    size_t size; /* of `bytes` */
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

void kti_arena_init(kti_arena *arena, const kt_alloc *alloc) {
    *arena = (kti_arena){.alloc = kti_alloc_or_libc(alloc), .largest = LARGEST_STEP};
}

void kti_arena_init_kept(kti_arena *arena, const kt_alloc *alloc) {
    *arena = (kti_arena){.alloc = kti_alloc_or_libc(alloc), .largest = LARGEST_KEPT};
}

static void free_blocks(kti_arena *arena, kti_arena_block *block) {
    while (block != NULL) {
        kti_arena_block *next = block->next;
        kti_alloc_free(&arena->alloc, block, sizeof *block + block->size);
        block = next;
    }
}

void kti_arena_free(kti_arena *arena) {
    free_blocks(arena, arena->first);
    arena->first = NULL;
}

void kti_arena_reset(kti_arena *arena) {
    if (arena->first == NULL) return;
    free_blocks(arena, arena->first->next);
    arena->first->next = NULL;
    arena->first->used = 0;
}

static kti_arena_block *add_block(kti_arena *arena, size_t need) {
    size_t size = arena->first == NULL ? FIRST_BLOCK : arena->first->size * 2;
    if (size > arena->largest) size = arena->largest;
    if (size < need) size = need;
    if (size > SIZE_MAX - sizeof(kti_arena_block)) return NULL;
    kti_arena_block *block = kti_alloc_get(&arena->alloc, sizeof *block + size);
    if (block == NULL) return NULL;
    block->next = arena->first;
    block->size = size;
    block->used = 0;
    arena->first = block;
    return block;
}

void *kti_arena_take(kti_arena *arena, size_t size) {
    size_t align = alignof(max_align_t);
    if (size > SIZE_MAX - align) return NULL;
    size_t rounded = (size + align - 1) / align * align;
    kti_arena_block *block = arena->first;
    if (block == NULL || block->size - block->used < rounded) block = add_block(arena, rounded);
    if (block == NULL) return NULL;
    void *taken = block->bytes + block->used;
    block->used += rounded;
    return taken;
}

void *kti_arena_zeroed(kti_arena *arena, size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size) return NULL;
    void *taken = kti_arena_take(arena, count * size);
    if (taken != NULL) memset(taken, 0, count * size);
    return taken;
}

void *kti_arena_larger(kti_arena *arena, const void *items, size_t count, size_t *capacity,
                       size_t size) {
    enum { LEAST = 16 };
    size_t wanted = *capacity == 0 ? LEAST : *capacity * 2;
    if (wanted > SIZE_MAX / size) return NULL;
    void *moved = kti_arena_take(arena, wanted * size);
    if (moved == NULL) return NULL;
    if (count > 0) memcpy(moved, items, count * size);
    *capacity = wanted;
    return moved;
}

kt_str kti_arena_str(kti_arena *arena, kt_str str) {
    char *copy = kti_arena_take(arena, str.len + 1);
    if (copy == NULL) return (kt_str){NULL, 0};
    if (str.len > 0) memcpy(copy, str.ptr, str.len);
    copy[str.len] = '\0';
    return (kt_str){copy, str.len};
}
