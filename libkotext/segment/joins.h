/* joins.h - where a stop ends no sentence: before 라고 and its like, behind abbreviations. */
#ifndef KTI_SEGMENT_JOINS_H
#define KTI_SEGMENT_JOINS_H

#include <stdbool.h>

#include "core/str.h"

/* Whether the word at `at` takes up the quotation or question right before it: "왔다."라고, 왜?
 * 라는. */
bool kti_before_quotative(kt_str text, size_t at);

/* Whether the period before the white space that ends at `at` belongs to its word: J. K. / U.S. /
 * No. / 2026. 6. 3. / "3. 결론" at the start of a sentence (`start`). */
bool kti_after_abbreviation(kt_str text, size_t start, size_t at);

#endif
