/* pairs.h - the training pairs: Hangul and Latin words, read from TSV files. */
#ifndef KTTRAIN_PAIRS_H
#define KTTRAIN_PAIRS_H

#include "core/arena.h"
#include "kotext/file.h"
#include "lexicon/lexicon.h"

typedef struct pair {
    kt_str hangul, latin;
    kt_str surname, surname_latin; /* of a Korean person, whose given name the others are */
    double surname_share;          /* of its bearers that spell it so */
    double weight;                 /* of the file */
} pair;

typedef struct pairs {
    pair *items;
    size_t count, capacity;
    kti_arena *arena;
    double weight; /* of the pairs that are added */
} pairs;

/* Which column of a TSV, from 0, the heading names so; SIZE_MAX: none. */
size_t column_of(kt_str heading, const char *name);

bool pairs_add(pairs *list, kt_str hangul, kt_str latin);

/* Reads the columns `hangul` and `english` of a TSV. Rows whose Hangul and English have the same
 * number of words give one pair a word; Korean names are kept whole. */
bool pairs_read(const char *path, kt_file *file, const kti_lexicon *lexicon, pairs *foreign,
                pairs *korean);

/* The share of the bearers of `surname` that spell it `latin`; 0 for no spelling of it. */
double spells_surname(const kti_lexicon *lexicon, kt_str surname, kt_str latin);

#endif
