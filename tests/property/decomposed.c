/* Text of conjoining letters is divided where the same text of syllables is. */
#include "session.h"

#include "core/buf.h"
#include "segment/endings_table.h"

static uint32_t chance(void) {
    static uint32_t state = 23;
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

static void add_random(kti_buf *in) {
    static const char *const words[] = {
        "나는",      "학교에",      "갔다",      "그래서",   "하지만",    "대통령은", "좋음",
        "\"간다.",   "\"U.S.\"가",  "온다.\"고", "라고",     "왜?\"라는", "했다",     "있어요",
        "“네.”라며", "2026. 6. 3.", "(웃음)",    "KBS에서",  "3.5%가",    "漢字를",   "철수:",
        "뷁뷁",      "안녕하세요",  "갑니다",    "먹었어요", "뿐",        "때문에",   "'집'은",
        "김민수",    "Mr. 김",      "No. 1",     "그는",     "물었다",    "ㅋㅋ",     "다아아"};
    static const char *const marks[] = {" ",  " ",    " ",  " ",  ". ", "! ",
                                        "? ", "... ", ", ", "\n", "~ "};
    if (chance() % 4 == 0) {
        const char *ending = kti_ending_rows[chance() % kti_ending_row_count].ending.ptr;
        if ((unsigned char)ending[0] != 0xE3)
            kti_buf_add_cstr(in, "하"), kti_buf_add_cstr(in, ending);
    } else {
        kti_buf_add_cstr(in, words[chance() % (sizeof words / sizeof *words)]);
    }
    kti_buf_add_cstr(in, marks[chance() % (sizeof marks / sizeof *marks)]);
}

/* The pieces of `text`, composed, a line each. */
static void divide(kt_str text, kt_unit unit, kti_buf *lines) {
    kt_segment_options options = KT_SEGMENT_INIT;
    const kt_span *spans;
    size_t count;
    options.unit = unit;
    kti_buf_clear(lines);
    kt_status status = kt_segment(ctx, text, &options, &spans, &count);
    assert_true(status == KT_OK || (!KT_TESTS_ICU && status == KT_ERR_UNSUPPORTED));
    for (size_t i = 0; status == KT_OK && i < count; i++) {
        kti_buf_add_str(lines, kti_str_span(text, spans[i]));
        kti_buf_add_byte(lines, '\n');
    }
}

static void check_unit(kt_str composed, kt_str decomposed, kt_unit unit) {
    kti_buf want, got;
    kti_buf_init(&want, NULL);
    kti_buf_init(&got, NULL);
    divide(composed, unit, &want);
    divide(decomposed, unit, &got);
    assert_ok(kt_normalize(ctx, kti_buf_str(&got), NULL, out));
    if (!kti_str_eq(kt_text_str(out), kti_buf_str(&want)))
        fail_msg("unit %d: \"%.*s\" is divided\n%.*s but\n%.*s", (int)unit, (int)composed.len,
                 composed.ptr, (int)want.len, want.ptr, (int)kt_text_str(out).len,
                 kt_text_str(out).ptr);
    kti_buf_free(&want);
    kti_buf_free(&got);
}

static void every_unit(void **state) {
    (void)state;
    static const kt_unit units[] = {KT_UNIT_GRAPHEME, KT_UNIT_SYLLABLE, KT_UNIT_EOJEOL,
                                    KT_UNIT_WORD,     KT_UNIT_SENTENCE, KT_UNIT_LINE,
                                    KT_UNIT_MORPHEME};
    kt_text *nfd;
    kt_normalize_options options = KT_NORMALIZE_INIT;
    options.form = KT_FORM_NFD;
    assert_ok(kt_text_new(NULL, &nfd));
    for (int i = 0; i < 1500; i++) {
        kti_buf in;
        kti_buf_init(&in, NULL);
        for (uint32_t n = 1 + chance() % 16; n > 0; n--)
            add_random(&in);
        assert_ok(kt_normalize(ctx, kti_buf_str(&in), &options, nfd));
        for (size_t k = 0; k < sizeof units / sizeof *units; k++)
            check_unit(kti_buf_str(&in), kt_text_str(nfd), units[k]);
        kti_buf_free(&in);
    }
    kt_text_free(nfd);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_unit)};
    return cmocka_run_group_tests(tests, open_session, close_session);
}
