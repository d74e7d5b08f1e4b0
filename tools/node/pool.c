#include "pool.h"

#include <stdlib.h>
#include <threads.h>

struct pool {
    kt_engine *engine;
    mtx_t lock;
    seat *idle;
    int users;
};

pool *pool_open(const kt_config *config, kt_status *status, kt_error *err) {
    pool *p = calloc(1, sizeof *p);
    *status = KT_ERR_NOMEM;
    *err = (kt_error){KT_ERR_NOMEM, 0, 0, "out of memory"};
    if (p == NULL) return NULL;
    p->users = 1;
    *status = kt_engine_open(config, &p->engine, err);
    if (*status == KT_OK && mtx_init(&p->lock, mtx_plain) == thrd_success) return p;
    kt_engine_close(p->engine);
    free(p);
    return NULL;
}

void pool_hold(pool *p) {
    mtx_lock(&p->lock);
    p->users++;
    mtx_unlock(&p->lock);
}

static void seat_free(seat *s) {
    kt_text_free(s->text);
    kt_ctx_free(s->ctx);
    free(s);
}

void pool_release(pool *p) {
    mtx_lock(&p->lock);
    bool last = --p->users == 0;
    mtx_unlock(&p->lock);
    if (!last) return;
    while (p->idle != NULL) {
        seat *s = p->idle;
        p->idle = s->next;
        seat_free(s);
    }
    kt_engine_close(p->engine);
    mtx_destroy(&p->lock);
    free(p);
}

static seat *seat_new(const pool *p) {
    seat *s = calloc(1, sizeof *s);
    if (s == NULL) return NULL;
    if (kt_ctx_new(p->engine, &s->ctx) == KT_OK && kt_text_new(NULL, &s->text) == KT_OK) return s;
    seat_free(s);
    return NULL;
}

seat *pool_take(pool *p) {
    mtx_lock(&p->lock);
    seat *s = p->idle;
    if (s != NULL) p->idle = s->next;
    mtx_unlock(&p->lock);
    return s != NULL ? s : seat_new(p);
}

void pool_give_back(pool *p, seat *s) {
    mtx_lock(&p->lock);
    s->next = p->idle;
    p->idle = s;
    mtx_unlock(&p->lock);
}
