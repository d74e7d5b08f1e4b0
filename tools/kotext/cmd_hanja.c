/* cmd_hanja.c - Hanja to Hangul, line by line. */
#include "filter.h"
#include "io.h"
#include "json_text.h"
#include "ruby.h"

static int read_hanja(const filter *f, session *s, const line *l) {
    kt_status status = kt_hanja(s->ctx, l->text, f->options, s->text);
    return status == KT_OK ? EXIT_DONE : complain_status(s, status, l->file, l->number);
}

static int plain(const filter *f, session *s, const line *l, buffer *out) {
    int status = read_hanja(f, s, l);
    if (status != EXIT_DONE) return status;
    buffer_str(out, kt_text_str(s->text));
    return EXIT_DONE;
}

static int html(const filter *f, session *s, const line *l, buffer *out) {
    int status = read_hanja(f, s, l);
    if (status != EXIT_DONE) return status;
    ruby_html(out, l->text, s->text, arguments_choice(s->args, OPT_RUBY, 0) == 1);
    return EXIT_DONE;
}

static int json(const filter *f, session *s, const line *l, buffer *out) {
    int status = read_hanja(f, s, l);
    if (status != EXIT_DONE) return status;
    json_text(out, l->text, s->text);
    return EXIT_DONE;
}

int hanja_command(const arguments *args) {
    kt_hanja_options options = KT_HANJA_INIT;
    options.kind = (kt_kind)arguments_choice(args, OPT_KIND, KT_KIND_AUTO);
    filter f = {plain, json, "kotext/hanja/1", &options, false};
    options.norm = (kt_norm)(arguments_choice(args, OPT_NORM, KT_NORM_KR) % 2);
    if (arguments_has(args, OPT_PAREN)) options.layout = KT_HANJA_PAREN;
    bool ruby = arguments_has(args, OPT_RUBY);
    if (ruby && (arguments_has(args, OPT_PAREN) || arguments_has(args, OPT_JSON) ||
                 arguments_has(args, OPT_JSONL)))
        return complain(EXIT_USAGE, NULL, 0, 0, "--ruby goes without --paren and --json");
    if (ruby) f.plain = html;
    return filter_command(&f, args);
}
