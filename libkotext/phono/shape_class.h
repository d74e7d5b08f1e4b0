/* shape_class.h - where shape.h's questions need not be asked: by three syllables alone.
 *
 * Nearly all places between two syllables are decided by the final before and the initial and
 * vowel behind. These functions tell the few where the letters of the word may decide otherwise;
 * they may say so too often, never too seldom. tests/property/letters.c holds them to it.
 */
#ifndef KTI_PHONO_SHAPE_CLASS_H
#define KTI_PHONO_SHAPE_CLASS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline bool kti_is_among(uint32_t cp, const uint16_t *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (list[i] == cp) return true;
    return false;
}

#define KTI_AMONG(cp, list) kti_is_among((cp), (list), sizeof(list) / sizeof *(list))

/* What asks and is asked for. A place asks shape.h where what the syllables before and behind it
 * say have a bit in common. */
enum {
    KTI_SHAPE_ALWAYS = 1,  /* before: whatever stands behind */
    KTI_SHAPE_BY_NEXT = 2, /* behind: only if the syllable after it completes a word */
    KTI_SHAPE_SOME = 4,    /* behind: after changed finals, or stems in ㄴ and ㅁ */
    KTI_SHAPE_WATCHED = 8  /* behind: after all others */
};

/* Syllables behind which other things happen than behind their final in others. */
enum { KTI_SHAPE_OWN = 13 };

/* All take code points of syllables. */

/* Which of these a syllable is like; KTI_SHAPE_OWN for none. */
unsigned kti_shape_own(uint32_t a, bool tensing);
/* The first of each. */
uint32_t kti_shape_own_example(unsigned own);

/* What `b` is asked for when something stands before it: BY_NEXT, SOME, WATCHED. */
unsigned kti_shape_watched(uint32_t b, bool tensing);

/* Whether `b` completes a word with a syllable that says BY_NEXT. */
bool kti_shape_completes(uint32_t b);

/* What asks between `a` and syllables that begin with `l` and `v`. */
unsigned kti_shape_asks(uint32_t a, uint8_t l, uint8_t v, bool tensing, bool keep_h);

/* ---- with a space between (shape_across.c) -------------------------------------------------- */

/* Syllables before which other things happen than before their initial and vowel in others. */
enum { KTI_SHAPE_ACROSS = 5 };

/* Which of these a syllable is like; KTI_SHAPE_ACROSS for none. */
unsigned kti_shape_across_column(uint32_t b);
/* One to find out by what happens. */
uint32_t kti_shape_across_example(unsigned column);

/* As kti_shape_watched() and kti_shape_completes(), in addition to them. */
unsigned kti_shape_watched_across(uint32_t b);
bool kti_shape_completes_across(uint32_t b);

/* Whether the letters may decide before `b` and `next` (0: none), behind a word of three syllables
 * or more or not, where they were asked for without ALWAYS or in the first of the columns. */
bool kti_shape_is_open_across(uint32_t b, uint32_t next, bool behind_long);

/* As kti_shape_asks(); `column` is that of the syllable behind. */
unsigned kti_shape_asks_across(uint32_t a, unsigned column, uint8_t l, uint8_t v);

#endif
