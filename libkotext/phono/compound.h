/* compound.h - what happens where two parts of a noun meet: articles 15, 20, 26, 28, 29. */
#ifndef KTI_PHONO_COMPOUND_H
#define KTI_PHONO_COMPOUND_H

#include "lexicon/sounds.h"
#include "phono/phono.h"

/* One part of a noun: a morpheme, or what a long one falls into. */
typedef struct kti_piece {
    uint32_t first, end; /* syllables */
    uint8_t tag;         /* kt_tag */
    bool inner;          /* split off a longer morpheme by its looks */
    bool unknown;        /* not in the word list */
    bool name;           /* of a person */
} kti_piece;

/* A noun in its parts. `units` has a unit a syllable from `pieces[0].first` on: the Hanja, the
 * syllable itself where it is known not to be Sino-Korean, 0 where nothing is known. */
typedef struct kti_noun {
    const kti_phono *phono;
    const kti_lexicon *lexicon;
    const kti_piece *pieces;
    size_t count;
    const uint16_t *units;
} kti_noun;

typedef struct kti_verdict {
    kti_sound sound;
    uint32_t rule;
} kti_verdict;

/* What happens where pieces `at - 1` and `at` meet. KTI_SOUND_OPEN when nothing special does. */
kti_verdict kti_compound_meets(const kti_noun *noun, size_t at);

/* What happens before syllable `at` inside a piece. */
kti_verdict kti_compound_inside(const kti_noun *noun, const kti_piece *piece, uint32_t at);

#endif
