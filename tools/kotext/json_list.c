#include "json_list.h"

json_list json_list_begin(const arguments *args, buffer *out, const char *schema,
                          const char *name) {
    json_list l = {out, schema, arguments_has(args, OPT_JSON), arguments_has(args, OPT_JSONL),
                   false};
    if (!l.document) return l;
    buffer_text(out, "{\"schema\":");
    buffer_json(out, str_of(schema));
    buffer_byte(out, ',');
    buffer_json(out, str_of(name));
    buffer_text(out, ":[");
    return l;
}

bool json_asked(const arguments *args) {
    return arguments_has(args, OPT_JSON) || arguments_has(args, OPT_JSONL);
}

bool json_list_asked(const json_list *l) {
    return l->document || l->lines;
}

bool json_list_open(json_list *l) {
    if (!json_list_asked(l)) return false;
    if (l->document) buffer_text(l->out, l->any ? ",\n" : "\n");
    l->any = true;
    buffer_byte(l->out, '{');
    if (l->document) return true;
    buffer_text(l->out, "\"schema\":");
    buffer_json(l->out, str_of(l->schema));
    buffer_byte(l->out, ',');
    return true;
}

void json_list_close(json_list *l) {
    buffer_text(l->out, l->document ? "}" : "}\n");
}

void json_list_end(const json_list *l) {
    if (l->document) buffer_text(l->out, "\n]}\n");
}
