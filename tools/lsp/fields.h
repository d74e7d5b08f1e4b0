/* fields.h - the values of a JSON text by their paths. */
#ifndef KOTEXT_LSP_FIELDS_H
#define KOTEXT_LSP_FIELDS_H

#include "buffer.h"
#include "markup/json.h"

/* One string, number, bool or null. `path` is like params.changes[].text. */
typedef void visit_field(void *context, const char *path, kti_json_token value);

/* Visits all values in order; false for what is no JSON. */
bool fields_visit(kt_str json, visit_field *visit, void *context);

/* Appends what a string says. */
void field_add_string(buffer *out, kti_json_token value);
/* A count; 0 for what is none. */
size_t field_count(kti_json_token value);

#endif
