#include "message.h"

#include <string.h>

#include "fields.h"

typedef struct reading {
    message *m;
    kt_str body;
} reading;

static void read_text(message *m, kti_json_token value) {
    m->text.len = 0; /* of several changes the last one holds: each is the whole text */
    field_add_string(&m->text, value);
    m->has_text = value.kind == KTI_JSON_STRING;
}

static bool read_place(message *m, const char *path, kti_json_token value) {
    const struct {
        const char *path;
        size_t *number;
    } table[] = {
        {"params.position.line", &m->from.line},
        {"params.position.character", &m->from.column},
        {"params.range.start.line", &m->from.line},
        {"params.range.start.character", &m->from.column},
        {"params.range.end.line", &m->to.line},
        {"params.range.end.character", &m->to.column},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (strcmp(table[i].path, path) != 0) continue;
        *table[i].number = field_count(value);
        return true;
    }
    return false;
}

static void visit(void *context, const char *path, kti_json_token value) {
    reading *r = context;
    message *m = r->m;
    if (strcmp(path, "id") == 0 && value.kind != KTI_JSON_NULL) {
        m->id = (kt_str){r->body.ptr + value.start, value.end - value.start};
    } else if (strcmp(path, "method") == 0) {
        m->has_method = value.kind == KTI_JSON_STRING;
        m->method.len = 0;
        field_add_string(&m->method, value);
    } else if (strcmp(path, "params.textDocument.uri") == 0) {
        m->uri.len = 0;
        field_add_string(&m->uri, value);
    } else if (strcmp(path, "params.textDocument.text") == 0 ||
               strcmp(path, "params.contentChanges[].text") == 0) {
        read_text(m, value);
    } else if (strcmp(path, "params.capabilities.general.positionEncodings[]") == 0) {
        kt_str utf8 = {"utf-8", 5};
        if (value.text.len == utf8.len && memcmp(value.text.ptr, utf8.ptr, utf8.len) == 0)
            m->offers_utf8 = true;
    } else {
        read_place(m, path, value);
    }
}

bool message_read(kt_str body, message *out) {
    *out = (message){.has_text = false};
    reading r = {out, body};
    return fields_visit(body, visit, &r);
}

void message_free(message *m) {
    buffer_free(&m->method);
    buffer_free(&m->uri);
    buffer_free(&m->text);
}
