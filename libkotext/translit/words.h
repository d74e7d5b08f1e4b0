/* words.h - the forms of one word, weighed. */
#ifndef KTI_TRANSLIT_WORDS_H
#define KTI_TRANSLIT_WORDS_H

#include "translit/beam.h"
#include "translit/pronounced.h"

typedef struct kti_word_form {
    kt_str text; /* in the arena, or static */
    float score; /* ln, not normalized */
    const char *label;
} kti_word_form;

enum { KTI_WORD_FORMS = 48 };

/* What is asked for: the likeliest form, a list of forms, the orthography's form. */
typedef enum kti_wish { KTI_WISH_ONE, KTI_WISH_MANY, KTI_WISH_OFFICIAL } kti_wish;

typedef struct kti_word_maker {
    const kti_translit *translit;
    kti_wish wish;
    kti_beam_work *work;
    kti_arena *arena; /* where forms lie */
} kti_word_maker;

/* Lists the forms of a stretch of Latin text without other characters, best first, no two the
 * same. The first does not depend on how many are asked for. KT_ERR_NOMEM. */
kt_status kti_word_forms(const kti_word_maker *maker, kt_str word, kti_word_form *forms,
                         size_t *count);

/* "BBC" by the names of its letters: 비비시. In the arena; ptr NULL when out of memory. */
kt_str kti_latin_names(kt_str word, kti_arena *arena);

/* Whether capitals are read letter by letter first: BBC, but not NATO. */
bool kti_is_spelt_out(const kti_translit *translit, kt_str word);

/* Adds `form`, or the better score of the two when its text is there already. */
void kti_forms_add(kti_word_form *forms, size_t *count, kti_word_form form);
void kti_forms_sort(kti_word_form *forms, size_t count);

#endif
