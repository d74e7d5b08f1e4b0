/* quotes.h - what stands open while text is read: quotation marks, brackets. */
#ifndef KTI_SEGMENT_QUOTES_H
#define KTI_SEGMENT_QUOTES_H

#include <stdbool.h>

#include "core/utf8.h"

enum { KTI_PAIRS = 15, KTI_QUOTES_DEEPEST = 8 };

/* What is known of the closers of one pair: none stands in [.., read) but at `next`. */
typedef struct kti_reach {
    size_t read;
    size_t next;
} kti_reach;

/* Zeroed to begin with; `depth` is how many stand open. */
typedef struct kti_quotes {
    uint8_t open[KTI_QUOTES_DEEPEST]; /* pairs */
    size_t depth;
    kti_reach reach[KTI_PAIRS];
} kti_quotes;

typedef enum kti_quote_step {
    KTI_QUOTE_NONE,   /* no quotation mark, or one that opens and closes nothing */
    KTI_QUOTE_OPENS,  /* a quotation, a title */
    KTI_QUOTE_CLOSES, /* one that was open */
    KTI_ASIDE_OPENS,  /* a bracket */
    KTI_ASIDE_CLOSES,
    KTI_ASIDE_DANGLES /* a bracket that opens and is never closed */
} kti_quote_step;

/* Reads the code point at `at`. Opening marks count when they close within reach and the paragraph.
 * Reading a whole text is linear. */
kti_quote_step kti_quotes_read(kti_quotes *quotes, kt_str text, size_t at, kti_cp unit);

/* Whether `cp` may close a quotation or a bracket. */
bool kti_is_closer(uint32_t cp);

#endif
