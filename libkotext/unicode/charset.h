/* charset.h - encodings: detection joining ICU and uchardet, and conversion. */
#ifndef KTI_UNICODE_CHARSET_H
#define KTI_UNICODE_CHARSET_H

#include "core/buf.h"
#include "kotext/charset.h"
#include "unicode/uni.h"

void kti_charset_detect(kt_str bytes, kt_charset_guess *guess);

/* `out` gets UTF-8; `*bad` the offset of the first byte that is no text, or SIZE_MAX. */
kt_status kti_charset_decode(kti_uni *uni, kt_str bytes, const char *charset, kti_buf *out,
                             size_t *bad);
kt_status kti_charset_encode(kti_uni *uni, kt_str text, const char *charset, int bom, kti_buf *out,
                             size_t *bad);

#endif
