/* notes.h - what was wrong in a file: one note a kind, the first place and how often. */
#ifndef KTI_SUBTITLE_NOTES_H
#define KTI_SUBTITLE_NOTES_H

#include "kotext/subtitle.h"

typedef enum kti_note_kind {
    KTI_NOTE_ILL_FORMED,
    KTI_NOTE_NUL,
    KTI_NOTE_MIXED_LINE_ENDS,
    KTI_NOTE_INDEX_MISSING,
    KTI_NOTE_INDEX_ORDER,
    KTI_NOTE_FRACTION_POINT,
    KTI_NOTE_ARROW_SPACING,
    KTI_NOTE_ARROW,
    KTI_NOTE_BEFORE_CUES,
    KTI_NOTE_BLANK_LINE,
    KTI_NOTE_END_BEFORE_START,
    KTI_NOTE_EMPTY_CUE,
    KTI_NOTE_OVERLAP,
    KTI_NOTE_ORDER,
    KTI_NOTE_OPEN_END,
    KTI_NOTE_BAD_TIME,
    KTI_NOTE_NO_BLANK_LINE,
    KTI_NOTE_BAD_SETTING,
    KTI_NOTE_BARE_AMPERSAND,
    KTI_NOTE_BARE_BRACKET,
    KTI_NOTE_NO_FORMAT,
    KTI_NOTE_SHORT_LINE,
    KTI_NOTE_UNKNOWN_STYLE,
    KTI_NOTE_NO_CLASS,
    KTI_NOTE_UNKNOWN_CLASS,
    KTI_NOTE_LANGUAGE,
    KTI_NOTE_UNENDED_ENTITY,
    KTI_NOTE_END_ATTRIBUTE,
    KTI_NOTE_COLON_FRACTION,
    KTI_NOTE_OLD_NAMESPACE,
    KTI_NOTE_NO_NAMESPACE,
    KTI_NOTE_NULL_WORDS,
    KTI_NOTE_NO_TIMES,
    KTI_NOTE_NO_START,
    KTI_NOTE_NO_END,
    KTI_NOTE_BEFORE_ZERO,
    KTI_NOTE_LOST_TRACK,
    KTI_NOTE_LOST_STYLE,
    KTI_NOTE_LOST_HEADER,
    KTI_NOTE_LOST_LOOK,
    KTI_NOTE_LOST_PLACE,
    KTI_NOTE_LOST_SPEAKER,
    KTI_NOTE_LOST_TIME,
    KTI_NOTE_LOST_RUBY,
    KTI_NOTE_LOST_ID,
    KTI_NOTE_LOST_EFFECT,
    KTI_NOTE_LOST_CUE,
    KTI_NOTE_LOST_END,
    KTI_NOTES
} kti_note_kind;

typedef struct kti_notes {
    struct {
        size_t offset, count;
    } of[KTI_NOTES];
    kt_subtitle_note list[KTI_NOTES];
    size_t listed;
} kti_notes;

void kti_notes_add(kti_notes *notes, kti_note_kind kind, size_t at);

void kti_notes_forget(kti_notes *notes, kti_note_kind kind);

/* Makes the list, with lines and columns in `text`. */
void kti_notes_finish(kti_notes *notes, kt_str text);

#endif
