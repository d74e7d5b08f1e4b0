/* cues.h - the lossless cue model: the file's text, and where in it each cue's lines stand. */
#ifndef KTI_SUBTITLE_CUES_H
#define KTI_SUBTITLE_CUES_H

#include <stdbool.h>

#include "core/arena.h"
#include "kotext/subtitle.h"

struct kt_subtitle {
    kt_alloc alloc;
    kt_str text;
    kt_cue *cues;
    size_t cue_count;
    size_t cue_capacity;
    kt_str *replaced; /* one a cue; ptr NULL = untouched. Made at the first replacement. */
    kti_arena texts;  /* holds the replacements */
};

kt_status kti_cues_add(kt_subtitle *subtitle, kt_cue cue);

/* One reader for each format. */
kt_status kti_srt_read(kt_subtitle *subtitle, kt_error *err);

/* Whether the beginning of `text` looks like SubRip. */
bool kti_srt_is(kt_str text);

#endif
