/* problems.c - what an editor should look at: in a row, and between the rows of one term. */
#include <stdlib.h>

#include "analyze/josa.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "glossary/record.h"
#include "unicode/nfc.h"
#include "unicode/props.h"

static kt_status add(kt_glossary *g, const kt_glossary_row *row, const char *id,
                     const char *message) {
    void *list = g->problems;
    KTI_TRY(kti_alloc_grow(&g->alloc, &list, &g->problem_capacity, sizeof *g->problems,
                           g->problem_count + 1));
    g->problems = list;
    g->problems[g->problem_count++] =
        (kt_glossary_problem){row->line, id, message, row->korean, row->english};
    return KT_OK;
}

/* ---- a row ---------------------------------------------------------------------------------- */

static bool has_stray_space(kt_str text) {
    bool space = true; /* before the text */
    for (size_t at = 0; at < text.len;) {
        kti_cp c = kti_utf8_at(text, at);
        bool blank = kti_cp_is_space(c.cp) || c.cp == 0x200B || c.cp == 0xFEFF;
        if (blank && (space || c.cp != ' ')) return true;
        space = blank;
        at += c.len;
    }
    return space && text.len > 0;
}

/* Whether letters of two scripts stand in one word: Hangul or Latin with Cyrillic or Greek. */
static bool mixes_scripts(kt_str text) {
    unsigned seen = 0;
    for (size_t at = 0; at < text.len;) {
        kti_cp c = kti_utf8_at(text, at);
        if (kti_cp_is_space(c.cp)) seen = 0;
        if (kti_cp_is_latin(c.cp)) seen |= 1;
        if (c.cp >= 0x370 && c.cp < 0x530) seen |= 2;
        if (kti_cp_is_hangul(c.cp)) seen |= 4;
        if ((seen & 2) != 0 && seen != 2) return true;
        at += c.len;
    }
    return false;
}

/* The quick check says "perhaps" of some; those are composed and compared. */
static bool is_nfc(kt_glossary *g, kt_str text) {
    return kti_nf_is(KTI_NFC, text) || kti_str_eq(kti_nf_short(KTI_NFC, text, &g->texts), text);
}

/* One character is met in every other sentence: 이 for Lee. */
static bool is_short(kt_str text) {
    text = kti_str_trim(text);
    return text.len > 0 && kti_utf8_at(text, 0).len == text.len &&
           !kti_cp_is_han(kti_utf8_at(text, 0).cp);
}

static kt_status check_texts(kt_glossary *g, const kt_glossary_row *row) {
    if (has_stray_space(row->korean) || has_stray_space(row->english))
        KTI_TRY(add(g, row, "space", "white space that does not belong there"));
    if (!is_nfc(g, row->korean) || !is_nfc(g, row->english))
        KTI_TRY(add(g, row, "nfc", "not in NFC: decomposed letters"));
    if (mixes_scripts(row->korean) || mixes_scripts(row->english))
        KTI_TRY(add(g, row, "script", "letters of two scripts in one word"));
    if (kti_has_hangul(row->english))
        KTI_TRY(add(g, row, "language", "Hangul in the English form"));
    if (!kti_has_hangul(row->korean) && kti_str_eq(row->korean, row->english))
        KTI_TRY(add(g, row, "language", "the same text on both sides"));
    if (is_short(row->korean) || is_short(row->english))
        KTI_TRY(add(g, row, "short", "one character, which is met where it is no term"));
    return KT_OK;
}

/* ---- rows of one term ----------------------------------------------------------------------- */

typedef struct sorted_row {
    const kt_glossary_row *row;
    bool alone; /* forbidden, as are all rows of its term */
} sorted_row;

static int by_korean(const void *left, const void *right) {
    const kt_glossary_row *a = ((const sorted_row *)left)->row;
    const kt_glossary_row *b = ((const sorted_row *)right)->row;
    int order = kti_str_cmp(a->korean, b->korean);
    if (order == 0) order = (int)a->type - (int)b->type;
    return order != 0 ? order : kti_str_cmp(a->english, b->english);
}

static int by_english(const void *left, const void *right) {
    const kt_glossary_row *a = ((const sorted_row *)left)->row;
    const kt_glossary_row *b = ((const sorted_row *)right)->row;
    int order = kti_str_cmp(a->english, b->english);
    return order != 0 ? order : by_korean(left, right);
}

static bool same_term(const kt_glossary_row *a, const kt_glossary_row *b) {
    return a->type == b->type && kti_str_eq(a->korean, b->korean);
}

static size_t count_status(const sorted_row *rows, size_t count, kt_term_status status) {
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += rows[i].row->status == status;
    return found;
}

/* Of the rows with this status: that they are in each other's way. */
static kt_status add_conflict(kt_glossary *g, const sorted_row *rows, size_t count,
                              kt_term_status status, const char *message) {
    for (size_t i = 0; i < count; i++)
        if (rows[i].row->status == status) KTI_TRY(add(g, rows[i].row, "conflict", message));
    return KT_OK;
}

static bool same_priority(const sorted_row *rows, size_t count) {
    for (size_t i = 1; i < count; i++)
        if (rows[i].row->priority != rows[0].row->priority) return false;
    return true;
}

static kt_status check_preferred(kt_glossary *g, const sorted_row *rows, size_t count) {
    size_t preferred = count_status(rows, count, KT_TERM_PREFERRED);
    size_t untold = count_status(rows, count, KT_TERM_NONE);
    if (preferred > 1)
        return add_conflict(g, rows, count, KT_TERM_PREFERRED,
                            "one of several preferred forms of the term");
    if (preferred == 0 && untold > 1 && same_priority(rows, count))
        return add_conflict(g, rows, count, KT_TERM_NONE,
                            "one of several English forms, none of which is preferred");
    return KT_OK;
}

static kt_status check_terms(kt_glossary *g, sorted_row *rows) {
    if (g->count > 0) qsort(rows, g->count, sizeof *rows, by_korean);
    for (size_t i = 0, next; i < g->count; i = next) {
        for (next = i + 1; next < g->count && same_term(rows[i].row, rows[next].row);)
            next++;
        KTI_TRY(check_preferred(g, rows + i, next - i));
        bool alone = count_status(rows + i, next - i, KT_TERM_FORBIDDEN) == next - i;
        for (size_t k = i; k < next; k++)
            rows[k].alone = alone;
    }
    return KT_OK;
}

static bool same_pair(const kt_glossary_row *a, const kt_glossary_row *b) {
    return kti_str_eq(a->korean, b->korean) && kti_str_eq(a->english, b->english);
}

/* Neighbours by English are the same pair, of two types, forbidden here and written there. */
static kt_status check_types(kt_glossary *g, const sorted_row *rows) {
    for (size_t i = 0; i + 1 < g->count; i++) {
        const kt_glossary_row *a = rows[i].row, *b = rows[i + 1].row;
        bool forbidden = a->status == KT_TERM_FORBIDDEN;
        if (same_pair(a, b) && forbidden != (b->status == KT_TERM_FORBIDDEN))
            KTI_TRY(add(g, forbidden ? a : b, "conflict",
                        "forbidden here, and the same pair may be written as another type"));
    }
    return KT_OK;
}

/* A Korean term that is forbidden with all its English: another of the same English is written
 * instead, as kt_terms_instead() has it. `rows` of the term, `by` English. */
static kt_status check_instead(kt_glossary *g, const sorted_row *by) {
    for (size_t i = 0, next; i < g->count; i = next) {
        bool written = false;
        for (next = i; next < g->count && kti_str_eq(by[next].row->english, by[i].row->english);
             next++)
            written = written || by[next].row->status != KT_TERM_FORBIDDEN;
        for (size_t k = i; k < next && !written; k++)
            if (by[k].alone)
                KTI_TRY(add(g, by[k].row, "no-form",
                            "forbidden, and nothing is there to be written instead"));
    }
    return KT_OK;
}

/* Neighbours by English: 개성은 beside 개성. Few rows share an English form. */
static kt_status check_josa(kt_glossary *g, const sorted_row *rows) {
    for (size_t i = 0; i + 1 < g->count; i++) {
        const kt_glossary_row *a = rows[i].row, *b = rows[i + 1].row;
        bool longer = kti_str_eq(a->english, b->english) && kti_str_starts(b->korean, a->korean) &&
                      b->korean.len > a->korean.len && a->korean.len >= 6;
        if (longer &&
            kti_josa_fits(a->korean, kti_str_cut(b->korean, a->korean.len, b->korean.len)))
            KTI_TRY(add(g, b, "josa", "a particle stands on the Korean term"));
    }
    return KT_OK;
}

static int by_line(const void *left, const void *right) {
    const kt_glossary_problem *a = left, *b = right;
    if (a->line != b->line) return a->line < b->line ? -1 : 1;
    int order = kti_str_cmp(a->korean, b->korean);
    if (order == 0) order = kti_str_cmp(a->english, b->english);
    return order != 0 ? order : kti_str_cmp(kti_str(a->id), kti_str(b->id));
}

static kt_status check_all(kt_glossary *g, sorted_row *rows) {
    for (size_t i = 0; i < g->count; i++) {
        rows[i].row = &g->rows[i];
        KTI_TRY(check_texts(g, &g->rows[i]));
    }
    KTI_TRY(check_terms(g, rows));
    if (g->count > 0) qsort(rows, g->count, sizeof *rows, by_english);
    KTI_TRY(check_types(g, rows));
    KTI_TRY(check_instead(g, rows));
    return check_josa(g, rows);
}

static kt_status take_notes(kt_glossary *g) {
    for (size_t i = 0; i < g->note_count; i++) {
        const kt_glossary_problem *note = &g->notes[i];
        kt_glossary_row row = {
            .korean = note->korean, .english = note->english, .line = note->line};
        KTI_TRY(add(g, &row, note->id, note->message));
    }
    return KT_OK;
}

kt_status kt_glossary_problems(kt_glossary *g, const kt_glossary_problem **list, size_t *count) {
    if (g == NULL || list == NULL || count == NULL) return KT_ERR_ARG;
    g->problem_count = 0;
    sorted_row *rows = kti_alloc_get(&g->alloc, (g->count + 1) * sizeof *rows);
    if (rows == NULL) return KT_ERR_NOMEM;
    kt_status status = take_notes(g);
    if (status == KT_OK) status = check_all(g, rows);
    kti_alloc_free(&g->alloc, rows, (g->count + 1) * sizeof *rows);
    if (status == KT_OK && g->problem_count > 0)
        qsort(g->problems, g->problem_count, sizeof *g->problems, by_line);
    *list = g->problems;
    *count = status == KT_OK ? g->problem_count : 0;
    return status;
}
