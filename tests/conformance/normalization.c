/* Every line of NormalizationTest.txt, by both sources of properties. */
#include "check.h"

#include <stdlib.h>

#include "core/buf.h"
#include "core/span.h"
#include "unicode/nfc.h"

static kt_file file;

/* Reads "AC00 11A8;..." up to the next ';'. */
static kt_str read_column(kt_str *rest, kti_buf *out) {
    size_t start = out->len;
    kt_str column = kti_str_next_field(rest, ';');
    while (column.len > 0) {
        char digits[16] = {0};
        kt_str cp = kti_str_next_field(&column, ' ');
        memcpy(digits, cp.ptr, cp.len < 15 ? cp.len : 15);
        kti_buf_add_cp(out, (uint32_t)strtoul(digits, NULL, 16));
    }
    return (kt_str){NULL, out->len - start};
}

typedef struct row {
    kt_str c[5]; /* source, NFC, NFD, NFKC, NFKD */
} row;

static bool parse_row(kt_str line, kti_buf *bytes, row *out) {
    if (line.len == 0 || line.ptr[0] == '#' || line.ptr[0] == '@') return false;
    kti_buf_clear(bytes);
    for (int i = 0; i < 5; i++)
        out->c[i] = read_column(&line, bytes);
    const char *at = bytes->ptr;
    for (int i = 0; i < 5; i++) {
        out->c[i].ptr = at;
        at += out->c[i].len;
    }
    return true;
}

static void check_form(check_table *table, kti_form form, kt_str in, kt_str want, kti_arena *arena,
                       kt_text *text) {
    assert_int_equal(kti_nf(form, in, 1, arena, text), KT_OK);
    check_row(table, "kti_nf", kt_text_str(text), want);
    check_row(table, "kti_nf_short", kti_nf_short(form, in, arena), want);
    if (!kti_span_law(text, in)) table->misses++;
    if (kti_nf_is(form, in) && !kti_str_eq(in, want)) table->misses++;
}

static void every_line(void **state) {
    (void)state;
    check_table table = {0};
    kti_arena arena;
    kti_buf bytes;
    kt_text text;
    kti_arena_init(&arena, NULL);
    kti_buf_init(&bytes, NULL);
    kti_text_init(&text, NULL);
    kt_str rest = file.bytes;
    int rows = 0, wrong = 0;
    while (rest.ptr != NULL) {
        row r;
        if (!parse_row(kti_str_next_field(&rest, '\n'), &bytes, &r)) continue;
        rows++;
        int before = table.misses;
        for (int i = 0; i < 5; i++) {
            bool compat = i >= 3;
            check_form(&table, KTI_NFC, r.c[i], r.c[compat ? 3 : 1], &arena, &text);
            check_form(&table, KTI_NFD, r.c[i], r.c[compat ? 4 : 2], &arena, &text);
            check_form(&table, KTI_NFKC, r.c[i], r.c[3], &arena, &text);
        }
        wrong += table.misses > before;
        kti_arena_reset(&arena);
    }
    check_tally("lines, to NFC, NFD and NFKC", rows, wrong);
    assert_true(rows > 18000);
    kti_text_free_fields(&text);
    kti_buf_free(&bytes);
    kti_arena_free(&arena);
    check_done(&table);
}

/* What has been normalized is normal, whatever code point follows whatever kind of letter: pieces
 * are cut where nothing joins across. */
static void stable_behind_every_letter(void **state) {
    (void)state;
    static const char *const letters[] = {"하", "\u1112", "\u3131", "\uFFA1", "\uFF76", "か", "a"};
    kti_arena arena;
    kti_buf once;
    kt_text text;
    kti_arena_init(&arena, NULL);
    kti_buf_init(&once, NULL);
    kti_text_init(&text, NULL);
    for (uint32_t cp = 0x80; cp < 0x20000; cp++) {
        if (cp - 0xD800 < 0x800) continue;
        for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
            kti_form form = i % 2 == 0 || cp >= 0x3000 ? KTI_NFKC : KTI_NFC;
            kti_buf_clear(&once);
            kti_buf_add_cstr(&once, letters[i]);
            kti_buf_add_cp(&once, cp);
            assert_ok(kti_nf(form, kti_buf_str(&once), 1, &arena, &text));
            kti_buf_clear(&once);
            kti_buf_add_str(&once, kt_text_str(&text));
            assert_ok(kti_nf(form, kti_buf_str(&once), 1, &arena, &text));
            if (!kti_str_eq(kt_text_str(&text), kti_buf_str(&once)))
                fail_msg("U+%04X behind \"%s\"", cp, letters[i]);
        }
        kti_arena_reset(&arena);
    }
    kti_text_free_fields(&text);
    kti_buf_free(&once);
    kti_arena_free(&arena);
}

/* 100,000 marks on one letter: quadratic in ICU and utf8proc, linear here. */
static void many_marks(void **state) {
    (void)state;
    enum { MARKS = 100000 };
    kti_buf in;
    kt_text text;
    kti_arena arena;
    kti_buf_init(&in, NULL);
    kti_text_init(&text, NULL);
    kti_arena_init(&arena, NULL);
    kti_buf_add_cp(&in, 'a');
    for (int i = 0; i < MARKS; i++)
        kti_buf_add_cp(&in, i % 2 == 0 ? 0x0301 : 0x0323);
    assert_ok(kti_nf(KTI_NFD, kti_buf_str(&in), 1, &arena, &text));
    assert_int_equal(kt_text_str(&text).len, in.len);
    assert_true(kti_str_starts(kt_text_str(&text), S("a\xCC\xA3\xCC\xA3"))); /* below comes first */
    kti_buf_free(&in);
    kti_text_free_fields(&text);
    kti_arena_free(&arena);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_line),
                                       cmocka_unit_test(stable_behind_every_letter),
                                       cmocka_unit_test(many_marks)};
    kt_error err;
    if (argc < 2 || kt_file_map(argv[1], &file, &err) != KT_OK) return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    kt_file_unmap(&file);
    return failed;
}
