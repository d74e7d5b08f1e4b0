/* shapes.h - learns model.shape: which syllables names are built of, and which common nouns. */
#ifndef KTTRAIN_SHAPES_H
#define KTTRAIN_SHAPES_H

#include "core/buf.h"
#include "pairs.h"

/* Counts the persons and common nouns of the word list and the Hangul of `foreign`, and writes rows
 * of kti_syllable_shape to `out`. */
bool train_shapes(const kti_lexicon *lexicon, const pairs *foreign, kti_buf *out);

#endif
