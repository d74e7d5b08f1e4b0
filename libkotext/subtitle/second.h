/* second.h - a second track beside the cues, made of them. */
#ifndef KTI_SUBTITLE_SECOND_H
#define KTI_SUBTITLE_SECOND_H

#include "subtitle/dialect.h"

/* Each adds the copy of a cue that goes behind its block. */
void kti_vtt_second(const kt_subtitle *s, size_t cue, kt_str content, kti_buf *out);
void kti_ass_second(const kt_subtitle *s, size_t cue, kt_str content, kti_buf *out);
void kti_ttml_second(const kt_subtitle *s, size_t cue, kt_str content, kti_buf *out);

/* KT_ERR_UNSUPPORTED where the format, or this cue of it, has no place for one. */
kt_status kti_set_second(kt_subtitle *s, size_t cue, kt_str content);

/* What is to be put into the file for them, and where. */
typedef void kti_insert(void *context, size_t at, const kti_buf *text);
kt_status kti_add_second(const kt_subtitle *s, kti_insert *insert, void *context);

#endif
