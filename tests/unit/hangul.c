/* The arithmetic of syllables: 19 x 21 x 28 from U+AC00. */
#include "check.h"

#include "core/utf8.h"

static void every_syllable_splits_and_joins(void **state) {
    (void)state;
    uint32_t cp = 0xAC00;
    for (uint8_t l = 0; l < 19; l++)
        for (uint8_t v = 0; v < 21; v++)
            for (uint8_t t = 0; t < 28; t++, cp++) {
                kt_syllable s = kt_syllable_split(cp);
                assert_true(kt_is_syllable(cp));
                assert_true(s.choseong == l && s.jungseong == v && s.jongseong == t);
                assert_int_equal(kt_syllable_join(s), cp);
            }
    assert_int_equal(cp, 0xD7A4);
}

static void outside_the_block(void **state) {
    (void)state;
    assert_false(kt_is_syllable(0xABFF));
    assert_false(kt_is_syllable(0xD7A4));
    assert_int_equal(kt_syllable_join((kt_syllable){19, 0, 0}), 0);
    assert_int_equal(kt_syllable_join((kt_syllable){0, 21, 0}), 0);
    assert_int_equal(kt_syllable_join((kt_syllable){0, 0, 28}), 0);
    kt_syllable none = kt_syllable_split('A');
    assert_true(none.choseong == 0 && none.jungseong == 0 && none.jongseong == 0);
}

/* What a particle asks of the word before it. */
static void last_jongseong(void **state) {
    (void)state;
    enum { G = 1, N = 4, R = 8, H = 27 };
    assert_int_equal(kt_last_jongseong(S("나무")), 0);
    assert_int_equal(kt_last_jongseong(S("책")), G);
    assert_int_equal(kt_last_jongseong(S("산")), N);
    assert_int_equal(kt_last_jongseong(S("서울")), R);
    assert_int_equal(kt_last_jongseong(S("히읗")), H);
    assert_int_equal(kt_last_jongseong((kt_str){NULL, 0}), -1);
    assert_int_equal(kt_last_jongseong(S("\u1112\u1161\u11AB")), N);
    assert_int_equal(kt_last_jongseong(S("\u1100\u1161")), 0);
    assert_int_equal(kt_last_jongseong(S("\u1112\u119E\u11AB")), -1); /* old Hangul */
    assert_int_equal(kt_last_jongseong(S("\u11AB")), -1);
    assert_int_equal(kt_last_jongseong(S("\u3131")), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_syllable_splits_and_joins),
        cmocka_unit_test(outside_the_block),
        cmocka_unit_test(last_jongseong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
