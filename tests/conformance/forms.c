/* The quick parts of normalization against utf8proc's own: all characters among Hangul, and random
 * text. */
#include "check.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "core/buf.h"
#include "core/utf8.h"
#include "unicode/nfc_quick.h"

static kti_arena arena;
static kt_text text;

static uint32_t chance(void) {
    static uint32_t state = 7;
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

static kt_str theirs(kt_str in, kti_form form, utf8proc_uint8_t **out) {
    utf8proc_option_t options = form == KTI_NFD ? UTF8PROC_DECOMPOSE : UTF8PROC_COMPOSE;
    utf8proc_ssize_t len = utf8proc_map((const utf8proc_uint8_t *)in.ptr, (utf8proc_ssize_t)in.len,
                                        out, UTF8PROC_STABLE | options);
    assert_true(len >= 0);
    return (kt_str){(const char *)*out, (size_t)len};
}

static void check_form(kt_str in, kti_form form) {
    utf8proc_uint8_t *bytes = NULL;
    kt_str want = theirs(in, form, &bytes);
    assert_ok(kti_nf(form, in, 1, &arena, &text));
    if (!kti_str_eq(kt_text_str(&text), want))
        fail_msg("form %d of \"%.*s\" is \"%.*s\", not \"%.*s\"", (int)form, (int)in.len, in.ptr,
                 (int)want.len, want.ptr, (int)kt_text_str(&text).len, kt_text_str(&text).ptr);
    if (kti_nf_is(form, in)) assert_true(kti_str_eq(in, want));
    for (size_t from = 0; from < in.len && from < 16; from += kti_utf8_at(in, from).len)
        assert_int_equal(kti_nf_settled(in, from, form), kti_nf_settled_slowly(in, from, form));
    kt_str again = kt_text_str(&text);
    size_t at = 0, to = 0;
    const kt_edit *edits;
    size_t count = kt_text_edits(&text, &edits);
    for (size_t i = 0; i < count; i++) { /* the span law */
        const kt_edit *e = &edits[i];
        assert_true(e->src == at && e->dst == to);
        kt_str from = {in.ptr + at, e->src_len}, made = {again.ptr + to, e->dst_len};
        assert_true(e->rule != 0 || kti_str_eq(from, made));
        at += e->src_len;
        to += e->dst_len;
    }
    assert_true(at == in.len && to == again.len);
    free(bytes);
    kti_arena_reset(&arena);
}

static void every_character_among_hangul(void **state) {
    (void)state;
    for (uint32_t cp = 1; cp <= 0x323AF; cp++) {
        kti_buf in;
        if (cp >= 0xD800 && cp <= 0xDFFF) continue;
        if (cp == 0x11A7) continue; /* icu_utf8proc.c */
        kti_buf_init(&in, NULL);
        kti_buf_add_cstr(&in, cp % 2 == 0 ? "한글" : "\u1112\u1161\u11AB\u1100\u1173");
        kti_buf_add_cp(&in, cp);
        kti_buf_add_cstr(&in, "\u1112\u1161 값이 없다. 그래도 산다, 이렇게.");
        for (kti_form form = KTI_NFC; form <= KTI_NFD; form++)
            check_form(kti_buf_str(&in), form);
        kti_buf_free(&in);
    }
}

/* Where all around it passes in blocks. */
static void every_character_in_plain_text(void **state) {
    (void)state;
    for (uint32_t cp = 1; cp <= 0x323AF; cp++) {
        kti_buf in;
        if ((cp >= 0xD800 && cp <= 0xDFFF) || cp == 0x11A7) continue;
        kti_buf_init(&in, NULL);
        kti_buf_add_cstr(&in, "한글로 쓴 글, “그래서” 이렇게 시작하여");
        kti_buf_add_cp(&in, cp);
        kti_buf_add_cstr(&in, "그 뒤에도 “여러” 낱말이 더 이어지고 나서야 끝난다.");
        check_form(kti_buf_str(&in), KTI_NFC);
        kti_buf_free(&in);
    }
}

/* So many letters, something, and what passes in blocks. */
static void put_at(kti_buf *in, size_t before, const char *what) {
    kti_buf_clear(in);
    for (size_t i = 0; i < before; i++)
        kti_buf_add_cstr(in, "a");
    kti_buf_add_cstr(in, what);
    kti_buf_add_cstr(in, " 그 뒤에도 “여러” 낱말이 더 이어지고 나서야 끝난다.");
}

/* A letter and marks that join it past another, wherever blocks end. */
static void marks_at_every_offset(void **state) {
    (void)state;
    static const char *const marks[] = {"\u302A\u0301", "\u302E\u0323", "\u3099\u0301",
                                        "\u20E8\u0301", "\uA6F0\u0323", "\uABED\u0301",
                                        "\u0316\u0301"};
    kti_buf in;
    kti_buf_init(&in, NULL);
    for (size_t m = 0; m < sizeof marks / sizeof *marks; m++)
        for (size_t before = 1; before <= 100; before++) {
            put_at(&in, before, marks[m]);
            check_form(kti_buf_str(&in), KTI_NFC);
        }
    kti_buf_free(&in);
}

/* Trail bytes that go on from a lead byte which begins nothing, before what passes in blocks: all
 * are ill-formed, and told so by the vectors, too. */
static void ill_formed_before_blocks(void **state) {
    (void)state;
    static const char *const heads[] = {
        "\xE0\x80\x80", "\xE0\x9F\xBF",     "\xED\xA0\x80", "\xEB\"\x8B",   "\xC1\x80",
        "\xC0\x80\x80", "\xF0\x80\x80\x80", "\xF5\x80\x80", "\xFF\x80\x80", "\xEB\x80"};
    kti_buf in;
    kti_buf_init(&in, NULL);
    for (size_t h = 0; h < sizeof heads / sizeof *heads; h++)
        for (size_t before = 0; before <= 70; before++) {
            put_at(&in, before, heads[h]);
            kt_str all = kti_buf_str(&in);
            for (size_t at = 0; at < all.len; at += kti_utf8_at(all, at).len)
                assert_int_equal(kti_nf_settled(all, at, KTI_NFC),
                                 kti_nf_settled_slowly(all, at, KTI_NFC));
            assert_ok(kti_nf(KTI_NFC, all, 1, &arena, &text));
            assert_true(kti_utf8_check(kt_text_str(&text), 0) == kt_text_str(&text).len);
        }
    kti_buf_free(&in);
    kti_arena_reset(&arena);
}

static void add_random(kti_buf *in) {
    static const char *const parts[] = {"\u1112\u1161\u11AB",
                                        "\u1100\u1161",
                                        "\u1100",
                                        "\u1161",
                                        "\u11A8",
                                        "가",
                                        "각",
                                        " ",
                                        "a",
                                        "e",
                                        "\u0301",
                                        "\u0323",
                                        "é",
                                        "“",
                                        "…",
                                        "\u3131",
                                        "\uFF21",
                                        "\u302E",
                                        "ö",
                                        "\n",
                                        "\u1160",
                                        "\u115F",
                                        "\u11FF",
                                        "\uD7B0",
                                        "\uA960",
                                        "漢"};
    if (chance() % 3 == 0)
        kti_buf_add_cp(in, 0xAC00 + chance() % 11172);
    else if (chance() % 2 == 0) {
        kti_buf_add_cp(in, 0x1100 + chance() % 19);
        kti_buf_add_cp(in, 0x1161 + chance() % 21);
        if (chance() % 2 == 0) kti_buf_add_cp(in, 0x11A8 + chance() % 27);
    } else {
        kti_buf_add_cstr(in, parts[chance() % (sizeof parts / sizeof *parts)]);
    }
}

static void random_text(void **state) {
    (void)state;
    for (int i = 0; i < 20000; i++) {
        kti_buf in;
        kti_buf_init(&in, NULL);
        for (uint32_t n = chance() % (i % 100 == 0 ? 2000 : 40); n > 0; n--)
            add_random(&in);
        for (kti_form form = KTI_NFC; form <= KTI_NFD; form++)
            check_form(kti_buf_str(&in), form);
        kti_buf_free(&in);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_among_hangul),
        cmocka_unit_test(every_character_in_plain_text),
        cmocka_unit_test(marks_at_every_offset),
        cmocka_unit_test(ill_formed_before_blocks),
        cmocka_unit_test(random_text),
    };
    kti_arena_init(&arena, NULL);
    kti_text_init(&text, NULL);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    kti_text_free_fields(&text);
    kti_arena_free(&arena);
    return failed;
}
