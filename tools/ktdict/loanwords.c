#include "loanwords.h"

#include <stdlib.h>

#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/bits.h"
#include "translit/listed.h"

static bool is_hangul(kt_str text) {
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        if (!kti_is_syllable(unit.cp)) return false;
        at += unit.len;
    }
    return text.len > 0;
}

/* The forms of a row, its first one first; 0 when one is no Hangul or there are too many. */
static size_t forms_of(const table *t, const table_row *row, kt_str forms[KTI_LISTED_FORMS]) {
    kt_str also = table_cell(t, row, "also_korean");
    size_t count = 0;
    forms[count++] = table_cell(t, row, "korean");
    while (also.len > 0 && count < KTI_LISTED_FORMS)
        forms[count++] = kti_str_next_field(&also, '|');
    for (size_t i = 0; i < count; i++)
        if (!is_hangul(forms[i])) return 0;
    return also.len > 0 ? 0 : count;
}

/* 0 for none. */
static uint32_t kind_of(const table *t, const table_row *row) {
    static const char *const kinds[] = {"word", "name", "place", "brand"};
    kt_str kind = table_cell(t, row, "kind");
    for (uint32_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kti_str_eq(kind, kti_str(kinds[i]))) return 1u << i;
    return 0;
}

void loanwords_check_row(table *t, const table_row *row) {
    kt_str forms[KTI_LISTED_FORMS], english = table_cell(t, row, "english");
    if (forms_of(t, row, forms) == 0)
        table_fault(t, row->number, 1, "not one to four forms in Hangul", row->line);
    if (kind_of(t, row) == 0)
        table_fault(t, row->number, 1, "no such kind: word, name, place or brand is wanted",
                    row->line);
    if (kti_listed_compare(english, (kt_str){"", 0}) == 0)
        table_fault(t, row->number, 1, "no letters", english);
}

static int by_english(const void *left, const void *right) {
    const table_row *a = left;
    const table_row *b = right;
    int order = kti_listed_compare(a->cells[0], b->cells[0]);
    return order != 0 ? order : kti_str_cmp(a->cells[0], b->cells[0]);
}

typedef struct placed {
    kt_str text;
    kti_listed_form form;
} placed;

static int by_hangul(const void *left, const void *right) {
    const placed *a = left;
    const placed *b = right;
    int order = kti_str_cmp(a->text, b->text);
    return order != 0 ? order : (a->form.row > b->form.row) - (a->form.row < b->form.row);
}

static void add_text(kti_buf *texts, kt_str text) {
    kti_buf_add_str(texts, text);
    kti_buf_add_byte(texts, '\0');
}

/* The texts, where each row begins, and the forms. Of rows with the same folded English the first
 * stays. */
static uint32_t gather(table *t, kti_buf *texts, kti_buf *rows, placed *list, size_t *forms) {
    uint32_t count = 0;
    for (size_t i = 0; i < t->count; i++) {
        const table_row *row = &t->rows[i];
        kt_str hangul[KTI_LISTED_FORMS];
        size_t n = forms_of(t, row, hangul);
        uint32_t at = (uint32_t)texts->len + kind_of(t, row) * (KTI_LISTED_AT + 1u);
        bool again = i > 0 && kti_listed_compare(t->rows[i - 1].cells[0], row->cells[0]) == 0;
        if (again) table_fault(t, row->number, 1, "the same word twice", row->cells[0]);
        if (n == 0) table_fault(t, row->number, 1, "not one to four forms in Hangul", row->line);
        if (again || n == 0) continue;
        kti_buf_add(rows, &at, sizeof at);
        add_text(texts, row->cells[0]);
        for (size_t k = 0; k < n; k++) {
            list[(*forms)++] = (placed){hangul[k], {(uint32_t)texts->len, count}};
            add_text(texts, hangul[k]);
        }
        kti_buf_add_byte(texts, '\0');
        count++;
    }
    return count;
}

bool loanwords_compile(table *t, kti_buf *out) {
    kti_buf texts, rows;
    size_t forms = 0;
    placed *list = calloc(t->count * KTI_LISTED_FORMS + 1, sizeof *list);
    kti_buf_init(&texts, NULL);
    kti_buf_init(&rows, NULL);
    bool fine = list != NULL;
    if (fine) {
        qsort(t->rows, t->count, sizeof *t->rows, by_english);
        kti_listed_head head = {KTI_LISTED_MAGIC, gather(t, &texts, &rows, list, &forms), 0, 0};
        head.forms = (uint32_t)forms;
        qsort(list, forms, sizeof *list, by_hangul);
        kti_buf_add(out, &head, sizeof head);
        kti_section_pad(out);
        kti_buf_add_str(out, kti_buf_str(&rows));
        kti_section_pad(out);
        for (size_t i = 0; i < forms; i++)
            kti_buf_add(out, &list[i].form, sizeof list[i].form);
        kti_section_pad(out);
        kti_buf_add_str(out, kti_buf_str(&texts));
        fine = !texts.failed && !rows.failed && !out->failed;
    }
    kti_buf_free(&texts);
    kti_buf_free(&rows);
    free(list);
    return fine;
}
