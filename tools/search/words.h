/* words.h - what the words of a text are looked up by: stems without particles and endings. */
#ifndef KOTEXT_SEARCH_WORDS_H
#define KOTEXT_SEARCH_WORDS_H

#include <kotext/kotext.h>

#include <stdbool.h>

/* How a morpheme is looked up. */
typedef enum lookup {
    LOOKUP_NOT,     /* particles, endings, marks: not at all */
    LOOKUP_FORM,    /* by its form: nouns, adverbs */
    LOOKUP_VERB,    /* by its form and 다 */
    LOOKUP_FOREIGN, /* by the other tokenizer: Latin letters, digits, other scripts */
} lookup;

lookup lookup_of(const kt_morpheme *m);

/* Whether a noun may be somebody's or something's name. */
bool is_name(const kt_morpheme *m);

#endif
