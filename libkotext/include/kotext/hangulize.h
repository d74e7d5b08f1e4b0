/* kotext/hangulize.h - romanized Korean back to Hangul. */
#ifndef KOTEXT_HANGULIZE_H
#define KOTEXT_HANGULIZE_H

#include "engine.h"
#include "romanize.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Since: 0.9 */
typedef struct kt_hangulize_options {
    size_t size;
    kt_scheme from; /* the scheme that the text is written in */
    uint32_t nbest; /* how many readings at the most; 0 = 1, at most 32 */
} kt_hangulize_options;

#define KT_HANGULIZE_INIT                                                                          \
    { sizeof(kt_hangulize_options), KT_SCHEME_RR, 0 }

/* One way to read the text. Since: 0.9 */
typedef struct kt_hangulized {
    kt_str text;   /* valid until the next call on the context */
    uint32_t cost; /* lower is likelier; comparable within one text */
} kt_hangulized;

/* Writes romanized text in Hangul, `*list` the likeliest first; there is always one.
 *
 * rr-letter, iso11941-1 and iso11941-2 are undone exactly: what kt_romanize() made of a text gives
 * that text (in NFC). The schemes that write sounds allow several spellings (독립 and 동닙 are both
 * dongnip); those come first that are words, and that the scheme writes to the letter. Diacritics,
 * apostrophes, hyphens and capitals may be missing. A word that the scheme cannot have written
 * stays as it is. KT_ERR_UNSUPPORTED for KT_SCHEME_HANGUL, KT_SCHEME_RESPELL. One thread a context.
 * Since: 0.9 */
KT_API kt_status kt_hangulize(kt_ctx *ctx, kt_str in, const kt_hangulize_options *opts,
                              const kt_hangulized **list, size_t *count);

#ifdef __cplusplus
}
#endif

#endif
