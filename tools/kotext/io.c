#define _POSIX_C_SOURCE 200809L

#include "io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024 };

/* ---- input ---------------------------------------------------------------------------------- */

int input_open(const char *name, input *out) {
    struct stat info;
    *out = (input){.name = name};
    if (strcmp(name, "-") == 0) {
        out->fd = STDIN_FILENO;
        return EXIT_DONE;
    }
    out->fd = open(name, O_RDONLY | O_CLOEXEC);
    if (out->fd < 0) return complain(EXIT_IO, name, 0, 0, strerror(errno));
    if (fstat(out->fd, &info) == 0 && S_ISDIR(info.st_mode))
        return complain(EXIT_IO, name, 0, 0, "is a directory");
    if (S_ISREG(info.st_mode)) out->size = (uint64_t)info.st_size;
    return EXIT_DONE;
}

void input_close(input *in) {
    if (in->fd > STDIN_FILENO) close(in->fd);
    buffer_free(&in->pending);
}

kt_str input_pending(const input *in) {
    return (kt_str){in->pending.ptr + in->used, in->pending.len - in->used};
}

/* Moves what is pending to the front once most of the buffer has been used. */
static void compact(input *in) {
    if (in->used == 0 || in->used * 2 < in->pending.len) return;
    memmove(in->pending.ptr, in->pending.ptr + in->used, in->pending.len - in->used);
    in->pending.len -= in->used;
    in->used = 0;
}

int input_read(input *in) {
    ssize_t got;
    compact(in);
    char *block = buffer_room(&in->pending, BLOCK);
    if (block == NULL) return complain(EXIT_IO, in->name, 0, 0, "out of memory");
    do
        got = read(in->fd, block, BLOCK);
    while (got < 0 && errno == EINTR);
    if (got < 0) return complain(EXIT_IO, in->name, 0, 0, strerror(errno));
    if (got == 0) in->ended = true;
    in->pending.len += (size_t)got;
    in->total += (uint64_t)got;
    return EXIT_DONE;
}

int input_read_all(input *in) {
    int status = EXIT_DONE;
    while (!in->ended && status == EXIT_DONE)
        status = input_read(in);
    return status;
}

/* ---- charsets ------------------------------------------------------------------------------- */

const char *charset_named(const char *name) {
    return kt_charset_choose((kt_str){NULL, 0}, name).name;
}

bool is_utf8_charset(const char *name) {
    return *name == '\0' || strcmp(name, "UTF-8") == 0 || strcmp(name, "US-ASCII") == 0;
}

const char *output_charset(const arguments *args, const kt_charset_guess *in, bool *mark) {
    const char *asked = arguments_value(args, OPT_OUTPUT_ENCODING, NULL);
    const char *name = asked == NULL ? in->name : charset_named(asked);
    bool untold = strcmp(name, "UTF-16") == 0 || strcmp(name, "UTF-32") == 0;
    *mark = in->bom_len > 0 || (asked != NULL && untold);
    return name;
}

/* ---- whole documents ------------------------------------------------------------------------ */

static int decode(session *s, const char *encoding, document *d) {
    kt_str bytes = {d->bytes.ptr, d->bytes.len};
    d->charset = kt_charset_choose(bytes, encoding);
    if (is_utf8_charset(d->charset.name)) {
        d->utf8 = (kt_str){bytes.ptr + d->charset.bom_len, bytes.len - d->charset.bom_len};
        return EXIT_DONE;
    }
    kt_str decoded;
    kt_status status = kt_charset_decode(s->ctx, bytes, d->charset.name, 0, &decoded);
    if (status != KT_OK) return complain_status(s, status, d->name, 0);
    buffer_str(&d->text, decoded);
    d->utf8 = (kt_str){d->text.ptr, d->text.len};
    return d->text.failed ? complain(EXIT_IO, d->name, 0, 0, "out of memory") : EXIT_DONE;
}

int read_whole(const char *name, buffer *bytes) {
    input in;
    int status = input_open(name, &in);
    if (status == EXIT_DONE) status = input_read_all(&in);
    *bytes = in.pending;
    in.pending = (buffer){.ptr = NULL};
    input_close(&in);
    return status;
}

int document_of(session *s, const char *name, const char *encoding, buffer *bytes, document *out) {
    *out = (document){.name = name, .bytes = *bytes};
    *bytes = (buffer){.ptr = NULL};
    return decode(s, encoding, out);
}

int document_load(session *s, const char *name, const char *encoding, document *out) {
    buffer bytes;
    int status = read_whole(name, &bytes);
    *out = (document){.name = name};
    if (status == EXIT_DONE) return document_of(s, name, encoding, &bytes, out);
    buffer_free(&bytes);
    return status;
}

void document_free(document *d) {
    buffer_free(&d->bytes);
    buffer_free(&d->text);
}

/* ---- output --------------------------------------------------------------------------------- */

int output_flush(output *out) {
    if (out->bytes.failed) return complain(EXIT_IO, NULL, 0, 0, "out of memory");
    if (out->path != NULL || out->held) return EXIT_DONE;
    if (out->bytes.len == 0) return EXIT_DONE;
    size_t wrote = fwrite(out->bytes.ptr, 1, out->bytes.len, stdout);
    bool fine = wrote == out->bytes.len && fflush(stdout) == 0;
    out->bytes.len = 0;
    return fine ? EXIT_DONE : complain(EXIT_IO, NULL, 0, 0, "cannot write to standard output");
}

int output_in_place(const arguments *args, const char *name, output *out) {
    const char *suffix = arguments_value(args, OPT_IN_PLACE, "");
    *out = (output){.path = name, .suffix = *suffix == '\0' ? NULL : suffix};
    if (strcmp(name, "-") != 0) return EXIT_DONE;
    return complain(EXIT_USAGE, NULL, 0, 0, "--in-place needs files");
}

static int copy_to(const char *from, const char *to) {
    kt_file file;
    kt_error err;
    int status = EXIT_DONE;
    if (kt_file_map(from, &file, &err) != KT_OK) return complain(EXIT_IO, from, 0, 0, err.message);
    if (kt_file_replace(to, file.bytes, &err) != KT_OK)
        status = complain(EXIT_IO, to, 0, 0, err.message);
    kt_file_unmap(&file);
    return status;
}

static int keep_original(const output *out) {
    buffer path = {.ptr = NULL};
    buffer_text(&path, out->path);
    buffer_text(&path, out->suffix);
    buffer_byte(&path, '\0');
    int status = path.failed ? complain(EXIT_IO, out->path, 0, 0, "out of memory")
                             : copy_to(out->path, path.ptr);
    buffer_free(&path);
    return status;
}

int output_finish(output *out) {
    kt_error err = {KT_OK, 0, 0, ""};
    int status = output_flush(out);
    if (status == EXIT_DONE && out->suffix != NULL) status = keep_original(out);
    if (status == EXIT_DONE && out->path != NULL &&
        kt_file_replace(out->path, (kt_str){out->bytes.ptr, out->bytes.len}, &err) != KT_OK)
        status = complain(EXIT_IO, out->path, 0, 0, err.message);
    return status;
}
