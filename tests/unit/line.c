/* Lines: how closely words belong together, and where that makes a line break. */
#include "session.h"

#include <stdlib.h>

#include "analyze/joints.h"
#include "core/arena.h"
#include "core/str.h"
#include "segment/cues.h"

typedef struct row {
    const char *text, *want;
} row;

/* "이|큰=집" with the sign of the bond at each place. */
static kt_str signs_of(kt_str text, const kti_joints *joints) {
    static const char signs[KTI_BONDS + 1] = {"./ -~+*="};
    static char joined[1024];
    size_t len = 0;
    size_t at = 0;
    for (size_t i = 0; i < joints->count; i++) {
        size_t next = joints->items[i].at;
        memcpy(joined + len, text.ptr + at, next - at);
        len += next - at;
        joined[len - 1] = signs[joints->items[i].bond];
        at = next;
    }
    memcpy(joined + len, text.ptr + at, text.len - at);
    return (kt_str){joined, len + text.len - at};
}

static kti_arena arena;

static int open_all(void **state) {
    kti_arena_init(&arena, NULL);
    return open_session(state);
}

static int close_all(void **state) {
    kti_arena_free(&arena);
    return close_session(state);
}

#if KT_TESTS_LEXICON
static void bonds_by_grammar(void **state) {
    (void)state;
    static const row rows[] = {
        {"비가 왔다. 눈도 왔다", "비가-왔다..눈도-왔다"},
        {"비가 오고 눈이 온다", "비가-오고/눈이-온다"},
        {"그는 오늘 밥을 먹었다", "그는 오늘 밥을-먹었다"},
        {"아름다운 정원의 꽃", "아름다운*정원의*꽃"},
        {"이 아름다운 꽃", "이+아름다운*꽃"},
        {"갈 수 있다", "갈=수=있다"},
        {"비가 올 것 같다고 했다", "비가-올=것=같다고=했다"},
        {"밥을 먹지 않고 집에 가고 싶다", "밥을-먹지=않고/집에-가고=싶다"},
        {"학교에 가야 한다", "학교에-가야=한다"},
        {"먹을 수밖에 없다", "먹을=수밖에=없다"},
        {"두 사람이 매우 좋은 집에서", "두=사람이 매우*좋은*집에서"},
        {"문 대통령은 회의에 참석했다", "문=대통령은 회의에-참석했다"},
        {"환경 보호 정책을 발표했다", "환경+보호+정책을-발표했다"},
        {"이 문제에 대해 말했다", "이=문제에~대해-말했다"},
        {"사과 다섯 개를 샀다", "사과+다섯=개를-샀다"},
        {"\"비가 온다\" 라고 했다", "\"비가-온다\"=라고=했다"},
        {"서울, 부산 및 대구", "서울,/부산~및~대구"},
        {"안 먹는다", "안=먹는다"},
        {"U.S. 대사는 오늘 온다", "U.S.*대사는 오늘-온다"},
        {"오늘 오전 9시에", "오늘=오전*9시에"},
        {"지난해 12월에 어제 밤", "지난해=12월에 어제=밤"},
        {"오늘, 오전 9시에", "오늘,/오전*9시에"},
        {"무슨 말을 하려고 하는 것인지", "무슨*말을~하려고=하는=것인지"},
        {"언제 문을 닫을지 모르겠다", "언제 문을-닫을지=모르겠다"},
        {"일을 해낼 수가 있을까", "일을-해낼=수가=있을까"},
        {"35 명이 스무 명과", "35=명이 스무=명과"},
        {"김민수 대표가 이 대표를", "김민수=대표가 이=대표를"},
        {"회의가 끝난 뒤 광복 이후", "회의가-끝난=뒤-광복=이후"},
        {"정원 ( 도시 ) 이다", "정원~(=도시=) 이다"},
        {"the state of the art", "the*state of*the*art"},
        {"", ""},
        {" \n", " \n"},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_str text = kti_str(rows[i].text);
        const kt_analysis *list;
        kti_joints joints;
        size_t count;
        assert_ok(kt_analyze(ctx, text, NULL, &list, &count));
        assert_ok(kti_joints_of(text, list, &arena, &joints));
        check_row(&table, rows[i].text, signs_of(text, &joints), kti_str(rows[i].want));
    }
    check_done(&table);
}
#endif

static void bonds_by_spelling(void **state) {
    (void)state;
    static const row rows[] = {
        {"비가 왔다. 눈도 왔다", "비가 왔다..눈도 왔다"},
        {"비가 오고 눈이 온다", "비가 오고/눈이 온다"},
        {"아름다운 정원의 꽃", "아름다운*정원의*꽃"},
        {"갈 수 있다", "갈=수=있다"},
        {"밥을 먹지 않고 집에", "밥을 먹지=않고/집에"},
        {"먹는 것을 보았다", "먹는=것을 보았다"},
        {"오늘 오전에 올지 모른다", "오늘=오전에 올지=모른다"},
        {"해낼 수가 있는지 알 수 없다", "해낼=수가=있는지=알=수=없다"},
        {"매우 많은 사람이", "매우*많은*사람이"},
        {"10 킬로그램의 사과", "10=킬로그램의*사과"},
        {"환경 보호 정책", "환경+보호+정책"},
        {"He saw the state of the art, and left.", "He+saw~the*state of*the*art,/and*left."},
        {"Moon Jae-in met Kim because he would", "Moon*Jae-in~met~Kim/because*he+would"},
        {"Dr. J. Kim of the U.S. Army came. He left", "Dr.*J.*Kim of*the*U.S.*Army~came..He+left"},
        {"... !!!", "....!!!"},
        {"가", "가"},
        {"", ""},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_str text = kti_str(rows[i].text);
        kti_joints joints;
        assert_ok(kti_cue_joints(text, &arena, &joints));
        check_row(&table, rows[i].text, signs_of(text, &joints), kti_str(rows[i].want));
    }
    check_done(&table);
}

static kt_str lines_of(kt_segment_options opts, kt_str text) {
    static char joined[1024];
    size_t len = 0;
    const kt_span *spans;
    size_t count;
    assert_ok(kt_segment(ctx, text, &opts, &spans, &count));
    for (size_t i = 0; i < count; i++) {
        if (i > 0) joined[len++] = '|';
        memcpy(joined + len, text.ptr + spans[i].start, spans[i].end - spans[i].start);
        len += spans[i].end - spans[i].start;
    }
    return (kt_str){joined, len};
}

/* The three fills, with a word list and without. */
static void fills(void **state) {
    (void)state;
    static const struct {
        kt_fill fill;
        const char *text, *want;
    } rows[] = {
        {KT_FILL_GREEDY, "그는 오늘 조용히 아름다운 정원을 걸었다",
         "그는 오늘 조용히 아름다운|정원을 걸었다"},
        {KT_FILL_BALANCED, "그는 오늘 조용히 아름다운 정원을 걸었다",
         "그는 오늘 조용히|아름다운 정원을 걸었다"},
        {KT_FILL_BALANCED, "나는 혼자서도 멀리 갈 수 있다고 믿었다",
         "나는 혼자서도|멀리 갈 수 있다고 믿었다"},
        {KT_FILL_BALANCED, "아름다운 사람들의 도시를 만들었던 사람들의 집",
         "아름다운 사람들의 도시를|만들었던 사람들의 집"},
        {KT_FILL_BALANCED, "첫째 줄이다.\n둘째 줄이다.", "첫째 줄이다.|둘째 줄이다."},
        {KT_FILL_BALANCED, "", ""},
        {KT_FILL_BALANCED, "비가 오는데도 커다란 공원에서는 사람들이 뛴다",
         "비가 오는데도 커다란|공원에서는 사람들이 뛴다"},
        {KT_FILL_PHRASE, "비가 오는데도 커다란 공원에서는 사람들이 뛴다",
         "비가 오는데도|커다란 공원에서는|사람들이 뛴다"},
    };
    check_table table = {0};
    kt_segment_options opts = KT_SEGMENT_INIT;
    opts.unit = KT_UNIT_LINE;
    opts.width = 26;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        opts.fill = rows[i].fill;
        check_row(&table, rows[i].text, lines_of(opts, kti_str(rows[i].text)),
                  kti_str(rows[i].want));
    }
    check_done(&table);
}

/* No line more than a greedy fill makes, none too wide, and no eojeol that fits is cut. */
static void fewest_lines(void **state) {
    (void)state;
    static const char text[] =
        "지난해 열린 국제 회의에서 세 나라의 장관은 새로운 환경 협약을 맺기로 "
        "하였으나 그 뒤로는 아무런 소식도 들리지 않고 있다고 한다.";
    kt_segment_options opts = KT_SEGMENT_INIT;
    opts.unit = KT_UNIT_LINE;
    for (opts.width = 12; opts.width < 140; opts.width++) {
        const kt_span *spans;
        size_t greedy, balanced;
        opts.fill = KT_FILL_GREEDY;
        assert_ok(kt_segment(ctx, S(text), &opts, &spans, &greedy));
        opts.fill = KT_FILL_BALANCED;
        assert_ok(kt_segment(ctx, S(text), &opts, &spans, &balanced));
        assert_int_equal(balanced, greedy);
        for (size_t i = 0; i < balanced; i++) {
            assert_true(kt_width(kti_str_span(S(text), spans[i])) <= opts.width);
            assert_true(spans[i].end == strlen(text) || text[spans[i].end] == ' ');
        }
    }
}

/* A title the caller knows stays with its name; breaks anywhere still like spaces best. */
static void tokens_and_breaks(void **state) {
    (void)state;
    static const char text[] = "우리가 만난 사람은 남궁민수 특별보좌관 이었다";
    static const kt_token tokens[] = {{{26, 38}, {26, 38}, KT_TOKEN_PERSON},
                                      {{39, 54}, {39, 54}, KT_TOKEN_TITLE}};
    kt_segment_options opts = KT_SEGMENT_INIT;
    opts.unit = KT_UNIT_LINE;
    opts.width = 32;
    opts.tokens = tokens;
    opts.token_count = 2;
    assert_str(lines_of(opts, S(text)), "우리가 만난 사람은|남궁민수 특별보좌관 이었다");
    opts.tokens = NULL;
    opts.token_count = 0;
    opts.breaks = KT_BREAKS_ANY;
    opts.width = 24;
    if (KT_TESTS_ICU)
        assert_str(lines_of(opts, S("비가 오고 바람이 많이 불었다")),
                   "비가 오고|바람이 많이 불었다");
}

/* A word of one syllable leans on the next, whichever way it is written. */
static void decomposed(void **state) {
    (void)state;
    static const char composed[] = "네가 좋아하는 그 빨간 모자 어디에 뒀는지 기억나?";
    kt_segment_options opts = KT_SEGMENT_INIT;
    const kt_span *spans;
    size_t count;
    opts.unit = KT_UNIT_LINE;
    opts.width = 32;
    if (!KT_TESTS_LEXICON) skip();
    assert_ok(kt_segment(ctx, S(composed), &opts, &spans, &count));
    size_t first = spans[0].end;
    kt_text *nfd = NULL;
    kt_normalize_options to = KT_NORMALIZE_INIT;
    to.form = KT_FORM_NFD;
    assert_ok(kt_text_new(NULL, &nfd));
    assert_ok(kt_normalize(ctx, S(composed), &to, nfd));
    kt_span line = kt_text_target(nfd, (kt_span){0, (uint32_t)first});
    assert_ok(kt_segment(ctx, kt_text_str(nfd), &opts, &spans, &count));
    assert_int_equal(spans[0].end, line.end);
    kt_text_free(nfd);
}

/* A text far longer than any is laid out in pieces; where those meet is not seen. */
static void very_long_texts(void **state) {
    (void)state;
    static const char paragraph[] = "우리가 만난 사람은 남궁민수 특별보좌관 이었다\n";
    enum { TIMES = 6000, LEN = sizeof paragraph - 1, SECOND = 27 /* line, with the name */ };
    char *text = malloc((size_t)TIMES * LEN);
    kt_token *tokens = calloc((size_t)2 * TIMES, sizeof *tokens);
    assert_true(text != NULL && tokens != NULL);
    for (uint32_t i = 0; i < TIMES; i++) {
        uint32_t name = i * LEN + SECOND, title = name + 13;
        memcpy(text + (size_t)i * LEN, paragraph, LEN);
        tokens[2 * i] = (kt_token){{name, title - 1}, {name, title - 1}, KT_TOKEN_PERSON};
        tokens[2 * i + 1] = (kt_token){{title, title + 15}, {title, title + 15}, KT_TOKEN_TITLE};
    }
    kt_segment_options opts = KT_SEGMENT_INIT;
    const kt_span *spans;
    size_t count;
    opts.unit = KT_UNIT_LINE;
    opts.width = 32;
    opts.tokens = tokens;
    opts.token_count = (size_t)2 * TIMES;
    assert_ok(kt_segment(ctx, (kt_str){text, (size_t)TIMES * LEN}, &opts, &spans, &count));
    assert_int_equal(count, 2 * TIMES);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(spans[i].start, i / 2 * LEN + (i % 2 == 0 ? 0 : SECOND));
        assert_int_equal(spans[i].end, i / 2 * LEN + (i % 2 == 0 ? SECOND : LEN) - 1);
    }
    free(tokens);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#if KT_TESTS_LEXICON
        cmocka_unit_test(bonds_by_grammar),
#endif
        cmocka_unit_test(bonds_by_spelling),
        cmocka_unit_test(fills),
        cmocka_unit_test(fewest_lines),
        cmocka_unit_test(tokens_and_breaks),
        cmocka_unit_test(decomposed),
        cmocka_unit_test(very_long_texts),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
