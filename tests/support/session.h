/* session.h - an engine and a context for a test group, opened once. */
#ifndef KT_TESTS_SESSION_H
#define KT_TESTS_SESSION_H

#include "check.h"

static kt_engine *engine;
static kt_ctx *ctx;
static kt_text *out;

static int open_session(void **state) {
    (void)state;
    kt_error err = {KT_OK, 0, 0, ""};
    if (kt_engine_open(NULL, &engine, &err) != KT_OK) {
        print_error("%s\n", err.message);
        return -1;
    }
    return kt_ctx_new(engine, &ctx) != KT_OK || kt_text_new(NULL, &out) != KT_OK;
}

static int close_session(void **state) {
    (void)state;
    kt_text_free(out);
    kt_ctx_free(ctx);
    kt_engine_close(engine);
    return 0;
}

#endif
