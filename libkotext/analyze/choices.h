/* choices.h - all that a run may be, short enough to be kept for very many of them.
 *
 * A choice is a path through the run. What stands before it touches only the left class of its
 * first morpheme, what stands behind only the right class of its last; so the cheapest path for
 * each pair of them is all that a sentence needs. The morphemes lie behind, for the one choice that
 * is taken. */
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

/* A run's choices, and behind them: for each entrance its first choice, the cheapest (u8, padded to
 * 4); the nodes of all choices (u32, see lattice.h); behind which node of them each choice ends
 * (u16); how many bytes each node takes (u8). */
typedef struct kti_choices {
    uint32_t name; /* a number of the run's own; 0: it has none */
    int32_t cost;  /* of the cheapest */
    uint16_t nodes;
    uint8_t count, entrances;
    kti_choice items[]; /* cheapest first, at least one */
} kti_choices;

static inline const uint8_t *kti_choices_firsts(const kti_choices *c) {
    return (const uint8_t *)(c->items + c->count);
}

static inline const uint32_t *kti_choices_nodes(const kti_choices *c) {
    const uint8_t *firsts = kti_choices_firsts(c);
    return (const uint32_t *)(const void *)(firsts + (c->entrances + 3u) / 4 * 4);
}

static inline const uint16_t *kti_choices_ends(const kti_choices *c) {
    return (const uint16_t *)(kti_choices_nodes(c) + c->nodes);
}

static inline const uint8_t *kti_choices_bytes(const kti_choices *c) {
    return (const uint8_t *)(kti_choices_ends(c) + c->count);
}

static inline size_t kti_choices_size(const kti_choices *c) {
    return sizeof *c + c->count * (sizeof *c->items + sizeof(uint16_t)) +
           (c->entrances + 3u) / 4 * 4 + c->nodes * (sizeof(uint32_t) + 1u);
}

#endif
