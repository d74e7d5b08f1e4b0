/* cmd_check.c - files against a glossary, and which files a changed glossary concerns. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "pair_files.h"
#include "terms_file.h"

/* ---- reporting ------------------------------------------------------------------------------ */

static bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* On one line, whatever lines the text itself is on. */
static void add_met(buffer *out, kt_str met) {
    for (size_t i = 0; i < met.len; i++)
        if (!is_blank(met.ptr[i]))
            buffer_byte(out, met.ptr[i]);
        else if (i == 0 || !is_blank(met.ptr[i - 1]))
            buffer_byte(out, ' ');
}

static void report_text(buffer *out, const char *name, size_t line, size_t column, const char *id,
                        kt_str met, kt_str wanted, const kt_glossary_row *row) {
    buffer_text(out, name);
    buffer_byte(out, ':');
    buffer_uint(out, line);
    buffer_byte(out, ':');
    buffer_uint(out, column);
    buffer_text(out, ": ");
    buffer_text(out, id);
    buffer_text(out, ": '");
    add_met(out, met);
    if (wanted.len > 0) {
        buffer_text(out, strcmp(id, "missing") == 0 ? "' has no '" : "' for '");
        buffer_str(out, wanted);
    }
    buffer_text(out, "' (");
    buffer_str(out, row->korean);
    buffer_text(out, ")\n");
}

static void member(buffer *out, const char *key, kt_str value) {
    buffer_text(out, key);
    buffer_json(out, value);
}

static void report_json(buffer *out, const char *name, size_t line, size_t column, const char *id,
                        kt_str met, kt_str wanted, const kt_glossary_row *row) {
    member(out, "\"file\":", str_of(name));
    buffer_text(out, ",\"line\":");
    buffer_uint(out, line);
    buffer_text(out, ",\"column\":");
    buffer_uint(out, column);
    member(out, ",\"id\":", str_of(id));
    member(out, ",\"text\":", met);
    if (wanted.len > 0) member(out, ",\"wanted\":", wanted);
    member(out, ",\"korean\":", row->korean);
    member(out, ",\"english\":", row->english);
}

void check_report(checking *c, const side *s, const char *name, size_t unit, kt_span span,
                  const char *id, const kt_glossary_row *row, kt_str wanted) {
    kt_str met = {s->units[unit].text.ptr + span.start, span.end - span.start};
    side_place(s, unit, span.start, &c->at);
    size_t line = c->at.line, column = c->at.column;
    c->count++;
    if (!json_list_open(&c->json)) {
        report_text(c->out, name, line, column, id, met, wanted, row);
        return;
    }
    report_json(c->out, name, line, column, id, met, wanted, row);
    json_list_close(&c->json);
}

/* ---- a file by itself ----------------------------------------------------------------------- */

bool check_hit(const kt_terms *terms, const kt_term_hit *hit, const char **id, kt_str *wanted) {
    const kt_glossary_row *rows;
    (void)kt_terms_rows(terms, &rows);
    const kt_glossary_row *row = &rows[hit->row], *best = &rows[kt_terms_best(terms, hit->row)];
    *wanted = kt_terms_instead(terms, hit);
    *id = row->status == KT_TERM_FORBIDDEN ? "forbidden" : "style";
    return wanted->len > 0 || best->status == KT_TERM_FORBIDDEN;
}

static void report_hit(checking *c, const side *s, const char *name, size_t unit,
                       const kt_term_hit *hit) {
    const kt_glossary_row *rows;
    const char *id;
    kt_str wanted;
    (void)kt_terms_rows(c->terms, &rows);
    if (check_hit(c->terms, hit, &id, &wanted))
        check_report(c, s, name, unit, hit->span, id, &rows[hit->row], wanted);
}

int check_alone(checking *c, const side *s, const char *name) {
    for (size_t i = 0; i < s->count; i++) {
        const kt_term_hit *hits;
        size_t count;
        kt_status status =
            kt_terms_find(c->session->ctx, c->terms, s->units[i].text, &hits, &count);
        if (status != KT_OK) return complain_status(c->session, status, name, 0);
        for (size_t k = 0; k < count; k++)
            report_hit(c, s, name, i, &hits[k]);
    }
    return EXIT_DONE;
}

static int check_file(checking *c, const char *name) {
    side s = {.count = 0};
    int status = side_load(c->session, name, "ko", &s);
    if (status == EXIT_DONE) status = check_alone(c, &s, name);
    side_free(&s);
    return status;
}

/* ---- a changed glossary --------------------------------------------------------------------- */

static bool same(kt_str a, kt_str b) {
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

/* The first row that is not before the Korean term. */
static size_t first_of(const kt_glossary_row *rows, size_t count, kt_str korean) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        kt_str at = rows[middle].korean;
        int order = memcmp(at.ptr, korean.ptr, at.len < korean.len ? at.len : korean.len);
        if (order < 0 || (order == 0 && at.len < korean.len))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether row `i` of one glossary is in the other, written first of its term in both or in none:
 * that is what a priority or a count decides. */
static bool has_row(const kt_terms *in, const kt_terms *from, size_t i) {
    const kt_glossary_row *rows, *row;
    size_t count = kt_terms_rows(in, &rows);
    (void)kt_terms_rows(from, &row);
    row += i;
    bool best = kt_terms_best(from, i) == i;
    for (size_t k = first_of(rows, count, row->korean);
         k < count && same(rows[k].korean, row->korean); k++)
        if (rows[k].type == row->type && same(rows[k].english, row->english))
            return rows[k].status == row->status && (kt_terms_best(in, k) == k) == best;
    return false;
}

static size_t add_rows(const kt_terms *from, const kt_terms *other, kt_glossary_row *out) {
    const kt_glossary_row *rows;
    size_t count = kt_terms_rows(from, &rows), added = 0;
    for (size_t i = 0; i < count; i++)
        if (!has_row(other, from, i)) out[added++] = rows[i];
    return added;
}

/* The rows that one of the two has and the other has not. */
static kt_status differing(const kt_terms *now, const kt_terms *old, kt_terms **out) {
    size_t most = kt_terms_rows(now, NULL) + kt_terms_rows(old, NULL);
    kt_glossary_row *rows = calloc(most + 1, sizeof *rows);
    if (rows == NULL) return KT_ERR_NOMEM;
    size_t count = add_rows(now, old, rows);
    count += add_rows(old, now, rows + count);
    kt_status status = kt_terms_new(NULL, rows, count, out);
    free(rows);
    return status;
}

static int is_affected(checking *c, const char *name) {
    side s = {.count = 0};
    bool affected = false;
    int status = side_load(c->session, name, "ko", &s);
    for (size_t i = 0; status == EXIT_DONE && i < s.count && !affected; i++) {
        const kt_term_hit *hits;
        size_t count;
        kt_status found = kt_terms_find(c->session->ctx, c->terms, s.units[i].text, &hits, &count);
        if (found != KT_OK) status = complain_status(c->session, found, name, 0);
        affected = found == KT_OK && count > 0;
    }
    if (affected) {
        c->count++;
        buffer_text(c->out, name);
        buffer_byte(c->out, '\n');
    }
    side_free(&s);
    return status;
}

static int list_affected(checking *c) {
    const arguments *args = c->session->args;
    kt_terms *old = NULL, *changed = NULL;
    int status = terms_load(c->session, arguments_value(args, OPT_AFFECTED, NULL), &old);
    if (status == EXIT_DONE && differing(c->terms, old, &changed) != KT_OK)
        status = complain(EXIT_IO, NULL, 0, 0, "out of memory");
    c->terms = changed;
    for (size_t i = 0; i < args->operand_count && status == EXIT_DONE; i++)
        status = is_affected(c, args->operands[i]);
    kt_terms_free(old);
    kt_terms_free(changed);
    return status;
}

/* ---- the command ---------------------------------------------------------------------------- */

/* Two files are a pair when one is Korean and the other is not. */
static int check_two(checking *c, const char *const names[2]) {
    side ko = {.count = 0}, en = {.count = 0};
    int status = side_load(c->session, names[0], "ko", &ko);
    if (status == EXIT_DONE) status = side_load(c->session, names[1], "en", &en);
    if (status == EXIT_DONE) status = sides_check(c->session->args, names, &ko, &en);
    bool pair = status == EXIT_DONE && side_is_korean(&ko) && !side_is_korean(&en);
    if (pair) status = check_pair(c, &ko, &en, names);
    if (status == EXIT_DONE) status = check_alone(c, &ko, names[0]);
    if (status == EXIT_DONE) status = check_alone(c, &en, names[1]);
    side_free(&ko);
    side_free(&en);
    return status;
}

/* Every pair of a series. */
static int check_folder(checking *c, const char *folder) {
    pairs p = {.count = 0};
    int status = pairs_find(folder, &p);
    if (status == EXIT_DONE && p.count == 0) status = pairs_none(folder);
    for (size_t i = 0; i < p.count && status == EXIT_DONE; i++)
        status = check_two(c, (const char *const[2]){p.list[i].ko, p.list[i].en});
    pairs_free(&p);
    return status;
}

static int check_files(checking *c) {
    const arguments *args = c->session->args;
    int status = EXIT_DONE;
    if (args->operand_count == 0) return check_file(c, "-");
    for (size_t i = 0; i < args->operand_count && status == EXIT_DONE; i++)
        status = is_folder(args->operands[i]) ? check_folder(c, args->operands[i])
                                              : check_file(c, args->operands[i]);
    return status;
}

static int run(checking *c) {
    const arguments *args = c->session->args;
    if (arguments_has(args, OPT_AFFECTED))
        return json_asked(args) ? complain(EXIT_USAGE, NULL, 0, 0, "--affected goes without JSON")
                                : list_affected(c);
    c->json = json_list_begin(args, c->out, "kotext/check/1", "findings");
    bool two =
        args->operand_count == 2 && !is_folder(args->operands[0]) && !is_folder(args->operands[1]);
    int status = two ? check_two(c, (const char *const *)args->operands) : check_files(c);
    json_list_end(&c->json);
    return status;
}

int check_command(const arguments *args) {
    session s;
    kt_terms *terms = NULL;
    output out = {.path = arguments_value(args, OPT_OUTPUT, NULL)};
    int status = session_open(args, &s);
    if (status == EXIT_DONE) status = terms_asked(&s, &terms);
    checking c = {.session = &s, .terms = terms, .out = &out.bytes};
    if (status == EXIT_DONE) status = run(&c);
    if (status == EXIT_DONE) status = output_finish(&out);
    buffer_free(&out.bytes);
    kt_terms_free(terms);
    session_close(&s);
    bool listed = arguments_has(args, OPT_AFFECTED);
    return status == EXIT_DONE && c.count > 0 && !listed ? EXIT_FINDINGS : status;
}
