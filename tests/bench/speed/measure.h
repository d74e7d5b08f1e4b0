/* measure.h - what both measuring programs need: time and texts. */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stddef.h>

typedef struct content {
    char *bytes; /* malloc'd; NULL when there is none */
    size_t len;
} content;

/* The whole file; nothing when it cannot be opened. */
content read_file(const char *name);

/* Seconds of the processor: others may be busy. */
double now(void);

#endif
