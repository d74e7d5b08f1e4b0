/* module.c - the entry point: `.load mod_kotext`. */
#include "module.h"

SQLITE_EXTENSION_INIT1

KT_API int sqlite3_modkotext_init(sqlite3 *db, char **message, const sqlite3_api_routines *api);

int sqlite3_modkotext_init(sqlite3 *db, char **message, const sqlite3_api_routines *api) {
    SQLITE_EXTENSION_INIT2(api)
    session *s = session_new();
    if (s == NULL) {
        *message = sqlite3_mprintf("kotext: out of memory, or the library holds no data");
        return SQLITE_ERROR;
    }
    int status = register_functions(db, s);
    if (status == SQLITE_OK) status = register_tokenizer(db, s);
    session_release(s);
    return status;
}
