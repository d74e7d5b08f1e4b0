/* json_list.h - results as JSON: with --json one document that lists them, with --jsonl an object
 * a line. */
#ifndef KOTEXT_TOOL_JSON_LIST_H
#define KOTEXT_TOOL_JSON_LIST_H

#include "buffer.h"
#include "options.h"

typedef struct json_list {
    buffer *out;
    const char *schema; /* "kotext/align/1" */
    bool document, lines, any;
} json_list;

/* Begins the document, or nothing when JSON is not asked for. `name` is that of the list. */
json_list json_list_begin(const arguments *args, buffer *out, const char *schema, const char *name);

bool json_list_asked(const json_list *l);
bool json_asked(const arguments *args); /* either form */

/* Begins an object, whose first field is next; false when JSON is not asked for. */
bool json_list_open(json_list *l);
void json_list_close(json_list *l);

void json_list_end(const json_list *l);

#endif
