#include "diff.h"

#include <stdlib.h>
#include <string.h>

enum { AROUND = 3 };

typedef struct lines {
    kt_str *list;
    size_t count;
} lines;

static bool split(kt_str text, lines *out) {
    size_t most = 1;
    for (size_t i = 0; i < text.len; i++)
        most += text.ptr[i] == '\n';
    out->list = calloc(most, sizeof *out->list);
    while (out->list != NULL && text.len > 0) {
        const char *feed = memchr(text.ptr, '\n', text.len);
        size_t len = feed == NULL ? text.len : (size_t)(feed - text.ptr) + 1;
        out->list[out->count++] = (kt_str){text.ptr, len};
        text = (kt_str){text.ptr + len, text.len - len};
    }
    return out->list != NULL;
}

static bool differs(const lines *a, const lines *b, size_t i) {
    return i < a->count && i < b->count &&
           (a->list[i].len != b->list[i].len ||
            memcmp(a->list[i].ptr, b->list[i].ptr, a->list[i].len) != 0);
}

static void add_line(buffer *out, char mark, kt_str line) {
    buffer_byte(out, mark);
    buffer_str(out, line);
    if (line.len == 0 || line.ptr[line.len - 1] != '\n')
        buffer_text(out, "\n\\ No newline at end of file\n");
}

static void add_range(buffer *out, char mark, size_t start, size_t end) {
    buffer_byte(out, mark);
    buffer_uint(out, start + 1);
    buffer_byte(out, ',');
    buffer_uint(out, end - start);
}

static void add_hunk(buffer *out, const lines *a, const lines *b, size_t start, size_t end) {
    buffer_text(out, "@@ ");
    add_range(out, '-', start, end);
    buffer_byte(out, ' ');
    add_range(out, '+', start, end);
    buffer_text(out, " @@\n");
    for (size_t i = start, next; i < end; i = next) {
        for (next = i; next < end && differs(a, b, next);)
            add_line(out, '-', a->list[next++]);
        for (size_t k = i; k < next; k++)
            add_line(out, '+', b->list[k]);
        if (next < end) add_line(out, ' ', a->list[next++]);
    }
}

/* Where the hunk that begins with a change at `i` ends: changes near each other are one. */
static size_t hunk_end(const lines *a, const lines *b, size_t i) {
    size_t end = i + 1;
    for (size_t k = i; k < a->count && k < end + 2 * AROUND; k++)
        if (differs(a, b, k)) end = k + 1;
    return end + AROUND < a->count ? end + AROUND : a->count;
}

void diff_unified(buffer *out, const char *name, kt_str before, kt_str after) {
    lines a = {NULL, 0}, b = {NULL, 0};
    bool headed = false;
    if (!split(before, &a) || !split(after, &b)) out->failed = true;
    for (size_t i = 0, end; !out->failed && i < a.count; i = end) {
        end = i + 1;
        if (!differs(&a, &b, i)) continue;
        if (!headed) {
            buffer_text(out, "--- ");
            buffer_text(out, name);
            buffer_text(out, "\n+++ ");
            buffer_text(out, name);
            buffer_byte(out, '\n');
        }
        headed = true;
        end = hunk_end(&a, &b, i);
        add_hunk(out, &a, &b, i > AROUND ? i - AROUND : 0, end);
    }
    free(a.list);
    free(b.list);
}
