/* All ways of reading codes read the same: whatever stands in the text, and wherever it ends. */
#include "check.h"

#include <stdlib.h>

#include "core/utf8.h"
#include "romanize/codes.h"

static uint32_t chance(void) {
    static uint32_t state = 1;
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

/* ---- what codes are ------------------------------------------------------------------------- */

static void places_are_the_members_of_sets(void **state) {
    (void)state;
    for (unsigned set = 0; set < 256; set++) {
        uint64_t want = 0;
        unsigned last = 0, count = 0;
        for (unsigned i = 0; i < 8; i++)
            if (set >> i & 1) want |= (uint64_t)(last = i) << 8 * count++;
        for (; count < 8; count++)
            want |= (uint64_t)last << 8 * count;
        assert_true(kti_code_places[set] == want);
    }
}

static void only_ascii_and_syllables_have_codes(void **state) {
    (void)state;
    for (uint32_t cp = 0; cp < 0x10000; cp++) {
        char bytes[4];
        if (cp >= 0xD800 && cp < 0xE000) continue;
        size_t len = kti_utf8_encode(cp, bytes);
        unsigned want = cp < 0x80             ? cp
                        : kti_is_syllable(cp) ? cp - KTI_SYLLABLE_FIRST + KTI_CODE_SYLLABLE
                                              : KTI_CODE_END;
        assert_int_equal(kti_code_of((const unsigned char *)bytes, len), want);
        if (len == 3) assert_int_equal(kti_code_of((const unsigned char *)bytes, 2), KTI_CODE_END);
    }
}

/* ---- the same in all ways ------------------------------------------------------------------- */

/* One code at a time, as the header tells it. */
static size_t read_simply(const unsigned char *in, size_t len, kti_codes *out) {
    size_t at = 0;
    for (out->count = 0; at < len && at < KTI_CODES_BLOCK;) {
        unsigned code = kti_code_of(in + at, len - at);
        if (code == KTI_CODE_END) break;
        out->at[out->count++] = (uint16_t)code;
        at += kti_code_bytes(code);
    }
    return at;
}

/* The bytes are copied, so that a sanitizer sees what is read behind them. */
static void check(const unsigned char *in, size_t len) {
    static kti_codes want, got;
    kti_cpu here = kti_cpu_features();
    kti_cpu ways[] = {{.avx2 = false}, {.avx2 = here.avx2}, here};
    unsigned char *copy = malloc(len + 1);
    assert_non_null(copy);
    memcpy(copy + 1, in, len);
    size_t end = read_simply(in, len, &want);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        assert_int_equal(kti_codes_read(ways[i], copy + 1, len, &got), end);
        assert_int_equal(got.count, want.count);
        assert_memory_equal(got.at, want.at, want.count * sizeof *want.at);
    }
    free(copy);
}

enum { MOST = 3 * KTI_CODES_BLOCK };

static unsigned char text[MOST + 8];

/* Syllables, words and blanks; in one of `rare` places something else. */
static size_t make(size_t len, uint32_t rare) {
    static const char *const others[] = {"\xEA",         "\xEA\xB0",     "\x80",
                                         "\xFF",         "\xED\x9E\xA4", "\xEA\xAF\xBF",
                                         "\xE4\xB8\x80", "\xC3\xA9",     "\xF0\x9F\x98\x80",
                                         "\xCA\xB0\x80", "\xEA\xB0\x41"};
    size_t at = 0;
    while (at < len) {
        char bytes[4];
        size_t n = kti_utf8_encode(KTI_SYLLABLE_FIRST + chance() % 11172, bytes);
        if (chance() % 4 == 0) n = kti_utf8_encode(chance() % 128, bytes);
        if (rare > 0 && chance() % rare == 0) {
            const char *other = others[chance() % 11];
            n = strlen(other);
            memcpy(bytes, other, n);
        }
        memcpy(text + at, bytes, n);
        at += n;
    }
    return len; /* in the middle of a character or not */
}

static void short_texts(void **state) {
    (void)state;
    for (size_t i = 0; i < 60000; i++)
        check(text, make(chance() % 140, 1 + chance() % 60));
}

static void blocks(void **state) {
    (void)state;
    for (size_t i = 0; i < 300; i++) {
        check(text, make(KTI_CODES_BLOCK - 40 + chance() % 80, i % 2 == 0 ? 0 : 6000));
        check(text, make(MOST - chance() % 80, 0));
    }
    memset(text, 'a', MOST);
    check(text, MOST);
    memset(text, 0x80, MOST);
    check(text, MOST);
    memset(text, 0xEA, MOST);
    check(text, MOST);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_the_members_of_sets),
        cmocka_unit_test(only_ascii_and_syllables_have_codes),
        cmocka_unit_test(short_texts),
        cmocka_unit_test(blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
