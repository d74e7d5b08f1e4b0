/* measure.h - how long text is by a profile, and ends moved to keep to one. */
#ifndef KTI_SUBTITLE_MEASURE_H
#define KTI_SUBTITLE_MEASURE_H

#include "subtitle/document.h"
#include "subtitle/lines.h"

double kti_measure_of(kt_measure measure, kt_str text);

/* Moves the ends of cues as kt_subtitle_fix() says. KT_ERR_NOMEM. */
kt_status kti_fix_times(kt_subtitle *s, const kt_profile *profile);

#endif
