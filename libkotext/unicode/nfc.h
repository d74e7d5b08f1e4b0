/* nfc.h - Unicode normalization forms (UAX #15). */
#ifndef KTI_UNICODE_NFC_H
#define KTI_UNICODE_NFC_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/text.h"

typedef enum kti_form { KTI_NFC, KTI_NFD, KTI_NFKC } kti_form;

/* Writes `in` in `form` to `out` edit by edit: what is already in the form is copied, each other
 * stretch between normalization boundaries is one edit with rule `rule`. Ill-formed bytes become
 * U+FFFD, an edit each. Linear in the length, also on long runs of combining marks. */
kt_status kti_nf(kti_form form, kt_str in, uint32_t rule, kti_arena *arena, kt_text *out);

/* The same with a rule of its own for ill-formed bytes. */
kt_status kti_nf_telling(kti_form form, kt_str in, uint32_t rule, uint32_t invalid,
                         kti_arena *arena, kt_text *out);

/* Whether `in` is surely in `form` already (a quick check: false may mean "perhaps"). */
bool kti_nf_is(kti_form form, kt_str in);

/* For short strings (keys, names): the form as a string in the arena; ptr NULL
 * without memory. */
kt_str kti_nf_short(kti_form form, kt_str in, kti_arena *arena);

#endif
