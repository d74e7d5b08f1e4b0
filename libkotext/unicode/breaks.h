/* breaks.h - ICU's break iterators over UTF-8, opened once per context and pointed at new text. */
#ifndef KTI_UNICODE_BREAKS_H
#define KTI_UNICODE_BREAKS_H

#include "unicode/uni.h"

typedef enum kti_break_kind {
    KTI_BREAK_GRAPHEME,
    KTI_BREAK_WORD,
    KTI_BREAK_SENTENCE,
    KTI_BREAK_LINE
} kti_break_kind;

enum { KTI_BREAK_DONE = -1 };

/* Points the iterator of `kind` at `text`, which must stay until the last next(). Text is at most
 * 2 GiB - 1. KT_ERR_UNSUPPORTED in a build without ICU (graphemes work there too). */
kt_status kti_breaks_start(kti_uni *uni, kti_break_kind kind, kt_str text);

/* The next boundary as a byte offset, or KTI_BREAK_DONE. The first call gives the first boundary
 * after 0. */
int64_t kti_breaks_next(kti_uni *uni, kti_break_kind kind);

#endif
