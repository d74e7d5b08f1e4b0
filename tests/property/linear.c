/* Hostile input costs no more than its length: four times the text takes well under sixteen times
 * the time, for every transform and every repeated pattern. */
#include "session.h"

#include <time.h>

/* Builds that look for errors are slow: a quarter of the text tells them as much. */
#ifdef NDEBUG
enum { SMALL = 24 * 1024, LARGE = 4 * SMALL };
#else
enum { SMALL = 6 * 1024, LARGE = 4 * SMALL };
#endif

static char bytes[LARGE];

static void run_all(kt_str text) {
    const kt_mention *names;
    const kt_link *links;
    const kt_analysis *readings;
    const kt_span *spans;
    size_t count;
    kt_segment_options lines = KT_SEGMENT_INIT;
    kt_normalize_options normalize = KT_NORMALIZE_INIT;
    kt_align_unit unit = {text, 0, 0};
    normalize.korean = KT_KOREAN_DEFAULT;
    const kt_hangulized *backs;
    const kt_transliterated *forms;
    lines.unit = KT_UNIT_LINE;
    lines.width = 4096;
    kt_romanize_options latin = KT_ROMANIZE_INIT;
    for (int scheme = 0; scheme < KT_SCHEMES; scheme++) {
        latin.scheme = (kt_scheme)scheme;
        latin.numbers = (kt_numbers)(scheme % 2);
        assert_ok(kt_romanize(ctx, text, &latin, out));
    }
    assert_ok(kt_hanja(ctx, text, NULL, out));
    const kt_gloss *glosses;
    assert_ok(kt_gloss_words(ctx, text, NULL, &glosses, &count));
    assert_ok(kt_slug(ctx, text, NULL, out));
    kt_romanized_check check;
    assert_ok(kt_romanized_compare(ctx, text, text, NULL, &check));
    assert_ok(kt_hangulize(ctx, text, NULL, &backs, &count));
    assert_ok(kt_transliterate(ctx, text, NULL, &forms, &count));
    kt_transliterate_options foreign = KT_TRANSLITERATE_INIT;
    foreign.nbest = 4;
    foreign.explain = 1;
    for (int from = KT_SOURCE_ENGLISH + 1; from < KT_SOURCES; from++) {
        foreign.from = (kt_source_language)from;
        assert_ok(kt_transliterate(ctx, text, &foreign, &forms, &count));
    }
    kt_pronounce_options aloud = KT_PRONOUNCE_INIT;
    aloud.numbers = KT_NUMBERS_READ;
    assert_ok(kt_pronounce(ctx, text, &aloud, out));
    assert_ok(kt_normalize(ctx, text, &normalize, out));
    kt_span stem, josa;
    kt_str chosen;
    assert_ok(kt_analyze(ctx, text, NULL, &readings, &count));
    assert_ok(kt_segment(ctx, text, &lines, &spans, &count));
    lines.unit = KT_UNIT_SENTENCE;
    if (KT_TESTS_ICU) assert_ok(kt_segment(ctx, text, &lines, &spans, &count));
    assert_ok(kt_josa_choose(ctx, text, S("은/는"), &chosen));
    assert_ok(kt_josa_choose(ctx, text, text, &chosen));
    assert_ok(kt_josa_repair(ctx, text, (kt_span){0, 0}, out));
    assert_ok(kt_josa_repair(ctx, text, (kt_span){0, (uint32_t)text.len}, out));
    assert_ok(kt_josa_split(ctx, text, &stem, &josa));
    kt_space_options full = {sizeof full, KT_SPACE_FULL, KT_SPACE_BOTH};
    assert_ok(kt_space_repair(ctx, text, NULL, out));
    assert_ok(kt_space_repair(ctx, text, &full, out));
    assert_ok(kt_names_detect(ctx, text, &names, &count));
    assert_ok(kt_align(ctx, &unit, 1, &unit, 1, NULL, &links, &count));
}

/* A hostile pattern behind the beginning of each format. */
static void read_subtitle(kt_str text) {
    kt_subtitle *s = NULL;
    kt_text *plain = NULL;
    kt_str converted;
    kt_profile profile = KT_PROFILE_INIT;
    const kt_finding *findings;
    size_t count;
    (void)kt_format_detect(text);
    if (kt_subtitle_parse(NULL, text, KT_FORMAT_TEXT, &s, NULL) != KT_OK) return;
    assert_ok(kt_text_new(NULL, &plain));
    for (size_t i = 0; i < kt_subtitle_cues(s, NULL); i++) {
        assert_ok(kt_subtitle_plain(s, i, plain));
        assert_ok(kt_normalize(ctx, kt_text_str(plain), NULL, out));
        assert_ok(kt_subtitle_apply(s, i, out, KT_LAYOUT_RUBY));
    }
    assert_ok(kt_subtitle_shift(s, 1000, 1, 1));
    assert_ok(kt_subtitle_write(s, out));
    assert_ok(kt_subtitle_convert(s, KT_FORMAT_VTT, &converted));
    assert_ok(kt_subtitle_convert(s, KT_FORMAT_ASS, &converted));
    assert_ok(kt_subtitle_merge(s, s, NULL, &converted));
    assert_ok(kt_subtitle_deroll(s, KT_FORMAT_SRT, &converted));
    assert_ok(kt_profile_read(kt_profile_named(S("streaming-ko")), &profile, NULL));
    assert_ok(kt_subtitle_check(s, &profile, &findings, &count));
    assert_ok(kt_subtitle_fix(ctx, s, &profile));
    kt_text_free(plain);
    kt_subtitle_free(s);
}

/* What is measured: a pattern over and over, behind a head that may be NULL. */
typedef struct subject {
    const char *head, *pattern;
    double least; /* seconds that nobody minds */
    void (*run)(kt_str text);
} subject;

static double seconds(const subject *s, size_t len) {
    size_t start = s->head == NULL ? 0 : strlen(s->head), step = strlen(s->pattern);
    if (start > 0) memcpy(bytes, s->head, start);
    for (; start + step <= len; start += step)
        memcpy(bytes + start, s->pattern, step);
    clock_t begin = clock();
    s->run((kt_str){bytes, start});
    return (double)(clock() - begin) / CLOCKS_PER_SEC;
}

/* Four times the text takes less than nine times the time, or hardly any. A machine that others use
 * is slower at times, so what seems to take more is measured again. */
static void check_linear(const subject *s) {
    enum { TRIES = 3 };
    double small = 0, large = 0;
    for (int i = 0; i < TRIES; i++) {
        small = seconds(s, SMALL);
        large = seconds(s, LARGE);
        if (large <= s->least || large <= 9 * small) return;
    }
    fail_msg("%s%s: %.2f s, then %.2f s", s->head == NULL ? "" : s->head, s->pattern, small, large);
}

static void subtitles_cost_their_length(void **state) {
    (void)state;
    static const char *const heads[] = {
        "1\n00:00:01,000 --> 00:00:02,000\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n",
        "[Script Info]\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,",
        "<SAMI><SYNC Start=1><P Class=KRCC>",
        "[00:01.00]",
        "0:00:01.000,0:00:02.000\n",
        "<tt xmlns='http://www.w3.org/ns/ttml'><body><p end='1s'>",
        "{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"",
    };
    static const char *const patterns[] = {"<",
                                           "<a ",
                                           "<!--",
                                           "&",
                                           "&#",
                                           "{",
                                           "{\\",
                                           "{\\k1}a",
                                           "\\N",
                                           "\r",
                                           "\n",
                                           " \n",
                                           "\xFF",
                                           "\xEA<b>",
                                           "[00:01.00]",
                                           "<00:01.000>a",
                                           "<SYNC Start=1><P Class=A>",
                                           "<P>",
                                           "<![CDATA[",
                                           "</p><p end='2s'>",
                                           "1\n",
                                           "-->\n",
                                           "00:01.000 --> 00:02.000\na\n\n",
                                           "\"},{\"text\":\"",
                                           "{\"a\":[",
                                           ".A{lang:ko}"};
    for (size_t h = 0; h < sizeof heads / sizeof *heads; h++)
        for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++)
            check_linear(&(subject){heads[h], patterns[p], 0.2, read_subtitle});
}

static void cost_grows_with_length(void **state) {
    (void)state;
    static const char *const patterns[] = {
        "가",          "김",      "문재인",   "\xCC\x81", "\xFF",  "A ",     "미 ",
        "한국 Korea ", "ㅏ",      ". ",       "ㅋ ",      "갔다 ", "(가)",   "가 나",
        "나는",        "학교 에", ")",        "0",        "a",     "o'",     "J. ",
        "\"가 ",       "가... ",  "(가 나) ", "'가. ",    "가: ",  "1. 가 ", "大",
        "gass",        "ab ",     "1.",       "1대 ",     "2:",    "AB"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        check_linear(&(subject){NULL, patterns[i], 0.5, run_all});
}

/* One pair again and again, each time with other lines; glossaries added to one another. */
static void read_terms(kt_str text) {
    const kt_glossary_row *rows;
    kt_glossary *g = NULL, *all = NULL;
    size_t count;
    char line[128];
    assert_ok(kt_glossary_new(NULL, &g));
    assert_ok(kt_glossary_new(NULL, &all));
    for (size_t i = 0; i < text.len / 8; i++) {
        int len = snprintf(line, sizeof line, "%zx: a line that no other is like", i * 2654435761u);
        kt_str note = {line, (size_t)len};
        kt_glossary_row row = {.korean = S("가"), .english = S("Ga"), .note = note, .source = note};
        assert_ok(kt_glossary_add(g, &row));
    }
    assert_ok(kt_glossary_merge(all, g));
    assert_ok(kt_glossary_merge(all, g));
    assert_ok(kt_glossary_rows(all, &rows, &count));
    kt_glossary_free(g);
    kt_glossary_free(all);
}

static void glossaries_cost_their_length(void **state) {
    (void)state;
    check_linear(&(subject){NULL, "a", 0.05, read_terms});
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cost_grows_with_length),
                                       cmocka_unit_test(glossaries_cost_their_length),
                                       cmocka_unit_test(subtitles_cost_their_length)};
    return cmocka_run_group_tests(tests, open_session, close_session);
}
