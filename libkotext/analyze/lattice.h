/* lattice.h - all that one run may be, boiled down to the best path for each way in and out.
 *
 * An edge is a path through a run. What stands before a run touches only the left class of its
 * first morpheme, what stands behind only the right class of its last; so the cheapest path for
 * each pair of them is all that a sentence needs, and runs can be kept and used again.
 */
#ifndef KTI_ANALYZE_LATTICE_H
#define KTI_ANALYZE_LATTICE_H

#include "analyze/runs.h"
#include "core/arena.h"
#include "lexicon/lexicon.h"
#include "lexicon/morphs.h"

/* What a node stands for: a reading's number, or one of these with a number in the lower bits. */
#define KTI_NODE_UNKNOWN 0x80000000u /* a kti_unknown */
#define KTI_NODE_ENTRY   0x40000000u /* a row of the dictionaries of names */
#define KTI_NODE_NUMBER  0x3FFFFFFFu

typedef struct kti_node {
    uint32_t start, end; /* bytes of the run */
    uint32_t what;
} kti_node;

typedef struct kti_edge {
    int32_t cost;
    uint16_t left, right;
    uint32_t first_node; /* among the nodes of its kti_edges */
    uint16_t node_count;
    uint8_t flags; /* KTI_FACT_BEHIND, KTI_FACT_JOSA of the first morpheme */
} kti_edge;

typedef struct kti_edges {
    const kti_edge *items; /* cheapest first; at least one */
    const kti_node *nodes;
    uint32_t count;
} kti_edges;

/* Solves one run. Scratch and result are in the two arenas. KT_ERR_NOMEM. */
kt_status kti_lattice_solve(const kti_lexicon *lexicon, kt_str run, kti_run_kind kind,
                            kti_arena *scratch, kti_arena *arena, kti_edges *out);

#endif
