/* by_rule.h - analysis without a word list: particles are cut off by rule, stems are unknown. */
#ifndef KTI_ANALYZE_BY_RULE_H
#define KTI_ANALYZE_BY_RULE_H

#include "analyze/analyze.h"

/* Up to `most` readings of `text` (NFC): the stem with the longest particle first, the whole eojeol
 * unstripped last. Eojeols with several stems differ from reading to reading. KT_ERR_NOMEM. */
kt_status kti_analyze_by_rule(kt_str text, size_t most, kti_arena *arena, kt_analysis **list,
                              size_t *count);

#endif
