/* server.c - `kotext lsp`: a language server that underlines names which differ from a glossary.
 * Language Server Protocol 3.17 over standard input and output. */
#include <stdlib.h>
#include <string.h>

#include "reports.h"
#include "terms_file.h"
#include "transport.h"

typedef struct document {
    buffer uri, text;
    struct document *next;
} document;

typedef struct server {
    session *session;
    kt_terms *terms;
    document *documents;
    columns count;
    bool introduced, shut_down, leave;
    bool failed; /* standard output is gone */
} server;

/* Of JSON-RPC and the protocol. */
enum {
    PARSE_ERROR = -32700,
    INVALID_REQUEST = -32600,
    METHOD_NOT_FOUND = -32601,
    INTERNAL_ERROR = -32603,
    NOT_INITIALIZED = -32002
};

/* ---- answering ------------------------------------------------------------------------------ */

static void send(server *s, buffer *body) {
    if (!transport_write(body)) s->failed = true;
    buffer_free(body);
}

static void begin_answer(buffer *out, kt_str id) {
    buffer_text(out, "{\"jsonrpc\":\"2.0\",\"id\":");
    buffer_str(out, id);
}

static void refuse(server *s, kt_str id, int code, const char *why) {
    buffer out = {.ptr = NULL};
    begin_answer(&out, id.len > 0 ? id : str_of("null"));
    buffer_text(&out, ",\"error\":{\"code\":-");
    buffer_uint(&out, (uint64_t)-code);
    buffer_text(&out, ",\"message\":");
    buffer_json(&out, str_of(why));
    buffer_text(&out, "}}");
    send(s, &out);
}

static void answer(server *s, kt_str id, const char *result) {
    buffer out = {.ptr = NULL};
    begin_answer(&out, id);
    buffer_text(&out, ",\"result\":");
    buffer_text(&out, result);
    buffer_byte(&out, '}');
    send(s, &out);
}

/* ---- documents ------------------------------------------------------------------------------ */

static document **find(server *s, kt_str uri) {
    document **at = &s->documents;
    while (*at != NULL &&
           ((*at)->uri.len != uri.len || memcmp((*at)->uri.ptr, uri.ptr, uri.len) != 0))
        at = &(*at)->next;
    return at;
}

static void close_document(document **at) {
    document *d = *at;
    if (d == NULL) return;
    *at = d->next;
    buffer_free(&d->uri);
    buffer_free(&d->text);
    free(d);
}

static kt_str str_in(const buffer *b) {
    return (kt_str){b->len == 0 ? "" : b->ptr, b->len};
}

static report_on report_of(const server *s, const document *d) {
    return (report_on){s->session->ctx, s->terms, str_in(&d->uri), str_in(&d->text), s->count};
}

static void publish(server *s, kt_str uri, const document *d) {
    buffer out = {.ptr = NULL};
    buffer_text(
        &out,
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/publishDiagnostics\",\"params\":{\"uri\":");
    buffer_json(&out, uri);
    buffer_text(&out, ",\"diagnostics\":");
    if (d == NULL) {
        buffer_text(&out, "[]");
    } else {
        report_on r = report_of(s, d);
        if (report_diagnostics(&r, &out) != KT_OK) out.failed = true;
    }
    buffer_text(&out, "}}");
    send(s, &out);
}

static void keep_text(server *s, message *m) {
    document **at = find(s, str_in(&m->uri));
    if (!m->has_text || m->text.failed || m->uri.failed) return;
    if (*at == NULL) {
        *at = calloc(1, sizeof **at);
        if (*at == NULL) return;
        (*at)->uri = m->uri;
        m->uri = (buffer){.ptr = NULL};
    }
    buffer_free(&(*at)->text);
    (*at)->text = m->text;
    m->text = (buffer){.ptr = NULL};
    publish(s, str_in(&(*at)->uri), *at);
}

static void forget_text(server *s, message *m) {
    publish(s, str_in(&m->uri), NULL);
    close_document(find(s, str_in(&m->uri)));
}

/* The glossary may be what was saved. */
static void reload(server *s, message *m) {
    kt_terms *terms = NULL;
    (void)m;
    if (terms_asked(s->session, &terms) != EXIT_DONE)
        return; /* the old one goes on; stderr says why */
    kt_terms_free(s->terms);
    s->terms = terms;
    for (const document *d = s->documents; d != NULL; d = d->next)
        publish(s, str_in(&d->uri), d);
}

/* ---- requests ------------------------------------------------------------------------------- */

static void initialize(server *s, message *m) {
    s->introduced = true;
    s->count = m->offers_utf8 ? COLUMNS_UTF8 : COLUMNS_UTF16;
    answer(
        s, m->id,
        m->offers_utf8
            ? "{\"capabilities\":{\"positionEncoding\":\"utf-8\",\"textDocumentSync\":{\"openClose\":true,\"change\":1,\"save\":true},"
              "\"hoverProvider\":true,\"codeActionProvider\":true},\"serverInfo\":{\"name\":\"kotext\"}}"
            : "{\"capabilities\":{\"positionEncoding\":\"utf-16\",\"textDocumentSync\":{\"openClose\":true,\"change\":1,\"save\":true},"
              "\"hoverProvider\":true,\"codeActionProvider\":true},\"serverInfo\":{\"name\":\"kotext\"}}");
}

static void report(server *s, message *m, bool hover) {
    document *d = *find(s, str_in(&m->uri));
    buffer out = {.ptr = NULL};
    kt_status status = KT_OK;
    begin_answer(&out, m->id);
    buffer_text(&out, ",\"result\":");
    if (d == NULL) {
        buffer_text(&out, hover ? "null" : "[]");
    } else {
        report_on r = report_of(s, d);
        status = hover ? report_hover(&r, m->from, &out) : report_actions(&r, m->from, m->to, &out);
    }
    buffer_byte(&out, '}');
    if (status == KT_OK && !out.failed) {
        send(s, &out);
        return;
    }
    buffer_free(&out);
    refuse(s, m->id, INTERNAL_ERROR, kt_status_name(status == KT_OK ? KT_ERR_NOMEM : status));
}

static void hover(server *s, message *m) {
    report(s, m, true);
}

static void code_action(server *s, message *m) {
    report(s, m, false);
}

static void shut_down(server *s, message *m) {
    s->shut_down = true;
    answer(s, m->id, "null");
}

static void leave(server *s, message *m) {
    (void)m;
    s->leave = true;
}

static const struct method {
    const char *name;
    bool request;
    void (*run)(server *s, message *m);
} methods[] = {
    {"initialize", true, initialize},
    {"shutdown", true, shut_down},
    {"exit", false, leave},
    {"textDocument/didOpen", false, keep_text},
    {"textDocument/didChange", false, keep_text},
    {"textDocument/didSave", false, reload},
    {"textDocument/didClose", false, forget_text},
    {"textDocument/hover", true, hover},
    {"textDocument/codeAction", true, code_action},
};

static void dispatch(server *s, message *m) {
    bool request = m->id.len > 0;
    if (!m->has_method) {
        if (request) refuse(s, m->id, INVALID_REQUEST, "a request has a method");
        return; /* an answer to what we never ask */
    }
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        if (!str_is(str_in(&m->method), methods[i].name)) continue;
        if (methods[i].request != request) break;
        if (request && !s->introduced && i != 0)
            refuse(s, m->id, NOT_INITIALIZED, "initialize comes first");
        else if (request && s->shut_down)
            refuse(s, m->id, INVALID_REQUEST, "the server was shut down");
        else
            methods[i].run(s, m);
        return;
    }
    if (request) refuse(s, m->id, METHOD_NOT_FOUND, "no such method");
}

/* ---- the command ---------------------------------------------------------------------------- */

static int serve(server *s) {
    buffer body = {.ptr = NULL};
    while (!s->leave && !s->failed && transport_read(&body)) {
        message m;
        if (message_read(str_in(&body), &m))
            dispatch(s, &m);
        else
            refuse(s, (kt_str){"", 0}, PARSE_ERROR, "no JSON");
        message_free(&m);
    }
    buffer_free(&body);
    if (s->failed) return EXIT_IO;
    return s->leave && s->shut_down ? EXIT_DONE : EXIT_FINDINGS;
}

int lsp_command(const arguments *args) {
    session opened;
    server s = {.session = &opened};
    int status = session_open(args, &opened);
    if (status == EXIT_DONE) status = terms_asked(&opened, &s.terms);
    if (status == EXIT_DONE) status = serve(&s);
    while (s.documents != NULL)
        close_document(&s.documents);
    kt_terms_free(s.terms);
    session_close(&opened);
    return status;
}
