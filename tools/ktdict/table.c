#include "table.h"

#include <stdio.h>
#include <string.h>

void table_fault(table *t, size_t line, size_t column, const char *message, kt_str what) {
    fprintf(stderr, "%s:%zu:%zu: %s%s%.*s\n", t->path, line, column, message,
            what.len > 0 ? ": " : "", (int)what.len, what.ptr == NULL ? "" : what.ptr);
    t->faults++;
}

static size_t split(kt_str line, kt_str cells[TABLE_COLUMNS]) {
    size_t count = 0;
    while (line.ptr != NULL) {
        kt_str cell = kti_str_next_field(&line, '\t');
        if (count < TABLE_COLUMNS) cells[count] = cell;
        count++;
    }
    return count;
}

static size_t count_lines(kt_str text) {
    size_t lines = 0;
    for (size_t i = 0; i < text.len; i++)
        lines += text.ptr[i] == '\n';
    return lines + 1;
}

static void read_row(table *t, kt_str line, size_t number) {
    table_row *row = &t->rows[t->count];
    *row = (table_row){.line = line, .number = number};
    size_t cells = split(line, row->cells);
    if (cells != t->columns) {
        table_fault(t, number, 1, "wrong number of columns", line);
        return;
    }
    for (size_t i = 0; i < cells; i++)
        if (kti_str_eq(row->cells[i], KTI_STR("-"))) row->cells[i] = KTI_STR("");
    t->count++;
}

bool table_read(const char *path, kti_arena *arena, table *out) {
    kt_error err;
    *out = (table){.path = path};
    if (kt_file_map(path, &out->file, &err) != KT_OK) {
        fprintf(stderr, "%s: %s\n", path, err.message);
        return false;
    }
    kt_str rest = out->file.bytes;
    out->rows = kti_arena_take(arena, count_lines(rest) * sizeof *out->rows);
    if (out->rows == NULL) return false;
    kt_str heading = kti_str_next_field(&rest, '\n');
    out->columns = split(heading, out->heads);
    if (out->columns > TABLE_COLUMNS) {
        table_fault(out, 1, 1, "too many columns", heading);
        return false;
    }
    for (size_t number = 2; rest.ptr != NULL; number++) {
        kt_str line = kti_str_next_field(&rest, '\n');
        if (line.len > 0)
            read_row(out, line, number);
        else if (rest.ptr != NULL)
            table_fault(out, number, 1, "empty line", line);
    }
    return true;
}

void table_close(table *t) {
    kt_file_unmap(&t->file);
}

kt_str table_cell(const table *t, const table_row *row, const char *column) {
    for (size_t i = 0; i < t->columns; i++)
        if (kti_str_eq(t->heads[i], kti_str(column))) return row->cells[i];
    return KTI_STR("");
}
