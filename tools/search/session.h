/* session.h - what one database connection holds of the library. SQLite lets one thread at a time
 * into a connection, and a connection of PostgreSQL is a process: its contexts need no lock. */
#ifndef KOTEXT_SEARCH_SESSION_H
#define KOTEXT_SEARCH_SESSION_H

#include <kotext/kotext.h>

/* Forms of a name in Latin letters, of the last name asked about. */
typedef struct latin_cache latin_cache;

typedef struct session {
    kt_engine *engine;
    kt_ctx *ctx; /* readings live in it while names are spelt in the other */
    kt_ctx *spelling;
    kt_text *normal, *hangul; /* a text on its way to the tokenizer */
    kt_text *out;
    latin_cache *latin;
    int users; /* functions and tokenizers that hold it */
} session;

/* NULL when there is no memory, or no data in the library. One user is counted. */
session *session_new(void);
session *session_hold(session *s);
/* Frees it with its last user. For SQLite's destructors. */
void session_release(void *s);

#endif
