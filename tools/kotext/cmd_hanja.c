/* cmd_hanja.c - Hanja to Hangul, line by line. */
#include "filter.h"
#include "io.h"
#include "json_text.h"

static int plain(const filter *f, session *s, const line *l, buffer *out) {
    kt_status status = kt_hanja(s->ctx, l->text, f->options, s->text);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    buffer_str(out, kt_text_str(s->text));
    return EXIT_DONE;
}

static int json(const filter *f, session *s, const line *l, buffer *out) {
    kt_status status = kt_hanja(s->ctx, l->text, f->options, s->text);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    json_text(out, l->text, s->text);
    return EXIT_DONE;
}

int hanja_command(const arguments *args) {
    session s;
    kt_hanja_options options = KT_HANJA_INIT;
    options.kind = (kt_kind)arguments_choice(args, OPT_KIND, KT_KIND_AUTO);
    filter f = {plain, json, "kotext/hanja/1", &options, false};
    int status = session_open(args, &s);
    if (status == EXIT_DONE) status = filter_run(&f, &s);
    session_close(&s);
    return status;
}
