/* Every transform keeps the span law and writes UTF-8, whatever the bytes: syllables, jamo, marks,
 * ill-formed UTF-8 alone and before text that passes in blocks. */
#include "session.h"

#include "core/buf.h"
#include "core/span.h"

enum { ROUNDS = 4000, LENGTH = 24 };

static uint32_t seed = 1;

static uint32_t next_random(uint32_t below) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

static void add_piece(kti_buf *text) {
    static const char *const pieces[] = {" ",
                                         "종로2가",
                                         "\n",
                                         "문재인 대통령",
                                         "ㅋㅋ",
                                         "ㅎㅏㄴ",
                                         "KBS",
                                         "\xFF",
                                         "\xEA\xB0",
                                         "\xED\xA0\x80",
                                         "\xEF\xA4\x80",
                                         "ｶ",
                                         "ﾡ",
                                         "“",
                                         "\xE2\x80\x8B",
                                         "옷 입다",
                                         "1동",
                                         "한복남",
                                         "값어치",
                                         "\x00",
                                         "大韓民國",
                                         "李舜臣 將軍",
                                         "女子の",
                                         "3,200명",
                                         "iPhone-을",
                                         "\xE0\x80\x80",
                                         "\xF4\x90\x80",
                                         "이름을 바로 쓰면 파일도 그대로 남는다."};
    switch (next_random(6)) {
    case 0:
        kti_buf_add_cp(text, 0x1100 + next_random(0x100));
        break; /* conjoining jamo */
    case 1:
        kti_buf_add_cp(text, 0x300 + next_random(0x70));
        break; /* marks */
    case 2:
        kti_buf_add_cstr(text, pieces[next_random(sizeof pieces / sizeof *pieces)]);
        break;
    case 3:
        kti_buf_add_byte(text, (char)next_random(256));
        break;
    default:
        kti_buf_add_cp(text, 0xAC00 + next_random(11172));
        break;
    }
}

/* What is written anew is UTF-8, whatever was read. */
static void check_text(kt_str text) {
    assert_true(kti_span_law(out, text));
    assert_true(kti_utf8_check(kt_text_str(out), 0) == kt_text_str(out).len);
}

static void check_all(kt_str text) {
    kt_romanize_options romanize = KT_ROMANIZE_INIT;
    romanize.kind = (kt_kind)next_random(4);
    romanize.hyphen = (kt_hyphen)next_random(3);
    romanize.explain = (int)next_random(2);
    romanize.letter_case = (kt_letter_case)next_random(4);
    romanize.numbers = (kt_numbers)next_random(2);
    romanize.ascii = (int)next_random(2);
    romanize.foreign = (int)next_random(2);
    for (int scheme = 0; scheme < KT_SCHEMES; scheme++) {
        romanize.scheme = (kt_scheme)scheme;
        assert_ok(kt_romanize(ctx, text, &romanize, out));
        check_text(text);
    }
    assert_ok(kt_hanja(ctx, text, NULL, out)); /* copies what it does not read */
    assert_true(kti_span_law(out, text));
    kt_slug_options slug = KT_SLUG_INIT;
    slug.max_len = next_random(12);
    assert_ok(kt_slug(ctx, text, &slug, out));
    check_text(text);
    assert_true(slug.max_len == 0 || kt_text_str(out).len <= slug.max_len);
    assert_ok(kt_pronounce(ctx, text, NULL, out));
    check_text(text);
    kt_normalize_options normalize = KT_NORMALIZE_INIT;
    normalize.form = (kt_form)next_random(4);
    normalize.korean = next_random(0x400);
    assert_ok(kt_normalize(ctx, text, &normalize, out));
    check_text(text);
}

/* A boundary of `text` at or after a random byte. */
static uint32_t random_boundary(kt_str text) {
    uint32_t at = next_random((uint32_t)text.len + 1);
    while (!kti_utf8_is_boundary(text, at))
        at++;
    return at;
}

/* Whatever was replaced, only what stands behind it changes, and only once. */
static void check_josa(kt_str text) {
    kt_span word = {random_boundary(text), random_boundary(text)};
    if (word.start > word.end) word = (kt_span){word.end, word.start};
    assert_ok(kt_josa_repair(ctx, text, word, out));
    assert_true(kti_span_law(out, text));
    const kt_edit *edits;
    size_t changed = 0, count = kt_text_edits(out, &edits);
    for (size_t i = 0; i < count; i++) {
        assert_true(edits[i].rule == 0 || edits[i].src >= word.end);
        changed += edits[i].rule != 0;
    }
    assert_true(changed <= 1);
    kt_span stem, josa;
    assert_ok(kt_josa_split(ctx, text, &stem, &josa));
    assert_true(stem.start == 0 && stem.end == josa.start && josa.start <= josa.end);
    assert_true(josa.end <= text.len && kti_utf8_is_boundary(text, stem.end));
}

static void random_particles(void **state) {
    static const char *const particles[] = {
        "은",     "는",  "으로",   "(이)나", "은(는)",
        "을/를",  "'가", "(62)이", "야!",    "으로는",
        "에게는", "아",  "이다",   "이라고", "\u1102\u1173\u11AB",
        "과의"};
    (void)state;
    kti_buf text;
    kti_buf_init(&text, NULL);
    for (int i = 0; i < ROUNDS; i++) {
        kti_buf_clear(&text);
        for (uint32_t n = next_random(LENGTH / 2); n > 0; n--) {
            add_piece(&text);
            kti_buf_add_cstr(&text, particles[next_random(sizeof particles / sizeof *particles)]);
        }
        check_josa(kti_buf_str(&text));
    }
    kti_buf_free(&text);
}

static void random_text(void **state) {
    (void)state;
    kti_buf text;
    kti_buf_init(&text, NULL);
    for (int i = 0; i < ROUNDS; i++) {
        kti_buf_clear(&text);
        for (uint32_t n = next_random(LENGTH); n > 0; n--)
            add_piece(&text);
        check_all(kti_buf_str(&text));
    }
    kti_buf_free(&text);
}

/* Of whatever text, only spaces change: without them in and out are the same. */
static void check_space(kt_str text) {
    kt_space_options options = {sizeof options, (kt_space_level)next_random(3),
                                (kt_space_changes)next_random(3)};
    assert_ok(kt_space_repair(ctx, text, &options, out));
    assert_true(kti_span_law(out, text));
    kt_str result = kt_text_str(out);
    size_t at = 0;
    for (size_t i = 0; i < text.len; i++) {
        while (at < result.len && result.ptr[at] == ' ')
            at++;
        if (text.ptr[i] == ' ') continue;
        assert_true(at < result.len && result.ptr[at] == text.ptr[i]);
        at++;
    }
}

static void random_spaces(void **state) {
    static const char *const pieces[] = {
        "나는", "학교", "에", "갔다",   " ",  "  ", "할", "수", "있다", "\t",          "\n",
        ".",    "<i>",  "3",  "김철수", "씨", "먹", "었", "#",  "://",  "\u1102\u1161"};
    (void)state;
    kti_buf text;
    kti_buf_init(&text, NULL);
    for (int i = 0; i < ROUNDS; i++) {
        kti_buf_clear(&text);
        for (uint32_t n = next_random(LENGTH * 2); n > 0; n--)
            kti_buf_add_cstr(&text, pieces[next_random(sizeof pieces / sizeof *pieces)]);
        check_space(kti_buf_str(&text));
    }
    kti_buf_free(&text);
}

/* Spans of names and of aligned links lie on the text's own code points. */
static void random_names(void **state) {
    (void)state;
    kti_buf text;
    kti_buf_init(&text, NULL);
    for (int i = 0; i < ROUNDS / 4; i++) {
        kti_buf_clear(&text);
        for (uint32_t n = next_random(LENGTH); n > 0; n--)
            add_piece(&text);
        kt_str s = kti_buf_str(&text);
        const kt_mention *names;
        const kt_link *links;
        size_t count;
        assert_ok(kt_names_detect(ctx, s, &names, &count));
        for (size_t k = 0; k < count; k++) {
            assert_true(names[k].span.start < names[k].span.end && names[k].span.end <= s.len);
            assert_true(kti_utf8_is_boundary(s, names[k].span.start));
        }
        kt_align_unit unit = {s, 0, 0};
        assert_ok(kt_align(ctx, &unit, 1, &unit, 1, NULL, &links, &count));
        for (size_t k = 0; k < count; k++)
            assert_true(links[k].ko.end <= s.len && links[k].en.end <= s.len);
    }
    kti_buf_free(&text);
}

/* NFC of NFD is NFC, and both romanize alike. */
static void forms_agree(void **state) {
    (void)state;
    kt_text *nfd, *again;
    assert_ok(kt_text_new(NULL, &nfd));
    assert_ok(kt_text_new(NULL, &again));
    for (uint32_t cp = 0xAC00; cp <= 0xD7A3; cp += 7) {
        char bytes[4];
        kt_str text = {bytes, kti_utf8_encode(cp, bytes)};
        kt_normalize_options options = KT_NORMALIZE_INIT;
        options.form = KT_FORM_NFD;
        assert_ok(kt_normalize(ctx, text, &options, nfd));
        assert_ok(kt_normalize(ctx, kt_text_str(nfd), NULL, again));
        assert_true(kti_str_eq(kt_text_str(again), text));
        assert_ok(kt_romanize(ctx, text, NULL, out));
        assert_ok(kt_romanize(ctx, kt_text_str(nfd), NULL, again));
        assert_true(kti_str_eq(kt_text_str(again), kt_text_str(out)));
        assert_true(kti_span_law(again, kt_text_str(nfd)));
    }
    kt_text_free(nfd);
    kt_text_free(again);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_text),   cmocka_unit_test(random_particles),
        cmocka_unit_test(random_spaces), cmocka_unit_test(random_names),
        cmocka_unit_test(forms_agree),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
