/* io.h - reading files and standard input in blocks, and writing results where they belong. */
#ifndef KOTEXT_TOOL_IO_H
#define KOTEXT_TOOL_IO_H

#include "session.h"

/* An input being read. */
typedef struct input {
    const char *name; /* "-" is standard input */
    int fd;
    buffer pending; /* bytes read and not yet used */
    size_t used;    /* of `pending` */
    uint64_t total; /* bytes read so far */
    uint64_t size;  /* of the file; 0 when it is not known */
    bool ended;
} input;

int input_open(const char *name, input *out);
void input_close(input *in);
/* Reads one more block behind what is pending. EXIT_DONE or, after printing, EXIT_IO. */
int input_read(input *in);
kt_str input_pending(const input *in);

/* Reads all that is left. */
int input_read_all(input *in);

/* A whole file as UTF-8 text with what is needed to write it back as it was. */
typedef struct document {
    const char *name;
    kt_charset_guess charset;
    buffer bytes;
    buffer text; /* decoded; empty when `bytes` are the text */
    kt_str utf8; /* without byte order mark */
} document;

/* The bytes of a file; prints and returns the exit status. Free them in any case. */
int read_whole(const char *name, buffer *bytes);

/* Makes a document of bytes, which it takes over. */
int document_of(session *s, const char *name, const char *encoding, buffer *bytes, document *out);

/* `encoding` NULL: looked at. Prints and returns the exit status. */
int document_load(session *s, const char *name, const char *encoding, document *out);
void document_free(document *d);

/* Where results go: standard output, or a file replaced at the end. */
typedef struct output {
    const char *path;   /* NULL = standard output */
    const char *suffix; /* the file's old content goes to path + suffix; NULL = nowhere */
    bool held;          /* keep all until the end, also for standard output */
    buffer bytes;       /* not yet written; for a file, all of it */
} output;

/* What --in-place asks for; standard input cannot be replaced. */
int output_in_place(const arguments *args, const char *name, output *out);

/* Writes what has gathered, unless it goes to a file. */
int output_flush(output *out);
/* The same, and replaces the file. */
int output_finish(output *out);

/* An encoding's name as the library spells it. */
const char *charset_named(const char *name);
bool is_utf8_charset(const char *name); /* such a name */

/* The encoding asked for, or the input's; whether a byte order mark goes before the text. */
const char *output_charset(const arguments *args, const kt_charset_guess *in, bool *mark);

#endif
