/* The files of tests/samples, which hold what such files have in the wild, in the encodings they
 * come in: untouched they are the same bytes; changed, all else is as it was. */
#include "check.h"

#include "kotext/file.h"

static const char *folder;

static const struct sample {
    const char *name, *format, *charset;
    size_t cues, tracks;
    const char *text; /* of the first cue */
} samples[] = {
    {"players.srt", "srt", "UTF-8", 4, 1, "개성에 갔다"},
    {"players.cp949.srt", "srt", "windows-949", 4, 1, "개성에 갔다"},
    {"players.mac.srt", "srt", "UTF-8", 4, 1, "개성에 갔다"},
    {"players.utf16be.srt", "srt", "UTF-16BE", 4, 1, "개성에 갔다"},
    {"players.utf32.srt", "srt", "UTF-32LE", 4, 1, "개성에 갔다"},
    {"blocks.vtt", "vtt", "UTF-8", 3, 1, "판문점에서 <만났다>"},
    {"karaoke.ass", "ass", "UTF-8", 3, 2, "판문점에서, 만났다\n그리고\u00A0갔다"},
    {"old.ssa", "ssa", "UTF-8", 1, 1, "서울, 맑음"},
    {"two-languages.smi", "sami", "windows-949", 4, 2, "문재인 대통령은\n판문점에서 만났다"},
    {"two-languages.utf16.smi", "sami", "UTF-16LE", 4, 2, "문재인 대통령은\n판문점에서 만났다"},
    {"two-languages.utf8.smi", "sami", "UTF-8", 4, 2, "문재인 대통령은\n판문점에서 만났다"},
    {"damaged.smi", "sami", "windows-949", 4, 2, "문재인 대통령은\n판문점에서 만났다"},
    {"words.lrc", "lrc", "UTF-8", 5, 1, "나의 살던 고향은"},
    {"captions.sbv", "sbv", "UTF-8", 2, 1, "개성에 갔다\n돌아왔다"},
    {"nested.ttml", "ttml", "UTF-8", 7, 2, "판문점에서 문재인 & 김정은\n만났다"},
    {"draft.dfxp", "ttml", "UTF-16LE", 1, 1, "서울\n부산"},
    {"podcast.json", "podcast-json", "UTF-8", 2, 1, "판문점에서"},
    {"podcast.html", "podcast-html", "UTF-8", 4, 1, "판문점에서 <만났다> 그리고 갔다\n둘째 문단"},
    {"whisper.json", "whisper-json", "UTF-8", 2, 1, " 판문점에서 만났다"},
    {"whispercpp.json", "whispercpp-json", "UTF-8", 1, 1, " 판문점"},
};

enum { SAMPLES = sizeof samples / sizeof *samples };

/* Without ICU only Unicode's encodings are known. */
static bool is_known(const struct sample *sample) {
    return KT_TESTS_ICU || strcmp(sample->charset, "windows-949") != 0;
}

static kt_file map_sample(const struct sample *sample) {
    char path[4096];
    kt_file file;
    kt_error err;
    snprintf(path, sizeof path, "%s/%s", folder, sample->name);
    if (kt_file_map(path, &file, &err) != KT_OK) fail_msg("%s: %s", path, err.message);
    return file;
}

static kt_subtitle *open_bytes(kt_str bytes, const char *name) {
    kt_subtitle *s = NULL;
    kt_error err = {KT_OK, 0, 0, ""};
    if (kt_subtitle_open(NULL, bytes, NULL, &s, &err) != KT_OK)
        fail_msg("%s: %s", name, err.message);
    return s;
}

static void read_by_content(void **state) {
    (void)state;
    kt_text *plain;
    check_table table = {0};
    assert_ok(kt_text_new(NULL, &plain));
    for (size_t i = 0; i < SAMPLES; i++) {
        if (!is_known(&samples[i])) continue;
        kt_file file = map_sample(&samples[i]);
        kt_subtitle *s = open_bytes(file.bytes, samples[i].name);
        check_row(&table, samples[i].name, kti_str(kt_format_id(kt_subtitle_format(s))),
                  kti_str(samples[i].format));
        check_row(&table, samples[i].name, kti_str(kt_subtitle_charset(s).name),
                  kti_str(samples[i].charset));
        assert_int_equal(kt_subtitle_cues(s, NULL), samples[i].cues);
        assert_int_equal(kt_subtitle_tracks(s, NULL), samples[i].tracks);
        assert_ok(kt_subtitle_plain(s, 0, plain));
        check_row(&table, samples[i].name, kt_text_str(plain), kti_str(samples[i].text));
        kt_subtitle_free(s);
        kt_file_unmap(&file);
    }
    kt_text_free(plain);
    check_done(&table);
}

static void untouched_is_identical(void **state) {
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        if (!is_known(&samples[i])) continue;
        kt_file file = map_sample(&samples[i]);
        kt_subtitle *s = open_bytes(file.bytes, samples[i].name);
        kt_str saved;
        assert_ok(kt_subtitle_save(s, NULL, &saved, NULL));
        if (!kti_str_eq(saved, file.bytes)) fail_msg("%s changed", samples[i].name);
        /* A cue set to what it holds goes the long way: through the encoding. */
        const kt_cue *cues;
        (void)kt_subtitle_cues(s, &cues);
        kt_str raw = kti_str_span(kt_subtitle_text(s), cues[0].text);
        if (memchr(raw.ptr, '\n', raw.len) == NULL && memchr(raw.ptr, '\\', raw.len) == NULL) {
            assert_ok(kt_subtitle_set_text(s, 0, raw));
            assert_ok(kt_subtitle_save(s, NULL, &saved, NULL));
            if (!kti_str_eq(saved, file.bytes)) fail_msg("%s changed", samples[i].name);
        }
        kt_subtitle_free(s);
        kt_file_unmap(&file);
    }
}

static void assert_same_text(kt_subtitle *a, kt_subtitle *b, size_t cue, kt_text *x, kt_text *y) {
    assert_ok(kt_subtitle_plain(a, cue, x));
    assert_ok(kt_subtitle_plain(b, cue, y));
    if (!kti_str_eq(kt_text_str(x), kt_text_str(y)))
        fail_msg("cue %zu: %.*s, not %.*s", cue, (int)kt_text_str(y).len, kt_text_str(y).ptr,
                 (int)kt_text_str(x).len, kt_text_str(x).ptr);
}

/* The last cue gets another text: read again, all other cues and all times are as before, and the
 * text before its place is that of the file. */
static void a_change_is_local(void **state) {
    (void)state;
    kt_text *x, *y;
    assert_ok(kt_text_new(NULL, &x));
    assert_ok(kt_text_new(NULL, &y));
    for (size_t i = 0; i < SAMPLES; i++) {
        if (!is_known(&samples[i])) continue;
        kt_file file = map_sample(&samples[i]);
        kt_subtitle *s = open_bytes(file.bytes, samples[i].name);
        size_t last = samples[i].cues - 1;
        kt_str saved;
        assert_ok(kt_subtitle_set_text(s, last, S("한 줄")));
        assert_ok(kt_subtitle_save(s, NULL, &saved, NULL));
        kt_subtitle *again = open_bytes(saved, samples[i].name);
        const kt_cue *before, *after;
        assert_int_equal(kt_subtitle_cues(s, &before), kt_subtitle_cues(again, &after));
        for (size_t k = 0; k < last; k++) {
            assert_same_text(s, again, k, x, y);
            assert_int_equal(before[k].start_ms, after[k].start_ms);
            assert_int_equal(before[k].end_ms, after[k].end_ms);
        }
        assert_ok(kt_subtitle_plain(again, last, y));
        assert_str(kt_text_str(y), "한 줄");
        size_t start = before[last].text.start;
        assert_true(kti_str_eq(kti_str_cut(kt_subtitle_text(again), 0, start),
                               kti_str_cut(kt_subtitle_text(s), 0, start)));
        kt_subtitle_free(again);
        kt_subtitle_free(s);
        kt_file_unmap(&file);
    }
    kt_text_free(x);
    kt_text_free(y);
}

/* Shifted by two seconds and read again, every cue is two seconds later. */
static void every_time_moves(void **state) {
    (void)state;
    enum { BY = 2000 };
    for (size_t i = 0; i < SAMPLES; i++) {
        if (!is_known(&samples[i])) continue;
        kt_file file = map_sample(&samples[i]);
        kt_subtitle *plain = open_bytes(file.bytes, samples[i].name);
        kt_subtitle *s = open_bytes(file.bytes, samples[i].name);
        kt_str saved;
        assert_ok(kt_subtitle_shift(s, BY, 1, 1));
        assert_ok(kt_subtitle_save(s, NULL, &saved, NULL));
        kt_subtitle *again = open_bytes(saved, samples[i].name);
        const kt_cue *before, *after;
        size_t count = kt_subtitle_cues(plain, &before);
        assert_int_equal(count, kt_subtitle_cues(again, &after));
        for (size_t k = 0; k < count; k++)
            if (after[k].start_ms != before[k].start_ms + BY ||
                after[k].end_ms != before[k].end_ms + BY)
                fail_msg("%s: cue %zu: %ld-%ld became %ld-%ld", samples[i].name, k,
                         (long)before[k].start_ms, (long)before[k].end_ms, (long)after[k].start_ms,
                         (long)after[k].end_ms);
        kt_subtitle_free(again);
        kt_subtitle_free(s);
        kt_subtitle_free(plain);
        kt_file_unmap(&file);
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(read_by_content),
        cmocka_unit_test(untouched_is_identical),
        cmocka_unit_test(a_change_is_local),
        cmocka_unit_test(every_time_moves),
    };
    folder = argc > 1 ? argv[1] : ".";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
