/* choices.h - all that a run may be, short enough to be kept for very many of them.
 *
 * A choice is a path through the run. What stands before it touches only the left class of its
 * first node, what stands behind only the right class of its last; so the cheapest path for each
 * pair of them is all that a sentence needs. The nodes themselves are kept only for choices that
 * are taken: there is hardly more than one for each run. */
#ifndef KTI_ANALYZE_CHOICES_H
#define KTI_ANALYZE_CHOICES_H

#include <stdbool.h>
#include <stddef.h>

#include "kotext/base.h"

enum { KTI_CHOICES_MOST = 24 };

typedef struct kti_choice {
    uint16_t more; /* cost beyond that of the cheapest */
    uint16_t left, right;
    uint8_t entrance; /* which left class of the run it has, in the order of their cheapest */
    uint8_t facts;    /* KTI_FACT_BEHIND, KTI_FACT_JOSA of the first node */
} kti_choice;

/* A run's choices, and behind them for each entrance its first choice, the cheapest (u8). */
typedef struct kti_choices {
    uint32_t name; /* a number of the run's own; 0: it has none */
    int32_t cost;  /* of the cheapest */
    uint8_t count, entrances;
    kti_choice items[]; /* cheapest first, at least one */
} kti_choices;

static inline const uint8_t *kti_choices_firsts(const kti_choices *c) {
    return (const uint8_t *)(c->items + c->count);
}

static inline size_t kti_choices_size(const kti_choices *c) {
    return offsetof(kti_choices, items) + c->count * sizeof *c->items + c->entrances;
}

/* The nodes of a choice (analyze/lattice.h) and how many bytes each of them takes. */
typedef struct kti_path {
    const uint32_t *nodes;
    const uint8_t *bytes;
    uint32_t count;
} kti_path;

/* The paths of all choices of a run: behind it the nodes of all (u32), behind which of them each
 * choice ends (u16), and the bytes of each node (u8). */
typedef struct kti_paths {
    uint16_t nodes, choices;
    uint32_t whats[];
} kti_paths;

static inline const uint16_t *kti_paths_ends(const kti_paths *p) {
    return (const uint16_t *)(p->whats + p->nodes);
}

static inline size_t kti_paths_size(size_t nodes, size_t choices) {
    return sizeof(kti_paths) + nodes * (sizeof(uint32_t) + 1) + choices * sizeof(uint16_t);
}

static inline kti_path kti_paths_of(const kti_paths *p, uint32_t choice) {
    const uint16_t *ends = kti_paths_ends(p);
    const uint8_t *bytes = (const uint8_t *)(ends + p->choices);
    uint32_t first = choice == 0 ? 0 : ends[choice - 1];
    return (kti_path){p->whats + first, bytes + first, ends[choice] - first};
}

#endif
