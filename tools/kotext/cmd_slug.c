/* cmd_slug.c - names for files and addresses, line by line. */
#include "filter.h"
#include "io.h"
#include "json_text.h"

static int plain(const filter *f, session *s, const line *l, buffer *out) {
    kt_status status = kt_slug(s->ctx, l->text, f->options, s->text);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    buffer_str(out, kt_text_str(s->text));
    return EXIT_DONE;
}

static int json(const filter *f, session *s, const line *l, buffer *out) {
    kt_status status = kt_slug(s->ctx, l->text, f->options, s->text);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    json_text(out, l->text, s->text);
    return EXIT_DONE;
}

int slug_command(const arguments *args) {
    long most = 0;
    kt_slug_options options = KT_SLUG_INIT;
    if (!arguments_number(args, OPT_MAX_LENGTH, 0, 4096, &most)) return EXIT_USAGE;
    options.max_len = (uint32_t)most;
    options.scheme = (kt_scheme)arguments_choice(args, OPT_SCHEME, KT_SCHEME_RR);
    if (arguments_choice(args, OPT_SEPARATOR, 0) == 1) options.separator = '_';
    filter f = {.plain = plain, .json = json, .schema = "kotext/slug/1", .options = &options};
    return filter_command(&f, args);
}
