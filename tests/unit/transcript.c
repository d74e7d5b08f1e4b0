/* Cues joined to sentences and turns, the names of a programme, reading time. */
#include "kotext/transcript.h"
#include "session.h"

#include <math.h>
#include <stdio.h>

#define SEGMENT(who, from, to, text)                                                               \
    "{\"speaker\":\"" who "\",\"startTime\":" from ",\"endTime\":" to ",\"body\":\"" text "\"}"
#define MORE(from, to, text) "{\"startTime\":" from ",\"endTime\":" to ",\"body\":\"" text "\"}"

static void join_row(check_table *table, const char *file, kt_join by, kt_format to,
                     const char *want) {
    kt_subtitle *s = NULL;
    kt_join_options options = KT_JOIN_INIT;
    kt_str made;
    options.by = by;
    options.format = to;
    assert_ok(kt_subtitle_parse(NULL, kti_str(file), KT_FORMAT_TEXT, &s, NULL));
    assert_ok(kt_subtitle_join(ctx, s, &options, &made));
    check_row(table, file, made, kti_str(want));
    kt_subtitle_free(s);
}

/* Speakers go on where none is named; a pause and another speaker end what is said. */
static const char talk[] = "{\"segments\":[" SEGMENT("문", "0", "2", "판문점에서 그를") "," MORE(
    "2", "4", "만났다. 그리고") "," MORE("4", "5",
                                         "갔다.") "," SEGMENT("이", "5", "6",
                                                              "예\\n그래요") "," MORE("9", "10",
                                                                                      "끝") "]}";

static void join_sentences(void **state) {
    (void)state;
    check_table table = {0};
    if (!KT_TESTS_ICU) skip();
    join_row(
        &table, talk, KT_JOIN_SENTENCE, KT_FORMAT_SRT,
        "1\n00:00:00,000 --> 00:00:03,000\n문: 판문점에서 그를 만났다.\n\n2\n00:00:03,100 --> 00:00:05,000\n"
        "그리고 갔다.\n\n3\n00:00:05,000 --> 00:00:06,000\n이: 예 그래요\n\n4\n00:00:09,000 --> "
        "00:00:10,000\n끝\n");
    join_row(
        &table, talk, KT_JOIN_TURN, KT_FORMAT_LRC,
        "[00:00.00]판문점에서 그를 만났다. 그리고 갔다.\n[00:05.00]예 그래요\n[00:06.00]\n[00:09.00]끝\n"
        "[00:10.00]\n");
    join_row(
        &table, "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 문>가 \n\n00:02.000 --> 00:03.000\n나\n",
        KT_JOIN_TURN, KT_FORMAT_VTT,
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v 문>가\n\n00:00:02.000 --> 00:00:03.000\n나\n");
    join_row(
        &table,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 문>가\n\n00:02.000 --> 00:03.000\n<v 문>나 <v 이>다\n\n"
        "00:03.000 --> 00:04.000\n라\n",
        KT_JOIN_TURN, KT_FORMAT_VTT,
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.571\n<v 문>가 나\n\n00:00:02.571 --> 00:00:03.000\n<v "
        "이>다\n\n00:00:03.000 --> 00:00:04.000\n라\n");
    check_done(&table);
}

static void join_nothing(void **state) {
    (void)state;
    kt_subtitle *s = NULL;
    kt_join_options options = KT_JOIN_INIT;
    kt_str made;
    assert_ok(kt_subtitle_parse(NULL, KTI_STR("1\n00:00:01,000 --> 00:00:02,000\n\n"),
                                KT_FORMAT_SRT, &s, NULL));
    assert_int_equal(kt_subtitle_join(ctx, s, NULL, &made), KT_ERR_SYNTAX);
    options.format = KT_FORMAT_WHISPER_JSON;
    assert_int_equal(kt_subtitle_join(ctx, s, &options, &made), KT_ERR_UNSUPPORTED);
    assert_int_equal(kt_subtitle_join(ctx, NULL, NULL, &made), KT_ERR_ARG);
    kt_subtitle_free(s);
}

static void roster(void **state) {
    (void)state;
    kt_roster *r = NULL;
    const kt_figure *list;
    size_t count;
    check_table table = {0};
    assert_ok(kt_roster_new(NULL, &r));
    assert_ok(kt_roster_read(r, ctx, KTI_STR("문재인 대통령은 판문점에서 만났다"), 1));
    assert_ok(kt_roster_read(r, ctx, KTI_STR("문 대통령은 판문점을 떠났다"), 2));
    assert_ok(kt_roster_add(r, KTI_STR("문"), KTI_STR("not kept"), KT_NAME_PERSON, 3));
    assert_ok(kt_roster_add(r, KTI_STR("판교"), KTI_STR("Pangyo Valley"), KT_NAME_PLACE, 4));
    assert_ok(kt_roster_list(r, ctx, &list, &count));
    assert_int_equal(count, 3);
    check_row(&table, "first", list[0].korean, KTI_STR("문재인"));
    check_row(&table, "second", list[1].korean, KTI_STR("판문점"));
    check_row(&table, "given", list[2].english, KTI_STR("Pangyo Valley"));
    assert_true(list[1].english.len > 0 && list[1].type == KT_NAME_PLACE);
    assert_int_equal(list[0].count, 3);
    assert_int_equal(list[0].places[2], 3);
    assert_int_equal(kt_roster_add(r, KTI_STR(""), KTI_STR(""), KT_NAME_ORG, 0), KT_ERR_ARG);
    kt_roster_free(r);
    kt_roster_free(NULL);
    check_done(&table);
}

/* 한 and 미 are the countries they stand for. */
static void roster_of_countries(void **state) {
    (void)state;
    kt_roster *r = NULL;
    const kt_figure *list;
    size_t count;
    if (!KT_TESTS_LEXICON) skip(); /* a reading finds them */
    assert_ok(kt_roster_new(NULL, &r));
    assert_ok(kt_roster_read(r, ctx, KTI_STR("한국에서 한·미 정상이 만났다"), 1));
    assert_ok(kt_roster_list(r, ctx, &list, &count));
    assert_int_equal(count, 2);
    assert_str(list[0].english, "South Korea");
    assert_str(list[1].korean, "미국");
    assert_int_equal(list[0].count, 2);
    assert_true(list[1].type == KT_NAME_PLACE);
    kt_roster_free(r);
}

static void roster_of_given_names(void **state) {
    (void)state;
    kt_roster *r = NULL;
    const kt_figure *list;
    size_t count;
    if (!KT_TESTS_LEXICON) skip(); /* it knows which names are given names */
    assert_ok(kt_roster_new(NULL, &r));
    assert_ok(kt_roster_read(r, ctx, KTI_STR("민준이는 시드니에 왔다"), 1));
    assert_ok(kt_roster_list(r, ctx, &list, &count));
    assert_int_equal(count, 2);
    assert_str(list[0].english, "Min-jun");
    kt_roster_free(r);
}

/* 한강, who writes, and the river. */
static void roster_of_one_name_for_two(void **state) {
    (void)state;
    kt_roster *r = NULL;
    const kt_figure *list;
    size_t count;
    if (!KT_TESTS_LEXICON) skip();
    assert_ok(kt_roster_new(NULL, &r));
    assert_ok(kt_roster_read(r, ctx, KTI_STR("한강 작가는 소설을 썼다"), 1));
    assert_ok(kt_roster_read(r, ctx, KTI_STR("한강에서 수영했다. 한강은 넓다"), 2));
    assert_ok(kt_roster_list(r, ctx, &list, &count));
    assert_int_equal(count, 2);
    assert_str(list[0].english, "Han Kang");
    assert_str(list[1].korean, "한강");
    assert_str(list[1].english, "Han River");
    assert_int_equal(list[1].count, 2);
    kt_roster_free(r);
    assert_ok(kt_roster_new(NULL, &r));
    assert_ok(kt_roster_add(r, KTI_STR("한강"), KTI_STR("Han River"), KT_NAME_PLACE, 1));
    assert_ok(kt_roster_read(r, ctx, KTI_STR("한강에서 수영했다"), 2));
    assert_ok(kt_roster_list(r, ctx, &list, &count));
    assert_int_equal(count, 1);
    kt_roster_free(r);
}

/* The names of lines, as `korean count` a line; reading with a word list. */
static void assert_named(const char *const *lines, size_t line_count, const char *wanted) {
    kt_roster *r = NULL;
    const kt_figure *list;
    size_t count, at = 0;
    char said[512] = "";
    assert_ok(kt_roster_new(NULL, &r));
    for (size_t i = 0; i < line_count; i++)
        assert_ok(kt_roster_read(r, ctx, kti_str(lines[i]), (int64_t)i));
    assert_ok(kt_roster_list(r, ctx, &list, &count));
    for (size_t i = 0; i < count && at < sizeof said; i++)
        at += (size_t)snprintf(said + at, sizeof said - at, "%.*s %zu\n", (int)list[i].korean.len,
                               list[i].korean.ptr, list[i].count);
    assert_string_equal(said, wanted);
    kt_roster_free(r);
}

#define NAMED(wanted, ...)                                                                         \
    do {                                                                                           \
        static const char *const lines[] = {__VA_ARGS__};                                          \
        assert_named(lines, sizeof lines / sizeof *lines, wanted);                                 \
    } while (0)

/* Words are never given to somebody whose name only begins alike. */
static void roster_of_surnames(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) skip();
    NAMED("이재명 2\n이언 소프 1\n", "이재명 대통령은 왔다.", "이언 소프는 수영 선수다.",
          "이 대통령은 갔다.");
    NAMED("나경원 2\n원희룡 1\n", "나경원 의원이 말했다.", "원희룡 장관이 답했다.",
          "나 의원은 다시 물었다.");
    NAMED("김홍일 1\n김 2\n", "김홍일 변호사는 무죄를 주장했다.",
          "김모(45)씨는 사기 혐의로 체포됐다.", "김씨는 울었다.");
    NAMED("남궁민 2\n", "남궁민 배우가 왔다.", "남궁 배우는 갔다.");
    NAMED("수전 리 2\n전현희 2\n", "수전 리 대표가 왔다.", "그러자 리 대표는 말했다.",
          "전현희 의원이 물었다.", "전 의원은 놀랐다."); /* no names by themselves */
    NAMED("전현희 1\n", "전현희 의원이 물었다.", "그가 본 전 의원은 갔다."); /* a former one */
    NAMED("윤석열 2\n", "윤석열 전 대통령은 왔다.",
          "\u110B\u1172\u11AB 전 대통령은 갔다."); /* decomposed */
}

/* 정부, alone, is no name. */
static void roster_of_bodies(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) skip();
    NAMED("호주 정부 1\n", "정부는 경찰과 검찰에 물었다.", "호주 정부는 답했다.");
}

/* One row for a person, whether the last name or all of it is said; not one for a family. */
static void roster_of_last_names(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) skip();
    NAMED("앤서니 앨버니지 3\n", "앨버니지 총리는 왔다.", "앤서니 앨버니지 총리는 갔다.",
          "앨버니지 총리는 또 왔다.");
    NAMED("트럼프 2\n멜라니아 트럼프 1\n", "트럼프 대통령이 왔다.", "멜라니아 트럼프 여사가 왔다.",
          "트럼프 대통령이 갔다.");
}

static void roster_of_texts(void **state) {
    (void)state;
    kt_roster *r = NULL;
    const kt_figure *list;
    size_t count;
    assert_ok(kt_roster_new(NULL, &r));
    assert_ok(kt_roster_add(r, KTI_STR("조현"), KTI_STR("Cho Hyun"), KT_NAME_PERSON, 1));
    assert_ok(kt_roster_add(r, KTI_STR("조"), KTI_STR(""), KT_NAME_PERSON, 2));
    assert_ok(kt_roster_next_text(r));
    assert_ok(kt_roster_add(r, KTI_STR("조"), KTI_STR(""), KT_NAME_PERSON, 3));
    assert_ok(kt_roster_list(r, ctx, &list, &count));
    assert_int_equal(count, 2);
    assert_int_equal(list[0].count, 2);
    assert_int_equal(kt_roster_next_text(NULL), KT_ERR_ARG);
    kt_roster_free(r);
}

/* A glossary's terms and the names beside them, in the order of the text. */
static void roster_of_terms(void **state) {
    (void)state;
    kt_terms *terms = NULL;
    kt_roster *r = NULL;
    const kt_figure *list;
    size_t count;
    kt_glossary_row row = {
        .korean = KTI_STR("판문점"), .english = KTI_STR("Truce Village"), .type = KT_NAME_PLACE};
    assert_ok(kt_terms_new(NULL, &row, 1, &terms));
    assert_ok(kt_roster_new(NULL, &r));
    assert_ok(kt_roster_read_terms(r, ctx, terms, KTI_STR("문재인 대통령은 판문점에 갔다"), 1));
    assert_ok(kt_roster_list(r, ctx, &list, &count));
    assert_int_equal(count, 2);
    assert_str(list[0].korean, "문재인");
    assert_str(list[1].english, "Truce Village");
    kt_roster_free(r);
    kt_terms_free(terms);
}

static void reading_time(void **state) {
    (void)state;
    kt_reading_time t;
    assert_ok(kt_reading_time_of(KTI_STR("개성에 갔다 - KBS와 12 Moon Jae-in\n"), &t));
    assert_int_equal(t.korean, 3);
    assert_int_equal(t.english, 3);
    assert_true(fabs(t.silent - 60 * (3 / KT_WPM_KOREAN_SILENT + 3 / KT_WPM_ENGLISH_SILENT)) <
                1e-9);
    assert_true(t.aloud > t.silent);
    assert_ok(kt_reading_time_of(KTI_STR(" … "), &t));
    assert_true(t.korean == 0 && t.english == 0 && t.silent <= 0);
    assert_int_equal(kt_reading_time_of(KTI_STR("a"), NULL), KT_ERR_ARG);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(join_sentences),
        cmocka_unit_test(join_nothing),
        cmocka_unit_test(roster),
        cmocka_unit_test(roster_of_countries),
        cmocka_unit_test(roster_of_given_names),
        cmocka_unit_test(roster_of_one_name_for_two),
        cmocka_unit_test(roster_of_surnames),
        cmocka_unit_test(roster_of_bodies),
        cmocka_unit_test(roster_of_last_names),
        cmocka_unit_test(roster_of_texts),
        cmocka_unit_test(roster_of_terms),
        cmocka_unit_test(reading_time),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
