/* shape_class.h - where shape.h's questions need not be asked: by three syllables alone.
 *
 * Nearly all places between two syllables are decided by the final before and the initial and
 * vowel behind. These functions tell the few where the letters of the word may decide otherwise;
 * they may say so too often, never too seldom. tests/property/letters.c holds them to it.
 */
#ifndef KTI_PHONO_SHAPE_CLASS_H
#define KTI_PHONO_SHAPE_CLASS_H

#include <stdbool.h>
#include <stdint.h>

/* All take code points of syllables. */

/* Whether anything behind `a` may depend on more than its final. */
bool kti_shape_is_special(uint32_t a);

typedef enum kti_shape_watch {
    KTI_SHAPE_NEVER,
    KTI_SHAPE_BY_NEXT, /* only when what follows completes a word */
    KTI_SHAPE_WATCHED
} kti_shape_watch;

/* Whether there are finals before `b` where kti_shape_might() can be true. */
kti_shape_watch kti_shape_watched(uint32_t b, bool tensing);

/* Whether `b` completes a word with a syllable that is watched by what follows it. */
bool kti_shape_completes(uint32_t b);

/* Whether a rule of shape.h may hold between `a`, which has a final and is not special, and the
 * watched `b` when `next` (0: no syllable) follows. */
bool kti_shape_might(uint32_t a, uint32_t b, uint32_t next, bool tensing);

#endif
