#include "session.h"

#include "core/str.h"
#include "core/utf8.h"
#include "segment/edges.h"
#include "segment/endings_table.h"
#include "segment/possible.h"

#if KT_TESTS_ICU

/* Divides `text` into sentences, with what the caller knows, and joins them with '|'. */
static kt_str divided(const char *text, const kt_token *tokens, size_t token_count) {
    static char joined[4096];
    size_t len = 0;
    kt_segment_options opts = KT_SEGMENT_INIT;
    const kt_span *spans = NULL;
    size_t count = 0;
    opts.unit = KT_UNIT_SENTENCE;
    opts.tokens = tokens;
    opts.token_count = token_count;
    if (kt_segment(ctx, kti_str(text), &opts, &spans, &count) != KT_OK) fail_msg("%s", text);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) joined[len++] = '|';
        memcpy(joined + len, text + spans[i].start, spans[i].end - spans[i].start);
        len += spans[i].end - spans[i].start;
    }
    return (kt_str){joined, len};
}

/* Each row is a text whose sentences '|' parts; they are joined with the space it stands for, or
 * without when `glue` is set. */
static void check_rows(const char *const *rows, size_t count, bool glue) {
    check_table table = {0};
    for (size_t i = 0; i < count; i++) {
        char text[1024];
        size_t len = 0;
        for (const char *at = rows[i]; *at != '\0'; at++)
            if (*at != '|')
                text[len++] = *at;
            else if (!glue)
                text[len++] = ' ';
        text[len] = '\0';
        check_row(&table, text, divided(text, NULL, 0), kti_str(rows[i]));
    }
    check_done(&table);
}

#define CHECK(rows)       check_rows((rows), sizeof(rows) / sizeof *(rows), false)
#define CHECK_GLUED(rows) check_rows((rows), sizeof(rows) / sizeof *(rows), true)

/* Laughter, tears and faces belong to the sentence before; dots end one behind an ending only. */
static void marks(void **state) {
    (void)state;
    static const char *const rows[] = {
        "시험 망했어요 ㅠㅠ|다음엔 잘 봐야죠^^|고마워요♥|또 봐요😊|안녕",
        "정말 좋았습니다...|또 가고 싶네요..|그런데... 값이 비싸요.",
        "그것은... 바로 너였다.",
        "어... 그게 말이죠...|제가 했습니다.",
        "뭐? 라는 생각이 들었다.|정말?|...아니, 됐어.",
        "값은 10~20만 원입니다~|문의 주세요~",
        "좋아요, 그래서 샀어요.|결과: 만족합니다.",
    };
    static const char *const glued[] = {
        "비가 온다.|눈도 온다.|U.S.A.는 컸다.|95g이다.|iPhone이다.",
        "값은 3.5배였다.|v1.2를 한글.com에 둔다.",
        "끝났습니다!!|다음은 [확인]을 누른다.|[취소]는 누르지 않는다.",
    };
    CHECK(rows);
    CHECK_GLUED(glued);
}

/* A full stop that belongs to a date or an abbreviation ends nothing. */
static void dates_and_abbreviations(void **state) {
    (void)state;
    static const char *const rows[] = {
        "대통령은 2026. 6. 3. 서울에서 회담했다.|내일은 쉰다.",
        "2026. 6. 3. 발표된 자료다.|다음은 2026. 7. 1.이다.",
        "공포일은 2026. 6. 3.(수)이다.|시행일은 2026. 7. 1. 이다.",
        "오는 6. 3. 지방선거가 열린다.|다음 선거는 4. 15. 치러진다.",
        "2026.6.13. 서울에서 만난다.|'26. 7. 내내 바쁘다.",
        "회의는 2026. 6. 열린다.|끝.",
        "1. 첫째 항목이다.|2. 둘째 항목이다.|3. 셋째 항목이다.",
        "작년은 2025.|3명이 왔다.",
        "pp. 23-25를 보라.|Rev. Kim은 왔다.|Mr. Kim도 No. 1 가수다.",
    };
    CHECK(rows);
}

static void heads(void **state) {
    (void)state;
    static const char *const rows[] = {
        "철수: 밥 먹었니...|영희: 아니...|철수 : 그럼 가자!",
        "준비물은 다음과 같다.|1. 물 200g|2. 소금|3. 후추",
        "순서는 이렇습니다.|▶ 연다.|▶ 닫는다.|- 끝낸다.",
        "\"어디 가니\"|철수: \"집에\" 그는 오후 일정: 없음",
        "This program is free software: you can do much.",
        "회의는 3:30에 시작한다.|장소: 강당",
    };
    CHECK(rows);
}

static void quotations(void **state) {
    (void)state;
    static const char *const rows[] = {
        "그는 '간다. 곧 온다'고 했다.|나는 'I don't know. 몰라'라고 했다.",
        "\"값이 싸다. 맛도 좋다”고 말했다.|끝.",
        "90년대 '90년식' 차다.|타자.",
        "그는 \"가자\" 하고 말했다.|우리는 갔다.",
        "<가자. 이제 가자.>|그는 일어섰다.",
        "'이게 뭐지?' 싶었다.|“가자!” 했다.|'하지 마.'|했던 일이 떠올랐다.",
        "값이 극악(?)이었다.|크기(폭 3m. 높이 2m.)도 크다.",
        "그 말이 옳다(요한 3:13).|믿자.",
        "맛있어요|(양도 많아요)|또 갈게요",
    };
    CHECK(rows);
}

/* Endings that need no mark, of the standard language and of the provinces. */
static void endings(void **state) {
    (void)state;
    static const char *const rows[] = {
        "안녕하세요|오늘 처음 왔습니다|사람이 많더라고요|그래서 좋았어요",
        "밥은 먹었습니꺼|내는 아까 먹었데이|같이 가입시더",
        "나는 안 갔당께|그 사람이 그랬는디 말이 안 되네잉",
        "저도 거기 가봤슈|참 좋더구먼유|한번 가보셔유",
        "잘 왔슴둥|어서 들어오시라요",
        "오늘 갔었당|완전 재밌었어용|다들 가보세염",
        "왔다 갔다 하지 마라.|갈까 말까 싶다.",
        "이것이 필요 없습니다|꼭 기억하십시오|감사합니다",
    };
    CHECK(rows);
}

static void known_tokens(void **state) {
    (void)state;
    static const char text[] = "그룹 왔어요. 우리는 인기가 많다";
    kt_token name = {{7, 27}, {7, 27}, KT_TOKEN_ORG};
    kt_token final = {{0, 6}, {0, 6}, KT_TOKEN_FINAL};
    assert_string_equal(text + 7 + 20, " 인기가 많다");
    check_table table = {0};
    check_row(&table, "none", divided(text, NULL, 0), S("그룹 왔어요.|우리는 인기가 많다"));
    check_row(&table, "name", divided(text, &name, 1), S("그룹 왔어요. 우리는 인기가 많다"));
    check_row(&table, "final", divided("했제 거가 좋다", &final, 1), S("했제|거가 좋다"));
    check_done(&table);
}

#if KT_TESTS_LEXICON

/* What only the reading of the words tells. */
static void readings(void **state) {
    (void)state;
    static const char *const rows[] = {
        "어제 영화를 봤음|배우가 연기를 잘함|별로 안 무서웠음|추천함",
        "눈 떨림 증상이 있고 문자 알림 서비스를 쓴다.",
        "길을 가다 친구를 만났다|그는 웃고 있었다",
        "먹지 마|거짓말하지 마|나도 알아",
        "그거 참 좋수다|처음 보는 것이우꽈",
        "바다 색이 곱다|우리 다시 가자",
        "그는 다름 아닌 왕이다|모두 절했다",
        "일이 힘들게 끝났다|그래도 좋다",
        "학생이라 돈이 없다|누가 좀 도와줘라",
        "좋겠다 생각을 했다|잘했다 싶었다",
        "이게 뭐야|누가 여기 버렸어|치워라",
    };
    CHECK(rows);
}

#endif
#endif

/* Lookup is by the last syllable. */
static void table_is_in_order(void **state) {
    (void)state;
    uint32_t before = 0;
    for (size_t i = 0; i < kti_ending_row_count; i++) {
        kt_str ending = kti_ending_rows[i].ending;
        uint32_t last = kti_utf8_before(ending, ending.len).cp;
        if (last < before) fail_msg("%s stands too late", ending.ptr);
        before = last;
    }
}

static void longest_ending_tells(void **state) {
    (void)state;
    static const struct {
        const char *word;
        kti_closing read, shape;
    } rows[] = {
        {"갑니다", KTI_CLOSING_SURE, KTI_CLOSING_SURE},
        {"필요", KTI_CLOSING_SURE, KTI_CLOSING_NOUN},
        {"가요", KTI_CLOSING_SURE, KTI_CLOSING_SURE},
        {"먹는데", KTI_CLOSING_TRAIL, KTI_CLOSING_TRAIL},
        {"했당께", KTI_CLOSING_SURE, KTI_CLOSING_SURE},
        {"누구나", KTI_CLOSING_SURE, KTI_CLOSING_NOUN},
        {"바다", KTI_CLOSING_NONE, KTI_CLOSING_NONE},
        {"요", KTI_CLOSING_SURE, KTI_CLOSING_NONE},
        {"", KTI_CLOSING_NONE, KTI_CLOSING_NONE},
        {"\xFF", KTI_CLOSING_NONE, KTI_CLOSING_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_str word = kti_str(rows[i].word);
        if (kti_closing_of_predicate(word) != rows[i].read ||
            kti_closing_of_shape(word) != rows[i].shape)
            fail_msg("%s: %d %d", rows[i].word, (int)kti_closing_of_predicate(word),
                     (int)kti_closing_of_shape(word));
    }
}

/* The rows of words that begin sentences are looked up by their first syllable. */
static void openings(void **state) {
    (void)state;
    assert_int_equal(kti_opening_of_shape(S("개인적으로 좋다")), KTI_OPENING_TOPIC);
    assert_int_equal(kti_opening_of_shape(S("하지만 그는")), KTI_OPENING_CONNECTOR);
    assert_int_equal(kti_opening_of_shape(S("하지만은")), KTI_OPENING_NONE);
    assert_int_equal(kti_opening_of_shape(S("싶었다")), KTI_OPENING_TAKES_UP);
    assert_int_equal(kti_opening_of_shape(S("때문에")), KTI_OPENING_BOUND);
    assert_int_equal(kti_opening_of_shape(S("허나")), KTI_OPENING_CONNECTOR);
    assert_int_equal(kti_opening_of_shape(S("가")), KTI_OPENING_NONE);
    assert_int_equal(kti_opening_of_shape(S("a")), KTI_OPENING_NONE);
    assert_int_equal(kti_opening_of_shape(S("힣힣")), KTI_OPENING_NONE);
}

/* What is found by the table of first syllables is what the rows say, for every row. */
static void openings_by_table(void **state) {
    (void)state;
    static kti_possible possible;
    uint32_t cp;
    kti_possible_fill(&possible);
    for (size_t i = 0; (cp = kti_opening_first(i)) != 0; i++) {
        char text[16];
        size_t first = kti_utf8_encode(cp, text);
        for (uint32_t second = KTI_SYLLABLE_FIRST; second <= KTI_SYLLABLE_LAST; second++) {
            kt_str rest = {text, first + kti_utf8_encode(second, text + first)};
            assert_int_equal(kti_listed_opening(&possible, rest), kti_opening_of_shape(rest));
        }
    }
}

/* Those that begin with one syllable stand together, or they would not be found. */
static void connectives(void **state) {
    (void)state;
    static kti_possible possible;
    kt_str pair;
    kti_possible_fill(&possible);
    for (size_t i = 0; (pair = kti_connective(i)).len > 0; i++)
        if (!kti_may_connect(&possible, pair)) fail_msg("%.6s is not found", pair.ptr);
    assert_false(kti_may_connect(&possible, S("그힣")));
    assert_false(kti_may_connect(&possible, S("가힣")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
#if KT_TESTS_ICU
        cmocka_unit_test(marks),
        cmocka_unit_test(dates_and_abbreviations),
        cmocka_unit_test(heads),
        cmocka_unit_test(quotations),
        cmocka_unit_test(endings),
        cmocka_unit_test(known_tokens),
#if KT_TESTS_LEXICON
        cmocka_unit_test(readings),
#endif
#endif
        cmocka_unit_test(table_is_in_order),
        cmocka_unit_test(longest_ending_tells),
        cmocka_unit_test(openings),
        cmocka_unit_test(openings_by_table),
        cmocka_unit_test(connectives),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
