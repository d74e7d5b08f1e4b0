/* kotext/engine.h - the engine (read-only, shared) and the context (scratch, one per thread). */
#ifndef KOTEXT_ENGINE_H
#define KOTEXT_ENGINE_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Which of the name dictionaries an engine uses. Since: 0.9 */
typedef enum kt_dictionaries {
    KT_DICTIONARIES_ALL = 0, /* people, places, organisations, and the user's own */
    KT_DICTIONARIES_NONE = 1 /* leave people, places and organisations out; the user's own stay */
} kt_dictionaries;

/* How an engine opens. Start from KT_CONFIG_INIT; zero in all but `size` is the default. Since: 0.9
 */
typedef struct kt_config {
    size_t size;                  /* sizeof(kt_config) */
    const kt_alloc *alloc;        /* NULL: the C library's heap. Copied. */
    const char *data_path;        /* a .ktd file; NULL: the data built into the library */
    kt_dictionaries dictionaries; /* see above */
    kt_str user_dict;             /* TSV text (columns: korean, english, type); may be empty.
                                     Read during open only. */
} kt_config;

#define KT_CONFIG_INIT                                                                             \
    {                                                                                              \
        sizeof(kt_config), NULL, NULL, KT_DICTIONARIES_ALL, {                                      \
            NULL, 0                                                                                \
        }                                                                                          \
    }

/* Immutable after open; any number of threads may share one. Since: 0.9 */
typedef struct kt_engine kt_engine;

/* Scratch memory and lazily opened Unicode services. One thread at a time; reuse it: the results
 * never depend on what a context did before. Since: 0.9 */
typedef struct kt_ctx kt_ctx;

/* Opens an engine. `config` NULL means the defaults. On failure `*out` is NULL and `err`, when not
 * NULL, says why. KT_ERR_NOMEM, KT_ERR_IO, KT_ERR_DATA, KT_ERR_SYNTAX (user_dict),
 * KT_ERR_TOO_LARGE (user_dict over 1 GiB). Since: 0.9 */
KT_API kt_status kt_engine_open(const kt_config *config, kt_engine **out, kt_error *err);

/* Closes an engine; NULL is fine. Its contexts must be freed first. Since: 0.9 */
KT_API void kt_engine_close(kt_engine *engine);

/* What the data in use holds, such as "8426 names, titles and terms, 774584 Korean words, 0 user
 * entries". Lives as long as the engine. Since: 0.9 */
KT_API const char *kt_engine_data_info(const kt_engine *engine);

/* Makes a context. Uses the engine's allocator. KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_ctx_new(const kt_engine *engine, kt_ctx **out);

/* Frees a context; NULL is fine. Since: 0.9 */
KT_API void kt_ctx_free(kt_ctx *ctx);

/* Details of the last call on this context when it failed; KT_OK when it did not. Since: 0.9 */
KT_API kt_error kt_ctx_error(const kt_ctx *ctx);

#ifdef __cplusplus
}
#endif

#endif
