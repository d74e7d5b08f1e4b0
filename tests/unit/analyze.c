/* Readings: morphemes, their spans, stems and particles. */
#include "session.h"

static const kt_analysis *reading_of(kt_str text) {
    const kt_analysis *list;
    size_t count;
    assert_ok(kt_analyze(ctx, text, NULL, &list, &count));
    assert_int_equal(count, 1);
    return list;
}

#if KT_TESTS_LEXICON
typedef struct row {
    const char *text, *want;
} row;

/* "가/VV[0-3] 았/EP[0-3]" */
static kt_str morphemes_of(kt_str text) {
    static char joined[2048];
    size_t len = 0;
    const kt_analysis *a = reading_of(text);
    for (size_t i = 0; i < a->morpheme_count; i++) {
        const kt_morpheme *m = &a->morphemes[i];
        len += (size_t)snprintf(joined + len, sizeof joined - len, "%s%.*s/%s[%u-%u]",
                                i > 0 ? " " : "", (int)m->form.len, m->form.ptr, kt_tag_id(m->tag),
                                (unsigned)m->span.start, (unsigned)m->span.end);
    }
    return (kt_str){joined, len};
}

static void morphemes(void **state) {
    (void)state;
    static const row rows[] = {
        {"갔다", "가/VV[0-3] 았/EP[0-3] 다/EC[3-6]"},
        {"불렀으나", "부르/VV[0-3] 었/EP[0-6] 으나/EC[6-12]"},
        {"먹었습니다.", "먹/VV[0-3] 었/EP[3-6] 습니다/EF[6-15] ./SF[15-16]"},
        {"문재인 대통령이", "문재인/NNP[0-9] 대통령/NNG[10-19] 이/JKS[19-22]"},
        {"1,000원", "1,000/SN[0-5] 원/NNBC[5-8]"},
        {"CEO에", "CEO/SL[0-3] 에/JKB[3-6]"},
        {"ㅋㅋ", "ㅋㅋ/IC[0-6]"},
        {"서울ㆍ부산에", "서울/NNP[0-6] ㆍ/SC[6-9] 부산/NNP[9-15] 에/JKB[15-18]"}, /* U+318D */
        {"(나라)", "(/SSO[0-1] 나라/NNG[1-7] )/SSC[7-8]"},
        {"사람이다", "사람/NNG[0-6] 이/VCP[6-9] 다/EC[9-12]"},
        {"", ""},
        {" \n", ""},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&table, rows[i].text, morphemes_of(kti_str(rows[i].text)), kti_str(rows[i].want));
    check_done(&table);
}

/* Forms are those of the plain word; spans cover what stands there. */
static void spoken_syllables(void **state) {
    (void)state;
    static const row rows[] = {
        {"좋아욬ㅋㅋ", "좋/VA[0-3] 아요/EF[3-9] ㅋㅋ/IC[9-15]"},
        {"했는뎅", "하/VV[0-3] 았/EP[0-3] 는데/EC[3-9]"},
        {"예쁘당", "예쁘/VA[0-6] 다/EC[6-9]"},
        {"진짜아아아", "진짜/MAG[0-15]"},
        {"맛있어어어요", "맛있/VA[0-6] 어요/EF[6-18]"},
        {"남섬", "남섬/NNP[0-6]"},
        {"서울행", "서울/NNP[0-6] 행/NNG[6-9]"},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&table, rows[i].text, morphemes_of(kti_str(rows[i].text)), kti_str(rows[i].want));
    check_done(&table);
}

/* Irregular stems are those of the dictionary; what stands before tells 걷다 from 걸다. */
static void stems_that_change(void **state) {
    (void)state;
    static const row rows[] = {
        {"선을 그었다", "선/NNG[0-3] 을/JKO[3-6] 긋/VV[7-10] 었/EP[10-13] 다/EC[13-16]"},
        {"더 나은", "더/MAG[0-3] 낫/VV[4-7] 은/ETM[7-10]"},
        {"깨달았다", "깨닫/VV[0-6] 았/EP[6-9] 다/EC[9-12]"},
        {"걸으면", "걷/VV[0-3] 으면/EC[3-9]"},
        {"함께 걸었다", "함께/MAG[0-6] 걷/VV[7-10] 었/EP[10-13] 다/EC[13-16]"},
        {"벽에 걸었다", "벽/NNG[0-3] 에/JKB[3-6] 걸/VV[7-10] 었/EP[10-13] 다/EC[13-16]"},
        {"말을 들었다", "말/NNG[0-3] 을/JKO[3-6] 듣/VV[7-10] 었/EP[10-13] 다/EC[13-16]"},
        {"손을 들었다", "손/NNG[0-3] 을/JKO[3-6] 들/VV[7-10] 었/EP[10-13] 다/EC[13-16]"},
        {"길을 물었다", "길/NNG[0-3] 을/JKO[3-6] 묻/VV[7-10] 었/EP[10-13] 다/EC[13-16]"},
        {"아는 것", "알/VV[0-3] 는/ETM[3-6] 것/NNB[7-10]"},
        {"먹을게요", "먹/VV[0-3] 을게요/EF[3-12]"},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&table, rows[i].text, morphemes_of(kti_str(rows[i].text)), kti_str(rows[i].want));
    check_done(&table);
}

static void unknown_words_keep_their_particles(void **state) {
    (void)state;
    static const row rows[] = {
        {"꿍스따르는", "꿍스따르|는"}, /* no such word */
        {"콜드웰을", "콜드웰|을"},
        {"박세영은", "박세영|은"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_str text = kti_str(rows[i].text);
        const kt_eojeol *e = reading_of(text)->eojeols;
        char got[256];
        snprintf(got, sizeof got, "%.*s|%.*s", (int)(e->stem.end - e->stem.start),
                 text.ptr + e->stem.start, (int)(e->josa.end - e->josa.start),
                 text.ptr + e->josa.start);
        assert_string_equal(got, rows[i].want);
    }
}

static void predicates_are_not_stripped(void **state) {
    (void)state;
    static const char *const rows[] = {"찾기도", "먹었지만", "사람이다", "좋아요"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const kt_analysis *a = reading_of(kti_str(rows[i]));
        assert_int_equal(a->eojeol_count, 1);
        assert_int_equal(a->eojeols[0].kind, KT_EOJEOL_PREDICATE);
        assert_int_equal(a->eojeols[0].josa.start, a->eojeols[0].josa.end);
    }
}

static void several_readings_come_best_first(void **state) {
    (void)state;
    kt_analyze_options options = KT_ANALYZE_INIT;
    const kt_analysis *list;
    size_t count;
    options.nbest = 5;
    assert_ok(kt_analyze(ctx, S("나는 배를 먹었다"), &options, &list, &count));
    assert_int_equal(count, 5);
    for (size_t i = 1; i < count; i++)
        assert_true(list[i].cost >= list[i - 1].cost);
}

/* What a context has seen never shows. */
static void reuse_changes_nothing(void **state) {
    (void)state;
    static const char text[] = "불렀으나 오지 않았다";
    char before[2048];
    kt_ctx *fresh, *used = ctx;
    assert_ok(kt_ctx_new(engine, &fresh));
    ctx = fresh;
    kt_str first = morphemes_of(kti_str(text));
    memcpy(before, first.ptr, first.len);
    size_t len = first.len;
    ctx = used;
    for (int i = 0; i < 3; i++)
        assert_true(kti_str_eq(morphemes_of(kti_str(text)), (kt_str){before, len}));
    kt_ctx_free(fresh);
}
#else
static void particles_are_cut_by_rule(void **state) {
    (void)state;
    kt_analyze_options options = KT_ANALYZE_INIT;
    const kt_analysis *list;
    size_t count;
    options.nbest = 2;
    assert_ok(kt_analyze(ctx, S("개성에서"), &options, &list, &count));
    assert_int_equal(count, 2);
    assert_int_equal(list[0].eojeols[0].stem.end, 6); /* 개성 + 에서 */
    assert_int_equal(list[1].eojeols[0].stem.end, 12);
}
#endif

/* 한국은 in NFD: spans are those of the caller's bytes. */
static void decomposed_text_maps_back(void **state) {
    (void)state;
    kt_str nfd = S("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\xE1\x84\x80\xE1\x85\xAE\xE1\x86\xA8"
                   "\xE1\x84\x8B\xE1\x85\xB3\xE1\x86\xAB");
    const kt_eojeol *e = reading_of(nfd)->eojeols;
    assert_int_equal(e->stem.end, 18);
    assert_int_equal(e->josa.start, 18);
    assert_int_equal(e->josa.end, 27);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#if KT_TESTS_LEXICON
        cmocka_unit_test(morphemes),
        cmocka_unit_test(spoken_syllables),
        cmocka_unit_test(stems_that_change),
        cmocka_unit_test(unknown_words_keep_their_particles),
        cmocka_unit_test(predicates_are_not_stripped),
        cmocka_unit_test(several_readings_come_best_first),
        cmocka_unit_test(reuse_changes_nothing),
#else
        cmocka_unit_test(particles_are_cut_by_rule),
#endif
        cmocka_unit_test(decomposed_text_maps_back),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
