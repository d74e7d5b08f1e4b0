/* change.h - the text of a cue changed: carried into its markup, and laid out. */
#ifndef KTI_SUBTITLE_CHANGE_H
#define KTI_SUBTITLE_CHANGE_H

#include "subtitle/dialect.h"

/* A transform of the plain text of a cue. */
typedef struct kti_change {
    const kt_subtitle *s;
    size_t cue;
    const kt_text *change;
} kti_change;

/* Adds the break between two lines of a cue. */
void kti_add_break(const kt_subtitle *s, size_t cue, kti_buf *out);

/* Adds text, escaped, "\n" as the format's break. */
void kti_add_lines(const kt_subtitle *s, size_t cue, kt_str text, kti_buf *out);

/* Adds text that a transform made, as above. */
void kti_add_new(const kti_change *change, kt_str text, bool in_cdata, kti_buf *out);

/* Adds the content with the change carried into it: markup stays where it was. */
void kti_carry(const kti_change *change, kti_buf *out);

/* Adds the content as the layout says: above, below or ruby. */
void kti_lay_out(const kti_change *change, kt_layout layout, kti_buf *out);

#endif
