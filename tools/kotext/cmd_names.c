/* cmd_names.c - spellings of names, names in text, and how well two names match. */
#include <string.h>

#include "filter.h"
#include "json_text.h"

/* ---- spellings ------------------------------------------------------------------------------ */

/* A line too long to be a name is told and has no spelling; the work goes on. */
static int list_spellings(const filter *f, session *s, const line *l, const kt_spelling **list,
                          size_t *count) {
    kt_status status = kt_names_spell(s->ctx, l->text, f->options, list, count);
    if (status == KT_OK) return EXIT_DONE;
    *count = 0;
    if (status != KT_ERR_TOO_LARGE) return complain_status(s, status, l->file, l->number);
    return complain(EXIT_DONE, l->file, l->number, 1, "too long to be a name");
}

static int spell(const filter *f, session *s, const line *l, buffer *out) {
    const kt_spelling *list;
    size_t count;
    int status = list_spellings(f, s, l, &list, &count);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buffer_byte(out, '\t');
        buffer_str(out, list[i].text);
    }
    return status;
}

static int spell_json(const filter *f, session *s, const line *l, buffer *out) {
    const kt_spelling *list;
    size_t count;
    int status = list_spellings(f, s, l, &list, &count);
    buffer_text(out, "\"name\":");
    buffer_json(out, l->text);
    buffer_text(out, ",\"spellings\":[");
    for (size_t i = 0; i < count; i++) {
        buffer_text(out, i > 0 ? ",{\"text\":" : "{\"text\":");
        buffer_json(out, list[i].text);
        buffer_text(out, ",\"probability\":");
        buffer_fixed(out, list[i].probability, 4);
        buffer_text(out, ",\"label\":");
        buffer_json(out, str_of(list[i].label));
        buffer_text(out, "}");
    }
    buffer_text(out, "]");
    return status;
}

/* ---- finding -------------------------------------------------------------------------------- */

static int find(const filter *f, session *s, const line *l, buffer *out) {
    const kt_mention *list;
    size_t count;
    (void)f;
    kt_status status = kt_names_detect(s->ctx, l->text, &list, &count);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    for (size_t i = 0; i < count; i++) {
        kt_span span = list[i].span;
        buffer_uint(out, l->number);
        buffer_byte(out, '\t');
        buffer_uint(out, span.start);
        buffer_byte(out, '\t');
        buffer_uint(out, span.end);
        buffer_byte(out, '\t');
        buffer_text(out, kt_name_type_id(list[i].type));
        buffer_byte(out, '\t');
        buffer_fixed(out, (double)list[i].confidence, 2);
        buffer_byte(out, '\t');
        buffer_tsv(out, (kt_str){l->text.ptr + span.start, span.end - span.start});
        buffer_byte(out, '\n');
    }
    return EXIT_DONE;
}

static int find_json(const filter *f, session *s, const line *l, buffer *out) {
    const kt_mention *list;
    size_t count;
    (void)f;
    kt_status status = kt_names_detect(s->ctx, l->text, &list, &count);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    buffer_text(out, "\"text\":");
    buffer_json(out, l->text);
    buffer_byte(out, ',');
    json_mentions(out, l->text, list, count);
    return EXIT_DONE;
}

/* ---- matching ------------------------------------------------------------------------------- */

static int match_line(session *s, const line *l, kt_str *hangul, kt_str *latin, double *score) {
    const char *tab = l->text.len == 0 ? NULL : memchr(l->text.ptr, '\t', l->text.len);
    if (tab == NULL) return complain(EXIT_USAGE, l->file, l->number, 1, "want: hangul TAB latin");
    size_t len = (size_t)(tab - l->text.ptr);
    *hangul = (kt_str){l->text.ptr, len};
    *latin = (kt_str){tab + 1, l->text.len - len - 1};
    kt_status status = kt_names_match(s->ctx, *hangul, *latin, score);
    if (status == KT_ERR_TOO_LARGE)
        return complain(EXIT_DONE, l->file, l->number, 1, "too long to be a name");
    return status == KT_OK ? EXIT_DONE : complain_status(s, status, l->file, l->number);
}

static int match(const filter *f, session *s, const line *l, buffer *out) {
    kt_str hangul, latin;
    double score = 0;
    (void)f;
    int status = match_line(s, l, &hangul, &latin, &score);
    if (status != EXIT_DONE) return status;
    buffer_fixed(out, score, 6);
    buffer_byte(out, '\t');
    buffer_str(out, l->text);
    return EXIT_DONE;
}

static int match_json(const filter *f, session *s, const line *l, buffer *out) {
    kt_str hangul = {NULL, 0}, latin = {NULL, 0};
    double score = 0;
    (void)f;
    int status = match_line(s, l, &hangul, &latin, &score);
    buffer_text(out, "\"hangul\":");
    buffer_json(out, hangul);
    buffer_text(out, ",\"latin\":");
    buffer_json(out, latin);
    buffer_text(out, ",\"score\":");
    buffer_fixed(out, score, 6);
    return status;
}

/* ---- the commands --------------------------------------------------------------------------- */

int names_command(const arguments *args) {
    kt_spell_options options = KT_SPELL_INIT;
    long nbest = 10;
    const char *from = arguments_value(args, OPT_FROM, "ko");
    if (strcmp(from, "en") == 0) return transliterate_lines(args, KT_SOURCE_ENGLISH, nbest);
    if (strcmp(from, "ko") != 0) return complain(EXIT_USAGE, NULL, 0, 0, "--from is ko or en here");
    if (!arguments_number(args, OPT_NBEST, 1, 1000, &nbest)) return EXIT_USAGE;
    options.kind = (kt_kind)arguments_choice(args, OPT_KIND, KT_KIND_AUTO);
    options.style = (kt_name_style)arguments_choice(args, OPT_STYLE, KT_NAME_STYLE_PLAIN);
    options.nbest = (size_t)nbest;
    filter spelling = {
        .plain = spell, .json = spell_json, .schema = "kotext/names/1", .options = &options};
    filter finding = {
        .plain = find, .json = find_json, .schema = "kotext/mentions/1", .units = true};
    return filter_command(arguments_has(args, OPT_FIND) ? &finding : &spelling, args);
}

int match_command(const arguments *args) {
    filter f = {.plain = match, .json = match_json, .schema = "kotext/match/1"};
    return filter_command(&f, args);
}
