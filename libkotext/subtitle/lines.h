/* lines.h - reading lines, numbers and times. */
#ifndef KTI_SUBTITLE_LINES_H
#define KTI_SUBTITLE_LINES_H

#include <stdbool.h>

#include "core/buf.h"
#include "core/str.h"

typedef struct kti_line {
    kt_str text;
    size_t start;
    size_t end;  /* of the text */
    size_t next; /* where the following line starts */
} kti_line;

/* The line at `at`; it ends with LF, CR LF, CR, or the text. */
kti_line kti_line_at(kt_str text, size_t at);

bool kti_is_blank(kt_str text);

/* Whether `prefix` begins `text`, letters without case. */
bool kti_starts_nocase(kt_str text, const char *prefix);
bool kti_eq_nocase(kt_str text, const char *other);

/* Each takes something off the front of `*rest`; false (with `*rest` anywhere) when it is not
 * there. Numbers hold up to nine digits. */
bool kti_take_number(kt_str *rest, int64_t *value, size_t *digits);
void kti_take_blanks(kt_str *rest); /* spaces and tabs */

/* hours:minutes:seconds and a fraction behind any char of `marks`; hours and fraction may be
 * missing. */
bool kti_take_time(kt_str *rest, const char *marks, int64_t *ms);

/* Hours, minutes, seconds, and `digits` of the second, each behind its mark. Without hours when
 * they are 0 and `hours` is 0; else with that many digits at least. */
typedef struct kti_time_shape {
    int hours;
    char mark;
    int digits;
} kti_time_shape;

void kti_add_time_text(int64_t ms, kti_time_shape shape, kti_buf *out);

/* The shape of a time in the file; `other` when it is empty. */
kti_time_shape kti_shape_of(kt_str time, kti_time_shape other);

/* With leading zeros. */
void kti_add_padded(kti_buf *out, int64_t value, int digits);

#endif
