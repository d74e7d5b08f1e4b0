/* cp949.h - windows-949 to UTF-8 by a table of its pairs, which ICU fills once. */
#ifndef KTI_UNICODE_CP949_H
#define KTI_UNICODE_CP949_H

#include "core/buf.h"
#include "unicode/uni.h"

/* Below this a table is not worth filling. */
enum { KTI_CP949_WORTH = 32 << 10 };

/* Decodes `bytes` as far as every byte and pair is a character; returns where that is. 0 without
 * ICU, without memory and for short text as long as there is no table. */
size_t kti_cp949_decode(kti_uni *uni, kt_str bytes, kti_buf *out);

#endif
