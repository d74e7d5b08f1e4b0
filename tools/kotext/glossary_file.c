#include "glossary_file.h"

#include <stdio.h>
#include <string.h>

static kt_glossary_format format_of(const char *id) {
    for (int f = 0; f < KT_GLOSSARY_FORMATS; f++)
        if (strcmp(kt_glossary_format_id((kt_glossary_format)f), id) == 0)
            return (kt_glossary_format)f;
    return KT_GLOSSARY_AUTO;
}

/* A file in which nothing was found is told of: its languages, or its format, may be other ones. */
static void tell_empty(const char *name, kt_str text, kt_glossary *g) {
    const kt_glossary_row *rows;
    size_t count;
    if (text.len > 0 && kt_glossary_rows(g, &rows, &count) == KT_OK && count == 0)
        fprintf(stderr, "kotext: %s: warning: no pair of Korean and English in it\n", name);
}

int glossary_load(session *s, const char *name, kt_glossary *into) {
    document d;
    kt_error err = {KT_OK, 0, 0, NULL};
    int status = document_load(s, name, arguments_value(s->args, OPT_ENCODING, NULL), &d);
    kt_glossary_format format = format_of(arguments_value(s->args, OPT_READ_AS, "auto"));
    if (status == EXIT_DONE && kt_glossary_read(into, d.utf8, format, &err) != KT_OK)
        status = complain(err.status == KT_ERR_NOMEM ? EXIT_IO : EXIT_USAGE, name, err.line,
                          err.line > 0 ? 1 : 0, err.message);
    if (status == EXIT_DONE) tell_empty(name, d.utf8, into);
    document_free(&d);
    return status;
}

void glossary_warn(const char *name, kt_glossary *g) {
    const kt_glossary_problem *list;
    size_t count;
    if (kt_glossary_problems(g, &list, &count) != KT_OK) return;
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i].id, "status") == 0 || strcmp(list[i].id, "type") == 0 ||
            strcmp(list[i].id, "number") == 0 || strcmp(list[i].id, "evidence") == 0)
            fprintf(stderr, "kotext: %s:%zu: warning: %s: %s\n", name, list[i].line, list[i].id,
                    list[i].message);
}

static bool ends_as(const char *dot, const char *end) {
    for (; *dot != '\0' && *end != '\0'; dot++, end++)
        if ((*dot >= 'A' && *dot <= 'Z' ? *dot - 'A' + 'a' : *dot) != *end) return false;
    return *dot == *end;
}

/* By the end of the output's name; without one, tsv. NULL: of an unknown kind. */
static const char *named_format(const char *path) {
    static const char *const ends[][2] = {{".tsv", "tsv"}, {".tab", "tsv"},   {".txt", "tsv"},
                                          {".csv", "csv"}, {".json", "json"}, {".tbx", "tbx"},
                                          {".tmx", "tmx"}, {".xlf", "xliff"}, {".xliff", "xliff"},
                                          {".po", "po"},   {".pot", "po"}};
    const char *dot = path == NULL ? NULL : strrchr(path, '.');
    if (dot == NULL || dot[1] == '\0' || strchr(dot, '/') != NULL) return "tsv";
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ends_as(dot, ends[i][0])) return ends[i][1];
    return NULL;
}

static void add_lines(kt_glossary *g, buffer *out) {
    kt_str json, line;
    if (kt_glossary_write(g, KT_GLOSSARY_JSON, &json) != KT_OK) {
        out->failed = true;
        return;
    }
    while (json.len > 0) { /* the rows stand one a line */
        const char *feed = memchr(json.ptr, '\n', json.len);
        size_t len = feed == NULL ? json.len : (size_t)(feed - json.ptr);
        line = (kt_str){json.ptr, len};
        if (len > 1 && line.ptr[len - 1] == ',') line.len--;
        if (len > 1 && memcmp(line.ptr, "{\"k", 3) == 0) {
            buffer_text(out, "{\"schema\":\"kotext/glossary/1\",");
            buffer_str(out, (kt_str){line.ptr + 1, line.len - 1});
            buffer_byte(out, '\n');
        }
        json.ptr += feed == NULL ? len : len + 1;
        json.len -= feed == NULL ? len : len + 1;
    }
}

int glossary_save(const arguments *args, kt_glossary *g, output *out) {
    const char *id = arguments_value(args, OPT_AS, NULL);
    kt_str bytes = {"", 0};
    if (arguments_has(args, OPT_JSON) || arguments_has(args, OPT_JSONL)) id = "json";
    if (id == NULL) id = named_format(out->path);
    if (id == NULL)
        return complain(EXIT_USAGE, out->path, 0, 0,
                        "no format has this ending: .tsv, .txt, .csv, .json, .tbx, .tmx, .xlf, "
                        ".xliff and .po are known; --as names one");
    if (arguments_has(args, OPT_JSONL))
        add_lines(g, &out->bytes);
    else if (kt_glossary_write(g, format_of(id), &bytes) != KT_OK)
        return complain(EXIT_IO, NULL, 0, 0, "out of memory");
    buffer_str(&out->bytes, bytes);
    return output_finish(out);
}
