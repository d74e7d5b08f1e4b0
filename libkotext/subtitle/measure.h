/* measure.h - how long text is by a profile, and ends moved to keep to one. */
#ifndef KTI_SUBTITLE_MEASURE_H
#define KTI_SUBTITLE_MEASURE_H

#include "subtitle/document.h"
#include "subtitle/lines.h"

/* Whether a line of the cue's plain text begins with a dash that can be only a speaker's. */
bool kti_has_speakers(kt_str plain);

/* Whether the line begins with a minus sign: a dash before a digit, where nobody else speaks. */
bool kti_is_signed(kt_str line, bool speakers);

/* Whether it is of this version, with choices that there are. */
bool kti_known_profile(const kt_profile *profile);

/* Moves the ends of cues as kt_subtitle_fix() says. KT_ERR_NOMEM. */
kt_status kti_fix_times(kt_subtitle *s, const kt_profile *profile);

#endif
