/* vtt.h - WebVTT: times, cue settings, cue text. */
#ifndef KTI_SUBTITLE_VTT_H
#define KTI_SUBTITLE_VTT_H

#include "subtitle/dialect.h"

/* Takes a timestamp off the front. */
bool kti_vtt_take_time(kt_str *rest, int64_t *ms);

/* Notes settings that say nothing. */
void kti_vtt_check_settings(kt_subtitle *s, kt_span settings);

/* Pieces of cue text: section 6.4. */
void kti_vtt_piece(kti_pieces *walk, kti_piece *piece);

/* Writing: tags; {\an8} as settings; a speaker as <v>. */
void kti_vtt_tag(kti_writer *w, const kti_piece *piece);
void kti_vtt_place_settings(kti_writer *w);
/* The place that a cue's settings give; 0 for the usual one. And as a tag of another format. */
int64_t kti_vtt_place(const kt_subtitle *s, size_t cue);
void kti_vtt_write_place(kti_writer *w);
void kti_vtt_speaker(kti_writer *w);

/* For streams: whether a line ends a block, or begins a cue; a block read by itself. */
bool kti_vtt_has_arrow(kt_str line);
kt_status kti_vtt_read_piece(kt_subtitle *s, bool header);

#endif
