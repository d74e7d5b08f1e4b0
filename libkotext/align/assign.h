/* assign.h - one consistent choice among scored pairs: who goes with whom, and who with nobody. */
#ifndef KTI_ALIGN_ASSIGN_H
#define KTI_ALIGN_ASSIGN_H

#include "align/pair.h"

#define KTI_UNPAIRED   UINT32_MAX
#define KTI_NOT_A_NAME (UINT32_MAX - 1)

/* Sets `chosen[i]` to the index of the pair chosen for Korean name i, KTI_UNPAIRED when it is a
 * name without a partner, or KTI_NOT_A_NAME when another reading of the same bytes won. `floor` is
 * the lowest score a pair may have, `sure` the lowest confidence of a name without a partner.
 * Reorders `pairs`. KT_ERR_NOMEM. Cost n log n. */
kt_status kti_assign(const kti_korean *ko, const kti_english *en, kti_pairs *pairs, double floor,
                     double sure, kti_arena *arena, uint32_t *chosen);

#endif
