/* Hanja: words and characters, the initial-sound law, persons, what is left alone. */
#include "session.h"

#include <string.h>

#include "core/span.h"
#include "hanja/hanja.h"

typedef struct row {
    const char *text, *read;
} row;

static void check_rows(const row *rows, size_t count, kt_kind kind) {
    check_table table = {0};
    kt_hanja_options options = KT_HANJA_INIT;
    options.kind = kind;
    for (size_t i = 0; i < count; i++) {
        kt_str text = kti_str(rows[i].text);
        assert_ok(kt_hanja(ctx, text, &options, out));
        check_row(&table, rows[i].text, kt_text_str(out), kti_str(rows[i].read));
        assert_true(kti_span_law(out, text));
    }
    check_done(&table);
}

#define CHECK_ROWS(rows, kind) check_rows(rows, sizeof(rows) / sizeof *(rows), kind)

static void words(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    static const row rows[] = {
        {"大韓民國", "대한민국"},
        {"朝鮮 女子", "조선 여자"},
        {"男女老少", "남녀노소"},
        {"音樂과 樂園", "음악과 낙원"},
        {"不動産, 不可能", "부동산, 불가능"},
        {"金 參萬원, 貳拾參, 第參回", "금 삼만원, 이십삼, 제삼회"},
        {"參加者 三百名이 參席, 習得과 收拾", "참가자 삼백명이 참석, 습득과 수습"},
        {"성공率과 실패率", "성공률과 실패율"},
        {"3年 1洞 내월里", "3년 1동 내월리"},
        {"數學", "수학"},
        {"十六 百六", "십육 백육"},
        {"金正恩 委員長, 金大中大統領", "김정은 위원장, 김대중대통령"}, /* by the surname */
        {"金利 金製品 車同軸", "금리 금제품 차동축"},
        {"", ""},
    };
    CHECK_ROWS(rows, KT_KIND_AUTO);
}

/* A bound noun behind a number begins no word; 年鑑 is a noun of its own. */
static void counted(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    static const row rows[] = {
        {"3年生 5年間 1990年代", "3년생 5년간 1990년대"},
        {"4年制, 2026 年度, 100年史", "4년제, 2026 년도, 100년사"},
        {"二年間 三十年代 數年間 10餘年間 몇年間", "이년간 삼십년대 수년간 10여년간 몇년간"},
        {"10여年間", "10여년간"},
        {"年間 年度別 統一年度 2025年鑑", "연간 연도별 통일연도 2025연감"},
        {"3兩 百兩 兩者", "3냥 백냥 양자"},
        {"3列 2輪車 四輪驅動 輪禍", "3열 2륜차 사륜구동 윤화"},
        {"3\uF98E生", "3년생"}, /* encoded as 연 */
    };
    CHECK_ROWS(rows, KT_KIND_AUTO);
}

/* Before a title, or with a dot beside another surname. */
static void lone_surnames(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    static const row rows[] = {
        {"金 議員 金委員長은 金총리", "김 의원 김위원장은 김총리"},
        {"金 前 總理, 金 전 대통령이", "김 전 총리, 김 전 대통령이"},
        {"金 前總理와 沈 議員, 葉 代表", "김 전총리와 심 의원, 섭 대표"},
        {"李·金 회담, 金·朴, 李ㆍ金", "이·김 회담, 김·박, 이ㆍ김"},
        {"金 씨, 朴 金 兩氏", "김 씨, 박 김 양씨"},
        {"金市長 金 市場 金 시장", "김시장 금 시장 금 시장"},
        {"金과 銀, 金·銀, 金 메달, 金 대표단", "금과 은, 금·은, 금 메달, 금 대표단"},
        {"葉書 月·金", "엽서 월·금"},
    };
    CHECK_ROWS(rows, KT_KIND_AUTO);
}

/* 茶 is 차 or 다, 畫 화 or 획. */
static void said_in_two_ways(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    static const row rows[] = {
        {"綠茶 紅茶 菊花茶 普洱茶 보리茶", "녹차 홍차 국화차 보이차 보리차"},
        {"茶를 茶文化", "차를 차문화"},
        {"茶房 茶菓 茶道 茶飯事 喫茶", "다방 다과 다도 다반사 끽다"},
        {"計畫 都市計畫 企畫 區畫 參畫", "계획 도시계획 기획 구획 참획"},
        {"畫期的 畫數", "획기적 획수"},
        {"畫家 壁畫 錄畫 映畫 書畫 畫", "화가 벽화 녹화 영화 서화 화"},
    };
    CHECK_ROWS(rows, KT_KIND_AUTO);
}

/* Hanja in brackets behind their reading would be that twice. */
static void in_brackets(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    static const row rows[] = {
        {"문재인(文在寅) 대통령", "문재인 대통령"},
        {"대(對)북, 대(對)北 정책", "대북, 대북 정책"},
        {"유월(六月) 세율(稅率) 부동산（不動産）", "유월 세율 부동산"},
        {"나(我) (文在寅) 북경(北京, 베이징)", "나(아) (문재인) 북경(북경, 베이징)"},
        {"\u1103\u1162(對)북", "\u1103\u1162북"}, /* conjoining */
    };
    CHECK_ROWS(rows, KT_KIND_AUTO);
}

/* The North keeps each character's sound. */
static void north(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    static const row rows[] = {
        {"聯合 歷史 勞動 女性 理論", "련합 력사 로동 녀성 리론"},
        {"羅列 比率 規律", "라렬 비률 규률"},
        {"音樂 娛樂 樂園", "음악 오락 락원"}, /* 악 is a sound of its own */
        {"困難", "곤난"},
        {"閉會 閉鎖", "페회 페쇄"},
        {"琉璃 喇叭", "유리 나팔"},
        {"朝鮮民主主義人民共和國", "조선민주주의인민공화국"},
        {"不動産", "부동산"},
    };
    check_table table = {0};
    kt_hanja_options options = KT_HANJA_INIT;
    options.norm = KT_NORM_KP;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_ok(kt_hanja(ctx, kti_str(rows[i].text), &options, out));
        check_row(&table, rows[i].text, kt_text_str(out), kti_str(rows[i].read));
        assert_true(kti_span_law(out, kti_str(rows[i].text)));
    }
    check_done(&table);
    options.kind = KT_KIND_PERSON;
    assert_ok(kt_hanja(ctx, S("李英姬"), &options, out));
    assert_true(kti_str_eq(kt_text_str(out), KTI_STR("리영희")));
    options.norm = (kt_norm)2;
    assert_int_equal(kt_hanja(ctx, S("李"), &options, out), KT_ERR_ARG);
}

/* Where two parts meet the law holds if the second is a word; the word list decides. */
static void boundaries(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    static const row rows[] = {
        {"新女性 重勞動 再利用", "신여성 중노동 재이용"},
        {"經濟連合",
         "경제연합"}, /* 連合 is no word of the Hanja list, 연합 is one of the word list */
        {"失樂園 純理論", "실낙원 순이론"},
        {"猛烈 先烈 比率 能率", "맹렬 선열 비율 능률"},
        {"住民稅率", "주민세율"},
        {"傳統茶", "전통차"},
        {"樂安邑城", "낙안읍성"},
        {"道路 公論 金庫", "도로 공론 금고"}, /* a single syllable behind: no boundary */
    };
    CHECK_ROWS(rows, KT_KIND_AUTO);
}

/* The law holds for the first syllable of a place's name; some characters are read otherwise. */
static void places(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    static const row rows[] = {
        {"石林洞 石蘭里", "석림동 석란리"},
        {"龜尾市 龜尾里", "구미시 구미리"},
        {"長樂面", "장락면"},
        {"金谷洞", "금곡동"},
        {"金泉市, 金海市", "김천시, 김해시"},
        {"林洞面", "임동면"},
    };
    CHECK_ROWS(rows, KT_KIND_AUTO);
}

static void persons(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    static const row rows[] = {
        {"金九", "김구"},     {"李舜臣", "이순신"}, {"崔麟", "최린"},
        {"南宮檍", "남궁억"}, {"柳寬順", "유관순"}, {"沈熏", "심훈"},
    };
    CHECK_ROWS(rows, KT_KIND_PERSON);
}

static void bracketed(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    kt_hanja_options options = KT_HANJA_INIT;
    kt_str text = KTI_STR("北京 訪問은 3日");
    options.layout = KT_HANJA_PAREN;
    assert_ok(kt_hanja(ctx, text, &options, out));
    assert_true(kti_str_eq(kt_text_str(out), KTI_STR("북경(北京) 방문(訪問)은 3일(日)")));
    assert_true(kti_span_law(out, text));
    kt_str done = KTI_STR("북경(北京) 대(對)북 방문(訪問)");
    assert_ok(kt_hanja(ctx, done, &options, out));
    assert_true(kti_str_eq(kt_text_str(out), done)); /* they stand there already */
    options.layout = (kt_hanja_layout)2;
    assert_int_equal(kt_hanja(ctx, text, &options, out), KT_ERR_ARG);
}

/* A compatibility ideograph was encoded for its reading. */
static void compatibility(void **state) {
    (void)state;
    static const row rows[] = {
        {"\uF914 \uF95C", "낙 락"},
        {"\uF90A", "금"},
    };
    CHECK_ROWS(rows, KT_KIND_AUTO);
    if (!KT_TESTS_LEXICON) return;
    static const row in_words[] = {
        {"出生\uF961 出生\uF9DB", "출생률 출생률"}, /* 률 and 율: as the word has it */
        {"比\uF961 比\uF9DB", "비율 비율"},
    };
    CHECK_ROWS(in_words, KT_KIND_AUTO);
}

static void left_alone(void **state) {
    (void)state;
    static const row rows[] = {
        {"女の子", "女の子"},
        {"人々", "人々"},
        {"한글 ABC 123 \xFF", "한글 ABC 123 \xFF"},
        {"\U00020000", "\U00020000"},
    };
    CHECK_ROWS(rows, KT_KIND_AUTO);
}

static void law(void **state) {
    static const struct {
        uint32_t from, to;
    } pairs[] = {
        {0xB140, 0xC5EC}, /* 녀 여 */
        {0xB77C, 0xB098}, /* 라 나 */
        {0xB8CC, 0xC694}, /* 료 요 */
        {0xB9BD, 0xC785}, /* 립 입 */
        {0xB0A8, 0xB0A8}, /* 남 */
        {0xAC00, 0xAC00},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        uint32_t rule = 0;
        assert_int_equal(kti_initial_law(pairs[i].from, &rule), pairs[i].to);
        assert_int_equal(rule != 0, pairs[i].from != pairs[i].to);
    }
}

/* Each character cites why it is read so. */
static void explained(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    const kt_edit *edits;
    assert_ok(kt_hanja(ctx, S("蠃 女"), NULL, out));
    size_t count = kt_text_edits(out, &edits);
    assert_true(count >= 2);
    kt_rule last = kt_rule_info(edits[count - 1].rule);
    assert_string_equal(last.standard, "Hangul Orthography");
    assert_string_equal(last.article, "10");
}

/* ---- the other way -------------------------------------------------------------------------- */

/* Whether `hanja` is among the first `within` candidates of `hangul`. */
static bool is_candidate(const char *hangul, kt_kind kind, size_t within, const char *hanja) {
    const kt_hanja_candidate *list;
    size_t count;
    assert_ok(kt_hanja_candidates(ctx, kti_str(hangul), kind, within, &list, &count));
    assert_true(count <= within);
    for (size_t i = 0; i < count; i++)
        if (kti_str_eq(list[i].hanja, kti_str(hanja))) return true;
    return false;
}

static void candidates(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    static const struct {
        const char *hangul;
        kt_kind kind;
        size_t within;
        const char *hanja;
    } rows[] = {
        {"경제", KT_KIND_WORD, 1, "經濟"},
        {"역사", KT_KIND_AUTO, 1, "歷史"},
        {"사기", KT_KIND_WORD, 3, "詐欺"},
        {"의사", KT_KIND_WORD, 3, "醫師"},
        {"가", KT_KIND_WORD, 4, "家"},
        {"역", KT_KIND_WORD, 10, "力"}, /* its sound is 력 */
        {"국제경제", KT_KIND_WORD, 1, "國際經濟"},
        {"김대중", KT_KIND_PERSON, 1, "金大中"},
        {"이순신", KT_KIND_PERSON, 1, "李舜臣"},
        {"박지훈", KT_KIND_PERSON, 3, "朴志勳"},
        {"남궁민", KT_KIND_PERSON, 6, "南宮敏"},
        {" 경제 ", KT_KIND_WORD, 1, "經濟"},
        {"\u1100\u1167\u11BC\u110C\u1166", KT_KIND_WORD, 1, "經濟"}, /* decomposed */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!is_candidate(rows[i].hangul, rows[i].kind, rows[i].within, rows[i].hanja))
            fail_msg("%s has no %s", rows[i].hangul, rows[i].hanja);
}

/* Each candidate of a word is read as the word. */
static void candidates_read_back(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) return;
    static const char *const words[] = {"사기", "의사", "이상", "수도", "노동자", "여성"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const kt_hanja_candidate *list;
        size_t count;
        assert_ok(kt_hanja_candidates(ctx, kti_str(words[i]), KT_KIND_WORD, 32, &list, &count));
        assert_true(count > 0);
        for (size_t k = 0; k < count; k++) {
            char hanja[64];
            size_t len = list[k].hanja.len;
            assert_true(len < sizeof hanja);
            memcpy(hanja, list[k].hanja.ptr, len);
            assert_ok(kt_hanja(ctx, (kt_str){hanja, len}, NULL, out));
            assert_true(kti_str_eq(kt_text_str(out), kti_str(words[i])));
            assert_ok(kt_hanja_candidates(ctx, kti_str(words[i]), KT_KIND_WORD, 32, &list, &count));
        }
    }
}

static void no_candidates(void **state) {
    (void)state;
    static const char *const texts[] = {"",          "하늘나라", "ABC", "가나다라마바사아자",
                                        "경제 성장", "\xFF"};
    const kt_hanja_candidate *list;
    size_t count;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_ok(kt_hanja_candidates(ctx, kti_str(texts[i]), KT_KIND_WORD, 8, &list, &count));
        assert_int_equal(count, 0);
    }
    assert_ok(kt_hanja_candidates(ctx, S("경제"), KT_KIND_WORD, 0, &list, &count));
    assert_int_equal(count, 0);
    assert_int_equal(kt_hanja_candidates(ctx, S("가"), (kt_kind)9, 8, &list, &count), KT_ERR_ARG);
    assert_int_equal(kt_hanja_candidates(ctx, S("가"), KT_KIND_WORD, 8, NULL, &count), KT_ERR_ARG);
    assert_int_equal(kt_hanja_candidates(NULL, S("가"), KT_KIND_WORD, 8, &list, &count),
                     KT_ERR_ARG);
}

static void damaged_sections(void **state) {
    (void)state;
    kti_hanja hanja;
    static const uint64_t bytes[4] = {UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX};
    kt_str noise = {(const char *)bytes, sizeof bytes};
    assert_int_equal(kti_hanja_open(noise, noise, KTI_STR(""), &hanja), KT_ERR_DATA);
    assert_int_equal(kti_hanja_open(noise, KTI_STR(""), noise, &hanja), KT_ERR_DATA);
    assert_ok(kti_hanja_open(KTI_STR(""), KTI_STR(""), KTI_STR(""), &hanja));
    assert_true(kti_hanja_is_empty(&hanja));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words),         cmocka_unit_test(counted),
        cmocka_unit_test(lone_surnames), cmocka_unit_test(said_in_two_ways),
        cmocka_unit_test(in_brackets),   cmocka_unit_test(persons),
        cmocka_unit_test(places),        cmocka_unit_test(boundaries),
        cmocka_unit_test(north),         cmocka_unit_test(bracketed),
        cmocka_unit_test(explained),     cmocka_unit_test(compatibility),
        cmocka_unit_test(left_alone),    cmocka_unit_test(law),
        cmocka_unit_test(candidates),    cmocka_unit_test(candidates_read_back),
        cmocka_unit_test(no_candidates), cmocka_unit_test(damaged_sections),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
