/* lint.c - the rules of dicts/README.md as checks; prints file:line:col for each breach. */
#define _POSIX_C_SOURCE 200809L

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/utf8.h"
#include "ktdict.h"
#include "loanwords.h"
#include "sounds.h"
#include "table.h"
#include "unicode/nfc.h"
#include "unicode/props.h"

static const struct shape {
    const char *name, *heading;
} shapes[] = {
    {"people.tsv", "korean english also_korean also_english hanja kind region source"},
    {"places.tsv",
     "korean english also_korean also_english hanja kind region adjective metonym source"},
    {"organisations.tsv", "korean english also_korean also_english hanja kind region source"},
    {"terms.tsv", "korean english also_korean also_english kind region source"},
    {"titles.tsv", "korean english also_english kind source"},
    {"surnames.tsv", "hangul hanja bearers source"},
    {"surname_spellings.tsv", "hangul latin share source"},
    {"headline_hanja.tsv", "hanja hangul korean english kind source"},
    {"loanwords.tsv", "english korean also_korean kind source"},
    {"pronunciation.tsv", "korean reading kind article source"},
    {"SOURCES.tsv", "source title licence note"},
};

typedef struct linter {
    kti_arena arena;
    table sources;
    int faults;
} linter;

/* ---- one cell ------------------------------------------------------------------------------- */

static bool has_control(kt_str cell) {
    for (size_t at = 0; at < cell.len;) {
        kti_cp unit = kti_utf8_at(cell, at);
        if (!unit.valid || kti_cp_is_control(unit.cp)) return true;
        at += unit.len;
    }
    return false;
}

static void check_cell(table *t, const table_row *row, kt_str cell) {
    size_t column = (size_t)(cell.ptr - row->line.ptr) + 1;
    if (cell.len == 0) return; /* "-" */
    if (!kti_str_eq(kti_str_trim(cell), cell))
        table_fault(t, row->number, column, "space at an end", cell);
    if (has_control(cell))
        table_fault(t, row->number, column, "control or ill-formed character", cell);
    else if (!kti_nf_is(KTI_NFC, cell)) {
        kti_arena scratch;
        kti_arena_init(&scratch, NULL);
        kt_str nfc = kti_nf_short(KTI_NFC, cell, &scratch);
        if (!kti_str_eq(nfc, cell)) table_fault(t, row->number, column, "not in NFC", cell);
        kti_arena_free(&scratch);
    }
    if (kti_str_find(cell, KTI_STR("||"), 0) != SIZE_MAX || cell.ptr[cell.len - 1] == '|' ||
        cell.ptr[0] == '|')
        table_fault(t, row->number, column, "empty value in a list", cell);
}

/* ---- one row -------------------------------------------------------------------------------- */

static bool is_known_source(const linter *l, kt_str source) {
    for (size_t i = 0; i < l->sources.count; i++)
        if (kti_str_eq(l->sources.rows[i].cells[0], source)) return true;
    return false;
}

static bool is_region(kt_str region) {
    return region.len == 2 && region.ptr[0] >= 'a' && region.ptr[0] <= 'z' &&
           region.ptr[1] >= 'a' && region.ptr[1] <= 'z';
}

static void check_row(linter *l, table *t, const table_row *row) {
    for (size_t i = 0; i < t->columns; i++)
        if (row->cells[i].ptr >= row->line.ptr &&
            row->cells[i].ptr <= row->line.ptr + row->line.len)
            check_cell(t, row, row->cells[i]);
    if (row->cells[0].len == 0) table_fault(t, row->number, 1, "no main form", row->line);
    if (kti_str_eq(t->heads[0], KTI_STR("source"))) return;
    kt_str source = table_cell(t, row, "source");
    if (!is_known_source(l, source)) table_fault(t, row->number, 1, "unknown source", source);
    kt_str region = table_cell(t, row, "region");
    if (region.len > 0 && !is_region(region)) table_fault(t, row->number, 1, "bad region", region);
    if (kti_str_eq(t->heads[1], KTI_STR("english")) && row->cells[1].len == 0)
        table_fault(t, row->number, 1, "no English form", row->line);
}

static void check_order(table *t) {
    for (size_t i = 1; i < t->count; i++) {
        const table_row *row = &t->rows[i];
        int order = kti_str_cmp(t->rows[i - 1].line, row->line);
        if (order > 0) table_fault(t, row->number, 1, "not sorted", row->line);
        size_t key = kti_str_eq(t->heads[0], KTI_STR("hanja")) ? 3 : 2; /* 日 is 일본 and 일요일 */
        bool same = true;
        for (size_t k = 0; k < key; k++)
            same = same && kti_str_eq(t->rows[i - 1].cells[k], row->cells[k]);
        if (same) table_fault(t, row->number, 1, "the same row twice", row->line);
    }
}

static void check_shares(table *t) {
    unsigned sum = 0;
    for (size_t i = 0; i < t->count; i++) {
        const table_row *row = &t->rows[i];
        kt_str share = table_cell(t, row, "share");
        unsigned value = 0;
        for (size_t d = 0; d < share.len; d++) {
            if (!kti_is_ascii_digit(share.ptr[d]))
                table_fault(t, row->number, 1, "not a number", share);
            value = value * 10 + (unsigned)(share.ptr[d] - '0');
        }
        bool same = i > 0 && kti_str_eq(t->rows[i - 1].cells[0], row->cells[0]);
        sum = same ? sum + value : value;
        if (value == 0 || sum > 1000)
            table_fault(t, row->number, 1, "shares are not 1..1000", share);
    }
}

/* ---- files ---------------------------------------------------------------------------------- */

static void check_heading(table *t, const char *wanted) {
    kt_str rest = kti_str(wanted);
    for (size_t i = 0; i < t->columns || rest.ptr != NULL; i++) {
        kt_str head = rest.ptr == NULL ? KTI_STR("") : kti_str_next_field(&rest, ' ');
        if (i >= t->columns || !kti_str_eq(t->heads[i], head)) {
            table_fault(t, 1, 1, "columns should be", kti_str(wanted));
            return;
        }
    }
}

static int check_file(linter *l, const char *path, const char *name) {
    table t;
    const char *heading = NULL;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (strcmp(name, shapes[i].name) == 0) heading = shapes[i].heading;
    if (!table_read(path, &l->arena, &t)) return EXIT_IO;
    if (heading == NULL)
        table_fault(&t, 1, 1, "a table that dicts/README.md does not know", kti_str(name));
    else
        check_heading(&t, heading);
    if (t.file.bytes.len > 0 && t.file.bytes.ptr[t.file.bytes.len - 1] != '\n')
        table_fault(&t, t.count + 1, 1, "no newline at the end", KTI_STR(""));
    for (size_t i = 0; i < t.count; i++)
        check_row(l, &t, &t.rows[i]);
    check_order(&t);
    if (strcmp(name, "surname_spellings.tsv") == 0) check_shares(&t);
    for (size_t i = 0; strcmp(name, "pronunciation.tsv") == 0 && i < t.count; i++)
        sounds_check_row(&t, &t.rows[i]);
    for (size_t i = 0; strcmp(name, "loanwords.tsv") == 0 && i < t.count; i++)
        loanwords_check_row(&t, &t.rows[i]);
    l->faults += t.faults;
    table_close(&t);
    return EXIT_DONE;
}

static int is_tsv(const struct dirent *item) {
    return kti_str_ends(kti_str(item->d_name), KTI_STR(".tsv"));
}

static int check_folder(linter *l, const char *dir) {
    struct dirent **items = NULL;
    int count = scandir(dir, &items, is_tsv, alphasort);
    int result = count < 0 ? EXIT_IO : EXIT_DONE;
    if (count < 0) perror(dir);
    for (int i = 0; i < count; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", dir, items[i]->d_name);
        if (check_file(l, path, items[i]->d_name) != EXIT_DONE) result = EXIT_IO;
        free(items[i]);
    }
    free(items);
    if (result == EXIT_DONE) printf("%s: %d tables, %d findings\n", dir, count, l->faults);
    return result;
}

int lint_command(int argc, char **argv) {
    if (argc < 1) return usage_error("lint", "which folder?");
    char path[4096];
    linter l = {.faults = 0};
    kti_arena_init(&l.arena, NULL);
    snprintf(path, sizeof path, "%s/SOURCES.tsv", argv[0]);
    int result = EXIT_IO;
    if (table_read(path, &l.arena, &l.sources)) {
        result = check_folder(&l, argv[0]);
        if (result == EXIT_DONE && l.faults > 0) result = EXIT_FINDINGS;
    }
    table_close(&l.sources);
    kti_arena_free(&l.arena);
    return result;
}
