/* segment.h - one function per unit; each appends spans of `text` in order. */
#ifndef KTI_SEGMENT_SEGMENT_H
#define KTI_SEGMENT_SEGMENT_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/joint.h"
#include "kotext/segment.h"
#include "segment/edges.h"
#include "segment/ends.h"
#include "segment/possible.h"
#include "unicode/uni.h"

typedef struct kti_spans {
    kt_span *items;
    size_t count;
    size_t capacity;
    kti_arena *arena;
    bool failed; /* out of memory: check once at the end */
} kti_spans;

void kti_spans_init(kti_spans *spans, kti_arena *arena);
void kti_spans_add(kti_spans *spans, size_t start, size_t end);

/* The same for inner loops. */
static inline void kti_spans_push(kti_spans *spans, size_t start, size_t end) {
    if (spans->count < spans->capacity)
        spans->items[spans->count++] = (kt_span){(uint32_t)start, (uint32_t)end};
    else
        kti_spans_add(spans, start, end);
}

/* UAX #29's paragraph separators. */
static inline bool kti_is_line_end(uint32_t cp) {
    return cp == '\n' || cp == '\r' || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

kt_status kti_spans_status(const kti_spans *spans);

kt_status kti_segment_graphemes(kt_str text, kti_spans *out);
kt_status kti_segment_syllables(kt_str text, kti_spans *out);
kt_status kti_segment_eojeols(kt_str text, kti_spans *out);
kt_status kti_segment_words(kti_uni *uni, kt_str text, kti_spans *out);
/* The same by the break iterator alone, which the quick way is held to. */
kt_status kti_segment_words_slowly(kti_uni *uni, kt_str text, kti_spans *out);

/* Tells the edges at a gap of `text`: of the word that ends at `word` and of the one that begins at
 * `at`, as far as what stands around them tells. */
typedef kt_status (*kti_read_gap)(void *reader, kt_str text, size_t word, size_t at, kti_seam *out);

/* What is known of a text whose sentences are asked for. No token straddles two sentences. Without
 * a reader (NULL) the spelling of words is all there is. */
typedef struct kti_known {
    const kt_token *tokens;
    size_t token_count;
    kti_read_gap read;
    kti_read_word read_word;
    void *reader;
    const kti_possible *possible;
    kti_ends *ends; /* with `possible`: of words met before */
    bool slowly;    /* every gap is read, which those passed over are held to */
} kti_known;

/* `known` may be NULL. */
kt_status kti_segment_sentences(kti_uni *uni, kt_str text, const kti_known *known, kti_spans *out);

typedef struct kti_line_options {
    uint32_t width; /* half units, > 0 */
    kt_fill fill;
    kt_breaks breaks;
    const kt_token *tokens; /* lines avoid to part a title from its name */
    size_t token_count;
    kti_joints joints; /* where an even fill had better break; empty when nothing is known */
} kti_line_options;

kt_status kti_segment_lines(kti_uni *uni, kt_str text, const kti_line_options *options,
                            kti_spans *out);

#endif
