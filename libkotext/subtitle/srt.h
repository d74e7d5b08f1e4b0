/* srt.h - what tells the lines of SubRip apart, and its text. */
#ifndef KTI_SUBTITLE_SRT_H
#define KTI_SUBTITLE_SRT_H

#include "subtitle/dialect.h"

/* Whether a line, without its end, says when a cue is shown, be it unreadable. */
bool kti_srt_has_times(kt_str line);

/* Whether it may be the number of a cue. */
bool kti_srt_is_index(kt_str line);

/* HTML tags, {\an8}, entities. */
void kti_srt_piece(kti_pieces *walk, kti_piece *piece);
void kti_srt_escape(kt_str text, kti_buf *out);
size_t kti_srt_joins(const kti_buf *out, kt_str text);
void kti_srt_tame(kt_str line, kti_buf *out); /* a line that has times */

#endif
