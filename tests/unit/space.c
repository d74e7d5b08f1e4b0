/* Spaces between Korean words: what is put in and taken out, and what stays. */
#include "session.h"

#include "core/buf.h"
#include "core/span.h"

typedef struct row {
    const char *text, *want;
} row;

static void check_rows(const row *rows, size_t count, const kt_space_options *options) {
    check_table table = {0};
    for (size_t i = 0; i < count; i++) {
        kt_str text = kti_str(rows[i].text);
        assert_ok(kt_space_repair(ctx, text, options, out));
        assert_true(kti_span_law(out, text));
        check_row(&table, rows[i].text, kt_text_str(out), kti_str(rows[i].want));
    }
    check_done(&table);
}

#define CHECK(rows, options) check_rows((rows), sizeof(rows) / sizeof *(rows), (options))

/* Without the word list nothing is changed. */
static bool has_words(void) {
    return KT_TESTS_LEXICON;
}

static void missing_spaces(void **state) {
    (void)state;
    static const row rows[] = {
        {"나는학교에갔다", "나는 학교에 갔다"},
        {"그 책을읽었다", "그 책을 읽었다"},
        {"어제 만난사람이다", "어제 만난 사람이다"},
        /* Art. 42 */
        {"할수있다", "할 수 있다"},
        {"먹을것같다", "먹을 것 같다"},
        {"그럴수도있고 아닐수도있어", "그럴 수도 있고 아닐 수도 있어"},
        {"학생때문에 왔다", "학생 때문에 왔다"},
        /* Art. 43 */
        {"사과 두개를 샀다", "사과 두 개를 샀다"},
        {"고양이 한마리", "고양이 한 마리"},
        /* Art. 45 */
        {"책상, 걸상등이 있다", "책상, 걸상 등이 있다"},
        /* Art. 47: only behind 아/어 and an adnominal form may it be solid. */
        {"책을 읽고있다", "책을 읽고 있다"},
        {"집에 가고싶어", "집에 가고 싶어"},
        {"먹지않았다", "먹지 않았다"},
        /* Art. 48 */
        {"김철수씨가 왔다", "김철수 씨가 왔다"},
        {"문재인대통령은 말했다", "문재인 대통령은 말했다"},
        {"아침을 안먹었다", "아침을 안 먹었다"},
    };
    if (has_words()) CHECK(rows, NULL);
}

static void superfluous_spaces(void **state) {
    (void)state;
    static const row rows[] = {
        {"학교 에 갔다", "학교에 갔다"},
        {"했 습니다", "했습니다"},
        {"밥을 먹 었다", "밥을 먹었다"},
        {"무엇 보다도 먼저 왔다", "무엇보다도 먼저 왔다"},
        {"날씨 가 참 좋 네요", "날씨가 참 좋네요"},
        {"사람 들이 많다", "사람들이 많다"},
        {"오늘 학 교에서 만났습니다", "오늘 학교에서 만났습니다"},
        {"날이 추워 졌다", "날이 추워졌다"},
        {"학교   에 갔다", "학교에 갔다"},
    };
    if (has_words()) CHECK(rows, NULL);
}

/* What the orthography permits both ways, and what is right. */
static const char *const kept[] = {
    "",
    " ",
    "나는 학교에 갔다.",
    "먹어보다 먹어 보다 도와줘 도와 줘",
    "비가 올듯하다. 비가 올 듯하다. 그 일은 할만하다.",
    "두시 삼십분 제1과 육층 3개 80원 10 개",
    "좀더 큰것 이말 저말 한잎 두잎",
    "대한중학교 대한 중학교 만성 골수성 백혈병 만성골수성백혈병",
    "서울 대학교 부속 병원 서울대학교부속병원",
    "윤 지청장과 오 전 시장, 유 부연구위원",
    "릴리 님이 왔다",
    "청군 대 백군, 국장 겸 과장, 사과 및 배",
    "그때 그곳",
    "더 큰 이 새 책",
    "못해 안 해요 잘했어",
    "가는데 비가 왔다. 가는 데가 어디냐. 아는지 모르는지 떠난 지 오래다.",
    "나만큼 아는 만큼 너뿐이다 할 뿐이다 법대로 아는 대로",
    "KBS 는 3 월 5 일에 北 은",
    "#나는학교에 @나는학교에 http://한국어.kr/나는학교에",
    "가\t는 나\u3000는 다\u00A0는",
    "ㅋㅋ ㅠㅠ ㅎㅎ",
    "하하하하 하하",
};

static void right_text_stays(void **state) {
    (void)state;
    check_table table = {0};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        assert_ok(kt_space_repair(ctx, kti_str(kept[i]), NULL, out));
        check_row(&table, kept[i], kt_text_str(out), kti_str(kept[i]));
    }
    check_done(&table);
}

static void around_other_text(void **state) {
    (void)state;
    static const row rows[] = {
        {"<i>나는학교에</i> 갔다", "<i>나는 학교에</i> 갔다"},
        {"나는학교에\n갔다\r\n할수있다", "나는 학교에\n갔다\r\n할 수 있다"},
        {"\"나는학교에갔다.\"라고", "\"나는 학교에 갔다.\"라고"},
        {"KBS는학교에갔다", "KBS는 학교에 갔다"},
        {"#한국 나는학교에갔다", "#한국 나는 학교에 갔다"},
    };
    if (has_words()) CHECK(rows, NULL);
}

static void levels_and_changes(void **state) {
    (void)state;
    static const row cautious[] = {{"사과하나를 먹 었다", "사과하나를 먹었다"},
                                   {"공부 하다", "공부 하다"}};
    static const row full[] = {
        {"사과하나만주세요", "사과 하나만 주세요"},
        {"비가올것같아요", "비가 올 것 같아요"},
        {"정부는오늘새로운정책을발표했다", "정부는 오늘 새로운 정책을 발표했다"},
        {"나는 밥을 먹어보았다", "나는 밥을 먹어보았다"},
        {"우리나라의 올여름", "우리나라의 올여름"}, /* words by themselves */
        {"노래를 잘하지만 춤은 못하지는 않는다", "노래를 잘하지만 춤은 못하지는 않는다"},
        {"학교에 못갔다", "학교에 못 갔다"},
    };
    static const row added[] = {{"나는학교 에 갔다", "나는 학교 에 갔다"}};
    static const row removed[] = {{"나는학교 에 갔다", "나는학교에 갔다"}};
    kt_space_options options = KT_SPACE_INIT;
    if (!has_words()) return;
    options.level = KT_SPACE_CAUTIOUS;
    CHECK(cautious, &options);
    options.level = KT_SPACE_FULL;
    CHECK(full, &options);
    options.level = KT_SPACE_NORMAL;
    options.changes = KT_SPACE_ADD;
    CHECK(added, &options);
    options.changes = KT_SPACE_REMOVE;
    CHECK(removed, &options);
}

static void explains_itself(void **state) {
    (void)state;
    const kt_edit *edits;
    const kt_step *steps;
    if (!has_words()) return;
    assert_ok(kt_space_repair(ctx, S("오늘 나는학교 에 갔다"), NULL, out));
    assert_str(kt_text_str(out), "오늘 나는 학교에 갔다");
    assert_int_equal(kt_text_edits(out, &edits), 5);
    assert_int_equal(edits[1].src, 13);
    assert_int_equal(edits[1].src_len, 0);
    assert_int_equal(edits[1].dst_len, 1);
    assert_int_equal(edits[3].src, 19);
    assert_int_equal(edits[3].src_len, 1);
    assert_string_equal(kt_rule_info(edits[1].rule).article, "2");
    assert_string_equal(kt_rule_info(edits[3].rule).article, "41");
    assert_string_equal(kt_rule_info(edits[3].rule).standard, "Hangul Orthography");
    assert_int_equal(kt_text_steps(out, &steps), 2);
    assert_str(steps[0].before, "나는학교 에");
    assert_str(steps[0].after, "나는 학교에");
    assert_str(steps[1].before, "학교 에");
    assert_str(steps[1].after, "학교에");
    assert_string_equal(kt_rule_info(edits[1].rule | 0xFFFF).article, "");
}

/* Decomposed and ill-formed text: all but the spaces stays as it was written. */
static void other_forms(void **state) {
    (void)state;
#define NA_NEUN "\u1102\u1161\u1102\u1173\u11AB"
#define HAK_GYO "\u1112\u1161\u11A8\u1100\u116D"
#define E       "\u110B\u1166"
    static const row rows[] = {
        {NA_NEUN HAK_GYO " " E, NA_NEUN " " HAK_GYO E},
        {"나는" HAK_GYO E " 갔다", "나는 " HAK_GYO E " 갔다"},
        {"\xFF 나는학교에", "\uFFFD 나는 학교에"},
    };
#undef NA_NEUN
#undef HAK_GYO
#undef E
    if (has_words()) CHECK(rows, NULL);
}

/* Longer than what is decided at once; the answer does not depend on where it is cut. */
static void long_text(void **state) {
    (void)state;
    enum { TIMES = 300 };
    kti_buf text, want;
    if (!has_words()) return;
    kti_buf_init(&text, NULL);
    kti_buf_init(&want, NULL);
    for (int i = 0; i < TIMES; i++) {
        kti_buf_add_cstr(&text, "우리는 학교에갔다 ");
        kti_buf_add_cstr(&want, "우리는 학교에 갔다 ");
    }
    assert_ok(kt_space_repair(ctx, kti_buf_str(&text), NULL, out));
    assert_true(kti_span_law(out, kti_buf_str(&text)));
    assert_true(kti_str_eq(kt_text_str(out), kti_buf_str(&want)));
    kti_buf_free(&text);
    kti_buf_free(&want);
}

static void bad_arguments(void **state) {
    (void)state;
    kt_space_options options = KT_SPACE_INIT;
    assert_int_equal(kt_space_repair(NULL, S("가"), NULL, out), KT_ERR_ARG);
    assert_int_equal(kt_space_repair(ctx, S("가"), NULL, NULL), KT_ERR_ARG);
    options.level = (kt_space_level)7;
    assert_int_equal(kt_space_repair(ctx, S("가"), &options, out), KT_ERR_ARG);
    options.level = KT_SPACE_NORMAL;
    options.changes = (kt_space_changes)7;
    assert_int_equal(kt_space_repair(ctx, S("가"), &options, out), KT_ERR_ARG);
    options.changes = KT_SPACE_BOTH;
    options.size = 1;
    assert_int_equal(kt_space_repair(ctx, S("가"), &options, out), KT_ERR_ARG);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(missing_spaces),     cmocka_unit_test(superfluous_spaces),
        cmocka_unit_test(right_text_stays),   cmocka_unit_test(around_other_text),
        cmocka_unit_test(levels_and_changes), cmocka_unit_test(explains_itself),
        cmocka_unit_test(other_forms),        cmocka_unit_test(long_text),
        cmocka_unit_test(bad_arguments),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
