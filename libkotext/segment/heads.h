/* heads.h - what the text shows at the head of a sentence: items of lists, speakers, quotations. */
#ifndef KTI_SEGMENT_HEADS_H
#define KTI_SEGMENT_HEADS_H

#include "segment/edges.h"
#include "segment/quotes.h"

enum { KTI_SPEAKER_LONGEST = 10 /* letters */ };

/* What stands at `at`, an opening mark of kind `step` or anything else; KTI_OPENING_NONE when marks
 * say nothing. Looks a few words ahead at the most. */
kti_opening kti_head_at(kt_str text, size_t at, kti_quote_step step);

/* The number of the item that stands at `at`, as in "3. " or "27) "; 0 when none does. */
unsigned kti_item_number(kt_str text, size_t at);

#endif
