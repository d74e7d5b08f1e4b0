/* cmd_transliterate.c - English and other languages in Hangul: hangulize --from en, de, auto; and
 * English words back from Hangul. */
#include "filter.h"
#include "json_text.h"

static int list_forms(const filter *f, session *s, const line *l, const kt_transliterated **list,
                      size_t *count) {
    kt_status status = kt_transliterate(s->ctx, l->text, f->options, list, count);
    return status == KT_OK ? EXIT_DONE : complain_status(s, status, l->file, l->number);
}

static void add_plain(buffer *out, const kt_transliterated *list, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buffer_byte(out, '\t');
        buffer_str(out, list[i].text);
    }
}

static void add_text(buffer *out, kt_str text) {
    buffer_text(out, "\"text\":");
    buffer_json(out, text);
}

static void add_forms(buffer *out, const kt_transliterated *list, size_t count) {
    buffer_text(out, ",\"forms\":[");
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
}

static int plain(const filter *f, session *s, const line *l, buffer *out) {
    const kt_transliterated *list;
    const kt_step *steps;
    size_t count = 0;
    int status = list_forms(f, s, l, &list, &count);
    add_plain(out, list, count);
    size_t step_count = kt_transliterate_steps(s->ctx, &steps);
    explain_steps(out, steps, step_count);
    return status;
}

static int json(const filter *f, session *s, const line *l, buffer *out) {
    const kt_transliterated *list;
    const kt_step *steps;
    size_t count = 0;
    int status = list_forms(f, s, l, &list, &count);
    const kt_transliterate_options *options = f->options;
    add_text(out, l->text);
    if (options->from == KT_SOURCE_AUTO) {
        buffer_text(out, ",\"from\":");
        buffer_json(out, str_of(kt_source_language_id(kt_source_language_detect(l->text))));
    }
    add_forms(out, list, count);
    size_t step_count = kt_transliterate_steps(s->ctx, &steps);
    if (step_count > 0) json_steps(out, l->text, steps, step_count);
    return status;
}

int transliterate_lines(const arguments *args, kt_source_language from, long nbest) {
    kt_transliterate_options options = KT_TRANSLITERATE_INIT;
    if (!arguments_number(args, OPT_NBEST, 1, KT_TRANSLITERATE_MOST, &nbest)) return EXIT_USAGE;
    options.from = from;
    options.nbest = (size_t)nbest;
    options.official = arguments_has(args, OPT_OFFICIAL);
    options.explain = arguments_has(args, OPT_EXPLAIN);
    filter f = {
        .plain = plain, .json = json, .schema = "kotext/transliterate/1", .options = &options};
    return filter_command(&f, args);
}

/* ---- the other way -------------------------------------------------------------------------- */

static int list_back(const filter *f, session *s, const line *l, const kt_transliterated **list,
                     size_t *count, double *foreign) {
    kt_status status = kt_transliterate_back(s->ctx, l->text, f->options, list, count, foreign);
    return status == KT_OK ? EXIT_DONE : complain_status(s, status, l->file, l->number);
}

static int plain_back(const filter *f, session *s, const line *l, buffer *out) {
    const kt_transliterated *list;
    size_t count = 0;
    int status = list_back(f, s, l, &list, &count, NULL);
    add_plain(out, list, count);
    return status;
}

static int json_back(const filter *f, session *s, const line *l, buffer *out) {
    const kt_transliterated *list;
    size_t count = 0;
    double foreign = 0;
    int status = list_back(f, s, l, &list, &count, &foreign);
    add_text(out, l->text);
    add_forms(out, list, count);
    buffer_text(out, ",\"foreign\":");
    buffer_fixed(out, foreign, 4);
    return status;
}

int write_back_lines(const arguments *args, long nbest) {
    kt_back_options options = KT_BACK_INIT;
    if (arguments_has(args, OPT_OFFICIAL) || arguments_has(args, OPT_EXPLAIN))
        return complain(EXIT_USAGE, NULL, 0, 0, "--reverse goes without --official and --explain");
    if (!arguments_number(args, OPT_NBEST, 1, KT_BACK_MOST, &nbest)) return EXIT_USAGE;
    options.nbest = (size_t)nbest;
    filter f = {.plain = plain_back,
                .json = json_back,
                .schema = "kotext/transliterate-back/1",
                .options = &options};
    return filter_command(&f, args);
}
