/* Particles: how a word ends, which form agrees with it, where a stem ends. */
#include "session.h"

#include "analyze/josa_table.h"

typedef struct row {
    const char *word, *josa, *want;
} row;

static kt_str chosen(const char *word, const char *josa) {
    kt_str result;
    assert_ok(kt_josa_choose(ctx, kti_str(word), kti_str(josa), &result));
    return result;
}

static void check_rows(const row *rows, size_t count) {
    check_table table = {0};
    for (size_t i = 0; i < count; i++) {
        char label[160];
        snprintf(label, sizeof label, "%s + %s", rows[i].word, rows[i].josa);
        check_row(&table, label, chosen(rows[i].word, rows[i].josa), kti_str(rows[i].want));
    }
    check_done(&table);
}

#define CHECK(rows) check_rows((rows), sizeof(rows) / sizeof *(rows))

/* Every pair after a consonant, a vowel, ㄹ, and where the end is not known. */
static void every_pair(void **state) {
    (void)state;
    static const struct {
        const char *josa, *consonant, *vowel, *rieul, *unknown;
    } pairs[] = {
        {"은/는", "은", "는", "은", "은(는)"},
        {"이/가", "이", "가", "이", "이(가)"},
        {"을/를", "을", "를", "을", "을(를)"},
        {"과/와", "과", "와", "과", "과(와)"},
        {"와/과", "과", "와", "과", "과(와)"},
        {"으로/로", "으로", "로", "로", "(으)로"},
        {"으로서/로서", "으로서", "로서", "로서", "(으)로서"},
        {"으로써/로써", "으로써", "로써", "로써", "(으)로써"},
        {"으로부터/로부터", "으로부터", "로부터", "로부터", "(으)로부터"},
        {"아/야", "아", "야", "아", "아(야)"},
        {"이여/여", "이여", "여", "이여", "(이)여"},
        {"이시여/시여", "이시여", "시여", "이시여", "(이)시여"},
        {"이나/나", "이나", "나", "이나", "(이)나"},
        {"이나마/나마", "이나마", "나마", "이나마", "(이)나마"},
        {"이라도/라도", "이라도", "라도", "이라도", "(이)라도"},
        {"이라고/라고", "이라고", "라고", "이라고", "(이)라고"},
        {"이라는/라는", "이라는", "라는", "이라는", "(이)라는"},
        {"이라며/라며", "이라며", "라며", "이라며", "(이)라며"},
        {"이란/란", "이란", "란", "이란", "(이)란"},
        {"이든/든", "이든", "든", "이든", "(이)든"},
        {"이든지/든지", "이든지", "든지", "이든지", "(이)든지"},
        {"이랑/랑", "이랑", "랑", "이랑", "(이)랑"},
        {"이며/며", "이며", "며", "이며", "(이)며"},
        {"이고/고", "이고", "고", "이고", "(이)고"},
        {"이다/다", "이다", "다", "이다", "(이)다"},
        {"이야/야", "이야", "야", "이야", "(이)야"},
        {"이야말로/야말로", "이야말로", "야말로", "이야말로", "(이)야말로"},
        {"이었다/였다", "이었다", "였다", "이었다", "이었다(였다)"},
        {"이에요/예요", "이에요", "예요", "이에요", "이에요(예요)"},
        {"은커녕/는커녕", "은커녕", "는커녕", "은커녕", "은커녕(는커녕)"},
        {"이라면/라면", "이라면", "라면", "이라면", "(이)라면"},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const char *josa = pairs[i].josa;
        check_row(&table, josa, chosen("판문점", josa), kti_str(pairs[i].consonant));
        check_row(&table, josa, chosen("제주", josa), kti_str(pairs[i].vowel));
        check_row(&table, josa, chosen("서울", josa), kti_str(pairs[i].rieul));
        check_row(&table, josa, chosen("★", josa), kti_str(pairs[i].unknown));
    }
    check_done(&table);
}

/* What is said last is not what is written last. */
static void composite_numbers(void **state) {
    (void)state;
    static const row rows[] = {
        {"1/2", "이/가", "이"},          {"2/3", "이/가", "가"},
        {"3/4", "이/가", "이"},          {"½", "으로/로", "로"},
        {"10:00", "이/가", "가"},        {"3:02", "이/가", "이"},
        {"15:05:10", "이/가", "가"},     {"3:2", "이/가", "가"},
        {"2026-06-03", "으로/로", "로"}, {"2026. 6. 3.", "으로/로", "로"},
        {"2.3", "으로/로", "으로"},      {"$100", "이/가", "가"},
        {"$3.50", "이/가", "가"},        {"US$5억", "이/가", "가"},
        {"£7,000", "이/가", "가"},       {"₩5000", "이/가", "이"},
        {"5억", "이/가", "이"},          {"㎏", "이/가", "이"},
        {"㎢", "이/가", "가"},           {"kg", "이/가", "이"},
        {"mm", "이/가", "가"},           {"m³", "이/가", "가"},
        {"x²", "이/가", "이"},           {"100만t", "이/가", "이"},
        {"5 mol", "으로/로", "로"},      {"100cc", "이/가", "가"},
        {"5μm", "이/가", "가"},          {"100km/h", "이/가", "가"},
        {"5mg/L", "이/가", "이"},        {"5㎍/㎥", "이/가", "이"},
        {"명/㎢", "이/가", "이"},        {"kt", "이/가", "가"},
    };
    CHECK(rows);
}

static void notations(void **state) {
    (void)state;
    static const row rows[] = {
        {"개성", "은", "은"},
        {"개성", "는", "은"},
        {"개성", "은/는", "은"},
        {"개성", "는/은", "은"},
        {"개성", "은(는)", "은"},
        {"개성", "는(은)", "은"},
        {"개성", "(은)는", "은"},
        {"개성", "(는)은", "은"},
        {"제주", "이", "가"},
        {"제주", "가", "가"},
        {"제주", "을(를)", "를"},
        {"제주", "(을)를", "를"},
        {"제주", "(이)나", "나"},
        {"개성", "나", "이나"},
        {"개성", "(으)로", "으로"},
        {"서울", "(으)로", "로"},
        {"서울", "으로", "로"},
        {"개성", "(이)라고", "이라고"},
        {"개성", "라", "이라"},
        /* Chains: the first particle agrees with the word, the next with the first. */
        {"개성", "에게는", "에게는"},
        {"개성", "로는", "으로는"},
        {"제주", "으로는", "로는"},
        {"서울", "으로부터의", "로부터의"},
        {"제주", "과의", "와의"},
        {"개성", "까지은(는)", "까지는"},
        {"개성", "에서은/는", "에서는"},
        {"제주", "이라고는", "라고는"},
        {"★", "으로는", "(으)로는"},
        {"★", "에서는", "에서는"},
        /* What never changes, and what is no particle. */
        {"개성", "의", "의"},
        {"개성", "에", "에"},
        {"개성", "에서", "에서"},
        {"개성", "도", "도"},
        {"개성", "만", "만"},
        {"개성", "까지", "까지"},
        {"개성", "공단", "공단"},
        {"개성", "이행", "이행"},
        {"개성", "에게은", "에게은"},
        {"개성", "은는", "은는"},
        {"개성", "(은)", "(은)"},
        {"개성", "", ""},
        {"개성", "\xFF", "\xFF"},
        /* The vocative and the copula share a form. */
        {"민준", "야", "아"},
        {"민준", "이야", "이야"},
        {"영희", "아", "야"},
        {"영희", "이야", "야"},
    };
    CHECK(rows);
}

static void hangul(void **state) {
    (void)state;
    static const row rows[] = {
        {"문재인", "은/는", "은"},
        {"값", "은/는", "은"},
        {"외곬", "으로/로", "으로"}, /* the letter ㄽ, not ㄹ */
        {"물", "으로/로", "로"},
        {"여덟", "으로/로", "으로"},
        {"의사", "으로/로", "로"},
        {"\u1112\u1161\u11AB", "은/는", "은"}, /* 한, decomposed */
        {"\u1100\u1161", "은/는", "는"},
        {"\u1109\u1165\u110B\u116E\u11AF", "으로/로", "로"}, /* 서울 */
        {"문재인", "\u1102\u1173\u11AB", "은"},              /* 는, decomposed */
        {"ㄱ", "은/는", "은"},
        {"ㄹ", "으로/로", "로"},
        {"ㄹ", "은/는", "은"},
        {"ㅁ", "으로/로", "으로"},
        {"ㅏ", "은/는", "는"},
        {"ㅋㅋ", "은/는", "은"},
    };
    CHECK(rows);
}

static void closers(void **state) {
    (void)state;
    static const row rows[] = {
        {"'반기'", "을/를", "를"},
        {"‘반기’", "을/를", "를"},
        {"\"개성\"", "은/는", "은"},
        {"〈기생충〉", "은/는", "은"},
        {"『토지』", "을/를", "를"},
        {"《토지》", "을/를", "를"},
        {"[속보]", "은/는", "는"},
        {"개성.", "은/는", "은"},
        {"야후!", "은/는", "는"},
        {"**개성**", "은/는", "은"},
        {"개성 ", "은/는", "은"},
        {"조명균(62)", "은/는", "은"},
        {"조명균(Cho Myoung-gyon)", "은/는", "은"},
        {"국제통화기금（IMF）", "은/는", "은"},
        {"조명균(통일부(장관))", "은/는", "은"},
        {"‘조명균(62)’", "은/는", "은"},
        {"(주)", "은/는", "는"},
        {"삼성㈜", "은/는", "은"},
        {"Galaxy™", "은/는", "는"},
        {"))", "은/는", "은(는)"},
        {"()", "은/는", "은(는)"},
        {"...", "은/는", "은(는)"},
        {"", "은/는", "은(는)"},
    };
    CHECK(rows);
}

static void numbers(void **state) {
    (void)state;
    static const row rows[] = {
        {"0", "은/는", "은"},
        {"1", "은/는", "은"},
        {"1", "으로/로", "로"},
        {"2", "은/는", "는"},
        {"3", "은/는", "은"},
        {"4", "은/는", "는"},
        {"5", "은/는", "는"},
        {"6", "은/는", "은"},
        {"6", "으로/로", "으로"},
        {"7", "으로/로", "로"},
        {"8", "으로/로", "로"},
        {"9", "은/는", "는"},
        {"10", "을/를", "을"},
        {"100", "을/를", "을"},
        {"1000", "을/를", "을"},
        {"2,000", "은/는", "은"},
        {"10,000", "을/를", "을"},
        {"100,000,000", "을/를", "을"},
        {"1,000,000,000,000", "을/를", "를"}, /* 일조 */
        {"10000000000000000", "을/를", "을"}, /* 일경 */
        {"1,200", "으로/로", "으로"},
        {"2018", "으로/로", "로"},
        {"3.5", "이/가", "가"},
        {"3.50", "이/가", "이"},
        {"0.7", "으로/로", "로"},
        {"00", "은/는", "은"},
        {"１０", "은/는", "은"},
        {"①", "은/는", "은"},
        {"Ⅱ", "은/는", "는"},
        {"Ⅲ", "은/는", "은"},
        {"Ⅹ", "으로/로", "으로"},
        {"70%", "이/가", "가"},
        {"70％", "이/가", "가"},
        {"3‰", "으로/로", "로"},
        {"25℃", "이/가", "가"},
        {"25°C", "이/가", "가"},
        {"90°", "이/가", "가"},
        {"100$", "을/를", "를"},
        {"100₩", "을/를", "을"},
        {"5kg", "은/는", "은"},
        {"5 kg", "은/는", "은"},
        {"5㎏", "은/는", "은"},
        {"3km", "은/는", "는"},
        {"3㎞", "은/는", "는"},
        {"30m", "은/는", "는"},
        {"2L", "은/는", "는"},
        {"85㎡", "은/는", "는"},
        {"10m3", "은/는", "는"},
        {"5g", "을/를", "을"},
        {"3t", "을/를", "을"},
        {"50kPa", "으로/로", "로"},
        {"40dB", "으로/로", "로"},
        {"2GB", "은/는", "는"},
        {"5G", "은/는", "는"},
        {"G20", "은/는", "은"},
        {"G7", "으로/로", "으로"},
        {"MP3", "은/는", "는"},
        {"T-50", "은/는", "은"},
        {"010-1234-5678", "으로/로", "로"},
    };
    CHECK(rows);
}

static void acronyms(void **state) {
    (void)state;
    static const row rows[] = {
        {"LG", "은/는", "는"},      {"KBS", "은/는", "는"},      {"SK", "은/는", "는"},
        {"KT", "이/가", "가"},      {"URL", "은/는", "은"},      {"URL", "으로/로", "로"},
        {"FM", "은/는", "은"},      {"ICBM", "으로/로", "으로"}, {"CNN", "은/는", "은"},
        {"CNN", "으로/로", "으로"}, {"VR", "은/는", "은"},       {"VR", "으로/로", "로"},
        {"A", "은/는", "는"},       {"N", "은/는", "은"},        {"l", "은/는", "은"},
        {"x", "은/는", "는"},       {"NATO", "은/는", "는"},     {"OPEC", "은/는", "은"},
        {"UNESCO", "은/는", "는"},  {"TOEIC", "은/는", "은"},    {"UNHCR", "은/는", "은"},
        {"U.S.", "은/는", "는"},    {"AT&T", "은/는", "는"},     {"R&B", "은/는", "는"},
        {"A+", "은/는", "는"},      {"PhD", "은/는", "는"},      {"iOS", "은/는", "는"},
        {"ＬＧ", "은/는", "는"},    {"ＵＲＬ", "은/는", "은"},
    };
    CHECK(rows);
}

static void english_words(void **state) {
    (void)state;
    static const row rows[] = {
        {"Obama", "은/는", "는"},         {"Trump", "은/는", "는"},
        {"Biden", "은/는", "은"},         {"Google", "은/는", "은"},
        {"Google", "으로/로", "로"},      {"Apple", "은/는", "은"},
        {"Netflix", "은/는", "는"},       {"Michael", "이/가", "이"},
        {"Smith", "이/가", "가"},         {"Facebook", "은/는", "은"},
        {"Jack", "이/가", "이"},          {"Robert", "은/는", "는"},
        {"Twitter", "은/는", "는"},       {"YouTube", "은/는", "는"},
        {"Microsoft", "은/는", "는"},     {"Amazon", "은/는", "은"},
        {"Tesla", "은/는", "는"},         {"Intel", "으로/로", "로"},
        {"Walmart", "은/는", "는"},       {"Boeing", "은/는", "은"},
        {"Samsung", "은/는", "은"},       {"Hyundai", "은/는", "는"},
        {"Kim Jong-un", "은/는", "은"},   {"Moon Jae-in", "은/는", "은"},
        {"Park Geun-hye", "은/는", "는"}, {"Baek", "은/는", "은"},
        {"Yoon Suk-yeol", "은/는", "은"}, {"chip", "은/는", "은"},
        {"net", "은/는", "은"},           {"book", "은/는", "은"},
        {"internet", "으로/로", "으로"},  {"app", "은/는", "은"},
        {"camp", "은/는", "는"},          {"soup", "은/는", "는"},
        {"group", "은/는", "은"},         {"part", "은/는", "는"},
        {"street", "은/는", "는"},        {"light", "은/는", "는"},
        {"Scott", "은/는", "은"},         {"Elliot", "은/는", "은"},
        {"bank", "은/는", "는"},          {"week", "은/는", "는"},
        {"Quick", "은/는", "은"},         {"Mike", "은/는", "는"},
        {"Kate", "은/는", "는"},          {"phone", "은/는", "은"},
        {"Rome", "은/는", "은"},          {"Nicole", "은/는", "은"},
        {"Seattle", "으로/로", "로"},     {"Moore", "은/는", "는"},
        {"George", "은/는", "는"},        {"me", "은/는", "는"},
        {"music", "은/는", "은"},         {"Djokovic", "은/는", "는"},
        {"Djoković", "은/는", "는"},      {"Wozniak", "은/는", "은"},
        {"Nasdaq", "은/는", "은"},        {"Iraq", "은/는", "는"},
        {"New York", "은/는", "은"},      {"Denmark", "은/는", "는"},
        {"blog", "은/는", "는"},          {"web", "은/는", "은"},
        {"bomb", "은/는", "은"},          {"Cloud", "은/는", "는"},
        {"Brexit", "은/는", "는"},        {"Chile", "은/는", "는"},
        {"café", "은/는", "는"},          {"René", "은/는", "는"},
        {"Pelé", "은/는", "는"},          {"Beyoncé", "은/는", "는"},
        {"O'Neill", "은/는", "은"},       {"McDonald's", "은/는", "는"},
        {"ｏｂａｍａ", "은/는", "는"},    {"rhythm", "은/는", "은"},
        {"gym", "은/는", "은"},           {"Path", "은/는", "는"},
        {"Bush", "은/는", "는"},
    };
    CHECK(rows);
}

static void other_scripts(void **state) {
    (void)state;
    static const row rows[] = {
        {"北", "은/는", "은"},         {"美", "은/는", "는"},         {"日", "으로/로", "로"},
        {"中", "으로/로", "으로"},     {"下", "은/는", "는"},         {"龍", "은/는", "은(는)"},
        {"龍", "으로/로", "(으)로"},   {"トヨタ", "은/는", "는"},     {"ラーメン", "은/는", "은"},
        {"さくら", "은/는", "는"},     {"Москва", "은/는", "은(는)"}, {"★", "은/는", "은(는)"},
        {"👍", "을/를", "을(를)"},      {"\xFF", "은/는", "은(는)"},   {"Ω", "은/는", "은(는)"},
        {"한국🇰🇷", "은/는", "은(는)"},
    };
    CHECK(rows);
}

/* ---- splitting ------------------------------------------------------------------------------ */

static void check_splits(const row *rows, size_t count) {
    check_table table = {0};
    for (size_t i = 0; i < count; i++) {
        kt_str text = kti_str(rows[i].word);
        kt_span stem, josa;
        assert_ok(kt_josa_split(ctx, text, &stem, &josa));
        assert_true(stem.start == 0 && stem.end == josa.start && josa.end <= text.len);
        check_row(&table, rows[i].word, kti_str_span(text, stem), kti_str(rows[i].josa));
        check_row(&table, rows[i].word, kti_str_span(text, josa), kti_str(rows[i].want));
    }
    check_done(&table);
}

static void splits(void **state) {
    (void)state;
    static const row rows[] = {
        {"개성공단에서는", "개성공단", "에서는"},
        {"판문점으로", "판문점", "으로"},
        {"사람들은", "사람들", "은"},
        {"트럼프와의", "트럼프", "와의"},
        {"KBS는", "KBS", "는"},
        {"KBS가,", "KBS", "가"},
        {"70%가", "70%", "가"},
        {"Obama는", "Obama", "는"},
        {"‘반기’를", "‘반기’", "를"},
        {"조명균(62)은", "조명균(62)", "은"},
        {"\u110C\u1166\u110C\u116E\u1102\u1173\u11AB", "\u110C\u1166\u110C\u116E",
         "\u1102\u1173\u11AB"}, /* 제주는, decomposed */
        {"는", "는", ""},
        {"", "", ""},
        {"...", "...", ""},
    };
    check_splits(rows, sizeof rows / sizeof *rows);
}

/* These need the word list. */
static void splits_of_known_nouns(void **state) {
    (void)state;
    static const row rows[] = {
        {"고양이", "고양이", ""},      {"고양이가", "고양이", "가"}, {"나라는", "나라", "는"},
        {"바나나", "바나나", ""},      {"미국인은", "미국인", "은"}, {"이란이", "이란", "이"},
        {"학생이다.", "학생이다", ""}, {"갔다", "갔다", ""}, /* predicates have none */
        {"Obama은", "Obama", "은"},   /* a mistake is a particle all the same */
        {"회사와의", "회사", "와의"}, /* 와의 is a rare noun, too */
    };
    if (KT_TESTS_LEXICON) check_splits(rows, sizeof rows / sizeof *rows);
}

/* josa_keys_table.c lists every row under the last byte of the first syllable of both forms, in
 * order, and nothing else. */
static void keys_are_up_to_date(void **state) {
    (void)state;
    size_t at = 0;
    for (unsigned key = 0; key < KTI_JOSA_KEYS; key++) {
        assert_int_equal(kti_josa_first[key], at);
        for (size_t index = 0; index < KTI_JOSA_ROWS; index++) {
            const kti_josa *josa = &kti_josa_table[index];
            char byte = (char)(0x80 + key);
            if (josa->consonant.ptr[2] != byte && josa->vowel.ptr[2] != byte) continue;
            assert_true(at < UINT8_MAX);
            assert_int_equal(kti_josa_by_key[at++], index);
        }
    }
    assert_int_equal(kti_josa_first[KTI_JOSA_KEYS], at);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair),
        cmocka_unit_test(composite_numbers),
        cmocka_unit_test(notations),
        cmocka_unit_test(hangul),
        cmocka_unit_test(closers),
        cmocka_unit_test(numbers),
        cmocka_unit_test(acronyms),
        cmocka_unit_test(english_words),
        cmocka_unit_test(other_scripts),
        cmocka_unit_test(splits),
        cmocka_unit_test(splits_of_known_nouns),
        cmocka_unit_test(keys_are_up_to_date),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
