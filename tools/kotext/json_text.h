/* json_text.h - a kt_text and spans as JSON, with byte and code point offsets. */
#ifndef KOTEXT_TOOL_JSON_TEXT_H
#define KOTEXT_TOOL_JSON_TEXT_H

#include "buffer.h"

/* A text with the place up to which its code points were counted, 0 at first: spans that stand one
 * behind the other cost no more than the text. */
typedef struct json_place {
    kt_str text;
    size_t at, points;
} json_place;

/* "start":3,"end":9,"cp_start":1,"cp_end":3 */
void json_span(buffer *out, json_place *place, kt_span span);

/* "text":...,"result":...,"edits":[...] and, when there are steps, "steps":[...] */
void json_text(buffer *out, kt_str in, const kt_text *text);

/* "names":[...], the names found in `text` */
void json_mentions(buffer *out, kt_str text, const kt_mention *list, size_t count);

/* ,"steps":[...] */
void json_steps(buffer *out, kt_str in, const kt_step *steps, size_t count);

/* The steps for a person: one indented line each. */
void explain_text(buffer *out, const kt_text *text);
void explain_steps(buffer *out, const kt_step *steps, size_t count);

#endif
