/* lattice.h - all that a run, or the rest of one, may be: the best path for each way in and out.
 *
 * An edge is a path to the end of the run. What stands before it touches only the left class of its
 * first morpheme, what stands behind only the right class of its last; so the cheapest path for
 * each pair of them is all that a sentence needs. An edge is a node and an edge of what is left
 * behind that: the endings and particles of a language are few, so rests are solved once and shared
 * by all the words they end. An edge names its rest by number, so that it
 * stays short and may be copied: there are many.
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

enum { KTI_EDGES_MOST = 24 }; /* of one text */

typedef struct kti_edge {
    int32_t cost;
    uint32_t what; /* the first node */
    uint16_t left, right;
    uint8_t letters;  /* of the first node */
    uint8_t rest;     /* which of the edges behind those letters goes on */
    uint8_t entrance; /* which left class of the list it has, in the order of their cheapest */
    uint8_t facts;    /* KTI_FACT_BEHIND, KTI_FACT_JOSA of the first node */
} kti_edge;

/* The edges of a run or of a rest of it. */
typedef struct kti_edges {
    const struct kti_edges *behind; /* those of all but its first letter; NULL = it has no other */
    uint32_t name;                  /* of a rest its first letter, of a run a number of its own */
    uint8_t bytes;                  /* that the first letter takes */
    uint8_t count, entrances;       /* left classes */
    kti_edge items[];               /* cheapest first; none when nothing begins here */
} kti_edges;

/* For each entrance the number of its first edge, the cheapest: they lie behind the items. */
static inline const uint8_t *kti_edges_firsts(const kti_edges *edges) {
    return (const uint8_t *)(edges->items + edges->count);
}

/* The syllables or Hanja of a run; one that is drawn out is one letter. */
typedef struct kti_run_letters {
    kt_str run;
    kti_run_kind kind;
    uint32_t count;
    uint32_t cps[KTI_RUN_SYLLABLES];
    uint16_t at[KTI_RUN_SYLLABLES + 1]; /* bytes; the last is the run's length */
} kti_run_letters;

/* Solves the letters from `from` on, given the edges behind each later letter (`behind[i]` begins
 * at letter i). From 0 there is at least one edge, and `name` is the run's number. The result is in
 * the arena, with a copy of `text` right before it. KT_ERR_NOMEM. */
kt_status kti_lattice_solve(const kti_lexicon *lexicon, const kti_run_letters *letters, size_t from,
                            const kti_edges *const behind[], kt_str text, uint32_t name,
                            kti_arena *arena, const kti_edges **out);

/* A copy with other edges behind it that say the same, and with its own text; NULL when out of
 * memory. */
const kti_edges *kti_edges_copy(const kti_edges *edges, const kti_edges *behind, kt_str text,
                                kti_arena *arena);

/* The text of so many bytes that lies before it. */
static inline const char *kti_edges_text(const kti_edges *edges, size_t len) {
    return (const char *)edges -
           (len + sizeof edges->behind - 1) / sizeof edges->behind * sizeof edges->behind;
}

/* Bytes that it takes, without the text. */
static inline size_t kti_edges_size(const kti_edges *edges) {
    return sizeof *edges + edges->count * sizeof *edges->items + edges->entrances;
}

#endif
