/* module.h - what the functions and the dictionary share. */
#ifndef KOTEXT_POSTGRESQL_MODULE_H
#define KOTEXT_POSTGRESQL_MODULE_H

#include <postgres.h>

#include "session.h"

/* The session of this server process, opened when first needed; an SQL error when it cannot be, or
 * when the database is not in UTF-8. */
session *module_session(void);

/* An SQL error for anything but KT_OK. */
void module_check(kt_status status);

#endif
