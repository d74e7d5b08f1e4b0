/* finals.h - predicates that may end a sentence where no mark does. */
#ifndef KTI_ANALYZE_FINALS_H
#define KTI_ANALYZE_FINALS_H

#include "core/arena.h"
#include "kotext/analyze.h"
#include "kotext/token.h"

/* A token of kind KT_TOKEN_FINAL for each such predicate of a reading, in `arena`. KT_ERR_NOMEM. */
kt_status kti_finals_of(const kt_analysis *reading, kti_arena *arena, kt_token **tokens,
                        size_t *count);

#endif
