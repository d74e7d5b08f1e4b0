/* cooccur.h - which Korean and English stretches keep coming together over a job, or a
 * window of a long one.
 *
 * Each bead counts the distinct stretches it holds on either side, and their pairs. Two that share
 * most of their beads name the same thing, though neither a dictionary nor the letters say so:
 * 북한 and North Korea. Stretches are kept as hashes in a table of bounded size.
 */
#ifndef KTI_ALIGN_COOCCUR_H
#define KTI_ALIGN_COOCCUR_H

#include "align/english.h"
#include "align/korean.h"

typedef struct kti_cooccur {
    uint64_t *slots;       /* a hash without its lowest 16 bits, and in these its count; 0 = free */
    size_t capacity, used; /* capacity: a power of two; 0: no room */
    uint32_t beads;
    bool on; /* false: nothing is counted */
} kti_cooccur;

enum {
    KTI_COOCCUR_LEAST = 24,    /* beads: with fewer, coming together says nothing */
    KTI_COOCCUR_MOST = 1 << 14 /* beads of a window, each of which counts a stretch once */
};

/* Room for windows of at most `beads`, KTI_COOCCUR_MOST of them, in the arena. KT_ERR_NOMEM. */
kt_status kti_cooccur_new(size_t beads, kti_arena *arena, kti_cooccur *out);

/* Forgets the last window; the next one has `beads`. */
void kti_cooccur_begin(kti_cooccur *c, size_t beads);

/* An English stretch that may be a name, by its words. */
typedef struct kti_en_stretch {
    uint32_t first, last;
    uint64_t hash;
    uint64_t initials; /* of two words and more: of U and S; else 0 */
} kti_en_stretch;

typedef struct kti_en_stretches {
    kti_en_stretch *items;
    size_t count;
} kti_en_stretches;

/* Lists the English stretches of a bead that are counted, in `arena`, which may be `scratch`.
 * KT_ERR_NOMEM. Linear. */
kt_status kti_en_stretches_find(const kti_english *en, kti_arena *scratch, kti_arena *arena,
                                kti_en_stretches *out);

/* Counts what a bead holds; the lists lie in `scratch`. KT_ERR_NOMEM. */
kt_status kti_cooccur_count(kti_cooccur *c, const kti_korean *ko, const kti_en_stretches *en,
                            kti_arena *scratch);

/* Whether a name is counted: common words, and what may be a stem, are not. */
bool kti_cooccur_counts(const kti_ko_name *name);

/* The hash of a Korean name. */
uint64_t kti_cooccur_name(kt_str ko);

/* To be called some time before the count of a name or a stretch is asked for. */
void kti_cooccur_fetch(const kti_cooccur *c, uint64_t stretch);

/* Whether a name or a stretch was counted often enough for kti_cooccur_score() to be above 0. */
bool kti_cooccur_comes_again(const kti_cooccur *c, uint64_t stretch);

/* How well a name and a stretch, by their hashes, go together over a job that was counted: 0, or
 * 0.4 to 1. */
double kti_cooccur_score(const kti_cooccur *c, uint64_t ko, uint64_t en);

#endif
