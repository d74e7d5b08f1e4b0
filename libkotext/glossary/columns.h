/* columns.h - which column of a table is which field: by a heading line, or by its place. */
#ifndef KTI_GLOSSARY_COLUMNS_H
#define KTI_GLOSSARY_COLUMNS_H

#include "glossary/record.h"

enum { KTI_COLUMNS = 64 };

typedef struct kti_columns {
    kti_field fields[KTI_COLUMNS];
    kti_field heading[KTI_COLUMNS]; /* the first row's cells, read as a heading */
    size_t headings;                /* cells of the first row that name a field */
    bool begun, korean, source;
} kti_columns;

/* Without a heading: korean, english, type, count, score, as `kotext align` prints them. */
void kti_columns_init(kti_columns *c);

/* Cells in turn; those over KTI_COLUMNS are passed over. */
void kti_columns_cell(kti_columns *c, kti_record *r, size_t column, kt_str text);

/* The row ends: adds its record, unless it was the heading. */
kt_status kti_columns_row(kti_columns *c, kti_glossary_file *f);

#endif
