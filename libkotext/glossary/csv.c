/* csv.c - RFC 4180: quoted fields may hold commas, line ends and doubled quotes. Semicolons
 * separate where the first line has more of them than commas, or a line "sep=;" says so. */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "glossary/columns.h"
#include "glossary/record.h"

/* "sep=;", which tells Excel; 0 where there is no such line. */
static char told_separator(kt_str text) {
    static const kt_str sep = KTI_STR_INIT("sep=");
    bool told = text.len > sep.len && kti_str_eq_nocase(kti_str_cut(text, 0, sep.len), sep) &&
                kti_line_end_len(text, sep.len + 1) > 0;
    return told ? text.ptr[sep.len] : '\0';
}

static char separator_of(kt_str text) {
    size_t commas = 0, semicolons = 0;
    for (size_t i = 0; i < text.len && text.ptr[i] != '\n'; i++) {
        commas += text.ptr[i] == ',';
        semicolons += text.ptr[i] == ';';
    }
    return semicolons > commas ? ';' : ',';
}

/* A field in quotes at `*at`; false when they do not close. */
static bool read_quoted(kt_str text, size_t *at, size_t *line, kti_buf *cell) {
    for (++*at; *at < text.len; ++*at) {
        char c = text.ptr[*at];
        *line += c == '\n';
        if (c == '"') {
            bool doubled = *at + 1 < text.len && text.ptr[*at + 1] == '"';
            *at += doubled ? 1 : 0;
            if (!doubled) {
                ++*at;
                return true;
            }
        }
        if (c == '\r' && *at + 1 < text.len && text.ptr[*at + 1] == '\n') continue;
        kti_buf_add_byte(cell, c);
    }
    return false;
}

static void read_plain(kt_str text, size_t *at, char separator, kti_buf *cell) {
    size_t start = *at;
    while (*at < text.len && text.ptr[*at] != separator && text.ptr[*at] != '\n' &&
           text.ptr[*at] != '\r')
        ++*at;
    kti_buf_add(cell, text.ptr + start, *at - start);
}

static bool at_row_end(kt_str text, size_t at) {
    return at >= text.len || text.ptr[at] == '\n' || text.ptr[at] == '\r';
}

/* One row, from `*at` to behind its line end. */
static kt_status read_row(kti_glossary_file *f, kti_columns *columns, char separator, kti_buf *cell,
                          size_t *at, size_t *line) {
    kt_str text = f->text;
    f->record.line = *line;
    for (size_t column = 0;; column++) {
        size_t start = *at, first_line = *line;
        kti_buf_clear(cell);
        if (*at < text.len && text.ptr[*at] == '"' && !read_quoted(text, at, line, cell))
            return kti_fail_line(f->err, KT_ERR_SYNTAX, start, first_line,
                                 "a quoted field is never closed");
        read_plain(text, at, separator, cell);
        KTI_TRY(kti_buf_status(cell));
        kti_columns_cell(columns, &f->record, column, kti_buf_str(cell));
        if (at_row_end(text, *at)) break;
        ++*at;
    }
    if (*at < text.len && text.ptr[*at] == '\r') ++*at;
    if (*at < text.len && text.ptr[*at] == '\n') ++*at;
    ++*line;
    return kti_columns_row(columns, f);
}

kt_status kti_csv_read(kti_glossary_file *f) {
    kti_columns columns;
    kti_buf cell;
    size_t at = 0, line = 1;
    kt_status status = KT_OK;
    char told = told_separator(f->text), separator = told != '\0' ? told : separator_of(f->text);
    if (told != '\0') {
        size_t end = strlen("sep=;");
        at = end + kti_line_end_len(f->text, end);
        line = 2;
    }
    kti_columns_init(&columns);
    kti_buf_init(&cell, &f->glossary->alloc);
    while (at < f->text.len && status == KT_OK)
        status = read_row(f, &columns, separator, &cell, &at, &line);
    kti_buf_free(&cell);
    return status;
}

static bool wants_quotes(kt_str text) {
    if (text.len == 0) return false;
    if (kti_is_ascii_space(text.ptr[0]) || kti_is_ascii_space(text.ptr[text.len - 1])) return true;
    for (size_t i = 0; i < text.len; i++)
        if (strchr(",;\"\r\n", text.ptr[i]) != NULL && text.ptr[i] != '\0') return true;
    return false;
}

static void add_field(kti_buf *out, kt_str text) {
    if (!wants_quotes(text)) {
        kti_buf_add_str(out, text);
        return;
    }
    kti_buf_add_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"') kti_buf_add_byte(out, '"');
        kti_buf_add_byte(out, text.ptr[i]);
    }
    kti_buf_add_byte(out, '"');
}

kt_status kti_csv_write(const kt_glossary_row *rows, size_t count, kti_record *r, kti_buf *out) {
    for (int f = 0; f < KTI_WRITTEN_FIELDS; f++) {
        if (f > 0) kti_buf_add_byte(out, ',');
        kti_buf_add_str(out, kti_field_name((kti_field)f));
    }
    kti_buf_add_cstr(out, "\r\n");
    for (size_t i = 0; i < count; i++) {
        kti_record_of(r, &rows[i]);
        for (int f = 0; f < KTI_WRITTEN_FIELDS; f++) {
            if (f > 0) kti_buf_add_byte(out, ',');
            add_field(out, kti_record_get(r, (kti_field)f));
        }
        kti_buf_add_cstr(out, "\r\n");
    }
    return KT_OK;
}
