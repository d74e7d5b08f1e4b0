/* filter.h - the driver of commands that work line by line: one line in, one or more out. */
#ifndef KOTEXT_TOOL_FILTER_H
#define KOTEXT_TOOL_FILTER_H

#include "session.h"
#include "source.h"

/* One line of input, without its line end. */
typedef struct line {
    kt_str text;
    size_t number; /* 1-based */
    const char *file;
} line;

typedef struct filter filter;

struct filter {
    /* Appends the result for a line, without a line end. Returns an exit status; EXIT_FINDINGS
     * goes on. */
    int (*plain)(const filter *f, session *s, const line *l, buffer *out);
    /* Appends the fields of a JSON object, without its braces; NULL: no JSON. */
    int (*json)(const filter *f, session *s, const line *l, buffer *out);
    const char *schema; /* "kotext/romanize/1" */
    const void *options;
    bool units;        /* the result is whole lines already, none for an empty line */
    cut cut;           /* where a line may be cut that is very long; JSON: never */
    const char *joint; /* between the results of its parts; NULL: nothing */
};

/* Runs the filter over the operands, or standard input; returns the exit status. */
int filter_run(const filter *f, session *s);

/* Appends the result for whole lines and their ends, or pieces of a long line, at once. */
typedef int filter_block(const filter *f, session *s, kt_str text, buffer *out);

/* The same by `block` where lines need not be told apart; NULL: never. */
int filter_run_blocks(const filter *f, filter_block *block, session *s);

/* The same in a session of its own: a whole command. */
int filter_command(const filter *f, const arguments *args);

#endif
