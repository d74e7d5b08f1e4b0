/* Every row of dicts/pronunciation.tsv is read as it says. */
#include "session.h"

static kt_file file;

static void check_reading(check_table *table, kt_str text, kt_str want) {
    char label[128];
    assert_ok(kt_pronounce(ctx, text, NULL, out));
    snprintf(label, sizeof label, "%.*s", (int)text.len, text.ptr);
    check_row(table, label, kt_text_str(out), want);
}

static void every_row(void **state) {
    (void)state;
    check_table table = {0};
    kt_str rest = file.bytes;
    int rows = 0;
    kti_str_next_field(&rest, '\n');
    while (rest.len > 0) {
        kt_str line = kti_str_next_field(&rest, '\n');
        kt_str word = kti_str_next_field(&line, '\t');
        kt_str readings = kti_str_next_field(&line, '\t');
        check_reading(&table, word, kti_str_next_field(&readings, '|'));
        rows++;
    }
    assert_true(rows > 1000);
    check_tally("Words whose pronunciation no rule tells (`dicts/pronunciation.tsv`)", rows,
                table.misses);
    check_done(&table);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_row)};
    kt_error err;
    if (argc < 2 || kt_file_map(argv[1], &file, &err) != KT_OK) return 1;
    int failed = cmocka_run_group_tests(tests, open_session, close_session);
    kt_file_unmap(&file);
    return failed;
}
