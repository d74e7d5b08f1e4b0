/* What spares alignment work finds the same as what it spares. */
#include "check.h"

#include <stdlib.h>

#include "align/bones.h"
#include "core/utf8.h"
#include "lexicon/builtin.h"
#include "names/detect.h"
#include "names/facts.h"
#include "names/generic.h"

static kti_lexicon *lexicon, *own; /* `own` with names of a user's */

static int open_lexicons(void **state) {
    kt_alloc heap = kti_alloc_libc();
    kt_str user = S("파란지붕\tBlue Roof Holdings\tORG\n청파\tSeoul\tLOC\n");
    (void)state;
    if (kti_lexicon_open(&heap, kti_builtin_data(), true, S(""), &lexicon, NULL) != KT_OK)
        return -1;
    return kti_lexicon_open(&heap, kti_builtin_data(), true, user, &own, NULL) == KT_OK ? 0 : -1;
}

static int close_lexicons(void **state) {
    (void)state;
    kti_lexicon_close(lexicon);
    kti_lexicon_close(own);
    return 0;
}

static kt_str part(kt_str text, kt_span span) {
    return kti_str_span(text, span);
}

/* ---- consonants ----------------------------------------------------------------------------- */

enum { MOST = 256 };

static bool is_vowel(char c) {
    return c != '\0' && strchr("aeiouwy", c) != NULL;
}

/* Letters that count, in words first, first + 1 ... last as the order of `list` has them. */
static size_t letters_of(const kti_english *en, const size_t *list, size_t words, uint8_t *to) {
    size_t count = 0;
    for (size_t i = 0; i < words; i++) {
        kt_str word = part(en->text, en->words[list[i]].span);
        char before = '\0';
        for (size_t at = 0; at < word.len; at++) {
            char c = kti_ascii_lower(word.ptr[at]), last = before;
            if (!kti_is_ascii_alpha(c)) continue;
            before = c;
            bool mute = c == 'h' && last != '\0' && !is_vowel(last);
            if (!is_vowel(c) && c != last && !mute) to[count++] = (uint8_t)(c - 'a');
        }
    }
    return count;
}

static size_t units_of(kt_str hangul, uint8_t *to) {
    size_t count = 0;
    for (size_t at = 0; at < hangul.len; at += kti_utf8_at(hangul, at).len) {
        uint32_t cp = kti_utf8_at(hangul, at).cp;
        if (!kti_is_syllable(cp)) continue;
        kt_syllable s = kti_split(cp);
        if (s.choseong != KTI_L_NONE) to[count++] = s.choseong;
        if (s.jongseong != 0) to[count++] = (uint8_t)(KTI_INITIALS + s.jongseong - 1);
    }
    return count;
}

static bool writes(const kti_bones *bones, uint8_t letter, uint8_t unit) {
    return memchr(bones->units[letter], unit, bones->count[letter]) != NULL;
}

/* The longest common subsequence by the plain table. */
static size_t common(const kti_bones *bones, const uint8_t *units, size_t unit_count,
                     const uint8_t *letters, size_t letter_count) {
    static size_t best[MOST + 1][MOST + 1];
    for (size_t i = 0; i < unit_count; i++)
        for (size_t j = 0; j < letter_count; j++) {
            size_t met = best[i][j] + 1, left = best[i][j + 1], above = best[i + 1][j];
            best[i + 1][j + 1] = writes(bones, letters[j], units[i]) ? met
                                 : left > above                      ? left
                                                                     : above;
        }
    return best[unit_count][letter_count];
}

static bool agree_in(const kti_bones *bones, const kti_english *en, const size_t *list,
                     size_t words, kt_str hangul) {
    uint8_t letters[MOST], units[MOST];
    size_t letter_count = letters_of(en, list, words, letters), count = units_of(hangul, units);
    size_t same = common(bones, units, count, letters, letter_count);
    return 5 * same + 3 >= 2 * (count + letter_count);
}

/* The words in order, and with the last or the first at the other end. */
static bool agree_plainly(const kti_bones *bones, const kti_english *en, size_t first, size_t last,
                          kt_str hangul) {
    size_t list[3][8], count = last - first + 1;
    for (size_t i = 0; i < count; i++) {
        list[0][i] = first + i;
        list[1][i] = i == 0 ? last : first + i - 1;
        list[2][i] = i + 1 == count ? first : first + i + 1;
    }
    for (size_t order = 0; order < 3; order++)
        if (agree_in(bones, en, list[order], count, hangul)) return true;
    return false;
}

static void open_bones(kti_bones *bones) {
    kti_matcher matcher = {.lexicon = NULL};
    kti_matcher_open(lexicon, &matcher);
    kti_bones_open(&matcher, bones);
}

static const char names[] = "문재인 로버트 콜드웰 손 마사요시 블라디미르 푸틴 산청군 뉴욕타임스 김 "
                            "아널드 슈워제네거 조지 W. 부시 알렉산드르 보로딘스키 오아이 반기문";
static const char english[] =
    "Moon Jae-in met Robert Caldwell and Masayoshi Son in New York Times with Vladimir Putin, "
    "Schwarzenegger Arnold, Aoi, George W. Bush, Borodinsky Aleksandr, Ban Ki-moon, Sancheong "
    "County, Kimm Phillip Hhardt, Strengths Schmidt Knightsbridge of Christchurch Shchukin";

static void consonants_agree_as_in_the_table(void **state) {
    enum { WORDS = 3, SYLLABLES = 16, SHARED = 40 };
    (void)state;
    kti_arena arena;
    kt_alloc heap = kti_alloc_libc();
    static kti_bones bones;
    kti_english en;
    kti_en_bones rows;
    kti_ko_text ko;
    kt_str text = kti_str(names);
    size_t agreed = 0, compared = 0;
    kti_arena_init(&arena, &heap);
    open_bones(&bones);
    assert_ok(kti_english_read(lexicon, NULL, kti_str(english), &arena, &arena, &en));
    bool *wanted = kti_arena_take(&arena, en.word_count);
    kti_followed *known = kti_arena_zeroed(&arena, en.word_count, sizeof *known);
    memset(wanted, true, en.word_count);
    assert_ok(kti_bones_of_english(&bones, &en, wanted, &arena, &rows));
    assert_ok(kti_bones_of_korean(&bones, text, &arena, &ko));
    for (uint32_t start = 0; start < text.len; start += kti_utf8_at(text, start).len)
        for (uint32_t end = start + 3; end <= text.len && end < start + 3 * SYLLABLES; end++) {
            kti_ko_bones name;
            kt_str hangul = part(text, (kt_span){start, end});
            if (!kti_utf8_is_boundary(text, end)) continue;
            if (!kti_bones_of_name(&ko, (kt_span){start, end}, &name)) continue;
            for (size_t first = 0; first < en.word_count; first++)
                for (size_t last = first; last < en.word_count && last < first + WORDS; last++) {
                    kti_latin_bones words = kti_bones_of_words(&rows, first, last);
                    bool plainly = agree_plainly(&bones, &en, first, last, hangul);
                    if ((kti_bones_fit(&name, &words) &&
                         kti_bones_agree(&known[first % SHARED], &name, &rows, &words)) != plainly)
                        fail_msg("%.*s, words %zu to %zu", (int)hangul.len, hangul.ptr, first,
                                 last);
                    agreed += plainly;
                    compared++;
                }
        }
    assert_true(agreed > 100 && agreed < compared / 2);
    kti_arena_free(&arena);
}

static void names_of_other_letters_have_none(void **state) {
    (void)state;
    kti_arena arena;
    kt_alloc heap = kti_alloc_libc();
    static kti_bones bones;
    kti_ko_text ko;
    kti_ko_bones name;
    kt_str text = S("가 W. 나 3 \xED\x95 다");
    kti_arena_init(&arena, &heap);
    open_bones(&bones);
    assert_ok(kti_bones_of_korean(&bones, text, &arena, &ko));
    assert_true(kti_bones_of_name(&ko, (kt_span){0, 10}, &name));
    assert_int_equal(name.count, 2);
    assert_int_equal(name.spaces, 2);
    assert_false(kti_bones_of_name(&ko, (kt_span){0, 12}, &name)); /* 3 */
    assert_false(kti_bones_of_name(&ko, (kt_span){4, 6}, &name));  /* W. */
    for (uint32_t end = 0; end <= text.len; end++)                 /* wherever it is cut */
        for (uint32_t start = 0; start <= end; start++)
            (void)kti_bones_of_name(&ko, (kt_span){start, end}, &name);
    kti_arena_free(&arena);
}

/* ---- dictionaries --------------------------------------------------------------------------- */

static void same_hits(const kti_lexicon *from, kti_known_words *known, kt_str text) {
    kti_arena arena;
    kt_alloc heap = kti_alloc_libc();
    kti_english plain, by_words;
    kti_arena_init(&arena, &heap);
    assert_ok(kti_english_read(from, NULL, text, &arena, &arena, &plain));
    assert_ok(kti_english_read(from, known, text, &arena, &arena, &by_words));
    assert_int_equal(plain.hit_count, by_words.hit_count);
    for (size_t i = 0; i < plain.hit_count; i++) {
        const kti_en_hit *one = &plain.hits[i], *other = &by_words.hits[i];
        assert_int_equal(one->entry, other->entry);
        assert_int_equal(one->first_word, other->first_word);
        assert_true(one->span.start == other->span.start && one->span.end == other->span.end &&
                    one->also == other->also);
    }
    kti_arena_free(&arena);
}

static const char *const lines[] = {
    "Seoul, South Korea's capital; North Korea and New York of the U.S. in May",
    "the United Nations Security Council, Ban Ki-moon, Yahoo! U.S.-led",
    "seoul SEOUL Seoul2 Seoul\xEC\x8B\x9C Seoul\xC3\xA9 S\xC3\xA9oul Seoul",
    "Supercalifragilisticexpialidocious Supercalifragilisticexpialidociouser",
    "Blue Roof Holdings and Blue Roofs, Blue Roof",
    "New  York New-York NewYork new york",
    "",
    "a",
    "Korea",
    "Kim Dae-jung Kim Jong Il's",
};

static void words_met_before_have_the_same_forms(void **state) {
    (void)state;
    kti_known_words *known = calloc(1, sizeof *known);
    kti_known_words *own_known = calloc(1, sizeof *own_known);
    assert_non_null(known);
    assert_non_null(own_known);
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
            same_hits(lexicon, known, kti_str(lines[i]));
            same_hits(own, own_known, kti_str(lines[i]));
        }
    free(known);
    free(own_known);
}

/* ---- candidates ----------------------------------------------------------------------------- */

/* A text's worth of them, in no order; `far` adds one that none of the others is near. */
static void make_candidates(kti_arena *arena, unsigned seed, bool far, kti_candidates *out) {
    enum { COUNT = 100 };
    *out = (kti_candidates){.arena = arena};
    for (unsigned i = 0; i < COUNT; i++) {
        seed = seed * 1103515245u + 12345u;
        uint32_t start = (seed >> 16) % 20 * 3, end = start + 3 + (seed >> 21) % 4 * 3;
        kti_candidate c = {.span = {start, end}, .type = (kt_name_type)((seed >> 23) % 3)};
        c.confidence = (float)((seed >> 8) % 7) / 8;
        c.in_dictionary = (seed >> 27) % 5 == 0;
        kti_candidates_add(out, c);
    }
    if (far) kti_candidates_add(out, (kti_candidate){.span = {5000, 5003}});
    assert_ok(kti_candidates_sort(out));
}

static void the_order_is_the_same_near_and_far(void **state) {
    (void)state;
    kti_arena arena;
    kt_alloc heap = kti_alloc_libc();
    kti_arena_init(&arena, &heap);
    for (unsigned seed = 1; seed <= 50; seed++) {
        kti_candidates near_ones, far_ones;
        make_candidates(&arena, seed, false, &near_ones);
        make_candidates(&arena, seed, true, &far_ones);
        assert_int_equal(near_ones.count + 1, far_ones.count);
        for (size_t i = 0; i < near_ones.count; i++) {
            const kti_candidate *a = &near_ones.items[i], *b = &far_ones.items[i];
            assert_true(a->span.start == b->span.start && a->span.end == b->span.end);
            assert_true(a->type == b->type && a->in_dictionary == b->in_dictionary);
            assert_true(a->confidence >= b->confidence && a->confidence <= b->confidence);
        }
    }
    kti_arena_free(&arena);
}

/* ---- facts ---------------------------------------------------------------------------------- */

/* What the facts of a word say of the dictionaries is what a search of the text finds. */
static void facts_know_the_rows(void **state) {
    (void)state;
    static const char *const words[] = {"서울",     "서울에서", "서", "국제", "문재인", "문재인은",
                                        "대한민국", "뷁뷁",     "한", "전",   "미국",   "대통령"};
    static const char *const behind[] = {"", " ", " 연합", " 대통령", ".", " 민국", "(A)"};
    enum { HITS = 12 };
    kti_run_facts facts;
    size_t known = 0;
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        kti_run_facts_find(lexicon, NULL, kti_str(words[w]), true, &facts);
        const kti_hit *rows = NULL;
        size_t count = kti_rows_known(&facts, &rows);
        for (size_t b = 0; rows != NULL && b < sizeof behind / sizeof *behind; b++) {
            char text[64];
            kti_hit hits[HITS];
            int len = snprintf(text, sizeof text, "%s%s", words[w], behind[b]);
            assert_int_equal(
                kti_lexicon_korean_prefixes(lexicon, (kt_str){text, (size_t)len}, hits, HITS),
                count);
            for (size_t i = 0; i < count; i++)
                assert_true(hits[i].entry == rows[i].entry && hits[i].len == rows[i].len &&
                            hits[i].also == rows[i].also);
            known++;
        }
        assert_int_equal(facts.barren, rows != NULL && count == 0);
    }
    assert_true(known > 0);
}

/* The rows are found by halving. */
static void generic_words_are_in_order(void **state) {
    (void)state;
    for (size_t i = 0; i < kti_generic_count; i++) {
        size_t length;
        kt_str word = kti_str(kti_generic_table[i].korean);
        assert_true(i == 0 || kti_str_cmp(kti_str(kti_generic_table[i - 1].korean), word) < 0);
        assert_ptr_equal(kti_generic_begins(word, &length), &kti_generic_table[i]);
        assert_int_equal(length, word.len);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(consonants_agree_as_in_the_table),
        cmocka_unit_test(names_of_other_letters_have_none),
        cmocka_unit_test(words_met_before_have_the_same_forms),
        cmocka_unit_test(the_order_is_the_same_near_and_far),
        cmocka_unit_test(facts_know_the_rows),
        cmocka_unit_test(generic_words_are_in_order),
    };
    return cmocka_run_group_tests(tests, open_lexicons, close_lexicons);
}
