#include "subtitle_file.h"

#include <stdio.h>
#include <string.h>

kt_format format_asked(const arguments *args) {
    const char *format = arguments_value(args, OPT_FROM_FORMAT, "auto");
    return strcmp(format, "auto") == 0 ? KT_FORMAT_TEXT : kt_format_of_id(str_of(format));
}

static kt_status open_bytes(const arguments *args, subtitle_file *f, kt_error *err) {
    kt_subtitle_options options = KT_SUBTITLE_INIT;
    options.format = format_asked(args);
    options.charset = arguments_value(args, OPT_ENCODING, NULL);
    *err = (kt_error){KT_OK, 0, 0, NULL};
    return kt_subtitle_open(NULL, (kt_str){f->bytes.ptr, f->bytes.len}, &options, &f->subtitle,
                            err);
}

static int refuse(const subtitle_file *f, const kt_error *err) {
    const char *message = err->message != NULL ? err->message : kt_status_name(err->status);
    return complain(err->status == KT_ERR_NOMEM ? EXIT_IO : EXIT_USAGE, f->name, err->line,
                    err->line > 0 ? 1 : 0, message);
}

int subtitle_of(const arguments *args, const char *name, buffer *bytes, subtitle_file *out) {
    kt_error err;
    *out = (subtitle_file){.name = name, .bytes = *bytes};
    *bytes = (buffer){.ptr = NULL};
    return open_bytes(args, out, &err) == KT_OK ? EXIT_DONE : refuse(out, &err);
}

int subtitle_load(const arguments *args, const char *name, subtitle_file *out) {
    buffer bytes = {.ptr = NULL};
    *out = (subtitle_file){.name = name};
    int status = read_whole(name, &bytes);
    if (status == EXIT_DONE) status = subtitle_of(args, name, &bytes, out);
    buffer_free(&bytes);
    return status;
}

int subtitle_look(const arguments *args, const char *name, subtitle_file *out) {
    kt_error err;
    *out = (subtitle_file){.name = name};
    int status = read_whole(name, &out->bytes);
    if (status != EXIT_DONE) return status;
    kt_status opened = open_bytes(args, out, &err);
    bool text = opened == KT_ERR_UNSUPPORTED && format_asked(args) == KT_FORMAT_TEXT;
    return opened == KT_OK || text ? EXIT_DONE : refuse(out, &err);
}

void subtitle_free(subtitle_file *f) {
    kt_subtitle_free(f->subtitle);
    buffer_free(&f->bytes);
}

void subtitle_warn(const subtitle_file *f) {
    const kt_subtitle_note *notes;
    size_t count = kt_subtitle_notes(f->subtitle, &notes);
    for (size_t i = 0; i < count; i++) {
        fprintf(stderr, "kotext: %s:%zu:%zu: warning: %s: %s", f->name, notes[i].line,
                notes[i].column, notes[i].id, notes[i].message);
        if (notes[i].count > 1) fprintf(stderr, " (%zu times)", notes[i].count);
        fputc('\n', stderr);
    }
}

int subtitle_save(const arguments *args, const subtitle_file *f, output *out) {
    kt_str bytes;
    kt_error err = {KT_OK, 0, 0, NULL};
    const char *charset = arguments_value(args, OPT_OUTPUT_ENCODING, NULL);
    if (kt_subtitle_save(f->subtitle, charset, &bytes, &err) != KT_OK) return refuse(f, &err);
    buffer_str(&out->bytes, bytes);
    return EXIT_DONE;
}

int subtitle_encode(const arguments *args, const char *name, kt_str text, output *out) {
    session s;
    const char *charset = charset_named(arguments_value(args, OPT_OUTPUT_ENCODING, "UTF-8"));
    if (is_utf8_charset(charset)) {
        buffer_str(&out->bytes, text);
        return EXIT_DONE;
    }
    int status = session_open(args, &s);
    kt_str bytes;
    if (status == EXIT_DONE) {
        kt_status done = kt_charset_encode(s.ctx, text, charset, 1, &bytes);
        if (done == KT_OK)
            buffer_str(&out->bytes, bytes);
        else
            status = complain_at(&s, done, name, text, 0);
    }
    session_close(&s);
    return status;
}

void subtitle_path(const char *name, kt_str id, buffer *path) {
    const char *dot = strrchr(name, '.');
    const char *slash = strrchr(name, '/');
    size_t stem =
        dot == NULL || (slash != NULL && dot < slash) ? strlen(name) : (size_t)(dot - name);
    buffer_add(path, name, stem);
    buffer_byte(path, '.');
    for (size_t i = 0; i < id.len; i++) {
        bool unsafe = id.ptr[i] == '/' || (unsigned char)id.ptr[i] <= ' ';
        buffer_byte(path, unsafe ? '_' : id.ptr[i]);
    }
    buffer_text(path, name + stem);
    buffer_byte(path, '\0');
}

static int do_one(const arguments *args, const char *name,
                  int (*each)(const arguments *, const char *, output *, void *), void *context) {
    output out = {.path = arguments_value(args, OPT_OUTPUT, NULL)};
    int status = EXIT_DONE;
    if (arguments_has(args, OPT_IN_PLACE)) status = output_in_place(args, name, &out);
    if (status == EXIT_DONE) status = each(args, name, &out, context);
    if (status == EXIT_DONE) status = output_finish(&out);
    buffer_free(&out.bytes);
    return status;
}

int subtitle_each(const arguments *args, size_t first_operand,
                  int (*each)(const arguments *args, const char *name, output *out, void *context),
                  void *context) {
    size_t count = args->operand_count;
    if (count > first_operand + 1 && arguments_has(args, OPT_OUTPUT))
        return complain(EXIT_USAGE, NULL, 0, 0, "one --output cannot hold several subtitle files");
    if (count <= first_operand) return do_one(args, "-", each, context);
    int status = EXIT_DONE;
    for (size_t i = first_operand; i < count && status == EXIT_DONE; i++)
        status = do_one(args, args->operands[i], each, context);
    return status;
}
