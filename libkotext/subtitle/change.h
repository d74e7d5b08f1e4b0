/* change.h - the text of a cue changed: carried into its markup, and laid out. */
#ifndef KTI_SUBTITLE_CHANGE_H
#define KTI_SUBTITLE_CHANGE_H

#include "subtitle/dialect.h"

/* A transform of the plain text of a cue. */
typedef struct kti_change {
    const kt_subtitle *s;
    kt_subtitle *target; /* the same, to be changed */
    size_t cue;
    const kt_text *change;
} kti_change;

/* Adds the break between two lines of a cue. */
void kti_add_break(const kt_subtitle *s, size_t cue, kti_buf *out);

/* Adds text that a transform made, escaped, "\n" as the format's break. */
void kti_add_new(const kti_change *change, kt_str text, bool in_cdata, kti_buf *out);

/* Where a copy of a cue stands. */
typedef enum kti_copy_kind { KTI_COPY_ABOVE, KTI_COPY_BELOW, KTI_COPY_TRACK } kti_copy_kind;

/* Adds what of the changed content stands above or below, or on a track of its own: `carried` is
 * the content with the change, `before` the plain text without. False when nothing is left. */
bool kti_copy(const kti_change *change, kt_str carried, kt_str before, kti_copy_kind kind,
              kti_buf *out);

/* How overrides of ASS make content look: differently within, or not as its style at its end. And
 * where those end that are before any of that. */
typedef struct kti_looks {
    bool vary, stay;
    size_t head;
} kti_looks;
kti_looks kti_looks_of(const kt_subtitle *s, size_t cue, kt_str content);

/* The same as above of ASS, with the overrides of looks or without. */
bool kti_copy_overrides(const kti_change *change, kt_str carried, kt_str before, bool looks,
                        kti_buf *out);

/* Makes of the content with the change carried into it what the layout says, if that is not to
 * replace it. */
void kti_lay_out(const kti_change *change, kt_layout layout, kt_str before, kti_buf *content);

#endif
