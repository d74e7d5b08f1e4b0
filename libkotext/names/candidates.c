/* candidates.c - the list of what may be a name: adding, order, and one of each. */
#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "names/detect.h"

void kti_candidates_add(kti_candidates *out, kti_candidate c) {
    if (out->failed) return;
    kti_candidate *items =
        kti_arena_room(out->arena, out->items, out->count, &out->capacity, sizeof *items);
    out->failed = items == NULL;
    if (out->failed) return;
    out->items = items;
    if (c.confidence > 1) c.confidence = 1;
    out->items[out->count++] = c;
}

/* By start, longer first, what is known before what is guessed: of equals the first is taken. */
static int in_order(const void *left, const void *right) {
    const kti_candidate *a = left;
    const kti_candidate *b = right;
    if (a->span.start != b->span.start) return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
    if (a->in_dictionary != b->in_dictionary) return a->in_dictionary ? -1 : 1;
    bool other = a->type == KT_NAME_OTHER;
    if (other != (b->type == KT_NAME_OTHER)) return other ? 1 : -1;
    if (a->type != b->type) return a->type < b->type ? -1 : 1;
    if (a->surname_only != b->surname_only) return a->surname_only ? -1 : 1;
    if (a->title.end != b->title.end) return a->title.end > b->title.end ? -1 : 1;
    return (a->confidence < b->confidence) - (a->confidence > b->confidence);
}

enum { FEW = 128, FAR = 1024 };

/* Puts `from` by their start into `to`: `first` is the least of them, `span` the distance to the
 * greatest. */
static void place_by_start(const kti_candidate *from, size_t count, uint32_t first, uint32_t span,
                           kti_candidate *to) {
    uint8_t places[FAR + 1];
    memset(places, 0, span + 2);
    for (size_t i = 0; i < count; i++)
        places[from[i].span.start - first + 1]++;
    for (uint32_t at = 1; at <= span; at++)
        places[at] = (uint8_t)(places[at] + places[at - 1]);
    for (size_t i = 0; i < count; i++)
        to[places[from[i].span.start - first]++] = from[i];
}

static bool is_behind(const kti_candidate *a, const kti_candidate *b) {
    if (a->span.start != b->span.start) return false;
    return a->span.end < b->span.end || (a->span.end == b->span.end && in_order(a, b) > 0);
}

/* By insertion: those that start together are few. */
static void order_alike(kti_candidate *items, size_t count) {
    for (size_t i = 1; i < count; i++) {
        if (!is_behind(&items[i - 1], &items[i])) continue;
        kti_candidate moving = items[i];
        size_t to = i;
        for (; to > 0 && is_behind(&items[to - 1], &moving); to--)
            items[to] = items[to - 1];
        items[to] = moving;
    }
}

/* A few that lie near each other need no comparing of starts. */
static void sort_candidates(kti_candidate *items, size_t count) {
    kti_candidate placed[FEW];
    uint32_t first = items[0].span.start, last = first;
    for (size_t i = 1; i < count; i++) {
        if (items[i].span.start < first) first = items[i].span.start;
        if (items[i].span.start > last) last = items[i].span.start;
    }
    if (count > FEW || last - first >= FAR) {
        qsort(items, count, sizeof *items, in_order);
        return;
    }
    memcpy(placed, items, count * sizeof *items);
    place_by_start(placed, count, first, last - first, items);
    order_alike(items, count);
}

/* Of candidates with the same span and type the surest stays. */
static void join_equal(kti_candidates *list, size_t from) {
    size_t kept = from;
    for (size_t i = from; i < list->count; i++) {
        kti_candidate c = list->items[i];
        size_t same = kept;
        while (same > from && list->items[same - 1].span.start == c.span.start &&
               list->items[same - 1].span.end == c.span.end && list->items[same - 1].type != c.type)
            same--;
        kti_candidate *twin = same == from ? NULL : &list->items[same - 1];
        bool equal = twin != NULL && twin->span.start == c.span.start &&
                     twin->span.end == c.span.end && twin->type == c.type;
        if (!equal) {
            list->items[kept++] = c;
        } else if (c.confidence > twin->confidence) {
            c.in_dictionary = c.in_dictionary || twin->in_dictionary;
            c.whole = c.whole || twin->whole;
            c.last_name = c.last_name || twin->last_name;
            *twin = c;
        }
    }
    list->count = kept;
}

kt_status kti_candidates_sort_from(kti_candidates *list, size_t from) {
    if (list->failed) return KT_ERR_NOMEM;
    if (list->count - from < 2) return KT_OK;
    sort_candidates(list->items + from, list->count - from);
    join_equal(list, from);
    return KT_OK;
}

kt_status kti_candidates_sort(kti_candidates *list) {
    return kti_candidates_sort_from(list, 0);
}
