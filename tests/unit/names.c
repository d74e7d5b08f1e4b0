/* Names: where they are, what particle or title follows them, how they are spelt, what matches. */
#include "session.h"

#include "analyze/josa.h"

/* "text" -> "name/TYPE name/TYPE" */
typedef struct row {
    const char *text, *names;
} row;

static kt_str joined_names(kt_str text, const kt_mention *list, size_t count) {
    static char joined[1024];
    size_t len = 0;
    for (size_t i = 0; i < count; i++) {
        kt_str name = {text.ptr + list[i].span.start, list[i].span.end - list[i].span.start};
        assert_true(list[i].confidence > 0 && list[i].confidence <= 1);
        len += (size_t)snprintf(joined + len, sizeof joined - len, "%s%.*s/%s", i > 0 ? " " : "",
                                (int)name.len, name.ptr, kt_name_type_id(list[i].type));
    }
    return (kt_str){joined, len};
}

static kt_str found_in(kt_str text) {
    const kt_mention *list;
    size_t count;
    assert_ok(kt_names_detect(ctx, text, &list, &count));
    return joined_names(text, list, count);
}

static void detection(void **state) {
    (void)state;
    static const row rows[] = {
        {"문재인 대통령은 개성을 방문했다.", "문재인/PER 개성/LOC"},
        {"조명균 통일부 장관이 말했다.", "조명균/PER 통일부/ORG"},
        {"문 대통령과 김 위원장이 만났다.", "문/PER 김/PER"},
        {"호주 시드니에서", "호주 시드니/LOC"},
        {"시드니 스트라스필드에서", "시드니 스트라스필드/LOC"},
        {"이 구청장은 말했다", "이/PER"}, /* 이구 is inside other words, as those below */
        {"조 이사장은 말했다", "조/PER"},
        {"나 주총리는 말했다", "나/PER"},
        {"정 동영 장관은", "정 동영/PER"},
        {"문 재인은", "문 재인/PER"},
        {"이 수만 명이", ""},
        {"이 상은 귀하다", ""},
        {"한국어는 쉽다", ""}, /* 한국 is inside a word */
        {"오늘 날씨가 좋다", ""},
        {"", ""},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&table, rows[i].text, found_in(kti_str(rows[i].text)), kti_str(rows[i].names));
    check_done(&table);
}

/* What only a word list can tell: that 동영상 is a word, and 스위니 none. */
static void detection_by_words(void **state) {
    (void)state;
    static const row rows[] = {
        {"시드니 스위니가", "시드니 스위니/PER"},
        {"박 PD는 말했다", "박/PER"},
        {"정 동영상은", ""},
    };
    check_table table = {0};
    for (size_t i = 0; KT_TESTS_LEXICON && i < sizeof rows / sizeof *rows; i++)
        check_row(&table, rows[i].text, found_in(kti_str(rows[i].text)), kti_str(rows[i].names));
    check_done(&table);
}

/* Names in decomposed text come back as bytes of that text. */
static void detection_in_nfd(void **state) {
    (void)state;
    kt_normalize_options options = KT_NORMALIZE_INIT;
    options.form = KT_FORM_NFD;
    assert_ok(kt_normalize(ctx, S("어제 문재인 대통령은"), &options, out));
    kt_str nfd = kt_text_str(out);
    const kt_mention *list;
    size_t count;
    assert_ok(kt_names_detect(ctx, nfd, &list, &count));
    assert_int_equal(count, 1);
    assert_int_equal(list[0].span.start, kti_str_find(nfd, S(" "), 0) + 1);
    assert_int_equal(list[0].span.end, list[0].span.start + 8 * 3);
}

/* The names of a reading are those of its text, and the reading stays. */
static void detection_in_a_reading(void **state) {
    (void)state;
    static const char text[] = "조명균 통일부 장관은 어제 개성을 방문했다.";
    kt_normalize_options options = KT_NORMALIZE_INIT;
    options.form = KT_FORM_NFD;
    assert_ok(kt_normalize(ctx, S(text), &options, out));
    const kt_str texts[] = {S(text), kt_text_str(out)};
    for (size_t t = 0; t < 2; t++) {
        char want[128];
        const kt_analysis *readings;
        const kt_mention *names;
        size_t count;
        kt_str found = found_in(texts[t]);
        memcpy(want, found.ptr, found.len);
        want[found.len] = '\0';
        assert_ok(kt_analyze(ctx, texts[t], NULL, &readings, &count));
        kt_str first = readings->morphemes[0].form;
        assert_ok(kt_names_of_reading(ctx, texts[t], readings, &names, &count));
        assert_int_equal(count, 3);
        assert_true(readings->morphemes[0].form.ptr == first.ptr && first.len > 0);
        assert_str(joined_names(texts[t], names, count), want);
    }
    assert_int_equal(kt_names_of_reading(ctx, texts[0], NULL, NULL, NULL), KT_ERR_ARG);
}

/* A reading of one text is none of another, shorter one. */
static void detection_in_another_reading(void **state) {
    (void)state;
    const kt_analysis *readings;
    const kt_mention *names;
    size_t count;
    assert_ok(kt_analyze(ctx, KTI_STR("조명균 장관은 개성을 방문했다."), NULL, &readings, &count));
    assert_int_equal(kt_names_of_reading(ctx, KTI_STR("가"), readings, &names, &count), KT_ERR_ARG);
}

/* What is compiled with is what is linked. */
static void version_macros(void **state) {
    char made[32];
    (void)state;
    snprintf(made, sizeof made, "%d.%d.%d", KT_VERSION_MAJOR, KT_VERSION_MINOR, KT_VERSION_PATCH);
    assert_string_equal(made, kt_version());
}

static void particles(void **state) {
    (void)state;
    static const struct {
        const char *stem, *rest;
        bool fits;
    } rows[] = {
        {"개성", "은", true},   {"개성", "는", false},      {"판문점", "에서", true},
        {"평양", "으로", true}, {"서울", "로", true},       {"서울", "으로", false},
        {"제주", "로", true},   {"북한", "과의", true},     {"미국", "에서도", true},
        {"개성", "", true},     {"개성", "공단", false},    {"장관", "이라고", true},
        {"의사", "라고", true}, {"대통령", "까지는", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (kti_josa_fits(kti_str(rows[i].stem), kti_str(rows[i].rest)) != rows[i].fits)
            fail_msg("%s + %s", rows[i].stem, rows[i].rest);
}

static kt_str best_spelling(const char *hangul, kt_kind kind) {
    kt_spell_options options = KT_SPELL_INIT;
    const kt_spelling *list;
    size_t count;
    options.kind = kind;
    assert_ok(kt_names_spell(ctx, kti_str(hangul), &options, &list, &count));
    assert_true(count > 0);
    for (size_t i = 1; i < count; i++) {
        assert_true(list[i].probability <= list[i - 1].probability);
        assert_false(kti_str_eq(list[i].text, list[i - 1].text));
    }
    return list[0].text;
}

/* A person's own spelling and a place's customary form come before any rule. */
static void spelling(void **state) {
    (void)state;
    static const struct {
        const char *hangul, *latin;
        kt_kind kind;
    } rows[] = {
        {"조명균", "Cho Myoung-gyon", KT_KIND_AUTO},
        {"문재인", "Moon Jae-in", KT_KIND_PERSON},
        {"이승만", "Syngman Rhee", KT_KIND_PERSON},
        {"아이유", "IU", KT_KIND_AUTO},
        {"이지은", "Lee Ji-eun", KT_KIND_AUTO}, /* the same person's own name */
        {"김정은", "Kim Jong-un", KT_KIND_AUTO},
        {"개성", "Kaesong", KT_KIND_PLACE},
        {"판문점", "Panmunjom", KT_KIND_AUTO},
        {"종로구", "Jongno-gu", KT_KIND_PLACE},
        {"시드니", "Sydney", KT_KIND_AUTO},
        {"개성역", "Kaesong Station", KT_KIND_PLACE},
        {"후쿠시마현", "Fukushima Prefecture", KT_KIND_AUTO},
        {"뉴사우스웨일스주", "New South Wales", KT_KIND_PLACE},
        {"전주", "Jeonju", KT_KIND_PLACE},
        {"멜버른공항", "Melbourne Airport", KT_KIND_AUTO},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&table, rows[i].hangul, best_spelling(rows[i].hangul, rows[i].kind),
                  kti_str(rows[i].latin));
    check_done(&table);
}

/* The word list knows that 민준 stands behind many surnames; who asks for a person means 민 준. */
static void given_name_alone(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) skip();
    assert_str(best_spelling("민준", KT_KIND_AUTO), "Min-jun");
    assert_str(best_spelling("태희", KT_KIND_AUTO), "Tae-hee");
    assert_str(best_spelling("민준", KT_KIND_PERSON), "Min Jun");
    assert_str(best_spelling("이준", KT_KIND_AUTO), "Yi Jun");
}

static bool is_listed(const char *hangul, const char *latin) {
    kt_spell_options options = KT_SPELL_INIT;
    const kt_spelling *list;
    size_t count;
    options.kind = KT_KIND_PERSON;
    options.nbest = 100;
    assert_ok(kt_names_spell(ctx, kti_str(hangul), &options, &list, &count));
    for (size_t i = 0; i < count; i++)
        if (kti_str_eq(list[i].text, kti_str(latin))) return true;
    return false;
}

/* Nobody's dictionary has this person: usage of the surname and of each syllable speaks. */
static void spellings_of_a_stranger(void **state) {
    (void)state;
    static const char *const latin[] = {"Lee Young-hee", "Lee Yeong-hui", "Rhee Young-hee",
                                        "Yi Yeong-hui"};
    for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
        if (!is_listed("이영희", latin[i])) fail_msg("%s", latin[i]);
    kt_spell_options options = KT_SPELL_INIT;
    const kt_spelling *list;
    size_t count;
    options.nbest = 3;
    assert_ok(kt_names_spell(ctx, S("이영희"), &options, &list, &count));
    assert_int_equal(count, 3);
}

static double score_of(const char *hangul, const char *latin) {
    double score = -1;
    assert_ok(kt_names_match(ctx, kti_str(hangul), kti_str(latin), &score));
    assert_true(score >= 0 && score <= 1);
    return score;
}

static void matching(void **state) {
    (void)state;
    static const struct {
        const char *hangul, *right, *wrong;
    } rows[] = {
        {"조명균", "Cho Myoung-gyon", "Cho Myung-rae"},
        {"박근혜", "Park Geun-hye", "Park Won-soon"},
        {"정동영", "Chung Dong-young", "Chung Mong-joon"},
        {"리설주", "Ri Sol-ju", "Ri Su-yong"},
        {"버락 오바마", "Barack Obama", "Michelle Obama"},
        {"셰익스피어", "Shakespeare", "Shepherd"},
        {"멜버른", "Melbourne", "Melville"},
        {"개성", "Kaesong", "Kaechon"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double right = score_of(rows[i].hangul, rows[i].right);
        double wrong = score_of(rows[i].hangul, rows[i].wrong);
        if (right < 0.5 || wrong > 0.5 || right <= wrong)
            fail_msg("%s: %f against %f", rows[i].hangul, right, wrong);
    }
    assert_true(score_of("", "Kim") == 0);
    assert_true(score_of("김", /* two words that together are too long to be a name */
                         "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm "
                         "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn") < 0.1);
    assert_true(score_of("김", "") == 0);
}

/* Less than the whole name: what it may stand for. */
static void short_forms(void **state) {
    (void)state;
    static const struct {
        const char *hangul, *latin;
        double least, most;
    } rows[] = {
        {"박근혜", "Park", 0.5, 0.6},
        {"박근혜", "Park G.H.", 0.9, 1},
        {"박근혜", "G.H. Park", 0.9, 1},
        {"박근혜", "Moon", 0, 0.1},
        {"박근혜", "Moon J.I.", 0, 0.1},
        {"박 대통령", "President Park", 0.9, 1},
        {"박 대통령", "President Moon", 0, 0.1},
        {"대통령", "President", 0.9, 1},
        {"文", "Moon", 0.9, 1},
        {"文", "Park", 0, 0.1},
        {"모택동", "Mao Zedong", 0.9, 1},
    };
    for (size_t i = 0; KT_TESTS_LEXICON && i < sizeof rows / sizeof *rows; i++) {
        double score = score_of(rows[i].hangul, rows[i].latin);
        if (score < rows[i].least || score > rows[i].most)
            fail_msg("%s, %s: %f", rows[i].hangul, rows[i].latin, score);
    }
}

static void styles(void **state) {
    (void)state;
    static const struct {
        kt_name_style style;
        const char *hangul, *latin;
    } rows[] = {
        {KT_NAME_STYLE_PLAIN, "김정은", "Kim Jong-un"},
        {KT_NAME_STYLE_AFP, "김정은", "Kim Jong-Un"},
        {KT_NAME_STYLE_AP, "김정은", "Kim Jong Un"},
        {KT_NAME_STYLE_AP, "문재인", "Moon Jae-in"},
        {KT_NAME_STYLE_YONHAP, "김정은", "Kim Jong-un"},
        {KT_NAME_STYLE_PASSPORT, "홍빛나", "HONG BITNA"},
        {KT_NAME_STYLE_DPRK, "문재인", "Moon Jae In"},
        {KT_NAME_STYLE_ALA_LC, "홍빛나", "Hong Pin-na"},
        {KT_NAME_STYLE_AFP, "시드니", "Sydney"},
        {KT_NAME_STYLE_AP, "조명균", "Cho Myoung-gyon"},
    };
    for (size_t i = 0; KT_TESTS_LEXICON && i < sizeof rows / sizeof *rows; i++) {
        kt_spell_options options = KT_SPELL_INIT;
        const kt_spelling *list;
        size_t count;
        options.style = rows[i].style;
        assert_ok(kt_names_spell(ctx, kti_str(rows[i].hangul), &options, &list, &count));
        assert_true(count > 0);
        assert_str(list[0].text, rows[i].latin);
    }
}

/* A surname of which no more is said. */
static void lone_surnames(void **state) {
    (void)state;
    kt_spell_options options = KT_SPELL_INIT;
    const kt_spelling *list;
    size_t count;
    options.kind = KT_KIND_PERSON;
    assert_ok(kt_names_spell(ctx, S("문"), &options, &list, &count));
    assert_true(count > 1);
    assert_str(list[0].text, "Moon");
}

static void without_dictionaries(void **state) {
    (void)state;
    kt_config config = KT_CONFIG_INIT;
    kt_engine *bare;
    kt_ctx *other;
    const kt_spelling *list;
    size_t count;
    config.dictionaries = KT_DICTIONARIES_NONE;
    config.user_dict = S("korean\tenglish\ttype\n조명균\tCho Myung-Gyun\tPER\n");
    assert_ok(kt_engine_open(&config, &bare, NULL));
    assert_ok(kt_ctx_new(bare, &other));
    assert_ok(kt_names_spell(other, S("개마고원"), NULL, &list, &count));
    assert_str(list[0].text, "Gaemagowon");
    assert_ok(kt_names_spell(other, S("조명균"), NULL, &list, &count)); /* the user's own stay */
    assert_str(list[0].text, "Cho Myung-Gyun");
    kt_ctx_free(other);
    kt_engine_close(bare);
}

/* Foreign names no dictionary has: their likely Latin letters, not a romanization. */
static void foreign_names(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    enum { MODEL_ONLY = 5 };
    static const struct {
        const char *hangul, *latin;
    } rows[] = {
        {"로버트 콜드웰", "Robert Caldwell"},
        {"크리스토퍼 앤더슨", "Christopher Anderson"},
        {"프리드리히 슐레겔", "Friedrich Schlegel"},
        {"노스필드", "Northfield"},
        {"스미스슨", "Smithson"},
        {"마이클 존슨", "Michael Johnson"}, /* settled words come first */
        {"세라 톰프슨", "Sarah Thompson"},
        {"제임스 머독", "James Murdoch"}, /* and names of those who are known */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const kt_spelling *list;
        size_t count;
        bool found = false;
        assert_ok(kt_names_spell(ctx, kti_str(rows[i].hangul), NULL, &list, &count));
        size_t most = i < MODEL_ONLY ? count : 1;
        for (size_t k = 0; k < most && k < count; k++)
            found = found || kti_str_eq(list[k].text, kti_str(rows[i].latin));
        if (!found) fail_msg("%s: no %s", rows[i].hangul, rows[i].latin);
    }
}

/* Bodies whose names are put together of words that are known. */
static void bodies_in_english(void **state) {
    (void)state;
    static const struct {
        const char *hangul, *english;
    } rows[] = {
        {"호주 정부", "Australian Government"},
        {"뉴질랜드 정부", "New Zealand Government"}, /* New Zealander is a person */
        {"빅토리아주 환경부", "Victoria Environment Ministry"},
        {"북한 노동당", "Workers' Party of Korea"}, /* tells its country */
        {"러시아 국방부", "Russian Ministry of National Defense"},
        {"대구경찰청", "Daegu Police Agency"}, /* not the national one */
        {"한국환경교류재단", "Korea Environmental Exchange Foundation"},
        {"한국 법무부", "South Korean Ministry of Justice"},
        {"우크라이나군", "Ukrainian Army"},
        {"트럼프 행정부", "Trump Administration"},
        {"국제중앙은행", "International Central Bank"},
        {"하버드 대학", "Harvard University"},
        {"나세르 병원", "Nasser Hospital"},
        {"주멜버른 총영사관", "Consulate General of the Republic of Korea in Melbourne"},
        {"주뉴질랜드 한국대사관", "Embassy of the Republic of Korea in New Zealand"},
        {"발리나 일대", "Ballina area"}, /* places by their parts, too */
        {"뉴사우스웨일스주 북부 해안", "northern New South Wales coast"},
        {"중국 베이징", "Beijing, China"},
        {"낙동강 공원", "Nakdong River Park"}, /* a kind of place behind a space */
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_str best = best_spelling(rows[i].hangul, KT_KIND_AUTO);
        check_row(&table, rows[i].hangul, best, kti_str(rows[i].english));
    }
    /* nothing but a place; a word that is unknown */
    assert_false(kti_str_eq(best_spelling("호주 시드니", KT_KIND_AUTO), S("Australian Sydney")));
    assert_true(kti_str_ends(best_spelling("호주 도레미파솔", KT_KIND_AUTO), S("sol")));
    check_done(&table);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(foreign_names),
        cmocka_unit_test(bodies_in_english),
        cmocka_unit_test(detection),
        cmocka_unit_test(detection_by_words),
        cmocka_unit_test(detection_in_nfd),
        cmocka_unit_test(particles),
        cmocka_unit_test(detection_in_a_reading),
        cmocka_unit_test(detection_in_another_reading),
        cmocka_unit_test(version_macros),
        cmocka_unit_test(spelling),
        cmocka_unit_test(given_name_alone),
        cmocka_unit_test(spellings_of_a_stranger),
        cmocka_unit_test(matching),
        cmocka_unit_test(without_dictionaries),
        cmocka_unit_test(short_forms),
        cmocka_unit_test(styles),
        cmocka_unit_test(lone_surnames),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
