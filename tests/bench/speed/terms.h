/* terms.h - the glossary search of another library, for terms.c to measure. */
#ifndef BENCH_TERMS_H
#define BENCH_TERMS_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct piece {
    const char *ptr;
    size_t len;
} piece;

/* A marisa trie of `count` keys; NULL when the program was built without marisa. */
void *marisa_new(const piece *keys, size_t count);
void marisa_free(void *trie);
size_t marisa_bytes(const void *trie);

/* The longest key at each syllable, and at the beginning of each word of letters; none overlaps
 * another. How many. */
size_t marisa_find(void *trie, const char *text, size_t len);

#ifdef __cplusplus
}
#endif

#endif
