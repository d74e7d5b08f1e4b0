/* kotext/charset.h - which encoding a file is in, and its text as UTF-8. */
#ifndef KOTEXT_CHARSET_H
#define KOTEXT_CHARSET_H

#include "engine.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What is known of a file's bytes. Since: 0.9 */
typedef struct kt_charset_guess {
    const char
        *name; /* "UTF-8", "UTF-16LE", "windows-949", "US-ASCII", ...; "" = no idea. Static */
    float confidence;     /* 0..1 */
    uint32_t bom_len;     /* bytes of byte order mark at the start */
    const char *evidence; /* "byte order mark", "valid UTF-8", "detectors agree", ... Static */
} kt_charset_guess;

/* Guesses from (a prefix of) the bytes. CP949 and EUC-KR are both "windows-949"; UTF-16 is found
 * without a byte order mark too. KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_charset_detect(kt_ctx *ctx, kt_str bytes, kt_charset_guess *guess);

/* What `bytes` are to be read as when `asked` is the encoding that somebody named (NULL: nobody
 * did; then UTF-8 where the guess is not sure). `name` is how this library spells it, however
 * `asked` does ("utf-16le", "cp949"), or `asked` itself where it is one that only ICU may know;
 * "UTF-16" and "UTF-32" get the order that the mark or the bytes tell. Of no bytes: how an encoding
 * is spelt. Any thread. Since: 0.10 */
KT_API kt_charset_guess kt_charset_choose(kt_str bytes, const char *asked);

/* Converts `bytes` (byte order mark and all) from `charset` (NULL: detect) to UTF-8. A byte
 * order mark is dropped. Bytes that are no text become U+FFFD; with `strict`, KT_ERR_ENCODING and
 * the offset in kt_ctx_error(). `*out` stays valid until the next call on `ctx`; for UTF-8 input
 * it may point into `bytes`. KT_ERR_UNSUPPORTED: unknown charset. Since: 0.9 */
KT_API kt_status kt_charset_decode(kt_ctx *ctx, kt_str bytes, const char *charset, int strict,
                                   kt_str *out);

/* The reverse. Characters that `charset` lacks are KT_ERR_ENCODING. `bom` non-zero writes a byte
 * order mark where the charset has one; "UTF-16" and "UTF-32" are written little-endian and are not
 * told without it. `*out` as above. Since: 0.9 */
KT_API kt_status kt_charset_encode(kt_ctx *ctx, kt_str text, const char *charset, int bom,
                                   kt_str *out);

#ifdef __cplusplus
}
#endif

#endif
