#include "subtitle_style.h"

#include <string.h>

#include "json_list.h"

typedef struct style {
    session session;
    kt_profile profile;
    kt_wrap_options wrap;
    size_t findings;
} style;

static const char DEFAULT_PROFILE[] = "streaming-ko";

/* ---- the profile ---------------------------------------------------------------------------- */

static int read_profile(const char *name, kt_str text, kt_profile *out) {
    kt_error err = {KT_OK, 0, 0, NULL};
    *out = (kt_profile)KT_PROFILE_INIT;
    if (kt_profile_read(text, out, &err) == KT_OK) return EXIT_DONE;
    return complain(EXIT_USAGE, name, err.line, 1, err.message);
}

/* A built-in one by its name, else a file. */
static int open_profile(const arguments *args, kt_profile *out) {
    const char *name = arguments_value(args, OPT_PROFILE, DEFAULT_PROFILE);
    buffer bytes = {.ptr = NULL};
    kt_str text = kt_profile_named(str_of(name));
    if (text.len > 0) return read_profile(name, text, out);
    if (strchr(name, '.') == NULL && strchr(name, '/') == NULL)
        return complain(EXIT_USAGE, NULL, 0, 0,
                        "no such profile; 'kotext subtitle profile' lists them");
    int status = read_whole(name, &bytes);
    if (status == EXIT_DONE) status = read_profile(name, (kt_str){bytes.ptr, bytes.len}, out);
    buffer_free(&bytes);
    return status;
}

static int open_style(const arguments *args, style *s) {
    long width = 0;
    *s = (style){.wrap = KT_WRAP_INIT};
    if (!arguments_number(args, OPT_WIDTH, 1, 10000, &width)) return EXIT_USAGE;
    int status = open_profile(args, &s->profile);
    if (status != EXIT_DONE) return status;
    if (arguments_has(args, OPT_SPACING)) s->profile.spacing = KT_SPACING_REPAIR;
    double line = s->profile.line_width > 0 ? s->profile.line_width : s->profile.length;
    s->wrap.width = (uint32_t)(s->profile.measure == KT_MEASURE_UNITS ? 2 * line : line);
    if (width > 0) s->wrap.width = (uint32_t)(2 * width);
    s->wrap.lines = s->profile.lines;
    return session_open(args, &s->session);
}

int subtitle_profile(const arguments *args) {
    output out = {.path = arguments_value(args, OPT_OUTPUT, NULL)};
    int status = EXIT_DONE;
    for (size_t i = 0; args->operand_count < 2 && kt_profile_name(i).len > 0; i++) {
        buffer_str(&out.bytes, kt_profile_name(i));
        buffer_byte(&out.bytes, '\n');
    }
    for (size_t i = 1; i < args->operand_count && status == EXIT_DONE; i++) {
        kt_str text = kt_profile_named(str_of(args->operands[i]));
        if (text.len == 0)
            status = complain(EXIT_USAGE, NULL, 0, 0,
                              "no such profile; 'kotext subtitle profile' lists them");
        buffer_str(&out.bytes, text);
    }
    if (status == EXIT_DONE) status = output_finish(&out);
    buffer_free(&out.bytes);
    return status;
}

/* ---- check ---------------------------------------------------------------------------------- */

/* What a value is compared with: "at least" for rules that ask for more. */
static const char *compared(const kt_finding *f) {
    bool least = strcmp(f->rule, "gap") == 0 || strcmp(f->rule, "too-short") == 0;
    return least ? ", at least " : ", at most ";
}

/* One decimal, for values that have one. */
static void add_value(buffer *out, double value) {
    double size = value < 0 ? -value : value;
    bool whole = (double)(uint64_t)size == size;
    if (value < 0) buffer_byte(out, '-');
    if (whole)
        buffer_uint(out, (uint64_t)size);
    else
        buffer_fixed(out, size, 1);
}

static void write_finding(buffer *out, const char *name, const kt_finding *f) {
    buffer_text(out, name);
    buffer_byte(out, ':');
    buffer_uint(out, f->line);
    buffer_byte(out, ':');
    buffer_uint(out, f->column);
    buffer_text(out, ": ");
    buffer_text(out, f->rule);
    if (f->limit > 0 || f->value > 0) buffer_text(out, ": ");
    if (f->limit > 0 || f->value > 0) add_value(out, f->value);
    if (f->limit > 0) buffer_text(out, compared(f));
    if (f->limit > 0) add_value(out, f->limit);
    buffer_byte(out, '\n');
}

static void json_number(buffer *out, const char *key, double value) {
    buffer_text(out, key);
    add_value(out, value);
}

static void json_findings(buffer *out, const char *name, const kt_finding *list, size_t count) {
    buffer_text(out, "{\"schema\":\"kotext/subtitle-check/1\",\"file\":");
    buffer_json(out, str_of(name));
    buffer_text(out, ",\"findings\":[");
    for (size_t i = 0; i < count; i++) {
        buffer_text(out, i == 0 ? "{\"rule\":" : ",{\"rule\":");
        buffer_json(out, str_of(list[i].rule));
        buffer_text(out, ",\"cue\":");
        buffer_uint(out, list[i].cue);
        buffer_text(out, ",\"line\":");
        buffer_uint(out, list[i].line);
        buffer_text(out, ",\"column\":");
        buffer_uint(out, list[i].column);
        json_number(out, ",\"value\":", list[i].value);
        json_number(out, ",\"limit\":", list[i].limit);
        buffer_byte(out, '}');
    }
    buffer_text(out, "]}\n");
}

static int report(const arguments *args, const subtitle_file *f, style *s, output *out) {
    const kt_finding *list;
    size_t count;
    kt_status status = kt_subtitle_check(f->subtitle, &s->profile, &list, &count);
    if (status != KT_OK) return complain(EXIT_IO, f->name, 0, 0, kt_status_name(status));
    s->findings += count;
    if (json_asked(args))
        json_findings(&out->bytes, f->name, list, count);
    else
        for (size_t i = 0; i < count; i++)
            write_finding(&out->bytes, f->name, &list[i]);
    return EXIT_DONE;
}

static int repair(const arguments *args, subtitle_file *f, style *s, output *out) {
    kt_status status = kt_subtitle_fix(s->session.ctx, f->subtitle, &s->profile);
    if (status != KT_OK) return complain_status(&s->session, status, f->name, 0);
    return subtitle_save(args, f, out);
}

static int repair_in_place(const arguments *args, const char *name, style *s) {
    subtitle_file f;
    output out = {.path = name};
    if (strcmp(name, "-") == 0)
        return complain(EXIT_USAGE, NULL, 0, 0, "--fix needs a file; 'fix' writes a new one");
    int status = subtitle_load(args, name, &f);
    if (status == EXIT_DONE) status = repair(args, &f, s, &out);
    if (status == EXIT_DONE) status = output_finish(&out);
    buffer_free(&out.bytes);
    subtitle_free(&f);
    return status;
}

static int check_file(const arguments *args, const char *name, output *out, void *context) {
    style *s = context;
    subtitle_file f = {.name = NULL};
    int status = EXIT_DONE;
    if (arguments_has(args, OPT_FIX)) status = repair_in_place(args, name, s);
    if (status != EXIT_DONE) return status;
    status = subtitle_load(args, name, &f);
    if (status == EXIT_DONE) status = report(args, &f, s, out);
    subtitle_free(&f);
    return status;
}

static int fix_file(const arguments *args, const char *name, output *out, void *context) {
    subtitle_file f;
    int status = subtitle_load(args, name, &f);
    if (status == EXIT_DONE) status = repair(args, &f, context, out);
    subtitle_free(&f);
    return status;
}

/* ---- wrap ----------------------------------------------------------------------------------- */

static kt_status wrap_cues(style *s, kt_subtitle *subtitle, kt_text *plain) {
    size_t count = kt_subtitle_cues(subtitle, NULL);
    kt_status status = KT_OK;
    for (size_t i = 0; i < count && status == KT_OK; i++) {
        status = kt_subtitle_plain(subtitle, i, plain);
        if (status == KT_OK)
            status = kt_wrap(s->session.ctx, kt_text_str(plain), &s->wrap, s->session.text);
        if (status == KT_OK)
            status = kt_subtitle_apply(subtitle, i, s->session.text, KT_LAYOUT_REPLACE);
    }
    return status;
}

static int wrap_file(const arguments *args, const char *name, output *out, void *context) {
    style *s = context;
    subtitle_file f;
    kt_text *plain = NULL;
    int status = subtitle_load(args, name, &f);
    if (status == EXIT_DONE) {
        kt_status done = kt_text_new(NULL, &plain);
        if (done == KT_OK) done = wrap_cues(s, f.subtitle, plain);
        if (done != KT_OK) status = complain_status(&s->session, done, name, 0);
    }
    if (status == EXIT_DONE) status = subtitle_save(args, &f, out);
    kt_text_free(plain);
    subtitle_free(&f);
    return status;
}

/* ---- commands ------------------------------------------------------------------------------- */

static int each(const arguments *args,
                int (*run)(const arguments *, const char *, output *, void *)) {
    style s;
    int status = open_style(args, &s);
    if (status == EXIT_DONE) status = subtitle_each(args, 1, run, &s);
    if (status == EXIT_DONE && s.findings > 0) status = EXIT_FINDINGS;
    session_close(&s.session);
    return status;
}

int subtitle_check(const arguments *args) {
    if (arguments_has(args, OPT_IN_PLACE))
        return complain(EXIT_USAGE, NULL, 0, 0, "check repairs in place with --fix");
    return each(args, check_file);
}

int subtitle_fix(const arguments *args) {
    return each(args, fix_file);
}

int subtitle_wrap(const arguments *args) {
    return each(args, wrap_file);
}
