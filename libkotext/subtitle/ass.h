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

/* The style of new files, ASS and SSA. */
#define KTI_ASS_STYLE                                                                              \
    "Style: Default,Arial,16,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,1," \
    "0,2,10,10,10,1"
#define KTI_SSA_STYLE "Style: Default,Arial,16,16777215,16777215,0,0,0,0,1,1,0,2,10,10,10,0,1"

#endif
