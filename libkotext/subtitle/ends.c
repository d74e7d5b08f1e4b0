/* ends.c - when cues end of which the file tells only the start. */
#include <stdlib.h>

#include "core/status.h"
#include "subtitle/document.h"

static int by_start(const void *a, const void *b) {
    int64_t first = *(const int64_t *)a, second = *(const int64_t *)b;
    return (first > second) - (first < second);
}

/* The first of the sorted starts that is later. */
static int64_t next_start(const int64_t *starts, size_t count, int64_t start) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (starts[middle] > start)
            high = middle;
        else
            low = middle + 1;
    }
    return low < count ? starts[low] : -1;
}

void kti_end_at_times(kt_subtitle *s, int64_t *times, size_t count) {
    if (count > 1) qsort(times, count, sizeof *times, by_start);
    for (size_t i = 0; i < s->cue_count; i++) {
        kt_cue *cue = &s->cues[i];
        if (cue->end_ms >= 0) continue;
        int64_t next = next_start(times, count, cue->start_ms);
        cue->end_ms = next < 0 ? cue->start_ms + KTI_LAST_MS : next;
        if (next < 0) kti_note(s, KTI_NOTE_OPEN_END, cue->text.start);
    }
}

kt_status kti_end_at_next(kt_subtitle *s) {
    size_t size = (s->cue_count + 1) * sizeof(int64_t);
    int64_t *starts = kti_alloc_get(&s->alloc, size);
    if (starts == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < s->cue_count; i++)
        starts[i] = s->cues[i].start_ms;
    kti_end_at_times(s, starts, s->cue_count);
    kti_alloc_free(&s->alloc, starts, size);
    return KT_OK;
}
