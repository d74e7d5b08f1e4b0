/* Subtitle files: one of each reader, every writer, changes, joining, checking, streams. */
#include "scenes.h"

static const char *const files[] = {
    "1\n00:00:01,000 --> 00:00:02,000\n<i>가</i>\n나 &amp;\n\n2\n00:00:03,000 --> 00:00:04,000\n문: 다\n",
    "WEBVTT\n\n00:01.000 --> 00:02.000 line:0 align:start\n<v 문><b>e\u0301가</b> <00:01.500>나\n",
    "[Script Info]\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,{\\k20}가\\N나\n",
    "<SAMI><SYNC Start=1><P Class=KRCC>가<SYNC Start=2><P Class=KRCC>&nbsp;",
    "[00:01.00]<00:01.00>가\n",
    "0:00:01.000,0:00:02.000\n가\n",
    "<x:tt xmlns:x='http://www.w3.org/ns/ttml'><x:body><x:p end='1s'>가<x:br/>나</x:p></x:body></x:tt>",
    "{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"가\\n\"}]}",
    "<cite>문:</cite><time>0:00</time><p>가<br>나</p>",
};
enum { FILES = sizeof files / sizeof *files };

typedef kt_status use(const stage *on, kt_subtitle *s);

/* The file whose turn it is. */
static kt_status with_file(const stage *on, use *how) {
    kt_subtitle *s = NULL;
    kt_status status = kt_subtitle_open(on->alloc, kti_str(files[on->turn]), NULL, &s, NULL);
    THEN(how(on, s));
    kt_subtitle_free(s);
    return status;
}

static kt_status or_unsupported(kt_status status) {
    return status == KT_ERR_UNSUPPORTED ? KT_OK : status;
}

static kt_status look(const stage *on, kt_subtitle *s) {
    kt_cue_settings settings;
    kt_str out;
    kt_status status = kt_subtitle_plain(s, 0, on->text);
    THEN(kt_subtitle_html(s, 0, &out));
    THEN(kt_subtitle_speaker(s, 0, &out));
    THEN(kt_subtitle_settings(s, 0, &settings));
    return status;
}

static kt_status looks(const stage *on) {
    return with_file(on, look);
}

static kt_status change(const stage *on, kt_subtitle *s) {
    kt_text *plain = NULL;
    kt_str bytes;
    kt_status status = kt_text_new(on->alloc, &plain);
    for (int layout = 0; layout <= KT_LAYOUT_TRACK; layout++) {
        THEN(kt_subtitle_plain(s, 0, plain));
        THEN(kt_romanize(on->ctx, kt_text_str(plain), NULL, on->text));
        THEN(or_unsupported(kt_subtitle_apply(s, 0, on->text, (kt_layout)layout)));
        THEN(kt_subtitle_write(s, on->text));
    }
    THEN(or_unsupported(kt_subtitle_name_second(s, S("ROMAN"), S("ko-Latn"))));
    THEN(kt_subtitle_set_text(s, 0, S("가\n나")));
    THEN(or_unsupported(kt_subtitle_set_times(s, 0, 500, 1500)));
    THEN(kt_subtitle_shift(s, 1000, 25, 24));
    THEN(kt_subtitle_keep_track(s, 0));
    THEN(kt_subtitle_write(s, on->text));
    THEN(kt_subtitle_save(s, "UTF-16LE", &bytes, NULL));
    kt_text_free(plain);
    return status;
}

static kt_status changes(const stage *on) {
    return with_file(on, change);
}

static kt_status convert(const stage *on, kt_subtitle *s) {
    kt_str out;
    kt_status status = KT_OK;
    (void)on;
    for (int to = KT_FORMAT_SRT; to < KT_FORMAT_COUNT; to++) {
        THEN(or_unsupported(kt_subtitle_convert(s, (kt_format)to, &out)));
        THEN(or_unsupported(kt_subtitle_renew(s, (kt_format)to, &out)));
    }
    return status;
}

static kt_status converts(const stage *on) {
    return with_file(on, convert);
}

static int any_line(void *context, kt_str line) {
    (void)context;
    return line.len > 0;
}

static kt_status make_new(const stage *on, kt_subtitle *s) {
    kt_merge_options stacked = KT_MERGE_INIT, classes = KT_MERGE_INIT;
    kt_str out;
    (void)on;
    classes.format = KT_FORMAT_SAMI;
    kt_status status = kt_subtitle_merge(s, s, &stacked, &out);
    THEN(kt_subtitle_merge(s, s, &classes, &out));
    THEN(kt_subtitle_pick_lines(s, KT_FORMAT_SRT, any_line, NULL, &out));
    THEN(kt_subtitle_deroll(s, KT_FORMAT_SRT, &out));
    return status;
}

static kt_status makes_new(const stage *on) {
    return with_file(on, make_new);
}

static kt_status join(const stage *on, kt_subtitle *s) {
    kt_join_options how = KT_JOIN_INIT;
    kt_str out;
    kt_status status = or_unsupported(kt_subtitle_join(on->ctx, s, &how, &out)); /* without ICU */
    how.by = KT_JOIN_TURN;
    how.format = KT_FORMAT_VTT;
    THEN(or_unsupported(kt_subtitle_join(on->ctx, s, &how, &out)));
    return status;
}

static kt_status joins(const stage *on) {
    return with_file(on, join);
}

static kt_status check_and_fix(const stage *on, kt_subtitle *s) {
    kt_profile profile = KT_PROFILE_INIT;
    const kt_finding *findings;
    size_t count;
    kt_status status = kt_profile_read(kt_profile_named(S("streaming-ko")), &profile, NULL);
    THEN(kt_subtitle_check(s, &profile, &findings, &count));
    THEN(kt_subtitle_fix(on->ctx, s, &profile));
    return status;
}

static kt_status checks(const stage *on) {
    kt_wrap_options how = KT_WRAP_INIT;
    how.width = 8;
    how.lines = 2;
    kt_status status = with_file(on, check_and_fix);
    THEN(kt_wrap(on->ctx, S("문재인 대통령은 판문점에서 만났다"), &how, on->text));
    return status;
}

static kt_status streams(const stage *on) {
    kt_stream_options how = KT_STREAM_INIT;
    kt_stream *stream = NULL;
    kt_subtitle *piece = NULL;
    kt_status status = kt_stream_new(on->alloc, &how, &stream);
    THEN(kt_stream_feed(stream, kti_str_cut(kti_str(files[0]), 0, 20)));
    THEN(kt_stream_feed(stream, kti_str_cut(kti_str(files[0]), 20, strlen(files[0]))));
    if (status == KT_OK) kt_stream_end(stream);
    do {
        THEN(kt_stream_next(stream, &piece));
    } while (status == KT_OK && piece != NULL);
    kt_stream_free(stream);
    return status;
}

static kt_status other_encodings(const stage *on) {
    kt_subtitle *file = NULL;
    kt_status status = kt_subtitle_open(
        on->alloc, S("1\r\n00:00:01,000 --> 00:00:02,000\r\n\xb0\xa1\xb3\xaa\xb4\xd9\xff\r\n"),
        NULL, &file, NULL);
    kt_str bytes;
    THEN(kt_subtitle_save(file, NULL, &bytes, NULL));
    kt_subtitle_free(file);
    return status;
}

const scene subtitle_scenes[] = {
    {"look", looks, FILES},
    {"change", changes, FILES},
    {"convert", converts, FILES},
    {"new files", makes_new, FILES},
    {"join", joins, FILES},
    {"check", checks, FILES},
    {"stream", streams, 0},
    {"encodings", other_encodings, 0},
    {NULL, NULL, 0},
};
