/* words.h - the words that may begin at a syllable. They are kept, for the ends of eojeols repeat
 * themselves; what is found never depends on what is kept. */
#ifndef KTI_SPACING_WORDS_H
#define KTI_SPACING_WORDS_H

#include "core/arena.h"
#include "lexicon/lexicon.h"
#include "spacing/classes.h"

typedef struct kti_spacing_word {
    int32_t cost;
    uint16_t left, right; /* classes of morphs.h */
    uint8_t begins, ends; /* kti_begin, kti_end */
    uint8_t syllables;
    uint8_t whole; /* 1: a compound, which is a word by itself (우리나라); 2: a verb with 못, 안 or
                      잘 in it, which is rarer than its parts (못하다) */
} kti_spacing_word;

typedef struct kti_spacing_words {
    const kti_spacing_word *items; /* those of one left class and beginning lie together */
    uint32_t count;
    uint32_t node; /* of the trie, where longer words go on; KTI_TRIE_NONE = there are none */
} kti_spacing_words;

enum { KTI_SPACING_REST = 12 }; /* syllables that are looked at */

typedef struct kti_spacing_store kti_spacing_store;

kt_status kti_spacing_store_new(const kt_alloc *alloc, const kti_lexicon *lexicon,
                                kti_spacing_store **out);
void kti_spacing_store_free(kti_spacing_store *store);

/* The listed words and names that `rest`, 1 to KTI_SPACING_REST syllables, begins with. Valid until
 * the next call. KT_ERR_NOMEM. */
kt_status kti_spacing_words_of(kti_spacing_store *store, kt_str rest, kti_spacing_words *out);

/* One reading of a surface as a word. */
kti_spacing_word kti_spacing_word_of(const kti_morphs *morphs, uint32_t reading, kt_str surface);

/* A word that the list does not have. */
kti_spacing_word kti_spacing_unlisted(const kti_morphs *morphs, kt_str surface, kti_unknown what,
                                      int32_t cost);

#endif
