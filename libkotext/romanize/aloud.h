/* aloud.h - digits, signs and Latin letters as they are read aloud, in Hangul. */
#ifndef KTI_ROMANIZE_ALOUD_H
#define KTI_ROMANIZE_ALOUD_H

#include "core/buf.h"
#include "core/str.h"

/* ---- numbers (numbers.c) -------------------------------------------------------------------- */

/* The Sino-Korean reading of digits (at most 20; longer ones digit by digit). */
void kti_number_hangul(kt_str digits, kti_buf *out);
/* 1 to 99 before a counter: 한, 스무, 서른두. False, and nothing added, for any other. */
bool kti_number_native(kt_str digits, kti_buf *out);
/* One by one, as telephone numbers are read: 공일공. */
void kti_number_digits(kt_str digits, kti_buf *out);
/* One by one behind the point: 영오. */
void kti_number_fraction(kt_str digits, kti_buf *out);

/* ---- tables (aloud_table.c) ----------------------------------------------------------------- */

/* Whether what is counted by `behind`, perhaps behind a blank, takes native numbers: 3시, but not
 * 3시즌. `before` is what stands before the digits. */
bool kti_counts_native(kt_str behind, kt_str digits, kt_str before);

/* Whether `behind` names an event called by its day: 6.25 전쟁; and whether it counts, so that a
 * middle dot before it stands between two numbers: 11·12일. */
bool kti_is_called_by_day(kt_str behind);
bool kti_is_counted_on(kt_str behind);

/* Whether `digits` is a number that one calls for help. */
bool kti_is_emergency(kt_str digits, kt_str behind);

/* The unit at the start of `behind`: how it is read; its bytes. 0 bytes: none. */
size_t kti_unit_read(kt_str behind, const char **reading);

/* How a capital is called; and abbreviations that are read as words (NATO 나토), NULL for others.
 */
const char *kti_letter_name(char letter);
const char *kti_abbreviation_word(kt_str letters);

/* ---- forms (aloud_forms.c) ------------------------------------------------------------------ */

/* Forms of several numbers: telephone numbers, dates, times, fractions. Reads what stands at `at`
 * and returns its end; `at` when it is none. `out` is empty. */
size_t kti_form_read(kt_str text, size_t at, kti_buf *out);

#endif
