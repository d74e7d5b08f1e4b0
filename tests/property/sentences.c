/* Gaps that are passed over without a reading end no sentence when they are read, and what a
 * context remembers of others never shows. */
#include "session.h"

#include "core/buf.h"
#include "engine/gaps.h"
#include "segment/endings_table.h"
#include "segment/plain.h"

static uint32_t chance(void) {
    static uint32_t state = 11;
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

static void add_random(kti_buf *in) {
    static const char *const words[] = {"나는",
                                        "학교에",
                                        "갔다",
                                        "바다",
                                        "사람",
                                        "보다",
                                        "지금",
                                        "그래서",
                                        "그리고",
                                        "하지만",
                                        "막",
                                        "단",
                                        "만",
                                        "단지",
                                        "철수:",
                                        "영희 :",
                                        "좋음",
                                        "먹었음",
                                        "그림",
                                        "듯",
                                        "중",
                                        "가",
                                        "와",
                                        "해서",
                                        "했엉",
                                        "좋아욬",
                                        "다아아",
                                        "마",
                                        "라고",
                                        "는",
                                        "했다는",
                                        "때문에",
                                        "있습니다",
                                        "있어요",
                                        "KBS",
                                        "3.5",
                                        "12",
                                        "T_T",
                                        "1.",
                                        "2.",
                                        "\"간다",
                                        "온다.\"",
                                        "(웃음)",
                                        "'집'",
                                        "漢字",
                                        "그러나아아",
                                        "1)",
                                        "개성.시내",
                                        "\u1100\u1161\u11BB\u1103\u1161",
                                        "\u1112\u1162\u1109\u1165",
                                        "거야",
                                        "아니구요",
                                        "근데"};
    static const char *const marks[] = {" ",    " ", " ",     " ",    " ",    " ",     "  ",
                                        ". ",   ".", "! ",    "? ",   "... ", "...",   ".. ",
                                        "~ ",   "~", "ㅋㅋ ", "ㅠㅠ", "^^ ",  ", ",    "\n",
                                        "\r\n", "♥", " ...",  "\" ",  "\t",   "\u3000"};
    if (chance() % 4 == 0) kti_buf_add_cstr(in, chance() % 2 == 0 ? "하" : "먹");
    if (chance() % 3 == 0) {
        const char *ending = kti_ending_rows[chance() % kti_ending_row_count].ending.ptr;
        kti_buf_add_cstr(in, ending);
    } else if (chance() % 4 == 0) {
        kti_buf_add_cp(in, 0xAC00 + chance() % 11172);
        kti_buf_add_cp(in, 0xAC00 + chance() % 11172);
    } else {
        kti_buf_add_cstr(in, words[chance() % (sizeof words / sizeof *words)]);
    }
    kti_buf_add_cstr(in, marks[chance() % (sizeof marks / sizeof *marks)]);
}

static kti_spans found(kt_ctx *by, kt_str in, bool slowly, kti_arena *arena) {
    kti_spans spans;
    kti_known known = {.tokens = NULL};
    assert_ok(kti_ctx_begin(by));
    assert_ok(kti_gaps_open(by, &known));
    known.slowly = slowly;
    kti_spans_init(&spans, arena);
    kt_status status = kti_segment_sentences(by->uni, in, &known, &spans);
    assert_true(status == KT_OK || (!KT_TESTS_ICU && status == KT_ERR_UNSUPPORTED));
    return spans;
}

static void check_same(kt_str in, const kti_spans *a, const kti_spans *b) {
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = a->items[i].start == b->items[i].start && a->items[i].end == b->items[i].end;
    if (!same) fail_msg("\"%.*s\" falls into other sentences", (int)in.len, in.ptr);
}

static void passed_over_or_read(void **state) {
    (void)state;
    kti_arena arena;
    kt_ctx *fresh = NULL;
    kti_arena_init(&arena, NULL);
    for (int i = 0; i < 3000; i++) {
        kti_buf in;
        kti_buf_init(&in, NULL);
        for (uint32_t n = 1 + chance() % 24; n > 0; n--)
            add_random(&in);
        if (i % 100 == 0) kt_ctx_free(fresh);
        if (i % 100 == 0) assert_ok(kt_ctx_new(engine, &fresh));
        kti_spans quick = found(ctx, kti_buf_str(&in), false, &arena);
        kti_spans slow = found(fresh, kti_buf_str(&in), true, &arena);
        check_same(kti_buf_str(&in), &quick, &slow);
        kti_buf_free(&in);
        kti_arena_reset(&arena);
    }
    kt_ctx_free(fresh);
    kti_arena_free(&arena);
}

/* ---- blocks --------------------------------------------------------------------------------- */

/* Characters on either side of what is plain, whole, cut and damaged. */
static void fill_block(unsigned char *block, size_t len) {
    static const char *const parts[] = {"가",
                                        "힟",
                                        "힠",
                                        "힣",
                                        "꿿",
                                        "뀀",
                                        "각",
                                        "a",
                                        "t",
                                        "T",
                                        "z",
                                        "{",
                                        "@",
                                        " ",
                                        "  ",
                                        "\n",
                                        ".",
                                        "7",
                                        "한",
                                        "漢",
                                        "\xEB\x80",
                                        "\xEA\xAF\xBF",
                                        "\xED\x9F",
                                        "\x80",
                                        "\xED\xA0\x80",
                                        "\xFF"};
    for (size_t at = 0; at < len;) {
        const char *part = parts[chance() % (sizeof parts / sizeof *parts)];
        for (; *part != '\0' && at < len; part++)
            block[at++] = (unsigned char)*part;
    }
    if (chance() % 2 == 0) block[chance() % len] = (unsigned char)chance();
}

/* Whatever the processor has for it sees the same. */
static void blocks_by_letter(void **state) {
    (void)state;
    for (int i = 0; i < 200000; i++) {
        unsigned char block[KTI_PLAIN_READ];
        kti_plain quick, slow;
        fill_block(block, sizeof block);
        kti_plain_block(block, &quick);
        kti_plain_block_by_letter(block, &slow);
        assert_true(quick.letters == slow.letters && quick.spaces == slow.spaces &&
                    quick.len == slow.len);
    }
}

/* A block calls nothing plain that reading letter by letter does not. */
static void blocks_end_with_words(void **state) {
    (void)state;
    for (int i = 0; i < 100000; i++) {
        unsigned char block[KTI_PLAIN_READ];
        kt_str text = {(const char *)block, sizeof block};
        kti_plain seen;
        fill_block(block, sizeof block);
        kti_plain_block(block, &seen);
        size_t end = kti_plain_end(text, 0);
        for (size_t at = 0; at < KTI_PLAIN_BLOCK && (seen.letters >> at & 1) != 0; at++)
            assert_true(at < end);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(passed_over_or_read),
                                       cmocka_unit_test(blocks_by_letter),
                                       cmocka_unit_test(blocks_end_with_words)};
    return cmocka_run_group_tests(tests, open_session, close_session);
}
