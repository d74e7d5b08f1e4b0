/* timed.c - beads of subtitle cues, by the time they share. */
#include "align/beads.h"

static int64_t shared_ms(const kt_align_unit *a, const kt_align_unit *b) {
    int64_t start = a->start_ms > b->start_ms ? a->start_ms : b->start_ms;
    int64_t end = a->end_ms < b->end_ms ? a->end_ms : b->end_ms;
    return end - start;
}

/* Whether two cues belong together: they share a third of the shorter one. */
static bool together(const kt_align_unit *a, const kt_align_unit *b) {
    int64_t la = a->end_ms - a->start_ms;
    int64_t lb = b->end_ms - b->start_ms;
    int64_t shorter = la < lb ? la : lb;
    int64_t shared = shared_ms(a, b);
    return shorter <= 0 ? shared >= 0 : shared > 0 && shared >= shorter / 3;
}

/* Grows the bead while the next cue of either side belongs to one inside it. Cues are taken in
 * file order, as players show them. */
static void grow(const kt_align_unit *ko, size_t ko_count, const kt_align_unit *en, size_t en_count,
                 kti_bead *bead) {
    enum { LONGEST = 16 }; /* a cue that spans the film joins no more than this */
    for (bool grown = true; grown;) {
        grown = false;
        if (bead->ko_end > bead->ko_start && bead->en_end < en_count &&
            bead->en_end - bead->en_start < LONGEST &&
            together(&ko[bead->ko_end - 1], &en[bead->en_end])) {
            bead->en_end++;
            grown = true;
        }
        if (bead->en_end > bead->en_start && bead->ko_end < ko_count &&
            bead->ko_end - bead->ko_start < LONGEST &&
            together(&ko[bead->ko_end], &en[bead->en_end - 1])) {
            bead->ko_end++;
            grown = true;
        }
    }
}

kt_status kti_beads_by_time(const kt_align_unit *ko, size_t ko_count, const kt_align_unit *en,
                            size_t en_count, kti_arena *arena, kti_beads *out) {
    out->count = 0;
    out->items = kti_arena_zeroed(arena, ko_count + en_count + 1, sizeof *out->items);
    if (out->items == NULL) return KT_ERR_NOMEM;
    uint32_t i = 0, j = 0;
    while (i < ko_count || j < en_count) {
        kti_bead bead = {i, i, j, j};
        bool ko_first = j == en_count || (i < ko_count && ko[i].start_ms <= en[j].start_ms);
        if (ko_first)
            bead.ko_end++;
        else
            bead.en_end++;
        grow(ko, ko_count, en, en_count, &bead);
        out->items[out->count++] = bead;
        i = bead.ko_end;
        j = bead.en_end;
    }
    return KT_OK;
}
