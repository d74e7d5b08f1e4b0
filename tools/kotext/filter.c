#include "filter.h"

#include <stdlib.h>
#include <string.h>

#include "pipeline.h"
#include "progress.h"
#include "source.h"

enum { SLOTS = 4 }; /* pieces under way for each thread */

/* A piece on its way: in, and out. */
typedef struct slot {
    buffer text; /* the piece's bytes where there are several threads */
    piece piece;
    buffer out;
    bool first;   /* no object has been written before it */
    int status;   /* of the first line that failed */
    int findings; /* EXIT_FINDINGS once a line had some */
} slot;

/* One file on its way through. */
typedef struct run {
    const filter *filter;
    session *session;
    source source;
    output out;
    bool json, jsonl;
    bool first_object;
    int worst;            /* EXIT_FINDINGS once a line had some */
    filter_block *block;  /* NULL: line by line */
    const char *encoding; /* of the output; NULL: UTF-8 */
    bool mark, marked;    /* it has a byte order mark; that has been written */
    size_t out_line;      /* line ends written in it */
    session *sessions;    /* one a thread */
    slot *slots;
    size_t jobs;
} run;

/* What is done with one piece. */
typedef struct job {
    const run *run;
    session *session;
    slot *slot;
} job;

/* ---- one line ------------------------------------------------------------------------------- */

static bool stops_at_invalid(const arguments *args) {
    return strcmp(arguments_value(args, OPT_ON_INVALID, "replace"), "stop") == 0 ||
           arguments_has(args, OPT_STRICT);
}

static int check_valid(const job *j, const line *l) {
    kt_str ignored;
    if (!stops_at_invalid(j->session->args) || !j->run->source.utf8) return EXIT_DONE;
    kt_status status = kt_charset_decode(j->session->ctx, l->text, "UTF-8", 1, &ignored);
    if (status == KT_OK) return EXIT_DONE;
    return complain(EXIT_USAGE, l->file, l->number, kt_ctx_error(j->session->ctx).offset + 1,
                    "ill-formed UTF-8");
}

static int write_object(const job *j, const line *l) {
    const run *r = j->run;
    buffer *out = &j->slot->out;
    size_t before = out->len;
    if (r->json && !j->slot->first) buffer_text(out, ",\n");
    j->slot->first = false;
    buffer_text(out, "{");
    if (r->jsonl) {
        buffer_text(out, "\"schema\":");
        buffer_json(out, str_of(r->filter->schema));
        buffer_text(out, ",");
    }
    buffer_text(out, "\"line\":");
    buffer_uint(out, l->number);
    buffer_text(out, ",");
    int status = r->filter->json(r->filter, j->session, l, out);
    buffer_text(out, r->jsonl ? "}\n" : "}");
    if (status != EXIT_DONE && status != EXIT_FINDINGS) out->len = before; /* nothing was told */
    return status;
}

/* A line, or a part of one, `joined` to what is before it. */
static int write_plain(const job *j, const line *l, bool joined) {
    const filter *f = j->run->filter;
    buffer *out = &j->slot->out;
    size_t before = out->len;
    bool apart = joined && f->joint != NULL;
    if (apart) buffer_text(out, f->joint);
    size_t start = out->len;
    int status = f->plain(f, j->session, l, out);
    if (apart && out->len == start) out->len = before;
    return status;
}

/* `end` is the line end to write back: "\n", "\r\n" or "". */
static int do_line(const job *j, const line *l, kt_str end, bool joined) {
    int status = check_valid(j, l);
    if (status != EXIT_DONE) return status;
    if (j->run->json || j->run->jsonl) {
        status = write_object(j, l);
    } else {
        status = write_plain(j, l, joined);
        if (status == EXIT_DONE && !j->run->filter->units) buffer_str(&j->slot->out, end);
    }
    if (status != EXIT_FINDINGS) return status;
    j->slot->findings = EXIT_FINDINGS;
    return EXIT_DONE;
}

/* ---- one piece ------------------------------------------------------------------------------ */

/* The line at the start of `text`, and its end; returns the bytes of both. */
static size_t split_line(kt_str text, kt_str *content, kt_str *end) {
    const char *feed = memchr(text.ptr, '\n', text.len);
    size_t len = feed == NULL ? text.len : (size_t)(feed - text.ptr);
    size_t whole = feed == NULL ? len : len + 1;
    if (feed != NULL && len > 0 && feed[-1] == '\r') len--;
    *content = (kt_str){text.ptr, len};
    *end = (kt_str){text.ptr + len, whole - len};
    return whole;
}

static int do_lines(const job *j, const piece *p) {
    line l = {.number = p->line + 1, .file = j->run->source.in.name};
    int status = EXIT_DONE;
    for (size_t at = 0; at < p->text.len && status == EXIT_DONE; l.number++) {
        kt_str end, rest = {p->text.ptr + at, p->text.len - at};
        bool joined = at == 0 && p->joined;
        at += split_line(rest, &l.text, &end);
        status = do_line(j, &l, end, joined);
    }
    return status;
}

static void work(void *context, size_t worker, size_t number) {
    run *r = context;
    slot *s = &r->slots[number];
    job j = {r, &r->sessions[worker], s};
    s->status = r->block != NULL ? r->block(r->filter, j.session, s->piece.text, &s->out)
                                 : do_lines(&j, &s->piece);
}

static int take(void *context, size_t worker, size_t number, bool *got) {
    run *r = context;
    slot *s = &r->slots[number];
    int status = source_take(&r->source, &r->sessions[worker], &s->piece);
    const input *in = &r->source.in;
    progress_show(r->session->args, in->name, in->total, in->size);
    if (status != EXIT_DONE || s->piece.text.len == 0) return status;
    s->out.len = 0;
    s->findings = EXIT_DONE;
    s->first = r->first_object;
    r->first_object = false;
    if (r->jobs > 1) { /* others read on meanwhile */
        s->text.len = 0;
        buffer_str(&s->text, s->piece.text);
        if (s->text.failed) return complain(EXIT_IO, in->name, 0, 0, "out of memory");
        s->piece.text.ptr = s->text.ptr;
    }
    *got = true;
    return EXIT_DONE;
}

/* Turns UTF-8 into the output's encoding. */
static int encode(run *r, const session *s, kt_str text) {
    kt_str encoded;
    bool mark = !r->marked && r->mark;
    r->marked = true;
    kt_status status = kt_charset_encode(s->ctx, text, r->encoding, mark, &encoded);
    if (status != KT_OK) return complain_at(s, status, r->source.in.name, text, r->out_line);
    for (size_t i = 0; i < text.len; i++)
        r->out_line += text.ptr[i] == '\n';
    buffer_str(&r->out.bytes, encoded);
    return EXIT_DONE;
}

static int give(void *context, size_t worker, size_t number) {
    run *r = context;
    slot *s = &r->slots[number];
    kt_str text = {s->out.ptr, s->out.len};
    int status = EXIT_DONE;
    if (s->out.failed) return complain(EXIT_IO, NULL, 0, 0, "out of memory");
    if (s->findings != EXIT_DONE) r->worst = s->findings;
    if (r->encoding != NULL)
        status = encode(r, &r->sessions[worker], text);
    else
        buffer_str(&r->out.bytes, text);
    if (status == EXIT_DONE) status = s->status;
    return status == EXIT_DONE ? output_flush(&r->out) : status;
}

/* ---- the threads' own ----------------------------------------------------------------------- */

static void close_jobs(run *r) {
    for (size_t i = 1; r->sessions != NULL && i < r->jobs; i++) {
        kt_text_free(r->sessions[i].text);
        kt_ctx_free(r->sessions[i].ctx);
    }
    for (size_t i = 0; r->slots != NULL && i < SLOTS * r->jobs; i++) {
        buffer_free(&r->slots[i].text);
        buffer_free(&r->slots[i].out);
    }
    free(r->sessions);
    free(r->slots);
}

static bool open_session(const session *s, session *out) {
    *out = *s;
    out->ctx = NULL;
    out->text = NULL;
    return kt_ctx_new(s->engine, &out->ctx) == KT_OK && kt_text_new(NULL, &out->text) == KT_OK;
}

static int open_jobs(run *r, size_t jobs) {
    r->jobs = jobs;
    r->sessions = calloc(jobs, sizeof *r->sessions);
    r->slots = calloc(SLOTS * jobs, sizeof *r->slots);
    bool fine = r->sessions != NULL && r->slots != NULL;
    if (fine) r->sessions[0] = *r->session;
    for (size_t i = 1; fine && i < jobs; i++)
        fine = open_session(r->session, &r->sessions[i]);
    return fine ? EXIT_DONE : complain(EXIT_IO, NULL, 0, 0, "out of memory");
}

/* ---- one file ------------------------------------------------------------------------------- */

static int do_content(run *r) {
    const pipeline_steps steps = {r->jobs == 1 ? 1 : SLOTS * r->jobs, take, work, give};
    const source *in = &r->source;
    const char *encoding = output_charset(r->session->args, &in->charset, &r->mark);
    bool plain = !r->json && !r->jsonl;
    r->encoding = is_utf8_charset(encoding) || !plain ? NULL : encoding;
    r->marked = false;
    r->out_line = 0;
    if (in->utf8 && r->encoding == NULL && plain)
        buffer_add(&r->out.bytes, in->in.pending.ptr, in->charset.bom_len);
    int status = pipeline_run(&steps, r, r->jobs);
    if (status == EXIT_DONE && r->encoding != NULL && !r->marked)
        status = encode(r, r->session, (kt_str){NULL, 0});
    return status;
}

static int do_file(run *r, const char *name) {
    const arguments *args = r->session->args;
    int status =
        source_open(&r->source, r->session, name, arguments_value(args, OPT_ENCODING, NULL));
    r->source.cut = r->json || r->jsonl ? CUT_LINES : r->filter->cut;
    if (status == EXIT_DONE) status = do_content(r);
    progress_clear();
    source_close(&r->source);
    return status;
}

static int do_in_place(run *r, const char *name) {
    int status = output_in_place(r->session->args, name, &r->out);
    if (status == EXIT_DONE) status = do_file(r, name);
    if (status == EXIT_DONE) status = output_finish(&r->out);
    buffer_free(&r->out.bytes);
    return status;
}

/* ---- all files ------------------------------------------------------------------------------ */

static int do_all(run *r) {
    static const char *const standard_input[] = {"-"};
    const arguments *args = r->session->args;
    const char *const *names = args->operand_count > 0 ? args->operands : standard_input;
    size_t count = args->operand_count > 0 ? args->operand_count : 1;
    int status = EXIT_DONE;
    for (size_t i = 0; i < count && status == EXIT_DONE; i++)
        status =
            arguments_has(args, OPT_IN_PLACE) ? do_in_place(r, names[i]) : do_file(r, names[i]);
    return status;
}

int filter_run_blocks(const filter *f, filter_block *block, session *s) {
    run r = {.filter = f, .session = s, .first_object = true};
    r.json = arguments_has(s->args, OPT_JSON);
    r.jsonl = arguments_has(s->args, OPT_JSONL);
    r.out.path = arguments_value(s->args, OPT_OUTPUT, NULL);
    if (r.json) {
        buffer_text(&r.out.bytes, "{\"schema\":");
        buffer_json(&r.out.bytes, str_of(f->schema));
        buffer_text(&r.out.bytes, ",\"lines\":[\n");
    }
    if (!r.json && !r.jsonl && !stops_at_invalid(s->args)) r.block = block;
    long jobs = 1;
    if (!arguments_number(s->args, OPT_JOBS, 1, PIPELINE_MOST, &jobs)) return EXIT_USAGE;
    int status = open_jobs(&r, (size_t)jobs);
    if (status == EXIT_DONE) status = do_all(&r);
    if (r.json && status == EXIT_DONE) buffer_text(&r.out.bytes, "\n]}\n");
    if (status == EXIT_DONE && !arguments_has(s->args, OPT_IN_PLACE))
        status = output_finish(&r.out);
    else if (status != EXIT_DONE && r.out.path == NULL)
        output_flush(&r.out);
    buffer_free(&r.out.bytes);
    close_jobs(&r);
    return status == EXIT_DONE ? r.worst : status;
}

int filter_run(const filter *f, session *s) {
    return filter_run_blocks(f, NULL, s);
}

int filter_command(const filter *f, const arguments *args) {
    session s;
    int status = session_open(args, &s);
    if (status == EXIT_DONE) status = filter_run(f, &s);
    session_close(&s);
    return status;
}
