/* merge.c - two languages as one file: cues that share their time are shown together. */
#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "subtitle/dialect.h"
#include "subtitle/sami.h"

enum { MOST_LOOKED_AT = 64 }; /* partners of one cue: hostile files show all cues at once */

typedef struct side {
    const kt_subtitle *s;
    kti_ordered *order;
    size_t count;
    size_t base; /* of its nodes */
} side;

/* A cue of either file, and the group it is shown with. */
typedef struct node {
    const kt_subtitle *s;
    size_t cue;
    bool below;
    uint32_t parent;    /* in its group; the root is its own */
    int64_t start, end; /* of the group: that of the upper cues, if there is one */
} node;

typedef struct merging {
    kt_alloc alloc;
    side sides[2];
    node *nodes;
    size_t count;
    kti_part *parts;
} merging;

static const kt_cue *cue_of(const node *n) {
    return &n->s->cues[n->cue];
}

static uint32_t root_of(merging *m, uint32_t at) {
    for (; m->nodes[at].parent != at; at = m->nodes[at].parent)
        m->nodes[at].parent = m->nodes[m->nodes[at].parent].parent;
    return at;
}

static void join(merging *m, uint32_t a, uint32_t b) {
    a = root_of(m, a);
    b = root_of(m, b);
    m->nodes[a > b ? a : b].parent = a > b ? b : a;
}

/* ---- partners ------------------------------------------------------------------------------- */

static int64_t smaller(int64_t a, int64_t b) {
    return a < b ? a : b;
}

/* The time both are shown; 0 when that is less than half of the shorter one - or of the longer one,
 * where that is a sign that stands through many lines. */
static int64_t shared(const kt_cue *a, const kt_cue *b) {
    enum { LONGEST_LINE = 15000 };
    int64_t from = a->start_ms > b->start_ms ? a->start_ms : b->start_ms;
    int64_t both = smaller(a->end_ms, b->end_ms) - from;
    int64_t first = a->end_ms - a->start_ms, second = b->end_ms - b->start_ms;
    int64_t shorter = smaller(first, second), longer = first + second - shorter;
    int64_t whole = longer > LONGEST_LINE ? longer : shorter;
    return both > 0 && both >= whole - both ? both : 0;
}

/* How many of the side start before `ms`. */
static size_t started(const side *among, int64_t ms) {
    size_t low = 0, high = among->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (among->order[middle].start < ms)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Joins each cue of one side with the one of the other that shares most of its time. */
static void find_partners(merging *m, const side *of, const side *among) {
    const node *others = m->nodes + among->base;
    for (size_t i = 0; i < of->count; i++) {
        const kt_cue *cue = cue_of(&m->nodes[of->base + i]);
        size_t end = started(among, cue->end_ms), best = 0;
        size_t start = end > MOST_LOOKED_AT ? end - MOST_LOOKED_AT : 0;
        int64_t most = 0;
        for (size_t k = start; k < end; k++) {
            int64_t both = shared(cue, cue_of(&others[k]));
            if (both <= most) continue;
            most = both;
            best = k;
        }
        if (most > 0) join(m, (uint32_t)(of->base + i), (uint32_t)(among->base + best));
    }
}

/* ---- groups --------------------------------------------------------------------------------- */

static void widen(node *root, const kt_cue *cue) {
    if (cue->start_ms < root->start) root->start = cue->start_ms;
    if (cue->end_ms > root->end) root->end = cue->end_ms;
}

/* Nodes of the upper file come first, and so are the roots of groups that have one. */
static void time_groups(merging *m) {
    for (uint32_t i = 0; i < m->count; i++) {
        node *n = &m->nodes[i];
        n->parent = root_of(m, i);
        node *root = &m->nodes[n->parent];
        if (root == n) {
            n->start = cue_of(n)->start_ms;
            n->end = cue_of(n)->end_ms;
        } else if (n->below == root->below) {
            widen(root, cue_of(n));
        }
    }
    for (size_t i = 0; i < m->count; i++) {
        m->nodes[i].start = m->nodes[m->nodes[i].parent].start;
        m->nodes[i].end = m->nodes[m->nodes[i].parent].end;
    }
}

static int by_group(const void *a, const void *b) {
    const node *first = a, *second = b;
    if (first->start != second->start) return first->start < second->start ? -1 : 1;
    if (first->parent != second->parent) return first->parent < second->parent ? -1 : 1;
    if (first->below != second->below) return first->below ? 1 : -1;
    int64_t x = cue_of(first)->start_ms, y = cue_of(second)->start_ms;
    if (x != y) return x < y ? -1 : 1;
    return (first->cue > second->cue) - (first->cue < second->cue);
}

/* ---- writing -------------------------------------------------------------------------------- */

static size_t group_end(const merging *m, size_t at) {
    size_t end = at + 1;
    while (end < m->count && m->nodes[end].parent == m->nodes[at].parent)
        end++;
    return end;
}

static void write_groups(merging *m, kti_writer *w) {
    w->to->begin(w);
    for (size_t at = 0, end; at < m->count && !w->out->failed; at = end) {
        const node *top = &m->nodes[at];
        end = group_end(m, at);
        for (size_t i = at + 1; i < end; i++)
            m->parts[i - at - 1] = (kti_part){m->nodes[i].s, m->nodes[i].cue};
        kt_cue shown = *cue_of(top);
        shown.start_ms = top->start;
        shown.end_ms = top->end;
        w->from = top->s;
        w->cue = top->cue;
        w->number++;
        w->below = m->parts;
        w->below_count = end - at - 1;
        w->next_ms = end < m->count ? m->nodes[end].start : INT64_MAX;
        kti_write_cue(w, &shown);
    }
    if (w->to->end != NULL) w->to->end(w);
}

static void write_stacked(merging *m, kti_writer *w) {
    find_partners(m, &m->sides[0], &m->sides[1]);
    find_partners(m, &m->sides[1], &m->sides[0]);
    time_groups(m);
    qsort(m->nodes, m->count, sizeof *m->nodes, by_group);
    write_groups(m, w);
}

static kt_status write_classes(const merging *m, const kt_merge_options *options, kti_writer *w) {
    kti_sami_track tracks[2] = {
        {m->sides[0].s, m->sides[0].order, m->sides[0].count, options->language},
        {m->sides[1].s, m->sides[1].order, m->sides[1].count, options->language_below}};
    return kti_sami_write_tracks(w, tracks, 2);
}

/* ---- the call ------------------------------------------------------------------------------- */

static void add_nodes(merging *m, size_t which) {
    side *of = &m->sides[which];
    of->base = m->count;
    for (size_t i = 0; i < of->count; i++, m->count++)
        m->nodes[m->count] = (node){of->s, of->order[i].cue, which == 1, (uint32_t)m->count, 0, 0};
}

static kt_status merge(merging *m, kt_subtitle *first, const kti_dialect *to,
                       const kt_merge_options *options) {
    kti_writer w = {.out = &first->saved, .from = m->sides[0].s, .other = m->sides[1].s, .to = to};
    for (size_t i = 0; i < 2; i++)
        KTI_TRY(kti_order_cues(m->sides[i].s, &m->sides[i].order, &m->sides[i].count));
    kti_note_losses(first, to, m->sides[0].order, m->sides[0].count);
    for (size_t i = 0; i < 2; i++)
        kti_leave_silent(m->sides[i].s, m->sides[i].order, &m->sides[i].count);
    if (to == &kti_sami) return write_classes(m, options, &w);
    size_t count = m->sides[0].count + m->sides[1].count + 1;
    m->nodes = kti_alloc_zeroed(&m->alloc, count * sizeof *m->nodes);
    m->parts = kti_alloc_zeroed(&m->alloc, count * sizeof *m->parts);
    if (m->nodes == NULL || m->parts == NULL) return KT_ERR_NOMEM;
    add_nodes(m, 0);
    add_nodes(m, 1);
    write_stacked(m, &w);
    return KT_OK;
}

static void free_merging(merging *m) {
    size_t count = m->sides[0].count + m->sides[1].count + 1;
    for (size_t i = 0; i < 2; i++)
        kti_alloc_free(&m->sides[i].s->alloc, m->sides[i].order,
                       (m->sides[i].s->cue_count + 1) * sizeof *m->sides[i].order);
    kti_alloc_free(&m->alloc, m->nodes, count * sizeof *m->nodes);
    kti_alloc_free(&m->alloc, m->parts, count * sizeof *m->parts);
}

kt_status kt_subtitle_merge(kt_subtitle *first, const kt_subtitle *second,
                            const kt_merge_options *options, kt_str *out) {
    static const kt_merge_options defaults = KT_MERGE_INIT;
    const kti_dialect *to;
    if (options == NULL) options = &defaults;
    if (first == NULL || second == NULL || out == NULL || options->size != sizeof *options ||
        options->language == NULL || options->language_below == NULL)
        return KT_ERR_ARG;
    KTI_TRY(kti_dialect_to_write(options->format, &to));
    merging m = {.alloc = first->alloc, .sides = {{.s = first}, {.s = second}}};
    kti_buf_clear(&first->saved);
    kt_status status = merge(&m, first, to, options);
    free_merging(&m);
    if (status == KT_OK) status = kti_make_well_formed(&first->saved);
    *out = kti_buf_str(&first->saved);
    return status;
}
