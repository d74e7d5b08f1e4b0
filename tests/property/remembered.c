/* What a context remembers of words never shows: their letters kept are those worked out over the
 * whole text, and a run's choices do not depend on what was solved and forgotten before. */
#include "session.h"

#include "analyze/cache.h"
#include "core/buf.h"
#include "core/utf8.h"
#include "engine/ctx.h"
#include "hangul/syllable.h"

static uint32_t chance(void) {
    static uint32_t state = 7;
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

/* Stems, endings, words that sound otherwise than they look, and what stands between words. */
static const char *const parts[] = {
    "가",       "나",         "사람",   "학교",   "대통령",     "서울",   "김철수", "먹",
    "읽",       "앉",         "값",     "닭",     "꽃잎",       "막일",   "솜이불", "색연필",
    "독립",     "신라",       "음운론", "국물",   "좋",         "많",     "안",     "밟",
    "넓",       "같이",       "굳이",   "닫혀",   "의견란",     "할",     "갈",     "수",
    "것",       "은",         "는",     "이",     "을",         "에서",   "으로",   "까지",
    "라고",     "었다",       "습니다", "ㄴ다",   "고",         "지만",   "면서",   "게",
    "년",       "명",         "ㅋㅋ",   "아아아", "욬",         "大韓",   "Word",   "12",
    "3.5",      "-",          " ",      " ",      " ",          " ",      ". ",     "? ",
    "\t",       "\u3000",     "“",      "”",      "·",          "…",      "\xFF",   "\u1100\u1161",
    "\\",       "'",          "(",      ")",      "임금이야기", "문재인", "김",     "이순신",
    "리",       "종로",       "2",      "가",     "봉천",       "1",      "동",     "경기도",
    "시",       "묵호",       "씨",     "대통령", "강남구",     "압구정", "로",     "길",
    "충청북도", "류",         "현진",   "오바마", "국회",       "조선",   "평양",   "독립문",
    "촉석루",   "부산광역시", "리순희",
};

static void add_text(kti_buf *text, unsigned count) {
    for (; count > 0; count--)
        if (chance() % 24 == 0)
            kti_buf_add_cp(text, KTI_SYLLABLE_FIRST + chance() % 11172);
        else
            kti_buf_add_cstr(text, parts[chance() % (sizeof parts / sizeof *parts)]);
}

/* ---- letters -------------------------------------------------------------------------------- */

static kt_romanize_options any_options(void) {
    kt_romanize_options o = KT_ROMANIZE_INIT;
    o.kind = chance() % 3 == 0 ? KT_KIND_WORD : KT_KIND_AUTO;
    o.scheme = (kt_scheme)(chance() % KT_SCHEMES);
    if (chance() % 2 == 0) return o;
    o.hyphen = (kt_hyphen)(chance() % 3);
    o.letter_case = (kt_letter_case)(chance() % 4);
    o.ascii = (int)(chance() % 2);
    o.narrow = (int)(chance() % 2);
    o.keep_latin = (int)(chance() % 2);
    o.given_hyphen = chance() % 2 == 0 ? KT_HYPHEN_SYLLABLE : o.given_hyphen;
    o.numbered = chance() % 2 == 0 ? KT_NUMBERED_READ : o.numbered;
    return o;
}

/* A few tokens of any kind, in order, at the edges of code points. The text is NFC. */
static size_t make_tokens(kt_str text, kt_token tokens[], size_t most) {
    uint32_t at = 0, edges[3];
    size_t count = 0;
    while (count < most && at < text.len) {
        for (size_t i = 0; i < 3; i++) {
            for (uint32_t n = chance() % 5 + (i == 1); n > 0 && at < text.len; n--)
                at += (uint32_t)kti_utf8_at(text, at).len;
            edges[i] = at;
        }
        tokens[count++] = (kt_token){{edges[0], edges[2]},
                                     {edges[0], edges[1]},
                                     (kt_token_kind)(chance() % (KT_TOKEN_FINAL + 1))};
    }
    return count;
}

/* With `explain` the whole text is always worked out at once. */
static void check_letters(kt_str text, const kt_romanize_options *quick, kt_text *whole) {
    kt_romanize_options explained = *quick;
    const kt_edit *have, *want;
    explained.explain = 1;
    assert_ok(kt_romanize(ctx, text, quick, out));
    assert_ok(kt_romanize(ctx, text, &explained, whole));
    kt_str got = kt_text_str(out), expected = kt_text_str(whole);
    if (!kti_str_eq(got, expected))
        fail_msg("%s: \"%.*s\" is \"%.*s\", word by word \"%.*s\"", kt_scheme_id(quick->scheme),
                 (int)text.len, text.ptr, (int)expected.len, expected.ptr, (int)got.len, got.ptr);
    size_t count = kt_text_edits(out, &have);
    assert_int_equal(count, kt_text_edits(whole, &want));
    if (count > 0) assert_memory_equal(have, want, count * sizeof *have);
}

static void letters_are_those_of_the_whole(void **state) {
    kti_buf text;
    kt_text *whole;
    (void)state;
    kti_buf_init(&text, NULL);
    assert_ok(kt_text_new(NULL, &whole));
    for (int i = 0; i < 20000; i++) {
        kt_romanize_options o = any_options();
        kti_buf_clear(&text);
        add_text(&text, i % 1000 == 0 ? 400 : chance() % 24);
        kt_token tokens[8];
        if (i % 4 == 0 && kt_is_normalized(kti_buf_str(&text), KT_FORM_NFC)) {
            o.token_count = make_tokens(kti_buf_str(&text), tokens, 8);
            o.tokens = o.token_count > 0 ? tokens : NULL;
        }
        check_letters(kti_buf_str(&text), &o, whole);
    }
    kt_text_free(whole);
    kti_buf_free(&text);
}

/* ---- choices -------------------------------------------------------------------------------- */

static void check_path(kti_cache *a, kti_cache *b, kt_str run, const kti_choices *x,
                       const kti_choices *y, uint32_t chosen) {
    kti_path p, q;
    const kti_lexicon *lexicon = ctx->engine->lexicon;
    uint32_t glance = kti_cache_glance(a, x, chosen);
    bool keep = chance() % 2 == 0;
    assert_ok(kti_cache_path(a, lexicon, run, KTI_RUN_HANGUL, x, chosen, glance, true, &p));
    assert_ok(kti_cache_path(b, lexicon, run, KTI_RUN_HANGUL, y, chosen, 0, keep, &q));
    assert_int_equal(p.count, q.count);
    assert_memory_equal(p.nodes, q.nodes, p.count * sizeof *p.nodes);
    assert_memory_equal(p.bytes, q.bytes, p.count);
}

/* A cache that forgets nearly all against one that remembers all. */
static void choices_do_not_depend_on_the_cache(void **state) {
    enum { RUNS = 6000, TINY = 1 << 16, LARGE = 64 << 20 };
    kt_alloc alloc = kti_alloc_or_libc(NULL);
    kti_cache *tiny, *large;
    kti_buf text;
    (void)state;
    if (!KT_TESTS_LEXICON) skip();
    kti_buf_init(&text, NULL);
    assert_ok(kti_cache_new(&alloc, TINY, &tiny));
    assert_ok(kti_cache_new(&alloc, LARGE, &large));
    for (int i = 0; i < RUNS; i++) {
        const kti_choices *x, *y;
        kti_buf_clear(&text);
        for (uint32_t n = chance() % 4 + 1; n > 0; n--)
            kti_buf_add_cstr(&text, parts[chance() % 46]);
        kti_run run;
        if (!kti_run_next(kti_buf_str(&text), 0, &run) || run.kind != KTI_RUN_HANGUL) continue;
        kt_str all = kti_buf_str(&text), word = kti_str_span(all, run.span);
        if (i % 3 == 0) kti_cache_trim(tiny);
        assert_ok(kti_cache_choices(tiny, ctx->engine->lexicon, all, &run, 1, &x));
        assert_ok(kti_cache_choices(large, ctx->engine->lexicon, all, &run, 1, &y));
        assert_int_equal(x->cost, y->cost);
        assert_int_equal(x->count, y->count);
        assert_memory_equal(x->items, y->items, kti_choices_size(x) - offsetof(kti_choices, items));
        check_path(tiny, large, word, x, y, chance() % x->count);
    }
    kti_cache_free(tiny);
    kti_cache_free(large);
    kti_buf_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_are_those_of_the_whole),
        cmocka_unit_test(choices_do_not_depend_on_the_cache),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
