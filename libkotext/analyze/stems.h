/* stems.h - dictionary forms that the word list leaves as they are before a vowel: 그었다 is of
 * 긋다, 걸어 of 걷다 or 걸다. */
#ifndef KTI_ANALYZE_STEMS_H
#define KTI_ANALYZE_STEMS_H

#include "kotext/analyze.h"

/* Restores stems in ㅅ, ㄷ and ㄹ, and endings that were taken apart (먹을게요), among the
 * morphemes of one word of `text`, in place. Returns how many are left. Linear. */
size_t kti_stems_restore(kt_str text, kt_morpheme *items, size_t count);

/* Chooses between two verbs of one form by what stands before it: 노래를 들었다, 손을 들었다. */
void kti_stems_choose(kt_morpheme *items, size_t count);

#endif
