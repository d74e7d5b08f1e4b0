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
/* The same without vectors, which they are held to. */
size_t kti_nf_settled_slowly(kt_str in, size_t at, kti_form form);

/* The code point of three bytes; 0 when they are none. */
static inline uint32_t kti_nf_three(const unsigned char *b) {
    uint32_t w = (uint32_t)b[0] << 16 | (uint32_t)b[1] << 8 | b[2];
    return (w & 0xF0C0C0) == 0xE08080 ? (w >> 4 & 0xF000) | (w >> 2 & 0xFC0) | (w & 0x3F) : 0;
}

/* Writes the modern Hangul that stands at `at`, and the ASCII in it, composed or taken apart, as
 * far as it goes without marks and old letters; returns where that is. The map is rolled, an edit
 * for each syllable. */
size_t kti_nf_hangul(kt_str in, size_t at, kti_form form, uint32_t rule, kt_text *out);

#endif
