/* glossary.h - the glossary seen from inside: rows, what reading noted, the last file written. */
#ifndef KTI_GLOSSARY_GLOSSARY_H
#define KTI_GLOSSARY_GLOSSARY_H

#include "core/arena.h"
#include "core/buf.h"
#include "kotext/glossary.h"

/* A text of a row that is there already, to be united with its lines when the rows are asked for.
 */
typedef struct kti_added_text {
    size_t row;
    unsigned which;
    kt_str text;
} kti_added_text;

/* Rows in an open hash table by Korean, English and type; evidence adds up in any order. */
struct kt_glossary {
    kt_alloc alloc;
    uint64_t seed; /* of the hashes */
    kti_arena texts;
    kt_glossary_row *rows;
    size_t count, capacity;
    kti_added_text *added;
    size_t added_count, added_capacity;
    uint32_t *slots; /* row index + 1; 0 = free */
    size_t slot_count;
    bool sorted;
    kt_glossary_problem *notes; /* of reading */
    size_t note_count, note_capacity;
    kt_glossary_problem *problems;
    size_t problem_count, problem_capacity;
    kti_buf written;
};

/* Notes what was odd in a file. Texts are copied. KT_ERR_NOMEM. */
kt_status kti_glossary_note(kt_glossary *g, const kt_glossary_problem *problem);

/* Whether its choices are ones that there are, and its score is within 0..1. */
bool kti_known_row(const kt_glossary_row *row);

/* The row of the pair, if it is there already; until the glossary changes. */
const kt_glossary_row *kti_glossary_find(kt_glossary *g, const kt_glossary_row *row);

#endif
