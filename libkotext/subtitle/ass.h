/* ass.h - the text of SubStation Alpha events. */
#ifndef KTI_SUBTITLE_ASS_H
#define KTI_SUBTITLE_ASS_H

#include "subtitle/dialect.h"

/* Override blocks, \N \n \h, and drawings, which are no text. */
void kti_ass_piece(kti_pieces *walk, kti_piece *piece);

/* A piece of the override block that ends at the brace at `end`. */
void kti_ass_block(kti_pieces *walk, size_t end, kti_piece *piece);

/* Alignments as v4 counts them, from 1 to 11, as on a numeric keypad; 0 for any other. */
int kti_ass_old_place(int64_t alignment);

void kti_ass_escape(kt_str text, kti_buf *out);
size_t kti_ass_joins(const kti_buf *out, kt_str text);
void kti_ass_tag(kti_writer *w, const kti_piece *piece);

#endif
