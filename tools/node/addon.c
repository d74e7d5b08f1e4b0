/* addon.c - the Node-API side: open(), close(), run() and runAll(), which index.js makes methods
 * of. Nothing here trusts its arguments: a wrong one is a JavaScript exception. */
#include <node_api.h>
#include <stdlib.h>
#include <string.h>

#include "operations.h"

enum { MOST_ENGINES = 256 };

/* What one environment (the main thread or a worker) holds. */
typedef struct instance {
    pool *engines[MOST_ENGINES];
} instance;

static napi_value refuse(napi_env env, const char *code, const char *message) {
    bool pending = false;
    napi_is_exception_pending(env, &pending);
    if (!pending) napi_throw_type_error(env, code, message);
    return NULL;
}

static const char *code_of(kt_status status) {
    static const char *const codes[] = {"OK",     "NOMEM", "ARG", "UTF8",        "TOO_LARGE",
                                        "SYNTAX", "DATA",  "IO",  "UNSUPPORTED", "ENCODING"};
    return (size_t)status < sizeof codes / sizeof *codes ? codes[status] : "ERROR";
}

/* ---- reading arguments ----------------------------------------------------------------------- */

/* UTF-8 of a string; its own memory. Lone surrogates become U+FFFD, as everywhere in Node. */
static bool read_text(napi_env env, napi_value value, buffer *out) {
    size_t len = 0;
    if (napi_get_value_string_utf8(env, value, NULL, 0, &len) != napi_ok) return false;
    char *bytes = malloc(len + 1);
    if (bytes == NULL) return false;
    if (napi_get_value_string_utf8(env, value, bytes, len + 1, &len) != napi_ok) {
        free(bytes);
        return false;
    }
    *out = (buffer){.ptr = bytes, .len = len, .capacity = len + 1};
    return true;
}

static bool read_choices(napi_env env, napi_value value, int32_t *choices) {
    uint32_t count = 0;
    memset(choices, 0, MOST_CHOICES * sizeof *choices);
    if (napi_get_array_length(env, value, &count) != napi_ok || count > MOST_CHOICES) return false;
    for (uint32_t i = 0; i < count; i++) {
        napi_value item;
        if (napi_get_element(env, value, i, &item) != napi_ok ||
            napi_get_value_int32(env, item, &choices[i]) != napi_ok)
            return false;
    }
    return true;
}

static pool *read_pool(napi_env env, napi_value value) {
    instance *self = NULL;
    uint32_t number = MOST_ENGINES;
    if (napi_get_instance_data(env, (void **)&self) != napi_ok || self == NULL) return NULL;
    if (napi_get_value_uint32(env, value, &number) != napi_ok || number >= MOST_ENGINES)
        return NULL;
    return self->engines[number];
}

static const operation *read_operation(napi_env env, napi_value value) {
    char name[32];
    size_t len = 0;
    if (napi_get_value_string_utf8(env, value, name, sizeof name, &len) != napi_ok) return NULL;
    return operation_find((kt_str){name, len});
}

/* ---- engines --------------------------------------------------------------------------------- */

static napi_value open_at(napi_env env, instance *self, const kt_config *config) {
    uint32_t number = 0;
    kt_status status;
    kt_error err;
    napi_value out;
    while (number < MOST_ENGINES && self->engines[number] != NULL)
        number++;
    if (number == MOST_ENGINES) return refuse(env, "TOO_LARGE", "too many open engines");
    self->engines[number] = pool_open(config, &status, &err);
    if (self->engines[number] == NULL) return refuse(env, code_of(status), err.message);
    return napi_create_uint32(env, number, &out) == napi_ok ? out : NULL;
}

/* open(userDict, withDictionaries) -> number */
static napi_value open_engine(napi_env env, napi_callback_info info) {
    size_t count = 2;
    napi_value arguments[2], out = NULL;
    instance *self = NULL;
    buffer rows = {0};
    bool with = true;
    kt_config config = KT_CONFIG_INIT;
    napi_get_instance_data(env, (void **)&self);
    if (self == NULL || napi_get_cb_info(env, info, &count, arguments, NULL, NULL) != napi_ok ||
        count < 2 || !read_text(env, arguments[0], &rows) ||
        napi_get_value_bool(env, arguments[1], &with) != napi_ok) {
        refuse(env, "ARG", "open(userDict, dictionaries)");
    } else {
        config.user_dict = (kt_str){rows.ptr, rows.len};
        config.dictionaries = with ? KT_DICTIONARIES_ALL : KT_DICTIONARIES_NONE;
        out = open_at(env, self, &config);
    }
    buffer_free(&rows);
    return out;
}

/* close(number): bulk work under way ends well */
static napi_value close_engine(napi_env env, napi_callback_info info) {
    size_t count = 1;
    napi_value argument;
    instance *self = NULL;
    uint32_t number;
    napi_get_instance_data(env, (void **)&self);
    if (self == NULL || napi_get_cb_info(env, info, &count, &argument, NULL, NULL) != napi_ok ||
        count < 1 || napi_get_value_uint32(env, argument, &number) != napi_ok ||
        number >= MOST_ENGINES || self->engines[number] == NULL)
        return refuse(env, "ARG", "no such engine");
    pool_release(self->engines[number]);
    self->engines[number] = NULL;
    return NULL;
}

/* ---- one call -------------------------------------------------------------------------------- */

static kt_status run_job(pool *p, const operation *op, job *j) {
    j->seat = pool_take(p);
    if (j->seat == NULL) return KT_ERR_NOMEM;
    kt_status status = op->run(j);
    pool_give_back(p, j->seat);
    return status == KT_OK && j->out->failed ? KT_ERR_NOMEM : status;
}

static napi_value run_read(napi_env env, pool *p, const operation *op, job *j) {
    napi_value out;
    kt_status status = run_job(p, op, j);
    if (status != KT_OK) return refuse(env, code_of(status), kt_status_name(status));
    const char *text = j->out->len == 0 ? "" : j->out->ptr;
    if (napi_create_string_utf8(env, text, j->out->len, &out) != napi_ok)
        return refuse(env, "TOO_LARGE", "the result is too long for a string");
    return out;
}

/* run(engine, operation, text, extra, choices) -> string */
static napi_value run(napi_env env, napi_callback_info info) {
    size_t count = 5;
    napi_value a[5], result = NULL;
    buffer in = {0}, extra = {0}, out = {0};
    job j = {.out = &out};
    if (napi_get_cb_info(env, info, &count, a, NULL, NULL) != napi_ok || count < 5)
        return refuse(env, "ARG", "run(engine, operation, text, extra, choices)");
    pool *p = read_pool(env, a[0]);
    const operation *op = read_operation(env, a[1]);
    if (p == NULL || op == NULL)
        refuse(env, "CLOSED", p == NULL ? "the engine is closed" : "no such operation");
    else if (!read_text(env, a[2], &in) || !read_text(env, a[3], &extra) ||
             !read_choices(env, a[4], j.choices))
        refuse(env, "ARG", "text must be a string, options as documented");
    else {
        j.in = (kt_str){in.ptr, in.len};
        j.extra = (kt_str){extra.ptr, extra.len};
        result = run_read(env, p, op, &j);
    }
    buffer_free(&in);
    buffer_free(&extra);
    buffer_free(&out);
    return result;
}

/* ---- bulk work ------------------------------------------------------------------------------- */

typedef struct bulk {
    pool *pool;
    const operation *op;
    job job;
    buffer extra;
    buffer *texts; /* the inputs; each becomes its result */
    uint32_t count;
    kt_status status;
    napi_async_work work;
    napi_deferred deferred;
} bulk;

static void bulk_free(bulk *b) {
    for (uint32_t i = 0; b->texts != NULL && i < b->count; i++)
        buffer_free(&b->texts[i]);
    free(b->texts);
    buffer_free(&b->extra);
    if (b->pool != NULL) pool_release(b->pool);
    free(b);
}

static void bulk_execute(napi_env env, void *data) {
    (void)env;
    bulk *b = data;
    for (uint32_t i = 0; b->status == KT_OK && i < b->count; i++) {
        buffer out = {0};
        b->job.in = (kt_str){b->texts[i].ptr, b->texts[i].len};
        b->job.extra = (kt_str){b->extra.ptr, b->extra.len};
        b->job.out = &out;
        b->status = run_job(b->pool, b->op, &b->job);
        buffer_free(&b->texts[i]);
        b->texts[i] = out;
    }
}

static bool bulk_results(napi_env env, const bulk *b, napi_value *list) {
    if (napi_create_array_with_length(env, b->count, list) != napi_ok) return false;
    for (uint32_t i = 0; i < b->count; i++) {
        napi_value text;
        const char *bytes = b->texts[i].len == 0 ? "" : b->texts[i].ptr;
        if (napi_create_string_utf8(env, bytes, b->texts[i].len, &text) != napi_ok ||
            napi_set_element(env, *list, i, text) != napi_ok)
            return false;
    }
    return true;
}

static void bulk_reject(napi_env env, bulk *b, const char *code, const char *why) {
    napi_value id, message, error;
    if (napi_create_string_utf8(env, code, NAPI_AUTO_LENGTH, &id) == napi_ok &&
        napi_create_string_utf8(env, why, NAPI_AUTO_LENGTH, &message) == napi_ok &&
        napi_create_error(env, id, message, &error) == napi_ok)
        napi_reject_deferred(env, b->deferred, error);
}

static void bulk_complete(napi_env env, napi_status how, void *data) {
    bulk *b = data;
    napi_value list;
    if (how == napi_cancelled)
        bulk_reject(env, b, "CANCELLED", "the work was cancelled");
    else if (b->status != KT_OK)
        bulk_reject(env, b, code_of(b->status), kt_status_name(b->status));
    else if (bulk_results(env, b, &list))
        napi_resolve_deferred(env, b->deferred, list);
    else
        bulk_reject(env, b, "NOMEM", "out of memory");
    napi_delete_async_work(env, b->work);
    bulk_free(b);
}

static bool bulk_read(napi_env env, bulk *b, napi_value list) {
    uint32_t count = 0;
    if (napi_get_array_length(env, list, &count) != napi_ok) return false;
    b->texts = calloc(count + 1U, sizeof *b->texts);
    if (b->texts == NULL) return false;
    for (; b->count < count; b->count++) {
        napi_value item;
        if (napi_get_element(env, list, b->count, &item) != napi_ok) return false;
        if (!read_text(env, item, &b->texts[b->count])) return false;
    }
    return true;
}

static napi_value bulk_start(napi_env env, bulk *b) {
    napi_value promise, name;
    if (napi_create_string_utf8(env, "kotext", NAPI_AUTO_LENGTH, &name) != napi_ok ||
        napi_create_async_work(env, NULL, name, bulk_execute, bulk_complete, b, &b->work) !=
            napi_ok) {
        bulk_free(b);
        return refuse(env, "NOMEM", "out of memory");
    }
    if (napi_create_promise(env, &b->deferred, &promise) != napi_ok ||
        napi_queue_async_work(env, b->work) != napi_ok) {
        napi_delete_async_work(env, b->work);
        bulk_free(b);
        return refuse(env, "NOMEM", "out of memory");
    }
    return promise;
}

/* runAll(engine, operation, texts, extra, choices) -> Promise of strings */
static napi_value run_all(napi_env env, napi_callback_info info) {
    size_t count = 5;
    napi_value a[5];
    if (napi_get_cb_info(env, info, &count, a, NULL, NULL) != napi_ok || count < 5)
        return refuse(env, "ARG", "runAll(engine, operation, texts, extra, choices)");
    pool *p = read_pool(env, a[0]);
    const operation *op = read_operation(env, a[1]);
    if (p == NULL || op == NULL)
        return refuse(env, "CLOSED", p == NULL ? "the engine is closed" : "no such operation");
    bulk *b = calloc(1, sizeof *b);
    if (b == NULL) return refuse(env, "NOMEM", "out of memory");
    pool_hold(p);
    b->pool = p;
    b->op = op;
    if (bulk_read(env, b, a[2]) && read_text(env, a[3], &b->extra) &&
        read_choices(env, a[4], b->job.choices))
        return bulk_start(env, b);
    bulk_free(b);
    return refuse(env, "ARG", "texts must be an array of strings, options as documented");
}

/* ---- the module ------------------------------------------------------------------------------ */

static void instance_free(napi_env env, void *data, void *hint) {
    (void)env;
    (void)hint;
    instance *self = data;
    for (int i = 0; i < MOST_ENGINES; i++)
        if (self->engines[i] != NULL) pool_release(self->engines[i]);
    free(self);
}

static bool add_function(napi_env env, napi_value exports, const char *name, napi_callback call) {
    napi_value function;
    return napi_create_function(env, name, NAPI_AUTO_LENGTH, call, NULL, &function) == napi_ok &&
           napi_set_named_property(env, exports, name, function) == napi_ok;
}

static bool add_schemes(napi_env env, napi_value exports) {
    napi_value list, id;
    bool good = napi_create_array_with_length(env, KT_SCHEMES, &list) == napi_ok;
    for (uint32_t i = 0; good && i < KT_SCHEMES; i++)
        good = napi_create_string_utf8(env, kt_scheme_id((kt_scheme)i), NAPI_AUTO_LENGTH, &id) ==
                   napi_ok &&
               napi_set_element(env, list, i, id) == napi_ok;
    return good && napi_set_named_property(env, exports, "schemes", list) == napi_ok;
}

/* The name that Node looks for; without a version beside it, Node-API 8 is meant. */
NAPI_MODULE_EXPORT napi_value napi_register_module_v1(napi_env env, napi_value exports);

napi_value napi_register_module_v1(napi_env env, napi_value exports) {
    instance *self = calloc(1, sizeof *self);
    if (self == NULL) return refuse(env, "NOMEM", "out of memory");
    if (napi_set_instance_data(env, self, instance_free, NULL) != napi_ok) {
        free(self);
        return refuse(env, "NOMEM", "out of memory");
    }
    if (!add_function(env, exports, "open", open_engine) ||
        !add_function(env, exports, "close", close_engine) ||
        !add_function(env, exports, "run", run) || !add_function(env, exports, "runAll", run_all) ||
        !add_schemes(env, exports))
        return refuse(env, "NOMEM", "out of memory");
    return exports;
}
