/* tsv.c - one row a line, fields between tabs; \t, \n and \\ inside of them, "-" for none. */
#include "core/status.h"
#include "core/str.h"
#include "glossary/columns.h"
#include "glossary/record.h"

static void add_decoded(kti_buf *out, kt_str field) {
    if (field.len == 1 && field.ptr[0] == '-') return;
    for (size_t i = 0; i < field.len; i++) {
        char c = field.ptr[i];
        if (c == '\\' && i + 1 < field.len) {
            c = field.ptr[++i];
            c = c == 't' ? '\t' : c == 'n' ? '\n' : c;
        }
        kti_buf_add_byte(out, c);
    }
}

static kt_status read_line(kti_glossary_file *f, kti_columns *columns, kti_buf *cell, kt_str line) {
    kt_str rest = line;
    size_t column = 0;
    while (rest.ptr != NULL) {
        kt_str field = kti_str_next_field(&rest, '\t');
        kti_buf_clear(cell);
        add_decoded(cell, field);
        KTI_TRY(kti_buf_status(cell));
        kti_columns_cell(columns, &f->record, column++, kti_buf_str(cell));
    }
    return kti_columns_row(columns, f);
}

kt_status kti_tsv_read(kti_glossary_file *f) {
    kt_str rest = f->text;
    kti_columns columns;
    kti_buf cell;
    kt_status status = KT_OK;
    kti_columns_init(&columns);
    kti_buf_init(&cell, &f->glossary->alloc);
    for (size_t line = 1; rest.ptr != NULL && status == KT_OK; line++) {
        kt_str text = kti_str_next_field(&rest, '\n');
        if (text.len > 0 && text.ptr[text.len - 1] == '\r') text.len--;
        f->record.line = line;
        if (text.len > 0 && text.ptr[0] != '#') status = read_line(f, &columns, &cell, text);
    }
    kti_buf_free(&cell);
    return status;
}

static void add_field(kti_buf *out, kt_str text) {
    if (text.len == 0) kti_buf_add_byte(out, '-');
    if (text.len == 1 && text.ptr[0] == '-') kti_buf_add_byte(out, '\\');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool escaped = c == '\t' || c == '\n' || c == '\\';
        if (escaped) kti_buf_add_byte(out, '\\');
        kti_buf_add_byte(out, c == '\t' ? 't' : c == '\n' ? 'n' : c);
    }
}

kt_status kti_tsv_write(const kt_glossary_row *rows, size_t count, kti_record *r, kti_buf *out) {
    for (int f = 0; f < KTI_WRITTEN_FIELDS; f++) {
        if (f > 0) kti_buf_add_byte(out, '\t');
        kti_buf_add_str(out, kti_field_name((kti_field)f));
    }
    kti_buf_add_byte(out, '\n');
    for (size_t i = 0; i < count; i++) {
        kti_record_of(r, &rows[i]);
        if (kti_str_starts(rows[i].korean, KTI_STR("#"))) kti_buf_add_byte(out, '\\');
        for (int f = 0; f < KTI_WRITTEN_FIELDS; f++) {
            if (f > 0) kti_buf_add_byte(out, '\t');
            add_field(out, kti_record_get(r, (kti_field)f));
        }
        kti_buf_add_byte(out, '\n');
    }
    return KT_OK;
}
