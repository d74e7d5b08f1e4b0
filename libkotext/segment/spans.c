#include "segment/segment.h"

void kti_spans_init(kti_spans *spans, kti_arena *arena) {
    *spans = (kti_spans){.arena = arena};
}

void kti_spans_add(kti_spans *spans, size_t start, size_t end) {
    if (spans->failed) return;
    kt_span *items =
        kti_arena_room(spans->arena, spans->items, spans->count, &spans->capacity, sizeof *items);
    spans->failed = items == NULL;
    if (spans->failed) return;
    spans->items = items;
    spans->items[spans->count++] = (kt_span){(uint32_t)start, (uint32_t)end};
}

kt_status kti_spans_status(const kti_spans *spans) {
    return spans->failed ? KT_ERR_NOMEM : KT_OK;
}
