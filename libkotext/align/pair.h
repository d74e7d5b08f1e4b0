/* pair.h - how well one Korean name and one English stretch go together, and why. */
#ifndef KTI_ALIGN_PAIR_H
#define KTI_ALIGN_PAIR_H

#include "align/bones.h"
#include "align/cooccur.h"
#include "align/english.h"
#include "align/korean.h"
#include "align/memo.h"
#include "kotext/align.h"
#include "names/components.h"
#include "names/match.h"

typedef struct kti_pair {
    uint32_t name; /* index into kti_korean.names */
    kt_span en;
    kt_evidence evidence;
    float score;
    float weight; /* ln of how much likelier the two are together than by chance */
} kti_pair;

typedef struct kti_pairs {
    kti_pair *items;
    size_t count;
    size_t capacity;
    kti_arena *arena;
    bool failed; /* out of memory */
} kti_pairs;

/* What a whole job knows. */
typedef struct kti_job {
    kti_cooccur together; /* what comes together elsewhere */
    kti_bones bones;
    kti_component_index *components;
    kti_memo memo;
} kti_job;

/* Room for a job of `beads`, in the arena; nothing is counted yet. KT_ERR_NOMEM. */
kt_status kti_job_new(const kti_matcher *matcher, size_t beads, kti_arena *arena, kti_job *out);

/* Appends every pair of `ko` and `en` that scores at least `floor`. `counted` are the stretches of
 * `en` that were counted, if that was done; some are dropped. */
kt_status kti_pairs_find(const kti_matcher *matcher, const kti_korean *ko, const kti_english *en,
                         kti_en_stretches *counted, const kti_job *job, double floor,
                         kti_pairs *out);

/* The English title that stands before or behind `en` and renders the Korean one; empty for none.
 */
kt_span kti_pair_title(const kti_lexicon *lexicon, const kti_english *en, kt_str korean_title,
                       kt_span span);

#endif
