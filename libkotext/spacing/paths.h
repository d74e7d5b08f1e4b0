/* paths.h - the cheapest way to read and to space a stretch of Hangul.
 *
 * A lattice like that of analyze/, but over syllables whose spaces are evidence, not walls: between
 * two morphemes a space may be put in or taken out, and a word may run through one, at the costs of
 * rules.h.
 */
#ifndef KTI_SPACING_PATHS_H
#define KTI_SPACING_PATHS_H

#include "core/arena.h"
#include "lexicon/lexicon.h"
#include "spacing/rules.h"
#include "spacing/stretch.h"
#include "spacing/words.h"

/* What stands before a stretch, or behind a decided part of it. */
typedef struct kti_spacing_state {
    uint16_t right; /* class of morphs.h */
    kti_end end;
} kti_spacing_state;

/* What is known when a stretch is read. */
typedef struct kti_spacing_task {
    const kti_lexicon *lexicon;
    kti_spacing_store *store;
    const kti_spacing_costs *costs;
    const kti_stretch *stretch;
    kti_spacing_state before;
    kti_gap first; /* the gap before the first syllable */
    uint16_t next; /* left class of what stands behind the stretch */
} kti_spacing_task;

/* The gaps of a stretch as they are to be. */
typedef struct kti_spacing_plan {
    uint32_t count;             /* syllables decided: all, or fewer of a stretch that goes on */
    uint32_t rule[KTI_STRETCH]; /* of the change of the gap before each syllable; 0 = none */
    kti_spacing_state after;
} kti_spacing_plan;

typedef struct kti_paths kti_paths; /* scratch, used again and again */

kti_paths *kti_paths_new(kti_arena *arena); /* NULL when out of memory */

/* KT_ERR_NOMEM. */
kt_status kti_paths_plan(kti_paths *paths, const kti_spacing_task *task, kti_spacing_plan *out);

#endif
