/* bias.c - names as speech recognition wants to be told of them: a prompt (Whisper reads at most
 * 224 tokens and keeps the last), or hotwords, one a line. */
#include <stdlib.h>

#include "core/status.h"
#include "core/str.h"
#include "glossary/record.h"

enum { PROMPT_BYTES = 600 }; /* about 200 tokens of Korean */

static int by_need(const void *left, const void *right) {
    const kt_glossary_row *a = *(const kt_glossary_row *const *)left;
    const kt_glossary_row *b = *(const kt_glossary_row *const *)right;
    if (a->priority != b->priority) return a->priority < b->priority ? 1 : -1;
    if (a->count != b->count) return a->count < b->count ? 1 : -1;
    return kti_str_cmp(a->korean, b->korean);
}

static int by_korean(const void *left, const void *right) {
    const kt_glossary_row *a = *(const kt_glossary_row *const *)left;
    const kt_glossary_row *b = *(const kt_glossary_row *const *)right;
    int order = kti_str_cmp(a->korean, b->korean);
    return order != 0 ? order : by_need(left, right);
}

/* The Korean terms in order of need, each once. `*terms` is a list of `count` places. */
static size_t choose(const kt_glossary_row *rows, size_t count, const kt_glossary_row **terms) {
    size_t kept = 0, once = 0;
    for (size_t i = 0; i < count; i++)
        if (rows[i].status != KT_TERM_FORBIDDEN) terms[kept++] = &rows[i];
    qsort(terms, kept, sizeof(void *), by_korean);
    for (size_t i = 0; i < kept; i++)
        if (i == 0 || !kti_str_eq(terms[i]->korean, terms[once - 1]->korean))
            terms[once++] = terms[i];
    qsort(terms, once, sizeof(void *), by_need);
    return once;
}

static kt_status write(const kt_glossary_row *rows, size_t count, kti_record *r, kti_buf *out,
                       bool prompt) {
    const kt_alloc *alloc = &r->fields[0].alloc;
    const kt_glossary_row **terms = kti_alloc_get(alloc, (count + 1) * sizeof(void *));
    if (terms == NULL) return KT_ERR_NOMEM;
    size_t kept = choose(rows, count, terms);
    for (size_t i = 0; i < kept; i++) {
        if (prompt && out->len + terms[i]->korean.len + 2 > PROMPT_BYTES) break;
        if (prompt && i > 0) kti_buf_add_cstr(out, ", ");
        kti_buf_add_str(out, terms[i]->korean);
        if (!prompt) kti_buf_add_byte(out, '\n');
    }
    if (prompt) kti_buf_add_cstr(out, "\n");
    kti_alloc_free(alloc, (void *)terms, (count + 1) * sizeof(void *));
    return KT_OK;
}

kt_status kti_prompt_write(const kt_glossary_row *rows, size_t count, kti_record *r, kti_buf *out) {
    return write(rows, count, r, out, true);
}

kt_status kti_hotwords_write(const kt_glossary_row *rows, size_t count, kti_record *r,
                             kti_buf *out) {
    return write(rows, count, r, out, false);
}
