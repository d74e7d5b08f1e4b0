/* Names found word by word, with a memory of the words met before, are those that are found in the
 * whole text at once, whatever stands beside what. */
#include "session.h"

#include "core/buf.h"
#include "engine/ctx.h"

static uint32_t chance(void) {
    static uint32_t state = 11;
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

/* Names, what stands around names, what looks like either, and what parts them. */
static const char *const parts[] = {
    "이명박",    "김한결",     "민석",       "홍길동",   "박",       "이",     "전",     "한",
    "정",        "모",         "김모",       "씨",       "양",       "군",     "님",     "대통령",
    "전 대통령", "국회의원",   "국회",       "의원",     "의원은",   "사장",   "부",     "장",
    "배우",      "가수",       "남편",       "여배우",   "역",       "오빠",   "감독",   "김감독",
    "위원장",    "대변인",     "서울",       "서초구",   "양재동",   "강남구", "도쿄",   "뉴저지주",
    "한국",      "한국은행",   "은행",       "은행장",   "미국",     "북한",   "북한군", "한미",
    "남북",      "경찰",       "법무부",     "정부",     "대표팀",   "위원회", "거리",   "화산",
    "코르소",    "빌라리카",   "도널드",     "트럼프",   "마이클",   "앤더슨", "반",     "고흐",
    "제니퍼",    "알렉산드르", "보로딘스키", "페이스북", "소녀시대", "CNN",    "KB",     "TV",
    "AP통신",    "A",          "LG",         "S5",       "은",       "는",     "이",     "가",
    "을",        "를",         "의",         "에",       "에서",     "에게",   "으로",   "로",
    "와",        "과",         "도",         "이는",     "입니다",   "이다",   "했다",   "말했다",
    "갔다",      "그리고",     "매우",       "사람",     "회의",     "학교",   "75",     "3월",
    "(",         ")",          "(75)",       "(Smith)",  "(沈陽)",   "·",      ",",      ", ",
    ".",         "\"",         "'",          "‘",        "’",        "“",      "ㅋㅋ",   "漢",
    "the",       "President",  "-",          "/",        "\t",       "\n",     " ",      " ",
    " ",         " ",          " ",          " ",        " ",        "  ",     " ",      " ",
    " ",         " ",          " ",          " ",        " ",        " ",      " ",      " ",
    " ",         " ",          " ",          " ",        " ",        " ",      " ",      " ",
};

static void add_random(kti_buf *in) {
    kti_buf_add_str(in, kti_str(parts[chance() % (sizeof parts / sizeof *parts)]));
    if (chance() % 3 == 0) kti_buf_add_str(in, KTI_STR(" "));
}

static void compare(kt_str text, kti_extent extent) {
    const kt_analysis *reading;
    kt_mention *known, *anew;
    size_t known_count, anew_count;
    const kti_lexicon *lexicon = engine->lexicon;
    assert_ok(kti_ctx_begin(ctx));
    assert_ok(kti_ctx_reading(ctx, text, &reading));
    assert_ok(kti_ctx_detect(ctx, text, reading, extent, &known, &known_count));
    assert_ok(kti_detect(lexicon, NULL, text, reading, extent, &ctx->scratch, &anew, &anew_count));
    bool same = known_count == anew_count;
    for (size_t i = 0; same && i < known_count; i++)
        same = known[i].span.start == anew[i].span.start && known[i].span.end == anew[i].span.end &&
               known[i].type == anew[i].type && known[i].confidence == anew[i].confidence;
    if (!same)
        fail_msg("%zu names or %zu: \"%.*s\"", known_count, anew_count, (int)text.len, text.ptr);
}

static void words_say_what_the_text_says(void **state) {
    enum { TEXTS = 6000 };
    kti_buf in;
    (void)state;
    if (!KT_TESTS_LEXICON) skip();
    kti_buf_init(&in, NULL);
    for (int i = 0; i < TEXTS; i++) {
        kti_buf_clear(&in);
        for (uint32_t words = 1 + chance() % 14; words > 0; words--)
            add_random(&in);
        compare(kti_buf_str(&in), i % 2 == 0 ? KTI_EXTENT_WORD : KTI_EXTENT_PHRASE);
    }
    kti_buf_free(&in);
}

/* More words than a window of the walk, and than a generation of the memory. */
static void long_texts(void **state) {
    enum { WORDS = 4000, TEXTS = 4 };
    kti_buf in;
    (void)state;
    if (!KT_TESTS_LEXICON) skip();
    kti_buf_init(&in, NULL);
    for (int i = 0; i < TEXTS; i++) {
        kti_buf_clear(&in);
        for (int words = 0; words < WORDS; words++)
            add_random(&in);
        compare(kti_buf_str(&in), KTI_EXTENT_PHRASE);
    }
    kti_buf_free(&in);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_say_what_the_text_says),
        cmocka_unit_test(long_texts),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
