/* plugin.c - Subtitle Edit 5 starts a plugin with the path of a request and reads the answer from a
 * file that the request names. What is done is said by the member "kotext" of plugin.json in the
 * plugin's folder, which is the working folder: {"do": "romanize"|"pronounce"|"space"|"wrap",
 * "layout": "below", "scheme": "rr"}. */
#include <stdio.h>
#include <string.h>

#include "fields.h"
#include "session.h"

typedef struct plugin {
    buffer response_path, subrip; /* of the request */
    buffer action, layout, scheme;
} plugin;

/* ---- reading -------------------------------------------------------------------------------- */

static void visit_request(void *context, const char *path, kti_json_token value) {
    plugin *p = context;
    if (strcmp(path, "responseFilePath") == 0) field_add_string(&p->response_path, value);
    if (strcmp(path, "subtitle.subRip") == 0) field_add_string(&p->subrip, value);
}

static void visit_manifest(void *context, const char *path, kti_json_token value) {
    plugin *p = context;
    if (strcmp(path, "kotext.do") == 0) field_add_string(&p->action, value);
    if (strcmp(path, "kotext.layout") == 0) field_add_string(&p->layout, value);
    if (strcmp(path, "kotext.scheme") == 0) field_add_string(&p->scheme, value);
}

static bool read_file(const char *path, visit_field *visit, plugin *p) {
    kt_file file;
    kt_error err;
    if (kt_file_map(path, &file, &err) != KT_OK) return false;
    bool good = fields_visit(file.bytes, visit, p);
    kt_file_unmap(&file);
    return good;
}

static kt_str str_in(const buffer *b) {
    return (kt_str){b->len == 0 ? "" : b->ptr, b->len};
}

static int number_of(const buffer *name, const char *const *names, int count) {
    for (int i = 0; i < count; i++)
        if (str_is(str_in(name), names[i])) return i;
    return 0; /* the first is the default */
}

static kt_scheme scheme_of(const buffer *name) {
    for (int i = 0; i < KT_SCHEMES; i++)
        if (str_is(str_in(name), kt_scheme_id((kt_scheme)i))) return (kt_scheme)i;
    return KT_SCHEME_RR;
}

/* ---- doing ---------------------------------------------------------------------------------- */

typedef enum action { ROMANIZE, PRONOUNCE, SPACE, WRAP, ACTIONS } action;

static kt_status change(const plugin *p, action what, kt_ctx *ctx, kt_str in, kt_text *out) {
    kt_romanize_options options = KT_ROMANIZE_INIT;
    options.scheme = scheme_of(&p->scheme);
    switch (what) {
    case PRONOUNCE:
        return kt_pronounce(ctx, in, NULL, out);
    case SPACE:
        return kt_space_repair(ctx, in, NULL, out);
    case WRAP:
        return kt_wrap(ctx, in, NULL, out);
    default:
        return kt_romanize(ctx, in, &options, out);
    }
}

static kt_status change_cues(const plugin *p, session *s, kt_subtitle *subtitle) {
    static const char *const actions[ACTIONS] = {"romanize", "pronounce", "space", "wrap"};
    static const char *const layouts[] = {"replace", "above", "below", "ruby"};
    action what = (action)number_of(&p->action, actions, ACTIONS);
    kt_layout layout = (kt_layout)number_of(&p->layout, layouts, 4);
    kt_text *plain = NULL;
    kt_status status = kt_text_new(NULL, &plain);
    size_t count = kt_subtitle_cues(subtitle, NULL);
    for (size_t i = 0; status == KT_OK && i < count; i++) {
        status = kt_subtitle_plain(subtitle, i, plain);
        if (status == KT_OK) status = change(p, what, s->ctx, kt_text_str(plain), s->text);
        if (status == KT_OK) status = kt_subtitle_apply(subtitle, i, s->text, layout);
    }
    kt_text_free(plain);
    return status;
}

/* ---- answering ------------------------------------------------------------------------------ */

static void answer(buffer *out, const char *status, const char *message, kt_str native) {
    buffer_text(out, "{\"apiVersion\":1,\"status\":");
    buffer_json(out, str_of(status));
    buffer_text(out, ",\"message\":");
    buffer_json(out, str_of(message));
    if (native.len > 0) {
        buffer_text(out, ",\"subtitle\":{\"format\":\"SubRip\",\"native\":");
        buffer_json(out, native);
        buffer_text(out, "},\"undoDescription\":\"kotext\"");
    }
    buffer_text(out, "}\n");
}

static void run(const plugin *p, session *s, buffer *out) {
    kt_subtitle *subtitle = NULL;
    kt_error err = {KT_OK, 0, 0, NULL};
    kt_str made = {"", 0};
    kt_status status = kt_subtitle_parse(NULL, str_in(&p->subrip), KT_FORMAT_SRT, &subtitle, &err);
    if (status == KT_OK) status = change_cues(p, s, subtitle);
    if (status == KT_OK) status = kt_subtitle_save(subtitle, NULL, &made, &err);
    if (status == KT_OK)
        answer(out, "ok", "", made);
    else
        answer(out, "error", err.message != NULL ? err.message : kt_status_name(status), made);
    kt_subtitle_free(subtitle);
}

static int write_answer(plugin *p, const buffer *out) {
    kt_error err;
    buffer_byte(&p->response_path, '\0');
    if (out->failed || p->response_path.failed)
        return complain(EXIT_IO, NULL, 0, 0, "out of memory");
    if (kt_file_replace(p->response_path.ptr, str_in(out), &err) != KT_OK)
        return complain(EXIT_IO, p->response_path.ptr, 0, 0, err.message);
    return EXIT_DONE;
}

static void plugin_free(plugin *p) {
    buffer_free(&p->response_path);
    buffer_free(&p->subrip);
    buffer_free(&p->action);
    buffer_free(&p->layout);
    buffer_free(&p->scheme);
}

int plugin_run(const char *request) {
    plugin p = {.subrip = {.ptr = NULL}};
    session s;
    buffer out = {.ptr = NULL};
    arguments none = {.command = NULL};
    int status = EXIT_USAGE;
    if (!read_file(request, visit_request, &p) || p.response_path.len == 0) {
        complain(status, request, 0, 0, "this is no request of Subtitle Edit");
        plugin_free(&p);
        return status;
    }
    read_file("plugin.json", visit_manifest, &p);
    status = session_open(&none, &s);
    if (status == EXIT_DONE) run(&p, &s, &out);
    if (status == EXIT_DONE) status = write_answer(&p, &out);
    session_close(&s);
    buffer_free(&out);
    plugin_free(&p);
    return status;
}
