/* kotext/base.h - the words every other header uses: text, spans, status, errors, memory.
 *
 * Conventions of the whole library
 *   - Text is a kt_str: a pointer and a length in bytes, UTF-8, never NUL-dependent.
 *   - Offsets and lengths are UTF-8 bytes unless a name says otherwise.
 *   - A fallible call returns a kt_status. Nothing prints, aborts, exits, or reads the locale.
 *   - KT_ERR_ARG, of whatever call: a choice that there is not, in an argument or a field of an
 *     options struct; a struct's `size` that is not its own; NULL for a handle or for the
 *     place of a result that is not said to be optional.
 *   - `kt_` and `KT_` are public; everything else is private to the library.
 */
#ifndef KOTEXT_BASE_H
#define KOTEXT_BASE_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define KT_API __attribute__((visibility("default")))
#else
#define KT_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define KT_VERSION_MAJOR 0
#define KT_VERSION_MINOR 9
#define KT_VERSION_PATCH 0

/* The version of the library in use, such as "0.9.0". Static; never freed. Since: 0.9 */
KT_API const char *kt_version(void);

/* The versions of what the library was built with, such as "ICU 72.1, utf8proc 2.8.0".
 * Static; never freed. Since: 0.9 */
KT_API const char *kt_build_info(void);

/* Borrowed text. `ptr` may be NULL when `len` is 0. Since: 0.9 */
typedef struct kt_str {
    const char *ptr;
    size_t len;
} kt_str;

/* A half-open range of UTF-8 bytes [start, end). Since: 0.9 */
typedef struct kt_span {
    uint32_t start;
    uint32_t end;
} kt_span;

/* What a call came to. Values are fixed for good; new ones are added at the end. Since: 0.9 */
typedef enum kt_status {
    KT_OK = 0,
    KT_ERR_NOMEM = 1,       /* the allocator refused */
    KT_ERR_ARG = 2,         /* an argument makes no sense (NULL, unknown enum, bad size) */
    KT_ERR_UTF8 = 3,        /* ill-formed UTF-8 in strict mode; kt_error.offset tells where */
    KT_ERR_TOO_LARGE = 4,   /* input over 4 GiB - 1, or over a documented limit */
    KT_ERR_SYNTAX = 5,      /* a file or rule does not parse; kt_error tells where */
    KT_ERR_DATA = 6,        /* a data file is damaged, of another version, or lacks a section */
    KT_ERR_IO = 7,          /* the system refused a read, write, map or rename */
    KT_ERR_UNSUPPORTED = 8, /* not in this build, or not a thing this call can do */
    KT_ERR_ENCODING = 9     /* bytes that are no text of the given encoding */
} kt_status;

/* A short English name for a status, such as "out of memory". Static. Since: 0.9 */
KT_API const char *kt_status_name(kt_status status);

/* Details of a failure. Loaders and parsers fill one when the caller passes it.
 * `message` is static text. Since: 0.9 */
typedef struct kt_error {
    kt_status status;
    size_t offset; /* bytes from the start of the input */
    size_t line;   /* 1-based; 0 when the input has no lines */
    const char *message;
} kt_error;

/* Memory as a value. One function serves all: `resize(ctx, NULL, 0, n)` allocates,
 * `resize(ctx, p, old, n)` moves, `resize(ctx, p, old, 0)` frees and returns NULL.
 * It returns NULL when it cannot serve n > 0, and then leaves `p` as it was.
 * Where a `const kt_alloc *` is asked for, NULL means the C library's heap. Since: 0.9 */
typedef struct kt_alloc {
    void *(*resize)(void *ctx, void *ptr, size_t old_size, size_t new_size);
    void *ctx;
} kt_alloc;

#ifdef __cplusplus
}
#endif

#endif
