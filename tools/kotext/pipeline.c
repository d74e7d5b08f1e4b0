#define _POSIX_C_SOURCE 200809L

#include "pipeline.h"

#include <pthread.h>

enum { MOST_SLOTS = 4 * PIPELINE_MOST };

typedef struct pipeline {
    const pipeline_steps *steps;
    void *context;
    pthread_mutex_t taking; /* held while a piece is taken */
    bool ended;             /* nothing is left; belongs to `taking` */
    int take_status;        /* the same */
    pthread_mutex_t state;  /* guards what follows */
    pthread_cond_t room;    /* a slot has become free, or all ends */
    size_t taken, given;
    bool done[MOST_SLOTS];
    bool giving;  /* a thread gives pieces out */
    bool stopped; /* one failed */
    int status;
} pipeline;

typedef struct labourer {
    pipeline *pipeline;
    size_t number;
    pthread_t thread;
} labourer;

/* Waits for a free slot. */
static bool wait_for_room(pipeline *p) {
    pthread_mutex_lock(&p->state);
    while (!p->stopped && p->taken - p->given == p->steps->slots)
        pthread_cond_wait(&p->room, &p->state);
    bool stopped = p->stopped;
    pthread_mutex_unlock(&p->state);
    return !stopped;
}

static bool take(pipeline *p, size_t worker, size_t *slot) {
    bool got = false;
    pthread_mutex_lock(&p->taking);
    if (!p->ended && wait_for_room(p)) {
        *slot = p->taken % p->steps->slots;
        p->take_status = p->steps->take(p->context, worker, *slot, &got);
        p->ended = !got;
    }
    if (got) {
        pthread_mutex_lock(&p->state);
        p->taken++;
        pthread_mutex_unlock(&p->state);
    }
    pthread_mutex_unlock(&p->taking);
    return got;
}

/* Gives one piece out, unless one before it failed. The state is locked, but not meanwhile. */
static void give_next(pipeline *p, size_t worker) {
    size_t slot = p->given % p->steps->slots;
    if (!p->stopped) {
        pthread_mutex_unlock(&p->state);
        int status = p->steps->give(p->context, worker, slot);
        pthread_mutex_lock(&p->state);
        p->status = status;
        p->stopped = status != 0;
    }
    p->done[slot] = false;
    p->given++;
    pthread_cond_broadcast(&p->room);
}

/* The thread that finishes the oldest piece gives out all that are ready. */
static void finish(pipeline *p, size_t worker, size_t slot) {
    pthread_mutex_lock(&p->state);
    p->done[slot] = true;
    if (!p->giving) {
        p->giving = true;
        while (p->given < p->taken && p->done[p->given % p->steps->slots])
            give_next(p, worker);
        p->giving = false;
    }
    pthread_mutex_unlock(&p->state);
}

static void *labour(void *context) {
    const labourer *l = context;
    size_t slot = 0;
    while (take(l->pipeline, l->number, &slot)) {
        l->pipeline->steps->work(l->pipeline->context, l->number, slot);
        finish(l->pipeline, l->number, slot);
    }
    return NULL;
}

int pipeline_run(const pipeline_steps *steps, void *context, size_t workers) {
    pipeline p = {.steps = steps,
                  .context = context,
                  .taking = PTHREAD_MUTEX_INITIALIZER,
                  .state = PTHREAD_MUTEX_INITIALIZER,
                  .room = PTHREAD_COND_INITIALIZER};
    labourer all[PIPELINE_MOST];
    size_t started = 1;
    for (size_t i = 0; i < PIPELINE_MOST; i++)
        all[i] = (labourer){.pipeline = &p, .number = i};
    while (started < workers &&
           pthread_create(&all[started].thread, NULL, labour, &all[started]) == 0)
        started++;
    labour(&all[0]); /* fewer threads are slower, no more */
    for (size_t i = 1; i < started; i++)
        pthread_join(all[i].thread, NULL);
    return p.status != 0 ? p.status : p.take_status;
}
