/* Where we and ICU differ in normalization: nowhere. What utf8proc's own normalizer does otherwise
 * is stated, so that an upgrade that mends it shows. */
#include "check.h"

#include <stdlib.h>
#include <utf8proc.h>

#if KT_TESTS_ICU
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#endif

#include "unicode/nfc.h"

/* All code points, alone and before marks, jamo and vowel signs that compose. */
#if KT_TESTS_ICU

static kt_str by_icu(kti_form form, kt_str in, char out[256]) {
    UErrorCode error = U_ZERO_ERROR;
    UChar units[64], formed[128];
    int32_t count, length, wrote;
    const UNormalizer2 *how = form == KTI_NFC   ? unorm2_getNFCInstance(&error)
                              : form == KTI_NFD ? unorm2_getNFDInstance(&error)
                                                : unorm2_getNFKCInstance(&error);
    u_strFromUTF8(units, 64, &count, in.ptr, (int32_t)in.len, &error);
    length = unorm2_normalize(how, units, count, formed, 128, &error);
    u_strToUTF8(out, 256, &wrote, formed, length, &error);
    assert_true(U_SUCCESS(error));
    return (kt_str){out, (size_t)wrote};
}

#else

static kt_str by_icu(kti_form form, kt_str in, char out[256]) {
    (void)form, (void)out;
    return in;
}

#endif

static void we_agree_with_icu(void **state) {
    (void)state;
    if (!KT_TESTS_ICU) skip();
    static const uint32_t followers[] = {0, 0x0301, 0x0323, 0x1161, 0x11A7, 0x11A8, 0x09BE, 0x3099};
    check_table table = {0};
    kti_arena arena;
    kt_text text;
    int cases = 0;
    kti_arena_init(&arena, NULL);
    kti_text_init(&text, NULL);
    for (uint32_t cp = 1; cp <= 0x323AF; cp++) {
        if (cp >= 0xD800 && cp <= 0xDFFF) continue;
        for (size_t f = 0; f < (cp < 0x3400 || cp - 0xAC00 < 600 ? 8 : 1); f++) {
            kti_buf in;
            kti_buf_init(&in, NULL);
            kti_buf_add_cp(&in, cp);
            if (followers[f] != 0) kti_buf_add_cp(&in, followers[f]);
            for (kti_form form = KTI_NFC; form <= KTI_NFKC; form++) {
                char bytes[256];
                assert_ok(kti_nf(form, kti_buf_str(&in), 1, &arena, &text));
                check_row(&table, "against ICU", kt_text_str(&text),
                          by_icu(form, kti_buf_str(&in), bytes));
                cases++;
            }
            kti_buf_free(&in);
        }
        kti_arena_reset(&arena);
    }
    kti_text_free_fields(&text);
    kti_arena_free(&arena);
    check_tally("characters, alone and before what joins them, as ICU writes them", cases,
                table.misses);
    check_done(&table);
}

static uint32_t chance(void) {
    static uint32_t state = 5;
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

/* Letters, marks and jamo that join, and what does not. U+11A7 is the known difference. */
static uint32_t any_letter(void) {
    static const struct {
        uint32_t first, count;
    } ranges[] = {{0x20, 95},      {0xC0, 0x180},   {0x300, 112},  {0x1100, 19},  {0x1161, 21},
                  {0x11A8, 27},    {0xAC00, 11172}, {0x1100, 256}, {0x3041, 90},  {0x3099, 2},
                  {0x0900, 0x400}, {0x1E00, 0x200}, {0xF900, 300}, {0xFF00, 240}, {0x2000, 0x300}};
    size_t range = chance() % (sizeof ranges / sizeof *ranges);
    uint32_t cp = ranges[range].first + chance() % ranges[range].count;
    return cp == 0x11A7 ? 0x11A8 : cp;
}

static void all_three_agree(void **state) {
    (void)state;
    static const utf8proc_option_t options[] = {UTF8PROC_COMPOSE, UTF8PROC_DECOMPOSE,
                                                UTF8PROC_COMPOSE | UTF8PROC_COMPAT};
    check_table table = {0};
    kti_arena arena;
    kt_text text;
    kti_arena_init(&arena, NULL);
    kti_text_init(&text, NULL);
    for (int i = 0; i < 60000; i++) {
        kti_buf in;
        kti_form form = (kti_form)(i % 3);
        char bytes[256];
        utf8proc_uint8_t *other = NULL;
        kti_buf_init(&in, NULL);
        for (uint32_t n = 1 + chance() % 6; n > 0; n--)
            kti_buf_add_cp(&in, any_letter());
        assert_ok(kti_nf(form, kti_buf_str(&in), 1, &arena, &text));
        if (KT_TESTS_ICU)
            check_row(&table, "against ICU", kt_text_str(&text),
                      by_icu(form, kti_buf_str(&in), bytes));
        utf8proc_ssize_t len =
            utf8proc_map((const utf8proc_uint8_t *)in.ptr, (utf8proc_ssize_t)in.len, &other,
                         UTF8PROC_STABLE | options[form]);
        assert_true(len >= 0);
        check_row(&table, "against utf8proc", kt_text_str(&text),
                  (kt_str){(const char *)other, (size_t)len});
        free(other);
        kti_buf_free(&in);
        kti_arena_reset(&arena);
    }
    kti_text_free_fields(&text);
    kti_arena_free(&arena);
    check_tally("texts at random, as ICU and utf8proc write them", 60000, table.misses);
    check_done(&table);
}

/* utf8proc before 2.11.2 drops U+11A7 behind an LV syllable; we do not. */
static void the_known_difference(void **state) {
    (void)state;
    static const utf8proc_uint8_t in[] = "\xEA\xB0\x80\xE1\x86\xA7";
    kti_arena arena;
    utf8proc_uint8_t *theirs = utf8proc_NFC(in);
    bool drops = strcmp((char *)theirs, "\xEA\xB0\x80") == 0;
    bool keeps = strcmp((char *)theirs, (const char *)in) == 0;
    free(theirs);
    assert_true(drops || keeps);
    kti_arena_init(&arena, NULL);
    assert_str(kti_nf_short(KTI_NFC, S("\xEA\xB0\x80\xE1\x86\xA7"), &arena), (const char *)in);
    kti_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(we_agree_with_icu),
        cmocka_unit_test(all_three_agree),
        cmocka_unit_test(the_known_difference),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
