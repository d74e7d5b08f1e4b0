/* Unicode's break test files. ICU tailors words and lines a little beyond the standard's default;
 * the numbers of lines it is known to differ on are stated here, so that a change shows. */
#include "check.h"

#include <stdlib.h>

#include "core/buf.h"
#include "unicode/breaks.h"
#include "unicode/props.h"

static const struct unit {
    const char *name;
    kti_break_kind kind;
    int differences; /* of ICU 72 */
} units[] = {
    {"grapheme", KTI_BREAK_GRAPHEME, 0},
    {"word", KTI_BREAK_WORD, 15},
    {"sentence", KTI_BREAK_SENTENCE, 0},
    {"line", KTI_BREAK_LINE, 22},
};

static const struct unit *unit;
static kt_file file;

enum { MOST = 128 };

/* Reads "÷ 0020 × 0308 ÷ # ...": the text and where it breaks. */
static size_t parse_row(kt_str line, kti_buf *text, size_t breaks[MOST]) {
    size_t count = 0;
    kt_str cells = kti_str_trim(kti_str_next_field(&line, '#'));
    kti_buf_clear(text);
    while (cells.len > 0) {
        kt_str cell = kti_str_trim(kti_str_next_field(&cells, ' '));
        char digits[16] = {0};
        if (kti_str_eq(cell, S("÷"))) {
            if (text->len > 0 && count < MOST) breaks[count++] = text->len;
        } else if (cell.len > 0 && !kti_str_eq(cell, S("×"))) {
            memcpy(digits, cell.ptr, cell.len < 15 ? cell.len : 15);
            kti_buf_add_cp(text, (uint32_t)strtoul(digits, NULL, 16));
        }
    }
    return count;
}

static bool agrees(kti_uni *uni, kt_str text, const size_t *breaks, size_t count) {
    size_t found = 0;
    if (kti_breaks_start(uni, unit->kind, text) != KT_OK) return false;
    for (int64_t at = kti_breaks_next(uni, unit->kind); at != KTI_BREAK_DONE;
         at = kti_breaks_next(uni, unit->kind), found++)
        if (found >= count || breaks[found] != (size_t)at) return false;
    return found == count;
}

/* Our own stepping, which needs no ICU, must agree too. */
static bool steps_agree(kt_str text, const size_t *breaks, size_t count) {
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        at = kti_grapheme_next(text, at);
        if (at != breaks[i]) return false;
    }
    return at == text.len;
}

static void every_line(void **state) {
    (void)state;
    kt_alloc alloc = kti_alloc_libc();
    kti_uni *uni;
    kti_buf text;
    int differences = 0, rows = 0, steps = 0;
    assert_ok(kti_uni_new(&alloc, &uni));
    kti_buf_init(&text, NULL);
    for (kt_str rest = file.bytes; rest.ptr != NULL;) {
        size_t breaks[MOST];
        size_t count = parse_row(kti_str_next_field(&rest, '\n'), &text, breaks);
        if (text.len == 0) continue;
        rows++;
        differences += !agrees(uni, kti_buf_str(&text), breaks, count);
        if (unit->kind == KTI_BREAK_GRAPHEME)
            steps += !steps_agree(kti_buf_str(&text), breaks, count);
    }
    kti_buf_free(&text);
    kti_uni_free(uni);
    check_tally("lines", rows, differences);
    assert_true(rows > 400);
    assert_int_equal(differences, unit->differences);
    assert_int_equal(steps, 0);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_line)};
    kt_error err;
    for (size_t i = 0; argc == 3 && i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].name, argv[1]) == 0) unit = &units[i];
    if (unit == NULL || kt_file_map(argv[2], &file, &err) != KT_OK) return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    kt_file_unmap(&file);
    return failed;
}
