/* shape.h - how much a string is built like a name, syllable by syllable. */
#ifndef KTI_NAMES_SHAPE_H
#define KTI_NAMES_SHAPE_H

#include "lexicon/lexicon.h"

/* One row of model.shape, sorted by syllable. Values are sixteenths of a natural logarithm: how
 * much likelier the syllable is in that place of a name than in that place of a common noun. */
typedef struct kti_syllable_shape {
    uint16_t syllable; /* code point */
    int8_t surname;    /* weighed by bearers */
    int8_t first;      /* of a given name of two syllables */
    int8_t second;
    int8_t foreign; /* anywhere in a transliterated name */
    uint16_t zero;
} kti_syllable_shape;

/* The rows of model.shape; none when the data has no such model, and every value is 0 then. */
typedef struct kti_shapes {
    const kti_syllable_shape *rows;
    size_t count;
    const uint16_t *row_of; /* of each syllable, and one; 0: none. NULL: they are searched */
} kti_shapes;

kti_shapes kti_shapes_of(const kti_lexicon *lexicon);

/* Fills `row_of` and lets the rows be found by it from then on; it stays the caller's. */
enum { KTI_SHAPE_SYLLABLES = 19 * 21 * 28 };
void kti_shapes_map(kti_shapes *shapes, uint16_t row_of[KTI_SHAPE_SYLLABLES]);

/* Log likelihood ratio of a surname of one syllable and a given name of one or two. */
double kti_shape_full(kti_shapes shapes, kt_str name);
/* That of a surname of one syllable alone, and of a given name of one or two. */
double kti_shape_surname(kti_shapes shapes, kt_str surname);
double kti_shape_given(kti_shapes shapes, kt_str name);
/* The mean over the syllables of a word: above 0 it looks transliterated. */
double kti_shape_foreign(kti_shapes shapes, kt_str word);
/* That for the whole word, in nats; and what is left of it for a name that might be that of a
 * Korean person as well: above 0 it is likelier foreign. */
double kti_shape_foreign_whole(kti_shapes shapes, kt_str word);
double kti_shape_foreign_or_person(kti_shapes shapes, kt_str name);

/* With how many of the ten commonest surnames the word list knows a person of this given name. */
unsigned kti_given_name_bearers(const kti_lexicon *lexicon, kt_str given);

#endif
