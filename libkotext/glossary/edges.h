/* edges.h - where a term may begin and end in running text. */
#ifndef KTI_GLOSSARY_EDGES_H
#define KTI_GLOSSARY_EDGES_H

#include <stdbool.h>

#include "kotext/base.h"

/* What a code point is to its neighbours; or-ed. */
enum { KTI_EDGE_WORD = 1 << 0 /* Latin, digits, marks */, KTI_EDGE_HANGUL = 1 << 1 };

unsigned kti_edge_class(uint32_t cp);

/* Hangul begins where Hangul does, a word where no word is; anything else anywhere. */
static inline bool kti_edge_begins(unsigned before, unsigned here) {
    if ((here & KTI_EDGE_HANGUL) != 0) return (before & KTI_EDGE_HANGUL) == 0;
    return (before & here & KTI_EDGE_WORD) == 0;
}

/* The syllables of what may follow a term, where it begins, inside, where it ends: one bit for a
 * few of them. */
enum { KTI_EDGE_BITS = 2048 };
typedef struct kti_edge_particles {
    unsigned char begin[KTI_EDGE_BITS / 8], any[KTI_EDGE_BITS / 8], end[KTI_EDGE_BITS / 8];
} kti_edge_particles;

void kti_edge_particles_make(kti_edge_particles *particles);

/* What stood behind terms before, and whether it may: of a text the same few particles. */
enum { KTI_EDGE_SLOTS = 256, KTI_EDGE_REST = 15 };
typedef struct kti_edge_memo {
    struct {
        char rest[KTI_EDGE_REST]; /* zeros behind it */
        unsigned char told;       /* 0: nothing; else its length, how the term ended, the answer */
    } slots[KTI_EDGE_SLOTS];
} kti_edge_memo;

/* Whether a term met from `start` to `end` may end there: behind Hangul stands no Hangul but
 * particles, and what goes before them (님). `memo` is all zero at first. */
bool kti_edge_ends(kt_str text, size_t start, size_t end, const kti_edge_particles *particles,
                   kti_edge_memo *memo);

#endif
