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

static bool same_line(kt_str a, kt_str b) {
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

/* Two texts, line by line where they have as many; else in one piece from the first line that
 * differs to the last. */
typedef struct diff {
    lines a, b;
} diff;

static bool differs(const diff *d, size_t i) {
    return i < d->a.count && !same_line(d->a.list[i], d->b.list[i]);
}

static void add_line(buffer *out, char mark, kt_str line) {
    buffer_byte(out, mark);
    buffer_str(out, line);
    if (line.len == 0 || line.ptr[line.len - 1] != '\n')
        buffer_text(out, "\n\\ No newline at end of file\n");
}

/* An empty range stands behind the line before it. */
static void add_range(buffer *out, char mark, size_t start, size_t end) {
    buffer_byte(out, mark);
    buffer_uint(out, start < end ? start + 1 : start);
    buffer_byte(out, ',');
    buffer_uint(out, end - start);
}

static void add_ranges(buffer *out, size_t start, size_t a_end, size_t b_end) {
    buffer_text(out, "@@ ");
    add_range(out, '-', start, a_end);
    buffer_byte(out, ' ');
    add_range(out, '+', start, b_end);
    buffer_text(out, " @@\n");
}

static void add_lines(buffer *out, char mark, const lines *from, size_t start, size_t end) {
    for (size_t i = start; i < end; i++)
        add_line(out, mark, from->list[i]);
}

static void add_hunk(buffer *out, const diff *d, size_t start, size_t end) {
    add_ranges(out, start, end, end);
    for (size_t i = start, next; i < end; i = next) {
        for (next = i; next < end && differs(d, next);)
            next++;
        add_lines(out, '-', &d->a, i, next);
        add_lines(out, '+', &d->b, i, next);
        if (next < end) add_line(out, ' ', d->a.list[next++]);
    }
}

/* Where the hunk that begins with a change at `i` ends: changes near each other are one. */
static size_t hunk_end(const diff *d, size_t i) {
    size_t end = i + 1;
    for (size_t k = i; k < d->a.count && k < end + 2 * AROUND; k++)
        if (differs(d, k)) end = k + 1;
    return end + AROUND < d->a.count ? end + AROUND : d->a.count;
}

static size_t before_change(size_t i) {
    return i > AROUND ? i - AROUND : 0;
}

static void add_hunks(buffer *out, const diff *d) {
    for (size_t i = 0, end; i < d->a.count; i = end) {
        end = i + 1;
        if (!differs(d, i)) continue;
        end = hunk_end(d, i);
        add_hunk(out, d, before_change(i), end);
    }
}

/* Lines came or went. */
static void add_piece(buffer *out, const diff *d) {
    size_t first = 0, last = 0, most = d->a.count < d->b.count ? d->a.count : d->b.count;
    while (first < most && same_line(d->a.list[first], d->b.list[first]))
        first++;
    while (last < most - first &&
           same_line(d->a.list[d->a.count - 1 - last], d->b.list[d->b.count - 1 - last]))
        last++;
    size_t start = before_change(first), behind = last < AROUND ? last : AROUND;
    size_t a_end = d->a.count - last, b_end = d->b.count - last;
    add_ranges(out, start, a_end + behind, b_end + behind);
    add_lines(out, ' ', &d->a, start, first);
    add_lines(out, '-', &d->a, first, a_end);
    add_lines(out, '+', &d->b, first, b_end);
    add_lines(out, ' ', &d->a, a_end, a_end + behind);
}

/* A tab ends a name that has spaces in it. */
static void add_name(buffer *out, const char *mark, const char *name) {
    buffer_text(out, mark);
    buffer_text(out, name);
    if (strchr(name, ' ') != NULL) buffer_byte(out, '\t');
    buffer_byte(out, '\n');
}

void diff_unified(buffer *out, const char *name, kt_str before, kt_str after) {
    diff d = {.a = {NULL, 0}, .b = {NULL, 0}};
    if (same_line(before, after)) return;
    if (!split(before, &d.a) || !split(after, &d.b)) {
        out->failed = true;
    } else {
        add_name(out, "--- ", name);
        add_name(out, "+++ ", name);
        if (d.a.count == d.b.count)
            add_hunks(out, &d);
        else
            add_piece(out, &d);
    }
    free(d.a.list);
    free(d.b.list);
}
