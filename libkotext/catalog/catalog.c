/* catalog.c - the pairs of a file, whichever form it has. */
#include "kotext/catalog.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/marcxml.h"
#include "core/arena.h"
#include "core/buf.h"
#include "core/status.h"
#include "core/str.h"

struct kt_catalog {
    kt_alloc alloc;
    kti_arena texts;
    kti_buf pairs; /* kt_catalog_pair */
};

static kt_span span_in(kt_str text, kt_str part) {
    uint32_t start = (uint32_t)(part.ptr - text.ptr);
    return (kt_span){start, start + (uint32_t)part.len};
}

static kt_status take_line(kt_catalog *c, kt_str text, kt_str line, size_t number, kt_error *err) {
    if (line.len > 0 && line.ptr[line.len - 1] == '\r') line.len--;
    if (kti_str_trim(line).len == 0) return KT_OK;
    kt_str rest = line;
    kt_catalog_pair pair = {.original = kti_str_next_field(&rest, '\t'),
                            .control = KTI_STR(""),
                            .tag = KTI_STR(""),
                            .link = KTI_STR("")};
    if (rest.ptr == NULL)
        return kti_fail_line(err, KT_ERR_SYNTAX, (size_t)(line.ptr - text.ptr) + line.len, number,
                             "want: original TAB romanized");
    pair.romanized = kti_str_next_field(&rest, '\t');
    pair.original_span = span_in(text, pair.original);
    pair.romanized_span = span_in(text, pair.romanized);
    kti_buf_add(&c->pairs, &pair, sizeof pair);
    return kti_buf_status(&c->pairs);
}

static kt_status read_lines(kt_catalog *c, kt_str text, kt_error *err) {
    size_t number = 0;
    for (kt_str rest = text; rest.ptr != NULL && rest.len > 0;)
        KTI_TRY(take_line(c, text, kti_str_next_field(&rest, '\n'), ++number, err));
    return KT_OK;
}

static int by_place(const void *a, const void *b) {
    const kt_catalog_pair *x = a, *y = b;
    if (x->original_span.start != y->original_span.start)
        return x->original_span.start < y->original_span.start ? -1 : 1;
    return (x->romanized_span.start > y->romanized_span.start) -
           (x->romanized_span.start < y->romanized_span.start);
}

static kt_status read_text(kt_catalog *c, kt_str text, kt_error *err) {
    kt_str body = kti_str_trim(text);
    body = kti_str_unmarked(body);
    if (!kti_str_starts(kti_str_trim(body), KTI_STR("<"))) return read_lines(c, text, err);
    KTI_TRY(kti_marcxml_read(text, &c->texts, &c->pairs, err));
    size_t count = c->pairs.len / sizeof(kt_catalog_pair);
    if (count > 1) qsort(c->pairs.ptr, count, sizeof(kt_catalog_pair), by_place);
    return KT_OK;
}

kt_status kt_catalog_open(const kt_alloc *alloc, kt_str text, kt_catalog **out, kt_error *err) {
    if (out == NULL) return kti_fail(err, KT_ERR_ARG, 0, "no place for the catalog");
    *out = NULL;
    if (text.len > UINT32_MAX) return kti_fail(err, KT_ERR_TOO_LARGE, 0, "over 4 GiB");
    if (text.len == 0) text = KTI_STR("");
    kt_alloc own = kti_alloc_or_libc(alloc);
    kt_catalog *c = kti_alloc_zeroed(&own, sizeof *c);
    if (c == NULL) return kti_fail(err, KT_ERR_NOMEM, 0, "out of memory");
    c->alloc = own;
    kti_arena_init(&c->texts, &own);
    kti_buf_init(&c->pairs, &own);
    kt_error details = {KT_OK, 0, 0, ""};
    kt_status status = read_text(c, text, &details);
    if (status == KT_OK) {
        *out = c;
        return KT_OK;
    }
    kt_catalog_close(c);
    if (details.status == KT_OK) return kti_fail(err, status, 0, "out of memory");
    if (err != NULL) *err = details;
    return status;
}

void kt_catalog_close(kt_catalog *c) {
    if (c == NULL) return;
    kt_alloc alloc = c->alloc;
    kti_arena_free(&c->texts);
    kti_buf_free(&c->pairs);
    kti_alloc_free(&alloc, c, sizeof *c);
}

const kt_catalog_pair *kt_catalog_pairs(const kt_catalog *c, size_t *count) {
    if (count != NULL) *count = c == NULL ? 0 : c->pairs.len / sizeof(kt_catalog_pair);
    return c == NULL ? NULL : (const kt_catalog_pair *)(const void *)c->pairs.ptr;
}
