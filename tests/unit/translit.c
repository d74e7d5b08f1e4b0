/* English in Hangul: the rules sound by sound, the models' data, and what becomes of lines. */
#include "session.h"

#include <stdlib.h>
#include <string.h>

#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/builtin.h"
#include "lexicon/ktd.h"
#include "lexicon/lexicon.h"
#include "translit/back.h"
#include "translit/grams.h"
#include "translit/loanword.h"
#include "translit/tagger.h"

#if KT_TESTS_LEXICON
static kt_str first_form(const char *text, size_t nbest) {
    kt_transliterate_options options = KT_TRANSLITERATE_INIT;
    const kt_transliterated *list;
    size_t count;
    options.nbest = nbest;
    assert_ok(kt_transliterate(ctx, kti_str(text), &options, &list, &count));
    assert_true(count >= 1);
    return list[0].text;
}
#endif

/* ---- letters -------------------------------------------------------------------------------- */

static void letters_fold(void **state) {
    (void)state;
    uint8_t letters[16];
    assert_int_equal(kti_latin_read(S("Stra\u00DFe"), letters, 16), 7);
    assert_int_equal(letters[4], 's' - 'a');
    assert_int_equal(kti_latin_read(S("\u010Dap"), letters, 16), 3);
    assert_true(letters[0] >= KTI_LATIN_MARKED);
    assert_int_equal(kti_latin_base(letters[0]), 'c' - 'a');
    assert_int_equal(kti_latin_read(S("\u1E0Da"), letters, 16), 2);
    assert_int_equal(letters[0], 'd' - 'a');
    assert_int_equal(kti_latin_read(S("abc"), letters, 2), 0);
    assert_int_equal(kti_latin_read(S("12 가"), letters, 16), 1); /* the space */
}

/* ---- the rules ------------------------------------------------------------------------------ */

enum { STRESS = 1 };

/* A word by its letters, each with its sounds; -> the units as conjoining letters in order. */
static void check_rule(check_table *table, const char *word, const kti_english_chunk *sounds,
                       const char *want) {
    uint8_t letters[KTI_ENGLISH_WORD];
    kti_loan_unit units[KTI_LOAN_UNITS];
    char got[512];
    size_t len = 0, count = strlen(word);
    for (size_t i = 0; i < count; i++)
        letters[i] = (uint8_t)(word[i] - 'a');
    size_t written = kti_loanword(letters, sounds, count, units);
    for (size_t i = 0; i < written;) {
        kt_syllable s = {KTI_L_NONE, 0, 0};
        if (units[i].unit < KTI_UNIT_VOWEL) s.choseong = units[i++].unit;
        assert_true(i < written && units[i].unit >= KTI_UNIT_VOWEL);
        assert_true(units[i].unit < KTI_UNIT_FINAL && units[i].letter < count);
        s.jungseong = (uint8_t)(units[i++].unit - KTI_UNIT_VOWEL);
        if (i < written && units[i].unit >= KTI_UNIT_FINAL)
            s.jongseong = (uint8_t)(units[i++].unit - KTI_UNIT_FINAL + 1);
        len += kti_utf8_encode(kti_join(s), got + len);
    }
    check_row(table, word, (kt_str){got, len}, kti_str(want));
}

static void rules_by_sound(void **state) {
    (void)state;
    check_table t = {0};
    check_rule(&t, "cat", (kti_english_chunk[]){KTI_S_K, KTI_S_AE + STRESS, KTI_S_T}, "캣");
    check_rule(&t, "film", (kti_english_chunk[]){KTI_S_F, KTI_S_IH + STRESS, KTI_S_L, KTI_S_M},
               "필름");
    check_rule(&t, "top", (kti_english_chunk[]){KTI_S_T, KTI_S_AA + STRESS, KTI_S_P}, "톱");
    check_rule(&t, "spa", (kti_english_chunk[]){KTI_S_S, KTI_S_P, KTI_S_AA + STRESS}, "스파");
    check_rule(&t, "ax", (kti_english_chunk[]){KTI_S_AE + STRESS, KTI_S_K | KTI_S_S << 8}, "액스");
    check_rule(&t, "shy", (kti_english_chunk[]){KTI_S_SH, 0, KTI_S_AY + STRESS}, "샤이");
    check_rule(&t, "cue", (kti_english_chunk[]){KTI_S_K, KTI_S_Y | (KTI_S_UW + STRESS) << 8, 0},
               "큐");
    check_rule(&t, "able",
               (kti_english_chunk[]){KTI_S_EY + STRESS, KTI_S_B, KTI_S_AH | KTI_S_L << 8, 0},
               "에이블");
    check_rule(&t, "quit", (kti_english_chunk[]){KTI_S_K, KTI_S_W, KTI_S_IH + STRESS, KTI_S_T},
               "큇");
    check_done(&t);
}

/* Nothing at all, one sound, every pair of sounds: never a syllable that cannot be written. */
static void rules_write_syllables(void **state) {
    (void)state;
    check_table t = {0};
    check_rule(&t, "a", (kti_english_chunk[]){0}, "");
    for (unsigned a = 0; a < KTI_ENGLISH_SOUNDS; a++)
        for (unsigned b = 0; b < KTI_ENGLISH_SOUNDS; b++) {
            kti_loan_unit units[KTI_LOAN_UNITS];
            static const uint8_t letters[] = {0, 18};
            kti_english_chunk sounds[] = {(kti_english_chunk)a, (kti_english_chunk)b};
            size_t count = kti_loanword(letters, sounds, 2, units);
            int end = -1; /* what the last unit was: 0 choseong, 1 vowel, 2 batchim */
            for (size_t i = 0; i < count; i++) {
                int kind = (units[i].unit >= KTI_UNIT_VOWEL) + (units[i].unit >= KTI_UNIT_FINAL);
                if ((kind == 2 && end != 1) || (kind == 0 && end == 0))
                    fail_msg("sounds %u %u", a, b);
                end = kind;
            }
            if (end == 0) fail_msg("sounds %u %u", a, b);
        }
    check_done(&t);
}

/* ---- data ----------------------------------------------------------------------------------- */

/* Cut off anywhere in its head, a model is refused; nothing of it is read. */
static void cut_off_models(void **state) {
    (void)state;
    kt_str joint = kti_ktd_section_of(kti_builtin_data(), S("model.joint"));
    kt_str tagger = kti_ktd_section_of(kti_builtin_data(), S("model.hangul"));
    kti_grams j;
    kti_tagger t;
    assert_true(kti_grams_open(joint, &j) && j.head != NULL);
    assert_true(kti_tagger_open(tagger, &t) && t.weights != NULL);
    for (size_t len = 1; len < joint.len; len = len * 2 + 1) {
        assert_false(kti_grams_open(kti_str_cut(joint, 0, len), &j));
        assert_null(j.head);
    }
    for (size_t len = 1; len < tagger.len; len = len * 2 + 1)
        assert_false(kti_tagger_open(kti_str_cut(tagger, 0, len), &t));
}

#if KT_TESTS_LEXICON
/* How many letters of the word some word of the list begins with. */
static size_t known_letters(const kti_english *sounds, const char *word) {
    uint8_t letters[KTI_ENGLISH_WORD];
    size_t count = 0;
    kti_english_range range = kti_english_all(sounds);
    for (; word[count] != '\0'; count++) {
        letters[count] = (uint8_t)(word[count] - 'a');
        if (!kti_english_narrow(sounds, letters, count + 1, &range)) break;
    }
    return count;
}

static void sounds_are_found(void **state) {
    (void)state;
    kti_english sounds;
    kti_english_chunk chunks[KTI_ENGLISH_WORD];
    kt_str section = kti_ktd_section_of(kti_builtin_data(), S("english"));
    static const uint8_t cat[] = {2, 0, 19}, none[] = {25, 25, 25, 25, 25};
    assert_true(kti_english_open(section, &sounds));
    assert_true(kti_english_find(&sounds, cat, 3, chunks));
    assert_int_equal(chunks[0], KTI_S_K);
    assert_int_equal(chunks[1], KTI_S_AE + STRESS);
    assert_int_equal(chunks[2], KTI_S_T);
    assert_false(kti_english_find(&sounds, none, 5, chunks));
    assert_false(kti_english_find(&sounds, cat, 0, chunks));
    for (size_t len = 1; len < 4096; len = len * 2 + 1)
        assert_false(kti_english_open(kti_str_cut(section, 0, len), &sounds));
}

/* Beginnings of words are found wherever they stand in a block, and narrow to what holds them. */
static void beginnings_are_found(void **state) {
    (void)state;
    kti_english sounds;
    kt_str section = kti_ktd_section_of(kti_builtin_data(), S("english"));
    static const char *const words[] = {"computer", "zebra", "aardvark", "melbourne", "a"};
    static const char *const none[] = {"computex", "zq", "aaaaaa"};
    assert_true(kti_english_open(section, &sounds));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_int_equal(known_letters(&sounds, words[i]), strlen(words[i]));
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_true(known_letters(&sounds, none[i]) < strlen(none[i]));
    kti_english_range beyond = {0, sounds.head->blocks};
    const uint8_t a = 0;
    assert_false(kti_english_narrow(&sounds, &a, 1, &beyond));
}

/* English words whose spelling is far from the sound are among the forms; no form comes twice. */
static void words_go_back(void **state) {
    (void)state;
    static const struct {
        const char *hangul, *latin;
    } rows[] = {{"컴퓨터", "computer"},
                {"메시지", "message"},
                {"라이트", "light"},
                {"셰익스피어", "shakespeare"}};
    kti_translit translit;
    kti_lexicon *lexicon;
    kti_arena arena;
    kt_error err;
    kt_alloc libc = kti_alloc_libc();
    kti_arena_init(&arena, NULL);
    assert_ok(kti_lexicon_open(&libc, kti_builtin_data(), true, (kt_str){NULL, 0}, &lexicon, &err));
    kti_translit_open(lexicon, &translit);
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kti_back_form forms[10];
        size_t count, at = 0;
        assert_ok(kti_back_word((kti_back_search){&translit, KTI_BACK_MOST},
                                kti_str(rows[i].hangul), &arena, forms, 10, &count));
        while (at < count && !kti_str_eq(forms[at].latin, kti_str(rows[i].latin)))
            at++;
        check_row(&table, rows[i].hangul, at < count ? forms[at].latin : S("(none)"),
                  kti_str(rows[i].latin));
        for (size_t k = 0; k < count; k++)
            for (size_t n = 0; n < k; n++)
                assert_false(kti_str_eq(forms[k].latin, forms[n].latin));
    }
    check_done(&table);
    kti_arena_free(&arena);
    kti_lexicon_close(lexicon);
}

/* ---- words and lines ------------------------------------------------------------------------ */

static void best_forms(void **state) {
    (void)state;
    static const struct {
        const char *english, *hangul;
    } rows[] = {
        {"flash", "플래시"},
        {"Margaret Thompson", "마거릿 톰프슨"},
        {"smartphone", "스마트폰"},
        {"K-pop", "케이팝"}, /* a letter before a hyphen is said by its name */
        {"X-ray", "엑스레이"},
        {"e-commerce", "이커머스"},
        {"coffee shop", "커피숍"}, /* words that are settled stay so in a term */
        {"COFFEE", "커피"},
        {"Queen Victoria", "퀸 빅토리아"},  /* no 주 */
        {"Jordan Peterson", "조던 피터슨"}, /* a first name is no country */
        {"Jordan", "요르단"},
        {"top class", "톱클래스"},         /* one term, closed */
        {"Warsaw", "바르샤바"},            /* the dictionary knows */
        {"Hello New York!", "헬로 뉴욕!"}, /* also within a line */
        {"BBC", "비비시"},                 /* spelt out */
        {"NATO", "나토"},                  /* read as a word */
        {"J. Thompson", "제이 톰프슨"},
        {"UNESCO", "유네스코"},
        {"FBI", "에프비아이"},
        {"Coca-Cola", "코카콜라"},  /* a hyphen */
        {"O'Brien", "오브라이언"},  /* an apostrophe */
        {"café", "카페"},           /* a diacritic */
        {"Boeing 747", "보잉 747"}, /* figures stay */
        {"3M", "3엠"},
        {"hwang minseo", "황민서"}, /* a Korean name is closed */
        {"한글, 12!", "한글, 12!"},
        {"", ""},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&table, rows[i].english, first_form(rows[i].english, 1), kti_str(rows[i].hangul));
    check_done(&table);
}

static void lists(void **state) {
    (void)state;
    kt_transliterate_options options = KT_TRANSLITERATE_INIT;
    const kt_transliterated *list;
    size_t count;
    double sum = 0;
    options.nbest = 10;
    assert_ok(kt_transliterate(ctx, S("Catherine Zell"), &options, &list, &count));
    assert_int_equal(count, 10);
    for (size_t i = 0; i < count; i++) {
        sum += list[i].probability;
        assert_true(list[i].probability > 0);
        assert_true(i == 0 || list[i].probability <= list[i - 1].probability);
        for (size_t k = 0; k < i; k++)
            assert_false(kti_str_eq(list[i].text, list[k].text));
    }
    assert_true(sum < 1.001);
}

/* The likeliest form is the same however many are asked for, and whatever came before. */
static void first_is_first(void **state) {
    (void)state;
    static const char *const words[] = {"Kowalczyk", "Ashby", "Okafor", "dolphin", "Tanaka"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char alone[64];
        kt_str form = first_form(words[i], 1);
        snprintf(alone, sizeof alone, "%.*s", (int)form.len, form.ptr);
        assert_str(first_form(words[i], 10), alone);
    }
}
#endif

static void bad_calls(void **state) {
    (void)state;
    kt_transliterate_options options = KT_TRANSLITERATE_INIT;
    const kt_transliterated *list;
    size_t count;
    options.size = 1;
    assert_int_equal(kt_transliterate(ctx, S("a"), &options, &list, &count), KT_ERR_ARG);
    assert_int_equal(kt_transliterate(ctx, S("a"), NULL, NULL, &count), KT_ERR_ARG);
    assert_int_equal(kt_transliterate(NULL, S("a"), NULL, &list, &count), KT_ERR_ARG);
    assert_ok(kt_transliterate(ctx, S("a\xFF\x00z"), NULL, &list, &count));
    assert_int_equal(count, 1);
}

/* The steps of a text that is explained. */
static size_t steps_of(const char *text, const kt_step **steps) {
    kt_transliterate_options options = KT_TRANSLITERATE_INIT;
    const kt_transliterated *list;
    size_t count;
    options.explain = 1;
    assert_ok(kt_transliterate(ctx, kti_str(text), &options, &list, &count));
    return kt_transliterate_steps(ctx, steps);
}

static void steps_cite_clauses(void **state) {
    (void)state;
    const kt_transliterated *list;
    const kt_step *steps;
    size_t count = steps_of("12 flash", &steps);
#if KT_TESTS_LEXICON
    assert_true(count > 0);
    assert_int_equal(steps[0].src.start, 3);
    assert_str(steps[0].before, "f");
    assert_string_equal(kt_rule_info(steps[0].rule).article, "3.1.3.1");
#endif
    assert_ok(kt_transliterate(ctx, S("flash"), NULL, &list, &count));
    assert_int_equal(kt_transliterate_steps(ctx, &steps), 0);
}

/* ß is read as ss: each s is of the whole letter. */
static void steps_of_two_letters_in_one(void **state) {
    (void)state;
    const kt_step *steps;
    size_t count = steps_of("ß groß", &steps);
    for (size_t i = 0; i < count; i++)
        assert_true(steps[i].before.len > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_fold),
        cmocka_unit_test(rules_by_sound),
        cmocka_unit_test(rules_write_syllables),
        cmocka_unit_test(cut_off_models),
#if KT_TESTS_LEXICON
        cmocka_unit_test(sounds_are_found),
        cmocka_unit_test(beginnings_are_found),
        cmocka_unit_test(words_go_back),
        cmocka_unit_test(best_forms),
        cmocka_unit_test(lists),
        cmocka_unit_test(first_is_first),
#endif
        cmocka_unit_test(bad_calls),
        cmocka_unit_test(steps_cite_clauses),
        cmocka_unit_test(steps_of_two_letters_in_one),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
