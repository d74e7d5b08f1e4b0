/* cmd_transliterate.c - English and other languages in Hangul: hangulize --from en, de, auto. */
#include "filter.h"
#include "json_text.h"

static int list_forms(const filter *f, session *s, const line *l, const kt_transliterated **list,
                      size_t *count) {
    kt_status status = kt_transliterate(s->ctx, l->text, f->options, list, count);
    return status == KT_OK ? EXIT_DONE : complain_status(s, status, l->file, l->number);
}

static int plain(const filter *f, session *s, const line *l, buffer *out) {
    const kt_transliterated *list;
    const kt_step *steps;
    size_t count = 0;
    int status = list_forms(f, s, l, &list, &count);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buffer_byte(out, '\t');
        buffer_str(out, list[i].text);
    }
    size_t step_count = kt_transliterate_steps(s->ctx, &steps);
    explain_steps(out, steps, step_count);
    return status;
}

static int json(const filter *f, session *s, const line *l, buffer *out) {
    const kt_transliterated *list;
    const kt_step *steps;
    size_t count = 0;
    int status = list_forms(f, s, l, &list, &count);
    buffer_text(out, "\"text\":");
    buffer_json(out, l->text);
    const kt_transliterate_options *options = f->options;
    if (options->from == KT_SOURCE_AUTO) {
        buffer_text(out, ",\"from\":");
        buffer_json(out, str_of(kt_source_language_id(kt_source_language_detect(l->text))));
    }
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
    filter f = {plain, json, "kotext/transliterate/1", &options, false};
    return filter_command(&f, args);
}
