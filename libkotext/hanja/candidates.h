/* candidates.h - Hangul to the Hanja that it may stand for. */
#ifndef KTI_HANJA_CANDIDATES_H
#define KTI_HANJA_CANDIDATES_H

#include "core/arena.h"
#include "hanja/hanja.h"
#include "kotext/hanja.h"

/* At most `nbest` spellings of `hangul` (NFC), likeliest first, in the arena; none when it is not
 * one to eight Hangul syllables. KT_ERR_NOMEM. */
kt_status kti_hanja_candidates(const kti_hanja *hanja, kt_str hangul, bool person, size_t nbest,
                               kti_arena *arena, kt_hanja_candidate **list, size_t *count);

#endif
