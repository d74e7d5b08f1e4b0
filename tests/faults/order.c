/* order.c - a qsort() under which what compares equal comes out in the
 * reverse of how it came in. C promises no order of those; glibc 2.36 keeps it, musl does not. */
#include <stdlib.h>
#include <string.h>

static void merge(char *list, size_t count, size_t size, int (*compare)(const void *, const void *),
                  char *spare) {
    if (count < 2) return;
    size_t left = count / 2, i = 0, j = left, out = 0;
    merge(list, left, size, compare, spare);
    merge(list + left * size, count - left, size, compare, spare);
    while (i < left || j < count) {
        int right = i == left || (j < count && compare(list + i * size, list + j * size) >= 0);
        memcpy(spare + out++ * size, list + (right ? j++ : i++) * size, size);
    }
    memcpy(list, spare, count * size);
}

void qsort(void *list, size_t count, size_t size, int (*compare)(const void *, const void *)) {
    char *spare = malloc(count * size + 1);
    if (spare == NULL) abort();
    merge(list, count, size, compare, spare);
    free(spare);
}
