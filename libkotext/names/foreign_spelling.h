/* foreign_spelling.h - names of other languages, back from Hangul into their own letters. */
#ifndef KTI_NAMES_FOREIGN_SPELLING_H
#define KTI_NAMES_FOREIGN_SPELLING_H

#include "core/arena.h"
#include "names/match.h"

typedef struct kti_foreign_spelling {
    kt_str text; /* in the arena */
    double p;    /* all add up to one at most */
} kti_foreign_spelling;

/* Lists the spellings of a name of up to four words, likeliest first: the settled words, those of
 * names that the dictionary has, and what the model makes of the others. None for longer ones.
 * KT_ERR_NOMEM. */
kt_status kti_foreign_spellings(const kti_matcher *m, kt_str hangul, kti_arena *arena,
                                const kti_foreign_spelling **list, size_t *count);

#endif
