/* cmd_josa.c - the particle that agrees with a word, and a word without its particles. */
#include <string.h>

#include "filter.h"
#include "json_text.h"

/* ---- choosing ------------------------------------------------------------------------------- */

/* Cuts the line at its first tab and chooses; `josa` becomes the chosen form. */
static int choose_line(session *s, const line *l, kt_str *word, kt_str *josa) {
    const char *tab = l->text.len == 0 ? NULL : memchr(l->text.ptr, '\t', l->text.len);
    if (tab == NULL) return complain(EXIT_USAGE, l->file, l->number, 1, "want: word TAB particle");
    size_t len = (size_t)(tab - l->text.ptr);
    *word = (kt_str){l->text.ptr, len};
    kt_status status =
        kt_josa_choose(s->ctx, *word, (kt_str){tab + 1, l->text.len - len - 1}, josa);
    return status == KT_OK ? EXIT_DONE : complain_status(s, status, l->file, l->number);
}

static int choose(const filter *f, session *s, const line *l, buffer *out) {
    kt_str word = {NULL, 0}, josa = {NULL, 0};
    (void)f;
    int status = choose_line(s, l, &word, &josa);
    if (status != EXIT_DONE) return status;
    buffer_str(out, word);
    buffer_str(out, josa);
    return EXIT_DONE;
}

static int choose_json(const filter *f, session *s, const line *l, buffer *out) {
    kt_str word = {NULL, 0}, josa = {NULL, 0};
    (void)f;
    int status = choose_line(s, l, &word, &josa);
    buffer_text(out, "\"word\":");
    buffer_json(out, word);
    buffer_text(out, ",\"josa\":");
    buffer_json(out, josa);
    return status;
}

/* ---- stripping ------------------------------------------------------------------------------ */

static int split_line(session *s, const line *l, kt_span *stem, kt_span *josa) {
    kt_status status = kt_josa_split(s->ctx, l->text, stem, josa);
    return status == KT_OK ? EXIT_DONE : complain_status(s, status, l->file, l->number);
}

static void add_span(buffer *out, kt_str text, kt_span span) {
    if (span.end > span.start) buffer_add(out, text.ptr + span.start, span.end - span.start);
}

static int strip(const filter *f, session *s, const line *l, buffer *out) {
    kt_span stem, josa;
    (void)f;
    int status = split_line(s, l, &stem, &josa);
    if (status != EXIT_DONE) return status;
    add_span(out, l->text, stem);
    buffer_byte(out, '\t');
    add_span(out, l->text, josa);
    return EXIT_DONE;
}

static void json_part(buffer *out, const char *name, kt_str text, kt_span span) {
    json_place place = {text, 0, 0};
    buffer_text(out, name);
    json_span(out, &place, span);
    buffer_text(out, ",\"text\":");
    buffer_json(out, (kt_str){text.len == 0 ? NULL : text.ptr + span.start, span.end - span.start});
    buffer_text(out, "}");
}

static int strip_json(const filter *f, session *s, const line *l, buffer *out) {
    kt_span stem = {0, 0}, josa = {0, 0};
    (void)f;
    int status = split_line(s, l, &stem, &josa);
    buffer_text(out, "\"text\":");
    buffer_json(out, l->text);
    json_part(out, ",\"stem\":{", l->text, stem);
    json_part(out, ",\"josa\":{", l->text, josa);
    return status;
}

/* ---- the command ---------------------------------------------------------------------------- */

int josa_command(const arguments *args) {
    filter choosing = {.plain = choose, .json = choose_json, .schema = "kotext/josa/1"};
    filter stripping = {.plain = strip, .json = strip_json, .schema = "kotext/stems/1"};
    return filter_command(arguments_has(args, OPT_STRIP) ? &stripping : &choosing, args);
}
