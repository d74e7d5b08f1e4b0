/* core.h - the functions of the module: what kotext.mjs finds by name. */
#ifndef KOTEXT_WASM_CORE_H
#define KOTEXT_WASM_CORE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __wasm__
#define EXPORT(name) __attribute__((export_name(#name))) name
#else /* the tests run it natively */
#define EXPORT(name) name
#endif

void *EXPORT(kotext_take)(size_t size);
void EXPORT(kotext_drop)(void *ptr);

/* Once. `dict` is the user's own names. This and kotext_run() return a kt_status, about which
 * kotext_message() says more. */
int EXPORT(kotext_open)(const char *dict, size_t dict_len, int no_dictionaries);

/* Three texts: the operation's name, the text, and the second text. */
int EXPORT(kotext_run)(const char *const *texts, const size_t *lengths, const int32_t *choices,
                       size_t count);

/* What the last run gave. */
const char *EXPORT(kotext_out)(void);
size_t EXPORT(kotext_out_len)(void);
/* Gives its memory back. */
void EXPORT(kotext_forget)(void);

const char *EXPORT(kotext_message)(void);
/* The id of a scheme; "" behind the last. */
const char *EXPORT(kotext_scheme)(int number);
/* What data is inside. */
const char *EXPORT(kotext_about)(void);

#endif
