/* charset.h - encodings: detection joining ICU and uchardet, and conversion. */
#ifndef KTI_UNICODE_CHARSET_H
#define KTI_UNICODE_CHARSET_H

#include "core/buf.h"
#include "kotext/charset.h"
#include "unicode/uni.h"

void kti_charset_detect(kt_str bytes, kt_charset_guess *guess);

/* kt_charset_choose(). */
kt_charset_guess kti_charset_choose(kt_str bytes, const char *asked);

/* The name we know an encoding by, however it is spelt; `name` itself when it is none of ours. */
const char *kti_charset_name(const char *name);

/* These take such a name. */
bool kti_charset_is_utf8(const char *name);    /* or ASCII: bytes are text as they are */
bool kti_charset_wants_mark(const char *name); /* without one its order is not told */

/* UTF-16 and UTF-32 without an order: the one that is usual, which a mark tells. Else `name`. */
const char *kti_charset_usual_order(const char *name);

/* A fixed-width or UTF-16 form: unit size in bytes, 0 for none of them. */
typedef struct kti_wide_form {
    unsigned unit;
    bool little;
} kti_wide_form;

kti_wide_form kti_wide_form_of(const char *name);

/* `out` gets UTF-8; `*bad` the offset of the first byte that is no text, or SIZE_MAX. */
kt_status kti_charset_decode(kti_uni *uni, kt_str bytes, const char *charset, kti_buf *out,
                             size_t *bad);
/* `*bad`: the first character that the charset lacks; `out` may end there. */
kt_status kti_charset_encode(kti_uni *uni, kt_str text, const char *charset, int bom, kti_buf *out,
                             size_t *bad);

#endif
