/* cmd_catalog.c - do romanized fields of library records say what the scheme says? */
#include <string.h>

#include "io.h"
#include "json_list.h"

typedef struct checker {
    session *session;
    kt_romanize_options options;
    unsigned tolerated; /* KT_DIFFERS_* */
    json_list json;
    output out;
    int worst;
} checker;

static const unsigned kinds[] = {KT_DIFFERS_LETTERS,     KT_DIFFERS_UNPAIRED, KT_DIFFERS_DIACRITICS,
                                 KT_DIFFERS_APOSTROPHES, KT_DIFFERS_DIVISION, KT_DIFFERS_CAPITALS,
                                 KT_DIFFERS_PUNCTUATION};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* A comma list of differences that are no finding. */
static bool read_tolerated(const char *list, unsigned *out) {
    *out = 0;
    if (strcmp(list, "none") == 0) return true;
    while (*list != '\0') {
        size_t len = strcspn(list, ","), i = 0;
        while (i < KINDS && !str_is((kt_str){list, len}, kt_difference_id(kinds[i])))
            i++;
        if (i == KINDS) return false;
        *out |= kinds[i];
        list += len + (list[len] == ',');
    }
    return true;
}

/* Line and column, in code points, of a place; moves on from the last one asked for. */
typedef struct place {
    size_t at, line, start;
} place;

static void move_to(place *p, kt_str text, size_t at) {
    if (at < p->at) *p = (place){0, 1, 0};
    for (; p->at < at; p->at++)
        if (text.ptr[p->at] == '\n') {
            p->line++;
            p->start = p->at + 1;
        }
}

/* ---- output --------------------------------------------------------------------------------- */

typedef struct finding {
    const char *file;
    size_t line, column;
    const kt_catalog_pair *pair;
    kt_romanized_check check;
} finding;

static void list_differences(buffer *out, unsigned found, const char *separator, bool json) {
    const char *between = "";
    for (size_t i = 0; i < KINDS; i++) {
        if ((found & kinds[i]) == 0) continue;
        buffer_text(out, between);
        if (json)
            buffer_json(out, str_of(kt_difference_id(kinds[i])));
        else
            buffer_text(out, kt_difference_id(kinds[i]));
        between = separator;
    }
}

static void write_text(const checker *c, buffer *out, const finding *f) {
    const kt_catalog_pair *p = f->pair;
    buffer_text(out, f->file);
    buffer_byte(out, ':');
    buffer_uint(out, f->line);
    buffer_byte(out, ':');
    buffer_uint(out, f->column);
    buffer_text(out, ": ");
    if (p->tag.len > 0) {
        buffer_str(out, p->tag);
        if (p->subfield != '\0') {
            buffer_text(out, " $");
            buffer_byte(out, p->subfield);
        }
        buffer_text(out, ": ");
    }
    list_differences(out, f->check.differences, ", ", false);
    if ((f->check.differences & ~c->tolerated) == 0) buffer_text(out, " (tolerated)");
    buffer_text(out, ": ");
    buffer_str(out, p->missing && p->romanized.len == 0 ? p->original : p->romanized);
    if (f->check.expected.len > 0) {
        buffer_text(out, " \xE2\x86\x92 ");
        buffer_str(out, f->check.expected);
    }
    buffer_byte(out, '\n');
}

static void json_string(buffer *out, const char *name, kt_str text) {
    buffer_text(out, ",\"");
    buffer_text(out, name);
    buffer_text(out, "\":");
    buffer_json(out, text);
}

static void json_number(buffer *out, const char *name, size_t number) {
    buffer_text(out, ",\"");
    buffer_text(out, name);
    buffer_text(out, "\":");
    buffer_uint(out, number);
}

static void write_json(const checker *c, buffer *out, const finding *f) {
    const kt_catalog_pair *p = f->pair;
    buffer_text(out, "\"file\":");
    buffer_json(out, str_of(f->file));
    json_number(out, "line", f->line);
    json_number(out, "column", f->column);
    if (p->record > 0) {
        json_number(out, "record", p->record);
        json_string(out, "control", p->control);
        json_string(out, "tag", p->tag);
        json_string(out, "link", p->link);
    }
    if (p->subfield != '\0') json_string(out, "subfield", (kt_str){&p->subfield, 1});
    json_string(out, "original", p->original);
    json_string(out, "romanized", p->romanized);
    if (!p->missing) json_string(out, "expected", f->check.expected);
    buffer_text(out, ",\"differences\":[");
    list_differences(out, f->check.differences, ",", true);
    buffer_text(out, "],\"finding\":");
    buffer_text(out, (f->check.differences & ~c->tolerated) != 0 ? "true" : "false");
}

/* ---- checking ------------------------------------------------------------------------------- */

/* Where a finding is shown: in the romanized text where that stands in the file as it is. */
static size_t where(const finding *f) {
    const kt_catalog_pair *p = f->pair;
    bool as_is = p->romanized_span.end - p->romanized_span.start == p->romanized.len;
    return p->romanized_span.start + (as_is && !p->missing ? f->check.offset : 0);
}

static int check_pair(checker *c, const document *d, const kt_catalog_pair *p, place *at) {
    finding f = {.file = d->name, .pair = p, .check = {KT_DIFFERS_UNPAIRED, 0, {NULL, 0}}};
    c->options.kind = p->kind;
    kt_status status = KT_OK;
    if (!p->missing)
        status =
            kt_romanized_compare(c->session->ctx, p->original, p->romanized, &c->options, &f.check);
    move_to(at, d->utf8, where(&f));
    f.line = at->line;
    f.column =
        code_points((kt_str){d->utf8.ptr + at->start, at->at - at->start}, at->at - at->start) + 1;
    if (status != KT_OK) return complain_status(c->session, status, d->name, f.line);
    if ((f.check.differences & ~c->tolerated) != 0) c->worst = EXIT_FINDINGS;
    if (json_list_open(&c->json)) {
        write_json(c, &c->out.bytes, &f);
        json_list_close(&c->json);
    } else if (f.check.differences != 0) {
        write_text(c, &c->out.bytes, &f);
    }
    return output_flush(&c->out);
}

static int check_document(checker *c, const document *d) {
    kt_catalog *catalog;
    kt_error err = {KT_OK, 0, 0, NULL};
    place at = {0, 1, 0};
    size_t count;
    if (kt_catalog_open(NULL, d->utf8, &catalog, &err) != KT_OK) {
        if (err.offset <= d->utf8.len) move_to(&at, d->utf8, err.offset);
        kt_str before = {d->utf8.ptr + at.start, at.at - at.start};
        return complain(err.status == KT_ERR_NOMEM ? EXIT_IO : EXIT_USAGE, d->name, at.line,
                        code_points(before, before.len) + 1, err.message);
    }
    int status = EXIT_DONE;
    const kt_catalog_pair *pairs = kt_catalog_pairs(catalog, &count);
    for (size_t i = 0; i < count && status == EXIT_DONE; i++)
        status = check_pair(c, d, &pairs[i], &at);
    kt_catalog_close(catalog);
    return status;
}

static int check_file(checker *c, const char *name) {
    document d;
    const char *encoding = arguments_value(c->session->args, OPT_ENCODING, NULL);
    int status = document_load(c->session, name, encoding, &d);
    if (status == EXIT_DONE) status = check_document(c, &d);
    document_free(&d);
    return status;
}

static int check_all(checker *c) {
    const arguments *args = c->session->args;
    int status = EXIT_DONE;
    c->json = json_list_begin(args, &c->out.bytes, "kotext/catalog/1", "pairs");
    if (args->operand_count == 0) status = check_file(c, "-");
    for (size_t i = 0; i < args->operand_count && status == EXIT_DONE; i++)
        status = check_file(c, args->operands[i]);
    json_list_end(&c->json);
    if (status == EXIT_DONE) status = output_finish(&c->out);
    return status == EXIT_DONE ? c->worst : status;
}

int catalog_command(const arguments *args) {
    session s;
    checker c = {.session = &s, .options = KT_ROMANIZE_INIT};
    c.options.scheme = (kt_scheme)arguments_choice(args, OPT_SCHEME, KT_SCHEME_ALA_LC);
    c.out.path = arguments_value(args, OPT_OUTPUT, NULL);
    const char *list = arguments_value(args, OPT_TOLERATE, "punctuation");
    if (!read_tolerated(list, &c.tolerated))
        return complain(EXIT_USAGE, NULL, 0, 0,
                        "--tolerate takes a list of diacritics, apostrophes, division, capitals, "
                        "punctuation, letters, unpaired; or none");
    int status = session_open(args, &s);
    if (status == EXIT_DONE) status = check_all(&c);
    buffer_free(&c.out.bytes);
    session_close(&s);
    return status;
}
