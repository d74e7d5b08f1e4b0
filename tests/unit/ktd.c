/* The .ktd reader trusts nothing: cut, damaged, foreign and hostile data is refused or harmless. */
#include "check.h"

#include <stdlib.h>

#include "core/alloc.h"
#include "lexicon/builtin.h"
#include "lexicon/ktd.h"
#include "lexicon/lexicon.h"

static char *copy;
static kt_str whole;

static int copy_builtin(void **state) {
    (void)state;
    kt_str data = kti_builtin_data();
    copy = malloc(data.len);
    if (copy == NULL) return -1;
    memcpy(copy, data.ptr, data.len);
    whole = (kt_str){copy, data.len};
    return 0;
}

static int free_copy(void **state) {
    (void)state;
    free(copy);
    return 0;
}

static void what_is_built_in_is_sound(void **state) {
    (void)state;
    kt_error err;
    assert_ok(kti_ktd_verify(whole, &err));
    assert_true(kti_ktd_rows(whole) >= 8);
    assert_true(kti_ktd_section_of(whole, S("entries")).len > 0);
    assert_int_equal(kti_ktd_section_of(whole, S("no such")).len, 0);
    for (uint32_t i = 0; i < kti_ktd_rows(whole); i++)
        assert_int_equal(kti_ktd_row(whole, i).offset % KTI_KTD_ALIGN, 0);
}

static void cut_short(void **state) {
    (void)state;
    kt_error err;
    for (size_t len = 0; len < 1024; len++)
        assert_int_equal(kti_ktd_check((kt_str){copy, len}, &err), KT_ERR_DATA);
    for (size_t len = 1024; len < whole.len; len += whole.len / 97)
        assert_int_equal(kti_ktd_check((kt_str){copy, len}, &err), KT_ERR_DATA);
}

/* Every bit of the header and the section table counts. */
static void every_bit_of_the_table(void **state) {
    (void)state;
    size_t table = sizeof(kti_ktd_header) + kti_ktd_rows(whole) * sizeof(kti_ktd_section);
    for (size_t at = 0; at < table; at++)
        for (int bit = 0; bit < 8; bit++) {
            kt_error err = {KT_OK, 0, 0, NULL};
            copy[at] = (char)(copy[at] ^ 1 << bit);
            kt_status status = kti_ktd_check(whole, &err);
            copy[at] = (char)(copy[at] ^ 1 << bit);
            bool free_field = at >= 20 && at < 24; /* the Unicode version only informs */
            bool reserved = at >= 40 && at < 48;
            if (free_field || reserved) continue;
            if (status != KT_ERR_DATA || err.message == NULL) fail_msg("byte %zu bit %d", at, bit);
        }
}

static void other_machine(void **state) {
    (void)state;
    kt_error err = {KT_OK, 0, 0, NULL};
    uint32_t swapped = 0x04030201, mark = KTI_KTD_MARK;
    memcpy(copy + 12, &swapped, sizeof swapped);
    assert_int_equal(kti_ktd_check(whole, &err), KT_ERR_DATA);
    assert_non_null(strstr(err.message, "byte order"));
    memcpy(copy + 12, &mark, sizeof mark);
    assert_ok(kti_ktd_check(whole, &err));
}

/* Whatever stands in the sections, questions are answered without leaving them. */
static void ask(void) {
    kti_lexicon *lexicon;
    kt_alloc heap = kti_alloc_libc();
    if (kti_lexicon_open(&heap, whole, true, (kt_str){NULL, 0}, &lexicon, NULL) != KT_OK) return;
    kti_hit hits[8];
    kti_surname_spelling spellings[8];
    kt_str name = S("조명균 통일부 장관");
    size_t count = kti_lexicon_korean_prefixes(lexicon, name, hits, 8);
    for (size_t i = 0; i < count; i++)
        (void)kti_lexicon_entry(lexicon, hits[i].entry);
    (void)kti_lexicon_english_prefixes(lexicon, S("Cho Myoung-gyon said"), hits, 8);
    (void)kti_lexicon_surname_spellings(lexicon, S("조"), spellings, 8);
    (void)kti_lexicon_word(lexicon, S("사람"));
    kti_lexicon_close(lexicon);
}

static void damaged_sections_are_harmless(void **state) {
    (void)state;
    enum { PER_SECTION = 60 };
    uint32_t seed = 7;
    for (uint32_t row = 0; row < kti_ktd_rows(whole); row++) {
        kti_ktd_section section = kti_ktd_row(whole, row);
        for (int i = 0; section.length > 0 && i < PER_SECTION; i++) {
            seed = seed * 1664525u + 1013904223u;
            size_t length = (size_t)section.length;
            size_t within = (i < 24 ? (size_t)i : seed) % length;
            size_t at = (size_t)section.offset + within;
            char kept = copy[at];
            copy[at] = (char)~kept;
            ask();
            copy[at] = kept;
        }
    }
}

static void verify_finds_one_flipped_bit(void **state) {
    (void)state;
    kt_error err = {KT_OK, 0, 0, NULL};
    size_t at = (size_t)kti_ktd_row(whole, 0).offset + 5;
    copy[at] ^= 1;
    assert_ok(kti_ktd_check(whole, &err));
    assert_int_equal(kti_ktd_verify(whole, &err), KT_ERR_DATA);
    copy[at] ^= 1;
}

/* ---- the user's own dictionary -------------------------------------------------------------- */

static void user_dictionary_errors_name_the_line(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t line;
    } rows[] = {
        {"korean\tenglish\n\n# a comment\n조명균\n", 4},
        {"\tCho\tPER", 1},
        {"조명균\tCho Myoung-gyon\tMAN\n", 1},
        {"가\tGa\tPER\n나\tNa\xFF\tPER\n", 2},
        {"가\tGa\n\xFF\tNa\n", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_config config = KT_CONFIG_INIT;
        kt_engine *engine = NULL;
        kt_error err = {KT_OK, 0, 0, NULL};
        config.user_dict = kti_str(rows[i].text);
        assert_int_equal(kt_engine_open(&config, &engine, &err), KT_ERR_SYNTAX);
        assert_int_equal(err.line, rows[i].line);
        assert_null(engine);
    }
}

static void user_dictionary_shapes(void **state) {
    (void)state;
    static const char *const texts[] = {"",
                                        "\n\n",
                                        "\xEF\xBB\xBFkorean\tenglish\r\n가람\tGaram\r\n",
                                        "가람\tGaram\tLOC",
                                        "가람\tGaram\t\n",
                                        "korean\tenglish\ttype\tcount\n가람\tGaram\t-\t3\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        kt_config config = KT_CONFIG_INIT;
        kt_engine *engine = NULL;
        config.user_dict = kti_str(texts[i]);
        assert_ok(kt_engine_open(&config, &engine, NULL));
        kt_engine_close(engine);
    }
}

/* ---- files ---------------------------------------------------------------------------------- */

static void data_files(void **state) {
    (void)state;
    kt_config config = KT_CONFIG_INIT;
    kt_engine *engine = NULL;
    kt_error err = {KT_OK, 0, 0, NULL};
    config.data_path = "/no/such/file.ktd";
    assert_int_equal(kt_engine_open(&config, &engine, &err), KT_ERR_IO);
    assert_non_null(err.message);
    config.data_path = "/dev/null";
    assert_true(kt_engine_open(&config, &engine, &err) != KT_OK);
    assert_null(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_built_in_is_sound),
        cmocka_unit_test(cut_short),
        cmocka_unit_test(every_bit_of_the_table),
        cmocka_unit_test(other_machine),
        cmocka_unit_test(damaged_sections_are_harmless),
        cmocka_unit_test(verify_finds_one_flipped_bit),
        cmocka_unit_test(user_dictionary_errors_name_the_line),
        cmocka_unit_test(user_dictionary_shapes),
        cmocka_unit_test(data_files),
    };
    return cmocka_run_group_tests(tests, copy_builtin, free_copy);
}
