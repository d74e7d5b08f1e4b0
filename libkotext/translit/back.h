/* back.h - Hangul back to the Latin word it was written for: the joint model of letters and Hangul
 * (grams.h) read the other way, and the words that English is known to have. */
#ifndef KTI_TRANSLIT_BACK_H
#define KTI_TRANSLIT_BACK_H

#include "core/arena.h"
#include "core/rule.h"
#include "translit/loanword.h"
#include "translit/translit.h"

/* kt_rule_info() of a word that went back to its own letters. */
enum { KTI_BACK_RULE = KTI_RULES_TRANSLIT + KTI_LOAN_CLAUSES + 1 };

enum {
    KTI_BACK_UNITS = 40, /* most Hangul units of a word: about 15 syllables */
    KTI_BACK_MOST = 48   /* widest beam */
};

typedef struct kti_back_form {
    kt_str latin; /* small letters, in the arena */
    float score;  /* ln, not normalized */
    bool known;   /* the list of English words has it */
} kti_back_form;

/* What is looked for, and how hard: a beam of `beam` paths a place, at most KTI_BACK_MOST. */
typedef struct kti_back_search {
    const kti_translit *translit;
    size_t beam;
} kti_back_search;

/* Lists the likeliest Latin spellings of a word of Hangul syllables, best first, no two the same
 * but for marks. None for other text, for words too long, and without the model. Linear in the
 * word. KT_ERR_NOMEM. */
kt_status kti_back_word(kti_back_search how, kt_str word, kti_arena *arena, kti_back_form *forms,
                        size_t room, size_t *count);

#endif
