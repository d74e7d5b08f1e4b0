/* pipeline.h - pieces taken in order, worked on by several threads, given out in order. */
#ifndef KOTEXT_TOOL_PIPELINE_H
#define KOTEXT_TOOL_PIPELINE_H

#include <stdbool.h>
#include <stddef.h>

enum { PIPELINE_MOST = 64 };

/* What is done with a piece, which lies in one of the caller's slots. `worker` is the thread's
 * number; each call returns an exit status. */
typedef struct pipeline_steps {
    size_t slots;
    /* Puts the next piece into a slot; `*got` false: there is none. One thread at a time. */
    int (*take)(void *context, size_t worker, size_t slot, bool *got);
    /* Any number of threads at a time. */
    void (*work)(void *context, size_t worker, size_t slot);
    /* In the order of taking, one thread at a time. A failure ends the whole. */
    int (*give)(void *context, size_t worker, size_t slot);
} pipeline_steps;

/* Runs until nothing is left or something fails: the status of the piece that failed first, or
 * else of taking. No more pieces than slots are under way. With one worker there is one thread. */
int pipeline_run(const pipeline_steps *steps, void *context, size_t workers);

#endif
