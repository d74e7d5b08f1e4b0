/* nfc_quick.h - the parts of normalization that need no tables: text that is settled, and Hangul.
 */
#ifndef KTI_UNICODE_NFC_QUICK_H
#define KTI_UNICODE_NFC_QUICK_H

#include "core/utf8.h"
#include "unicode/nfc.h"

/* Whether no composition joins `cp` to what stands before it. All starters that do join are vowel
 * signs (marks) or jamo. */
bool kti_nf_begins_piece(uint32_t cp, kti_form form);

/* The end of the run from `at` that passes through unchanged, whatever follows it. */
size_t kti_nf_settled(kt_str in, size_t at, kti_form form);

/* Writes the modern Hangul that stands at `at`, an edit each, composed or taken apart, as far as it
 * goes without marks and old letters; returns where that is. */
size_t kti_nf_hangul(kt_str in, size_t at, kti_form form, uint32_t rule, kt_text *out);

#endif
