/* beads.h - which stretches of the two sides say the same thing. */
#ifndef KTI_ALIGN_BEADS_H
#define KTI_ALIGN_BEADS_H

#include <stdbool.h>

#include "core/arena.h"
#include "kotext/align.h"

/* A run of consecutive pieces on each side; a side may be empty. */
typedef struct kti_bead {
    uint32_t ko_start, ko_end;
    uint32_t en_start, en_end;
} kti_bead;

typedef struct kti_beads {
    kti_bead *items;
    size_t count;
} kti_beads;

/* What sentence alignment knows of a piece: its length and what it mentions. */
typedef struct kti_piece {
    uint32_t letters;  /* length in code points, without white space */
    uint32_t *anchors; /* sorted hashes: numbers, Latin words, dictionary entries */
    uint32_t anchor_count;
} kti_piece;

/* Cues that share time: a sweep over both sides, both ordered by start. Linear after sorting. */
kt_status kti_beads_by_time(const kt_align_unit *ko, size_t ko_count, const kt_align_unit *en,
                            size_t en_count, kti_arena *arena, kti_beads *out);

/* Sentences in the same order: dynamic programming over 1-1, 1-2, 2-1, 2-2, 0-1 and 1-0 beads, with
 * the length model of Gale and Church (1993) and shared anchors, in a band around the diagonal. */
kt_status kti_beads_by_content(const kti_piece *ko, size_t ko_count, const kti_piece *en,
                               size_t en_count, kti_arena *arena, kti_beads *out);

#endif
