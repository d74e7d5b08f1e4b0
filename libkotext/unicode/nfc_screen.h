/* nfc_screen.h - a quick look ahead in text that is in NFC. */
#ifndef KTI_UNICODE_NFC_SCREEN_H
#define KTI_UNICODE_NFC_SCREEN_H

#include "core/str.h"

/* A place at or after `at`, which must begin a code point, such that all before it is in NFC and
 * stays so whatever follows, and a piece begins there. `at` itself where there is nothing to gain;
 * by vectors where the processor has them, and no further than kti_nf_settled_slowly() goes. */
size_t kti_nfc_screen(kt_str text, size_t at);

#endif
