/* cmd_glossary.c - glossaries: build, convert, merge, lint. */
#include <stdio.h>
#include <string.h>

#include "glossary_file.h"
#include "json_list.h"

static int load_all(session *s, kt_glossary *g) {
    int status = EXIT_DONE;
    for (size_t i = 1; i < s->args->operand_count && status == EXIT_DONE; i++)
        status = glossary_load(s, s->args->operands[i], g);
    if (s->args->operand_count < 2) status = glossary_load(s, "-", g);
    return status;
}

static int convert(session *s, kt_glossary *g, output *out) {
    int status = load_all(s, g);
    if (status != EXIT_DONE) return status;
    glossary_warn(s->args->operand_count == 2 ? s->args->operands[1] : "glossary", g);
    return glossary_save(s->args, g, out);
}

/* ---- lint ----------------------------------------------------------------------------------- */

static void problem_text(buffer *out, const char *name, const kt_glossary_problem *p) {
    buffer_text(out, name);
    buffer_byte(out, ':');
    buffer_uint(out, p->line);
    buffer_text(out, ":1: ");
    buffer_text(out, p->id);
    buffer_text(out, ": ");
    buffer_text(out, p->message);
    buffer_text(out, " (");
    buffer_str(out, p->korean);
    buffer_text(out, " = ");
    buffer_str(out, p->english);
    buffer_text(out, ")\n");
}

static void problem_json(buffer *out, const char *name, const kt_glossary_problem *p) {
    buffer_text(out, "\"file\":");
    buffer_json(out, str_of(name));
    buffer_text(out, ",\"line\":");
    buffer_uint(out, p->line);
    buffer_text(out, ",\"id\":");
    buffer_json(out, str_of(p->id));
    buffer_text(out, ",\"message\":");
    buffer_json(out, str_of(p->message));
    buffer_text(out, ",\"korean\":");
    buffer_json(out, p->korean);
    buffer_text(out, ",\"english\":");
    buffer_json(out, p->english);
}

typedef struct findings {
    json_list json;
    size_t count;
} findings;

static void add_problem(findings *f, const char *name, const kt_glossary_problem *p) {
    f->count++;
    if (!json_list_open(&f->json)) {
        problem_text(f->json.out, name, p);
        return;
    }
    problem_json(f->json.out, name, p);
    json_list_close(&f->json);
}

static int lint_file(session *s, const char *name, findings *f) {
    kt_glossary *g = NULL;
    const kt_glossary_problem *list;
    size_t count;
    if (kt_glossary_new(NULL, &g) != KT_OK) return complain(EXIT_IO, NULL, 0, 0, "out of memory");
    int status = glossary_load(s, name, g);
    if (status == EXIT_DONE && kt_glossary_problems(g, &list, &count) != KT_OK)
        status = complain(EXIT_IO, name, 0, 0, "out of memory");
    for (size_t i = 0; status == EXIT_DONE && i < count; i++)
        add_problem(f, name, &list[i]);
    kt_glossary_free(g);
    return status;
}

static int lint(session *s, output *out) {
    findings f = {json_list_begin(s->args, &out->bytes, "kotext/lint/1", "problems"), 0};
    int status = EXIT_DONE;
    if (s->args->operand_count < 2) status = lint_file(s, "-", &f);
    for (size_t i = 1; i < s->args->operand_count && status == EXIT_DONE; i++)
        status = lint_file(s, s->args->operands[i], &f);
    json_list_end(&f.json);
    if (status != EXIT_DONE) return status;
    status = output_finish(out);
    return status == EXIT_DONE && f.count > 0 ? EXIT_FINDINGS : status;
}

/* ---- the command ---------------------------------------------------------------------------- */

static int build(session *s, kt_glossary *g, output *out) {
    int status = glossary_build(s, g);
    return status == EXIT_DONE ? glossary_save(s->args, g, out) : status;
}

static int run(session *s, const char *verb, kt_glossary *g, output *out) {
    static const char *const converts[] = {"convert", "merge", "import", "export"};
    for (size_t i = 0; i < sizeof converts / sizeof *converts; i++)
        if (strcmp(verb, converts[i]) == 0) return convert(s, g, out);
    if (strcmp(verb, "lint") == 0) return lint(s, out);
    if (strcmp(verb, "build") == 0) return build(s, g, out);
    return complain(EXIT_USAGE, NULL, 0, 0,
                    "glossary: wants build, convert, merge, import, export or lint");
}

int glossary_command(const arguments *args) {
    session s;
    kt_glossary *g = NULL;
    output out = {.path = arguments_value(args, OPT_OUTPUT, NULL)};
    const char *verb = args->operand_count > 0 ? args->operands[0] : "";
    int status = session_open(args, &s);
    if (status == EXIT_DONE && kt_glossary_new(NULL, &g) != KT_OK)
        status = complain(EXIT_IO, NULL, 0, 0, "out of memory");
    if (status == EXIT_DONE) status = run(&s, verb, g, &out);
    kt_glossary_free(g);
    buffer_free(&out.bytes);
    session_close(&s);
    return status;
}
