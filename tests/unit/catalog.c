/* Catalogues: how romanized texts differ, and which fields of a record belong together. */
#include "session.h"

#define UNIT(tag, six, rest)                                                                       \
    "<datafield tag=\"" tag "\"><subfield code=\"6\">" six "</subfield>" rest "</datafield>"
#define A(text)        "<subfield code=\"a\">" text "</subfield>"
#define RECORD(fields) "<collection><record>" fields "</record></collection>"

static kt_catalog *catalog;
static const kt_catalog_pair *pairs;
static size_t count;

static kt_status open_text(const char *text, kt_error *err) {
    kt_catalog_close(catalog);
    kt_status status = kt_catalog_open(NULL, kti_str(text), &catalog, err);
    pairs = kt_catalog_pairs(catalog, &count);
    return status;
}

static int end_catalog(void **state) {
    kt_catalog_close(catalog);
    catalog = NULL;
    return close_session(state);
}

static void check(kt_str found, const char *wanted) {
    assert_true(kti_str_eq(found, kti_str(wanted)));
}

/* ---- comparing ------------------------------------------------------------------------------ */

static void differences(void **state) {
    static const struct {
        const char *original, *romanized;
        unsigned differences;
        size_t offset;
    } rows[] = {
        {"한국의 역사", "Han\u2019guk \u016Di y\u014Fksa", 0, 0},
        {"한국의 역사", "Han'guk u\u0306i yo\u0306ksa", 0, 0}, /* decomposed, ASCII apostrophe */
        {"한국의 역사", "Hanguk \u016Di y\u014Fksa", KT_DIFFERS_APOSTROPHES, 3},
        {"한국의 역사", "Han'guk ui y\u014Fksa", KT_DIFFERS_DIACRITICS, 8},
        {"한국의 역사", "han'guk \u016Di y\u014Fksa", KT_DIFFERS_CAPITALS, 0},
        {"한국의 역사", "Han'guk-\u016Di y\u014Fksa", KT_DIFFERS_DIVISION, 7},
        {"한국의 역사", "Han'guk \u016Di y\u014Fksa.", KT_DIFFERS_PUNCTUATION, 18},
        {"한국의 역사", "Han'guk \u016Di yusa", KT_DIFFERS_LETTERS, 13},
        {"한국의 역사", "Han'guk \u016Di", KT_DIFFERS_LETTERS, 11},
        {"한국의 역사", "H\u0103n'guk \u016Di y\u014Fksa", KT_DIFFERS_LETTERS, 1},
        {"", "", 0, 0},
    };
    kt_romanize_options options = KT_ROMANIZE_INIT;
    kt_romanized_check found;
    (void)state;
    options.scheme = KT_SCHEME_ALA_LC;
    if (!KT_TESTS_LEXICON) return;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_ok(kt_romanized_compare(ctx, kti_str(rows[i].original), kti_str(rows[i].romanized),
                                       &options, &found));
        if (found.differences != rows[i].differences || found.offset != rows[i].offset)
            fail_msg("%s: %x at %zu", rows[i].romanized, found.differences, found.offset);
    }
}

static void inverted_names(void **state) {
    kt_romanize_options options = KT_ROMANIZE_INIT;
    kt_romanized_check found;
    (void)state;
    options.scheme = KT_SCHEME_ALA_LC;
    options.kind = KT_KIND_PERSON;
    assert_ok(kt_romanized_compare(ctx, kti_str("김, 소월,"), kti_str("Kim, So-w\u014Fl,"),
                                   &options, &found));
    check(found.expected, "Kim, So-w\u014Fl,");
    assert_int_equal(found.differences, 0);
}

/* ---- records -------------------------------------------------------------------------------- */

static void linked(void **state) {
    (void)state;
    assert_ok(open_text(
        RECORD("<controlfield tag=\"001\">x1</controlfield>" UNIT("245", "880-01", A("Yŏksa"))
                   UNIT("100", "880-02", A("Kim")) UNIT("880", "100-02/$1", A("김"))
                       UNIT("880", "245-01/$1", A("&#xC5ED;사 &amp; 말"))),
        NULL));
    assert_int_equal(count, 2);
    check(pairs[0].original, "김");
    check(pairs[0].tag, "100");
    check(pairs[0].control, "x1");
    assert_int_equal(pairs[0].kind, KT_KIND_PERSON);
    assert_int_equal(pairs[0].subfield, 'a');
    check(pairs[1].original, "역사 & 말");
    check(pairs[1].romanized, "Yŏksa");
    check(pairs[1].link, "01");
    assert_int_equal(pairs[1].kind, KT_KIND_AUTO);
}

/* Other subfields: the whole field. Codes and links are no text. */
static void whole_fields(void **state) {
    (void)state;
    assert_ok(open_text(
        RECORD(UNIT("245", "880-01", A("Yŏksa") "<subfield code=\"0\">n</subfield>" A("mal"))
                   UNIT("880", "245-01", A("역사 말"))),
        NULL));
    assert_int_equal(count, 1);
    assert_int_equal(pairs[0].subfield, '\0');
    check(pairs[0].romanized, "Yŏksa mal");
}

static void unpaired(void **state) {
    (void)state;
    assert_ok(open_text(RECORD(UNIT("245", "880-01", A("Yŏksa")) UNIT("880", "246-03", A("말"))
                                   UNIT("880", "500-00", A("주석")) UNIT("880", "x", A("뜻"))),
                        NULL));
    assert_int_equal(count, 2);
    assert_true(pairs[0].missing && pairs[1].missing);
    check(pairs[0].romanized, "Yŏksa");
    check(pairs[1].original, "말");
}

/* Only Korean is compared: Hanja by themselves only in Korean records. */
static void languages(void **state) {
    static const char fields[] = UNIT("245", "880-01", A("a")) UNIT("880", "245-01", A("歷史"))
        UNIT("246", "880-02", A("b")) UNIT("880", "246-02", A("東京の夜"));
    char text[2048];
    (void)state;
    (void)snprintf(text, sizeof text, "<record>%s</record>", fields);
    assert_ok(open_text(text, NULL));
    assert_int_equal(count, 0);
    (void)snprintf(text, sizeof text,
                   "<record><controlfield tag=\"008\">%35skor d</controlfield>%s</record>", "",
                   fields);
    assert_ok(open_text(text, NULL));
    assert_int_equal(count, 1);
    check(pairs[0].original, "歷史");
}

static void lines(void **state) {
    (void)state;
    assert_ok(open_text("한국\tHanguk\r\n\n말\tmal\tmore\n", NULL));
    assert_int_equal(count, 2);
    check(pairs[0].romanized, "Hanguk");
    check(pairs[1].romanized, "mal");
    assert_int_equal(pairs[1].romanized_span.end - pairs[1].romanized_span.start, 3);
    assert_ok(open_text("", NULL));
    assert_int_equal(count, 0);
}

static void broken(void **state) {
    static const struct {
        const char *text;
        size_t line, offset;
    } rows[] = {
        {"한국\tHanguk\n말\n", 2, 17},
        {"<record>\n<datafield tag=\"245\"", 2, 9},
        {"<record>\n<datafield tag=\"245\">\n</record>", 3, 31},
        {"<record>\n", 2, 9},
        {"<record><record>", 1, 8},
        {"<record><datafield tag='880'><subfield code='a'><b>", 1, 48},
    };
    kt_error err;
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(open_text(rows[i].text, &err), KT_ERR_SYNTAX);
        if (err.line != rows[i].line || err.offset != rows[i].offset)
            fail_msg("row %zu: line %zu, offset %zu", i, err.line, err.offset);
        assert_null(catalog);
    }
    assert_int_equal(kt_catalog_open(NULL, KTI_STR(""), NULL, NULL), KT_ERR_ARG);
    assert_int_equal(kt_romanized_compare(ctx, KTI_STR(""), KTI_STR(""), NULL, NULL), KT_ERR_ARG);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(differences), cmocka_unit_test(inverted_names),
        cmocka_unit_test(linked),      cmocka_unit_test(whole_fields),
        cmocka_unit_test(unpaired),    cmocka_unit_test(languages),
        cmocka_unit_test(lines),       cmocka_unit_test(broken),
    };
    return cmocka_run_group_tests(tests, open_session, end_catalog);
}
