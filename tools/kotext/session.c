#include "session.h"

#include "io.h"

#include <stdio.h>

int complain(int status, const char *file, size_t line, size_t column, const char *message) {
    fputs("kotext: ", stderr);
    if (file != NULL) fprintf(stderr, "%s:", file);
    if (line > 0) fprintf(stderr, "%zu:", line);
    if (column > 0) fprintf(stderr, "%zu:", column);
    fprintf(stderr, "%s%s\n", file != NULL || line > 0 ? " " : "", message);
    return status;
}

int complain_status(const session *s, kt_status status, const char *file, size_t line) {
    kt_error err = kt_ctx_error(s->ctx);
    const char *message =
        err.status == status && err.message != NULL ? err.message : kt_status_name(status);
    bool placed = status == KT_ERR_UTF8 || status == KT_ERR_ENCODING;
    return complain(status == KT_ERR_IO || status == KT_ERR_NOMEM ? EXIT_IO : EXIT_USAGE, file,
                    line, placed ? err.offset + 1 : 0, message);
}

int complain_at(const session *s, kt_status status, const char *file, kt_str text, size_t lines) {
    kt_error err = kt_ctx_error(s->ctx);
    if (status != KT_ERR_ENCODING || err.offset > text.len)
        return complain_status(s, status, file, 0);
    size_t line = lines + 1, start = 0;
    for (size_t at = 0; at < err.offset; at++) {
        if (text.ptr[at] != '\n') continue;
        line++;
        start = at + 1;
    }
    return complain(EXIT_USAGE, file, line, err.offset - start + 1, err.message);
}

static int open_engine(session *s, kt_config *config) {
    kt_error err = {KT_OK, 0, 0, NULL};
    if (kt_engine_open(config, &s->engine, &err) != KT_OK) {
        const char *file = err.status == KT_ERR_SYNTAX
                               ? arguments_value(s->args, OPT_USER_DICT, NULL)
                               : config->data_path;
        bool system = err.status == KT_ERR_IO || err.status == KT_ERR_NOMEM;
        return complain(system ? EXIT_IO : EXIT_USAGE, file, err.line, err.line > 0 ? 1 : 0,
                        err.message != NULL ? err.message : kt_status_name(err.status));
    }
    if (kt_ctx_new(s->engine, &s->ctx) == KT_OK && kt_text_new(NULL, &s->text) == KT_OK)
        return EXIT_DONE;
    return complain(EXIT_IO, NULL, 0, 0, "out of memory");
}

int session_open(const arguments *args, session *out) {
    *out = (session){.args = args};
    kt_config config = KT_CONFIG_INIT;
    const char *user = arguments_value(args, OPT_USER_DICT, NULL);
    config.data_path = arguments_value(args, OPT_DATA, NULL);
    if (arguments_has(args, OPT_NO_DICT)) config.dictionaries = KT_DICTIONARIES_NONE;
    if (user != NULL) {
        int status = read_whole(user, &out->user_dict); /* which may be a pipe */
        if (status != EXIT_DONE) return status;
        config.user_dict = (kt_str){out->user_dict.ptr, out->user_dict.len};
    }
    return open_engine(out, &config);
}

void session_close(session *s) {
    kt_text_free(s->text);
    kt_ctx_free(s->ctx);
    kt_engine_close(s->engine);
    buffer_free(&s->user_dict);
}
