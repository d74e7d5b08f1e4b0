/* terms.h - searching text for the forms of a glossary. */
#ifndef KTI_GLOSSARY_TERMS_H
#define KTI_GLOSSARY_TERMS_H

#include "core/arena.h"
#include "glossary/edges.h"
#include "glossary/forms.h"
#include "kotext/terms.h"

struct kt_terms {
    kt_alloc alloc;
    kti_arena texts;
    kt_glossary_row *rows; /* by Korean and type, the form to write first */
    uint32_t *best;        /* of each row */
    size_t count;
    kti_forms forms;
    kti_edge_particles particles;
};

/* Which of two rows of one term is to be written: below 0 for `a`. */
int kti_by_preference(const kt_glossary_row *a, const kt_glossary_row *b);

/* Hits in NFC text, in `arena`. KT_ERR_NOMEM. */
kt_status kti_terms_find(const kt_terms *terms, kt_str text, kti_arena *arena, kt_term_hit **hits,
                         size_t *count);

/* A row that may be written and has the same English; NULL when there is none. A forbidden row with
 * no other English of its own forbids its Korean. */
const kt_glossary_row *kti_terms_other(const kt_terms *terms, const kt_glossary_row *row);

enum { KTI_GLOSSARY_ADD = 1, KTI_GLOSSARY_INSTEAD, KTI_GLOSSARY_FORBIDDEN, KTI_GLOSSARY_STYLE };

/* Writes NFC text to `out` with its hits changed; see kotext/terms.h. */
kt_status kti_terms_annotate(const kt_terms *terms, kt_str text, const kt_annotate_options *opts,
                             kti_arena *arena, kt_text *out);
kt_status kti_terms_apply(const kt_terms *terms, kt_str text, kti_arena *arena, kt_text *out);

kt_rule kti_glossary_rule(uint32_t index);

#endif
