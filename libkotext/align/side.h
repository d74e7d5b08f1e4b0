/* side.h - one side of a job cut into pieces: units, or the sentences inside them. */
#ifndef KTI_ALIGN_SIDE_H
#define KTI_ALIGN_SIDE_H

#include "align/beads.h"
#include "lexicon/lexicon.h"
#include "unicode/uni.h"

typedef struct kti_side {
    const kt_align_unit *units;
    size_t unit_count;
    /* pieces: where they lie */
    uint32_t *unit_of;
    kt_span *span_of;
    size_t count;
} kti_side;

/* Each unit is one piece. */
kt_status kti_side_whole(const kt_align_unit *units, size_t count, kti_arena *arena, kti_side *out);

/* Each sentence is one piece. */
kt_status kti_side_sentences(kti_uni *uni, const kt_align_unit *units, size_t count,
                             kti_arena *arena, kti_side *out);

/* What sentence alignment compares: lengths, and anchors from digits, Latin words and names. */
kt_status kti_side_pieces(const kti_lexicon *lexicon, const kti_side *side, kti_arena *arena,
                          kti_piece **out);

kt_str kti_side_text(const kti_side *side, size_t piece);

#endif
