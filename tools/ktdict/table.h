/* table.h - the project's TSV tables: a heading, then rows, with errors as file:line:col. */
#ifndef KTDICT_TABLE_H
#define KTDICT_TABLE_H

#include "core/arena.h"
#include "core/str.h"
#include "kotext/file.h"

enum { TABLE_COLUMNS = 12 };

typedef struct table_row {
    kt_str cells[TABLE_COLUMNS]; /* "" for "-" */
    kt_str line;
    size_t number; /* 1-based line */
} table_row;

typedef struct table {
    const char *path;
    kt_file file;
    kt_str heads[TABLE_COLUMNS];
    size_t columns;
    table_row *rows;
    size_t count;
    int faults; /* printed so far */
} table;

/* Reads a file; prints what is wrong with its shape. False when it cannot be read at all. */
bool table_read(const char *path, kti_arena *arena, table *out);
void table_close(table *table);

/* The cell under `column`; "" when the table has no such column. */
kt_str table_cell(const table *table, const table_row *row, const char *column);

/* Prints "path:line:col: message" to stderr and counts it. */
void table_fault(table *table, size_t line, size_t column, const char *message, kt_str what);

#endif
