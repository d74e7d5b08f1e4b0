/* buffer.h - output being gathered: bytes that grow, numbers, JSON strings. */
#ifndef KOTEXT_TOOL_BUFFER_H
#define KOTEXT_TOOL_BUFFER_H

#include <kotext/kotext.h>

#include <stdbool.h>

typedef struct buffer {
    char *ptr;
    size_t len, capacity;
    bool failed; /* out of memory: checked when the buffer is written */
} buffer;

void buffer_free(buffer *b);
/* Room for `len` bytes behind those that are there, not yet counted; NULL when out of memory. */
char *buffer_room(buffer *b, size_t len);
void buffer_add(buffer *b, const void *bytes, size_t len);
void buffer_str(buffer *b, kt_str text);
void buffer_text(buffer *b, const char *text);
void buffer_byte(buffer *b, char byte);
void buffer_uint(buffer *b, uint64_t value);
void buffer_int(buffer *b, int64_t value);
/* With `digits` decimals, "." whatever the locale. */
void buffer_fixed(buffer *b, double value, int digits);

/* A JSON string with its quotes; ill-formed UTF-8 becomes U+FFFD. */
void buffer_json(buffer *b, kt_str text);

/* A TSV field: tab, newline and backslash escaped; "-" for nothing. */
void buffer_tsv(buffer *b, kt_str text);

kt_str str_of(const char *text);
bool str_is(kt_str text, const char *other);

/* The bytes [start, end) of a text. */
static inline kt_str str_cut(kt_str text, size_t start, size_t end) {
    return (kt_str){text.ptr + start, end - start};
}

static inline kt_str str_span(kt_str text, kt_span span) {
    return str_cut(text, span.start, span.end);
}

/* Code points before byte `at` of `text`. */
size_t code_points(kt_str text, size_t at);

#endif
