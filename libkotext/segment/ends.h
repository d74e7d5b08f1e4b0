/* ends.h - what a word's end can weigh where but a space follows, remembered.
 *
 * Text repeats its words and, far more so, its endings. Most words whose last syllable might end a
 * sentence are known by the last two not to, before what begins behind them; others by a reading.
 */
#ifndef KTI_SEGMENT_ENDS_H
#define KTI_SEGMENT_ENDS_H

#include "core/alloc.h"
#include "core/str.h"
#include "segment/possible.h"

/* The closings (possible.h) that any reading of `word`, which is syllables with a space or nothing
 * before it and a space behind, may find wherever it stands. */
typedef kt_status (*kti_read_word)(void *reader, kt_str word, unsigned *may);

typedef struct kti_ends kti_ends;

/* NULL when out of memory. `possible` is borrowed. */
kti_ends *kti_ends_new(const kt_alloc *alloc, const kti_possible *possible);
void kti_ends_free(kti_ends *ends, const kt_alloc *alloc);

/* The weight (weights.h) of the best that words may say that end in `last`, a syllable, behind
 * `before`, which is 0 at the beginning of a word. */
int kti_ends_by_letters(kti_ends *ends, uint32_t before, uint32_t last);

enum { KTI_ENDS_LONGEST = 7 /* syllables of a word that is read */ };

/* The same for `word`, of up to so many syllables; where the whole word's spelling may weigh
 * `least` or more, as a reading of it tells, if there is a reader (`read` is not NULL).
 * KT_ERR_NOMEM. */
kt_status kti_ends_by_reading(kti_ends *ends, kti_read_word read, void *reader, kt_str word,
                              int least, int *best);

#endif
