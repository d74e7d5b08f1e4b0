#include "session.h"

/* Divides `text` and joins the units with '|'. */
static kt_str divided(kt_segment_options opts, const char *text) {
    static char joined[4096];
    size_t len = 0;
    const kt_span *spans = NULL;
    size_t count = 0;
    if (kt_segment(ctx, kti_str(text), &opts, &spans, &count) != KT_OK) fail_msg("%s", text);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) joined[len++] = '|';
        memcpy(joined + len, text + spans[i].start, spans[i].end - spans[i].start);
        len += spans[i].end - spans[i].start;
    }
    return (kt_str){joined, len};
}

typedef struct row {
    const char *text, *units;
} row;

static void check_rows(kt_segment_options opts, const row *rows, size_t count) {
    check_table table = {0};
    for (size_t i = 0; i < count; i++)
        check_row(&table, rows[i].text, divided(opts, rows[i].text), kti_str(rows[i].units));
    check_done(&table);
}

#define CHECK(opts, rows) check_rows((opts), (rows), sizeof(rows) / sizeof *(rows))

static void graphemes_and_syllables(void **state) {
    (void)state;
    kt_segment_options opts = KT_SEGMENT_INIT;
    static const row rows[] = {
        {"한국어", "한|국|어"},
        {"\u1112\u1161\u11AB\u1100\u116E\u11A8", "\u1112\u1161\u11AB|\u1100\u116E\u11A8"},
        {"\u1112\u119E\u11ABa", "\u1112\u119E\u11AB|a"}, /* old Hangul */
        {"ㅋㅋ!", "ㅋ|ㅋ|!"},
    };
    opts.unit = KT_UNIT_GRAPHEME;
    CHECK(opts, rows);
    opts.unit = KT_UNIT_SYLLABLE;
    CHECK(opts, rows);
}

static void eojeols(void **state) {
    (void)state;
    kt_segment_options opts = KT_SEGMENT_INIT;
    static const row rows[] = {
        {"  문 대통령은\u3000서울로\t갔다.\n", "문|대통령은|서울로|갔다."},
        {"", ""},
    };
    opts.unit = KT_UNIT_EOJEOL;
    CHECK(opts, rows);
}

#if KT_TESTS_ICU

/* Digits and Latin glued to Hangul stay in the word. */
static void words(void **state) {
    (void)state;
    kt_segment_options opts = KT_SEGMENT_INIT;
    static const row rows[] = {
        {"3월 KBS에서 G7은 왔다.", "3월| |KBS에서| |G7은| |왔다|."},
        {"U.S.A는 크다", "U.S.A는| |크다"},
    };
    CHECK(opts, rows);
}

static void sentences(void **state) {
    (void)state;
    kt_segment_options opts = KT_SEGMENT_INIT;
    static const row rows[] = {
        {"비가 온다. 눈도 온다.", "비가 온다.|눈도 온다."},
        {"그는 \"비가 온다. 눈도 온다.\"라고 말했다. 끝.",
         "그는 \"비가 온다. 눈도 온다.\"라고 말했다.|끝."},
        {"“간다. 곧 온다.” 그가 말했다.", "“간다. 곧 온다.”|그가 말했다."},
        {"J. K. 롤링이 왔다. U.S. 대사도 왔다.", "J. K. 롤링이 왔다.|U.S. 대사도 왔다."},
        {"값은 3.5배다. 1. 서론", "값은 3.5배다.|1. 서론"},
        {"맛있어요~ㅎㅎ 또 올게요^^ 안녕", "맛있어요~ㅎㅎ|또 올게요^^|안녕"},
        {"정말?라며 웃었다.", "정말?라며 웃었다."},
        {"첫 줄\n둘째 줄", "첫 줄|둘째 줄"},
        {"(가. 나. 다) 라.", "(가. 나. 다) 라."},
    };
    opts.unit = KT_UNIT_SENTENCE;
    CHECK(opts, rows);
}

static void lines(void **state) {
    (void)state;
    kt_segment_options opts = KT_SEGMENT_INIT;
    static const row greedy[] = {
        {"남과 북의 연락사무소가 문을 열었습니다", "남과 북의 연락사무소가|문을 열었습니다"},
        {"가나다라마바사아자차카타파하거너더러머버서어",
         "가나다라마바사아자차카타|파하거너더러머버서어"},
    };
    static const row balanced[] = {
        {"남과 북의 연락사무소가 문을 열었습니다", "남과 북의 연락사무소가|문을 열었습니다"},
        {"가나 다라 마바 사아 자차 카타", "가나 다라 마바|사아 자차 카타"},
    };
    static const row any[] = {{"가나다라마바 사아자차카타파하", "가나다라마바 사아자차카|타파하"}};
    opts.unit = KT_UNIT_LINE;
    opts.width = 24;
    CHECK(opts, greedy);
    opts.fill = KT_FILL_BALANCED;
    CHECK(opts, balanced);
    opts.fill = KT_FILL_GREEDY;
    opts.breaks = KT_BREAKS_ANY;
    CHECK(opts, any);
    assert_int_equal(kt_width(S("한글 abc.")), 2 * 2 + 5);
}

#else

/* Without ICU the units that need its break rules say so, of text that is not Hangul and ASCII. */
static void units_that_need_icu(void **state) {
    (void)state;
    for (int unit = KT_UNIT_WORD; unit <= KT_UNIT_SENTENCE; unit++) {
        kt_segment_options opts = KT_SEGMENT_INIT;
        const kt_span *spans;
        size_t count;
        opts.unit = (kt_unit)unit;
        assert_int_equal(kt_segment(ctx, S("ฝนตก 비가 온다."), &opts, &spans, &count),
                         KT_ERR_UNSUPPORTED);
    }
}

#endif

/* Units that tile do so whatever the bytes, and hostile input costs no more than its length. */
static void hostile_input(void **state) {
    (void)state;
    enum { LENGTH = 1 << 20, LAST_UNIT = KT_TESTS_ICU ? KT_UNIT_LINE : KT_UNIT_EOJEOL };
    static char bytes[LENGTH];
    static const char *const fills[] = {"(", "\"", "\xCC\x81", "\xFF", "가.", "ㅋ", "<"};
    for (size_t f = 0; f < sizeof fills / sizeof *fills; f++) {
        size_t step = strlen(fills[f]);
        size_t len = LENGTH / step * step;
        for (size_t at = 0; at < len; at += step)
            memcpy(bytes + at, fills[f], step);
        for (int unit = KT_UNIT_GRAPHEME; unit <= LAST_UNIT; unit++) {
            kt_segment_options opts = KT_SEGMENT_INIT;
            const kt_span *spans;
            size_t count;
            opts.unit = (kt_unit)unit;
            opts.fill = KT_FILL_BALANCED;
            assert_ok(kt_segment(ctx, (kt_str){bytes, len}, &opts, &spans, &count));
            for (size_t i = 1; i < count; i++)
                assert_true(spans[i].start >= spans[i - 1].end);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(graphemes_and_syllables),
        cmocka_unit_test(eojeols),
#if KT_TESTS_ICU
        cmocka_unit_test(words),
        cmocka_unit_test(sentences),
        cmocka_unit_test(lines),
#else
        cmocka_unit_test(units_that_need_icu),
#endif
        cmocka_unit_test(hostile_input),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
