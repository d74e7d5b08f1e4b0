/* Cues joined to sentences and turns, the names of a programme, reading time. */
#include "kotext/transcript.h"
#include "session.h"

#include <math.h>

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
        cmocka_unit_test(join_sentences), cmocka_unit_test(join_nothing),
        cmocka_unit_test(roster),         cmocka_unit_test(roster_of_countries),
        cmocka_unit_test(reading_time),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
