/* What no call takes: a choice that there is not. It is KT_ERR_ARG everywhere, in each field of
 * each options struct and each argument, before the first choice and behind the last. */
#include "session.h"

static size_t count;

/* Tries `call`, which takes `&o`, with both wrong values of a field, and with another size. */
#define REFUSES(type, init, field, last, call)                                                     \
    do {                                                                                           \
        type o = init;                                                                             \
        assert_true((call) != KT_ERR_ARG);                                                         \
        o.field = (last) + 1;                                                                      \
        assert_int_equal((call), KT_ERR_ARG);                                                      \
        o.field -= (last) + 2; /* -1, whatever its type */                                         \
        assert_int_equal((call), KT_ERR_ARG);                                                      \
    } while (0)

static void romanizing(void **state) {
    kt_str text;
    kt_romanized_check compared;
    const kt_gloss *glosses;
    const kt_hangulized *read;
    (void)state;
#define EACH(field, last)                                                                          \
    REFUSES(kt_romanize_options, KT_ROMANIZE_INIT, field, last,                                    \
            kt_romanize(ctx, S("서울"), &o, out));                                                 \
    REFUSES(kt_romanize_options, KT_ROMANIZE_INIT, field, last,                                    \
            kt_romanize_letters(ctx, S("서울"), &o, &text));                                       \
    REFUSES(kt_romanize_options, KT_ROMANIZE_INIT, field, last,                                    \
            kt_romanized_compare(ctx, S("서울"), S("Seoul"), &o, &compared))
    EACH(scheme, KT_SCHEMES - 1);
    EACH(kind, KT_KIND_PLACE);
    EACH(hyphen, KT_HYPHEN_SYLLABLE);
    EACH(given_hyphen, KT_HYPHEN_SYLLABLE);
    EACH(numbered, KT_NUMBERED_BARE);
    EACH(letter_case, KT_CASE_TITLE);
    EACH(numbers, KT_NUMBERS_READ);
#undef EACH
    REFUSES(kt_slug_options, KT_SLUG_INIT, scheme, KT_SCHEMES - 1,
            kt_slug(ctx, S("서울"), &o, out));
    REFUSES(kt_gloss_options, KT_GLOSS_INIT, scheme, KT_SCHEMES - 1,
            kt_gloss_words(ctx, S("서울"), &o, &glosses, &count));
    REFUSES(kt_hangulize_options, KT_HANGULIZE_INIT, from, KT_SCHEMES - 1,
            kt_hangulize(ctx, S("seoul"), &o, &read, &count));
}

static void reading(void **state) {
    kt_str list[1];
    const kt_hanja_candidate *candidates;
    (void)state;
#define EACH(field, last)                                                                          \
    REFUSES(kt_pronounce_options, KT_PRONOUNCE_INIT, field, last,                                  \
            kt_pronounce(ctx, S("국물"), &o, out));                                                \
    REFUSES(kt_pronounce_options, KT_PRONOUNCE_INIT, field, last,                                  \
            kt_pronounce_readings(ctx, S("국물"), &o, list, 1, &count))
    EACH(norm, KT_NORM_KP);
    EACH(phrasing, KT_PHRASING_APART);
    EACH(permitted, (unsigned)KT_PERMIT_ALL);
    EACH(numbers, KT_NUMBERS_READ);
#undef EACH
#define EACH(field, last)                                                                          \
    REFUSES(kt_hanja_options, KT_HANJA_INIT, field, last, kt_hanja(ctx, S("朝鮮"), &o, out))
    EACH(kind, KT_KIND_PLACE);
    EACH(layout, KT_HANJA_PAREN);
    EACH(norm, KT_NORM_KP);
#undef EACH
    assert_int_equal(
        kt_hanja_candidates(ctx, S("조선"), (kt_kind)(KT_KIND_PLACE + 1), 1, &candidates, &count),
        KT_ERR_ARG);
}

static void text(void **state) {
    const kt_span *spans;
    (void)state;
#define EACH(field, last)                                                                          \
    REFUSES(kt_normalize_options, KT_NORMALIZE_INIT, field, last,                                  \
            kt_normalize(ctx, S("서울"), &o, out))
    EACH(form, KT_FORM_NONE);
    EACH(korean, 2u * KT_KOREAN_SPACES - 1);
#undef EACH
    assert_false(kt_is_normalized(S("a"), KT_FORM_NONE));
    assert_false(kt_is_normalized(S("a"), (kt_form)(KT_FORM_NONE + 1)));
    kt_segment_options graphemes = KT_SEGMENT_INIT;
    graphemes.unit = KT_UNIT_GRAPHEME; /* in every build */
#define EACH(field, last)                                                                          \
    REFUSES(kt_segment_options, graphemes, field, last,                                            \
            kt_segment(ctx, S("서울"), &o, &spans, &count))
    EACH(unit, KT_UNIT_MORPHEME);
    EACH(fill, KT_FILL_PHRASE);
    EACH(breaks, KT_BREAKS_ANY);
#undef EACH
#define EACH(field, last)                                                                          \
    REFUSES(kt_space_options, KT_SPACE_INIT, field, last, kt_space_repair(ctx, S("서울"), &o, out))
    EACH(level, KT_SPACE_FULL);
    EACH(changes, KT_SPACE_REMOVE);
#undef EACH
}

static void names(void **state) {
    const kt_spelling *spelt;
    const kt_transliterated *forms;
    const kt_link *links;
    (void)state;
#define EACH(field, last)                                                                          \
    REFUSES(kt_spell_options, KT_SPELL_INIT, field, last,                                          \
            kt_names_spell(ctx, S("문재인"), &o, &spelt, &count))
    EACH(kind, KT_KIND_PLACE);
    EACH(style, KT_NAME_STYLE_ALA_LC);
#undef EACH
    REFUSES(kt_transliterate_options, KT_TRANSLITERATE_INIT, from, KT_SOURCES - 1,
            kt_transliterate(ctx, S("Obama"), &o, &forms, &count));
    REFUSES(kt_align_options, KT_ALIGN_INIT, pairing, KT_PAIRING_TIMED,
            kt_align(ctx, NULL, 0, NULL, 0, &o, &links, &count));
    assert_int_equal(kt_align(ctx, NULL, 1, NULL, 1, NULL, &links, &count), KT_ERR_ARG);
}

static void glossaries(void **state) {
    kt_glossary *glossary;
    kt_terms *terms;
    kt_roster *roster;
    kt_str file;
    (void)state;
    assert_ok(kt_glossary_new(NULL, &glossary));
    assert_ok(kt_roster_new(NULL, &roster));
#define EACH(field, last)                                                                          \
    do {                                                                                           \
        kt_glossary_row row = {.korean = S("문재인"), .english = S("Moon Jae-in")};                \
        REFUSES(kt_glossary_row, row, field, last, kt_glossary_add(glossary, &o));                 \
        row.field = (last) + 1;                                                                    \
        assert_int_equal(kt_terms_new(NULL, &row, 1, &terms), KT_ERR_ARG);                         \
    } while (0)
    EACH(type, KT_NAME_ORG);
    EACH(evidence, KT_EVIDENCES - 1);
    EACH(status, KT_TERM_FORBIDDEN);
#undef EACH
    for (int i = 0; i < 2; i++) {
        kt_glossary_format format = i == 0 ? (kt_glossary_format)-1 : KT_GLOSSARY_FORMATS;
        assert_int_equal(kt_glossary_read(glossary, S("a\tb\n"), format, NULL), KT_ERR_ARG);
        assert_int_equal(kt_glossary_write(glossary, format, &file), KT_ERR_ARG);
    }
    assert_ok(kt_terms_new(NULL, NULL, 0, &terms));
    REFUSES(kt_annotate_options, KT_ANNOTATE_INIT, place, KT_ANNOTATE_INSTEAD,
            kt_annotate(ctx, terms, S("서울"), &o, out));
    assert_int_equal(kt_roster_add(roster, S("서울"), S(""), (kt_name_type)(KT_NAME_ORG + 1), 0),
                     KT_ERR_ARG);
    kt_terms_free(terms);
    kt_roster_free(roster);
    kt_glossary_free(glossary);
}

static int is_wanted(void *context, kt_str line) {
    (void)context;
    return line.len > 0;
}

static const char srt[] = "1\n00:00:01,000 --> 00:00:02,000\n서울\n";

static void subtitle_formats(kt_subtitle *s, kt_format format, kt_status want) {
    kt_merge_options merged = KT_MERGE_INIT;
    kt_join_options joined = KT_JOIN_INIT;
    kt_str file;
    merged.format = joined.format = format;
    assert_int_equal(kt_subtitle_convert(s, format, &file), want);
    assert_int_equal(kt_subtitle_renew(s, format, &file), want);
    assert_int_equal(kt_subtitle_deroll(s, format, &file), want);
    assert_int_equal(kt_subtitle_pick_lines(s, format, is_wanted, NULL, &file), want);
    assert_int_equal(kt_subtitle_merge(s, s, &merged, &file), want);
    assert_int_equal(kt_subtitle_join(ctx, s, &joined, &file), want);
}

static void subtitle_profiles(kt_subtitle *s) {
    const kt_finding *found;
#define EACH(field, last)                                                                          \
    do {                                                                                           \
        REFUSES(kt_profile, KT_PROFILE_INIT, field, last,                                          \
                kt_subtitle_check(s, &o, &found, &count));                                         \
        REFUSES(kt_profile, KT_PROFILE_INIT, field, last, kt_subtitle_fix(ctx, s, &o));            \
        REFUSES(kt_profile, KT_PROFILE_INIT, field, last, kt_profile_read(S(""), &o, NULL));       \
    } while (0)
    EACH(measure, KT_MEASURE_UNITS);
    EACH(dash, KT_DASH_CLOSE);
    EACH(ellipsis, KT_ELLIPSIS_DOTS);
    EACH(spacing, KT_SPACING_REPAIR);
#undef EACH
}

static kt_status open_and_close(const kt_subtitle_options *how) {
    kt_subtitle *s = NULL;
    kt_status status = kt_subtitle_open(NULL, S(srt), how, &s, NULL);
    kt_subtitle_free(s);
    return status;
}

static void subtitles(void **state) {
    kt_subtitle *s = NULL, *none;
    kt_stream *stream = NULL;
    kt_str file;
    (void)state;
    assert_ok(kt_subtitle_parse(NULL, S(srt), KT_FORMAT_SRT, &s, NULL));
    subtitle_formats(s, KT_FORMAT_COUNT, KT_ERR_ARG);
    subtitle_formats(s, (kt_format)-1, KT_ERR_ARG);
    subtitle_formats(s, KT_FORMAT_TEXT, KT_ERR_UNSUPPORTED);
    subtitle_profiles(s);
    REFUSES(kt_join_options, KT_JOIN_INIT, by, KT_JOIN_TURN, kt_subtitle_join(ctx, s, &o, &file));
    REFUSES(kt_subtitle_options, KT_SUBTITLE_INIT, format, KT_FORMAT_COUNT - 1, open_and_close(&o));
    assert_int_equal(kt_subtitle_parse(NULL, S(srt), KT_FORMAT_COUNT, &none, NULL), KT_ERR_ARG);
    assert_ok(kt_subtitle_plain(s, 0, out));
    assert_int_equal(kt_subtitle_apply(s, 0, out, (kt_layout)(KT_LAYOUT_TRACK + 1)), KT_ERR_ARG);
    kt_stream_options wrong = KT_STREAM_INIT;
    wrong.format = KT_FORMAT_COUNT;
    assert_int_equal(kt_stream_new(NULL, &wrong, &stream), KT_ERR_ARG);
    kt_subtitle_free(s);
}

static void engines(void **state) {
    kt_engine *made;
    kt_config config = KT_CONFIG_INIT;
    kt_error error = {KT_OK, 0, 0, ""};
    (void)state;
    config.dictionaries = KT_DICTIONARIES_NONE + 1;
    assert_int_equal(kt_engine_open(&config, &made, &error), KT_ERR_ARG);
    assert_int_equal(error.status, KT_ERR_ARG);
    assert_null(made);
}

/* kt_ctx_error() tells of the last call on a context, and of no other. */
static void details(void **state) {
    kt_romanize_options o = KT_ROMANIZE_INIT;
    kt_subtitle *s = NULL;
    kt_roster *roster = NULL;
    const kt_figure *figures;
    static char name[6000];
    (void)state;
    o.scheme = (kt_scheme)KT_SCHEMES;
    assert_int_equal(kt_romanize(ctx, S("서울"), &o, out), KT_ERR_ARG);
    assert_int_equal(kt_ctx_error(ctx).status, KT_ERR_ARG);
    assert_string_equal(kt_ctx_error(ctx).message, "bad options or no place for the text");
    assert_ok(kt_subtitle_parse(NULL, S(srt), KT_FORMAT_SRT, &s, NULL));
    assert_int_equal(kt_subtitle_join(ctx, s, NULL, NULL), KT_ERR_ARG);
    assert_string_equal(kt_ctx_error(ctx).message, kt_status_name(KT_ERR_ARG));
    kt_profile profile = KT_PROFILE_INIT;
    assert_ok(kt_subtitle_fix(ctx, s, &profile));
    assert_int_equal(kt_ctx_error(ctx).status, KT_OK);
    memset(name, 'a', sizeof name); /* too long to be spelt, which the list does without */
    assert_ok(kt_roster_new(NULL, &roster));
    assert_ok(kt_roster_add(roster, (kt_str){name, sizeof name}, S(""), KT_NAME_PERSON, 0));
    assert_ok(kt_roster_list(roster, ctx, &figures, &count));
    assert_int_equal(kt_ctx_error(ctx).status, KT_OK);
    assert_int_equal(kt_roster_list(roster, ctx, NULL, &count), KT_ERR_ARG);
    assert_int_equal(kt_ctx_error(ctx).status, KT_ERR_ARG);
    kt_roster_free(roster);
    kt_subtitle_free(s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(romanizing), cmocka_unit_test(reading),    cmocka_unit_test(text),
        cmocka_unit_test(names),      cmocka_unit_test(glossaries), cmocka_unit_test(subtitles),
        cmocka_unit_test(engines),    cmocka_unit_test(details),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
