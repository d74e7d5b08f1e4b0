/* Terms in text: edges, the longest, styles, annotation, putting right. */
#include "session.h"

#include "core/span.h"

static const kt_glossary_row rows[] = {
    {.korean = KTI_STR_INIT("문재인"),
     .english = KTI_STR_INIT("Moon Jae-in"),
     .type = KT_NAME_PERSON,
     .count = 3},
    {.korean = KTI_STR_INIT("트럼프"), .english = KTI_STR_INIT("Trump"), .type = KT_NAME_PERSON},
    {.korean = KTI_STR_INIT("개성"), .english = KTI_STR_INIT("Kaesong"), .type = KT_NAME_PLACE},
    {.korean = KTI_STR_INIT("개성 공단"),
     .english = KTI_STR_INIT("Kaesong Complex"),
     .type = KT_NAME_PLACE},
    {.korean = KTI_STR_INIT("독도"),
     .english = KTI_STR_INIT("Dokdo"),
     .type = KT_NAME_PLACE,
     .status = KT_TERM_PREFERRED},
    {.korean = KTI_STR_INIT("독도"),
     .english = KTI_STR_INIT("Takeshima"),
     .type = KT_NAME_PLACE,
     .status = KT_TERM_FORBIDDEN},
    {.korean = KTI_STR_INIT("동해"), .english = KTI_STR_INIT("East Sea"), .type = KT_NAME_PLACE},
    {.korean = KTI_STR_INIT("일본해"),
     .english = KTI_STR_INIT("East Sea"),
     .type = KT_NAME_PLACE,
     .status = KT_TERM_FORBIDDEN},
    {.korean = KTI_STR_INIT("미국"), .english = KTI_STR_INIT("US"), .type = KT_NAME_PLACE},
    {.korean = KTI_STR_INIT("G20"), .english = KTI_STR_INIT("Group of Twenty")},
    {.korean = KTI_STR_INIT("이 대통령"), .english = KTI_STR_INIT("President Lee")},
    {.korean = KTI_STR_INIT("영국"), .english = KTI_STR_INIT("U.K.")},
    {.korean = KTI_STR_INIT("삼성전자"), .english = KTI_STR_INIT("Samsung Co., Ltd.")},
    {.korean = KTI_STR_INIT("KBS"), .english = KTI_STR_INIT("KBS")},
    {.korean = KTI_STR_INIT("한국은행"), .english = KTI_STR_INIT("the Bank of Korea")},
    {.korean = KTI_STR_INIT("김치"), .english = KTI_STR_INIT("kimchi pancake")},
    {.korean = KTI_STR_INIT("김치"),
     .english = KTI_STR_INIT("Kimchee"),
     .status = KT_TERM_FORBIDDEN},
    {.korean = KTI_STR_INIT("케이팝"), .english = KTI_STR_INIT("K-pop")},
    {.korean = KTI_STR_INIT("아이폰"), .english = KTI_STR_INIT("iPhone app")},
    {.korean = KTI_STR_INIT("노드"), .english = KTI_STR_INIT("Node.js")},
};
static kt_terms *terms;

static int open_terms(void **state) {
    if (open_session(state) != 0) return -1;
    return kt_terms_new(NULL, rows, sizeof rows / sizeof *rows, &terms) != KT_OK;
}

static int close_terms(void **state) {
    kt_terms_free(terms);
    return close_session(state);
}

/* The hits of a text, exact ones as they stand, others with a "~". */
static void check_hits(check_table *misses, const char *text, const char *wanted) {
    const kt_term_hit *hits;
    size_t count, len = 0;
    char met[256];
    assert_ok(kt_terms_find(ctx, terms, kti_str(text), &hits, &count));
    for (size_t k = 0; k < count; k++)
        len += (size_t)snprintf(met + len, sizeof met - len, "%s%.*s ", hits[k].exact ? "" : "~",
                                (int)(hits[k].span.end - hits[k].span.start),
                                text + hits[k].span.start);
    check_row(misses, text, (kt_str){met, len}, kti_str(wanted));
}

static void finding(void **state) {
    (void)state;
    static const struct {
        const char *text, *hits;
    } table[] = {
        {"문재인은 개성공단에서", "문재인 ~개성공단 "},
        {"개성에서 개성과 개성이라는", "개성 개성 개성 "},
        {"개성적인 무개성 개성은(는)", "개성 "},
        /* Particles in the wrong form, and what ends in none. */
        {"개성는 개성가 개성를 개성와 개성로 개성으로", "개성 개성 개성 개성 개성 개성 "},
        {"독도은 독도이 독도을 독도과 독도으로는", "독도 독도 독도 독도 독도 "},
        {"개성고 개성다 개성며 개성였다 개성라면 개성나 개성야 개성랑 개성면 개성일", ""},
        {"독도고 독도고를 독도면 독도군 독도일보 독도네", ""},
        {"개성이고 개성이다 개성이며 개성이었다 개성이라면 개성이면 개성이에요",
         "개성 개성 개성 개성 개성 개성 개성 "},
        {"독도다 독도였다 독도이다 독도라면 독도예요 독도나 독도이고",
         "독도 독도 독도 독도 독도 독도 독도 "},
        {"개성이었을까 독도였는지 독도이었으면 개성이셨던 개성일까 개성일지도 개성이거나 개성이잖아요",
         "개성 독도 독도 개성 개성 개성 개성 개성 "},
        {"트럼프씨는 트럼프 트럼프측이", "트럼프 트럼프 트럼프 "},
        {"‘문재인’(62)은", "문재인 "},
        {"Kaesong's Kaesonger Kaesong-based", "Kaesong Kaesong "},
        {"Kaesong  Complex", "Kaesong "},
        {"Kaesong\nComplex", "Kaesong\nComplex "},
        {"Kaesong\r\nComplex", "Kaesong\r\nComplex "},
        {"Kaesong\n\nComplex Kaesong\tComplex", "Kaesong Kaesong "},
        {"- Kaesong\n- Complex, Kaesong - Complex, -Kaesong\n-Complex", "Kaesong Kaesong Kaesong "},
        {"Kaesong-\nComplex", "~Kaesong-\nComplex "},
        {"Moon Jaein, Moon Jae In, moon jae-in", "~Moon Jaein ~Moon Jae In "},
        {"MOON JAE-IN", "MOON JAE-IN "},
        {"tell us US U.S. troops in the U.S. Us U.S.", "US ~U.S. ~U.S ~U.S "},
        {"일본해는 East Sea", "일본해 East Sea "},
        {"Samsung Co., Ltd... Samsung Co., Ltd.", "Samsung Co., Ltd. Samsung Co., Ltd. "},
        {"the U.K. is, in the U.K. The UK.", "U.K. U.K. ~UK. "},
        {"", ""},
    };
    check_table misses = {0};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check_hits(&misses, table[i].text, table[i].hits);
    check_done(&misses);
}

/* Addresses, names of files, handles, tags and code hold no terms; prose around them does. */
static void finding_no_literals(void **state) {
    (void)state;
    static const struct {
        const char *text, *hits;
    } table[] = {
        {"https://x.kr/Trump?a=Trump,Trump Trump", "Trump "},
        {"(http://x.kr/독도)에서 독도가", "독도 "},
        {"Dokdo, www.Dokdo/x Dokdo@x.kr, a.Dokdo@Dokdo.go.kr Dokdo", "Dokdo Dokdo "},
        {"@Trump #독도 #Dokdo_x Trump #1 Trump # Trump", "Trump Trump Trump "},
        {"Dokdo.jpg 독도.hwp에서 독도.Trump 1.독도 Dokdo. said.Trump",
         "독도 Trump 독도 Dokdo Trump "},
        {"/Dokdo/x Dokdo/Trump ./Dokdo C:\\Dokdo\\x </b>Dokdo", "Dokdo Trump Dokdo "},
        {"x_Dokdo Dokdo_1 _Dokdo_ 독도_동해", "Dokdo 독도 동해 "},
        {"$Dokdo {Dokdo} Dokdo() {Dokdo, Trump}", "Dokdo Trump "},
        {"`Dokdo is` Dokdo ``a`Dokdo`` `독도'와 `독도' `Trump", "Dokdo 독도 독도 Trump "},
        {"Dokdo\n```\nDokdo\n```\nDokdo\n```x\nDokdo", "Dokdo Dokdo "},
        {"<img alt=\"the Dokdo row\" x> <Dokdo> Dokdo < Trump = Trump > Trump",
         "Dokdo Dokdo Trump Trump Trump "},
        {"Node.js, Node.js.org Node.jsx", "Node.js "},
    };
    check_table misses = {0};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check_hits(&misses, table[i].text, table[i].hits);
    check_done(&misses);
}

static void annotating(void **state) {
    (void)state;
    static const struct {
        kt_annotation place;
        const char *text, *wanted;
    } table[] = {
        {KT_ANNOTATE_BEHIND, "문재인은 개성에, 문재인이",
         "문재인(Moon Jae-in)은 개성(Kaesong)에, 문재인이"},
        {KT_ANNOTATE_BEHIND, "문재인(62)은 독도(獨島)", "문재인(62)은 독도(獨島)"},
        {KT_ANNOTATE_BEHIND, "Trump saw Dokdo.", "Trump (트럼프) saw Dokdo (독도)."},
        {KT_ANNOTATE_BEHIND, "Takeshima", "Takeshima"},
        {KT_ANNOTATE_BEHIND, "개성(Kaesong)에, 개성은", "개성(Kaesong)에, 개성은"},
        {KT_ANNOTATE_BEHIND, "개성(북한)에, 개성은", "개성(북한)에, 개성(Kaesong)은"},
        {KT_ANNOTATE_BEHIND,
         "‘개성’(Kaesong)에 개성（Kaesong）은 《개성》[Kaesong], 개성\n(Kaesong)",
         "‘개성’(Kaesong)에 개성（Kaesong）은 《개성》[Kaesong], 개성\n(Kaesong)"},
        {KT_ANNOTATE_BEHIND, "“개성” (Kaesong)은, “Trump”（트럼프） 개성[1]",
         "“개성” (Kaesong)은, “Trump”（트럼프） 개성[1]"},
        {KT_ANNOTATE_BEHIND, "개성[1]은 독도\n(사진)", "개성(Kaesong)[1]은 독도(Dokdo)\n(사진)"},
        {KT_ANNOTATE_INSTEAD, "트럼프는 개성으로", "Trump는 Kaesong으로"},
        {KT_ANNOTATE_INSTEAD, "문재인이 독도를", "Moon Jae-in이 Dokdo를"},
        {KT_ANNOTATE_BEHIND, "개성ㆍ동해를", "개성(Kaesong)ㆍ동해(East Sea)를"}, /* U+318D */
        {KT_ANNOTATE_INSTEAD, "동해는ㆍ", "East Sea는ㆍ"},
        {KT_ANNOTATE_INSTEAD, "Dokdo is", "독도 is"},
        {KT_ANNOTATE_INSTEAD, "G20이 대통령을", "Group of TwentyPresident Lee를"},
        /* 개성 and é, decomposed, stay so. */
        {KT_ANNOTATE_BEHIND,
         "\xE1\x84\x80\xE1\x85\xA2\xE1\x84\x89\xE1\x85\xA5\xE1\x86\xBC e\xCC\x81",
         "\xE1\x84\x80\xE1\x85\xA2\xE1\x84\x89\xE1\x85\xA5\xE1\x86\xBC(Kaesong) e\xCC\x81"},
    };
    check_table misses = {0};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        unsigned char seen[sizeof rows / sizeof *rows] = {0};
        kt_annotate_options options = KT_ANNOTATE_INIT;
        options.place = table[i].place;
        options.seen = seen;
        assert_ok(kt_annotate(ctx, terms, kti_str(table[i].text), &options, out));
        assert_true(kti_span_law(out, kti_str(table[i].text)));
        check_row(&misses, table[i].text, kt_text_str(out), kti_str(table[i].wanted));
    }
    check_done(&misses);
}

/* Every mention; again, nothing is left to say. */
static void annotating_again(void **state) {
    (void)state;
    static const char *const table[][2] = {
        {"개성에 갔다. 개성은", "개성(Kaesong)에 갔다. 개성(Kaesong)은"},
        {"개성공단은", "개성공단(Kaesong Complex)은"},
        {"KBS는 the U.K.", "KBS는 the U.K. (영국)"},
        {"Trump and Dokdo", "Trump (트럼프) and Dokdo (독도)"},
        {"개성 (Kaesong)에서 Dokdo(獨島)", "개성 (Kaesong)에서 Dokdo(獨島)"},
    };
    check_table misses = {0};
    kt_text *again;
    assert_ok(kt_text_new(NULL, &again));
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        assert_ok(kt_annotate(ctx, terms, kti_str(table[i][0]), NULL, out));
        check_row(&misses, table[i][0], kt_text_str(out), kti_str(table[i][1]));
        assert_ok(kt_annotate(ctx, terms, kt_text_str(out), NULL, again));
        check_row(&misses, "again", kt_text_str(again), kt_text_str(out));
    }
    kt_text_free(again);
    check_done(&misses);
}

static void applying(void **state) {
    (void)state;
    static const char *const table[][2] = {
        {"Moon Jaein on Takeshima", "Moon Jae-in on Dokdo"},
        {"일본해를 일본해가", "동해를 동해가"},
        /* Particles behind quotes and glosses; not behind a bracket that says more of another word.
         */
        {"‘일본해’를 「일본해」와 \"일본해\"가", "‘동해’를 「동해」와 \"동해\"가"},
        {"일본해(독도)이 일본해(獨島)은", "동해(독도)가 동해(獨島)는"},
        {"오늘(일본해)은 (일본해)은", "오늘(동해)은 (동해)는"},
        {"‘일본해’은 ‘일본해’이 갔다", "‘동해’는 ‘동해’가 갔다"},
        {"개성공단은", "개성 공단은"},
        {"문재인은 Dokdo", "문재인은 Dokdo"},
        {"U.K. trade. In the U.K.", "U.K. trade. In the U.K."},
        {"UK trade in the UK.", "U.K. trade in the U.K."},
        {"e\xCC\x81 Takeshima e\xCC\x81", "e\xCC\x81 Dokdo e\xCC\x81"},
    };
    check_table misses = {0};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        assert_ok(kt_terms_apply(ctx, terms, kti_str(table[i][0]), out));
        assert_true(kti_span_law(out, kti_str(table[i][0])));
        check_row(&misses, table[i][0], kt_text_str(out), kti_str(table[i][1]));
        assert_ok(kt_terms_apply(ctx, terms, kti_str(table[i][1]), out));
        check_row(&misses, "again", kt_text_str(out), kti_str(table[i][1]));
    }
    check_done(&misses);
}

/* No line end is lost. */
static void applying_lines(void **state) {
    (void)state;
    static const char *const table[][2] = {
        {"Moon\nJaein went", "Moon\nJae-in went"},
        {"Moon Jae\r\nin went", "Moon\r\nJae-in went"},
        {"He saw Take\nshima there", "He saw\nDokdo there"},
        {"- Take\nshima there", "- Take\nshima there"},
        {"the Samsung\nCo.,\nLtd. is", "the Samsung\nCo.,\nLtd. is"},
        {"개성공단\n개성\n공단은", "개성 공단\n개성\n공단은"},
        {"이 일본\n해를 본다", "이\n동해를 본다"},
    };
    check_table misses = {0};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        assert_ok(kt_terms_apply(ctx, terms, kti_str(table[i][0]), out));
        assert_true(kti_span_law(out, kti_str(table[i][0])));
        check_row(&misses, table[i][0], kt_text_str(out), kti_str(table[i][1]));
    }
    check_done(&misses);
}

/* Capitals of a sentence's beginning, a title and a headline stay; others are the glossary's. */
static void applying_capitals(void **state) {
    (void)state;
    static const char *const table[][2] = {
        {"The Bank of Korea rose. The bank of Korea, THE BANK OF KOREA",
         "The Bank of Korea rose. The Bank of Korea, THE BANK OF KOREA"},
        {"We saw The bank of Korea there", "We saw the Bank of Korea there"},
        {"Kimchi pancake is good.\n- Kimchi pancake: \"Kimchi pancake\"",
         "Kimchi pancake is good.\n- Kimchi pancake: \"Kimchi pancake\""},
        {"they like Kimchi Pancake a lot", "they like kimchi pancake a lot"},
        {"Best Kimchi Pancake in Town", "Best Kimchi Pancake in Town"},
        {"Best Kimchee Served Here", "Best Kimchi Pancake Served Here"},
        {"Kimchee is good, they want Kimchee again",
         "Kimchi pancake is good, they want kimchi pancake again"},
        {"KIMCHEE SALES RISE", "KIMCHI PANCAKE SALES RISE"},
        {"TAKESHIMA ROW. Takeshima", "DOKDO ROW. Dokdo"},
        {"MOON JAEIN, KPOP STARS, Kpop Stars", "MOON JAE-IN, K-POP STARS, K-pop Stars"},
        {"IPhone app, IPHONE APP", "iPhone app, IPHONE APP"},
    };
    check_table misses = {0};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        assert_ok(kt_terms_apply(ctx, terms, kti_str(table[i][0]), out));
        check_row(&misses, table[i][0], kt_text_str(out), kti_str(table[i][1]));
        assert_ok(kt_terms_apply(ctx, terms, kti_str(table[i][1]), out));
        check_row(&misses, "again", kt_text_str(out), kti_str(table[i][1]));
    }
    check_done(&misses);
}

/* A glossary whose letters are decomposed finds the same. */
static void decomposed_rows(void **state) {
    (void)state;
    static const kt_glossary_row row = {
        .korean = KTI_STR_INIT("\xE1\x84\x80\xE1\x85\xA2\xE1\x84\x89\xE1\x85\xA5\xE1\x86\xBC"),
        .english = KTI_STR_INIT("Caf\x65\xCC\x81")};
    kt_terms *own = NULL;
    assert_ok(kt_terms_new(NULL, &row, 1, &own));
    assert_ok(kt_annotate(ctx, own, S("개성은 Café"), NULL, out));
    assert_str(kt_text_str(out), "개성(Café)은 Café (개성)");
    kt_terms_free(own);
}

static void bad_calls(void **state) {
    (void)state;
    kt_terms *none = NULL;
    const kt_term_hit *hits;
    size_t count;
    kt_annotate_options options = KT_ANNOTATE_INIT;
    options.size = 1;
    assert_int_equal(kt_terms_new(NULL, NULL, 1, &none), KT_ERR_ARG);
    assert_int_equal(kt_terms_find(ctx, NULL, S("가"), &hits, &count), KT_ERR_ARG);
    assert_int_equal(kt_annotate(ctx, terms, S("가"), &options, out), KT_ERR_ARG);
    assert_int_equal(kt_terms_apply(ctx, terms, S("가"), NULL), KT_ERR_ARG);
    assert_ok(kt_terms_new(NULL, NULL, 0, &none));
    assert_ok(kt_terms_find(ctx, none, S("문재인"), &hits, &count));
    assert_int_equal(count, 0);
    kt_terms_free(none);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finding),           cmocka_unit_test(finding_no_literals),
        cmocka_unit_test(annotating),        cmocka_unit_test(annotating_again),
        cmocka_unit_test(applying),          cmocka_unit_test(applying_lines),
        cmocka_unit_test(applying_capitals), cmocka_unit_test(decomposed_rows),
        cmocka_unit_test(bad_calls),
    };
    return cmocka_run_group_tests(tests, open_terms, close_terms);
}
