/* Glosses: readings, letters, Hanja, the English of known names, morphemes. */
#include "session.h"

static const kt_gloss *list;
static size_t count;

static void gloss(const char *text) {
    assert_ok(kt_gloss_words(ctx, kti_str(text), NULL, &list, &count));
}

static void check(kt_str found, const char *wanted) {
    assert_true(kti_str_eq(found, kti_str(wanted)));
}

static void words(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    gloss("국회에서 값이 싸다고 했다.");
    assert_int_equal(count, 4);
    check(list[0].reading, "구쾨에서");
    check(list[0].latin, "Gukhoeeseo");
    check(list[0].hanja, "國會에서");
    check(list[0].english, "National Assembly");
    check(list[0].morphemes, "국회/NNG+에서/JKB");
    assert_int_equal(list[0].kind, KT_EOJEOL_NOMINAL);
    check(list[1].reading, "갑씨");
    check(list[1].hanja, "");
}

/* The dictionary's English and Hanja; not those of a word that is spelt alike. */
static void names(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    gloss("문재인 대통령이 개성에 갔다");
    check(list[0].english, "Moon Jae-in");
    check(list[0].hanja, "文在寅");
    check(list[1].hanja, "大統領이");
    check(list[2].english, "Kaesong");
    check(list[2].hanja, "");
}

static void no_words(void **state) {
    (void)state;
    gloss("");
    assert_int_equal(count, 0);
    gloss("... \xFF !");
    for (size_t i = 0; i < count; i++)
        assert_true(list[i].span.start < list[i].span.end);
}

static void bad_calls(void **state) {
    (void)state;
    kt_gloss_options options = {sizeof options - 1, KT_SCHEME_RR};
    assert_int_equal(kt_gloss_words(ctx, KTI_STR("가"), &options, &list, &count), KT_ERR_ARG);
    assert_int_equal(kt_gloss_words(ctx, KTI_STR("가"), NULL, NULL, &count), KT_ERR_ARG);
    assert_int_equal(kt_gloss_words(NULL, KTI_STR("가"), NULL, &list, &count), KT_ERR_ARG);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words),
        cmocka_unit_test(names),
        cmocka_unit_test(no_words),
        cmocka_unit_test(bad_calls),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
