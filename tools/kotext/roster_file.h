/* roster_file.h - the names of all FILEs, text or subtitles, and where each is met. */
#ifndef KOTEXT_TOOL_ROSTER_FILE_H
#define KOTEXT_TOOL_ROSTER_FILE_H

#include "side.h"

typedef struct roster_files {
    side *sides; /* one a file */
    const char *const *names;
    size_t count;
    kt_roster *roster;
    const kt_figure *figures;
    size_t figure_count;
} roster_files;

/* Reads the operands, or standard input, and lists their names; with --glossary, its terms too, in
 * either language and in its own spelling. Prints what is wrong and returns the exit status. Free
 * it in any case. */
int roster_load(session *s, roster_files *out);
void roster_free(roster_files *r);

/* Which file a place of a figure is in, and where in it: ms, or a line. */
size_t roster_file(int64_t where);
int64_t roster_at(int64_t where);
bool roster_is_timed(const roster_files *r, size_t file);

/* 0:01:02 or line 3, with the name of its file before it when there are several. */
void roster_place(const roster_files *r, int64_t where, buffer *out);

#endif
