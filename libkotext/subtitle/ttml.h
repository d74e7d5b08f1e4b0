/* ttml.h - TTML: time expressions, and the text of its paragraphs. */
#ifndef KTI_SUBTITLE_TTML_H
#define KTI_SUBTITLE_TTML_H

#include "markup/xml.h"
#include "subtitle/dialect.h"

/* What times are counted in: ttp:frameRate and its multiplier, ttp:tickRate. */
typedef struct kti_ttml_rates {
    int64_t frames, numerator, denominator;
    int64_t ticks;
} kti_ttml_rates;

void kti_ttml_read_rates(kt_str text, const kti_xml *root, kti_ttml_rates *out);

/* A clock or offset time; false for anything else. */
bool kti_ttml_time(kt_str value, const kti_ttml_rates *rates, int64_t *ms);
void kti_ttml_write_time(int64_t ms, kt_str old, kti_buf *out);

void kti_ttml_piece(kti_pieces *walk, kti_piece *piece);
bool kti_ttml_is_blank(kt_str content);
void kti_ttml_tag(kti_writer *w, const kti_piece *piece);

#endif
