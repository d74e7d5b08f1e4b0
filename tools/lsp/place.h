/* place.h - byte offsets as the lines and columns of the protocol, and back. */
#ifndef KOTEXT_LSP_PLACE_H
#define KOTEXT_LSP_PLACE_H

#include <kotext/kotext.h>

#include <stdbool.h>

/* What a column counts; agreed on when the client introduces itself. */
typedef enum columns { COLUMNS_UTF16, COLUMNS_UTF8 } columns;

typedef struct position {
    size_t line, column; /* from 0 */
} position;

/* Walks forward through a text: offsets are asked for in ascending order. */
typedef struct position_cursor {
    kt_str text;
    columns count;
    size_t byte;
    position at;
} position_cursor;

position position_of(position_cursor *c, size_t byte);

/* The byte that a position means; a column behind its line means the line's end. */
size_t offset_of(kt_str text, columns count, position at);

#endif
