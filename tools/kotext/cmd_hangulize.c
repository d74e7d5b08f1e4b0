/* cmd_hangulize.c - romanized Korean back to Hangul, line by line. */
#include <string.h>

#include "filter.h"
#include "io.h"
#include "json_text.h"

static kt_status read_line(const filter *f, session *s, const line *l, const kt_hangulized **list,
                           size_t *count) {
    return kt_hangulize(s->ctx, l->text, f->options, list, count);
}

static int plain(const filter *f, session *s, const line *l, buffer *out) {
    const kt_hangulized *list;
    size_t count;
    kt_status status = read_line(f, s, l, &list, &count);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buffer_byte(out, '\t');
        buffer_str(out, list[i].text);
    }
    return EXIT_DONE;
}

static int json(const filter *f, session *s, const line *l, buffer *out) {
    const kt_hangulized *list;
    size_t count;
    kt_status status = read_line(f, s, l, &list, &count);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    buffer_text(out, "\"text\":");
    buffer_json(out, l->text);
    buffer_text(out, ",\"readings\":[");
    for (size_t i = 0; i < count; i++) {
        buffer_text(out, i > 0 ? ",{\"text\":" : "{\"text\":");
        buffer_json(out, list[i].text);
        buffer_text(out, ",\"cost\":");
        buffer_uint(out, list[i].cost);
        buffer_byte(out, '}');
    }
    buffer_byte(out, ']');
    return EXIT_DONE;
}

int hangulize_lines(const arguments *args, kt_scheme from, long nbest) {
    kt_hangulize_options options = KT_HANGULIZE_INIT;
    options.from = from;
    options.nbest = (uint32_t)nbest;
    filter f = {.plain = plain, .json = json, .schema = "kotext/hangulize/1", .options = &options};
    return filter_command(&f, args);
}

static kt_scheme scheme_of(const char *id) {
    int scheme = KT_SCHEME_RR;
    while (scheme < KT_SCHEMES && strcmp(kt_scheme_id((kt_scheme)scheme), id) != 0)
        scheme++;
    return (kt_scheme)scheme;
}

/* KT_SOURCES when `id` is no language that hangulize reads. */
static kt_source_language language_of(const char *id) {
    int language = KT_SOURCE_ENGLISH;
    while (language < KT_SOURCES &&
           strcmp(kt_source_language_id((kt_source_language)language), id) != 0)
        language++;
    return (kt_source_language)language;
}

int hangulize_command(const arguments *args) {
    long nbest = 1;
    const char *from = arguments_value(args, OPT_FROM, "rr");
    if (strcmp(from, "ko") == 0)
        return complain(EXIT_USAGE, NULL, 0, 0,
                        "--from is another language or a romanization scheme here");
    bool back = arguments_has(args, OPT_REVERSE);
    if (back && strcmp(arguments_value(args, OPT_FROM, "en"), "en") != 0)
        return complain(EXIT_USAGE, NULL, 0, 0, "--reverse needs --from en; see also romanize");
    if (back) return write_back_lines(args, 1);
    kt_source_language language = language_of(from);
    if (language != KT_SOURCES) return transliterate_lines(args, language, 1);
    if (arguments_has(args, OPT_OFFICIAL) || arguments_has(args, OPT_EXPLAIN))
        return complain(EXIT_USAGE, NULL, 0, 0,
                        "--official and --explain need a language: --from en");
    if (!arguments_number(args, OPT_NBEST, 1, 32, &nbest)) return EXIT_USAGE;
    return hangulize_lines(args, scheme_of(from), nbest);
}
