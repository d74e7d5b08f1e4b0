/* A long text is its parts one behind the other: where they end depends on the text alone, not on
 * how much of it has been seen, and every transform gives what it gives for each of them. */
#include "session.h"

#include "core/buf.h"
#include "core/span.h"
#include "core/utf8.h"

enum { MOST = KT_PART_MOST, ROUNDS = 12 };

static kti_buf text, joined;

static uint32_t chance(void) {
    static uint32_t state = 1;
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

/* Words of the kind, until there are so many bytes. */
static void add(size_t len, const char *const *words, size_t count) {
    while (text.len < len)
        kti_buf_add_str(&text, kti_str(words[chance() % count]));
}

/* Of sentences, of words without ends, of syllables alone, of nothing that begins anew, of lines,
 * and of bytes that are no text. */
static void make(unsigned kind, size_t len) {
    static const char *const sentences[] = {"홍길동은 ",   "서울에서 ", "10.5%를 ", "말했다.\" ",
                                            "읽었습니까?", " 꽃잎이  ", "값! ",     "read it. "};
    static const char *const words[] = {"독립문 ", "같이 ", "韓國 ", "x "};
    static const char *const solid[] = {"국", "물", "a", "했습니다", "é"};
    static const char *const marks[] = {"\xCC\x81", "\xE2\x80\x8D", "\xF0\x9F\x98\x80"};
    static const char *const lines[] = {"한국말 ", "끝.\n", "종로 ", "\r\n", "가나다라 "};
    static const char *const broken[] = {"\x80", "\xEA", "\xED\x9E", "가"};
    kti_buf_clear(&text);
    switch (kind % 6) {
    case 0:
        add(len, sentences, 8);
        break;
    case 1:
        add(len, words, 4);
        break;
    case 2:
        add(len, solid, 5);
        break;
    case 3:
        add(len, marks, 3);
        break;
    case 4:
        add(len, lines, 5);
        break;
    default:
        add(len, broken, 4);
    }
}

static void parts_do_not_depend_on_what_follows(void **state) {
    (void)state;
    for (unsigned kind = 0; kind < 6; kind++) {
        make(kind, 5 * MOST);
        kt_str in = kti_buf_str(&text);
        for (size_t at = 0, len; at < in.len; at += len) {
            kt_str rest = kti_str_cut(in, at, in.len);
            len = kt_part(rest, 0);
            assert_in_range(len, 1, MOST);
            assert_true(at + len == in.len || kind == 5 || kti_utf8_is_boundary(in, at + len));
            if (rest.len <= MOST) break;
            for (int i = 0; i < ROUNDS; i++) {
                size_t seen = MOST + 1 + chance() % (rest.len - MOST);
                assert_int_equal(kt_part(kti_str_cut(rest, 0, seen), (int)chance() % 2), len);
            }
        }
    }
}

/* What may come later is waited for; whole lines are not held back. */
static void lines_are_given_at_once(void **state) {
    (void)state;
    assert_int_equal(kt_part(S(""), 0), 0);
    assert_int_equal(kt_part(S(""), 1), 0);
    assert_int_equal(kt_part(S("가나"), 0), 6);
    assert_int_equal(kt_part(S("가나"), 1), 0);
    assert_int_equal(kt_part(S("가\n나"), 1), 4);
    assert_int_equal(kt_part(S("가\n나"), 0), 7);
}

/* The last sentence is the place, not the last space. */
static void sentences_are_kept(void **state) {
    (void)state;
    kti_buf_clear(&text);
    while (text.len < MOST - 3000)
        kti_buf_add_str(&text, S("가나 다라 "));
    kti_buf_add_str(&text, S("끝났다.\"  "));
    size_t end = text.len;
    while (text.len < MOST + 10)
        kti_buf_add_str(&text, S("가나 다라 "));
    assert_int_equal(kt_part(kti_buf_str(&text), 0), end);
}

typedef kt_status transform(kt_str in, kt_text *to);

static kt_status names(kt_str in, kt_text *to) {
    return kt_romanize(ctx, in, NULL, to);
}

static kt_status explained(kt_str in, kt_text *to) {
    kt_romanize_options o = KT_ROMANIZE_INIT;
    o.kind = KT_KIND_WORD;
    o.explain = 1;
    return kt_romanize(ctx, in, &o, to);
}

static kt_status sounds(kt_str in, kt_text *to) {
    return kt_pronounce(ctx, in, NULL, to);
}

static void check_whole(transform *t, kt_text *part) {
    kt_str in = kti_buf_str(&text);
    const kt_step *steps;
    size_t count = 0;
    kti_buf_clear(&joined);
    for (size_t at = 0, len; at < in.len; at += len) {
        len = kt_part(kti_str_cut(in, at, in.len), 0);
        assert_ok(t(kti_str_cut(in, at, at + len), part));
        kti_buf_add_str(&joined, kt_text_str(part));
        count += kt_text_steps(part, &steps);
    }
    assert_ok(t(in, out));
    assert_true(kti_str_eq(kt_text_str(out), kti_buf_str(&joined)));
    assert_true(kti_span_law(out, in));
    assert_int_equal(kt_text_steps(out, &steps), count);
    for (size_t i = 0; i < count; i++)
        assert_true(steps[i].src.end <= in.len && (i == 0 || steps[i].src.start > 0));
}

static void transforms_are_their_parts(void **state) {
    (void)state;
    kt_text *part;
    assert_ok(kt_text_new(NULL, &part));
    for (unsigned kind = 0; kind < 6; kind++) {
        make(kind, 2 * MOST + MOST / 3);
        check_whole(names, part);
        check_whole(explained, part);
        check_whole(sounds, part);
    }
    kt_text_free(part);
}

static void letters_are_their_parts(void **state) {
    (void)state;
    kt_str latin;
    for (unsigned kind = 0; kind < 6; kind++) {
        make(kind, 3 * MOST);
        kt_str in = kti_buf_str(&text);
        kti_buf_clear(&joined);
        for (size_t at = 0, len; at < in.len; at += len) {
            len = kt_part(kti_str_cut(in, at, in.len), 0);
            assert_ok(kt_romanize_letters(ctx, kti_str_cut(in, at, at + len), NULL, &latin));
            kti_buf_add_str(&joined, latin);
        }
        assert_ok(kt_romanize_letters(ctx, in, NULL, &latin));
        assert_true(kti_str_eq(latin, kti_buf_str(&joined)));
    }
}

/* Everything of a reading in one number, its spans moved. */
static uint64_t sum_of(const kt_analysis *a, size_t start, size_t first, uint64_t sum) {
    for (size_t i = 0; i < a->morpheme_count; i++) {
        const kt_morpheme *m = &a->morphemes[i];
        sum = sum * 31 + m->span.start + start;
        sum = sum * 31 + m->span.end + start + (uint64_t)m->tag + m->form.len;
    }
    for (size_t i = 0; i < a->eojeol_count; i++) {
        const kt_eojeol *e = &a->eojeols[i];
        sum += (e->span.start + start) * 7 + (e->span.end + start) * 11;
        sum += (e->stem.end + start) * 13 + (e->josa.start + start) * 17;
        sum += (e->first + first) * (uint64_t)19 + e->count;
    }
    return sum;
}

static void readings_are_their_parts(void **state) {
    (void)state;
    const kt_analysis *list;
    size_t count;
    for (unsigned kind = 0; kind < 6; kind++) {
        make(kind, 2 * MOST + 1000);
        kt_str in = kti_buf_str(&text);
        uint64_t want_m = 0, want_e = 0;
        size_t morphemes = 0, eojeols = 0;
        int64_t cost = 0;
        for (size_t at = 0, len; at < in.len; at += len) {
            len = kt_part(kti_str_cut(in, at, in.len), 0);
            assert_ok(kt_analyze(ctx, kti_str_cut(in, at, at + len), NULL, &list, &count));
            kt_analysis only = *list;
            only.eojeol_count = 0;
            want_m = sum_of(&only, at, 0, want_m);
            only = *list;
            only.morpheme_count = 0;
            want_e = sum_of(&only, at, morphemes, want_e);
            morphemes += list->morpheme_count;
            eojeols += list->eojeol_count;
            cost += list->cost;
        }
        assert_ok(kt_analyze(ctx, in, NULL, &list, &count));
        assert_int_equal(count, 1);
        assert_int_equal(list->morpheme_count, morphemes);
        assert_int_equal(list->eojeol_count, eojeols);
        assert_true(list->cost == cost);
        kt_analysis only = *list;
        only.eojeol_count = 0;
        assert_true(sum_of(&only, 0, 0, 0) == want_m);
        only = *list;
        only.morpheme_count = 0;
        assert_true(sum_of(&only, 0, 0, 0) == want_e);
    }
}

int main(void) {
    kti_buf_init(&text, NULL);
    kti_buf_init(&joined, NULL);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_do_not_depend_on_what_follows),
        cmocka_unit_test(lines_are_given_at_once),
        cmocka_unit_test(sentences_are_kept),
        cmocka_unit_test(transforms_are_their_parts),
        cmocka_unit_test(letters_are_their_parts),
        cmocka_unit_test(readings_are_their_parts),
    };
    int failed = cmocka_run_group_tests(tests, open_session, close_session);
    kti_buf_free(&text);
    kti_buf_free(&joined);
    return failed;
}
