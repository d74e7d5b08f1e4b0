/* Words of other languages: units to syllables, patterns, every language's table, detection. */
#include "session.h"

#include "core/buf.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "languages/languages.h"

/* ---- units ---------------------------------------------------------------------------------- */

static kt_str composed(kti_buf *buf, const char *units, unsigned variant) {
    kti_composer c;
    kti_buf_clear(buf);
    kti_compose_init(&c, buf, variant);
    for (kt_str rest = kti_str(units); rest.ptr != NULL;) {
        char one[64] = "";
        kt_str unit = kti_str_next_field(&rest, ' ');
        memcpy(one, unit.ptr, unit.len);
        kti_compose_put(&c, one, 0, 0, "-");
    }
    kti_compose_end(&c);
    return kti_buf_str(buf);
}

static void units_make_syllables(void **state) {
    (void)state;
    static const char *const rows[][2] = {
        {"ㅋ ㅏ", "카"},        {"ㅏ", "아"},
        {"ㅋ ㅌ", "크트"},      {"ㅋ ㅏ +ㄴ", "칸"},
        {"ㅋ +ㄴ", "큰"},       {"+ㄴ", "은"},
        {"ㅏ +ㄴ +ㄴ", "안은"}, {"프 +ㄹ", "플"},
        {"ㅏ ㄹㄹ ㅏ", "알라"}, {"ㅋ ㄹㄹ ㅏ", "클라"},
        {"ㄹㄹ ㅏ", "라"},      {"ㅏ +ㄴ ㄹㄹ ㅏ", "안라"},
        {"ㅅj ㅏ", "샤"},       {"ㅅj ㅚ", "쇠"},
        {"ㅅj ㅣ", "시"},       {"ㅅj", "시"},
        {"j ㅗ", "요"},         {"ㅋw ㅏ", "콰"},
        {"ㅋw ㅔ", "퀘"},       {"ㅋw ㅣ", "퀴"},
        {"w ㅗ", "워"},         {"ㄴj ㅡ", "뉴"},
        {"ㅗ이 +ㄴ", "오인"},   {"", ""},
        {"ㅏ|ㅗ ㅋ", "아크"},   {"j j ㅏ", "이야"},
        {"ㅋwㅏ+ㅇ", "쾅"},     {"x", ""},
    };
    check_table t = {0};
    kti_buf buf;
    kti_buf_init(&buf, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&t, rows[i][0], composed(&buf, rows[i][0], 0), kti_str(rows[i][1]));
    check_row(&t, "second", composed(&buf, "ㅏ|ㅗ ㅋ", 1), S("오크"));
    check_row(&t, "no third", composed(&buf, "ㅏ|ㅗ ㅋ", 2), S("아크"));
    kti_buf_free(&buf);
    check_done(&t);
}

static void waits_and_is_open(void **state) {
    (void)state;
    kti_buf buf;
    kti_composer c;
    kti_buf_init(&buf, NULL);
    kti_compose_init(&c, &buf, 0);
    assert_false(kti_compose_waits(&c) || kti_compose_is_open(&c));
    kti_compose_put(&c, "ㅋ", 0, 1, "-");
    assert_true(kti_compose_waits(&c) && !kti_compose_is_open(&c));
    kti_compose_put(&c, "ㅏ", 1, 2, "-");
    assert_true(!kti_compose_waits(&c) && kti_compose_is_open(&c));
    kti_compose_put(&c, "+ㅇ", 2, 3, "-");
    assert_false(kti_compose_is_open(&c));
    kti_buf_free(&buf);
}

/* ---- rules ---------------------------------------------------------------------------------- */

static const kti_letter_class test_classes[] = {{'F', "ei"}, {0, NULL}};
static const kti_letter_rule test_rules[] = {
    {"#", "a", "", "ㅏ", "1"},       {"", "a", "#", "ㅑ", "1"},  {"b|c", "a", "", "ㅓ", "1"},
    {"!bo", "o", "!F|t", "ㅗ", "1"}, {"", "o", "", "ㅛ", "1"},   {"[xyz]", "e", "", "ㅔ", "1"},
    {"[^xyz]", "e", "", "ㅖ", "1"},  {"", "e", "", "ㅡ", "1"},   {"V", "b", "C", "ㅂ", "1"},
    {"", "b", "", "ㅃ", "1"},        {"", "sch", "", "슈", "1"}, {"", "s", "", "ㅅ", "1"},
    {"", "i", "", "ㅣ", "1"},        {"", "é", "", "ㅐ", "1"},
};
static const kti_language test_language = {
    .id = "xx",
    .standard = "Test",
    .letters = "abcdefghijklmnopqrstuvwxyzé",
    .vowels = "aeioué",
    .classes = test_classes,
    .rules = test_rules,
    .rule_count = sizeof test_rules / sizeof *test_rules,
};

static void patterns_fit(void **state) {
    (void)state;
    static const char *const rows[][2] = {
        {"a", "아"},    {"ba", "뺘"},        {"bai", "뻐이"},  {"o", "오"},    {"oi", "요이"},
        {"ot", "요"},   {"xe", "에"},        {"fe", "예"},     {"e", "으"},    {"abs", "아브스"},
        {"ab", "아쁘"}, {"sch", "슈"},       {"sc", "스"},     {"É", "애"},    {"a-a", "아아"},
        {"-", ""},      {"ab-sa", "아쁘샤"}, {"ñß\xC3", "스"}, {"èa", "으야"},
    };
    check_table t = {0};
    kti_arena arena;
    kti_arena_init(&arena, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_str forms[KTI_LANGUAGE_FORMS] = {{NULL, 0}};
        size_t count;
        assert_ok(kti_language_forms(&test_language, kti_str(rows[i][0]), &arena, forms, &count));
        check_row(&t, rows[i][0], count > 0 ? forms[0] : S(""), kti_str(rows[i][1]));
    }
    kti_arena_free(&arena);
    check_done(&t);
}

/* ---- every language ------------------------------------------------------------------------- */

static bool cites_itself(const kti_language *l, const char *article) {
    for (size_t i = 0; i < l->clause_count; i++)
        if (strcmp(l->clauses[i].article, article) == 0) return true;
    return false;
}

/* Units are syllables, letters, +batchim of the seven, j and w; bars between. */
static bool well_formed(kt_str units) {
    for (size_t at = 0; at < units.len;) {
        kti_cp unit = kti_utf8_at(units, at);
        bool batchim = at > 0 && units.ptr[at - 1] == '+';
        bool letter = unit.cp >= 0x3131 && unit.cp <= 0x3163;
        char bytes[4];
        kt_str one = {bytes, kti_utf8_encode(unit.cp, bytes)};
        if (batchim && kti_str_find(S("ㄱㄴㄹㅁㅂㅅㅇ"), one, 0) == SIZE_MAX) return false;
        if (!letter && !kti_is_syllable(unit.cp) && strchr("+jw|", (int)unit.cp) == NULL)
            return false;
        at += unit.len;
    }
    return true;
}

static void tables_are_whole(void **state) {
    (void)state;
    size_t languages = 0;
    for (int i = 0; i < KT_SOURCES; i++) {
        const kti_language *l = kti_language_of((kt_source_language)i);
        if (l == NULL) continue;
        languages++;
        assert_true(strlen(l->id) >= 2 && l->standard != NULL && l->letters != NULL);
        assert_string_equal(kt_source_language_id((kt_source_language)i), l->id);
        for (size_t r = 0; r < l->rule_count; r++) {
            const kti_letter_rule *rule = &l->rules[r];
            if (!cites_itself(l, rule->article) || !well_formed(kti_str(rule->units)))
                fail_msg("%s: \"%s\" is \"%s\" by %s", l->id, rule->letters, rule->units,
                         rule->article);
        }
    }
    assert_true(languages >= 6);
    assert_string_equal(kt_source_language_id(KT_SOURCE_ENGLISH), "en");
    assert_string_equal(kt_source_language_id(KT_SOURCE_AUTO), "auto");
    assert_string_equal(kt_source_language_id(KT_SOURCES), "");
}

/* Each letter that a table of rules claims is written, alone and between others. */
static void no_letter_is_lost(void **state) {
    (void)state;
    kti_arena arena;
    kti_arena_init(&arena, NULL);
    for (int i = 0; i < KT_SOURCES; i++) {
        const kti_language *l = kti_language_of((kt_source_language)i);
        if (l == NULL || l->rules == NULL) continue;
        for (char letter = 'a'; letter <= 'z'; letter++) {
            char word[] = {'t', 'i', letter, 'a', '\0'};
            kt_str forms[KTI_LANGUAGE_FORMS];
            size_t count;
            assert_ok(kti_language_forms(l, kti_str(word), &arena, forms, &count));
            if (count == 0 || (letter != 'h' && forms[0].len <= 3))
                fail_msg("%s loses %c", l->id, letter);
        }
    }
    kti_arena_free(&arena);
}

/* ---- lines ---------------------------------------------------------------------------------- */

static size_t read_as(const char *text, kt_source_language from, size_t nbest,
                      const kt_transliterated **list) {
    kt_transliterate_options options = KT_TRANSLITERATE_INIT;
    size_t count;
    options.from = from;
    options.nbest = nbest;
    options.explain = 1;
    assert_ok(kt_transliterate(ctx, kti_str(text), &options, list, &count));
    assert_true(count >= 1 && count <= nbest);
    return count;
}

static void lines_are_written(void **state) {
    (void)state;
    static const struct {
        const char *text, *want;
        kt_source_language from;
    } rows[] = {
        {"", "", KT_SOURCE_GERMAN},
        {"한글 12", "한글 12", KT_SOURCE_FRENCH},
        {"漢字", "漢字", KT_SOURCE_RUSSIAN},
        {"Otto von Guttmann", "오토 폰 구트만", KT_SOURCE_GERMAN},
        {"Karl Von Thann", "카를 폰탄", KT_SOURCE_GERMAN},
#if KT_TESTS_LEXICON /* else UND may be initials */
        {"ORFF UND EBERT", "오르프 운트 에베르트", KT_SOURCE_GERMAN},
#endif
        {"Lu\u0308tz", "뤼츠", KT_SOURCE_GERMAN},
        {"Giuliano de' Bardi", "줄리아노 데바르디", KT_SOURCE_ITALIAN},
        {"'Ornaldo'", "'오르날도'", KT_SOURCE_ITALIAN},
        {"Пётр Иванов, 1991", "표트르 이바노프, 1991", KT_SOURCE_RUSSIAN},
        {"А. Петров", "아 페트로프", KT_SOURCE_RUSSIAN},
        {"Пётр", "Пётр", KT_SOURCE_GERMAN},
        {"Jean-Yves Le Goff", "장이브 르고프", KT_SOURCE_FRENCH},
        {"Ana de la Vega", "아나 데라베가", KT_SOURCE_SPANISH},
    };
    check_table t = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const kt_transliterated *list;
        read_as(rows[i].text, rows[i].from, 1, &list);
        check_row(&t, rows[i].text, list[0].text, kti_str(rows[i].want));
    }
    check_done(&t);
}

/* What the section permits besides follows: the other vowel, the space closed. */
static void variants_follow(void **state) {
    (void)state;
    const kt_transliterated *list;
    size_t count = read_as("Pugachev", KT_SOURCE_RUSSIAN, 5, &list);
    assert_int_equal(count, 2);
    assert_str(list[0].text, "푸가초프");
    assert_str(list[1].text, "푸가체프");
    assert_true(list[0].probability > list[1].probability && list[1].probability > 0);
    assert_string_equal(list[0].label, "rules");
    read_as("Otto von Guttmann", KT_SOURCE_GERMAN, 2, &list);
    assert_str(list[1].text, "오토폰구트만");
}

static void steps_cite_section_and_clause(void **state) {
    (void)state;
    const kt_transliterated *list;
    const kt_step *steps;
    read_as("ein Schütz", KT_SOURCE_GERMAN, 1, &list);
    size_t count = kt_transliterate_steps(ctx, &steps);
    assert_int_equal(count, 5);
    assert_int_equal(steps[2].src.start, 4);
    assert_int_equal(steps[2].src.end, 7);
    assert_str(steps[2].before, "Sch");
    assert_str(steps[2].after, "ㅅ");
    kt_rule rule = kt_rule_info(steps[2].rule);
    assert_string_equal(rule.standard, "Loanword Orthography, German");
    assert_string_equal(rule.article, "3.2.4.2");
    assert_true(strlen(rule.summary) > 0);
}

/* ---- detection ------------------------------------------------------------------------------ */

static void languages_are_told(void **state) {
    (void)state;
    static const struct {
        const char *text, *want;
    } rows[] = {
        {"Jürgen Weißmann", "de"},
        {"Rosenheim", "en"},
        {"Schwarzkirch", "en"},
        {"Manfred Schwarzkopf", "de"},
        {"Waldhausen", "de"},
        {"Étienne Girardeau", "fr"},
        {"Gaspard d'Arceaux", "fr"},
        {"Nuñez", "es"},
        {"Sofía Domínguez", "es"},
        {"Paolo Bianchetti", "it"},
        {"Piergiorgio Cozzi", "it"},
        {"Willem van Dijksterhuis", "nl"},
        {"Joost van der Veen", "nl"},
        {"Anatoly Sidorovich Petrov", "ru"},
        {"Москва", "ru"},
        {"Omsk oblast", "en"},
        {"", "en"},
        {"Smith", "en"},
        {"Robert Johnson", "en"},
        {"New York", "en"},
        {"the Schmidt of Baden", "en"},
        {"Mike Rossovich", "en"},
        {"Nguyễn Văn Dũng", "vi"},
        {"Łukasz Schön", "en"},
        {"Kim Min-seo", "en"},
        {"John Müller Brown", "en"},
        {"Elizabeth", "en"},
    };
    check_table t = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_source_language l = kt_source_language_detect(kti_str(rows[i].text));
        check_row(&t, rows[i].text, kti_str(kt_source_language_id(l)), kti_str(rows[i].want));
    }
    check_done(&t);
}

static void auto_reads_as_detected(void **state) {
    (void)state;
    const kt_transliterated *list;
    read_as("Jürgen Weißmann", KT_SOURCE_AUTO, 1, &list);
    assert_str(list[0].text, "위르겐 바이스만");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_make_syllables), cmocka_unit_test(waits_and_is_open),
        cmocka_unit_test(patterns_fit),         cmocka_unit_test(tables_are_whole),
        cmocka_unit_test(no_letter_is_lost),    cmocka_unit_test(lines_are_written),
        cmocka_unit_test(variants_follow),      cmocka_unit_test(steps_cite_section_and_clause),
        cmocka_unit_test(languages_are_told),   cmocka_unit_test(auto_reads_as_detected),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
