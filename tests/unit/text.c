#include "check.h"

#include <stdlib.h>

#include "core/span.h"
#include "core/text.h"
#include "unicode/nfc.h"

enum { ROUNDS = 20000 };

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Makes a random map whose input is `in`. */
static void random_map(uint32_t *seed, kt_str in, kt_text *text) {
    static const char *const words[] = {"", "x", "가", "나다", "hello"};
    size_t at = 0;
    kti_text_clear(text);
    while (at < in.len || next_random(seed) % 4 == 0) {
        size_t len = next_random(seed) % 4;
        size_t end = at;
        for (; len > 0 && end < in.len; len--)
            end += kti_utf8_at(in, end).len;
        if (next_random(seed) % 2 == 0)
            kti_text_copy(text, kti_str_cut(in, at, end));
        else
            kti_text_replace(text, end - at, kti_str(words[next_random(seed) % 5]),
                             1 + next_random(seed) % 9);
        at = end;
    }
}

static void composition_keeps_the_law(void **state) {
    (void)state;
    uint32_t seed = 7;
    kt_text *a, *b, *c;
    assert_ok(kt_text_new(NULL, &a));
    assert_ok(kt_text_new(NULL, &b));
    assert_ok(kt_text_new(NULL, &c));
    for (int i = 0; i < ROUNDS; i++) {
        kt_str in = S("대한민국 KBS 뉴스, 서울에서 전해 드립니다");
        random_map(&seed, in, a);
        assert_true(kti_span_law(a, in));
        random_map(&seed, kt_text_str(a), b);
        assert_true(kti_span_law(b, kt_text_str(a)));
        assert_ok(kti_text_compose(a, b, c));
        assert_true(kti_span_law(c, in));
        assert_true(kti_str_eq(kt_text_str(c), kt_text_str(b)));
    }
    kt_text_free(a);
    kt_text_free(b);
    kt_text_free(c);
}

static void positions_map_both_ways(void **state) {
    (void)state;
    kt_text *t;
    assert_ok(kt_text_new(NULL, &t));
    kti_text_copy(t, S("ab"));
    kti_text_replace(t, 3, S("ga"), 5);
    kti_text_copy(t, S("cd"));
    kt_span s = kt_text_source(t, (kt_span){1, 3}); /* b and g of "abgacd" */
    assert_int_equal(s.start, 1);
    assert_int_equal(s.end, 5);
    s = kt_text_target(t, (kt_span){2, 5});
    assert_int_equal(s.start, 2);
    assert_int_equal(s.end, 4);
    s = kt_text_source(t, (kt_span){5, 6});
    assert_int_equal(s.start, 6);
    assert_int_equal(s.end, 7);
    s = kt_text_source(t, (kt_span){6, 99});
    assert_int_equal(s.start, 7);
    assert_int_equal(s.end, 7);
    kt_text_free(t);
}

/* Grants nothing once it is told so. */
static void *grant(void *refuse, void *ptr, size_t old_size, size_t new_size) {
    (void)old_size;
    if (new_size > 0 && *(bool *)refuse) return NULL;
    if (new_size > 0) return realloc(ptr, new_size);
    free(ptr);
    return NULL;
}

static void rolled_maps(void **state) {
    (void)state;
    kt_str in = S("그는 한국의 값이 없는 것을 보았다. 그래서 \u201c간다\u201d");
    for (int i = 0; i < 2; i++) {
        bool refuse = false;
        kt_alloc alloc = {grant, &refuse};
        const kt_edit *edits;
        kti_arena arena;
        kt_text text;
        kti_arena_init(&arena, &alloc);
        kti_text_init(&text, &alloc);
        assert_ok(kti_nf(KTI_NFD, in, 3, &arena, &text));
        refuse = i == 1;
        size_t count = kt_text_edits(&text, &edits);
        if (refuse) assert_true(count < 10); /* neighbours stay joined */
        if (!refuse) assert_int_equal(count, 27);
        assert_true(kti_span_law(&text, in));
        assert_true(edits[0].rule == 3 && (refuse || edits[1].dst_len == 9));
        kti_text_free_fields(&text);
        kti_arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(composition_keeps_the_law),
        cmocka_unit_test(positions_map_both_ways),
        cmocka_unit_test(rolled_maps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
