/* document.h - the lossless model: the file's text, where in it each cue and time stands, and what
 * is to change when it is written. */
#ifndef KTI_SUBTITLE_DOCUMENT_H
#define KTI_SUBTITLE_DOCUMENT_H

#include "core/arena.h"
#include "core/buf.h"
#include "kotext/profile.h"
#include "kotext/subtitle.h"
#include "subtitle/notes.h"
#include "unicode/uni.h"

typedef struct kti_dialect kti_dialect;
typedef struct kti_ttml_styles kti_ttml_styles;

enum {
    KTI_LAST_MS = 4000,   /* how long the last cue of a format without end times is shown */
    KTI_MOST_TRACKS = 256 /* what is beyond shares the last one */
};

enum { KTI_LARGEST_MS = INT32_MAX }; /* that times are set to: 24 days */

/* A time in the file; kt_subtitle_shift() rewrites it. */
typedef struct kti_time {
    kt_span span;
    int64_t ms;
    int64_t zero; /* when this time is 0: in TTML, where its element's begins */
    bool moved;
    bool relative;
    bool attribute; /* it is not there yet: a begin to put in */
} kti_time;

/* What of the file goes when a cue goes. SAMI cues of one SYNC share a group. */
typedef struct kti_block {
    kt_span span;
    uint32_t track;
    uint32_t group; /* 0 = none */
} kti_block;

/* How a cue's text looks where no tag says it: by its style in ASS, its paragraph in TTML. */
typedef struct kti_look {
    bool bold, italic, underline, strike;
    bool keep_space; /* xml:space="preserve" */
    uint8_t place;   /* as on a numeric keypad; 0 = nothing is said */
} kti_look;

struct kt_subtitle {
    kt_alloc alloc;
    const kti_dialect *dialect;
    kt_str bytes; /* as opened */
    kt_str text;
    kt_charset_guess charset;
    kti_uni *uni;
    kti_buf decoded;
    kti_buf saved; /* what the last call gave out */
    kti_arena texts;

    kt_cue *cues;
    size_t cue_count, cue_capacity;
    kti_look *looks; /* of the first cues; the rest has none */
    size_t look_count, look_capacity;
    kti_time *times;
    size_t time_count, time_capacity;
    kti_block *blocks;
    size_t block_count, block_capacity;
    kt_track *tracks;
    size_t track_count, track_capacity;
    kti_notes notes;
    kt_finding *findings; /* of the last check */
    size_t finding_count, finding_capacity;

    kt_str *replaced; /* one a cue, in the format's own bytes; ptr NULL = untouched */
    kt_str *second;   /* one a cue: its copy in a track of its own; NULL = none */
    kt_str second_id, second_language, second_eol;
    bool sequential;   /* some element of TTML puts its parts in sequence */
    bool moved;        /* some time was */
    bool *dropped;     /* one a track; NULL = none */
    kt_str line_break; /* the file's own; empty = the format's */
    const kti_ttml_styles *styles;
    bool inner_times; /* cues hold times (WebVTT, LRC) */
    int64_t offset;   /* how much earlier things are shown than the file says (LRC) */
};

/* ---- for readers ---------------------------------------------------------------------------- */

/* All spans are cut to what 32 bits hold: the text is no longer than that. */
static inline kt_span kti_span_of(size_t start, size_t end) {
    return (kt_span){(uint32_t)start, (uint32_t)end};
}

kt_status kti_add_cue(kt_subtitle *s, kt_cue cue);
/* Gives the last cue its look. */
kt_status kti_add_look(kt_subtitle *s, kti_look look);
kti_look kti_look_of(const kt_subtitle *s, size_t cue);
kt_status kti_add_time(kt_subtitle *s, kt_span span, int64_t ms);
/* A time counted from `zero`, which moves with it. */
kt_status kti_add_relative_time(kt_subtitle *s, kt_span span, int64_t ms, int64_t zero);
/* A begin that the element lacks: 0, until it moves. */
kt_status kti_add_begin(kt_subtitle *s, size_t at);
kt_status kti_add_block(kt_subtitle *s, kt_span span, uint32_t track, uint32_t group);

/* The track of that id, made when it is new. Ids are compared without case. */
kt_status kti_track_of(kt_subtitle *s, kt_str id, uint32_t *track);

/* Cues whose end is below zero end where the next one starts, the last one after KTI_LAST_MS. */
kt_status kti_end_at_next(kt_subtitle *s);

/* They end at the next of these times, which get sorted. */
void kti_end_at_times(kt_subtitle *s, int64_t *times, size_t count);

/* Notes something of the file; `at` is its offset. */
void kti_note(kt_subtitle *s, kti_note_kind kind, size_t at);

/* ---- for streams ---------------------------------------------------------------------------- */

/* A stretch of a file as a subtitle, to which its cues are still to be added; and that done. */
kt_status kti_piece_new(const kt_alloc *alloc, const kti_dialect *dialect, kt_str text,
                        kt_subtitle **out);
kt_status kti_piece_done(kt_subtitle *s);

/* ---- for writers ---------------------------------------------------------------------------- */

/* The cue's content as it will be written. */
kt_str kti_content(const kt_subtitle *s, size_t cue);
kt_status kti_set_content(kt_subtitle *s, size_t cue, kt_str content);
bool kti_is_dropped(const kt_subtitle *s, size_t cue);

/* Whether a line of lyrics is sung again, which is no step back; and whether two of them are shown
 * together, at one time. */
bool kti_is_sung_again(const kt_subtitle *s, size_t cue);
bool kti_is_together(const kt_subtitle *s, const kt_cue *before, const kt_cue *cue);

/* The file's line end: that of its first line. */
kt_str kti_line_end(kt_str text);

#endif
