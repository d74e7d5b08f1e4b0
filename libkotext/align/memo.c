#include "align/memo.h"

#include <string.h>

#include "core/status.h"

enum { LEAST_SLOTS = 1 << 8, MOST_SLOTS = 1 << 16, SLOTS_A_BEAD = 64 };

kt_status kti_memo_new(size_t beads, kti_arena *arena, kti_memo *out) {
    out->capacity = LEAST_SLOTS;
    while (out->capacity < MOST_SLOTS && out->capacity / SLOTS_A_BEAD < beads)
        out->capacity *= 2;
    out->slots = kti_arena_zeroed(arena, out->capacity, sizeof *out->slots);
    return out->slots == NULL ? KT_ERR_NOMEM : KT_OK;
}

static uint64_t mix(uint64_t hash) {
    hash ^= hash >> 32;
    hash *= 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

uint64_t kti_memo_hash(kt_str text) {
    uint64_t hash = text.len, bytes;
    size_t at = 0;
    for (; at + sizeof bytes <= text.len; at += sizeof bytes) {
        memcpy(&bytes, text.ptr + at, sizeof bytes);
        hash = mix(hash ^ bytes) * 0xD6E8FEB86659FD93u;
    }
    bytes = 0;
    if (at < text.len) memcpy(&bytes, text.ptr + at, text.len - at);
    return mix(hash ^ bytes);
}

kti_scored *kti_memo_slot(const kti_memo *memo, uint64_t ko, uint64_t en, uint64_t *key) {
    *key = mix(ko * 3 ^ en) | 1;
    return &memo->slots[*key >> 20 & (memo->capacity - 1)];
}
