/* How long 100,000 terms take to index, what they need, and how fast text is searched.
 *
 * cc -O2 -Ilibkotext/include tests/bench/terms.c build/release/libkotext/libkotext.a ... or: cmake
 * --build build/release --target bench_terms
 */
#define _POSIX_C_SOURCE 200809L

#include <kotext/kotext.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { TERMS = 100000, TEXT = 20 << 20 };

static size_t held, most;

static void *grant(void *context, void *ptr, size_t old_size, size_t new_size) {
    (void)context;
    held += new_size - old_size;
    if (held > most) most = held;
    if (new_size > 0) return realloc(ptr, new_size);
    free(ptr);
    return NULL;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

static uint32_t chance(void) {
    static uint32_t state = 1;
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

static size_t syllable(char *out) {
    uint32_t cp = 0xAC00 + chance() % 11172;
    out[0] = (char)(0xE0 | cp >> 12);
    out[1] = (char)(0x80 | (cp >> 6 & 63));
    out[2] = (char)(0x80 | (cp & 63));
    return 3;
}

static kt_glossary_row *make_rows(void) {
    kt_glossary_row *rows = calloc(TERMS, sizeof *rows);
    for (size_t i = 0; rows != NULL && i < TERMS; i++) {
        char *korean = malloc(16), *english = malloc(32);
        size_t len = 0;
        for (uint32_t k = 2 + chance() % 3; k > 0; k--)
            len += syllable(korean + len);
        int n = snprintf(english, 32, "Name%u Given-%u", chance() % 5000, chance() % 50000);
        rows[i] = (kt_glossary_row){.korean = {korean, len}, .english = {english, (size_t)n}};
    }
    return rows;
}

/* Words of two to four syllables, one in twenty a term. */
static size_t make_text(const kt_glossary_row *rows, char *text) {
    size_t len = 0;
    while (len < TEXT) {
        kt_str term = rows[chance() % TERMS].korean;
        if (chance() % 20 == 0) {
            memcpy(text + len, term.ptr, term.len);
            len += term.len;
        } else {
            for (uint32_t k = 2 + chance() % 3; k > 0; k--)
                len += syllable(text + len);
        }
        text[len++] = ' ';
    }
    return len;
}

int main(void) {
    kt_alloc alloc = {grant, NULL};
    kt_engine *engine = NULL;
    kt_ctx *ctx = NULL;
    kt_terms *terms = NULL;
    const kt_term_hit *hits;
    size_t count;
    kt_glossary_row *rows = make_rows();
    char *text = malloc(TEXT + 64);
    if (rows == NULL || text == NULL || kt_engine_open(NULL, &engine, NULL) != KT_OK ||
        kt_ctx_new(engine, &ctx) != KT_OK)
        return 1;
    size_t len = make_text(rows, text);
    double start = now();
    if (kt_terms_new(&alloc, rows, TERMS, &terms) != KT_OK) return 1;
    printf("index %d terms: %.0f ms, %.1f MB, at most %.1f MB\n", TERMS, now() - start,
           (double)held / 1e6, (double)most / 1e6);
    start = now();
    if (kt_terms_find(ctx, terms, (kt_str){text, len}, &hits, &count) != KT_OK) return 1;
    double took = now() - start;
    printf("search %.0f MB: %.0f ms, %.0f MB/s, %zu hits\n", (double)len / 1e6, took,
           (double)len / 1e3 / took, count);
    kt_terms_free(terms);
    return held == 0 ? 0 : 1;
}
