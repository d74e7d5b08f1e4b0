/* classes.h - fewer classes: those whose costs are nearly the same become one. */
#ifndef KTDICT_CLASSES_H
#define KTDICT_CLASSES_H

#include "mecab.h"

typedef struct classes {
    uint16_t *left_of, *right_of; /* class of each of mecab's */
    int16_t *costs;               /* rights rows of lefts */
    uint32_t lefts, rights;
} classes;

/* Joins classes whose costs differ by at most `tolerance` in the mean. False: out of memory. */
bool classes_join(const mecab_dictionary *d, unsigned tolerance, classes *out);
void classes_free(classes *c);

#endif
