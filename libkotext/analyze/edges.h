/* edges.h - what a reading says of the ends and beginnings of its words. */
#ifndef KTI_ANALYZE_EDGES_H
#define KTI_ANALYZE_EDGES_H

#include "core/arena.h"
#include "kotext/analyze.h"
#include "segment/edges.h"

/* An edge for each word of a reading of `text`, in `arena`; laughter at the end of a word is left
 * out of it. KT_ERR_NOMEM. */
kt_status kti_edges_of(kt_str text, const kt_analysis *reading, kti_arena *arena, kti_edge **edges,
                       size_t *count);

/* What the end of `text`, one word that is read so, may say behind any other word: a set with the
 * bit of each kti_closing. In `arena`. KT_ERR_NOMEM. */
kt_status kti_closings_of(kt_str text, const kt_analysis *reading, kti_arena *arena,
                          unsigned *closings);

#endif
