#include "session.h"

#include <stdlib.h>

#include "latin.h"

static void session_free(session *s) {
    latin_cache_free(s->latin);
    kt_text_free(s->normal);
    kt_text_free(s->hangul);
    kt_text_free(s->out);
    kt_ctx_free(s->ctx);
    kt_ctx_free(s->spelling);
    kt_engine_close(s->engine);
    free(s);
}

session *session_new(void) {
    session *s = calloc(1, sizeof *s);
    if (s == NULL) return NULL;
    s->users = 1;
    s->latin = latin_cache_new();
    if (s->latin != NULL && kt_engine_open(NULL, &s->engine, NULL) == KT_OK &&
        kt_ctx_new(s->engine, &s->ctx) == KT_OK && kt_ctx_new(s->engine, &s->spelling) == KT_OK &&
        kt_text_new(NULL, &s->normal) == KT_OK && kt_text_new(NULL, &s->hangul) == KT_OK &&
        kt_text_new(NULL, &s->out) == KT_OK)
        return s;
    session_free(s);
    return NULL;
}

session *session_hold(session *s) {
    s->users++;
    return s;
}

void session_release(void *p) {
    session *s = p;
    if (s != NULL && --s->users == 0) session_free(s);
}
