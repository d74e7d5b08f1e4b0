/* words.h - what the words of a text say about its names: readings against candidates. */
#ifndef KTI_NAMES_WORDS_H
#define KTI_NAMES_WORDS_H

#include "names/weigher.h"

/* Fills `out` with the names that stand in one eojeol: those of dictionaries that begin in
 * `within`, surer or less sure by how they lie among the morphemes, and those that the reading
 * sees. In no order. `of` are the eojeols of `within`. KT_ERR_NOMEM. */
kt_status kti_names_weigh(kti_weigher *w, kt_span within, kti_eojeols of, kti_arena *arena,
                          kti_candidates *out);

/* Fills the weigher's list with all names, those of several words as well, in order. */
kt_status kti_names_weigh_all(kti_weigher *w, kti_arena *arena);

#endif
