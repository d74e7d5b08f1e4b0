/* Runs the fenced examples of a specification: "text -> result" in blocks headed `pronounce`,
 * `pronounce-kp`, `romanize KIND [SCHEME] [ascii]`, `reverse SCHEME`, `hangulize [LANGUAGE]`,
 * `hanja [KIND]` or `space [full]`; a second result, behind a bar, is a permitted reading. `aloud`
 * tells how numbers and letters are read, before sound changes. Every miss is listed with its line.
 */
#include "session.h"

static kt_file file;

typedef enum mode {
    NONE,
    PRONOUNCE,
    PRONOUNCE_KP,
    ROMANIZE,
    REVERSE,
    HANGULIZE,
    HANJA,
    SPACE,
    ALOUD
} mode;

/* What a block's head asks for. */
typedef struct block {
    mode mode;
    kt_kind kind;
    kt_scheme scheme;
    kt_source_language from;
    int ascii, full;
} block;

static kt_kind kind_of(kt_str word) {
    if (kti_str_eq(word, S("person"))) return KT_KIND_PERSON;
    if (kti_str_eq(word, S("place"))) return KT_KIND_PLACE;
    return kti_str_eq(word, S("word")) ? KT_KIND_WORD : KT_KIND_AUTO;
}

/* The second reading must be among those that are permitted. */
static void run_other(check_table *table, kt_str text, kt_str want) {
    enum { ROOM = 16 };
    kt_str list[ROOM];
    size_t count;
    assert_ok(kt_pronounce_readings(ctx, text, NULL, list, ROOM, &count));
    for (size_t i = 1; i < count; i++)
        if (kti_str_eq(list[i], want)) return;
    check_row(table, "a permitted reading", count > 1 ? list[1] : list[0], want);
}

static kt_scheme scheme_of(kt_str word) {
    for (int i = 0; i < KT_SCHEMES; i++)
        if (kti_str_eq(word, kti_str(kt_scheme_id((kt_scheme)i)))) return (kt_scheme)i;
    if (word.len > 0) fail_msg("no scheme %.*s", (int)word.len, word.ptr);
    return KT_SCHEME_RR;
}

static kt_source_language language_of(kt_str word) {
    for (int i = 0; i < KT_SOURCES; i++)
        if (kti_str_eq(word, kti_str(kt_source_language_id((kt_source_language)i))))
            return (kt_source_language)i;
    if (word.len > 0) fail_msg("no language %.*s", (int)word.len, word.ptr);
    return KT_SOURCE_ENGLISH;
}

static block fence(kt_str line, mode now) {
    kt_str head = kti_str_cut(line, 3, line.len);
    block b = {NONE, KT_KIND_AUTO, KT_SCHEME_RR, KT_SOURCE_ENGLISH, 0, 0};
    if (now != NONE || head.len == 0) return b;
    kt_str word = kti_str_next_field(&head, ' ');
    if (kti_str_eq(word, S("pronounce"))) b.mode = PRONOUNCE;
    if (kti_str_eq(word, S("pronounce-kp"))) b.mode = PRONOUNCE_KP;
    if (kti_str_eq(word, S("romanize"))) b.mode = ROMANIZE;
    if (kti_str_eq(word, S("reverse"))) b.mode = REVERSE;
    if (kti_str_eq(word, S("hangulize"))) b.mode = HANGULIZE;
    if (kti_str_eq(word, S("hanja"))) b.mode = HANJA;
    if (kti_str_eq(word, S("space"))) b.mode = SPACE;
    if (kti_str_eq(word, S("aloud"))) b.mode = ALOUD;
    if (b.mode == ROMANIZE || b.mode == HANJA) b.kind = kind_of(kti_str_next_field(&head, ' '));
    if (b.mode == ROMANIZE || b.mode == REVERSE)
        b.scheme = scheme_of(kti_str_next_field(&head, ' '));
    if (b.mode == HANGULIZE) b.from = language_of(kti_str_next_field(&head, ' '));
    b.ascii = kti_str_eq(head, S("ascii"));
    b.full = kti_str_eq(head, S("full"));
    return b;
}

/* A word of another language by the orthography alone. */
static kt_str official(kt_source_language from, kt_str text) {
    kt_transliterate_options options = KT_TRANSLITERATE_INIT;
    const kt_transliterated *list;
    size_t count;
    options.from = from;
    options.official = 1;
    assert_ok(kt_transliterate(ctx, text, &options, &list, &count));
    assert_int_equal(count, 1);
    return list[0].text;
}

/* Hanja in Hangul. */
static kt_str read_hanja(kt_kind kind, kt_str text) {
    kt_hanja_options options = KT_HANJA_INIT;
    options.kind = kind;
    assert_ok(kt_hanja(ctx, text, &options, out));
    return kt_text_str(out);
}

/* The same with its spaces put right. */
static kt_str spaced(int full, kt_str text) {
    kt_space_options options = KT_SPACE_INIT;
    options.level = full ? KT_SPACE_FULL : KT_SPACE_NORMAL;
    assert_ok(kt_space_repair(ctx, text, &options, out));
    return kt_text_str(out);
}

static kt_str result_of(const block *b, kt_str text) {
    kt_romanize_options options = KT_ROMANIZE_INIT;
    kt_hangulize_options back = KT_HANGULIZE_INIT;
    kt_pronounce_options reading = KT_PRONOUNCE_INIT;
    if (b->mode == PRONOUNCE_KP) reading.norm = KT_NORM_KP;
    if (b->mode == ALOUD) reading.numbers = KT_NUMBERS_READ;
    const kt_hangulized *list;
    size_t count;
    options.kind = b->kind;
    options.scheme = back.from = b->scheme;
    options.ascii = b->ascii;
    if (b->mode == HANGULIZE) return official(b->from, text);
    if (b->mode == HANJA) return read_hanja(b->kind, text);
    if (b->mode == SPACE) return spaced(b->full, text);
    if (b->mode == REVERSE) {
        assert_ok(kt_hangulize(ctx, text, &back, &list, &count));
        return list[0].text;
    }
    assert_ok(b->mode == ROMANIZE ? kt_romanize(ctx, text, &options, out)
                                  : kt_pronounce(ctx, text, &reading, out));
    return kt_text_str(out);
}

/* Read aloud, the text sounds as the words that stand for it. */
static void run_aloud(check_table *table, const char *label, const block *b, kt_str text,
                      kt_str want) {
    char heard[256];
    kt_str result = result_of(b, text);
    assert_true(result.len < sizeof heard);
    memcpy(heard, result.ptr, result.len);
    block plain = {.mode = PRONOUNCE};
    check_row(table, label, (kt_str){heard, result.len}, result_of(&plain, want));
}

static void run_example(check_table *table, const block *b, kt_str text, kt_str want) {
    char label[128];
    snprintf(label, sizeof label, "%.*s", (int)text.len, text.ptr);
    if (b->mode == ALOUD) {
        run_aloud(table, label, b, text, want);
        return;
    }
    check_row(table, label, result_of(b, text), kti_str_trim(kti_str_next_field(&want, '|')));
    if (b->mode == PRONOUNCE && want.ptr != NULL) run_other(table, text, kti_str_trim(want));
}

/* The part of the specification that examples stand in. */
typedef struct part {
    char title[160];
    int examples, misses;
} part;

static void end_part(part *p, kt_str title) {
    if (p->examples > 0) check_tally(p->title, p->examples, p->misses);
    *p = (part){.examples = 0};
    snprintf(p->title, sizeof p->title, "%.*s", (int)title.len, title.ptr);
}

static void every_example(void **state) {
    (void)state;
    check_table table = {0};
    block b = {NONE, KT_KIND_AUTO, KT_SCHEME_RR, KT_SOURCE_ENGLISH, 0, 0};
    part now = {.examples = 0};
    int examples = 0;
    for (kt_str rest = file.bytes; rest.ptr != NULL;) {
        kt_str line = kti_str_next_field(&rest, '\n');
        if (kti_str_starts(line, S("# "))) end_part(&now, kti_str_cut(line, 2, line.len));
        if (kti_str_starts(line, S("## "))) end_part(&now, kti_str_cut(line, 3, line.len));
        if (kti_str_starts(line, S("```"))) {
            b = fence(line, b.mode);
            continue;
        }
        size_t arrow = kti_str_find(line, S(" -> "), 0);
        if (b.mode == NONE || arrow == SIZE_MAX) continue;
        int before = table.misses;
        run_example(&table, &b, kti_str_cut(line, 0, arrow),
                    kti_str_cut(line, arrow + 4, line.len));
        now.misses += table.misses > before;
        now.examples++;
        examples++;
    }
    end_part(&now, S(""));
    assert_true(examples > 20);
    check_done(&table);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_example)};
    kt_error err;
    if (argc < 2 || kt_file_map(argv[1], &file, &err) != KT_OK) return 1;
    int failed = cmocka_run_group_tests(tests, open_session, close_session);
    kt_file_unmap(&file);
    return failed;
}
