/* The Unicode forms and each Korean step, alone and together. */
#include "session.h"

typedef struct row {
    const char *steps, *before, *after;
} row;

/* One step at a time over NFC text; "" is no Korean step. */
static const row steps[] = {
    {"", "\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글"},
    {"", "\uF914 \u6A02", "\uF914 \u6A02"}, /* 樂 락, 樂 악: the code point carries the reading */
    {"", "ㅎㅏㄴ글", "ㅎㅏㄴ글"},
    {"compat-jamo", "ㅎㅏㄴ글", "한글"},
    {"compat-jamo", "ㅋㅋㅋ ㅠㅠ ㄱ", "ㅋㅋㅋ ㅠㅠ ㄱ"},
    {"halfwidth", "\uFFA1\uFFC2", "ㄱㅏ"},
    {"conjoining", "\u1112\u1161\u11AB \u1112", "한 ㅎ"},
    {"conjoining", "\u110F\u110F\u110F \u1172\u1172 \u11A8\u11A8", "ㅋㅋㅋ ㅠㅠ ㄱㄱ"},
    {"conjoining", "\u1121\u119E\u11AF \u1112\u1112\u1161", "\u1121\u119E\u11AF ㅎ하"},
    {"middle-dot", "남\u2022북 남\u30FB북 남\u318D북 남\uFF65북", "남·북 남·북 남·북 남·북"},
    {"quotes", "“가” ‘나’ 「다」『라』", "\"가\" '나' '다'\"라\""},
    {"fullwidth", "ＡＢＣ　１２", "ABC 12"},
    {"zero-width", "가\u200B나\u2060다\uFEFF라\u00AD마", "가나다라마"},
    {"zero-width", "👩\u200D👩\u200D👧", "👩\u200D👩\u200D👧"},
    {"controls", "가\x01\x7F나\t다\n", "가나\t다\n"},
    {"hanja", "\uF914", "\u6A02"},
    {"spaces", "가\u00A0나\u2003다", "가 나 다"},
    {"default", "ㅎㅏㄴ글 ＡＢＣ “가”", "한글 ABC \"가\""},
    {"none", "ＡＢＣ", "ＡＢＣ"},
};

static void each_step(void **state) {
    (void)state;
    check_table table = {0};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        kt_normalize_options options = KT_NORMALIZE_INIT;
        if (steps[i].steps[0] != '\0')
            assert_ok(kt_korean_steps(kti_str(steps[i].steps), &options.korean));
        assert_ok(kt_normalize(ctx, kti_str(steps[i].before), &options, out));
        check_row(&table, steps[i].steps, kt_text_str(out), kti_str(steps[i].after));
    }
    check_done(&table);
}

/* No form may destroy a compatibility Hanja: its code point says how it is read. */
static void hanja_survive_every_form(void **state) {
    (void)state;
    for (int form = KT_FORM_NFC; form <= KT_FORM_NONE; form++) {
        kt_normalize_options options = KT_NORMALIZE_INIT;
        options.form = (kt_form)form;
        assert_ok(kt_normalize(ctx, S("\uF914\uF9E4"), &options, out));
        assert_str(kt_text_str(out), "\uF914\uF9E4");
    }
}

/* Old Hangul has no composed form; it stays in conjoining jamo and its syllables stay whole. */
static void old_hangul(void **state) {
    (void)state;
    kt_normalize_options options = KT_NORMALIZE_INIT;
    options.korean = KT_KOREAN_DEFAULT;
    assert_ok(kt_normalize(ctx, S("\u1112\u119E\u11AB글"), &options, out));
    assert_str(kt_text_str(out), "\u1112\u119E\u11AB글");
}

static void forms(void **state) {
    (void)state;
    kt_normalize_options options = KT_NORMALIZE_INIT;
    options.form = KT_FORM_NFD;
    assert_ok(kt_normalize(ctx, S("각é"), &options, out));
    assert_str(kt_text_str(out), "\u1100\u1161\u11A8e\u0301");
    options.form = KT_FORM_NFKC;
    assert_ok(kt_normalize(ctx, S("㎞ ﾡ Ⅳ"), &options, out));
    assert_str(kt_text_str(out), "km \u1100 IV");
    assert_ok(kt_normalize(ctx, S("ㅎㅏㄴ ｶﾞ"), &options, out));
    assert_str(kt_text_str(out), "하\u1102 ガ"); /* as UAX #15 has it: ㄴ is an initial */
    options.form = KT_FORM_NONE;
    assert_ok(kt_normalize(ctx, S("e\u0301"), &options, out));
    assert_str(kt_text_str(out), "e\u0301");
}

/* Each output byte is traced to the input it came from. */
static void quick_check(void **state) {
    (void)state;
    assert_true(kt_is_normalized(S("한글, “값” é 漢"), KT_FORM_NFC));
    assert_true(kt_is_normalized(S("plain 漢"), KT_FORM_NFD));
    assert_true(kt_is_normalized(S(""), KT_FORM_NFKC));
    assert_false(kt_is_normalized(S("\u1112\u1161\u11AB"), KT_FORM_NFC));
    assert_false(kt_is_normalized(S("한"), KT_FORM_NFD));
    assert_false(kt_is_normalized(S("e\u0301"), KT_FORM_NFC));
    assert_false(kt_is_normalized(S("ＡＢ"), KT_FORM_NFKC));
    assert_false(kt_is_normalized(S("a\xFF"), KT_FORM_NFC));
    assert_false(kt_is_normalized(S("a"), KT_FORM_NONE));
}

static void spans(void **state) {
    (void)state;
    kt_normalize_options options = KT_NORMALIZE_INIT;
    options.korean = KT_KOREAN_COMPAT_JAMO;
    assert_ok(kt_normalize(ctx, S("a ㅎㅏㄴ글"), &options, out));
    assert_str(kt_text_str(out), "a 한글");
    kt_span source = kt_text_source(out, (kt_span){2, 5});
    assert_int_equal(source.start, 2);
    assert_int_equal(source.end, 11);
    kt_span target = kt_text_target(out, (kt_span){11, 14});
    assert_int_equal(target.start, 5);
    assert_int_equal(target.end, 8);
}

static void wrong_use(void **state) {
    (void)state;
    uint32_t bits;
    kt_normalize_options options = KT_NORMALIZE_INIT;
    assert_int_equal(kt_korean_steps(S("quotes,nonsense"), &bits), KT_ERR_ARG);
    options.strict = 1;
    assert_int_equal(kt_normalize(ctx, S("가\xFF"), &options, out), KT_ERR_UTF8);
    assert_int_equal(kt_ctx_error(ctx).offset, 3);
    options.form = (kt_form)99;
    assert_int_equal(kt_normalize(ctx, S("가"), &options, out), KT_ERR_ARG);
    assert_int_equal(kt_normalize(NULL, S("가"), NULL, out), KT_ERR_ARG);
    assert_int_equal(kt_normalize(ctx, S("가"), NULL, NULL), KT_ERR_ARG);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_step),   cmocka_unit_test(hanja_survive_every_form),
        cmocka_unit_test(old_hangul),  cmocka_unit_test(forms),
        cmocka_unit_test(quick_check), cmocka_unit_test(spans),
        cmocka_unit_test(wrong_use),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
