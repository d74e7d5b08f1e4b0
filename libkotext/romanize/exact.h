/* exact.h - the schemes that can be read back: letter by letter, with a mark where needed.
 *
 * A run of small letters and marks is Hangul. Marks and runs of vowel letters divide it; of the
 * consonants between two vowels the next syllable takes as many as it can (rr-letter) or one (ISO).
 * Between two backslashes stands text as it is; two backslashes are one. */
#ifndef KTI_ROMANIZE_EXACT_H
#define KTI_ROMANIZE_EXACT_H

#include "romanize/romanize.h"

/* Whether reading back would divide before + after at another place. */
bool kti_exact_ambiguous(const kti_scheme *scheme, const kti_syl *before, const kti_syl *after);

/* Where the run of ASCII text that must stand between backslashes ends; `at` when what stands
 * there needs none. */
size_t kti_exact_literal(const kti_scheme *scheme, kt_str text, size_t at, bool keep_latin);

/* Reads romanized text back. */
kt_status kti_exact_read(const kti_scheme *scheme, kt_str text, kt_text *out);

#endif
