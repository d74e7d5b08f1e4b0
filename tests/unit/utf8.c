#include "check.h"

#include "core/buf.h"
#include "core/utf8.h"

/* Unicode, section 3.9, table 3-8 and neighbours: the number of U+FFFD per ill-formed sequence. */
static void maximal_subparts(void **state) {
    (void)state;
    static const struct {
        kt_str bytes;
        size_t units;
        size_t first_bad;
    } rows[] = {
        {KTI_STR_INIT("abc"), 3, 3},
        {KTI_STR_INIT("\xEA\xB0\x80"), 1, 3},
        {KTI_STR_INIT("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"), 9, 0}, /* table 3-8 */
        {KTI_STR_INIT("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"), 9, 0}, /* surrogates */
        {KTI_STR_INIT("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"), 9, 0}, /* over U+10FFFF */
        {KTI_STR_INIT("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), 5, 0}, /* truncated */
        {KTI_STR_INIT("a\xEA\xB0"), 2, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(kti_utf8_count(rows[i].bytes), rows[i].units);
        assert_int_equal(kti_utf8_check(rows[i].bytes, 0), rows[i].first_bad);
    }
}

static void backward_agrees_with_forward(void **state) {
    (void)state;
    kt_str text = S("a\xC3\xA9\xEA\xB0\x80\xF0\x9F\x98\x80\x80\xE1\x80z\xED\xA0\x80");
    size_t ends[32];
    size_t count = 0;
    for (size_t at = 0; at < text.len; ends[count++] = at)
        at += kti_utf8_at(text, at).len;
    size_t end = text.len;
    while (count > 0) {
        assert_int_equal(end, ends[--count]);
        assert_true(kti_utf8_is_boundary(text, end));
        end -= kti_utf8_before(text, end).len;
    }
    assert_int_equal(end, 0);
}

static void every_code_point_round_trips(void **state) {
    (void)state;
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        if (cp >= 0xD800 && cp <= 0xDFFF) continue;
        char bytes[4];
        kt_str text = {bytes, kti_utf8_encode(cp, bytes)};
        kti_cp read = kti_utf8_at(text, 0);
        if (read.cp != cp || read.len != text.len || !read.valid) fail_msg("U+%04X", (unsigned)cp);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(maximal_subparts),
        cmocka_unit_test(backward_agrees_with_forward),
        cmocka_unit_test(every_code_point_round_trips),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
