/* operations.h - what the addon can do with one text. Results are texts, or JSON for index.js to
 * parse, so that the same code serves calls and the threads of bulk work. */
#ifndef KOTEXT_NODE_OPERATIONS_H
#define KOTEXT_NODE_OPERATIONS_H

#include "buffer.h"
#include "pool.h"

enum { MOST_CHOICES = 16 };

typedef struct job {
    seat *seat;
    kt_str in;
    kt_str extra;                  /* a second text: a particle, a Latin name, the other side */
    int32_t choices[MOST_CHOICES]; /* options by number, in the order that index.js gives them */
    buffer *out;
} job;

typedef struct operation {
    const char *name;
    kt_status (*run)(job *j);
} operation;

/* NULL for no such operation. */
const operation *operation_find(kt_str name);

#endif
