/* cmd_space.c - spaces between Korean words. */
#include "filter.h"
#include "json_text.h"

static int plain(const filter *f, session *s, const line *l, buffer *out) {
    kt_status status = kt_space_repair(s->ctx, l->text, f->options, s->text);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    buffer_str(out, kt_text_str(s->text));
    if (arguments_has(s->args, OPT_EXPLAIN)) explain_text(out, s->text);
    return EXIT_DONE;
}

static int json(const filter *f, session *s, const line *l, buffer *out) {
    kt_status status = kt_space_repair(s->ctx, l->text, f->options, s->text);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    json_text(out, l->text, s->text);
    return EXIT_DONE;
}

int space_command(const arguments *args) {
    kt_space_options options = KT_SPACE_INIT;
    options.level = (kt_space_level)arguments_choice(args, OPT_LEVEL, KT_SPACE_NORMAL);
    options.changes = (kt_space_changes)arguments_choice(args, OPT_ONLY, KT_SPACE_BOTH);
    filter f = {.plain = plain, .json = json, .schema = "kotext/space/1", .options = &options};
    return filter_command(&f, args);
}
