/* loans.h - English words beside their Hangul, cut into letters and units, for translit's models.
 */
#ifndef KTTRAIN_LOANS_H
#define KTTRAIN_LOANS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/buf.h"
#include "lexicon/lexicon.h"
#include "translit/english.h"
#include "translit/grams.h"
#include "translit/tagger.h"

enum { LOAN_LETTERS = 40, LOAN_UNITS = 48, HELD_OUT_EVERY = 30 };

typedef struct loan {
    uint8_t letters[LOAN_LETTERS], units[LOAN_UNITS];
    uint8_t letter_count, unit_count;
    bool mined;                           /* by loans_mine() */
    bool held;                            /* kept for measuring */
    kti_chunk_units chunks[LOAN_LETTERS]; /* by loans_align() */
    uint16_t numbers[LOAN_LETTERS];       /* of the chunks among their letter's in the model */
    bool sounded;                         /* the sounds below are known */
    kti_english_chunk sounds[LOAN_LETTERS];
    uint32_t rules[LOAN_LETTERS];
} loan;

typedef struct loans {
    loan *items;
    size_t count, capacity;
} loans;

/* Adds the rows of a TSV with the columns english and hangul: a pair a word where both sides have
 * as many, otherwise the row where the Hangul is one word. */
bool loans_read(const char *path, loans *list);

/* Hangul as units; 0 when it is none, or too long. */
size_t loan_units(kt_str hangul, uint8_t units[LOAN_UNITS]);

/* Adds a copy of a loan. */
bool loans_add(loans *list, const loan *item);

/* Sorts, removes what is there twice, and sets some aside. */
void loans_settle(loans *list);

/* Learns which letter makes which units, gives each loan its chunks, and drops the worst. */
bool loans_align(loans *list);

/* Adds English words whose form, by these models and close to the rules, is in the word list. */
bool loans_mine(loans *list, const kti_lexicon *lexicon, const kti_english *sounds,
                const kti_grams *joint, const kti_tagger *tagger);

/* Writes the joint n-gram model learned from the loans not held out. */
bool train_joint(const loans *list, kti_buf *out);

#endif
