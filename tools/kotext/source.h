/* source.h - a file or standard input as UTF-8, in pieces that can be worked on one by one. */
#ifndef KOTEXT_TOOL_SOURCE_H
#define KOTEXT_TOOL_SOURCE_H

#include "io.h"

/* Where a line may be cut that is longer than KT_PART_MOST. */
typedef enum cut {
    CUT_LINES = 0, /* nowhere: memory grows with the line */
    CUT_PARTS,     /* where kt_part() says, as the library does */
    CUT_SPACES,    /* behind spaces, where the result is the same */
    CUT_CHARACTERS /* also between syllables of Hangul and characters of ASCII */
} cut;

typedef struct piece {
    kt_str text; /* whole lines, or as much of a long one as stands alone; empty: the end */
    size_t line; /* line ends before it */
    bool joined; /* it begins within a line */
    bool open;   /* it ends within one */
} piece;

typedef struct source {
    input in;
    kt_charset_guess charset;
    cut cut;
    bool utf8;         /* what is read is the text */
    bool strict;       /* bytes that are no text are a failure */
    buffer decoded;    /* the text otherwise, as far as it is */
    size_t used;       /* of `decoded` */
    size_t given;      /* bytes of the last piece */
    size_t no_lines;   /* bytes ahead that hold no line end */
    size_t no_places;  /* nor another place to cut */
    size_t line;       /* line ends given */
    bool within;       /* the last piece ended within a line */
    size_t raw_line;   /* line ends decoded */
    size_t raw_column; /* bytes decoded since */
} source;

/* Opens it and looks at its first block: `encoding` NULL guesses. Prints and returns the exit
 * status. */
int source_open(source *out, session *s, const char *name, const char *encoding);
void source_close(source *source);

/* The next piece, valid until the next call. `s` decodes. */
int source_take(source *source, session *s, piece *out);

#endif
