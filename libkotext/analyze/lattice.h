/* lattice.h - all that a run, or the rest of one, may be: the best path for each way in and out.
 *
 * An edge is a path to the end of the run: a node and an edge of what is left behind that. The
 * endings and particles of a language are few, so rests are solved once and shared by all the words
 * they end. An edge names its rest by number, so that it stays short and may be copied. The edges
 * of a whole run are written out as its choices, which need no rest any more.
 */
#ifndef KTI_ANALYZE_LATTICE_H
#define KTI_ANALYZE_LATTICE_H

#include "analyze/choices.h"
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

enum { KTI_EDGES_MOST = KTI_CHOICES_MOST }; /* of one text */

typedef struct kti_edge {
    int32_t cost;
    uint32_t what; /* the first node */
    uint16_t left, right;
    uint8_t letters;  /* of the first node */
    uint8_t rest;     /* which of the edges behind those letters goes on */
    uint8_t entrance; /* which left class of the list it has, in the order of their cheapest */
    uint8_t facts;    /* KTI_FACT_BEHIND, KTI_FACT_JOSA of the first node */
} kti_edge;

/* The edges of the rest of a run. */
typedef struct kti_edges {
    const struct kti_edges *behind; /* those of all but its first letter; NULL = it has no other */
    uint32_t cp;                    /* of the first letter */
    uint8_t bytes;                  /* and how many it takes */
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

/* A word of the list: its readings, and the letter behind it. */
typedef struct kti_found {
    uint32_t first;
    uint16_t count;
    uint8_t end;
} kti_found;

/* The words that begin at some letters of a run. */
typedef struct kti_run_words {
    uint8_t counts[KTI_RUN_SYLLABLES];
    kti_found found[KTI_RUN_SYLLABLES][KTI_RUN_SYLLABLES];
    uint32_t parents[KTI_RUN_SYLLABLES]; /* where the letters before the last one lead to */
} kti_run_words;

/* Finds those at the first `starts` letters, all at once: each step waits for memory, and they wait
 * together. */
void kti_lattice_find(const kti_morphs *morphs, const kti_run_letters *letters, size_t starts,
                      kti_run_words *out);

/* Solves the letters from `from` on, not 0, given the words that begin there, the edges behind each
 * later letter (`behind[i]` begins at letter i). The result is in the arena. KT_ERR_NOMEM. */
kt_status kti_lattice_rest(const kti_lexicon *lexicon, const kti_run_letters *letters, size_t from,
                           const kti_run_words *words, const kti_edges *const behind[],
                           kti_arena *arena, const kti_edges **out);

enum {
    KTI_RUN_NODES = KTI_EDGES_MOST * KTI_RUN_SYLLABLES, /* of a run's paths, at most */
    KTI_RUN_CHOICES = 256,                              /* bytes that its choices take at most */
    KTI_RUN_PATHS = 4 << 10                             /* and its paths */
};

/* Solves a whole run. There is room for KTI_RUN_CHOICES and KTI_RUN_PATHS bytes. */
void kti_lattice_run(const kti_lexicon *lexicon, const kti_run_letters *letters,
                     const kti_run_words *words, const kti_edges *const behind[],
                     kti_choices *choices, kti_paths *paths);

/* A copy with other edges behind it that say the same; NULL when out of memory. */
const kti_edges *kti_edges_copy(const kti_edges *edges, const kti_edges *behind, kti_arena *arena);

/* Bytes that it takes. */
static inline size_t kti_edges_size(const kti_edges *edges) {
    return sizeof *edges + edges->count * sizeof *edges->items + edges->entrances;
}

#endif
