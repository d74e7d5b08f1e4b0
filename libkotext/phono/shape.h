/* shape.h - what can be told of morphemes without a lexicon, from the letters of an eojeol.
 *
 * Each function answers one question of one article. The word lists are knowledge of the language,
 * kept short: closed classes, and words that the articles themselves are about.
 */
#ifndef KTI_PHONO_SHAPE_H
#define KTI_PHONO_SHAPE_H

#include "phono/phono.h"

/* In all of these, the question is about the place between syllable `at - 1` and syllable `at`. */

/* Article 15: a word of its own begins at `at` (옷, 위, 앞, 없-), or a prefix ends before it. */
bool kti_shape_own_word(const kti_phono *p, size_t at);

/* Article 16: `at - 1` ends the name of a letter (디귿). */
bool kti_shape_letter_name(const kti_phono *p, size_t at);

/* Article 20: `at` is a Sino-Korean suffix behind a word of two syllables or more (의견란). */
bool kti_shape_sino_suffix(const kti_phono *p, size_t at);

/* Articles 11, 24, 25: `at - 1` is a predicate's stem and an ending begins at `at` (앉고). */
bool kti_shape_ending(const kti_phono *p, size_t at);

/* Article 26: the word has the look of Sino-Korean on both sides of `at` (갈등). */
bool kti_shape_sino_pair(const kti_phono *p, size_t at);

/* Article 27: `at - 1` is the modifier -(으)ㄹ before what it modifies (할 것, 할수록). */
bool kti_shape_modifier(const kti_phono *p, size_t at);

/* Article 29: a second word with 이 야 여 요 유 begins at `at` (꽃잎, 식용유). */
bool kti_shape_inserts_n(const kti_phono *p, size_t at);

/* RR 3.1: the ㅎ at `at` is a verb's suffix (잡혀), not a noun's syllable (묵호). */
bool kti_shape_verbal_h(const kti_phono *p, size_t at);

/* The number of syllables of the eojeol before `at`. */
size_t kti_shape_before(const kti_phono *p, size_t at);

#endif
