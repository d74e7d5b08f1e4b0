/* kotext/segment.h - where text divides: graphemes, syllables, eojeol, words, sentences, lines. */
#ifndef KOTEXT_SEGMENT_H
#define KOTEXT_SEGMENT_H

#include "engine.h"
#include "token.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Since: 0.9 */
typedef enum kt_unit {
    KT_UNIT_GRAPHEME = 0, /* UAX #29 extended grapheme clusters */
    KT_UNIT_SYLLABLE = 1, /* a Hangul syllable (composed or conjoining), else a grapheme */
    KT_UNIT_EOJEOL = 2,   /* what stands between white space */
    KT_UNIT_WORD = 3,     /* UAX #29 words; Hangul with digits or Latin glued to it stays whole */
    KT_UNIT_SENTENCE = 4, /* UAX #29 tailored to Korean; see kt_segment */
    KT_UNIT_LINE = 5,     /* lines of limited width; see kt_segment_options */
    KT_UNIT_MORPHEME = 6  /* morphemes; those fused in a syllable (갔) stay together */
} kt_unit;

/* How lines are filled. BALANCED and PHRASE break where the words are least bound to each other: a
 * clause or a phrase ends rather than a modifier loses its head (좋은 | 집), a bound noun its verb
 * (할 수 | 있다) or a name its title. They read the text as kt_analyze does; without the word list
 * in the data, spelling gives the cues. Since: 0.9 */
typedef enum kt_fill {
    KT_FILL_BALANCED = 0, /* the fewest lines, broken by grammar, then as even as can be */
    KT_FILL_GREEDY = 1,   /* as much as fits, whatever is cut */
    KT_FILL_PHRASE = 2    /* as BALANCED, and a line more where that keeps a phrase together */
} kt_fill;

/* Since: 0.9 */
typedef enum kt_breaks {
    KT_BREAKS_KEEP_ALL = 0, /* only at spaces; an eojeol wider than a line is cut at graphemes */
    KT_BREAKS_ANY = 1       /* UAX #14: between any two syllables */
} kt_breaks;

/* Widths are in half units: a wide character (Hangul, Hanja, kana) is 2; Latin, digits, space and
 * punctuation are 1. A Korean subtitle line of 16 is 32 here. Since: 0.9 */
typedef struct kt_segment_options {
    size_t size;
    kt_unit unit;
    uint32_t width; /* lines only: half units; 0 = 32 */
    kt_fill fill;
    kt_breaks breaks;
    const kt_token *tokens; /* optional: what is known of the text; sharpens sentences and lines */
    size_t token_count;
} kt_segment_options;

#define KT_SEGMENT_INIT                                                                            \
    { sizeof(kt_segment_options), KT_UNIT_WORD, 0, KT_FILL_BALANCED, KT_BREAKS_KEEP_ALL, NULL, 0 }

/* Divides `in`. For grapheme, syllable and word `*spans` tile the text, white space included; for
 * eojeol, sentence, line and morpheme they leave out the white space between units. A sentence ends
 * with its line, at a stop, or by its ending where nothing or only dots, laughter or an emoticon
 * follows, which stay with it; not inside quotations, nor before what takes
 * them up (라고), nor inside a token. A token of kind KT_TOKEN_FINAL ends one at white space.
 * `*spans` stays valid until the next call on `ctx`. `opts` NULL means words. KT_ERR_NOMEM,
 * KT_ERR_TOO_LARGE, KT_ERR_ARG; KT_ERR_UNSUPPORTED for word, sentence in a build without ICU.
 * Since: 0.9 */
KT_API kt_status kt_segment(kt_ctx *ctx, kt_str in, const kt_segment_options *opts,
                            const kt_span **spans, size_t *count);

/* The display width of `in` in half units (see above); marks and controls are 0. Since: 0.9 */
KT_API size_t kt_width(kt_str in);

#ifdef __cplusplus
}
#endif

#endif
