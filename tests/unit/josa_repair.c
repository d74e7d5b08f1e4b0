/* Particles put right in a text, and what refuses its arguments. */
#include "session.h"

#include "core/span.h"

/* The word between [ ] was put in. */
typedef struct repair_row {
    const char *text, *want;
} repair_row;

static kt_span bracketed(const char *marked, char *text) {
    size_t open = strcspn(marked, "["), close = strcspn(marked, "]");
    snprintf(text, 256, "%.*s%.*s%s", (int)open, marked, (int)(close - open - 1), marked + open + 1,
             marked + close + 1);
    return (kt_span){(uint32_t)open, (uint32_t)close - 1};
}

static void repairs(void **state) {
    (void)state;
    static const repair_row rows[] = {
        {"[트럼프]은 말했다", "트럼프는 말했다"},
        {"[바이든]는 말했다", "바이든은 말했다"},
        {"[바이든]은 말했다", "바이든은 말했다"},
        {"어제 [제주]으로 갔다", "어제 제주로 갔다"},
        {"[개성]로는", "개성으로는"},
        {"[서울]으로의", "서울로의"},
        {"'[트럼프]'은 말했다", "'트럼프'는 말했다"},
        {"<[트럼프]>이 말했다", "<트럼프>가 말했다"},
        {"[트럼프](72)은 말했다", "트럼프(72)는 말했다"},
        {"[트럼프]（72）은 말했다", "트럼프（72）는 말했다"},
        {"‘[트럼프]’(72)과의", "‘트럼프’(72)와의"},
        {"[트럼프]은(는) 말했다", "트럼프는 말했다"},
        {"[바이든]은(는) 말했다", "바이든은 말했다"},
        {"[바이든](은)는 말했다", "바이든은 말했다"},
        {"[제주](으)로 간다", "제주로 간다"},
        {"[개성](이)나", "개성이나"},
        {"[개성]을/를", "개성을"},
        {"[Obama]은", "Obama는"},
        {"[2,000]는", "2,000은"},
        /* What is right, or is no particle, stays. */
        {"[의사]이다.", "의사이다."},
        {"[의사]이며", "의사이며"},
        {"[의사]다.", "의사다."},
        {"[학생]다.", "학생이다."},
        {"[학생]였다.", "학생이었다."},
        {"[개성]공단", "개성공단"},
        {"[개성]이행", "개성이행"},
        {"[한국]어는", "한국어는"},
        {"[서울]은행은", "서울은행은"},
        {"[개성] 는", "개성 는"},
        {"[개성 ]는", "개성 는"},
        {"[개성]\n는", "개성\n는"},
        {"[개성]도 는", "개성도 는"},
        {"[제주]에서은", "제주에서은"},
        {"[龍]는", "龍는"},
        {"[龍]은(는)", "龍은(는)"},
        {"[개성]", "개성"},
        {"[]는", "는"},
        {"제주[]은", "제주는"},
        {"[트럼프](은퇴)", "트럼프(은퇴)"},
        {"[트럼프](은퇴", "트럼프(은퇴"},
        /* 야 calls before a comma, and is the copula elsewhere. */
        {"[민준]야, 가자", "민준아, 가자"},
        {"[민준]야!", "민준아!"},
        {"이건 [책]야.", "이건 책이야."},
        {"[영희]아, 가자", "영희야, 가자"},
        /* Decomposed text. */
        {"[제주]\u110B\u1173\u11AB", "제주는"},
        {"[제주]\u1102\u1173\u11AB", "제주\u1102\u1173\u11AB"},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[256];
        kt_span replaced = bracketed(rows[i].text, text);
        assert_ok(kt_josa_repair(ctx, kti_str(text), replaced, out));
        assert_true(kti_span_law(out, kti_str(text)));
        check_row(&table, rows[i].text, kt_text_str(out), kti_str(rows[i].want));
    }
    check_done(&table);
}

/* The edit covers the particle alone and names its pair. */
static void repair_explains_itself(void **state) {
    (void)state;
    const kt_edit *edits;
    const kt_step *steps;
    kt_span word = {7, 16};
    assert_ok(kt_josa_repair(ctx, S("오늘 트럼프으로는 안 된다"), word, out));
    assert_str(kt_text_str(out), "오늘 트럼프로는 안 된다");
    assert_int_equal(kt_text_edits(out, &edits), 3);
    assert_int_equal(edits[1].src, 16);
    assert_int_equal(edits[1].src_len, 9);
    assert_string_equal(kt_rule_info(edits[1].rule).article, "으로/로");
    assert_string_equal(kt_rule_info(edits[1].rule).standard, "Standard Korean Dictionary");
    assert_true(strstr(kt_rule_info(edits[1].rule).summary, "ㄹ") != NULL);
    assert_int_equal(kt_text_steps(out, &steps), 1);
    assert_str(steps[0].before, "으로는");
    assert_str(steps[0].after, "로는");
    assert_string_equal(kt_rule_info(edits[1].rule | 0xFFFF).article, "");
}

static void bad_arguments(void **state) {
    (void)state;
    kt_str text = S("개성은"), josa;
    kt_span stem;
    assert_int_equal(kt_josa_choose(NULL, text, text, &josa), KT_ERR_ARG);
    assert_int_equal(kt_josa_choose(ctx, text, text, NULL), KT_ERR_ARG);
    assert_int_equal(kt_josa_split(ctx, text, &stem, NULL), KT_ERR_ARG);
    assert_int_equal(kt_josa_repair(ctx, text, (kt_span){0, 6}, NULL), KT_ERR_ARG);
    assert_int_equal(kt_josa_repair(ctx, text, (kt_span){0, 10}, out), KT_ERR_ARG);
    assert_int_equal(kt_josa_repair(ctx, text, (kt_span){6, 3}, out), KT_ERR_ARG);
    assert_int_equal(kt_josa_repair(ctx, text, (kt_span){0, 4}, out), KT_ERR_ARG);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repairs),
        cmocka_unit_test(repair_explains_itself),
        cmocka_unit_test(bad_arguments),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
