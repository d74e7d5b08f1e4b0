/* Runs the fenced examples of a specification: "text -> result" in blocks headed `pronounce`,
 * `pronounce-kp` or `romanize KIND`; a second result, behind a bar, is a permitted reading. Every
 * miss is listed with its line. */
#include "session.h"

static kt_file file;

typedef enum mode { NONE, PRONOUNCE, PRONOUNCE_KP, ROMANIZE } mode;

static kt_kind kind_of(kt_str word) {
    if (kti_str_eq(word, S("person"))) return KT_KIND_PERSON;
    if (kti_str_eq(word, S("place"))) return KT_KIND_PLACE;
    return kti_str_eq(word, S("word")) ? KT_KIND_WORD : KT_KIND_AUTO;
}

static mode fence(kt_str line, mode now, kt_kind *kind) {
    kt_str head = kti_str_cut(line, 3, line.len);
    if (now != NONE || head.len == 0) return NONE;
    kt_str word = kti_str_next_field(&head, ' ');
    *kind = kind_of(kti_str_trim(head));
    if (kti_str_eq(word, S("pronounce"))) return PRONOUNCE;
    if (kti_str_eq(word, S("pronounce-kp"))) return PRONOUNCE_KP;
    return kti_str_eq(word, S("romanize")) ? ROMANIZE : NONE;
}

/* The second reading must be among those that are permitted. */
static void run_other(check_table *table, kt_str text, kt_str want) {
    enum { ROOM = 16 };
    kt_str list[ROOM];
    size_t count;
    assert_ok(kt_pronounce_readings(ctx, text, NULL, list, ROOM, &count));
    for (size_t i = 1; i < count; i++)
        if (kti_str_eq(list[i], want)) return;
    check_row(table, "a permitted reading", count > 1 ? list[1] : list[0], want);
}

static void run_example(check_table *table, mode m, kt_kind kind, kt_str text, kt_str want) {
    kt_romanize_options options = KT_ROMANIZE_INIT;
    options.kind = kind;
    kt_pronounce_options reading = KT_PRONOUNCE_INIT;
    if (m == PRONOUNCE_KP) reading.norm = KT_NORM_KP;
    assert_ok(m == ROMANIZE ? kt_romanize(ctx, text, &options, out)
                            : kt_pronounce(ctx, text, &reading, out));
    char label[128];
    snprintf(label, sizeof label, "%.*s", (int)text.len, text.ptr);
    check_row(table, label, kt_text_str(out), kti_str_trim(kti_str_next_field(&want, '|')));
    if (m == PRONOUNCE && want.ptr != NULL) run_other(table, text, kti_str_trim(want));
}

static void every_example(void **state) {
    (void)state;
    check_table table = {0};
    mode m = NONE;
    kt_kind kind = KT_KIND_AUTO;
    int examples = 0;
    for (kt_str rest = file.bytes; rest.ptr != NULL;) {
        kt_str line = kti_str_next_field(&rest, '\n');
        if (kti_str_starts(line, S("```"))) {
            m = fence(line, m, &kind);
            continue;
        }
        size_t arrow = kti_str_find(line, S(" -> "), 0);
        if (m == NONE || arrow == SIZE_MAX) continue;
        run_example(&table, m, kind, kti_str_cut(line, 0, arrow),
                    kti_str_cut(line, arrow + 4, line.len));
        examples++;
    }
    assert_true(examples > 20);
    check_done(&table);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_example)};
    kt_error err;
    if (argc < 2 || kt_file_map(argv[1], &file, &err) != KT_OK) return 1;
    int failed = cmocka_run_group_tests(tests, open_session, close_session);
    kt_file_unmap(&file);
    return failed;
}
