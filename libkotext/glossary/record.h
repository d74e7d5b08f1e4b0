/* record.h - a row as texts, field by field: what every reader fills and every writer reads. */
#ifndef KTI_GLOSSARY_RECORD_H
#define KTI_GLOSSARY_RECORD_H

#include "glossary/glossary.h"

typedef enum kti_field {
    KTI_FIELD_KOREAN,
    KTI_FIELD_ENGLISH,
    KTI_FIELD_TYPE,
    KTI_FIELD_COUNT,
    KTI_FIELD_SCORE,
    KTI_FIELD_STATUS,
    KTI_FIELD_PRIORITY,
    KTI_FIELD_DEFINITION,
    KTI_FIELD_NOTE,
    KTI_FIELD_SOURCE,
    KTI_FIELD_EVIDENCE,
    KTI_FIELD_VARIANTS, /* read only: "A|B", more English forms, allowed */
    KTI_FIELDS
} kti_field;

enum { KTI_WRITTEN_FIELDS = KTI_FIELD_VARIANTS };

/* "korean", "english", ...; static. */
kt_str kti_field_name(kti_field field);

/* The field of a column heading or key, letters without case, other names for it included;
 * KTI_FIELDS for none. */
kti_field kti_field_of(kt_str name);

typedef struct kti_record {
    kti_buf fields[KTI_FIELDS];
    size_t line; /* where it begins, from 1 */
    bool failed; /* memory ran out for it, or for one before */
} kti_record;

void kti_record_init(kti_record *r, const kt_alloc *alloc);
void kti_record_free(kti_record *r);
void kti_record_clear(kti_record *r);
/* The texts and their variants only: what else the record has is said of another pair, too. */
void kti_record_clear_pair(kti_record *r);
/* KT_ERR_NOMEM when a record lost something since kti_record_init(). */
kt_status kti_record_status(const kti_record *r);

/* Adds a line to a field; an empty one adds nothing. Another Korean or English form is a variant.
 */
void kti_record_set(kti_record *r, kti_field field, kt_str value);

/* Adds the row and its variants; one without Korean or English adds nothing. Notes what it cannot
 * read. KT_ERR_NOMEM. */
kt_status kti_record_add(kti_record *r, kt_glossary *g);

/* Notes that a row has one text and not the other, which in a table is no translation to come. */
kt_status kti_record_note_half(kti_record *r, kt_glossary *g);

/* The other way: the fields of a row. */
void kti_record_of(kti_record *r, const kt_glossary_row *row);

kt_str kti_record_get(const kti_record *r, kti_field field);

/* A file being read. */
typedef struct kti_glossary_file {
    kt_glossary *glossary;
    kt_str text;
    kti_record record;
    kt_error *err;
} kti_glossary_file;

/* The readers and writers, one file each. A writer appends to `out`; rows are sorted. */
kt_status kti_tsv_read(kti_glossary_file *f);
kt_status kti_csv_read(kti_glossary_file *f);
kt_status kti_json_read(kti_glossary_file *f);
kt_status kti_tbx_read(kti_glossary_file *f);
kt_status kti_tmx_read(kti_glossary_file *f);
kt_status kti_xliff_read(kti_glossary_file *f);
kt_status kti_po_read(kti_glossary_file *f);

typedef kt_status kti_glossary_writer(const kt_glossary_row *rows, size_t count, kti_record *r,
                                      kti_buf *out);
kti_glossary_writer kti_tsv_write, kti_csv_write, kti_json_write, kti_tbx_write, kti_ntig_write,
    kti_tmx_write, kti_xliff_write, kti_xliff2_write, kti_po_write, kti_prompt_write,
    kti_hotwords_write;

typedef enum kti_tongue {
    KTI_TONGUE_UNTOLD,
    KTI_TONGUE_KOREAN,
    KTI_TONGUE_ENGLISH,
    KTI_TONGUE_OTHER
} kti_tongue;

/* By the first part of a language tag: ko-KR, EN_us, eng. */
kti_tongue kti_tongue_of(kt_str tag);

/* Whether the text has Hangul. */
bool kti_has_hangul(kt_str text);

#endif
