/* The quick way of finding words and clusters finds what the break iterator and utf8proc find. */
#include "session.h"

#include "core/buf.h"
#include "segment/segment.h"
#include "unicode/props.h"

static uint32_t chance(void) {
    static uint32_t state = 3;
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

static void add_random(kti_buf *in) {
    static const char *const parts[] = {"가",
                                        "한글",
                                        " ",
                                        " ",
                                        " ",
                                        "  ",
                                        "a",
                                        "Word",
                                        "3",
                                        "12",
                                        ".",
                                        ",",
                                        "'",
                                        "\"",
                                        ":",
                                        ";",
                                        "-",
                                        "_",
                                        "(",
                                        ")",
                                        "\n",
                                        "\r\n",
                                        "\r",
                                        "\t",
                                        "·",
                                        "\u0301",
                                        "\u200D",
                                        "漢",
                                        "ㅋㅋ",
                                        "カ",
                                        "\u1100\u1161",
                                        "😀",
                                        "🇰🇷",
                                        "é",
                                        "“",
                                        "”",
                                        "…",
                                        "\x01",
                                        "\u00A0",
                                        "\u3000",
                                        "?",
                                        "!",
                                        "%",
                                        "\u1161",
                                        "\u11A8",
                                        "ー",
                                        "\u200B",
                                        "3.5",
                                        "1,000",
                                        "it's",
                                        "U.S.",
                                        "\xFF",
                                        "̈",
                                        "@",
                                        "#"};
    if (chance() % 4 == 0)
        kti_buf_add_cp(in, 0xAC00 + chance() % 11172);
    else
        kti_buf_add_cstr(in, parts[chance() % (sizeof parts / sizeof *parts)]);
}

static void check(kt_str in, const kti_spans *got, const kti_spans *want) {
    bool same = got->count == want->count;
    for (size_t i = 0; same && i < got->count; i++)
        same =
            got->items[i].end == want->items[i].end && got->items[i].start == want->items[i].start;
    if (!same) fail_msg("\"%.*s\" is divided otherwise", (int)in.len, in.ptr);
}

static void check_words(kt_str in, kti_arena *arena) {
    kti_spans quick, slow;
    kti_uni *uni;
    kt_alloc alloc = kti_alloc_or_libc(NULL);
    assert_ok(kti_uni_new(&alloc, &uni));
    kti_spans_init(&quick, arena);
    kti_spans_init(&slow, arena);
    kt_status status = kti_segment_words_slowly(uni, in, &slow);
    if (status == KT_OK) {
        assert_ok(kti_segment_words(uni, in, &quick));
        check(in, &quick, &slow);
    } else {
        assert_int_equal(status, KT_ERR_UNSUPPORTED);
    }
    kti_uni_free(uni);
}

static void check_graphemes(kt_str in, kti_arena *arena) {
    kti_spans quick, slow;
    kti_spans_init(&quick, arena);
    kti_spans_init(&slow, arena);
    for (size_t at = 0; at < in.len; at = kti_grapheme_next(in, at))
        kti_spans_add(&slow, at, kti_grapheme_next(in, at));
    assert_ok(kti_segment_graphemes(in, &quick));
    check(in, &quick, &slow);
}

static void random_text(void **state) {
    (void)state;
    kti_arena arena;
    kti_arena_init(&arena, NULL);
    for (int i = 0; i < 4000; i++) {
        kti_buf in;
        kti_buf_init(&in, NULL);
        for (uint32_t n = chance() % (i % 50 == 0 ? 300 : 20); n > 0; n--)
            add_random(&in);
        check_words(kti_buf_str(&in), &arena);
        check_graphemes(kti_buf_str(&in), &arena);
        kti_buf_free(&in);
        kti_arena_reset(&arena);
    }
    kti_arena_free(&arena);
}

/* Each character between a word and a blank, behind both, and before both. */
static void every_character(void **state) {
    (void)state;
    kti_arena arena;
    kti_buf in;
    kti_arena_init(&arena, NULL);
    kti_buf_init(&in, NULL);
    for (uint32_t cp = 1; cp <= 0x1FFFF; cp++) {
        if (cp >= 0xD800 && cp <= 0xDFFF) continue;
        if (cp >= 0x3400 && cp < 0xA000 && cp % 64 != 0) continue;
        kti_buf_add_cp(&in, cp);
        kti_buf_add_cstr(&in, "한");
        kti_buf_add_cp(&in, cp);
        kti_buf_add_byte(&in, ' ');
        kti_buf_add_cp(&in, cp);
        kti_buf_add_cstr(&in, ".a");
        kti_buf_add_cp(&in, cp);
        kti_buf_add_cstr(&in, "3 가. ");
        if (in.len < 4000) continue;
        check_words(kti_buf_str(&in), &arena);
        check_graphemes(kti_buf_str(&in), &arena);
        kti_buf_clear(&in);
        kti_arena_reset(&arena);
    }
    kti_buf_free(&in);
    kti_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_text),
        cmocka_unit_test(every_character),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
