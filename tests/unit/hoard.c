/* The hoard: what is found is what was put in, memory stays bounded, and what is asked for stays.
 */
#include "check.h"

#include <stdlib.h>

#include "core/hoard.h"

enum { LIMIT = 1 << 20, MANY = 100000 };

/* An allocator that counts, and fails when nothing is left. */
typedef struct counter {
    size_t bytes, most, calls;
    long left; /* < 0: all is granted */
} counter;

static void *count(void *context, void *ptr, size_t old_size, size_t new_size) {
    counter *c = context;
    if (new_size == 0) {
        c->bytes -= old_size;
        free(ptr);
        return NULL;
    }
    if (c->left == 0) return NULL;
    if (c->left > 0) c->left--;
    void *moved = realloc(ptr, new_size);
    assert_non_null(moved);
    c->calls++;
    c->bytes += new_size - old_size;
    if (c->bytes > c->most) c->most = c->bytes;
    return moved;
}

static bool get(kti_hoard *hoard, uint32_t number, size_t len) {
    char key[40] = {0};
    memcpy(key, &number, sizeof number);
    uint32_t hash = kti_hoard_hash(key, len);
    const uint32_t *value = kti_hoard_get(hoard, hash, kti_hoard_glance(hoard, hash), key, len);
    if (value == NULL) return false;
    assert_int_equal(value[0], number);
    assert_int_equal(value[number % 9], number);
    return true;
}

static bool put(kti_hoard *hoard, uint32_t number, size_t len) {
    char key[40] = {0};
    memcpy(key, &number, sizeof number);
    uint32_t *value =
        kti_hoard_put(hoard, kti_hoard_hash(key, len), key, len, (number % 9 + 1) * sizeof number);
    if (value == NULL) return false;
    value[0] = value[number % 9] = number;
    return true;
}

/* Keys of the same bytes differ by their length. */
static size_t len_of(uint32_t number) {
    return 4 + number % 36;
}

static void what_is_found_was_put_in(void **state) {
    (void)state;
    counter c = {0, 0, 0, -1};
    kt_alloc alloc = {count, &c};
    kti_hoard hoard;
    kti_hoard_init(&hoard, &alloc, LIMIT);
    assert_false(get(&hoard, 1, 4));
    size_t kept = 0, calls = 0;
    for (uint32_t i = 0; i < MANY; i++) {
        kti_hoard_trim(&hoard);
        assert_true(put(&hoard, i, len_of(i)));
        assert_true(get(&hoard, i, len_of(i)));
        assert_false(get(&hoard, i, len_of(i) + 1));
        if (i == MANY / 2) calls = c.calls;
    }
    for (uint32_t i = 0; i < MANY; i++)
        kept += get(&hoard, i, len_of(i));
    assert_true(kept > 8000 && kept < MANY / 2);
    assert_true(c.most < LIMIT + LIMIT / 4);
    assert_int_equal(c.calls, calls); /* none once it was full */
    kti_hoard_free(&hoard);
    assert_int_equal(c.bytes, 0);
}

static void what_is_asked_for_stays(void **state) {
    (void)state;
    kt_alloc alloc = kti_alloc_or_libc(NULL);
    kti_hoard hoard;
    kti_hoard_init(&hoard, &alloc, LIMIT);
    for (uint32_t i = 0; i < MANY; i++) {
        kti_hoard_trim(&hoard);
        assert_true(put(&hoard, i, len_of(i)));
        for (uint32_t often = 0; i % 100 == 0 && often <= 1000 && often < i; often++)
            assert_true(get(&hoard, often, len_of(often)));
    }
    kti_hoard_free(&hoard);
}

/* Blocks taken because nothing could be forgotten in time are given back. */
static void too_much_at_once_is_given_back(void **state) {
    (void)state;
    counter c = {0, 0, 0, -1};
    kt_alloc alloc = {count, &c};
    kti_hoard hoard;
    kti_hoard_init(&hoard, &alloc, LIMIT / 4);
    for (uint32_t i = 0; i < MANY / 4; i++) {
        assert_true(put(&hoard, i, len_of(i)));
        assert_true(get(&hoard, i, len_of(i)));
    }
    size_t most = c.bytes;
    kti_hoard_trim(&hoard);
    assert_true(c.bytes < most / 2);
    kti_hoard_free(&hoard);
    assert_int_equal(c.bytes, 0);
}

static void out_of_memory_forgets_only(void **state) {
    (void)state;
    for (long left = 0; left < 40; left++) {
        counter c = {0, 0, 0, left};
        kt_alloc alloc = {count, &c};
        kti_hoard hoard;
        kti_hoard_init(&hoard, &alloc, LIMIT / 8);
        for (uint32_t i = 0; i < 6000; i++) {
            kti_hoard_trim(&hoard);
            if (put(&hoard, i, len_of(i))) assert_true(get(&hoard, i, len_of(i)));
        }
        kti_hoard_free(&hoard);
        assert_int_equal(c.bytes, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_found_was_put_in),
        cmocka_unit_test(what_is_asked_for_stays),
        cmocka_unit_test(too_much_at_once_is_given_back),
        cmocka_unit_test(out_of_memory_forgets_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
