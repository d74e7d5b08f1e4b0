/* beam.h - the likeliest Hangul of one word by the two models together: a beam search letter by
 * letter over the joint n-grams, each step weighed by the tagger too. */
#ifndef KTI_TRANSLIT_BEAM_H
#define KTI_TRANSLIT_BEAM_H

#include "core/arena.h"
#include "translit/grams.h"
#include "translit/tagger.h"

enum { KTI_BEAM_WIDTH = 48 };

/* Room to work in; one for a thread, used again from word to word. */
typedef struct kti_beam_work kti_beam_work;

/* In the arena; NULL when out of memory. */
kti_beam_work *kti_beam_work_new(kti_arena *arena);

typedef struct kti_beam {
    const kti_grams *joint;
    const kti_tagger *tagger; /* weights NULL: the joint model alone */
    size_t beam;              /* at most KTI_BEAM_WIDTH */
    float limit;              /* paths this much worse than the best are given up, in nats */
    kti_beam_work *work;
    float joint_weight, tagger_weight;
} kti_beam;

/* The ln p of either model, unweighted, of the likeliest way to write a form. */
typedef struct kti_beam_parts {
    float joint, tags;
} kti_beam_parts;

typedef struct kti_beam_found {
    kt_str hangul; /* in the arena */
    float score;   /* weighted sum of ln p, over all ways to write it */
    kti_beam_parts parts;
} kti_beam_found;

/* Lists the likeliest Hangul of a word of at most KTI_LATIN_LONGEST letters, best first, no two
 * the same. KT_ERR_NOMEM. */
kt_status kti_beam_word(const kti_beam *search, const kti_tagged_word *word, kti_arena *arena,
                        kti_beam_found *found, size_t room, size_t *count);

#endif
