#define _POSIX_C_SOURCE 200809L

#include "filter.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io.h"
#include "progress.h"

enum { MOST_JOBS = 64, LONG_LINE = 256 << 10, PART = 128 << 10, DECODED = 32 << 10 };

typedef struct workers workers;

/* One file on its way through. */
typedef struct run {
    const filter *filter;
    session *session;
    input in;
    output out;
    kt_charset_guess charset;
    size_t line;
    bool json, jsonl;
    bool first_object;
    int worst;           /* EXIT_FINDINGS once a line had some */
    filter_block *block; /* NULL: line by line */
    workers *workers;    /* NULL: one thread */
} run;

/* ---- one line ------------------------------------------------------------------------------- */

static bool stops_at_invalid(const arguments *args) {
    return strcmp(arguments_value(args, OPT_ON_INVALID, "replace"), "stop") == 0 ||
           arguments_has(args, OPT_STRICT);
}

static int check_valid(run *r, const line *l) {
    kt_str ignored;
    if (!stops_at_invalid(r->session->args) || !is_utf8_charset(r->charset.name)) return EXIT_DONE;
    kt_status status = kt_charset_decode(r->session->ctx, l->text, "UTF-8", 1, &ignored);
    if (status == KT_OK) return EXIT_DONE;
    return complain(EXIT_USAGE, l->file, l->number, kt_ctx_error(r->session->ctx).offset + 1,
                    "ill-formed UTF-8");
}

static int write_object(run *r, const line *l) {
    buffer *out = &r->out.bytes;
    if (r->json && !r->first_object) buffer_text(out, ",\n");
    r->first_object = false;
    buffer_text(out, "{");
    if (r->jsonl) {
        buffer_text(out, "\"schema\":");
        buffer_json(out, str_of(r->filter->schema));
        buffer_text(out, ",");
    }
    buffer_text(out, "\"line\":");
    buffer_uint(out, l->number);
    buffer_text(out, ",");
    int status = r->filter->json(r->filter, r->session, l, out);
    buffer_text(out, r->jsonl ? "}\n" : "}");
    return status;
}

/* `end` is the line end to write back: "\n", "\r\n" or "". */
static int do_line(run *r, kt_str text, kt_str end) {
    line l = {text, ++r->line, r->in.name};
    int status = check_valid(r, &l);
    if (status != EXIT_DONE) return status;
    if (r->json || r->jsonl) {
        status = write_object(r, &l);
    } else {
        status = r->filter->plain(r->filter, r->session, &l, &r->out.bytes);
        if (status == EXIT_DONE && !r->filter->units) buffer_str(&r->out.bytes, end);
    }
    if (status == EXIT_FINDINGS) {
        r->worst = EXIT_FINDINGS;
        status = EXIT_DONE;
    }
    return status;
}

/* ---- lines of a block ----------------------------------------------------------------------- */

static int take_line(run *r, kt_str whole, size_t feed) {
    bool cr = feed > 0 && whole.ptr[feed - 1] == '\r';
    size_t len = cr ? feed - 1 : feed;
    return do_line(r, (kt_str){whole.ptr, len}, (kt_str){whole.ptr + len, feed + 1 - len});
}

static size_t behind_last(kt_str text, char c) {
    size_t end = text.len;
    while (end > 0 && text.ptr[end - 1] != c)
        end--;
    return end;
}

/* Whole lines, or what may be cut off a long one: at least `least` bytes when more is to come. */
static kt_str whole_lines(const run *r, size_t least) {
    kt_str rest = input_pending(&r->in);
    if (rest.len < least && !r->in.ended) return (kt_str){rest.ptr, 0};
    size_t end = behind_last(rest, '\n');
    if (end == 0 && r->block != NULL && rest.len >= LONG_LINE) end = behind_last(rest, ' ');
    return (kt_str){rest.ptr, end};
}

static int do_text(run *r, kt_str text);
static int do_parallel(run *r);

static int do_blocks(run *r) {
    kt_str text = whole_lines(r, 0);
    int status = do_text(r, text);
    r->in.used += text.len;
    return status;
}

/* Does the complete lines that are pending; `scanned` bytes are known to hold no line feed. */
static int do_pending(run *r, size_t *scanned) {
    int status = EXIT_DONE;
    if (r->workers != NULL) return do_parallel(r);
    if (r->block != NULL) return do_blocks(r);
    kt_str rest = input_pending(&r->in);
    while (status == EXIT_DONE && rest.len > *scanned) {
        const char *feed = memchr(rest.ptr + *scanned, '\n', rest.len - *scanned);
        if (feed == NULL) break;
        size_t len = (size_t)(feed - rest.ptr);
        status = take_line(r, rest, len);
        r->in.used += len + 1;
        *scanned = 0;
        rest = input_pending(&r->in);
    }
    *scanned = rest.len;
    return status;
}

/* UTF-8 streams: memory holds a block and the longest line. */
static int do_stream(run *r) {
    size_t scanned = 0;
    int status = EXIT_DONE;
    while (status == EXIT_DONE && !r->in.ended) {
        status = do_pending(r, &scanned);
        if (status == EXIT_DONE) status = output_flush(&r->out);
        progress_show(r->session->args, r->in.name, r->in.total, r->in.size);
        if (status == EXIT_DONE) status = input_read(&r->in);
    }
    if (status == EXIT_DONE) status = do_pending(r, &scanned);
    kt_str last = input_pending(&r->in);
    if (status == EXIT_DONE && last.len > 0) status = do_text(r, last);
    return status;
}

/* ---- other encodings ------------------------------------------------------------------------ */

static int do_text(run *r, kt_str text) {
    int status = EXIT_DONE;
    if (r->block != NULL && text.len > 0)
        return r->block(r->filter, r->session, text, &r->out.bytes);
    while (status == EXIT_DONE && text.len > 0) {
        const char *feed = memchr(text.ptr, '\n', text.len);
        if (feed == NULL) return do_line(r, text, (kt_str){NULL, 0});
        size_t len = (size_t)(feed - text.ptr);
        status = take_line(r, text, len);
        text = (kt_str){feed + 1, text.len - len - 1};
    }
    return status;
}

/* The line and column of a failure in `text`, which follows r->line lines. */
static int complain_decoding(const run *r, kt_status status, kt_str text) {
    kt_error err = kt_ctx_error(r->session->ctx);
    if (status != KT_ERR_ENCODING || err.offset > text.len)
        return complain_status(r->session, status, r->in.name, 0);
    size_t number = r->line + 1, start = 0;
    for (size_t at = 0; at < err.offset; at++)
        if (text.ptr[at] == '\n') {
            number++;
            start = at + 1;
        }
    return complain(EXIT_USAGE, r->in.name, number, err.offset - start + 1, err.message);
}

/* Decodes bytes that end with a line, or the file. */
static int do_decoded_part(run *r, kt_str bytes) {
    kt_str decoded;
    buffer text = {.ptr = NULL};
    const char *what = arguments_value(r->session->args, OPT_ON_INVALID, "replace");
    kt_status done = kt_charset_decode(r->session->ctx, bytes, r->charset.name,
                                       strcmp(what, "stop") == 0, &decoded);
    if (done != KT_OK) return complain_decoding(r, done, bytes);
    buffer_str(&text, decoded);
    int status = text.failed ? complain(EXIT_IO, r->in.name, 0, 0, "out of memory")
                             : do_text(r, (kt_str){text.ptr, text.len});
    buffer_free(&text);
    if (status == EXIT_DONE) status = output_flush(&r->out);
    r->in.used += bytes.len;
    return status;
}

/* windows-949, where no character holds a line feed: lines are decoded as they come. */
static int do_decoded_stream(run *r) {
    int status = EXIT_DONE;
    while (status == EXIT_DONE && !r->in.ended) {
        status = do_decoded_part(r, whole_lines(r, DECODED));
        if (status == EXIT_DONE) status = input_read(&r->in);
    }
    kt_str last = input_pending(&r->in);
    return status == EXIT_DONE && last.len > 0 ? do_decoded_part(r, last) : status;
}

/* Reads all, decodes it, and leaves the result in UTF-8. */
static int do_decoded(run *r) {
    if (strcmp(r->charset.name, "windows-949") == 0) return do_decoded_stream(r);
    kt_str decoded;
    buffer text = {.ptr = NULL};
    const char *what = arguments_value(r->session->args, OPT_ON_INVALID, "replace");
    int status = input_read_all(&r->in);
    if (status != EXIT_DONE) return status;
    kt_status done = kt_charset_decode(r->session->ctx, input_pending(&r->in), r->charset.name,
                                       strcmp(what, "stop") == 0, &decoded);
    if (done != KT_OK) return complain_at(r->session, done, r->in.name, input_pending(&r->in));
    buffer_str(&text, decoded);
    status = text.failed ? complain(EXIT_IO, r->in.name, 0, 0, "out of memory")
                         : do_text(r, (kt_str){text.ptr, text.len});
    buffer_free(&text);
    return status;
}

/* Turns the gathered UTF-8 into the output's encoding. */
static int encode_output(run *r, const char *charset) {
    kt_str encoded;
    kt_str text = {r->out.bytes.ptr, r->out.bytes.len};
    kt_status status =
        kt_charset_encode(r->session->ctx, text, charset, r->charset.bom_len > 0, &encoded);
    if (status != KT_OK) return complain_at(r->session, status, r->in.name, text);
    r->out.bytes.len = 0;
    buffer_str(&r->out.bytes, encoded);
    return EXIT_DONE;
}

/* ---- several threads ------------------------------------------------------------------------ */

/* What a thread has of its own. */
typedef struct worker {
    run run;
    session session;
    kt_str part;
    int status;
} worker;

struct workers {
    size_t count;
    worker list[MOST_JOBS];
};

static void *work(void *context) {
    worker *w = context;
    w->status = do_text(&w->run, w->part);
    return NULL;
}

static void close_workers(workers *all) {
    for (size_t i = 0; all != NULL && i < all->count; i++) {
        kt_text_free(all->list[i].session.text);
        kt_ctx_free(all->list[i].session.ctx);
        buffer_free(&all->list[i].run.out.bytes);
    }
    free(all);
}

static bool open_worker(const session *s, worker *w) {
    w->session = *s;
    w->session.ctx = NULL;
    w->session.text = NULL;
    return kt_ctx_new(s->engine, &w->session.ctx) == KT_OK &&
           kt_text_new(NULL, &w->session.text) == KT_OK;
}

static int open_workers(run *r, long jobs) {
    r->workers = jobs > 1 ? calloc(1, sizeof *r->workers) : NULL;
    if (jobs > 1 && r->workers == NULL) return complain(EXIT_IO, NULL, 0, 0, "out of memory");
    for (long i = 0; jobs > 1 && i < jobs; i++, r->workers->count++)
        if (!open_worker(r->session, &r->workers->list[i]))
            return complain(EXIT_IO, NULL, 0, 0, "out of memory");
    return EXIT_DONE;
}

static size_t count_lines(kt_str text) {
    size_t lines = 0;
    for (const char *at = text.ptr, *end = text.ptr + text.len; at < end; lines++) {
        at = memchr(at, '\n', (size_t)(end - at));
        if (at == NULL) break;
        at++;
    }
    return lines;
}

/* Gives each a part of `text` that ends with a line. */
static void share_out(run *r, kt_str text) {
    size_t start = 0, lines = r->line;
    for (size_t i = 0; i < r->workers->count; i++) {
        worker *w = &r->workers->list[i];
        size_t end = text.len * (i + 1) / r->workers->count;
        const char *feed = end > start && end < text.len
                               ? memchr(text.ptr + end - 1, '\n', text.len - end + 1)
                               : NULL;
        if (feed != NULL) end = (size_t)(feed - text.ptr) + 1;
        if (feed == NULL && end != text.len) end = end < start ? start : text.len;
        buffer out = w->run.out.bytes;
        out.len = 0;
        w->part = (kt_str){text.ptr + start, end - start};
        w->run = (run){.filter = r->filter,
                       .session = &w->session,
                       .charset = r->charset,
                       .line = lines,
                       .json = r->json,
                       .jsonl = r->jsonl,
                       .block = r->block};
        w->run.first_object = r->first_object && start == 0;
        w->run.in.name = r->in.name;
        w->run.out.bytes = out;
        lines += count_lines(w->part);
        start = end;
    }
    if (text.len > 0) r->first_object = false;
    r->line = lines;
}

/* Their results in the order of the lines, up to a failure. */
static int gather(run *r) {
    int status = EXIT_DONE;
    for (size_t i = 0; i < r->workers->count && status == EXIT_DONE; i++) {
        worker *w = &r->workers->list[i];
        buffer_add(&r->out.bytes, w->run.out.bytes.ptr, w->run.out.bytes.len);
        if (w->run.worst != EXIT_DONE) r->worst = w->run.worst;
        if (w->run.out.bytes.failed) r->out.bytes.failed = true;
        status = w->status;
    }
    return status;
}

static int do_parallel(run *r) {
    pthread_t threads[MOST_JOBS];
    size_t started = 1;
    kt_str text = whole_lines(r, PART * r->workers->count);
    if (text.len == 0) return EXIT_DONE;
    share_out(r, text);
    while (started < r->workers->count &&
           pthread_create(&threads[started], NULL, work, &r->workers->list[started]) == 0)
        started++;
    work(&r->workers->list[0]);
    for (size_t i = started; i < r->workers->count; i++)
        work(&r->workers->list[i]); /* no thread for these */
    for (size_t i = 1; i < started; i++)
        pthread_join(threads[i], NULL);
    r->in.used += text.len;
    return gather(r);
}

/* ---- one file ------------------------------------------------------------------------------- */

static int do_content(run *r) {
    const arguments *args = r->session->args;
    int status = input_read(&r->in);
    if (status != EXIT_DONE) return status;
    r->charset = choose_charset(r->session, input_pending(&r->in),
                                arguments_value(args, OPT_ENCODING, NULL));
    bool utf8_in = is_utf8_charset(r->charset.name);
    const char *charset_out =
        arguments_value(args, OPT_OUTPUT_ENCODING, utf8_in ? "UTF-8" : r->charset.name);
    bool utf8_out = is_utf8_charset(charset_out) || r->json || r->jsonl;
    if (utf8_in && r->charset.bom_len > 0) {
        if (utf8_out && !r->json && !r->jsonl)
            buffer_add(&r->out.bytes, r->in.pending.ptr, r->charset.bom_len);
        r->in.used += r->charset.bom_len;
    }
    r->out.held = !utf8_out; /* nothing is flushed before it is encoded */
    status = utf8_in ? do_stream(r) : do_decoded(r);
    if (status == EXIT_DONE && !utf8_out) status = encode_output(r, charset_out);
    if (status == EXIT_DONE) r->out.held = false;
    return status;
}

static int do_file(run *r, const char *name) {
    r->line = 0;
    int status = input_open(name, &r->in);
    if (status == EXIT_DONE) status = do_content(r);
    progress_clear();
    input_close(&r->in);
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
    if (!arguments_number(s->args, OPT_JOBS, 1, MOST_JOBS, &jobs)) return EXIT_USAGE;
    int status = open_workers(&r, jobs);
    if (status == EXIT_DONE) status = do_all(&r);
    if (r.json && status == EXIT_DONE) buffer_text(&r.out.bytes, "\n]}\n");
    if (status == EXIT_DONE && !arguments_has(s->args, OPT_IN_PLACE))
        status = output_finish(&r.out);
    else if (status != EXIT_DONE && r.out.path == NULL)
        output_flush(&r.out);
    buffer_free(&r.out.bytes);
    close_workers(r.workers);
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
