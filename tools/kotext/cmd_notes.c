/* cmd_notes.c - who and what a programme names, and when: a table, show notes, chapters. */
#include <stdlib.h>

#include "json_list.h"
#include "roster_file.h"

enum { SHOW_TABLE, SHOW_LIST, SHOW_CHAPTERS };

/* ---- table and list ------------------------------------------------------------------------- */

/* Places that print alike are one. */
static bool is_new_place(const kt_figure *f, size_t i, const roster_files *r) {
    if (i == 0) return true;
    bool timed = roster_is_timed(r, roster_file(f->places[i]));
    int64_t unit = timed ? 1000 : 1;
    return f->places[i] / unit != f->places[i - 1] / unit;
}

static void add_places(const roster_files *r, const kt_figure *f, const char *between,
                       buffer *out) {
    for (size_t i = 0; i < f->count; i++) {
        if (!is_new_place(f, i, r)) continue;
        if (i > 0) buffer_text(out, between);
        roster_place(r, f->places[i], out);
    }
}

static void write_table(const roster_files *r, buffer *out) {
    for (size_t i = 0; i < r->figure_count; i++) {
        const kt_figure *f = &r->figures[i];
        buffer_tsv(out, f->korean);
        buffer_byte(out, '\t');
        buffer_tsv(out, f->english);
        buffer_byte(out, '\t');
        buffer_text(out, kt_name_type_id(f->type));
        buffer_byte(out, '\t');
        buffer_uint(out, f->count);
        buffer_byte(out, '\t');
        add_places(r, f, " ", out);
        buffer_byte(out, '\n');
    }
}

/* Markdown that shows of hosts take as it is: the time first, which players make a link. */
static void write_list(const roster_files *r, buffer *out) {
    for (size_t i = 0; i < r->figure_count; i++) {
        const kt_figure *f = &r->figures[i];
        buffer_text(out, "- ");
        roster_place(r, f->places[0], out);
        buffer_byte(out, ' ');
        buffer_str(out, f->korean);
        if (f->english.len > 0) {
            buffer_text(out, " (");
            buffer_str(out, f->english);
            buffer_byte(out, ')');
        }
        buffer_byte(out, '\n');
    }
}

static void write_json(const roster_files *r, json_list *json) {
    buffer *out = json->out;
    for (size_t i = 0; i < r->figure_count; i++) {
        const kt_figure *f = &r->figures[i];
        (void)json_list_open(json);
        buffer_text(out, "\"korean\":");
        buffer_json(out, f->korean);
        buffer_text(out, ",\"english\":");
        buffer_json(out, f->english);
        buffer_text(out, ",\"type\":");
        buffer_json(out, str_of(kt_name_type_id(f->type)));
        buffer_text(out, ",\"mentions\":[");
        for (size_t k = 0; k < f->count; k++) {
            size_t file = roster_file(f->places[k]);
            buffer_text(out, k > 0 ? ",{\"file\":" : "{\"file\":");
            buffer_json(out, str_of(r->names[file]));
            buffer_text(out, roster_is_timed(r, file) ? ",\"ms\":" : ",\"line\":");
            buffer_uint(out, (uint64_t)roster_at(f->places[k]));
            buffer_byte(out, '}');
        }
        buffer_byte(out, ']');
        json_list_close(json);
    }
    json_list_end(json);
}

/* ---- chapters ------------------------------------------------------------------------------- */

/* One mention, in the order of time. */
typedef struct event {
    int64_t ms;
    size_t figure;
} event;

static int by_time(const void *a, const void *b) {
    const event *x = a, *y = b;
    if (x->ms != y->ms) return x->ms < y->ms ? -1 : 1;
    return (x->figure > y->figure) - (x->figure < y->figure);
}

static event *events_of(const roster_files *r, size_t *count) {
    *count = 0;
    for (size_t i = 0; i < r->figure_count; i++)
        *count += r->figures[i].count;
    event *list = calloc(*count + 1, sizeof *list);
    for (size_t i = 0, at = 0; list != NULL && i < r->figure_count; i++)
        for (size_t k = 0; k < r->figures[i].count; k++)
            list[at++] = (event){roster_at(r->figures[i].places[k]), i};
    if (list != NULL) qsort(list, *count, sizeof *list, by_time);
    return list;
}

/* A chapter is no shorter than this, and what is named within it tells whether the talk has turned
 * to something else. */
enum { SHORTEST = 120000, WINDOW = 60000, MOST_IN_WINDOW = 64 };

/* Whether nothing of what is named in the minute from event `at` on was named in the minute before.
 */
static bool turns(const event *list, size_t count, size_t at) {
    size_t first = at;
    while (first > 0 && at - first < MOST_IN_WINDOW && list[at].ms - list[first - 1].ms <= WINDOW)
        first--;
    for (size_t i = at; i < count && i - at < MOST_IN_WINDOW && list[i].ms - list[at].ms <= WINDOW;
         i++)
        for (size_t k = first; k < at; k++)
            if (list[k].figure == list[i].figure) return false;
    return true;
}

/* The names a chapter is called by: up to three of those met most, first ones first. */
static void add_title(const roster_files *r, const event *list, size_t start, size_t end,
                      size_t *met, buffer *title) {
    enum { MOST = 3 };
    size_t best[MOST], used = 0;
    for (size_t i = start; i < end; i++)
        met[list[i].figure]++;
    for (; used < MOST; used++) {
        size_t top = SIZE_MAX;
        for (size_t i = start; i < end; i++) {
            size_t f = list[i].figure;
            if (met[f] > 0 && (top == SIZE_MAX || met[f] > met[top])) top = f;
        }
        if (top == SIZE_MAX) break;
        best[used] = top;
        met[top] = 0;
    }
    for (size_t i = 0; i < used; i++) {
        const kt_figure *f = &r->figures[best[i]];
        if (i > 0) buffer_text(title, ", ");
        buffer_str(title, f->korean);
        if (f->english.len == 0) continue;
        buffer_text(title, " (");
        buffer_str(title, f->english);
        buffer_byte(title, ')');
    }
    for (size_t i = start; i < end; i++)
        met[list[i].figure] = 0;
}

static void add_chapter(buffer *out, int64_t ms, kt_str title, bool first) {
    buffer_text(out, first ? "\n{\"startTime\":" : ",\n{\"startTime\":");
    buffer_fixed(out, (double)ms / 1000, 3);
    buffer_text(out, ",\"title\":");
    buffer_json(out, title);
    buffer_byte(out, '}');
}

/* The first chapter begins with the programme. */
static int write_chapters(const roster_files *r, buffer *out) {
    size_t count;
    event *list = events_of(r, &count);
    size_t *met = calloc(r->figure_count + 1, sizeof *met);
    if (list == NULL || met == NULL) {
        free(list);
        free(met);
        return complain(EXIT_IO, NULL, 0, 0, "out of memory");
    }
    buffer_text(out, "{\"version\":\"1.2.0\",\"chapters\":[");
    int64_t began = 0;
    for (size_t at = 0, end; at < count; at = end) {
        buffer title = {.ptr = NULL};
        for (end = at + 1; end < count; end++)
            if (list[end].ms - began >= SHORTEST && turns(list, count, end)) break;
        add_title(r, list, at, end, met, &title);
        add_chapter(out, began, (kt_str){title.ptr, title.len}, at == 0);
        out->failed = out->failed || title.failed;
        buffer_free(&title);
        began = end < count ? list[end].ms : began;
    }
    buffer_text(out, "\n]}\n");
    free(list);
    free(met);
    return EXIT_DONE;
}

/* ---- the command ---------------------------------------------------------------------------- */

static int show(const arguments *args, const roster_files *r, output *out) {
    int how = arguments_choice(args, OPT_SHOW, SHOW_TABLE);
    if (how == SHOW_CHAPTERS && (r->count > 1 || !roster_is_timed(r, 0)))
        return complain(EXIT_USAGE, NULL, 0, 0, "chapters need one file with times");
    if (how == SHOW_CHAPTERS) return write_chapters(r, &out->bytes);
    json_list json = json_list_begin(args, &out->bytes, "kotext/notes/1", "names");
    if (json_list_asked(&json))
        write_json(r, &json);
    else if (how == SHOW_LIST)
        write_list(r, &out->bytes);
    else
        write_table(r, &out->bytes);
    return EXIT_DONE;
}

int notes_command(const arguments *args) {
    session s;
    roster_files r = {.count = 0};
    output out = {.path = arguments_value(args, OPT_OUTPUT, NULL)};
    int status = session_open(args, &s);
    if (status == EXIT_DONE) status = roster_load(&s, &r);
    if (status == EXIT_DONE) status = show(args, &r, &out);
    if (status == EXIT_DONE) status = output_finish(&out);
    buffer_free(&out.bytes);
    roster_free(&r);
    session_close(&s);
    return status;
}
