/* cmd_romanize.c - romanize and pronounce, on lines and on subtitle files. */
#include <string.h>

#include "filter.h"
#include "io.h"
#include "json_text.h"

typedef struct writing {
    bool romanize; /* else pronounce */
    kt_romanize_options latin;
    kt_pronounce_options reading;
    bool explain;
    long nbest; /* readings; 0: one, with --explain as asked */
} writing;

static kt_status transform(const writing *w, session *s, kt_str text) {
    return w->romanize ? kt_romanize(s->ctx, text, &w->latin, s->text)
                       : kt_pronounce(s->ctx, text, &w->reading, s->text);
}

static int plain(const filter *f, session *s, const line *l, buffer *out) {
    const writing *w = f->options;
    kt_status status = transform(w, s, l->text);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    buffer_str(out, kt_text_str(s->text));
    if (w->explain) explain_text(out, s->text);
    return EXIT_DONE;
}

enum { MOST_READINGS = 64 };

/* The permitted readings, tab-separated, the principal one first. */
static int readings(const filter *f, session *s, const line *l, buffer *out) {
    const writing *w = f->options;
    kt_str list[MOST_READINGS];
    size_t count;
    kt_status status =
        kt_pronounce_readings(s->ctx, l->text, &w->reading, list, (size_t)w->nbest, &count);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buffer_byte(out, '\t');
        buffer_str(out, list[i]);
    }
    return EXIT_DONE;
}

static int json(const filter *f, session *s, const line *l, buffer *out) {
    kt_status status = transform(f->options, s, l->text);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    json_text(out, l->text, s->text);
    return EXIT_DONE;
}

static writing read_options(const arguments *args, bool romanize) {
    writing w = {romanize, KT_ROMANIZE_INIT, KT_PRONOUNCE_INIT, arguments_has(args, OPT_EXPLAIN),
                 0};
    w.reading.norm = (kt_norm)arguments_choice(args, OPT_NORM, KT_NORM_KR);
    w.reading.phrasing = (kt_phrasing)arguments_choice(args, OPT_PHRASING, KT_PHRASING_JOINED);
    w.latin.kind = (kt_kind)arguments_choice(args, OPT_KIND, KT_KIND_AUTO);
    w.latin.hyphen = (kt_hyphen)arguments_choice(args, OPT_HYPHEN, KT_HYPHEN_NONE);
    w.latin.scheme = (kt_scheme)arguments_choice(args, OPT_SCHEME, KT_SCHEME_RR);
    w.latin.letter_case = (kt_letter_case)arguments_choice(args, OPT_CASE, KT_CASE_SCHEME);
    w.latin.numbers = (kt_numbers)arguments_choice(args, OPT_NUMBERS, KT_NUMBERS_KEEP);
    w.latin.ascii = arguments_has(args, OPT_ASCII);
    w.latin.keep_latin = arguments_has(args, OPT_KEEP_LATIN);
    w.latin.narrow = arguments_has(args, OPT_NARROW);
    w.latin.numbered = (kt_numbered)arguments_choice(args, OPT_NUMBERED, KT_NUMBERED_READ);
    if (arguments_has(args, OPT_GIVEN_HYPHEN)) w.latin.given_hyphen = KT_HYPHEN_SYLLABLE;
    w.latin.explain = w.reading.explain = w.explain;
    return w;
}

/* ---- subtitle files ------------------------------------------------------------------------- */

enum { LAYOUT_REPLACE, LAYOUT_ABOVE, LAYOUT_BELOW };

static kt_status do_cue(const writing *w, session *s, kt_subtitle *subtitle, size_t cue,
                        kt_str text, int layout, buffer *lines) {
    kt_status status = transform(w, s, text);
    kt_str result = kt_text_str(s->text);
    bool same =
        result.len == text.len && (text.len == 0 || memcmp(result.ptr, text.ptr, text.len) == 0);
    if (status != KT_OK || same) return status;
    lines->len = 0;
    if (layout == LAYOUT_BELOW) buffer_str(lines, text);
    if (layout == LAYOUT_BELOW) buffer_byte(lines, '\n');
    buffer_str(lines, result);
    if (layout == LAYOUT_ABOVE) buffer_byte(lines, '\n');
    if (layout == LAYOUT_ABOVE) buffer_str(lines, text);
    return kt_subtitle_set_text(subtitle, cue, (kt_str){lines->ptr, lines->len});
}

static int write_back(session *s, const document *d, output *out) {
    kt_str bytes = kt_text_str(s->text);
    if (!is_utf8_charset(d->charset.name)) {
        kt_status status =
            kt_charset_encode(s->ctx, bytes, d->charset.name, d->charset.bom_len > 0, &bytes);
        if (status != KT_OK) return complain_status(s, status, d->name, 0);
    } else {
        buffer_add(&out->bytes, d->bytes.ptr, d->charset.bom_len);
    }
    buffer_str(&out->bytes, bytes);
    return output_finish(out);
}

static int do_cues(const writing *w, session *s, const document *d, kt_subtitle *subtitle,
                   output *out) {
    const kt_cue *cues;
    buffer lines = {.ptr = NULL};
    size_t count = kt_subtitle_cues(subtitle, &cues);
    int layout = arguments_choice(s->args, OPT_LAYOUT, LAYOUT_REPLACE);
    kt_status status = KT_OK;
    for (size_t i = 0; i < count && status == KT_OK; i++) {
        kt_str text = {d->utf8.ptr + cues[i].text.start, cues[i].text.end - cues[i].text.start};
        status = do_cue(w, s, subtitle, i, text, layout, &lines);
    }
    if (status == KT_OK) status = kt_subtitle_write(subtitle, s->text);
    buffer_free(&lines);
    return status == KT_OK ? write_back(s, d, out) : complain_status(s, status, d->name, 0);
}

static int do_subtitle(const writing *w, session *s, const char *name, output out) {
    document d;
    kt_error err;
    kt_subtitle *subtitle = NULL;
    int result = document_load(s, name, arguments_value(s->args, OPT_ENCODING, NULL), &d);
    if (result == EXIT_DONE &&
        kt_subtitle_parse(NULL, d.utf8, KT_FORMAT_SRT, &subtitle, &err) != KT_OK)
        result = complain(EXIT_USAGE, name, err.line, 1, err.message);
    if (result == EXIT_DONE) result = do_cues(w, s, &d, subtitle, &out);
    kt_subtitle_free(subtitle);
    buffer_free(&out.bytes);
    document_free(&d);
    return result;
}

/* Subtitle files do not join: several need --in-place, or go to standard output in turn. */
static int do_subtitles(const writing *w, session *s) {
    static const char *const standard_input[] = {"-"};
    const arguments *args = s->args;
    const char *const *names = args->operand_count > 0 ? args->operands : standard_input;
    size_t count = args->operand_count > 0 ? args->operand_count : 1;
    int result = EXIT_DONE;
    if (count > 1 && arguments_has(args, OPT_OUTPUT))
        return complain(EXIT_USAGE, NULL, 0, 0, "one --output cannot hold several subtitle files");
    for (size_t i = 0; i < count && result == EXIT_DONE; i++) {
        output out = {.path = arguments_value(args, OPT_OUTPUT, NULL)};
        if (arguments_has(args, OPT_IN_PLACE)) result = output_in_place(args, names[i], &out);
        if (result == EXIT_DONE) result = do_subtitle(w, s, names[i], out);
    }
    return result;
}

/* Lines unless a format with cues is named, or auto finds one in the first file. */
static int wants_cues(session *s, bool *cues) {
    const char *format = arguments_value(s->args, OPT_FROM_FORMAT, "text");
    document d;
    *cues = strcmp(format, "srt") == 0;
    if (strcmp(format, "auto") == 0) {
        if (s->args->operand_count == 0)
            return complain(EXIT_USAGE, NULL, 0, 0, "--from-format auto needs a file to look at");
        int status = document_load(s, s->args->operands[0], NULL, &d);
        *cues = status == EXIT_DONE && kt_format_detect(d.utf8) == KT_FORMAT_SRT;
        document_free(&d);
        if (status != EXIT_DONE) return status;
    }
    if (!*cues && arguments_has(s->args, OPT_LAYOUT))
        return complain(EXIT_USAGE, NULL, 0, 0, "--layout is for subtitles (--from-format srt)");
    return EXIT_DONE;
}

static bool has_details(const arguments *args) {
    return arguments_has(args, OPT_EXPLAIN) || arguments_has(args, OPT_JSON) ||
           arguments_has(args, OPT_JSONL);
}

static int run(const arguments *args, bool romanize) {
    session s;
    writing w = read_options(args, romanize);
    filter f = {plain, json, romanize ? "kotext/romanize/1" : "kotext/pronounce/1", &w, false};
    w.nbest = 1;
    if (!arguments_number(args, OPT_NBEST, 1, MOST_READINGS, &w.nbest)) return EXIT_USAGE;
    if (w.nbest > 1 && has_details(args))
        return complain(EXIT_USAGE, NULL, 0, 0, "--nbest gives plain text only");
    if (w.nbest > 1) f.plain = readings;
    int status = session_open(args, &s);
    bool cues = false;
    if (status == EXIT_DONE) status = wants_cues(&s, &cues);
    if (status == EXIT_DONE) status = cues ? do_subtitles(&w, &s) : filter_run(&f, &s);
    session_close(&s);
    return status;
}

int romanize_command(const arguments *args) {
    if (arguments_has(args, OPT_REVERSE))
        return hangulize_lines(args, (kt_scheme)arguments_choice(args, OPT_SCHEME, KT_SCHEME_RR),
                               1);
    return run(args, true);
}

int pronounce_command(const arguments *args) {
    return run(args, false);
}
