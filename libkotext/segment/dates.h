/* dates.h - dates of numbers with a full stop behind each: 2026. 6. 3. */
#ifndef KTI_SEGMENT_DATES_H
#define KTI_SEGMENT_DATES_H

#include <stdbool.h>

#include "core/str.h"

/* Where the date that begins at `at` ends, its last full stop included: year, month and perhaps day
 * (2026. 6. 3.), with or without blanks, the year of two digits behind an apostrophe ('26. 6.); or
 * month and day (6. 3.). `at` when none does. */
size_t kti_date_end(kt_str text, size_t at);

/* Whether the full stop behind the number that begins at `at` is of a date. */
bool kti_is_in_date(kt_str text, size_t at);

#endif
