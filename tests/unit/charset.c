/* Encodings of Korean files: told apart, read, and written back. */
#include "session.h"

typedef struct sample {
    const char *what;
    kt_str bytes;
    const char *charset, *text;
} sample;

#define ROW(what, bytes, charset, text)                                                            \
    { what, {bytes, sizeof(bytes) - 1}, charset, text }

static const sample samples[] = {
    ROW("UTF-8", "한글", "UTF-8", "한글"),
    ROW("UTF-8 with a mark", "\xEF\xBB\xBF한글", "UTF-8", "한글"),
    ROW("Russian in UTF-8", "Щукин\n", "UTF-8", "Щукин\n"),
    ROW("ASCII", "plain", "US-ASCII", "plain"),
#if KT_TESTS_ICU
    ROW("EUC-KR", "\xC7\xD1\xB1\xDB\xC0\xBA \xC0\xFB\xB0\xED \xC0\xD0\xB4\xC2\xB4\xD9",
        "windows-949", "한글은 적고 읽는다"),
    ROW("CP949 beyond EUC-KR", "\x8C\x63\xB9\xE6\xB0\xA2\xC7\xCF \x94\xEE", "windows-949",
        "똠방각하 뷁"),
    ROW("CP949 keeps the backslash", "\xC7\xD1\xB1\xDB C:\\\xC0\xDA\xB8\xB7\n", "windows-949",
        "한글 C:\\자막\n"),
    ROW("UTF-16LE with a mark", "\xFF\xFE\x5C\xD5\x00\xAE", "UTF-16LE", "한글"),
    ROW("UTF-16BE with a mark", "\xFE\xFF\xD5\x5C\xAE\x00", "UTF-16BE", "한글"),
    ROW("UTF-16LE without one",
        "\x5C\xD5\x00\xAE\x40\xC7\x20\x00\x01\xC8\xE0\xAC\x0A\x00\x7D\xC7\x94\xB2\xE4\xB2\x2E\x00",
        "UTF-16LE", "한글은 적고\n읽는다."),
    ROW("UTF-16BE without one",
        "\xD5\x5C\xAE\x00\xC7\x40\x00\x20\xC8\x01\xAC\xE0\x00\x0A\xC7\x7D\xB2\x94\xB2\xE4\x00\x2E",
        "UTF-16BE", "한글은 적고\n읽는다."),
#endif
};

static void told_apart_and_read(void **state) {
    (void)state;
    check_table table = {0};
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        const sample *s = &samples[i];
        kt_charset_guess guess;
        kt_str text;
        assert_ok(kt_charset_detect(ctx, s->bytes, &guess));
        check_row(&table, s->what, kti_str(guess.name), kti_str(s->charset));
        assert_true(guess.confidence > 0 && guess.confidence <= 1);
        assert_ok(kt_charset_decode(ctx, s->bytes, NULL, 1, &text));
        check_row(&table, s->what, text, kti_str(s->text));
    }
    check_done(&table);
}

/* Reading and writing gives the same bytes, byte order mark included. */
static void written_back(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        const sample *s = &samples[i];
        kt_charset_guess guess;
        kt_str text, bytes;
        char copy[256];
        assert_ok(kt_charset_detect(ctx, s->bytes, &guess));
        assert_ok(kt_charset_decode(ctx, s->bytes, guess.name, 1, &text));
        memcpy(copy, text.ptr, text.len);
        assert_ok(kt_charset_encode(ctx, (kt_str){copy, text.len}, guess.name, guess.bom_len > 0,
                                    &bytes));
        assert_int_equal(bytes.len, s->bytes.len);
        assert_memory_equal(bytes.ptr, s->bytes.ptr, bytes.len);
    }
}

static void bytes_that_are_no_text(void **state) {
    (void)state;
    kt_str text;
    assert_ok(kt_charset_decode(ctx, S("가\xEA\xB0나"), "UTF-8", 0, &text));
    assert_str(text, "가\xEF\xBF\xBD나");
    assert_int_equal(kt_charset_decode(ctx, S("가\xEA\xB0나"), "UTF-8", 1, &text), KT_ERR_ENCODING);
    assert_int_equal(kt_ctx_error(ctx).offset, 3);
#if KT_TESTS_ICU
    assert_ok(kt_charset_decode(ctx, S("\xB0\xA1\xB0"), "windows-949", 0, &text));
    assert_str(text, "가\xEF\xBF\xBD");
    assert_int_equal(kt_charset_decode(ctx, S("\xB0\xA1\xB0"), "windows-949", 1, &text),
                     KT_ERR_ENCODING);
    assert_int_equal(kt_charset_encode(ctx, S("가é"), "windows-949", 0, &text), KT_ERR_ENCODING);
#endif
    assert_int_equal(kt_charset_decode(ctx, S("a"), "no-such-charset", 0, &text),
                     KT_ERR_UNSUPPORTED);
    assert_int_equal(kt_charset_decode(ctx, S("a"), "", 0, &text), KT_ERR_UNSUPPORTED);
}

static void names_are_one_however_spelt(void **state) {
    (void)state;
    static const char *const rows[][2] = {{"utf-16le", "UTF-16LE"}, {"utf_16be", "UTF-16BE"},
                                          {"UTF16", "UTF-16"},      {"utf8", "UTF-8"},
                                          {"EUCKR", "windows-949"}, {"cp949", "windows-949"},
                                          {"us-ascii", "US-ASCII"}, {"UTF-16LEX", "UTF-16LEX"}};
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&table, rows[i][0],
                  kti_str(kt_charset_choose((kt_str){NULL, 0}, rows[i][0]).name),
                  kti_str(rows[i][1]));
    check_done(&table);
    kt_charset_guess guess = kt_charset_choose(S("\xEF\xBB\xBF가"), "utf8");
    assert_int_equal(guess.bom_len, 3);
    assert_int_equal(kt_charset_choose(S("\xEF\xBB\xBF가"), "UTF-16").bom_len, 0);
    assert_string_equal(kt_charset_choose(S("\xE9"), NULL).name, "UTF-8");
}

/* UTF-16 and UTF-32 are in the order of their mark, or in what looks like text. */
static void orders_are_told(void **state) {
    (void)state;
    static const struct {
        const char *asked;
        kt_str bytes;
        const char *charset;
        uint32_t bom_len;
    } rows[] = {
        {"utf-16", KTI_STR_INIT("\xFF\xFE\x5C\xD5\x00\xAE"), "UTF-16LE", 2},
        {"utf-16", KTI_STR_INIT("\xFE\xFF\xD5\x5C\xAE\x00"), "UTF-16BE", 2},
        {"UTF-16", KTI_STR_INIT("\xD5\x5C\xAE\x00"), "UTF-16BE", 0},
        {"UTF-16", KTI_STR_INIT("\x00\x08"), "UTF-16LE", 0},
        {"UTF-32", KTI_STR_INIT("\x00\x00\xFE\xFF\x00\x00\xD5\x5C"), "UTF-32BE", 4},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_charset_guess guess = kt_charset_choose(rows[i].bytes, rows[i].asked);
        assert_string_equal(guess.name, rows[i].charset);
        assert_int_equal(guess.bom_len, rows[i].bom_len);
    }
    kt_str text;
    assert_ok(kt_charset_decode(ctx, rows[1].bytes, "UTF-16", 1, &text));
    assert_str(text, "한글");
    assert_ok(kt_charset_encode(ctx, S("가"), "utf-16", 1, &text));
    assert_memory_equal(text.ptr, "\xFF\xFE\x00\xAC", 4);
}

/* Encodings that shift, and those where ASCII is not itself. */
static void whole_texts_are_encoded(void **state) {
    (void)state;
    static const char *const charsets[] = {"UTF-7", "ibm-933", "ISO-2022-KR", "SCSU"};
    enum { LINE = 11, LINES = 400, BAD = 364 * LINE };
    char text[LINE * LINES], copy[4 * LINE * LINES];
    for (size_t i = 0; i < LINES; i++)
        memcpy(text + i * LINE, "a+한글 b\n", LINE);
    for (size_t i = 0; KT_TESTS_ICU && i < sizeof charsets / sizeof *charsets; i++) {
        kt_str bytes, back;
        assert_ok(kt_charset_encode(ctx, (kt_str){text, sizeof text}, charsets[i], 0, &bytes));
        assert_true(bytes.len <= sizeof copy);
        memcpy(copy, bytes.ptr, bytes.len);
        assert_ok(kt_charset_decode(ctx, (kt_str){copy, bytes.len}, charsets[i], 1, &back));
        assert_int_equal(back.len, sizeof text);
        assert_memory_equal(back.ptr, text, sizeof text);
    }
    text[BAD] = '\xC3', text[BAD + 1] = '\xA9';
    kt_str ignored;
    if (!KT_TESTS_ICU) return;
    assert_int_equal(
        kt_charset_encode(ctx, (kt_str){text, sizeof text}, "ISO-2022-KR", 0, &ignored),
        KT_ERR_ENCODING);
    assert_int_equal(kt_ctx_error(ctx).offset, BAD);
}

#if KT_TESTS_ICU

/* Files of a line or two: the bytes of Korean in windows-949 are Hangul in UTF-16 as well. */
static void short_texts(void **state) {
    (void)state;
    static const char *const texts[] = {
        "네",
        "네\n",
        "가지",
        "개별",
        "것에",
        "안녕하세요?",
        "안녕하세요?\r\n",
        "네, 알겠습니다.",
        "한국방송공사",
        "KBS 한국방송",
        "A사",
        "“네.”",
        "‘가’",
        "…네",
        "- 네?\n- 응.\n",
        "2024년 1월 1일",
        "북조선은 키예프를 방문했다.\r\n그는 말했다.\r\n",
    };
    static const char *const charsets[] = {"windows-949", "UTF-8", "UTF-16LE", "UTF-16BE"};
    check_table table = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t k = 0; k < sizeof charsets / sizeof *charsets; k++) {
            bool one_unit = k >= 2 && strlen(texts[i]) == strlen("네");
            kt_charset_guess guess;
            kt_str bytes;
            assert_ok(kt_charset_encode(ctx, kti_str(texts[i]), charsets[k], 0, &bytes));
            assert_ok(kt_charset_detect(ctx, bytes, &guess));
            if (!one_unit) check_row(&table, texts[i], kti_str(guess.name), kti_str(charsets[k]));
        }
    check_done(&table);
}

/* Pairs of digits are letters of Hangul in UTF-16; an odd number of bytes is no UTF-16 at all. */
static void digits_and_english(void **state) {
    (void)state;
    static const char *const texts[] = {
        "Hi", "1010", "10203040", "12:30\n", "Yes.\nNo.\n", "The Bank of Korea held rates.\r\n"};
    static const char *const charsets[] = {"US-ASCII", "UTF-16LE", "UTF-16BE"};
    check_table table = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t k = 0; k < sizeof charsets / sizeof *charsets; k++) {
            kt_charset_guess guess;
            kt_str bytes;
            assert_ok(kt_charset_encode(ctx, kti_str(texts[i]), charsets[k], 0, &bytes));
            assert_ok(kt_charset_detect(ctx, bytes, &guess));
            check_row(&table, texts[i], kti_str(guess.name), kti_str(charsets[k]));
        }
    check_done(&table);
}

#endif

static void nothing_and_noise(void **state) {
    (void)state;
    kt_charset_guess guess;
    kt_str text;
    static const char noise[] = {0, 1, 2, (char)0xFF, 0, (char)0x80, 0};
    assert_ok(kt_charset_detect(ctx, (kt_str){NULL, 0}, &guess));
    assert_true(guess.name != NULL && guess.evidence != NULL);
    assert_ok(kt_charset_decode(ctx, (kt_str){NULL, 0}, NULL, 1, &text));
    assert_int_equal(text.len, 0);
    assert_ok(kt_charset_detect(ctx, (kt_str){noise, sizeof noise}, &guess));
    assert_ok(kt_charset_decode(ctx, (kt_str){noise, sizeof noise}, NULL, 0, &text));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(told_apart_and_read),
        cmocka_unit_test(written_back),
        cmocka_unit_test(bytes_that_are_no_text),
        cmocka_unit_test(names_are_one_however_spelt),
        cmocka_unit_test(orders_are_told),
        cmocka_unit_test(whole_texts_are_encoded),
#if KT_TESTS_ICU
        cmocka_unit_test(short_texts),
        cmocka_unit_test(digits_and_english),
#endif
        cmocka_unit_test(nothing_and_noise),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
