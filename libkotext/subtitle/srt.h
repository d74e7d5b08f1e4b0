/* srt.h - what tells the lines of SubRip apart. */
#ifndef KTI_SUBTITLE_SRT_H
#define KTI_SUBTITLE_SRT_H

#include "subtitle/dialect.h"

/* Whether a line, without its end, says when a cue is shown. */
bool kti_srt_has_times(kt_str line);

/* Whether it may be the number of a cue. */
bool kti_srt_is_index(kt_str line);

#endif
