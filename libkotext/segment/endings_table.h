/* endings_table.h - the endings by which sentences end, dialects and web style included. */
#ifndef KTI_SEGMENT_ENDINGS_TABLE_H
#define KTI_SEGMENT_ENDINGS_TABLE_H

#include "core/str.h"

typedef struct kti_ending_row {
    kt_str ending; /* a letter before the first syllable is the final consonant before it */
    uint8_t read;  /* kti_closing where the word is known to be a predicate */
    uint8_t shape; /* where only its spelling is known */
} kti_ending_row;

/* In the order of their last syllables. */
extern const kti_ending_row kti_ending_rows[];
extern const size_t kti_ending_row_count;

#endif
