/* match.h - how likely a Hangul form and a Latin form name the same thing. */
#ifndef KTI_NAMES_MATCH_H
#define KTI_NAMES_MATCH_H

#include "lexicon/lexicon.h"
#include "names/units.h"

/* The models of an engine; read-only, shared. */
typedef struct kti_matcher {
    const kti_lexicon *lexicon;
    kti_units foreign; /* head NULL: the data has no such model */
    kti_units korean;
    const struct kti_given_model *given; /* NULL: none; see names/syllables.h */
    const struct kti_translit *translit; /* NULL: foreign names are not spelt */
} kti_matcher;

void kti_matcher_open(const kti_lexicon *lexicon, kti_matcher *out);

enum { KTI_SPELLINGS = 24 };

/* A Hangul name made ready to be compared with many Latin ones. */
typedef struct kti_prepared {
    kt_str text;
    kt_str surname; /* of a name that may be Korean; empty otherwise */
    kt_str given;
    uint8_t units[KTI_UNITS_MOST];
    size_t unit_count;
    uint8_t given_units[KTI_UNITS_MOST];
    size_t given_count;
    const struct kti_syllable_spelling *rows[3]; /* of the surname and the given name's syllables */
    size_t row_counts[3];
    uint32_t initials;     /* bit for each letter a..z that a spelling may begin with */
    size_t spelling_count; /* of the surname: Lee, Rhee and Yi are all 이 */
    kti_surname_spelling spellings[KTI_SPELLINGS];
} kti_prepared;

void kti_match_prepare(const kti_matcher *matcher, kt_str hangul, kti_prepared *out);

/* 0..1, by sound and spelling alone. `*evidence` (may be NULL) gets the ln of how much likelier the
 * Latin is as a spelling of the name than by chance: it grows with every letter that agrees. */
double kti_match_spelling(const kti_matcher *matcher, const kti_prepared *name, kt_str latin,
                          double *evidence);

/* A probability, where a dictionary may know better: see kt_names_match(). */
double kti_match(const kti_matcher *matcher, const kti_prepared *name, kt_str latin);

/* The share of bearers of `surname` that spell it `latin`; 0 when none is known to. */
double kti_match_surname(const kti_matcher *matcher, kt_str surname, kt_str latin);

#endif
