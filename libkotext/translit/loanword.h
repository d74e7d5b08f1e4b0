/* loanword.h - the Loanword Orthography (외래어 표기법), chapter 3, section 1: English sounds in
 * Hangul, clause by clause. docs/spec/loanword-english.md is the section as examples. */
#ifndef KTI_TRANSLIT_LOANWORD_H
#define KTI_TRANSLIT_LOANWORD_H

#include "kotext/text.h"
#include "translit/english.h"

enum {
    KTI_LOAN_TABLE, /* table 1: one sound, one letter */
    KTI_LOAN_1_1,   /* voiceless stops */
    KTI_LOAN_1_2,
    KTI_LOAN_1_3,
    KTI_LOAN_2, /* voiced stops */
    KTI_LOAN_3_1,
    KTI_LOAN_3_2,
    KTI_LOAN_3_3,
    KTI_LOAN_4_1, /* affricates */
    KTI_LOAN_4_2,
    KTI_LOAN_5_1, /* nasals */
    KTI_LOAN_5_2,
    KTI_LOAN_6_1, /* l */
    KTI_LOAN_6_2,
    KTI_LOAN_7, /* long vowels */
    KTI_LOAN_8, /* diphthongs */
    KTI_LOAN_9_1,
    KTI_LOAN_9_2,
    KTI_LOAN_9_3,
    KTI_LOAN_10_1, /* compounds */
    KTI_LOAN_10_2,
    KTI_LOAN_CLAUSES
};

enum { KTI_LOAN_UNITS = KTI_ENGLISH_WORD * 6 };

/* One written unit (numbered as in grams.h), the letter it comes from, and the clause. */
typedef struct kti_loan_unit {
    uint8_t unit, letter, clause;
} kti_loan_unit;

/* Writes a word; `letters` are those of english.h or letters.h. Returns the number of units. */
size_t kti_loanword(const uint8_t *letters, const kti_english_chunk *sounds, size_t count,
                    kti_loan_unit units[KTI_LOAN_UNITS]);

/* The same as units by letter, up to three each, packed as in grams.h. */
void kti_loanword_tags(const uint8_t *letters, const kti_english_chunk *sounds, size_t count,
                       uint32_t *tags);

/* The clause as standard, article and summary. */
kt_rule kti_loanword_rule(uint32_t clause);

#endif
