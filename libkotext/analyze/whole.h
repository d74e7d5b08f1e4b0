/* whole.h - runs that are one morpheme: numbers, other scripts, marks. */
#ifndef KTI_ANALYZE_WHOLE_H
#define KTI_ANALYZE_WHOLE_H

#include "analyze/runs.h"
#include "lexicon/morphs.h"

/* What a run that is not of syllables is as a whole. */
kti_unknown kti_whole_kind(kt_str run, kti_run_kind kind);

#endif
