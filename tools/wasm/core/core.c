/* core.c - what kotext.mjs calls: one engine a module instance, texts in and out by address.
 * Addresses and lengths come from kotext.mjs alone; everything else is checked here. */
#include "core.h"

#include <stdlib.h>
#include <string.h>

#include "operations.h"

typedef struct core {
    kt_engine *engine;
    seat seat;
    buffer out;
    const char *message;
} core;

static core self;

void *kotext_take(size_t size) {
    return malloc(size > 0 ? size : 1);
}

void kotext_drop(void *ptr) {
    free(ptr);
}

static kt_status fail(kt_status status, const char *message) {
    self.message = message != NULL && *message != '\0' ? message : kt_status_name(status);
    return status;
}

int kotext_open(const char *dict, size_t dict_len, int no_dictionaries) {
    kt_config config = KT_CONFIG_INIT;
    kt_error err = {KT_OK, 0, 0, ""};
    if (self.engine != NULL) return (int)fail(KT_ERR_ARG, "already open");
    config.user_dict = (kt_str){dict, dict_len};
    config.dictionaries = no_dictionaries ? KT_DICTIONARIES_NONE : KT_DICTIONARIES_ALL;
    kt_status status = kt_engine_open(&config, &self.engine, &err);
    if (status == KT_OK) status = kt_ctx_new(self.engine, &self.seat.ctx);
    if (status == KT_OK) status = kt_text_new(NULL, &self.seat.text);
    return (int)(status == KT_OK ? KT_OK : fail(status, err.message));
}

static kt_status run(const operation *op, job *j) {
    kt_status status = op->run(j);
    kt_error err = kt_ctx_error(self.seat.ctx);
    if (status != KT_OK) return fail(status, err.status == status ? err.message : NULL);
    return self.out.failed ? fail(KT_ERR_NOMEM, NULL) : KT_OK;
}

int kotext_run(const char *const *texts, const size_t *lengths, const int32_t *choices,
               size_t count) {
    job j = {&self.seat, {texts[1], lengths[1]}, {texts[2], lengths[2]}, {0}, &self.out};
    const operation *op = operation_find((kt_str){texts[0], lengths[0]});
    if (self.seat.text == NULL) return (int)fail(KT_ERR_ARG, "not open");
    if (op == NULL || count > MOST_CHOICES) return (int)fail(KT_ERR_ARG, "no such operation");
    memcpy(j.choices, choices, count * sizeof *choices);
    self.out.len = 0;
    return (int)run(op, &j);
}

const char *kotext_out(void) {
    return self.out.ptr;
}

size_t kotext_out_len(void) {
    return self.out.len;
}

void kotext_forget(void) {
    buffer_free(&self.out);
}

const char *kotext_message(void) {
    return self.message == NULL ? "" : self.message;
}

const char *kotext_scheme(int number) {
    return kt_scheme_id((kt_scheme)number);
}

const char *kotext_about(void) {
    return self.engine == NULL ? kt_build_info() : kt_engine_data_info(self.engine);
}
