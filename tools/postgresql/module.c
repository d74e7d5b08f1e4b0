#include "module.h"

#include <fmgr.h>
#include <mb/pg_wchar.h>

PG_MODULE_MAGIC;

/* A server process serves one connection; the session lives as long as it does. */
session *module_session(void) {
    static session *opened;
    if (GetDatabaseEncoding() != PG_UTF8)
        ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
                        errmsg("kotext needs a database in UTF-8")));
    if (opened == NULL) opened = session_new();
    if (opened == NULL)
        ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY),
                        errmsg("kotext: out of memory, or the library holds no data")));
    return opened;
}

void module_check(kt_status status) {
    if (status == KT_OK) return;
    int code = status == KT_ERR_NOMEM       ? ERRCODE_OUT_OF_MEMORY
               : status == KT_ERR_TOO_LARGE ? ERRCODE_PROGRAM_LIMIT_EXCEEDED
                                            : ERRCODE_INVALID_PARAMETER_VALUE;
    ereport(ERROR, (errcode(code), errmsg("kotext: %s", kt_status_name(status))));
}
