/* module.h - the parts of the extension. */
#ifndef KOTEXT_SQLITE_MODULE_H
#define KOTEXT_SQLITE_MODULE_H

#include <sqlite3ext.h>

#include "session.h"

/* kotext_romanize() and the others; each holds the session. Returns an SQLite code. */
int register_functions(sqlite3 *db, session *s);

/* The FTS5 tokenizer `kotext`. SQLITE_OK too where FTS5 is not built in. */
int register_tokenizer(sqlite3 *db, session *s);

#endif
