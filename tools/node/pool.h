/* pool.h - an engine that JavaScript and the threads of bulk work share. */
#ifndef KOTEXT_NODE_POOL_H
#define KOTEXT_NODE_POOL_H

#include <kotext/kotext.h>

#include <stdbool.h>

/* A context and a text that one call at a time has to itself. */
typedef struct seat {
    kt_ctx *ctx;
    kt_text *text;
    struct seat *next;
} seat;

typedef struct pool pool;

/* One user is counted. NULL with `*status` telling why. */
pool *pool_open(const kt_config *config, kt_status *status, kt_error *err);
void pool_hold(pool *p);
/* The last user to let go closes the engine. Any thread. */
void pool_release(pool *p);

/* NULL when there is no memory. Any thread. */
seat *pool_take(pool *p);
void pool_give_back(pool *p, seat *s);

#endif
