#include "cues.h"

#include <string.h>

#include "json_list.h"
#include "subtitle_file.h"

typedef struct job {
    session *session;
    cue_transform *transform;
    const void *context;
    kt_layout layout;
} job;

/* Read as written in Latin letters, in IPA, or in Hangul by the other commands. */
static kt_status name_track(const job *j, kt_subtitle *subtitle) {
    const arguments *args = j->session->args;
    bool spoken = args->command == command_find("pronounce");
    bool ipa = strcmp(arguments_value(args, OPT_TO, ""), "ipa") == 0 ||
               strcmp(arguments_value(args, OPT_SCHEME, ""), "ipa") == 0;
    const char *id = ipa ? "IPA" : spoken ? "Read" : "Latn";
    const char *language = ipa ? "ko-fonipa" : spoken ? "ko" : "ko-Latn";
    return kt_subtitle_name_second(subtitle, str_of(id), str_of(language));
}

static kt_status do_cue(const job *j, kt_subtitle *subtitle, size_t cue, kt_text *plain) {
    kt_status status = kt_subtitle_plain(subtitle, cue, plain);
    if (status == KT_OK) status = j->transform(j->context, j->session, kt_text_str(plain));
    if (status != KT_OK) return status;
    return kt_subtitle_apply(subtitle, cue, j->session->text, j->layout);
}

static int refuse_track(const subtitle_file *f) {
    buffer message = {.ptr = NULL};
    buffer_text(&message, kt_format_id(kt_subtitle_format(f->subtitle)));
    buffer_text(&message, kt_subtitle_format(f->subtitle) == KT_FORMAT_TTML
                              ? ": a second track stands beside whole paragraphs only"
                              : " has one track: --layout track is for ass, ssa, sami, ttml, vtt");
    buffer_byte(&message, '\0');
    int status = complain(EXIT_USAGE, f->name, 0, 0, message.failed ? "" : message.ptr);
    buffer_free(&message);
    return status;
}

static int do_cues(const job *j, const subtitle_file *f) {
    kt_text *plain = NULL;
    kt_status status = kt_text_new(NULL, &plain);
    size_t count = kt_subtitle_cues(f->subtitle, NULL);
    if (status == KT_OK) status = name_track(j, f->subtitle);
    for (size_t i = 0; i < count && status == KT_OK; i++)
        status = do_cue(j, f->subtitle, i, plain);
    kt_text_free(plain);
    if (status == KT_ERR_UNSUPPORTED && j->layout == KT_LAYOUT_TRACK) return refuse_track(f);
    return status == KT_OK ? EXIT_DONE : complain_status(j->session, status, f->name, 0);
}

static int do_file(const arguments *args, const char *name, output *out, void *context) {
    subtitle_file f;
    int status = subtitle_load(args, name, &f);
    if (status == EXIT_DONE) status = do_cues(context, &f);
    if (status == EXIT_DONE) status = subtitle_save(args, &f, out);
    subtitle_free(&f);
    return status;
}

/* ---- streams -------------------------------------------------------------------------------- */

static int do_whole(const job *j, input *in) {
    subtitle_file f = {.name = "-"};
    output out = {.path = arguments_value(j->session->args, OPT_OUTPUT, NULL)};
    int status = input_read_all(in);
    if (status == EXIT_DONE) status = subtitle_of(j->session->args, "-", &in->pending, &f);
    if (status == EXIT_DONE) status = do_cues(j, &f);
    if (status == EXIT_DONE) status = subtitle_save(j->session->args, &f, &out);
    if (status == EXIT_DONE) status = output_finish(&out);
    buffer_free(&out.bytes);
    subtitle_free(&f);
    return status;
}

/* What comes on standard input and is said to be SubRip or WebVTT goes out cue by cue. */
static bool may_stream(const arguments *args) {
    kt_format format = format_asked(args);
    bool piped = args->operand_count == 0 ||
                 (args->operand_count == 1 && strcmp(args->operands[0], "-") == 0);
    const char *encoding = arguments_value(args, OPT_ENCODING, "UTF-8");
    const char *wanted = arguments_value(args, OPT_OUTPUT_ENCODING, "UTF-8");
    return piped && (format == KT_FORMAT_SRT || format == KT_FORMAT_VTT) &&
           is_utf8_charset(charset_named(encoding)) && is_utf8_charset(charset_named(wanted)) &&
           !arguments_has(args, OPT_IN_PLACE);
}

static kt_status do_piece(const job *j, kt_subtitle *piece, kt_text *plain, output *out) {
    kt_status status = KT_OK;
    if (kt_subtitle_cues(piece, NULL) > 0) status = name_track(j, piece);
    if (kt_subtitle_cues(piece, NULL) > 0 && status == KT_OK) status = do_cue(j, piece, 0, plain);
    if (status == KT_OK) status = kt_subtitle_write(piece, plain);
    if (status == KT_OK) buffer_str(&out->bytes, kt_text_str(plain));
    return status;
}

/* Takes what is ready; `*cues` counts. */
static int do_pieces(const job *j, kt_stream *stream, kt_text *plain, output *out, size_t *cues) {
    kt_subtitle *piece = NULL;
    kt_status status = KT_OK;
    do {
        status = kt_stream_next(stream, &piece);
        if (status == KT_ERR_SYNTAX)
            return complain(EXIT_USAGE, "-", 1, 1, "the file does not begin with WEBVTT");
        if (status != KT_OK || piece == NULL) break;
        *cues += kt_subtitle_cues(piece, NULL);
        status = do_piece(j, piece, plain, out);
    } while (status == KT_OK);
    if (status == KT_ERR_UNSUPPORTED && j->layout == KT_LAYOUT_TRACK)
        return refuse_track(&(subtitle_file){.name = "-", .subtitle = piece});
    return status == KT_OK ? output_flush(out) : complain_status(j->session, status, "-", 0);
}

static int feed_all(const job *j, input *in, kt_stream *stream, kt_text *plain, output *out) {
    size_t cues = 0;
    int status = EXIT_DONE;
    while (status == EXIT_DONE && !in->ended) {
        if (kt_stream_feed(stream, input_pending(in)) != KT_OK)
            return complain(EXIT_IO, "-", 0, 0, "out of memory");
        in->used = in->pending.len;
        status = do_pieces(j, stream, plain, out, &cues);
        if (status == EXIT_DONE) status = input_read(in);
    }
    kt_stream_end(stream);
    if (status == EXIT_DONE) status = do_pieces(j, stream, plain, out, &cues);
    bool none = status == EXIT_DONE && cues == 0 && format_asked(j->session->args) == KT_FORMAT_SRT;
    return none ? complain(EXIT_USAGE, "-", 1, 1, "no cue: no line with \"-->\" times") : status;
}

static int stream_cues(const job *j, input *in) {
    kt_stream_options options = KT_STREAM_INIT;
    kt_stream *stream = NULL;
    kt_text *plain = NULL;
    output out = {.path = arguments_value(j->session->args, OPT_OUTPUT, NULL)};
    int status = EXIT_DONE;
    options.format = format_asked(j->session->args);
    if (kt_stream_new(NULL, &options, &stream) != KT_OK || kt_text_new(NULL, &plain) != KT_OK)
        status = complain(EXIT_IO, "-", 0, 0, "out of memory");
    if (status == EXIT_DONE) status = feed_all(j, in, stream, plain, &out);
    if (status == EXIT_DONE) status = output_finish(&out);
    kt_text_free(plain);
    kt_stream_free(stream);
    buffer_free(&out.bytes);
    return status;
}

/* The first bytes tell the encoding: what is not UTF-8 is read whole. */
static int do_stream(const job *j) {
    input in;
    const arguments *args = j->session->args;
    int status = input_open("-", &in);
    if (status == EXIT_DONE) status = input_read(&in);
    if (status == EXIT_DONE) {
        kt_charset_guess guess =
            kt_charset_choose(input_pending(&in), arguments_value(args, OPT_ENCODING, NULL));
        status = is_utf8_charset(guess.name) ? stream_cues(j, &in) : do_whole(j, &in);
    }
    input_close(&in);
    return status;
}

int cues_run(session *s, cue_transform *transform, const void *context) {
    job j = {s, transform, context,
             (kt_layout)arguments_choice(s->args, OPT_LAYOUT, KT_LAYOUT_REPLACE)};
    return may_stream(s->args) ? do_stream(&j) : subtitle_each(s->args, 0, do_file, &j);
}

/* ---- lines or cues -------------------------------------------------------------------------- */

/* Whether bytes are subtitles. What that takes of memory does not stay with the session. */
static int tell_cues(const session *s, kt_str bytes, bool *cues) {
    session own = *s;
    kt_str text;
    if (kt_ctx_new(s->engine, &own.ctx) != KT_OK)
        return complain(EXIT_IO, NULL, 0, 0, "out of memory");
    kt_charset_guess charset =
        kt_charset_choose(bytes, arguments_value(s->args, OPT_ENCODING, NULL));
    *cues = kt_charset_decode(own.ctx, bytes, charset.name, 0, &text) == KT_OK &&
            kt_format_detect(text) != KT_FORMAT_TEXT;
    kt_ctx_free(own.ctx);
    return EXIT_DONE;
}

/* Looks at the beginning of a regular file; others cannot be read twice. */
static int look(const session *s, const char *name, bool *cues) {
    enum { HEAD = 1 << 20 };
    input in;
    int status = input_open(name, &in);
    while (status == EXIT_DONE && in.size > 0 && !in.ended && in.total < HEAD)
        status = input_read(&in);
    if (status == EXIT_DONE) status = tell_cues(s, input_pending(&in), cues);
    input_close(&in);
    return status;
}

static bool wants_lines(const arguments *args) {
    return json_asked(args) || arguments_has(args, OPT_EXPLAIN) ||
           arguments_has(args, OPT_STRICT) || arguments_has(args, OPT_ON_INVALID) ||
           arguments_has(args, OPT_NBEST);
}

int cues_wanted(session *s, bool *cues) {
    const arguments *args = s->args;
    const char *format = arguments_value(args, OPT_FROM_FORMAT, NULL);
    bool automatic = format == NULL || strcmp(format, "auto") == 0;
    bool file = args->operand_count > 0 && strcmp(args->operands[0], "-") != 0;
    int status = EXIT_DONE;
    *cues = !automatic && strcmp(format, "text") != 0;
    if (format != NULL && automatic && !file)
        return complain(EXIT_USAGE, NULL, 0, 0, "--from-format auto needs a file to look at");
    if (automatic && file && (format != NULL || !wants_lines(args)))
        status = look(s, args->operands[0], cues);
    if (status == EXIT_DONE && !*cues && arguments_has(args, OPT_LAYOUT))
        return complain(EXIT_USAGE, NULL, 0, 0, "--layout is for subtitles, and this is text");
    return status;
}
