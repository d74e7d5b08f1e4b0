/* kotext/normalize.h - Unicode normalization and Korean practice, each step optional. */
#ifndef KOTEXT_NORMALIZE_H
#define KOTEXT_NORMALIZE_H

#include "engine.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The Unicode form of the result. Since: 0.9 */
typedef enum kt_form {
    KT_FORM_NFC = 0,
    KT_FORM_NFD = 1,
    KT_FORM_NFKC = 2,
    KT_FORM_NONE = 3 /* only the Korean steps */
} kt_form;

/* Korean steps, or-ed together. Since: 0.9 */
enum {
    KT_KOREAN_COMPAT_JAMO = 1 << 0, /* ㄱㅏ typed as letters -> 가; ㅋㅋ and lone letters stay */
    KT_KOREAN_HALFWIDTH = 1 << 1,   /* half-width jamo U+FFA0.. -> compatibility jamo */
    KT_KOREAN_CONJOINING = 1 << 2, /* lone conjoining jamo -> compatibility jamo */
    KT_KOREAN_MIDDLE_DOT = 1 << 3, /* U+318D, U+2022 and other dots between words -> U+00B7 */
    KT_KOREAN_QUOTES = 1 << 4,     /* curly and corner quotes -> ASCII quotes */
    KT_KOREAN_FULLWIDTH = 1 << 5,  /* full-width ASCII and space -> ASCII */
    KT_KOREAN_ZERO_WIDTH = 1 << 6, /* ZWSP, WJ, BOM inside text, soft hyphen dropped; ZWJ and
                                      ZWNJ kept where they shape a grapheme */
    KT_KOREAN_CONTROLS = 1 << 7,   /* stray C0 and C1 controls (not TAB, LF, CR) dropped */
    KT_KOREAN_HANJA = 1 << 8,      /* U+F900..FA0B -> the unified ideograph. Without it no form
                                      touches these code points: each one carries a reading (U+F914
                                      樂 is 락, U+6A02 樂 is 악), so read Hanja first. */
    KT_KOREAN_SPACES = 1 << 9,     /* NBSP and other Unicode spaces -> U+0020 */
    KT_KOREAN_DEFAULT = 0x0FF      /* the first eight */
};

/* Reads a comma list of step names (compat-jamo, halfwidth, conjoining, middle-dot, quotes,
 * fullwidth, zero-width, controls, hanja, spaces; default, all, none) into bits. KT_ERR_ARG for a
 * name that is not known. Any thread. Since: 0.9 */
KT_API kt_status kt_korean_steps(kt_str names, uint32_t *bits);

/* Since: 0.9 */
typedef struct kt_normalize_options {
    size_t size;
    kt_form form;
    uint32_t korean; /* KT_KOREAN_* bits; 0 = none */
    int strict;      /* non-zero: ill-formed UTF-8 is KT_ERR_UTF8, not U+FFFD */
} kt_normalize_options;

#define KT_NORMALIZE_INIT                                                                          \
    { sizeof(kt_normalize_options), KT_FORM_NFC, 0, 0 }

/* Non-zero when `in` is in `form` for sure, well formed and all: a look at its bytes that needs no
 * memory. 0 may mean "perhaps"; kt_normalize() tells. Any thread. Source: UAX #15, quick check.
 * Since: 0.9 */
KT_API int kt_is_normalized(kt_str in, kt_form form);

/* Normalizes `in`. Every edit names its step. `opts` NULL means plain NFC. Old Hangul (U+1112
 * U+119E U+11AB) stays a jamo sequence. KT_ERR_NOMEM, KT_ERR_TOO_LARGE, KT_ERR_UTF8, KT_ERR_ARG.
 * Cost is linear, also on long runs of combining marks. Since: 0.9 */
KT_API kt_status kt_normalize(kt_ctx *ctx, kt_str in, const kt_normalize_options *opts,
                              kt_text *out);

#ifdef __cplusplus
}
#endif

#endif
