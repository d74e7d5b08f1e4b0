#include "segment/segment.h"

#include <string.h>

void kti_spans_init(kti_spans *spans, kti_arena *arena) {
    *spans = (kti_spans){.arena = arena};
}

static void grow(kti_spans *spans) {
    size_t capacity = spans->capacity == 0 ? 64 : spans->capacity * 2;
    kt_span *moved = kti_arena_take(spans->arena, capacity * sizeof *moved);
    if (moved == NULL) {
        spans->failed = true;
        return;
    }
    if (spans->count > 0) memcpy(moved, spans->items, spans->count * sizeof *moved);
    spans->items = moved;
    spans->capacity = capacity;
}

void kti_spans_add(kti_spans *spans, size_t start, size_t end) {
    if (spans->count == spans->capacity) grow(spans);
    if (spans->failed) return;
    spans->items[spans->count++] = (kt_span){(uint32_t)start, (uint32_t)end};
}

kt_status kti_spans_status(const kti_spans *spans) {
    return spans->failed ? KT_ERR_NOMEM : KT_OK;
}
