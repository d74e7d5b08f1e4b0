/* cmd_annotate.c - annotate and apply: files with the terms of a glossary changed. */
#include <stdlib.h>
#include <string.h>

#include "diff.h"
#include "json_list.h"
#include "json_text.h"
#include "subtitle_file.h"
#include "terms_file.h"

typedef struct change {
    session *session;
    const kt_terms *terms;
    kt_annotate_options annotate;
    bool apply, diff;
    json_list json;
    size_t files; /* done */
} change;

static kt_status transform(change *c, kt_str text) {
    session *s = c->session;
    if (c->apply) return kt_terms_apply(s->ctx, c->terms, text, s->text);
    return kt_annotate(s->ctx, c->terms, text, &c->annotate, s->text);
}

/* ---- JSON ----------------------------------------------------------------------------------- */

/* Begins what is said of a text; false when JSON is not asked for. */
static bool open_text(change *c, const char *file) {
    if (!json_list_open(&c->json)) return false;
    buffer_text(c->json.out, "\"file\":");
    buffer_json(c->json.out, str_of(file));
    return true;
}

static void json_number(buffer *out, const char *key, int64_t value) {
    buffer_text(out, key);
    buffer_int(out, value);
}

static void close_text(change *c, kt_str text) {
    buffer_byte(c->json.out, ',');
    json_text(c->json.out, text, c->session->text);
    json_list_close(&c->json);
}

static void json_cue(change *c, const subtitle_file *f, size_t i, kt_str plain) {
    const kt_cue *cues;
    (void)kt_subtitle_cues(f->subtitle, &cues);
    if (!open_text(c, f->name)) return;
    json_number(c->json.out, ",\"cue\":", (int64_t)i);
    json_number(c->json.out, ",\"start_ms\":", cues[i].start_ms);
    json_number(c->json.out, ",\"end_ms\":", cues[i].end_ms);
    close_text(c, plain);
}

/* One document for all files, each of which has an output of its own. */
static void begin_json(change *c, output *out) {
    if (c->files++ == 0)
        c->json = json_list_begin(c->session->args, &out->bytes,
                                  c->apply ? "kotext/apply/1" : "kotext/annotate/1", "texts");
    c->json.out = &out->bytes;
}

static void end_json(const change *c) {
    if (c->files >= c->session->args->operand_count) json_list_end(&c->json);
}

/* Units of two bytes or four: there the diff is one of the text. */
static bool is_wide(const buffer *bytes) {
    return bytes->len > 0 && memchr(bytes->ptr, '\0', bytes->len) != NULL;
}

/* A diff of the files' bytes, so that they can be patched. */
static int end_diff(const char *name, const buffer *before, output *saved, int status,
                    output *out) {
    const buffer *after = &saved->bytes;
    out->bytes.failed = out->bytes.failed || after->failed;
    if (status == EXIT_DONE && !after->failed)
        diff_unified(&out->bytes, name, (kt_str){before->ptr, before->len},
                     (kt_str){after->ptr, after->len});
    buffer_free(&saved->bytes);
    return status;
}

/* ---- subtitle files ------------------------------------------------------------------------- */

static int change_cues(change *c, const subtitle_file *f) {
    kt_text *plain = NULL;
    kt_status status = kt_text_new(NULL, &plain);
    size_t count = kt_subtitle_cues(f->subtitle, NULL);
    for (size_t i = 0; i < count && status == KT_OK; i++) {
        status = kt_subtitle_plain(f->subtitle, i, plain);
        if (status == KT_OK) status = transform(c, kt_text_str(plain));
        if (status == KT_OK) json_cue(c, f, i, kt_text_str(plain));
        if (status == KT_OK && !json_list_asked(&c->json))
            status = kt_subtitle_apply(f->subtitle, i, c->session->text, KT_LAYOUT_REPLACE);
    }
    kt_text_free(plain);
    return status == KT_OK ? EXIT_DONE : complain_status(c->session, status, f->name, 0);
}

static int do_cues(change *c, const subtitle_file *f, output *out) {
    int status = change_cues(c, f);
    if (status != EXIT_DONE || json_list_asked(&c->json)) return status;
    if (!c->diff) return subtitle_save(c->session->args, f, out);
    if (is_wide(&f->bytes)) {
        if (kt_subtitle_write(f->subtitle, c->session->text) != KT_OK)
            return complain(EXIT_IO, f->name, 0, 0, "out of memory");
        diff_unified(&out->bytes, f->name, kt_subtitle_text(f->subtitle),
                     kt_text_str(c->session->text));
        return EXIT_DONE;
    }
    output saved = {.path = NULL};
    return end_diff(f->name, &f->bytes, &saved, subtitle_save(c->session->args, f, &saved), out);
}

/* ---- text ----------------------------------------------------------------------------------- */

static int save_text(change *c, const document *d, output *out) {
    session *s = c->session;
    kt_str bytes = kt_text_str(s->text);
    bool mark;
    const char *wanted = output_charset(s->args, &d->charset, &mark);
    if (is_utf8_charset(wanted)) {
        if (is_utf8_charset(d->charset.name))
            buffer_str(&out->bytes, (kt_str){d->bytes.ptr, d->charset.bom_len});
    } else if (kt_charset_encode(s->ctx, bytes, wanted, mark, &bytes) != KT_OK) {
        return complain_at(s, kt_ctx_error(s->ctx).status, d->name, kt_text_str(s->text), 0);
    }
    buffer_str(&out->bytes, bytes);
    return EXIT_DONE;
}

static int do_text(change *c, const document *d, output *out) {
    kt_status changed = transform(c, d->utf8);
    if (changed != KT_OK) return complain_status(c->session, changed, d->name, 0);
    if (open_text(c, d->name)) {
        close_text(c, d->utf8);
        return EXIT_DONE;
    }
    if (!c->diff) return save_text(c, d, out);
    if (is_wide(&d->bytes)) {
        diff_unified(&out->bytes, d->name, d->utf8, kt_text_str(c->session->text));
        return EXIT_DONE;
    }
    output saved = {.path = NULL};
    return end_diff(d->name, &d->bytes, &saved, save_text(c, d, &saved), out);
}

static int do_file(const arguments *args, const char *name, output *out, void *context) {
    change *c = context;
    subtitle_file f = {.name = name};
    document d = {.name = name};
    bool lines = strcmp(arguments_value(args, OPT_FROM_FORMAT, "auto"), "text") == 0;
    int status = lines ? read_whole(name, &f.bytes) : subtitle_look(args, name, &f);
    if (c->annotate.seen != NULL) memset(c->annotate.seen, 0, kt_terms_rows(c->terms, NULL));
    if (status == EXIT_DONE && f.subtitle == NULL)
        status =
            document_of(c->session, name, arguments_value(args, OPT_ENCODING, NULL), &f.bytes, &d);
    begin_json(c, out);
    if (status == EXIT_DONE)
        status = f.subtitle != NULL ? do_cues(c, &f, out) : do_text(c, &d, out);
    if (status == EXIT_DONE) end_json(c);
    subtitle_free(&f);
    document_free(&d);
    return status;
}

/* ---- the commands --------------------------------------------------------------------------- */

static int run(const arguments *args, bool apply) {
    session s;
    kt_terms *terms = NULL;
    change c = {.session = &s, .annotate = KT_ANNOTATE_INIT, .apply = apply};
    int status = session_open(args, &s);
    if (status == EXIT_DONE) status = terms_asked(&s, &terms);
    c.terms = terms;
    c.diff = arguments_has(args, OPT_DRY_RUN);
    c.annotate.place = (kt_annotation)arguments_choice(args, OPT_PLACE, KT_ANNOTATE_BEHIND);
    bool json = json_asked(args);
    if (status == EXIT_DONE && (c.diff || json) && arguments_has(args, OPT_IN_PLACE))
        status =
            complain(EXIT_USAGE, NULL, 0, 0,
                     json ? "JSON changes nothing in place" : "--dry-run changes nothing in place");
    if (status == EXIT_DONE && c.diff && json)
        status = complain(EXIT_USAGE, NULL, 0, 0, "--dry-run goes without JSON");
    if (status == EXIT_DONE && !arguments_has(args, OPT_EVERY)) {
        c.annotate.seen = calloc(kt_terms_rows(terms, NULL) + 1, 1);
        if (c.annotate.seen == NULL) status = complain(EXIT_IO, NULL, 0, 0, "out of memory");
    }
    if (status == EXIT_DONE) status = subtitle_each(args, 0, do_file, &c);
    free(c.annotate.seen);
    kt_terms_free(terms);
    session_close(&s);
    return status;
}

int annotate_command(const arguments *args) {
    return run(args, false);
}

int apply_command(const arguments *args) {
    return run(args, true);
}
