/* Words whose Hangul is settled, Hangul back to English, how forms are weighed, and hostile text
 * both ways. */
#include "session.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon/builtin.h"
#include "lexicon/ktd.h"
#include "translit/listed.h"
#include "translit/weigh.h"

/* ---- settled words -------------------------------------------------------------------------- */

static kt_str section(void) {
    return kti_ktd_section_of(kti_builtin_data(), S("loanwords"));
}

static void settled_words_are_found(void **state) {
    (void)state;
    kti_listed list;
    kt_str forms[KTI_LISTED_FORMS], words[8];
    assert_true(kti_listed_open(section(), &list) && list.head != NULL);
    assert_int_equal(kti_listed_hangul(&list, S("bodyguard"), forms), 1);
    assert_str(forms[0], "보디가드");
    assert_int_equal(kti_listed_hangul(&list, S("Body-Guard"), forms), 1); /* letters alone count */
    assert_int_equal(kti_listed_hangul(&list, S("bas\u00EFl"), forms), 2);
    assert_str(forms[0], "바질");
    assert_str(forms[1], "배질");
    assert_int_equal(kti_listed_hangul(&list, S("bodyguar"), forms), 0);
    assert_int_equal(kti_listed_hangul(&list, S(""), forms), 0);
    assert_int_equal(kti_listed_hangul(&list, S("-'"), forms), 0);
    size_t count = kti_listed_english(&list, S("앨런"), words, 8);
    assert_true(count >= 2); /* Alan, Allan, Allen */
    assert_int_equal(kti_listed_english(&list, S("앨런"), words, 1), 1);
    assert_int_equal(kti_listed_english(&list, S("앨"), words, 8), 0);
    assert_int_equal(kti_listed_kinds(&list, S("앨런")), KTI_LISTED_NAME);
    assert_int_equal(kti_listed_kinds(&list, S("드론")), KTI_LISTED_WORD);
    assert_int_equal(kti_listed_kinds(&list, S("콴타스")), KTI_LISTED_BRAND);
    assert_int_equal(kti_listed_kinds(&list, S("앨")), 0);
}

/* Every row is found by its own English, and every form leads back to its row. */
static void settled_words_are_in_order(void **state) {
    (void)state;
    kti_listed list;
    kt_str forms[KTI_LISTED_FORMS], words[64];
    assert_true(kti_listed_open(section(), &list));
    for (uint32_t i = 0; i < list.head->rows; i++) {
        kt_str english = kti_str(list.texts.ptr + (list.rows[i] & KTI_LISTED_AT));
        size_t count = kti_listed_hangul(&list, english, forms);
        assert_true(count > 0);
        for (size_t k = 0; k < count; k++) {
            size_t at = 0, n = kti_listed_english(&list, forms[k], words, 64);
            while (at < n && !kti_str_eq(words[at], english))
                at++;
            if (at == n) fail_msg("%s", english.ptr);
        }
    }
}

static void damaged_lists_are_refused(void **state) {
    (void)state;
    kti_listed list;
    kt_str whole = section(), forms[KTI_LISTED_FORMS], words[4];
    for (size_t len = 1; len < 4096; len = len * 2 + 1)
        assert_false(kti_listed_open(kti_str_cut(whole, 0, len), &list));
    assert_true(kti_listed_open((kt_str){NULL, 0}, &list) && list.head == NULL);
    assert_int_equal(kti_listed_hangul(&list, S("gas"), forms), 0);
    uint32_t *broken = malloc(whole.len); /* offsets that lead anywhere */
    assert_non_null(broken);
    memcpy(broken, whole.ptr, whole.len);
    for (size_t i = sizeof(kti_listed_head) / 4; i < whole.len / 8; i++)
        broken[i] *= 2654435761u;
    assert_true(kti_listed_open((kt_str){(char *)broken, whole.len}, &list));
    kti_listed_hangul(&list, S("gas"), forms);
    assert_true(kti_listed_english(&list, S("가스"), words, 4) <= 4);
    free(broken);
}

/* ---- weighing ------------------------------------------------------------------------------- */

static float feature(kt_str form, size_t which) {
    static const uint8_t adobe[] = {0, 3, 14, 1, 4};
    static const kti_pronounced spoken = {.source = KTI_PRONOUNCED_LISTED};
    float features[KTI_WEIGH_FEATURES];
    kti_lexicon *lexicon;
    kt_error err;
    kt_alloc libc = kti_alloc_libc();
    assert_ok(kti_lexicon_open(&libc, kti_builtin_data(), true, (kt_str){NULL, 0}, &lexicon, &err));
    kti_weighed word = {lexicon, adobe, 5, &spoken, S("어도비")};
    kti_weigh_form(&word, form, features);
    kti_lexicon_close(lexicon);
    return features[which];
}

static void forms_have_features(void **state) {
    (void)state;
    enum { LISTED = KTI_PRONOUNCED_LISTED - KTI_PRONOUNCED_GUESSED };
    assert_true(feature(S("어도비"), KTI_WEIGH_RULES + LISTED) > 0);
    assert_true(feature(S("어도비"), KTI_WEIGH_FAR + LISTED) <= 0);
    assert_true(feature(S("아도비"), KTI_WEIGH_FAR + LISTED) < 1.5F);
    assert_true(feature(S("아돕스"), KTI_WEIGH_FAR + LISTED) > 2.5F);
    assert_true(feature(S("도비"), KTI_WEIGH_BEHEADED) > 0);
    assert_true(feature(S("아도비"), KTI_WEIGH_BEHEADED) <= 0);
    assert_true(feature(S("도비"), KTI_WEIGH_FEWER) > 0.5F);
    assert_true(feature(S("아도비에"), KTI_WEIGH_MORE) > 0.5F);
    assert_true(feature(S("아죠쮸"), KTI_WEIGH_PALATAL) > 0.5F);
    assert_true(feature(S("아또비"), KTI_WEIGH_TENSE) > 0.5F);
    assert_true(feature(S("앋읖"), KTI_WEIGH_BATCHIM) > 1.5F);
}

/* ---- back to English ------------------------------------------------------------------------ */

static size_t back(kt_str text, size_t nbest, const kt_transliterated **list, double *foreign) {
    kt_back_options options = KT_BACK_INIT;
    size_t count;
    options.nbest = nbest;
    assert_ok(kt_transliterate_back(ctx, text, &options, list, &count, foreign));
    assert_true(count >= 1 && count <= (nbest == 0 ? 1 : nbest));
    return count;
}

static void first_words(void **state) {
    (void)state;
    static const struct {
        const char *hangul, *latin;
    } rows[] = {
        {"버락 오바마", "Barack Obama"}, /* a row of the dictionary */
        {"보디가드", "bodyguard"},       /* settled */
        {"보디가드  앨빈", "bodyguard  Alvin"},
        {"", ""},
        {" ", " "},
        {"abc 12!", "abc 12!"},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const kt_transliterated *list;
        back(kti_str(rows[i].hangul), 1, &list, NULL);
        check_row(&table, rows[i].hangul, list[0].text, kti_str(rows[i].latin));
    }
    check_done(&table);
}

static void lists_back(void **state) {
    (void)state;
    const kt_transliterated *list;
    double foreign = -1, sum = 0;
    size_t count = back(S("앨런 보디가드"), 10, &list, &foreign);
    assert_string_equal(list[0].label, "dictionary");
    for (size_t i = 0; i < count; i++) {
        sum += list[i].probability;
        assert_true(list[i].probability > 0);
        assert_true(i == 0 || list[i].probability <= list[i - 1].probability);
        for (size_t k = 0; k < i; k++)
            assert_false(kti_str_eq(list[i].text, list[k].text));
    }
    assert_true(sum < 1.001 && foreign > 0.5);
}

#if KT_TESTS_LEXICON
static void origins_are_told(void **state) {
    (void)state;
    static const char *const korean[] = {"김철수", "민주주의", "서울", "고속도로"};
    static const char *const foreign[] = {"로버트", "클러스터", "샌프란시스코", "스크립트"};
    const kt_transliterated *list;
    double p;
    for (size_t i = 0; i < sizeof korean / sizeof *korean; i++) {
        back(kti_str(korean[i]), 1, &list, &p);
        if (p >= 0.5) fail_msg("%s: %g", korean[i], p);
    }
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++) {
        back(kti_str(foreign[i]), 1, &list, &p);
        if (p < 0.5) fail_msg("%s: %g", foreign[i], p);
    }
}
#endif

static void bad_calls(void **state) {
    (void)state;
    kt_back_options options = KT_BACK_INIT;
    const kt_transliterated *list;
    size_t count;
    options.size = 1;
    assert_int_equal(kt_transliterate_back(ctx, S("가"), &options, &list, &count, NULL),
                     KT_ERR_ARG);
    assert_int_equal(kt_transliterate_back(ctx, S("가"), NULL, NULL, &count, NULL), KT_ERR_ARG);
    assert_int_equal(kt_transliterate_back(NULL, S("가"), NULL, &list, &count, NULL), KT_ERR_ARG);
}

/* ---- hostile text --------------------------------------------------------------------------- */

/* One letter group again and again, to 128 KB. */
static void take_both_ways(const char *piece) {
    enum { SIZE = 1 << 17 };
    char *text = malloc(SIZE);
    size_t len = strlen(piece), count;
    const kt_transliterated *list;
    assert_non_null(text);
    for (size_t at = 0; at < SIZE; at++)
        text[at] = piece[at % len];
    kt_str whole = {text, SIZE - SIZE % len};
    assert_ok(kt_transliterate(ctx, whole, NULL, &list, &count));
    assert_true(count == 1 && list[0].text.len > 0);
    assert_ok(kt_transliterate_back(ctx, whole, NULL, &list, &count, NULL));
    assert_true(count == 1 && list[0].text.len > 0);
    free(text);
}

static void a_long_word_is_taken(void **state) {
    (void)state;
    take_both_ways("strength");
    take_both_ways("스트렝스");
}

static void mixed_text_is_copied(void **state) {
    (void)state;
    static const struct {
        const char *in, *start; /* what every answer begins with */
        size_t len;
    } rows[] = {{"\x01\x02\x7F", "\x01\x02\x7F", 3},
                {"\xED\x95\x9C \xD0\x96 \xE6\xBC\xA2", "\xED\x95\x9C \xD0\x96 \xE6\xBC\xA2", 10},
                {"\xE2\x80\x8F\xE2\x80\x8F", "\xE2\x80\x8F\xE2\x80\x8F", 6},
                {"12.5%", "12.5%", 5}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const kt_transliterated *list;
        size_t count;
        kt_str in = {rows[i].in, rows[i].len};
        assert_ok(kt_transliterate(ctx, in, NULL, &list, &count));
        assert_true(kti_str_eq(list[0].text, (kt_str){rows[i].start, rows[i].len}));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settled_words_are_found),
        cmocka_unit_test(settled_words_are_in_order),
        cmocka_unit_test(damaged_lists_are_refused),
        cmocka_unit_test(forms_have_features),
        cmocka_unit_test(first_words),
        cmocka_unit_test(lists_back),
#if KT_TESTS_LEXICON
        cmocka_unit_test(origins_are_told),
#endif
        cmocka_unit_test(bad_calls),
        cmocka_unit_test(a_long_word_is_taken),
        cmocka_unit_test(mixed_text_is_copied),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
