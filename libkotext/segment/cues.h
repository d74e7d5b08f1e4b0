/* cues.h - how closely words belong together, by their spelling alone. */
#ifndef KTI_SEGMENT_CUES_H
#define KTI_SEGMENT_CUES_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/joint.h"
#include "kotext/base.h"

/* A joint for each white space between words, where no word list tells more. In `arena`.
 * KT_ERR_NOMEM. */
kt_status kti_cue_joints(kt_str text, kti_arena *arena, kti_joints *out);

/* The bond of two words of Latin letters, marks included, read as English. */
kti_bond kti_cue_english(kt_str left, kt_str right);

/* `word` without the ASCII marks, quotes and brackets at its ends. */
kt_str kti_cue_core(kt_str word);

/* What a mark at the end of `word` says; KTI_BONDS when there is none. */
kti_bond kti_cue_mark(kt_str word);

/* Whether `form` is one of the words of `list`, which spaces part. */
bool kti_cue_among(kt_str form, const char *list);

#endif
