/* clauses.h - the clause of the orthography behind each letter of the words of a line. */
#ifndef KTI_TRANSLIT_CLAUSES_H
#define KTI_TRANSLIT_CLAUSES_H

#include "languages/languages.h"
#include "translit/tokens.h"
#include "translit/translit.h"

/* A step for each group of letters that the rules write: what the orthography alone makes of it,
 * whatever form was chosen. `language` NULL: English. KT_ERR_NOMEM. */
kt_status kti_clauses_explain(const kti_translit *translit, const kti_language *language,
                              kt_str text, const kti_latin_line *line, kti_arena *arena,
                              kti_explained *out);

/* kt_rule_info() of this layer. */
kt_rule kti_translit_rule(uint32_t index);

#endif
