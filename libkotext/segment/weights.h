/* weights.h - what speaks for and against the end of a sentence. */
#ifndef KTI_SEGMENT_WEIGHTS_H
#define KTI_SEGMENT_WEIGHTS_H

#include "segment/edges.h"
#include "segment/tail.h"

/* Tenfold log-odds, by feel of grammar: a sentence ends where the sum is more than 0. */

/* Of the end of a word with the marks behind it. */
int kti_weight_closing(kti_closing closing, kti_mark mark);

/* Of the best of the closings in `may` (possible.h) and of those that are always possible. */
int kti_weight_best(unsigned may, kti_mark mark);

/* Of marks no space follows. */
int kti_weight_glued(kti_mark mark);

/* Of the beginning of the next word. */
int kti_weight_opening(kti_opening opening);

enum {
    KTI_WEIGHT_BEST_OPENING = 9, /* of any opening: without hope of it nobody need look */
    KTI_WEIGHT_STAMMER = -6      /* dots behind the first word of a sentence: 어... 그게 */
};

#endif
