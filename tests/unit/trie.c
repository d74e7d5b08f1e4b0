/* The trie of the word list: what is put in is found, nothing else, and damage is refused. */
#include "check.h"

#include "lexicon/trie.h"

static const char *const keys[] = {"가",   "가방", "가방끈", "각", "나",
                                   "나라", "한국", "한국어", "北", "北美"};
enum { KEYS = sizeof keys / sizeof *keys };

static void build(kti_buf *section, uint32_t numbers[KEYS]) {
    kt_str list[KEYS];
    for (size_t i = 0; i < KEYS; i++)
        list[i] = kti_str(keys[i]);
    kti_buf_init(section, NULL);
    assert_ok(kti_trie_write(list, KEYS - 2, numbers, section));
}

static void finds_what_was_put_in(void **state) {
    (void)state;
    kti_buf section;
    kti_trie trie;
    uint32_t numbers[KEYS];
    build(&section, numbers);
    assert_true(kti_trie_open(kti_buf_str(&section), &trie));
    assert_int_equal(trie.words, KEYS - 2);
    for (size_t i = 0; i < KEYS; i++) {
        uint32_t word = kti_trie_word(&trie, kti_trie_find(&trie, kti_str(keys[i])));
        if (i < KEYS - 2)
            assert_int_equal(word, numbers[i]);
        else
            assert_int_equal(word, KTI_TRIE_NONE);
    }
    assert_int_equal(kti_trie_word(&trie, kti_trie_find(&trie, S("한"))), KTI_TRIE_NONE);
    assert_int_equal(kti_trie_find(&trie, S("다")), KTI_TRIE_NONE);
    kti_buf_free(&section);
}

/* Breadth first, from the root: each child is the one that its label leads to. */
static void lists_children(void **state) {
    (void)state;
    kti_buf section;
    kti_trie trie;
    uint32_t numbers[KEYS], end, seen = 0;
    build(&section, numbers);
    assert_true(kti_trie_open(kti_buf_str(&section), &trie));
    for (uint32_t node = 0; node < trie.nodes; node++)
        for (uint32_t child = kti_trie_children(&trie, node, &end); child < end; child++, seen++)
            assert_int_equal(kti_trie_child(&trie, node, trie.labels[child]), child);
    assert_int_equal(seen, trie.nodes - 1);
    assert_int_equal(kti_trie_children(&trie, trie.nodes, &end), end);
    kti_buf_free(&section);
}

static void refuses_what_is_cut_off(void **state) {
    (void)state;
    kti_buf section;
    kti_trie trie;
    uint32_t numbers[KEYS];
    build(&section, numbers);
    for (size_t len = 1; len + 8 < section.len; len++)
        assert_false(kti_trie_open((kt_str){section.ptr, len}, &trie));
    assert_true(kti_trie_open((kt_str){NULL, 0}, &trie));
    assert_int_equal(kti_trie_find(&trie, S("가")), KTI_TRIE_NONE);
    kti_buf_free(&section);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_put_in),
        cmocka_unit_test(lists_children),
        cmocka_unit_test(refuses_what_is_cut_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
