/* Names of Japan, China, Vietnam, Indonesia and Malaysia: told apart, cut, and with their other
 * forms. docs/spec has the clauses. */
#include "session.h"

#include <stdlib.h>
#include <string.h>

static kt_str form(kt_source_language from, const char *text, size_t number, int official) {
    kt_transliterate_options options = KT_TRANSLITERATE_INIT;
    const kt_transliterated *list;
    size_t count;
    options.from = from;
    options.official = official;
    options.nbest = 8;
    assert_ok(kt_transliterate(ctx, kti_str(text), &options, &list, &count));
    return number < count ? list[number].text : S("");
}

static void detected(void **state) {
    (void)state;
    static const struct {
        const char *text;
        kt_source_language language;
    } rows[] = {
        {"トヨタ", KT_SOURCE_JAPANESE},        {"ひらがな", KT_SOURCE_JAPANESE},
        {"Tōkyō", KT_SOURCE_JAPANESE},         {"Yamamoto", KT_SOURCE_JAPANESE},
        {"Fukushima", KT_SOURCE_JAPANESE},     {"Xi Jinping", KT_SOURCE_CHINESE},
        {"Zhejiang", KT_SOURCE_CHINESE},       {"Qingdao", KT_SOURCE_CHINESE},
        {"Nguyen", KT_SOURCE_VIETNAMESE},      {"Võ Văn Thưởng", KT_SOURCE_VIETNAMESE},
        {"Điện Biên", KT_SOURCE_VIETNAMESE},   {"Jakarta", KT_SOURCE_INDONESIAN},
        {"Yudhoyono", KT_SOURCE_INDONESIAN},   {"Megawati", KT_SOURCE_INDONESIAN},
        {"Michael Jordan", KT_SOURCE_ENGLISH}, {"Chicago", KT_SOURCE_ENGLISH},
        {"Washington", KT_SOURCE_ENGLISH},     {"Marshall", KT_SOURCE_ENGLISH},
        {"Alexander", KT_SOURCE_ENGLISH},      {"", KT_SOURCE_ENGLISH},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&table, rows[i].text,
                  kti_str(kt_source_language_id(kt_source_language_detect(kti_str(rows[i].text)))),
                  kti_str(kt_source_language_id(rows[i].language)));
    check_done(&table);
}

/* Whatever is not wholly of the language stays, punctuation and Hanja do, capitals do not matter.
 */
static void mixed(void **state) {
    (void)state;
    static const struct {
        kt_source_language from;
        const char *text, *want;
    } rows[] = {
        {KT_SOURCE_CHINESE, "BEIJING, Shanghai!", "베이징, 상하이!"},
        {KT_SOURCE_CHINESE, "Hangzhou 2023", "항저우 2023"},
        {KT_SOURCE_CHINESE, "Urumqi", "Urumqi"},
        {KT_SOURCE_CHINESE, "lv nv", "뤼뉘"},
        {KT_SOURCE_JAPANESE, "東京 タワー", "東京 다와"},
        {KT_SOURCE_JAPANESE, "TOYOTA (トヨタ)", "도요타 (도요타)"},
        {KT_SOURCE_JAPANESE, "Shin-Osaka", "신오사카"},
        {KT_SOURCE_VIETNAMESE, "NGUYỄN", "응우옌"},
        {KT_SOURCE_VIETNAMESE, "Ha\xCC\x80 No\xCC\xA3\xCC\x82i", "하노이"}, /* decomposed */
        {KT_SOURCE_INDONESIAN, "Kota Kinabalu", "코타키나발루"},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&table, rows[i].text, form(rows[i].from, rows[i].text, 0, 1),
                  kti_str(rows[i].want));
    check_done(&table);
}

static bool among(kt_source_language from, const char *text, const char *want) {
    for (size_t i = 0; i < 8; i++)
        if (kti_str_eq(form(from, text, i, 0), kti_str(want))) return true;
    return false;
}

/* What the spelling leaves open stands beside the first form; the strict mode has one. */
static void left_open(void **state) {
    (void)state;
    assert_true(among(KT_SOURCE_INDONESIAN, "Perlis", "프를리스"));
    assert_true(among(KT_SOURCE_INDONESIAN, "Perlis", "페를리스"));
    assert_true(among(KT_SOURCE_VIETNAMESE, "Dung", "중"));
    assert_true(among(KT_SOURCE_VIETNAMESE, "Dung", "둥"));
    assert_int_equal(form(KT_SOURCE_INDONESIAN, "Perlis", 1, 1).len, 0);
}

/* Names of CLDR that the project's own tables do not have. */
static void cldr(void **state) {
    (void)state;
    if (!KT_TESTS_ICU || !KT_TESTS_LEXICON) return;
    static const char *const rows[][2] = {
        {"Reykjavik", "레이캬비크"}, {"Paramaribo", "파라마리보"}, {"Aruba", "아루바"},
        {"Swahili", "스와힐리"},     {"Esperanto", "에스페란토"},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&table, rows[i][0], form(KT_SOURCE_ENGLISH, rows[i][0], 0, 0),
                  kti_str(rows[i][1]));
    check_done(&table);
}

static void long_words(void **state) {
    (void)state;
    enum { LENGTH = 1 << 16 };
    char *text = malloc(LENGTH + 1);
    assert_non_null(text);
    memset(text, 'a', LENGTH);
    text[LENGTH] = '\0';
    for (kt_source_language from = KT_SOURCE_JAPANESE; from <= KT_SOURCE_INDONESIAN; from++)
        assert_true(form(from, text, 0, 1).len > 0);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(detected), cmocka_unit_test(mixed),      cmocka_unit_test(left_open),
        cmocka_unit_test(cldr),     cmocka_unit_test(long_words),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
