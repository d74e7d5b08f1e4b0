/* The n-th allocation fails, for every n, through every call: the status says so, nothing leaks
 * (the sanitizer build watches), and the same call succeeds afterwards. */
#include "check.h"

#include <stdlib.h>

typedef struct miser {
    long left; /* allocations still granted; < 0: all */
    size_t bytes;
} miser;

static void *grant(void *context, void *ptr, size_t old_size, size_t new_size) {
    miser *m = context;
    if (new_size == 0) {
        m->bytes -= old_size;
        free(ptr);
        return NULL;
    }
    if (m->left == 0) return NULL;
    if (m->left > 0) m->left--;
    void *moved = realloc(ptr, new_size);
    if (moved != NULL) m->bytes += new_size - old_size;
    return moved;
}

/* One of each reader, and every writer. */
static const char *const files[] = {
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<b>e\u0301가</b> <00:01.500>나\n",
    "[Script Info]\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,{\\k20}가\\N나\n",
    "<SAMI><SYNC Start=1><P Class=KRCC>가<SYNC Start=2><P Class=KRCC>&nbsp;",
    "[00:01.00]<00:01.00>가\n",
    "0:00:01.000,0:00:02.000\n가\n",
    "<x:tt xmlns:x='http://www.w3.org/ns/ttml'><x:body><x:p end='1s'>가<x:br/>나</x:p></x:body></x:tt>",
    "{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"가\\n\"}]}",
};

static kt_status convert_to_all(kt_subtitle *s) {
    kt_str out;
    kt_status status = kt_subtitle_html(s, 0, &out);
    for (int to = KT_FORMAT_SRT; status == KT_OK && to < KT_FORMAT_COUNT; to++) {
        status = kt_subtitle_convert(s, (kt_format)to, &out);
        if (status == KT_ERR_UNSUPPORTED) status = KT_OK;
    }
    return status;
}

static int any_line(void *context, kt_str line) {
    (void)context;
    return line.len > 0;
}

static kt_status make_new(kt_subtitle *s) {
    kt_merge_options stacked = KT_MERGE_INIT, classes = KT_MERGE_INIT;
    kt_str out;
    classes.format = KT_FORMAT_SAMI;
    kt_status status = kt_subtitle_merge(s, s, &stacked, &out);
    if (status == KT_OK) status = kt_subtitle_merge(s, s, &classes, &out);
    if (status == KT_OK) status = kt_subtitle_pick_lines(s, KT_FORMAT_SRT, any_line, NULL, &out);
    if (status == KT_OK) status = kt_subtitle_deroll(s, KT_FORMAT_SRT, &out);
    return status;
}

static kt_status check_and_fix(kt_ctx *ctx, kt_subtitle *s) {
    kt_profile profile = KT_PROFILE_INIT;
    const kt_finding *findings;
    size_t count;
    kt_status status = kt_profile_read(kt_profile_named(S("streaming-ko")), &profile, NULL);
    if (status == KT_OK) status = kt_subtitle_check(s, &profile, &findings, &count);
    if (status == KT_OK) status = kt_subtitle_fix(ctx, s, &profile);
    return status;
}

static kt_status use_subtitle(const kt_alloc *alloc, kt_ctx *ctx, kt_str file, kt_text *text) {
    kt_subtitle *s = NULL;
    kt_text *plain = NULL;
    kt_str bytes;
    kt_status status = kt_subtitle_open(alloc, file, NULL, &s, NULL);
    if (status == KT_OK) status = kt_text_new(alloc, &plain);
    if (status == KT_OK) status = kt_subtitle_plain(s, 0, plain);
    if (status == KT_OK) status = kt_normalize(ctx, kt_text_str(plain), NULL, text);
    if (status == KT_OK) status = kt_subtitle_apply(s, 0, text, KT_LAYOUT_BELOW);
    if (status == KT_OK) status = kt_subtitle_set_text(s, 0, S("가\n나"));
    if (status == KT_OK) status = kt_subtitle_shift(s, 1000, 25, 24);
    if (status == KT_OK) status = kt_subtitle_keep_track(s, 0);
    if (status == KT_OK) status = kt_subtitle_write(s, text);
    if (status == KT_OK) status = kt_subtitle_save(s, "UTF-16LE", &bytes, NULL);
    if (status == KT_OK) status = convert_to_all(s);
    if (status == KT_OK) status = make_new(s);
    if (status == KT_OK) status = check_and_fix(ctx, s);
    kt_text_free(plain);
    kt_subtitle_free(s);
    return status;
}

/* The whole of the public surface once; the first failure ends it. */
static kt_status use_everything(const kt_alloc *alloc) {
    static const char korean[] =
        "문재인 대통령은 판문점에서 김정은 위원장을 만났다. 종로2가 \xFF ㅎㅏㄴ";
    static const char english[] = "President Moon Jae-in met Kim Jong-un at Panmunjom.";
    static const char record[] =
        "<record><datafield tag='245'><subfield code='6'>880-01</subfield><subfield code='a'>&#97;"
        "</subfield></datafield><datafield tag='880'><subfield code='6'>245-01</subfield>"
        "<subfield code='b'>\xEA\xB0\x80</subfield></datafield></record>";
    kt_config config = KT_CONFIG_INIT;
    kt_engine *engine = NULL;
    kt_ctx *ctx = NULL;
    kt_text *text = NULL;
    kt_glossary *glossary = NULL;
    kt_subtitle *subtitle = NULL;
    const kt_link *links;
    const kt_mention *names;
    const kt_spelling *spellings;
    const kt_span *spans;
    const kt_transliterated *forms;
    kt_transliterate_options hangulize = KT_TRANSLITERATE_INIT;
    kt_span stem, josa;
    const kt_glossary_row *rows;
    kt_str decoded, readings[4];
    size_t count;
    double score;
    const kt_hangulized *backs;
    kt_romanize_options library = KT_ROMANIZE_INIT;
    kt_normalize_options normalize = KT_NORMALIZE_INIT;
    library.scheme = KT_SCHEME_ALA_LC;
    library.numbers = KT_NUMBERS_READ;
    kt_romanize_options foreign = KT_ROMANIZE_INIT, words = KT_ROMANIZE_INIT;
    foreign.foreign = 1;
    words.kind = KT_KIND_WORD;
    kt_hanja_options bracketed = {sizeof bracketed, KT_KIND_AUTO, KT_HANJA_PAREN, KT_NORM_KP};
    const kt_gloss *glosses;
    const kt_hanja_candidate *hanja;
    kt_catalog *catalog = NULL;
    kt_romanized_check check;
    kt_segment_options lines = KT_SEGMENT_INIT;
    kt_align_unit ko = {S(korean), 0, 0}, en = {S(english), 0, 0};
    config.alloc = alloc;
    config.user_dict = S("korean\tenglish\n판문점\tPanmunjom\tLOC\n");
    normalize.korean = KT_KOREAN_DEFAULT;
    lines.unit = KT_UNIT_LINE;
    lines.fill = KT_FILL_BALANCED;
    kt_status status = kt_engine_open(&config, &engine, NULL);
    if (status == KT_OK) status = kt_ctx_new(engine, &ctx);
    if (status == KT_OK) status = kt_text_new(alloc, &text);
    if (status == KT_OK) status = kt_romanize(ctx, ko.text, NULL, text);
    if (status == KT_OK) status = kt_romanize(ctx, S("大韓民國 12권"), &library, text);
    if (status == KT_OK) status = kt_romanize(ctx, S("독립문 앞에 3명"), &words, text);
    if (status == KT_OK) status = kt_romanize(ctx, S("로버트 앤더슨과 스타일"), &foreign, text);
    if (status == KT_OK) status = kt_hanja(ctx, S("大韓民國"), NULL, text);
    if (status == KT_OK) status = kt_hanja(ctx, S("大韓民國"), &bracketed, text);
    if (status == KT_OK)
        status = kt_hanja_candidates(ctx, S("사기"), KT_KIND_WORD, 8, &hanja, &count);
    if (status == KT_OK) status = kt_gloss_words(ctx, ko.text, NULL, &glosses, &count);
    if (status == KT_OK) status = kt_slug(ctx, ko.text, NULL, text);
    if (status == KT_OK) status = kt_hangulize(ctx, S("dongnip"), NULL, &backs, &count);
    if (status == KT_OK) status = kt_pronounce(ctx, ko.text, NULL, text);
    if (status == KT_OK) status = kt_pronounce_readings(ctx, ko.text, NULL, readings, 4, &count);
    if (status == KT_OK) status = kt_normalize(ctx, ko.text, &normalize, text);
    if (status == KT_OK) status = kt_segment(ctx, ko.text, &lines, &spans, &count);
    if (status == KT_OK) status = kt_josa_choose(ctx, S("판문점"), S("은/는"), &decoded);
    if (status == KT_OK) status = kt_josa_repair(ctx, S("판문점는"), (kt_span){0, 9}, text);
    if (status == KT_OK)
        status = kt_josa_split(ctx, S("\u1100\u1161\u1102\u1173\u11AB"), &stem, &josa);
    if (status == KT_OK) status = kt_space_repair(ctx, S("나는학교 에갔다"), NULL, text);
    if (status == KT_OK)
        status = kt_space_repair(ctx, S("\u1100\u1161\u1102\u1173\u11AB \xFF"), NULL, text);
    if (status == KT_OK) status = kt_names_detect(ctx, ko.text, &names, &count);
    if (status == KT_OK) status = kt_names_spell(ctx, S("조명균"), NULL, &spellings, &count);
    if (status == KT_OK) status = kt_names_spell(ctx, S("로버트 콜드웰"), NULL, &spellings, &count);
    if (status == KT_OK) status = kt_names_match(ctx, S("조명균"), S("Cho Myoung-gyon"), &score);
    hangulize.nbest = 3;
    hangulize.explain = 1;
    if (status == KT_OK)
        status = kt_transliterate(ctx, S("J. Atwood, BBC"), &hangulize, &forms, &count);
    hangulize.from = KT_SOURCE_RUSSIAN;
    if (status == KT_OK)
        status = kt_transliterate(ctx, S("Igor' Gorbachev"), &hangulize, &forms, &count);
    if (status == KT_OK) status = kt_charset_encode(ctx, S("판문점"), "UTF-16LE", 1, &decoded);
    if (status == KT_OK) status = kt_align(ctx, &ko, 1, &en, 1, NULL, &links, &count);
    if (status == KT_OK) status = kt_glossary_new(alloc, &glossary);
    if (status == KT_OK) status = kt_glossary_add_links(glossary, &ko, &en, links, count);
    if (status == KT_OK) status = kt_glossary_rows(glossary, &rows, &count);
    if (status == KT_OK)
        status = kt_subtitle_parse(alloc, S("1\n00:00:01,000 --> 00:00:02,000\n가\n"),
                                   KT_FORMAT_SRT, &subtitle, NULL);
    if (status == KT_OK) status = kt_subtitle_set_text(subtitle, 0, S("ga"));
    if (status == KT_OK) status = kt_subtitle_write(subtitle, text);
    kt_subtitle_free(subtitle);
    if (status == KT_OK) status = kt_catalog_open(alloc, S(record), &catalog, NULL);
    const kt_catalog_pair *pair = kt_catalog_pairs(catalog, &count);
    if (status == KT_OK)
        status = kt_romanized_compare(ctx, pair->original, pair->romanized, &library, &check);
    kt_catalog_close(catalog);
    for (size_t i = 0; status == KT_OK && i < sizeof files / sizeof *files; i++)
        status = use_subtitle(alloc, ctx, kti_str(files[i]), text);
    kt_glossary_free(glossary);
    kt_text_free(text);
    kt_ctx_free(ctx);
    kt_engine_close(engine);
    return status;
}

static void every_allocation_may_fail(void **state) {
    (void)state;
    miser m = {0, 0};
    kt_alloc alloc = {grant, &m};
    long n = 0;
    for (;; n++) {
        m.left = n;
        kt_status status = use_everything(&alloc);
        assert_int_equal(m.bytes, 0);
        if (status == KT_OK) break;
        assert_int_equal(status, KT_ERR_NOMEM);
        assert_true(n < 100000);
    }
    assert_true(n > 20);
    m.left = -1;
    assert_ok(use_everything(&alloc));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_allocation_may_fail)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
