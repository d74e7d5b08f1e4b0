/* The quick way of romanizing by the letters alone gives what the long way gives, in every scheme.
 */
#include "letters_ways.h"
#include "session.h"

#include "core/buf.h"
#include "engine/steps.h"
#include "hangul/syllable.h"
#include "romanize/romanize.h"

static kti_buf text, quick, plain;

static uint32_t chance(void) {
    static uint32_t state = 1;
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

static kt_romanize_options options_of(kt_scheme scheme) {
    kt_romanize_options o = KT_ROMANIZE_INIT;
    o.scheme = scheme;
    o.kind = KT_KIND_WORD;
    return o;
}

/* Line by line the long way, against all lines at once. */
static void check_scheme(kt_scheme scheme) {
    kt_romanize_options o = options_of(scheme);
    kt_str got, in = kti_buf_str(&text);
    if (!letters_agree(scheme, in, &plain, &quick))
        fail_msg("%s: with vectors another result than without", kt_scheme_id(scheme));
    assert_ok(kt_romanize_letters(ctx, in, &o, &got));
    kti_buf_clear(&quick);
    kti_buf_add_str(&quick, got);
    size_t done = 0;
    for (size_t at = 0; at < in.len;) {
        size_t end = kti_str_find(in, S("\n"), at);
        end = end == SIZE_MAX ? in.len : end + 1;
        kt_str line = kti_str_cut(in, at, end);
        assert_ok(kti_romanize_by_letters(ctx, line, &o, out));
        kt_str want = kt_text_str(out);
        kt_str have = kti_str_cut(kti_buf_str(&quick), done, quick.len);
        if (!kti_str_starts(have, want))
            fail_msg("%s: \"%.*s\" is \"%.*s\", quickly \"%.*s\"", kt_scheme_id(scheme),
                     (int)line.len, line.ptr, (int)want.len, want.ptr,
                     (int)(have.len < want.len ? have.len : want.len), have.ptr);
        done += want.len;
        at = end;
    }
    assert_int_equal(done, quick.len);
}

static void check_text(void) {
    for (unsigned s = 0; s < KT_SCHEMES; s++)
        check_scheme((kt_scheme)s);
    kti_buf_clear(&text);
}

/* In schemes where sounds pass spaces. */
static void check_text_across(void) {
    for (unsigned s = 0; s < KT_SCHEMES; s++)
        if (kti_scheme_of((kt_scheme)s)->phono.across_spaces) check_scheme((kt_scheme)s);
    kti_buf_clear(&text);
}

/* ---- all pairs ------------------------------------------------------------------------------ */

/* Every syllable behind every final, behind nothing and behind digits and marks. */
static void every_syllable_behind_every_final(void **state) {
    static const char *const marks[] = {"3", "-", "a", "(", "제3", "가-"};
    (void)state;
    for (uint32_t cp = KTI_SYLLABLE_FIRST; cp <= KTI_SYLLABLE_LAST; cp++) {
        for (uint32_t t = 0; t < KTI_FINALS; t++) {
            kt_syllable before = {(uint8_t)((cp + t) % KTI_INITIALS), (uint8_t)(cp % KTI_VOWELS),
                                  (uint8_t)t};
            kti_buf_add_cp(&text, kti_join(before));
            kti_buf_add_cp(&text, cp);
            if (cp % 3 == 0) kti_buf_add_cp(&text, KTI_SYLLABLE_FIRST + chance() % 11172);
            kti_buf_add_byte(&text, t % 4 == 3 ? '\n' : ' ');
        }
        kti_buf_add_cstr(&text, marks[cp % 6]);
        kti_buf_add_cp(&text, cp);
        kti_buf_add_byte(&text, '\n');
        if (cp % 512 == 0) check_text();
    }
    check_text();
}

/* ---- across spaces -------------------------------------------------------------------------- */

/* A word of `count` syllables, of which the last has a final. */
static void add_word(uint32_t count, uint8_t final) {
    for (; count > 1; count--)
        kti_buf_add_cp(&text, KTI_SYLLABLE_FIRST + chance() % 11172);
    kt_syllable last = {(uint8_t)(chance() % KTI_INITIALS), (uint8_t)(chance() % KTI_VOWELS),
                        final};
    kti_buf_add_cp(&text, kti_join(last));
}

static void every_syllable_across_a_space(void **state) {
    (void)state;
    for (uint32_t cp = KTI_SYLLABLE_FIRST; cp <= KTI_SYLLABLE_LAST; cp++) {
        for (uint32_t i = 0; i < KTI_FINALS; i++) {
            add_word(1 + chance() % 3, (uint8_t)i);
            kti_buf_add_byte(&text, ' ');
            kti_buf_add_cp(&text, cp);
            if (cp % 3 == 0) kti_buf_add_cp(&text, KTI_SYLLABLE_FIRST + chance() % 11172);
            kti_buf_add_byte(&text, i % 4 == 3 ? '\n' : ' ');
        }
        if (cp % 512 == 0) check_text_across();
    }
    check_text_across();
}

/* What the letters of the second word decide about, the syllables that stand for others before, and
 * what may stand behind. */
static const char *const heads[] = {
    "입", "잎", "이", "여", "읽", "잊", "엿", "일", "옷", "위", "앞", "아", "어", "없",
    "외", "웃", "울", "있", "것", "거", "게", "걸", "건", "겁", "데", "바", "수", "줄",
    "적", "지", "듯", "사", "도", "검", "그", "나", "라", "하", "죽", "둥", "저", "영",
};
static const char *const behind[] = {
    "",   "불", "섯", "덟", "래", "미", "른", "치",   "투", "음",       "를",           "에",
    "는", "가", "도", "밖", "이", "람", "리", "로",   "본", "인",       "의",           "a",
    "A",  "1",  ".",  "-",  "\t", " ",  "\r", "\x01", "·",  "\xC2\xA0", "\xE3\x80\x80",
};
static const char *const before[] = {
    "첫", "헛", "풋", "덧", "겉",   "홑",   "디귿", "읕", "신",   "안",   "감",
    "닭", "흙", "밟", "넓", "여덟", "값",   "몫",   "할", "을",   "갈",   "물",
    "싫", "핥", "곬", "좋", "많",   "않",   "끝",   "못", "서울", "가을", "강",
    "땀", "돈", "및", "밭", "꽃",   "부엌", "잎",   "책", "공책", "집",   "우리집",
};
static const char *const blanks[] = {
    " ", " ", " ", " ", " ", "  ", "\t", " \t ", "                ", "\xC2\xA0", "\xE3\x80\x80",
    "-", ""};

#define COUNT(list) (sizeof(list) / sizeof *(list))
#define ANY(list)   list[chance() % COUNT(list)]

static void heads_of_words_across_spaces(void **state) {
    (void)state;
    for (size_t h = 0; h < COUNT(heads); h++)
        for (size_t b = 0; b < COUNT(behind); b++) {
            for (uint32_t i = 0; i < KTI_FINALS + COUNT(before); i++) {
                if (i < KTI_FINALS)
                    add_word(1 + chance() % 4, (uint8_t)i);
                else
                    kti_buf_add_cstr(&text, before[i - KTI_FINALS]);
                kti_buf_add_cstr(&text, ANY(blanks));
                kti_buf_add_cstr(&text, heads[h]);
                kti_buf_add_cstr(&text, behind[b]);
                kti_buf_add_cstr(&text, chance() % 3 == 0 ? "\n" : ANY(blanks));
            }
            kti_buf_add_byte(&text, '\n');
            if (text.len > 40000) check_text_across();
        }
    check_text_across();
}

/* Blanks in any number, over the ends of blocks and of the text. */
static void many_blanks(void **state) {
    (void)state;
    for (uint32_t n = 1; n < 300; n++) {
        for (uint32_t i = 0; i < 40; i++) {
            add_word(1 + i % 3, (uint8_t)(chance() % KTI_FINALS));
            for (uint32_t k = 0; k < (i % 8 == 0 ? n : 1); k++)
                kti_buf_add_byte(&text, chance() % 8 == 0 ? '\t' : ' ');
        }
        if (n % 3 == 0) kti_buf_add_byte(&text, '\n');
        if (n % 30 == 0) check_text_across();
    }
    check_text_across();
}

/* ---- words ---------------------------------------------------------------------------------- */

/* What the letters of a word decide about; each is tried behind, before and inside others. */
static const char *const words[] = {
    "옷",     "위",     "앞",   "아래",         "어미",    "어른",  "없",
    "외투",   "웃음",   "울음", "헛",           "홑",      "겉",    "풋",
    "첫",     "덧",     "있",   "어치",         "디귿",    "지읒",  "치읓",
    "키읔",   "티읕",   "피읖", "히읗",         "란",      "량",    "력",
    "론",     "로",     "료",   "류",           "례",      "게",    "고",
    "거나",   "건만",   "구나", "군요",         "다",      "더니",  "던",
    "도록",   "든지",   "소",   "습니다",       "자",      "잖아",  "지",
    "죠",     "신",     "안",   "껴안",         "감",      "남",    "담",
    "넘",     "숨",     "참",   "품",           "삼",      "심",    "머금",
    "더듬",   "가다듬", "닭",   "흙",           "칡",      "삵",    "갈",
    "결",     "골",     "발",   "물",           "말",      "을",    "할",
    "등",     "동",     "달",   "전",           "상",      "집",    "수록",
    "지라도", "진대",   "세라", "게요",         "걸",      "거야",  "거다",
    "것",     "잎",     "이불", "여름",         "연필",    "열차",  "윷",
    "요기",   "연료",   "일",   "용",           "유",      "약",    "활용",
    "작용",   "석유",   "예약", "꽃",           "밭",      "부엌",  "히",
    "힌",     "힘",     "혀",   "혔",           "형",      "다",    "어",
    "여",     "서",     "니",   "면",           "는",      "이",    "가",
    "은",     "을",     "에서", "밟",           "넓",      "죽",    "적",
    "둥글",   "읽",     "앉",   "닮",           "핥",      "좋",    "많",
    "싫",     "값",     "넋",   "굳이",         "같이",    "닫혀",  "묻혔",
    "묵호",   "신라",   "독립", "음운론",       "국물",    "3",     "12",
    "-",      " ",      " ",    "\n",           "a",       "Word ", "it's",
    "ㅋㅋ",   "ㅏ",     "大韓", "\u1100\u1161", "e\u0301", "·",     "。",
    "“",      "”",      "\xFF", "\xEA\xB0",     "평양",    "서울",  "한나산",
    "1동",    "제3",    ":",    "\\",           ".",       "Ω",     "𠀀",
    "NATO",   "iPad",   "Q",    "\x01",         "\r",      "~",     "\t",
    "넓적",   "여덟",   "맏형", "닫힌",         "핀란드",
};

enum { WORDS = sizeof words / sizeof *words };

static void random_words(void **state) {
    (void)state;
    for (int i = 0; i < 60000; i++) {
        for (uint32_t n = chance() % 6; n > 0; n--)
            if (chance() % 5 == 0)
                kti_buf_add_cp(&text, KTI_SYLLABLE_FIRST + chance() % 11172);
            else
                kti_buf_add_cstr(&text, words[chance() % WORDS]);
        kti_buf_add_byte(&text, chance() % 8 == 0 ? '\n' : ' ');
        if (text.len > 20000) check_text();
    }
    check_text();
}

/* Words longer than anything looks, over the blocks the tables work in. */
static void long_words(void **state) {
    (void)state;
    for (int i = 0; i < 40000; i++)
        kti_buf_add_cstr(&text, chance() % 3 == 0 ? words[chance() % 60] : "가");
    check_text();
}

/* What `kind`, `tokens` and `explain` say does not matter; other options do. */
static void options(void **state) {
    kt_romanize_options o = KT_ROMANIZE_INIT;
    kt_str got;
    (void)state;
    o.kind = KT_KIND_PERSON;
    o.explain = 1;
    assert_ok(kt_romanize_letters(ctx, S("독립문\n중앙"), &o, &got));
    assert_str(got, "dongnimmun\njungang");
    o.hyphen = KT_HYPHEN_AMBIGUOUS;
    o.letter_case = KT_CASE_UPPER;
    assert_ok(kt_romanize_letters(ctx, S("독립문\n중앙"), &o, &got));
    assert_str(got, "DONGNIMMUN\nJUNG-ANG");
    assert_ok(kt_romanize_letters(ctx, S(""), NULL, &got));
    assert_int_equal(got.len, 0);
    o.scheme = (kt_scheme)KT_SCHEMES;
    assert_int_equal(kt_romanize_letters(ctx, S("가"), &o, &got), KT_ERR_ARG);
    o = (kt_romanize_options)KT_ROMANIZE_INIT;
    o.size = 1;
    assert_int_equal(kt_romanize_letters(ctx, S("가"), &o, &got), KT_ERR_ARG);
    assert_int_equal(kt_romanize_letters(ctx, S("가"), NULL, NULL), KT_ERR_ARG);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_syllable_behind_every_final),
        cmocka_unit_test(every_syllable_across_a_space),
        cmocka_unit_test(heads_of_words_across_spaces),
        cmocka_unit_test(many_blanks),
        cmocka_unit_test(random_words),
        cmocka_unit_test(long_words),
        cmocka_unit_test(options),
    };
    int failed;
    kti_buf_init(&text, NULL);
    kti_buf_init(&quick, NULL);
    kti_buf_init(&plain, NULL);
    failed = cmocka_run_group_tests(tests, open_session, close_session);
    kti_buf_free(&text);
    kti_buf_free(&quick);
    kti_buf_free(&plain);
    return failed;
}
