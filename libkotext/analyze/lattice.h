/* lattice.h - all that a run, or the rest of one, may be: the best path for each way in and out.
 *
 * An edge is a path to the end of the run. What stands before it touches only the left class of its
 * first morpheme, what stands behind only the right class of its last; so the cheapest path for
 * each pair of them is all that a sentence needs. An edge is a node and an edge of what is left
 * behind that: the endings and particles of a language are few, so rests are solved once and shared
 * by all the words they end.
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
#define KTI_NODE_DRAWN   0x20000000u /* with a reading: some syllables are drawn out */
#define KTI_NODE_OPENED  0x10000000u /* and: less the last final (analyze/spoken.h) */
#define KTI_NODE_NUMBER  0x0FFFFFFFu

enum { KTI_EDGES_MOST = 24 };  /* of one text */
enum { KTI_EDGE_REPEATS = 1 }; /* a cheaper edge of the same list has its left class */

typedef struct kti_edge {
    int32_t cost;
    uint32_t what;               /* the first node */
    const struct kti_edge *rest; /* behind it; NULL = it goes to the end */
    uint16_t left, right;
    uint16_t len;  /* of the first node, bytes */
    uint8_t facts; /* KTI_FACT_BEHIND, KTI_FACT_JOSA of the first node */
    uint8_t flags; /* KTI_EDGE_* */
} kti_edge;

typedef struct kti_edges {
    const kti_edge *items; /* cheapest first */
    uint32_t count;        /* 0: nothing begins here */
} kti_edges;

/* The syllables or Hanja of a run; one that is drawn out is one letter. */
typedef struct kti_letters {
    kt_str run;
    kti_run_kind kind;
    uint32_t count;
    uint32_t cps[KTI_RUN_SYLLABLES];
    uint16_t at[KTI_RUN_SYLLABLES + 1]; /* bytes; the last is the run's length */
} kti_letters;

/* Solves the letters from `from` on, given the edges behind each later letter (`behind[i]` begins
 * at letter i). From 0 there is at least one edge. The result is in the arena. KT_ERR_NOMEM. */
kt_status kti_lattice_solve(const kti_lexicon *lexicon, const kti_letters *letters, size_t from,
                            const kti_edges behind[], kti_arena *arena, kti_edges *out);

#endif
