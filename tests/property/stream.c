/* However the bytes of a stream are split, the pieces are the same; put together they are the
 * stream; and their cues are those of the file. */
#include "check.h"

#include "core/alloc.h"
#include "core/buf.h"
#include "kotext/stream.h"

enum { SPLITS = 200 };

static uint32_t seed = 12345;

static uint32_t next_random(void) {
    seed = seed * 1664525u + 1013904223u;
    return seed >> 8;
}

/* Everything there is to see of a piece. */
static void describe(kt_subtitle *piece, kti_buf *out, kti_buf *whole) {
    const kt_cue *cues;
    kt_text *text = NULL;
    assert_ok(kt_text_new(NULL, &text));
    assert_ok(kt_subtitle_write(piece, text));
    kti_buf_add_byte(out, '[');
    kti_buf_add_str(out, kt_text_str(text));
    kti_buf_add_str(whole, kt_text_str(text));
    size_t count = kt_subtitle_cues(piece, &cues);
    assert_true(count <= 1);
    if (count == 1) {
        assert_ok(kt_subtitle_plain(piece, 0, text));
        kti_buf_add_byte(out, '|');
        kti_buf_add_uint(out, (uint64_t)cues[0].start_ms);
        kti_buf_add_byte(out, ' ');
        kti_buf_add_uint(out, (uint64_t)cues[0].end_ms);
        kti_buf_add_byte(out, ' ');
        kti_buf_add_str(out, kt_text_str(text));
    }
    kti_buf_add_byte(out, ']');
    kt_text_free(text);
}

static void take_all(kt_stream *stream, kti_buf *out, kti_buf *whole, size_t limit) {
    kt_subtitle *piece;
    for (;;) {
        assert_ok(kt_stream_next(stream, &piece));
        if (piece == NULL) return;
        size_t before = whole->len;
        describe(piece, out, whole);
        assert_true(whole->len > before && whole->len - before <= limit);
    }
}

/* Feeds the file in parts of up to `most` bytes; 0: all at once. */
static void run(kt_str file, kt_format format, size_t limit, size_t most, kti_buf *out) {
    kt_stream *stream = NULL;
    kt_stream_options options = KT_STREAM_INIT;
    kti_buf whole;
    options.format = format;
    options.limit = limit;
    kti_buf_init(&whole, &out->alloc);
    kti_buf_clear(out);
    assert_ok(kt_stream_new(NULL, &options, &stream));
    for (size_t at = 0; at < file.len;) {
        size_t len = most == 0 ? file.len : 1 + next_random() % most;
        if (len > file.len - at) len = file.len - at;
        assert_ok(kt_stream_feed(stream, kti_str_cut(file, at, at + len)));
        take_all(stream, out, &whole, limit);
        at += len;
    }
    kt_stream_end(stream);
    take_all(stream, out, &whole, limit);
    assert_int_equal(whole.len, file.len);
    if (file.len > 0) assert_memory_equal(whole.ptr, file.ptr, file.len);
    assert_int_equal(kt_stream_feed(stream, file), KT_ERR_ARG);
    kt_stream_free(stream);
    kti_buf_free(&whole);
}

static void any_split(kt_str file, kt_format format, size_t limit) {
    kt_alloc heap = kti_alloc_libc();
    kti_buf once, split;
    kti_buf_init(&once, &heap);
    kti_buf_init(&split, &heap);
    run(file, format, limit, 0, &once);
    for (size_t i = 0; i < SPLITS; i++) {
        run(file, format, limit, i < 3 ? 1 + i : 1 + next_random() % 40, &split);
        assert_int_equal(split.len, once.len);
        assert_memory_equal(split.ptr, once.ptr, once.len);
    }
    kti_buf_free(&once);
    kti_buf_free(&split);
}

static const char *const srt[] = {
    "",
    "\xEF\xBB\xBF",
    "\n",
    "1",
    "a\r",
    "\xEF\xBB",
    ("\xEF\xBB\xBF"
     "1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>개성</i>\r\n둘\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n나"),
    "1\r00:00:01,000 --> 00:00:02,500\r가\r\r\r2\r00:00:03,000 --> 00:00:04,000\r나\r\r",
    "x\n\n00:00:01,000 --> 00:00:02,500\n가\n2\n00:00:03.5-->0:0:4\n나\n\n뒤\n\n3\n0:0:5,0 --> 0:0:6,0\n\n",
    "text\n00:00:01,000 --> 00:00:02,500",
    "00:00:01,000 --> 00:00:02,500\n00:00:01,000 --> 00:00:02,500\n1\n2\n00:00:01,000 --> 00:00:02,500\n",
};
static const char *const vtt[] = {
    "WEBVTT",
    "WEBVTT\n",
    "\xEF\xBB\xBFWEBVTT 가\r\nKind: captions\r\n\r\nSTYLE\r\n::cue {}\r\n\r\n",
    ("WEBVTT\n00:01.000 --> 00:02.000\n가\n00:03.000 --> 00:04.000\n<b>나</b>\n\n\nNOTE 쪽지\n\nid\n00:05.000 --> "
     "00:06.000 line:0\n다\n\n00:x --> 1\n라\n\n--> \n마"),
    "WEBVTT\r\r00:01.000 --> 00:02.000\r가\r\r\n00:03.000 --> 00:04.000\r\n나\r\n",
};

static void splits_change_nothing(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof srt / sizeof *srt; i++)
        any_split(kti_str(srt[i]), KT_FORMAT_SRT, 65536);
    for (size_t i = 0; i < sizeof vtt / sizeof *vtt; i++)
        any_split(kti_str(vtt[i]), KT_FORMAT_VTT, 65536);
}

/* Pieces that are too long are cut at the same places, between characters. */
static void limits_cut(void **state) {
    (void)state;
    kt_alloc heap = kti_alloc_libc();
    kti_buf file;
    kti_buf_init(&file, &heap);
    for (int kind = 0; kind < 4; kind++) {
        kti_buf_clear(&file);
        kti_buf_add_cstr(&file, "WEBVTT\n\n00:01.000 --> 00:02.000\n");
        for (int i = 0; i < 200; i++) {
            kti_buf_add_cstr(&file, kind < 2 ? "가나다" : "é라");
            if (kind % 2 == 1 && i % 7 == 0) kti_buf_add_cstr(&file, i % 2 == 0 ? "\r\n" : "\r");
        }
        any_split(kti_buf_str(&file), KT_FORMAT_VTT, 256);
        any_split(kti_str_cut(kti_buf_str(&file), 8, file.len), KT_FORMAT_SRT, 257);
    }
    kti_buf_free(&file);
}

/* Any bytes made of what matters. */
static void random_files(void **state) {
    (void)state;
    static const char *const parts[] = {"\n",
                                        "\r",
                                        "\r\n",
                                        "1",
                                        "-->",
                                        "00:00:01,000 --> 00:00:02,000",
                                        "00:01.000 --> 00:02.000",
                                        "가",
                                        " ",
                                        "NOTE",
                                        "\xEF\xBB\xBF",
                                        "\xED",
                                        "<b>"};
    kt_alloc heap = kti_alloc_libc();
    kti_buf file;
    kti_buf_init(&file, &heap);
    for (int i = 0; i < 60; i++) {
        kt_format format = i % 2 == 0 ? KT_FORMAT_SRT : KT_FORMAT_VTT;
        kti_buf_clear(&file);
        if (format == KT_FORMAT_VTT) kti_buf_add_cstr(&file, "WEBVTT\n");
        for (uint32_t left = next_random() % 80; left > 0; left--)
            kti_buf_add_cstr(&file, parts[next_random() % (sizeof parts / sizeof *parts)]);
        any_split(kti_buf_str(&file), format, 256);
    }
    kti_buf_free(&file);
}

/* The cues of the stream are those of the file, where no cue holds an empty line. */
static void cues_of_the_file(void **state) {
    (void)state;
    kt_alloc heap = kti_alloc_libc();
    kti_buf streamed;
    kti_buf_init(&streamed, &heap);
    for (size_t i = 6; i < sizeof srt / sizeof *srt + 2; i++) {
        bool sub_rip = i < sizeof srt / sizeof *srt;
        kt_str file = kti_str(sub_rip ? srt[i] : vtt[i - sizeof srt / sizeof *srt + 3]);
        kt_format format = sub_rip ? KT_FORMAT_SRT : KT_FORMAT_VTT;
        const kt_cue *cues;
        kt_subtitle *s = NULL;
        size_t streamed_cues = 0;
        run(file, format, 65536, 5, &streamed);
        for (size_t at = 0; at < streamed.len; at++)
            streamed_cues += streamed.ptr[at] == '|';
        assert_ok(kt_subtitle_open(NULL, file, NULL, &s, NULL));
        size_t count = kt_subtitle_cues(s, &cues);
        assert_int_equal(streamed_cues, count + (i == 8)); /* one of them is in two parts */
        kt_subtitle_free(s);
    }
    kti_buf_free(&streamed);
}

static void refused(void **state) {
    (void)state;
    kt_stream *stream = NULL;
    kt_subtitle *piece;
    kt_stream_options options = KT_STREAM_INIT;
    options.format = KT_FORMAT_ASS;
    assert_int_equal(kt_stream_new(NULL, &options, &stream), KT_ERR_UNSUPPORTED);
    options.format = KT_FORMAT_VTT;
    options.limit = 1;
    assert_int_equal(kt_stream_new(NULL, &options, &stream), KT_ERR_ARG);
    options.limit = 0;
    assert_ok(kt_stream_new(NULL, &options, &stream));
    assert_ok(kt_stream_feed(stream, KTI_STR("WEBVT")));
    assert_ok(kt_stream_next(stream, &piece));
    assert_null(piece);
    assert_ok(kt_stream_feed(stream, KTI_STR("TX\n")));
    assert_int_equal(kt_stream_next(stream, &piece), KT_ERR_SYNTAX);
    assert_int_equal(kt_stream_next(NULL, &piece), KT_ERR_ARG);
    kt_stream_free(stream);
    kt_stream_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splits_change_nothing),
        cmocka_unit_test(limits_cut),
        cmocka_unit_test(random_files),
        cmocka_unit_test(cues_of_the_file),
        cmocka_unit_test(refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
