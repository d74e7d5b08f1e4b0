#define _POSIX_C_SOURCE 200809L

#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

content read_file(const char *name) {
    content c = {NULL, 0};
    FILE *file = fopen(name, "rb");
    if (file == NULL) return c;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    c.bytes = malloc((size_t)size + 1);
    if (c.bytes != NULL) c.len = fread(c.bytes, 1, (size_t)size, file);
    fclose(file);
    return c;
}

double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}
