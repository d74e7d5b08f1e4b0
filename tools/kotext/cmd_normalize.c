/* cmd_normalize.c - Unicode forms and the Korean steps. */
#include "cues.h"
#include "filter.h"
#include "json_text.h"

static int plain(const filter *f, session *s, const line *l, buffer *out) {
    kt_status status = kt_normalize(s->ctx, l->text, f->options, s->text);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    buffer_str(out, kt_text_str(s->text));
    return EXIT_DONE;
}

/* Without Korean steps nothing passes a line's end: whole lines at once. */
static int block(const filter *f, session *s, kt_str text, buffer *out) {
    return plain(f, s, &(line){text, 0, NULL}, out);
}

static int json(const filter *f, session *s, const line *l, buffer *out) {
    kt_status status = kt_normalize(s->ctx, l->text, f->options, s->text);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    json_text(out, l->text, s->text);
    return EXIT_DONE;
}

static kt_status cue(const void *context, session *s, kt_str text) {
    return kt_normalize(s->ctx, text, context, s->text);
}

int normalize_command(const arguments *args) {
    session s;
    kt_normalize_options options = KT_NORMALIZE_INIT;
    options.form = (kt_form)arguments_choice(args, OPT_FORM, KT_FORM_NFC);
    const char *rules = arguments_value(args, OPT_KOREAN, "none");
    if (kt_korean_steps(str_of(rules), &options.korean) != KT_OK)
        return complain(
            EXIT_USAGE, NULL, 0, 0,
            "normalize: --korean names a step that is not known; see 'kotext normalize --help'");
    filter f = {.plain = plain, .json = json, .schema = "kotext/normalize/1", .options = &options};
    if (options.korean == 0) f.cut = CUT_CHARACTERS;
    int status = session_open(args, &s);
    bool cues = false;
    if (status == EXIT_DONE) status = cues_wanted(&s, &cues);
    if (status == EXIT_DONE)
        status = cues ? cues_run(&s, cue, &options)
                      : filter_run_blocks(&f, options.korean == 0 ? block : NULL, &s);
    session_close(&s);
    return status;
}
