#include "subtitle/notes.h"

#include <stdbool.h>
#include <stdlib.h>

static const struct {
    const char *id, *message;
} about[KTI_NOTES] = {
    [KTI_NOTE_ILL_FORMED] = {"ill-formed",
                             "bytes that are no text in this encoding; kept, read as U+FFFD"},
    [KTI_NOTE_NUL] = {"nul", "a NUL byte; kept"},
    [KTI_NOTE_MIXED_LINE_ENDS] = {"mixed-line-ends", "lines end in different ways; kept"},
    [KTI_NOTE_INDEX_MISSING] = {"index-missing", "a cue without its number; read all the same"},
    [KTI_NOTE_INDEX_ORDER] = {"index-order", "the number does not follow the one before; kept"},
    [KTI_NOTE_FRACTION_POINT] = {"fraction-point",
                                 "a point before the milliseconds; read as a comma"},
    [KTI_NOTE_ARROW_SPACING] = {"arrow-spacing", "no space around -->; read all the same"},
    [KTI_NOTE_ARROW] = {"arrow", "another arrow than -->; read all the same"},
    [KTI_NOTE_BEFORE_CUES] = {"before-cues", "text before the first cue; kept, no part of any"},
    [KTI_NOTE_BLANK_LINE] = {"blank-line", "a blank line inside a cue; read as part of it"},
    [KTI_NOTE_END_BEFORE_START] = {"end-before-start", "the cue ends before it starts; kept"},
    [KTI_NOTE_EMPTY_CUE] = {"empty-cue", "a cue without text; kept"},
    [KTI_NOTE_OVERLAP] = {"overlap", "the cue starts before the one before it ends; kept"},
    [KTI_NOTE_ORDER] = {"order",
                        "the cue starts earlier than the one before it; sorted when converted"},
    [KTI_NOTE_OPEN_END] = {"open-end", "nothing says when the cue ends; taken as 4 seconds"},
    [KTI_NOTE_BAD_TIME] = {"bad-time", "a time that cannot be read; its cue is passed over"},
    [KTI_NOTE_NO_BLANK_LINE] = {"no-blank-line",
                                "no blank line before the cue's times; read as a new cue"},
    [KTI_NOTE_BAD_SETTING] = {"bad-setting", "a cue setting that says nothing; kept"},
    [KTI_NOTE_BARE_AMPERSAND] = {"bare-ampersand", "& that begins no entity; read as text"},
    [KTI_NOTE_BARE_BRACKET] = {"bare-bracket", "< that begins no tag; read as text"},
    [KTI_NOTE_NO_FORMAT] = {"no-format",
                            "no Format line before the events; the usual one is assumed"},
    [KTI_NOTE_SHORT_LINE] = {"short-line", "an event with too few fields; kept as it is, no cue"},
    [KTI_NOTE_UNKNOWN_STYLE] = {"unknown-style", "the style is not declared; kept"},
    [KTI_NOTE_NO_CLASS] = {"no-class", "text without a class; read as the first one"},
    [KTI_NOTE_UNKNOWN_CLASS] = {"unknown-class",
                                "the class is not declared; read as a track of its own"},
    [KTI_NOTE_LANGUAGE] = {"language",
                           "no such language tag; read as what was meant (kr-KR is ko-KR)"},
    [KTI_NOTE_UNENDED_ENTITY] = {"unended-entity",
                                 "an entity without its semicolon; read all the same"},
    [KTI_NOTE_END_ATTRIBUTE] = {"end-attribute", "SYNC with an End; read as the end of its cues"},
    [KTI_NOTE_COLON_FRACTION] = {"colon-fraction",
                                 "a colon before the fraction of a second; read as a point"},
    [KTI_NOTE_OLD_NAMESPACE] = {"old-namespace", "the namespace of an early draft; read as TTML"},
    [KTI_NOTE_NO_NAMESPACE] = {"no-namespace", "no TTML namespace; read as TTML"},
    [KTI_NOTE_NULL_WORDS] = {"null-words", "words are null; the segment's text is read"},
    [KTI_NOTE_NO_TIMES] = {"no-times", "an entry without times; passed over"},
    [KTI_NOTE_NO_START] = {"no-start", "a paragraph without a time; read as of the one before"},
    [KTI_NOTE_NO_END] = {"no-end", "an entry without an end; taken as the start of the next"},
    [KTI_NOTE_BEFORE_ZERO] = {"before-zero",
                              "the cue would begin before zero; shifted as far as zero"},
    [KTI_NOTE_LOST_TRACK] = {"lost-track",
                             "a cue of another track; the new file has one, it is among the rest"},
    [KTI_NOTE_LOST_STYLE] = {"lost-style", "a style or region; the new file has its own"},
    [KTI_NOTE_LOST_HEADER] = {"lost-header", "a header, note or comment, no cue; left out"},
    [KTI_NOTE_LOST_LOOK] = {"lost-look", "a cue with type or colours the format lacks; left out"},
    [KTI_NOTE_LOST_PLACE] = {"lost-place",
                             "a cue at a place that the format cannot tell so; left out"},
    [KTI_NOTE_LOST_SPEAKER] = {"lost-speaker",
                               "a cue that says who speaks, which the format cannot; left out"},
    [KTI_NOTE_LOST_TIME] = {"lost-time", "a cue with times of words; left out"},
    [KTI_NOTE_LOST_RUBY] = {"lost-ruby", "a cue with ruby; readings stand in brackets"},
    [KTI_NOTE_LOST_ID] = {"lost-id", "a cue with a name; left out"},
    [KTI_NOTE_LOST_EFFECT] = {"lost-effect",
                              "a cue with overrides that the format has no like for; left out"},
    [KTI_NOTE_LOST_CUE] = {"lost-cue", "a cue that shows no text, such as a drawing; left out"},
    [KTI_NOTE_LOST_END] = {"lost-end",
                           "a cue that ends when no other begins, which the format cannot say"},
};

void kti_notes_add(kti_notes *notes, kti_note_kind kind, size_t at) {
    if (notes->of[kind].count++ == 0 || at < notes->of[kind].offset) notes->of[kind].offset = at;
}

void kti_notes_forget(kti_notes *notes, kti_note_kind kind) {
    notes->of[kind].count = 0;
}

/* Columns hold offsets until here; one walk over the text tells lines. */
static void place(kti_notes *notes, kt_str text) {
    size_t line = 1, start = 0, at = 0;
    for (size_t i = 0; i < notes->listed; i++) {
        size_t offset = notes->list[i].column;
        for (; at < offset && at < text.len; at++) {
            bool cr = text.ptr[at] == '\r' && !(at + 1 < text.len && text.ptr[at + 1] == '\n');
            if (text.ptr[at] != '\n' && !cr) continue;
            line++;
            start = at + 1;
        }
        notes->list[i].line = line;
        notes->list[i].column = offset - start + 1;
    }
}

/* Behind all that lie before it or as far, whatever the C library's qsort() does with those. */
static void list_in_order(kti_notes *notes, kt_subtitle_note note) {
    size_t at = notes->listed++;
    for (; at > 0 && notes->list[at - 1].column > note.column; at--)
        notes->list[at] = notes->list[at - 1];
    notes->list[at] = note;
}

void kti_notes_finish(kti_notes *notes, kt_str text) {
    notes->listed = 0;
    for (int kind = 0; kind < KTI_NOTES; kind++)
        if (notes->of[kind].count > 0)
            list_in_order(notes, (kt_subtitle_note){about[kind].id, about[kind].message, 0,
                                                    notes->of[kind].offset, notes->of[kind].count});
    place(notes, text);
}
