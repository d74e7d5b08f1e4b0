/* What the schemes share: options, rules, and reading back. The letters are tested by docs/spec. */
#include "session.h"

#include "core/span.h"
#include "romanize/romanize.h"

/* One option set, and what it makes of a text. */
typedef struct row {
    kt_romanize_options options;
    const char *text, *want;
} row;

#define WITH(...)                                                                                  \
    { .size = sizeof(kt_romanize_options), __VA_ARGS__ }

static void options(void **state) {
    static const row rows[] = {
        {WITH(.scheme = KT_SCHEME_MR, .kind = KT_KIND_WORD), "처음 KBS", "ch’ŏŭm KBS"},
        {WITH(.scheme = KT_SCHEME_MR, .kind = KT_KIND_WORD, .ascii = 1), "처음", "ch'oum"},
        {WITH(.scheme = KT_SCHEME_MR, .kind = KT_KIND_WORD, .letter_case = KT_CASE_UPPER),
         "처음 kbs", "CH’ŎŬM KBS"},
        {WITH(.kind = KT_KIND_WORD, .letter_case = KT_CASE_UPPER, .keep_latin = 1), "처음 kbs",
         "CHEOEUM kbs"},
        {WITH(.kind = KT_KIND_WORD, .letter_case = KT_CASE_TITLE), "가나 다라", "Gana Dara"},
        {WITH(.kind = KT_KIND_PLACE, .letter_case = KT_CASE_LOWER), "종로구", "jongno-gu"},
        {WITH(.kind = KT_KIND_PLACE), "역삼동", "Yeoksam-dong"},
        {WITH(.kind = KT_KIND_PLACE), "안동", "Andong"}, /* a city, no 동 of its own */
        {WITH(.kind = KT_KIND_PLACE), "하동", "Hadong"},
        {WITH(.kind = KT_KIND_WORD, .numbers = KT_NUMBERS_READ), "3월 1,234원",
         "samwol cheonibaeksamsipsawon"},
        {WITH(.kind = KT_KIND_WORD, .numbers = KT_NUMBERS_READ), "20살 3.14",
         "seumu sal samjeomilsa"},
        {WITH(.kind = KT_KIND_WORD, .numbers = KT_NUMBERS_READ), "10월 KBS", "siwol keibieseu"},
        {WITH(.kind = KT_KIND_WORD, .numbers = KT_NUMBERS_READ, .keep_latin = 1), "KBS 7",
         "KBS chil"},
        {WITH(.kind = KT_KIND_WORD, .hyphen = KT_HYPHEN_SYLLABLE), "가나다", "ga-na-da"},
        {WITH(.scheme = KT_SCHEME_YALE, .kind = KT_KIND_WORD, .hyphen = KT_HYPHEN_SYLLABLE),
         "가나다", "ka.na.ta"},
        {WITH(.scheme = KT_SCHEME_IPA, .kind = KT_KIND_WORD, .narrow = 1), "시합", "ɕiɦap̚"},
        {WITH(.scheme = KT_SCHEME_HANGUL, .kind = KT_KIND_WORD), "국물", "궁물"},
        {WITH(.scheme = KT_SCHEME_RR_LETTER, .keep_latin = 1), "iPhone을", "iPhoneeul"},
        {WITH(.scheme = KT_SCHEME_KONTSEVICH, .kind = KT_KIND_PERSON), "김정식", "Ким Чонсик"},
        {WITH(.scheme = KT_SCHEME_MR, .kind = KT_KIND_WORD), "ㅋㅋ ㄳ ㅏ", "k’k’ ks a"},
    };
    check_table table = {0};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_str text = kti_str(rows[i].text);
        assert_ok(kt_romanize(ctx, text, &rows[i].options, out));
        check_row(&table, rows[i].text, kt_text_str(out), kti_str(rows[i].want));
        assert_true(kti_span_law(out, text));
    }
    check_done(&table);
}

/* Every edit of every scheme cites a standard, an article and a sentence. */
static void every_edit_has_a_rule(void **state) {
    (void)state;
    kt_str text = S("홍빛나가 종로구 3동에서 값을 \\ a-'1 ㅋㅋ 물었다.");
    for (int s = 0; s < KT_SCHEMES; s++) {
        kt_romanize_options how = KT_ROMANIZE_INIT;
        const kt_edit *edits;
        how.scheme = (kt_scheme)s;
        assert_ok(kt_romanize(ctx, text, &how, out));
        size_t count = kt_text_edits(out, &edits);
        assert_true(count > 5);
        for (size_t i = 0; i < count; i++) {
            kt_rule rule = kt_rule_info(edits[i].rule);
            if (edits[i].rule == 0) continue;
            if (rule.standard[0] == '\0' || rule.article[0] == '\0' || rule.summary[0] == '\0')
                fail_msg("%s: rule %u has no text", kt_scheme_id((kt_scheme)s), edits[i].rule);
        }
    }
}

static void unknown_schemes(void **state) {
    (void)state;
    kt_romanize_options how = KT_ROMANIZE_INIT;
    kt_hangulize_options back = KT_HANGULIZE_INIT;
    const kt_hangulized *list;
    size_t count;
    how.scheme = back.from = (kt_scheme)KT_SCHEMES;
    assert_int_equal(kt_romanize(ctx, S("가"), &how, out), KT_ERR_ARG);
    assert_int_equal(kt_hangulize(ctx, S("ga"), &back, &list, &count), KT_ERR_ARG);
    back.from = KT_SCHEME_HANGUL;
    assert_int_equal(kt_hangulize(ctx, S("ga"), &back, &list, &count), KT_ERR_UNSUPPORTED);
    assert_string_equal(kt_scheme_id((kt_scheme)KT_SCHEMES), "");
}

/* Tokens are in order and within the text. */
static void tokens_of_another_text(void **state) {
    (void)state;
    static const kt_token bad[][2] = {
        {{{0, 9}, {0, 12}, KT_TOKEN_PERSON}}, /* a stem beyond its token */
        {{{0, 12}, {0, 9}, KT_TOKEN_PERSON}, {{9, 12}, {9, 12}, KT_TOKEN_PLACE}}, /* twice */
        {{{12, 18}, {12, 18}, KT_TOKEN_PLACE}, {{0, 9}, {0, 9}, KT_TOKEN_PERSON}},
        {{{0, 9}, {0, 9}, KT_TOKEN_PERSON},
         {{12, 21}, {12, 18}, KT_TOKEN_PLACE}}, /* beyond the text */
        {{{0, 9}, {3, 9}, KT_TOKEN_PERSON}},
    };
    kt_romanize_options o = KT_ROMANIZE_INIT;
    kt_pronounce_options aloud = KT_PRONOUNCE_INIT;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        o.tokens = aloud.tokens = bad[i];
        o.token_count = aloud.token_count = bad[i][1].span.end == 0 ? 1 : 2;
        assert_int_equal(kt_romanize(ctx, S("홍길동이서울"), &o, out), KT_ERR_ARG);
        assert_int_equal(kt_pronounce(ctx, S("홍길동이서울"), &aloud, out), KT_ERR_ARG);
    }
    const kt_token good[] = {{{0, 12}, {0, 9}, KT_TOKEN_PERSON},
                             {{12, 18}, {12, 18}, KT_TOKEN_PLACE}};
    o.tokens = good;
    o.token_count = 2;
    assert_ok(kt_romanize(ctx, S("홍길동이서울"), &o, out));
    assert_str(kt_text_str(out), "Hong GildongiSeoul");
}

/* Words of the word list come first, the diacritics of the text count, other words stay. */
static void reading_back(void **state) {
    static const struct {
        kt_scheme from;
        const char *latin, *hangul;
    } rows[] = {
        {KT_SCHEME_RR, "dongnip", "독립"},
        {KT_SCHEME_RR, "Jeju-do", "제주도"},
        {KT_SCHEME_RR, "xyz 3 gungmul", "xyz 3 국물"},
        {KT_SCHEME_MR, "P’yŏngyang", "평양"},
        {KT_SCHEME_MR, "pyongyang", "평양"},
        {KT_SCHEME_KONTSEVICH, "кимчхи", "김치"},
        {KT_SCHEME_YALE, "hakkyo", "학교"},
        {KT_SCHEME_YALE, "mues", "무엇"}, /* u is ㅜ behind a labial */
        {KT_SCHEME_YALE, "pul", "불"},
        {KT_SCHEME_RR, "gatseumnida", "갔습니다"}, /* a tense, not 갓 */
        {KT_SCHEME_RR, "meogeotda", "먹었다"},
        {KT_SCHEME_RR, "eopseotda", "없었다"},
        {KT_SCHEME_RR, "iyagihaetda", "이야기했다"},
        {KT_SCHEME_MR, "issŏtta", "있었다"},
        {KT_SCHEME_MR, "Yi", "이"},
        {KT_SCHEME_IPA, "kuŋmul", "국물"},
    };
    check_table table = {0};
    (void)state;
    for (size_t i = 0; KT_TESTS_LEXICON && i < sizeof rows / sizeof *rows; i++) {
        kt_hangulize_options options = KT_HANGULIZE_INIT;
        const kt_hangulized *list;
        size_t count;
        options.from = rows[i].from;
        options.nbest = 5;
        assert_ok(kt_hangulize(ctx, kti_str(rows[i].latin), &options, &list, &count));
        assert_in_range(count, 1, 5);
        check_row(&table, rows[i].latin, list[0].text, kti_str(rows[i].hangul));
    }
    check_done(&table);
}

static void slugs(void **state) {
    static const struct {
        const char *text, *slug;
        uint32_t most;
    } rows[] = {
        {"종로 소식 (3월)", "jongno-sosik-3wol", 0},
        {"Café ÉCOLE 2", "cafe-ecole-2", 0},
        {"  --  ", "", 0},
        {"日本", "ilbon", 0},
        {"가나 다라 마바", "gana-dara", 12},
        {"가나다라마바사", "gana", 4},
        {"O'Neill’s", "oneills", 0},
        {"ＡＢＣ 뉴스 ２월", "abc-nyuseu-2wol", 0},
        {"①번 x² 10㎡ Ⅲ부", "1beon-x2-10m2-iiibu", 0},
        {"½ 컵, 5㎏", "1-2-keop-5kg", 0},
        {"㈜개성 서비스™", "gaeseong-seobiseu", 0},
        {"", "", 0},
    };
    check_table table = {0};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_slug_options options = KT_SLUG_INIT;
        options.max_len = rows[i].most;
        if (!KT_TESTS_LEXICON && strcmp(rows[i].text, "日本") == 0) continue;
        assert_ok(kt_slug(ctx, kti_str(rows[i].text), &options, out));
        check_row(&table, rows[i].text, kt_text_str(out), kti_str(rows[i].slug));
    }
    check_done(&table);
}

/* A separator is no part of a word. */
static void separators(void **state) {
    static const char refused[] = {'a', 'Z', '0', '\n', '\x7F', '\x80', '\xC3'};
    kt_slug_options options = KT_SLUG_INIT;
    (void)state;
    for (size_t i = 0; i < sizeof refused; i++) {
        options.separator = refused[i];
        assert_int_equal(kt_slug(ctx, S("가나 다"), &options, out), KT_ERR_ARG);
    }
    options.separator = '_';
    assert_ok(kt_slug(ctx, S("가나 다"), &options, out));
    assert_str(kt_text_str(out), "gana_da");
    assert_true(kti_span_law(out, S("가나 다")));
    assert_ok(kt_slug(ctx, S("ＡＢＣ 가"), &options, out));
    assert_true(kti_span_law(out, S("ＡＢＣ 가")));
}

/* Two countries in one word, with a particle behind that a word list tells. */
static void pairs_of_countries(void **state) {
    (void)state;
    kt_romanize_options how = KT_ROMANIZE_INIT;
    how.scheme = KT_SCHEME_ALA_LC;
    assert_ok(kt_romanize(ctx, S("북일은 한미를"), &how, out));
    assert_str(kt_text_str(out), KT_TESTS_LEXICON ? "Puk-Il ŭn Han-Mi rŭl" : "Puk-Irŭn Han-Mirŭl");
}

/* Hanja, old spelling and numbers are steps before; the map still leads to the caller's bytes. */
static void spans_through_all_steps(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    kt_romanize_options how = KT_ROMANIZE_INIT;
    how.scheme = KT_SCHEME_MR;
    how.numbers = KT_NUMBERS_READ;
    kt_str text = S("大學 3월 뎡거쟝 \u1100\u1161");
    assert_ok(kt_romanize(ctx, text, &how, out));
    assert_str(kt_text_str(out), "taehak samwŏl chŏnggŏjang ka");
    assert_true(kti_span_law(out, text));
    kt_span source = kt_text_source(out, (kt_span){0, 3});
    assert_int_equal(source.start, 0);
    assert_int_equal(source.end, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options),
        cmocka_unit_test(every_edit_has_a_rule),
        cmocka_unit_test(unknown_schemes),
        cmocka_unit_test(reading_back),
        cmocka_unit_test(tokens_of_another_text),
        cmocka_unit_test(slugs),
        cmocka_unit_test(separators),
        cmocka_unit_test(pairs_of_countries),
        cmocka_unit_test(spans_through_all_steps),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
