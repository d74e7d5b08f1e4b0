/* terms.h - searching text for the forms of a glossary. */
#ifndef KTI_GLOSSARY_TERMS_H
#define KTI_GLOSSARY_TERMS_H

#include "core/arena.h"
#include "core/buf.h"
#include "kotext/terms.h"

/* One side of a row under its folded key: small base letters, no hyphens, spaces, apostrophes. */
typedef struct kti_term_form {
    uint32_t key; /* where in the pool */
    uint32_t row;
    uint8_t len;
    uint8_t korean;
} kti_term_form;

enum { KTI_KEY_LONGEST = 255, KTI_KEY_STARTS = 65536 };

struct kt_terms {
    kt_alloc alloc;
    kti_arena texts;
    kt_glossary_row *rows; /* by Korean and type, the form to write first */
    uint32_t *best;        /* of each row */
    size_t count;
    kti_term_form *forms; /* by key; of the same key the better row first */
    size_t form_count;
    kti_buf pool;
    uint32_t *starts; /* of the forms by the first two bytes of the key, and one more */
};

/* Appends the folded code point at `at` to `key`; nothing for what folding passes over. Returns the
 * bytes read. 0: a text ends here, such as a line end doubled. */
size_t kti_term_fold(kt_str text, size_t at, char key[4], size_t *len);

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
