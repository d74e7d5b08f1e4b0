/* cmd_gloss.c - a text word by word: reading, letters, Hanja, English, morphemes. */
#include "filter.h"
#include "json_text.h"

static int gloss(const filter *f, session *s, const line *l, const kt_gloss **list, size_t *count) {
    kt_status status = kt_gloss_words(s->ctx, l->text, f->options, list, count);
    return status == KT_OK ? EXIT_DONE : complain_status(s, status, l->file, l->number);
}

static kt_str surface(const line *l, const kt_gloss *word) {
    return (kt_str){l->text.ptr + word->span.start, word->span.end - word->span.start};
}

/* A row a word, an empty row behind each line of text. */
static int plain(const filter *f, session *s, const line *l, buffer *out) {
    const kt_gloss *list;
    size_t count = 0;
    int status = gloss(f, s, l, &list, &count);
    for (size_t i = 0; i < count; i++) {
        const kt_gloss *w = &list[i];
        const kt_str fields[] = {surface(l, w), w->reading, w->latin,
                                 w->hanja,      w->english, w->morphemes};
        for (size_t k = 0; k < sizeof fields / sizeof *fields; k++) {
            if (k > 0) buffer_byte(out, '\t');
            buffer_tsv(out, fields[k]);
        }
        buffer_byte(out, '\n');
    }
    return status;
}

static void json_field(buffer *out, const char *name, kt_str text) {
    if (text.len == 0) return;
    buffer_byte(out, ',');
    buffer_json(out, str_of(name));
    buffer_byte(out, ':');
    buffer_json(out, text);
}

static int json(const filter *f, session *s, const line *l, buffer *out) {
    const kt_gloss *list;
    size_t count = 0;
    int status = gloss(f, s, l, &list, &count);
    json_place place = {l->text, 0, 0};
    buffer_text(out, "\"text\":");
    buffer_json(out, l->text);
    buffer_text(out, ",\"words\":[");
    for (size_t i = 0; i < count; i++) {
        buffer_text(out, i > 0 ? ",{" : "{");
        json_span(out, &place, list[i].span);
        json_field(out, "surface", surface(l, &list[i]));
        json_field(out, "reading", list[i].reading);
        json_field(out, "latin", list[i].latin);
        json_field(out, "hanja", list[i].hanja);
        json_field(out, "english", list[i].english);
        json_field(out, "morphemes", list[i].morphemes);
        buffer_byte(out, '}');
    }
    buffer_byte(out, ']');
    return status;
}

int gloss_command(const arguments *args) {
    kt_gloss_options options = KT_GLOSS_INIT;
    options.scheme = (kt_scheme)arguments_choice(args, OPT_SCHEME, KT_SCHEME_RR);
    filter f = {.plain = plain, .json = json, .schema = "kotext/gloss/1", .options = &options};
    return filter_command(&f, args);
}
