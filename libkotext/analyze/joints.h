/* joints.h - how closely the words of a reading belong together. */
#ifndef KTI_ANALYZE_JOINTS_H
#define KTI_ANALYZE_JOINTS_H

#include "core/arena.h"
#include "core/joint.h"
#include "kotext/analyze.h"

/* A joint for each white space between words of a reading of `text`, in `arena`. KT_ERR_NOMEM. */
kt_status kti_joints_of(kt_str text, const kt_analysis *reading, kti_arena *arena, kti_joints *out);

#endif
