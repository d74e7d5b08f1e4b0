/* reverse.h - Latin letters back to Hangul, for the schemes that write sounds: several spellings
 * are possible, and a later layer ranks them by the words that they are.
 *
 * What stands between two vowels is looked up in a table of all pairs of final and initial, made
 * by romanizing them; so that whatever a scheme does forward is undone here. Letters are compared
 * without case, diacritics, apostrophes and hyphens. */
#ifndef KTI_ROMANIZE_REVERSE_H
#define KTI_ROMANIZE_REVERSE_H

#include "romanize/romanize.h"

typedef struct kti_reverse kti_reverse;

enum { KTI_REVERSE_MOST = 64, KTI_REVERSE_SYLLABLES = 14 };

/* A way to write a word, the likelier the lower its cost. */
typedef struct kti_spelling {
    char text[KTI_REVERSE_SYLLABLES * 3];
    size_t len;
    uint32_t cost;
} kti_spelling;

/* Makes the table of a scheme. KT_ERR_UNSUPPORTED for those that have none, KT_ERR_NOMEM. */
kt_status kti_reverse_open(const kti_lexicon *lexicon, kt_scheme scheme, const kt_alloc *alloc,
                           kti_reverse **out);
void kti_reverse_close(kti_reverse *reverse);
kt_scheme kti_reverse_scheme(const kti_reverse *reverse);

/* The spellings of one word, cheapest first; none when the word is none of the scheme.
 * KT_ERR_NOMEM. */
kt_status kti_reverse_word(const kti_reverse *reverse, kt_str word,
                           kti_spelling out[KTI_REVERSE_MOST], size_t *found);

/* Whether `written` is `word` to the letter, but for case (0), without diacritics and marks (1),
 * or something else (2). */
unsigned kti_reverse_distance(const kti_reverse *reverse, kt_str word, kt_str written);

#endif
