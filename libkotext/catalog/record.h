/* record.h - one MARC record: its fields and subfields, and which belong together. */
#ifndef KTI_CATALOG_RECORD_H
#define KTI_CATALOG_RECORD_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/buf.h"
#include "kotext/catalog.h"

/* The record length of MARC 21 (five digits) has room for no more entries of twelve bytes. */
enum { KTI_MARC_FIELDS = 8333, KTI_MARC_SUBFIELDS = 65536 };

typedef struct kti_marc_subfield {
    char code;
    kt_span span; /* of the content, in the file */
    kt_str text;  /* decoded, without white space at the ends */
} kti_marc_subfield;

typedef struct kti_marc_field {
    uint32_t key;  /* the tag of the pair and its linking number: 24501; 0: not linked */
    bool original; /* a field 880 */
    kt_str tag, link;
    kt_span span;
    size_t first, count; /* subfields */
} kti_marc_field;

typedef struct kti_marc_record {
    uint32_t number;
    kt_str control;
    bool korean;     /* field 008 names the language kor */
    kti_buf *fields; /* kti_marc_field */
    kti_buf *subfields;
} kti_marc_record;

/* Reads "880-01", "245-01/$1" of a field with `tag` into key, link and original; false when it is
 * none. */
bool kti_marc_field_link(kti_marc_field *field, kt_str six);

/* Adds the pairs of a record to `pairs` (kt_catalog_pair), texts in `arena`. */
kt_status kti_marc_record_pairs(const kti_marc_record *record, kti_arena *arena, kti_buf *pairs);

#endif
