/* session.h - what a command works with: engine, context, and how it reports. */
#ifndef KOTEXT_TOOL_SESSION_H
#define KOTEXT_TOOL_SESSION_H

#include <kotext/kotext.h>

#include "buffer.h"
#include "options.h"

typedef struct session {
    const arguments *args;
    kt_engine *engine;
    kt_ctx *ctx;
    kt_text *text;
    buffer user_dict;
} session;

/* Opens what the options ask for; returns EXIT_DONE or prints and returns another status. */
int session_open(const arguments *args, session *out);
void session_close(session *s);

/* Prints "kotext: file:line:col: message" (zero line or column left out); returns `status`. */
int complain(int status, const char *file, size_t line, size_t column, const char *message);

/* Prints what went wrong in the context; returns the exit status that fits. */
int complain_status(const session *s, kt_status status, const char *file, size_t line);

/* The same for a failure somewhere in `text`, which follows so many lines: finds the line and the
 * column. */
int complain_at(const session *s, kt_status status, const char *file, kt_str text, size_t lines);

#endif
