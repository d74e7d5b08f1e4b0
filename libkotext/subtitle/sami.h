/* sami.h - SAMI: the classes of its style sheet, and the text of its paragraphs. */
#ifndef KTI_SUBTITLE_SAMI_H
#define KTI_SUBTITLE_SAMI_H

#include "subtitle/dialect.h"

/* Makes a track of each class that the style sheet in [0, end) declares. */
kt_status kti_sami_read_styles(kt_subtitle *s, size_t end);

/* A language tag for a class that declares none: KRCC is ko, ENCC is en. Empty when it tells none.
 */
kt_str kti_sami_language(kt_str class_id);

/* Text of a paragraph: HTML tags, entities, <br>; white space as HTML has it. */
void kti_sami_piece(kti_pieces *walk, kti_piece *piece);

/* The length of the comment at `at`; 0 when there is none. */
size_t kti_sami_comment_len(kt_str text, size_t at);

/* Whether nothing of it is seen: white space, &nbsp; and tags. */
bool kti_sami_is_blank(kt_str content);

/* Notes what its text has wrong. */
void kti_sami_check_text(kt_subtitle *s, kt_span content);

void kti_sami_tag(kti_writer *w, const kti_piece *piece);

/* A file's cues by their start, to be a class of a new file. */
typedef struct kti_sami_track {
    const kt_subtitle *from;
    const kti_ordered *order;
    size_t count;
    const char *language; /* BCP 47 */
} kti_sami_track;

kt_status kti_sami_write_tracks(kti_writer *w, const kti_sami_track *tracks, size_t count);

/* The cues of one file, with a class for each language that its tracks have. */
kt_status kti_sami_write_languages(kti_writer *w, const kti_ordered *order, size_t count);

#endif
