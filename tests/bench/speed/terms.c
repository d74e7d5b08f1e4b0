/* terms.c - glossary search beside a marisa trie of the same terms, taken in turn.
 *
 *   bench_terms ROUNDS TERMS.tsv LABEL TEXT [LABEL TEXT]...
 *
 * TERMS has a Korean term, a tab and its English form in each line. Prints LABEL TAB who TAB bytes
 * TAB seconds for each search of each round, and as "build" what it takes to make the index: who
 * TAB bytes it holds TAB seconds, and as "build peak" the bytes at most.
 */
#include <kotext/kotext.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"
#include "terms.h"

static size_t held, most;

static void *grant(void *context, void *ptr, size_t old_size, size_t new_size) {
    (void)context;
    held += new_size - old_size;
    if (held > most) most = held;
    if (new_size > 0) return realloc(ptr, new_size);
    free(ptr);
    return NULL;
}

static content text_of(const char *name) {
    content c = read_file(name);
    if (c.bytes == NULL) exit(2);
    return c;
}

/* ---- the terms ------------------------------------------------------------------------------ */

typedef struct terms {
    kt_glossary_row *rows;
    piece *keys; /* both sides of each row */
    size_t count;
} terms;

static terms read_terms(content file) {
    terms t = {NULL, NULL, 0};
    size_t lines = 0;
    for (size_t i = 0; i < file.len; i++)
        lines += file.bytes[i] == '\n';
    t.rows = calloc(lines + 1, sizeof *t.rows);
    t.keys = calloc(2 * lines + 1, sizeof *t.keys);
    if (t.rows == NULL || t.keys == NULL) exit(2);
    for (const char *at = file.bytes, *end = file.bytes + file.len; t.count < lines; t.count++) {
        const char *tab = memchr(at, '\t', (size_t)(end - at));
        const char *feed = tab == NULL ? NULL : memchr(tab, '\n', (size_t)(end - tab));
        if (feed == NULL) exit(2);
        piece korean = {at, (size_t)(tab - at)}, english = {tab + 1, (size_t)(feed - tab) - 1};
        t.keys[2 * t.count] = korean;
        t.keys[2 * t.count + 1] = english;
        t.rows[t.count].korean = (kt_str){korean.ptr, korean.len};
        t.rows[t.count].english = (kt_str){english.ptr, english.len};
        at = feed + 1;
    }
    return t;
}

static kt_terms *build(const terms *t) {
    kt_alloc alloc = {grant, NULL};
    kt_terms *index = NULL;
    held = most = 0;
    double start = now();
    if (kt_terms_new(&alloc, t->rows, t->count, &index) != KT_OK) exit(2);
    printf("build\tkotext\t%zu\t%.9f\n", held, now() - start);
    printf("build peak\tkotext\t%zu\t0\n", most);
    return index;
}

static void *build_marisa(const terms *t) {
    double start = now();
    void *trie = marisa_new(t->keys, 2 * t->count);
    if (trie != NULL) printf("build\tmarisa\t%zu\t%.9f\n", marisa_bytes(trie), now() - start);
    return trie;
}

/* ---- searching ------------------------------------------------------------------------------ */

static void search(kt_ctx *ctx, const kt_terms *index, void *trie, const char *label,
                   const char *file) {
    const kt_term_hit *hits;
    size_t count;
    content text = text_of(file);
    double start = now();
    if (kt_terms_find(ctx, index, (kt_str){text.bytes, text.len}, &hits, &count) != KT_OK) exit(2);
    printf("%s\tkotext\t%zu\t%.9f\n", label, text.len, now() - start);
    start = now();
    if (marisa_find(trie, text.bytes, trie == NULL ? 0 : text.len) > 0)
        printf("%s\tmarisa\t%zu\t%.9f\n", label, text.len, now() - start);
    free(text.bytes);
}

int main(int argc, char **argv) {
    kt_engine *engine = NULL;
    kt_ctx *ctx = NULL;
    if (argc < 5 || argc % 2 == 0) return 2;
    content list = text_of(argv[2]);
    terms t = read_terms(list);
    if (kt_engine_open(NULL, &engine, NULL) != KT_OK || kt_ctx_new(engine, &ctx) != KT_OK) return 2;
    for (int round = 0; round < atoi(argv[1]); round++) {
        kt_terms *index = build(&t);
        void *trie = build_marisa(&t);
        for (int i = 3; i + 1 < argc; i += 2)
            search(ctx, index, trie, argv[i], argv[i + 1]);
        kt_terms_free(index);
        if (trie != NULL) marisa_free(trie);
    }
    kt_ctx_free(ctx);
    kt_engine_close(engine);
    free(t.rows);
    free(t.keys);
    free(list.bytes);
    return 0;
}
