/* listed.h - English words and names whose Hangul is settled: dicts/loanwords.tsv, compiled by
 * ktdict.
 *
 * The section `loanwords`: a head, per row where its text begins and of what kind it is, the Hangul
 * forms in byte order, and the texts: the English, then the Hangul forms, each ended by NUL, one
 * more NUL at the end of a row. Rows are in order of their folded English: letters a to z alone, in
 * lower case.
 */
#ifndef KTI_TRANSLIT_LISTED_H
#define KTI_TRANSLIT_LISTED_H

#include <stdbool.h>

#include "core/buf.h"
#include "lexicon/lexicon.h"

enum {
    KTI_LISTED_MAGIC = 0x324C544B, /* "KTL2" */
    KTI_LISTED_FORMS = 4,          /* most Hangul forms of a row */
    KTI_LISTED_AT = (1 << 28) - 1  /* the bits of a row that tell where; those above its kind */
};

/* What a row is; or-ed. */
typedef enum kti_listed_kind {
    KTI_LISTED_WORD = 1 << 0,
    KTI_LISTED_NAME = 1 << 1, /* of a person */
    KTI_LISTED_PLACE = 1 << 2,
    KTI_LISTED_BRAND = 1 << 3
} kti_listed_kind;

typedef struct kti_listed_head {
    uint32_t magic, rows, forms, reserved;
} kti_listed_head;

/* A Hangul form: where it stands in the texts, and its row. */
typedef struct kti_listed_form {
    uint32_t at, row;
} kti_listed_form;

typedef struct kti_listed {
    const kti_listed_head *head; /* NULL: none in the data */
    const uint32_t *rows;        /* the kind times KTI_LISTED_AT + 1, and where */
    const kti_listed_form *forms;
    kt_str texts;
} kti_listed;

/* False when `section` is damaged; an empty one opens as none. */
bool kti_listed_open(kt_str section, kti_listed *out);

/* Those of a lexicon's data; none when it has none or they are damaged. */
kti_listed kti_loanwords_of(const kti_lexicon *lexicon);

/* The Hangul forms of an English word, the first one first; returns their number. Case, marks and
 * all but letters are passed over. */
size_t kti_listed_hangul(const kti_listed *list, kt_str english, kt_str forms[KTI_LISTED_FORMS]);

/* The English words of a Hangul form, at most `room`; returns their number. */
size_t kti_listed_english(const kti_listed *list, kt_str hangul, kt_str *words, size_t room);

/* The kinds of the rows that have a Hangul form; 0: there is none. */
unsigned kti_listed_kinds(const kti_listed *list, kt_str hangul);

/* Orders English words as rows are; 0 for the same folded. */
int kti_listed_compare(kt_str a, kt_str b);

#endif
