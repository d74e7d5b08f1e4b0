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

/* How an element's text looks: by its attributes, and what they refer to. */
enum { KTI_TTML_UNSET, KTI_TTML_OFF, KTI_TTML_ON };

typedef struct kti_ttml_style {
    kt_str id, refs;
    uint8_t bold, italic, underline, strike;
    kt_str color, ruby; /* ptr NULL = unset */
    kt_str align;       /* of a region */
    kt_str text_align;
    uint8_t low; /* it begins in the lower half */
} kti_ttml_style;

/* Somebody who speaks, as metadata of the head name them. */
typedef struct kti_ttml_agent {
    kt_str id, name;
} kti_ttml_agent;

/* The name of whom ttm:agent refers to, as in the file: without one, the reference itself. Empty
 * for several of them. */
kt_str kti_ttml_agent_of(const kti_ttml_styles *styles, kt_str text, const kti_xml *t);

/* What the element itself says. */
void kti_ttml_read_style(kt_str text, const kti_xml *t, kti_ttml_style *out);

/* Takes from the element around what is unset. */
void kti_ttml_inherit(kti_ttml_style *to, const kti_ttml_style *from);

/* Keeps the styles and regions of a head, their references followed, and the agents.
 * KT_ERR_NOMEM. Cost is count log count. */
kt_status kti_ttml_settle(kt_subtitle *s, const kti_ttml_style *list, size_t count,
                          const kti_ttml_agent *agents, size_t agent_count);

/* What an element of the body says, with what it refers to. `styles` may be NULL. */
void kti_ttml_style_of(const kti_ttml_styles *styles, kt_str text, const kti_xml *t,
                       kti_ttml_style *out);

kti_look kti_ttml_look(const kti_ttml_style *style);

void kti_ttml_piece(kti_pieces *walk, kti_piece *piece);
bool kti_ttml_is_blank(kt_str content);

/* Adds what stands before a base, between it and its reading, and behind. False where the file has
 * no prefix for styles. */
bool kti_ttml_ruby(const kt_subtitle *s, kti_buf *open, kti_buf *middle, kti_buf *close);

/* A new file. */
void kti_ttml_begin(kti_writer *w);
void kti_ttml_cue(kti_writer *w, const kt_cue *cue);
void kti_ttml_end(kti_writer *w);
void kti_ttml_tag(kti_writer *w, const kti_piece *piece);

#endif
