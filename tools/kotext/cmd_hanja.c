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

/* ---- the other way -------------------------------------------------------------------------- */

typedef struct wanted {
    kt_kind kind;
    long nbest;
} wanted;

static int find(const filter *f, session *s, const line *l, const kt_hanja_candidate **list,
                size_t *count) {
    const wanted *w = f->options;
    kt_status status = kt_hanja_candidates(s->ctx, l->text, w->kind, (size_t)w->nbest, list, count);
    return status == KT_OK ? EXIT_DONE : complain_status(s, status, l->file, l->number);
}

static int plain_candidates(const filter *f, session *s, const line *l, buffer *out) {
    const kt_hanja_candidate *list;
    size_t count = 0;
    int status = find(f, s, l, &list, &count);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buffer_byte(out, '\t');
        buffer_str(out, list[i].hanja);
    }
    return status;
}

static int json_candidates(const filter *f, session *s, const line *l, buffer *out) {
    const kt_hanja_candidate *list;
    size_t count = 0;
    int status = find(f, s, l, &list, &count);
    buffer_text(out, "\"text\":");
    buffer_json(out, l->text);
    buffer_text(out, ",\"candidates\":[");
    for (size_t i = 0; i < count; i++) {
        buffer_text(out, i > 0 ? ",{\"hanja\":" : "{\"hanja\":");
        buffer_json(out, list[i].hanja);
        buffer_text(out, ",\"source\":");
        buffer_json(out, str_of(list[i].source));
        buffer_text(out, "}");
    }
    buffer_text(out, "]");
    return status;
}

static int candidates(const arguments *args) {
    wanted w = {(kt_kind)arguments_choice(args, OPT_KIND, KT_KIND_AUTO), 10};
    if (!arguments_number(args, OPT_NBEST, 1, 32, &w.nbest)) return EXIT_USAGE;
    if (arguments_has(args, OPT_RUBY) || arguments_has(args, OPT_PAREN))
        return complain(EXIT_USAGE, NULL, 0, 0, "--candidates goes without --ruby and --paren");
    filter f = {.plain = plain_candidates,
                .json = json_candidates,
                .schema = "kotext/hanja-candidates/1",
                .options = &w};
    return filter_command(&f, args);
}

int hanja_command(const arguments *args) {
    if (arguments_has(args, OPT_CANDIDATES)) return candidates(args);
    if (arguments_has(args, OPT_NBEST))
        return complain(EXIT_USAGE, NULL, 0, 0, "--nbest goes with --candidates");
    kt_hanja_options options = KT_HANJA_INIT;
    options.kind = (kt_kind)arguments_choice(args, OPT_KIND, KT_KIND_AUTO);
    filter f = {.plain = plain, .json = json, .schema = "kotext/hanja/1", .options = &options};
    options.norm = (kt_norm)(arguments_choice(args, OPT_NORM, KT_NORM_KR) % 2);
    if (arguments_has(args, OPT_PAREN)) options.layout = KT_HANJA_PAREN;
    bool ruby = arguments_has(args, OPT_RUBY);
    if (ruby && (arguments_has(args, OPT_PAREN) || arguments_has(args, OPT_JSON) ||
                 arguments_has(args, OPT_JSONL)))
        return complain(EXIT_USAGE, NULL, 0, 0, "--ruby goes without --paren and --json");
    if (ruby) f.plain = html;
    if (!ruby && options.kind != KT_KIND_PERSON) f.cut = CUT_SPACES;
    return filter_command(&f, args);
}
