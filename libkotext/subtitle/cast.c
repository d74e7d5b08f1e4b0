#include "subtitle/cast.h"

#include <stdlib.h>

#include "core/status.h"
#include "core/str.h"

typedef struct person {
    kt_str name;
    size_t start, len; /* of the name among all of them */
    size_t number;
} person;

struct kti_cast {
    kti_buf names, name; /* the latter that is looked for */
    person *people;      /* by name */
    size_t *by_number;   /* the same, from 0 */
    size_t count, capacity;
};

/* ---- gathering ------------------------------------------------------------------------------ */

static void add_plain(kt_str text, kti_buf *out) {
    kti_buf_add_str(out, text);
}

static void add_person(kti_cast *cast, const kt_subtitle *s, kt_str raw) {
    void *items = cast->people;
    size_t start = cast->names.len;
    if (raw.len == 0 || cast->names.failed) return;
    kti_add_speaker(s, raw, add_plain, &cast->names);
    if (kti_alloc_grow(&cast->names.alloc, &items, &cast->capacity, sizeof *cast->people,
                       cast->count + 1) != KT_OK) {
        cast->names.failed = true;
        return;
    }
    cast->people = items;
    cast->people[cast->count] = (person){.start = start, .len = cast->names.len - start};
    cast->people[cast->count].number = cast->count;
    cast->count++;
}

static void add_voices(kti_cast *cast, const kt_subtitle *s, size_t cue) {
    kti_piece piece;
    kti_pieces walk = kti_pieces_of(s, cue, kti_content(s, cue));
    while (kti_pieces_next(&walk, &piece))
        if (piece.tag == KTI_TAG_VOICE && !piece.close) add_person(cast, s, piece.value);
}

/* Most cues are said by who said the one before. */
static void add_people(kti_cast *cast, const kt_subtitle *s) {
    kt_str last = {NULL, 0};
    for (size_t i = 0; i < s->cue_count; i++) {
        if (kti_is_dropped(s, i)) continue;
        if (kti_turn_count(s, i) > 1) add_voices(cast, s, i);
        kt_str raw = kti_speaker(s, i);
        if (!kti_str_eq(raw, last)) add_person(cast, s, raw);
        last = raw;
    }
}

/* ---- numbering ------------------------------------------------------------------------------ */

static int by_name(const void *a, const void *b) {
    const person *first = a, *second = b;
    int order = kti_str_cmp(first->name, second->name);
    return order != 0 ? order : (first->number > second->number) - (first->number < second->number);
}

static int by_number(const void *a, const void *b) {
    const person *first = a, *second = b;
    return (first->number > second->number) - (first->number < second->number);
}

/* Each once, where first met. */
static void unite(kti_cast *cast) {
    size_t kept = 0;
    kt_str all = kti_buf_str(&cast->names);
    for (size_t i = 0; i < cast->count; i++) {
        person *p = &cast->people[i];
        p->name = kti_str_cut(all, p->start, p->start + p->len);
    }
    if (cast->count > 0) qsort(cast->people, cast->count, sizeof *cast->people, by_name);
    for (size_t i = 0; i < cast->count; i++)
        if (kept == 0 || !kti_str_eq(cast->people[kept - 1].name, cast->people[i].name))
            cast->people[kept++] = cast->people[i];
    cast->count = kept;
}

static kt_status number_all(kti_cast *cast) {
    if (cast->count == 0) return KT_OK;
    cast->by_number = kti_alloc_get(&cast->names.alloc, cast->capacity * sizeof *cast->by_number);
    if (cast->by_number == NULL) return KT_ERR_NOMEM;
    qsort(cast->people, cast->count, sizeof *cast->people, by_number);
    for (size_t i = 0; i < cast->count; i++)
        cast->people[i].number = i;
    qsort(cast->people, cast->count, sizeof *cast->people, by_name);
    for (size_t i = 0; i < cast->count; i++)
        cast->by_number[cast->people[i].number] = i;
    return KT_OK;
}

void kti_cast_gather(kti_writer *w) {
    kti_cast *cast = w->cast = kti_alloc_zeroed(&w->out->alloc, sizeof *cast);
    if (cast == NULL) {
        w->out->failed = true;
        return;
    }
    kti_buf_init(&cast->names, &w->out->alloc);
    kti_buf_init(&cast->name, &w->out->alloc);
    add_people(cast, w->from);
    if (w->other != NULL) add_people(cast, w->other);
    if (!cast->names.failed) unite(cast);
    if (cast->names.failed || number_all(cast) != KT_OK) {
        w->out->failed = true;
        cast->count = 0;
    }
}

void kti_cast_free(kti_writer *w) {
    kti_cast *cast = w->cast;
    if (cast == NULL) return;
    const kt_alloc *alloc = &w->out->alloc;
    kti_alloc_free(alloc, cast->by_number, cast->capacity * sizeof *cast->by_number);
    kti_alloc_free(alloc, cast->people, cast->capacity * sizeof *cast->people);
    kti_buf_free(&cast->names);
    kti_buf_free(&cast->name);
    kti_alloc_free(alloc, cast, sizeof *cast);
    w->cast = NULL;
}

/* ---- asking --------------------------------------------------------------------------------- */

size_t kti_cast_count(const kti_writer *w) {
    return w->cast == NULL ? 0 : w->cast->count;
}

kt_str kti_cast_name(const kti_writer *w, size_t number) {
    return w->cast->people[w->cast->by_number[number - 1]].name;
}

size_t kti_cast_number(kti_writer *w, kt_str raw) {
    kti_cast *cast = w->cast;
    if (raw.len == 0 || cast == NULL) return 0;
    kti_buf_clear(&cast->name);
    kti_add_speaker(w->from, raw, add_plain, &cast->name);
    kt_str name = kti_buf_str(&cast->name);
    size_t first = 0, end = cast->count;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        int order = kti_str_cmp(cast->people[middle].name, name);
        if (order == 0) return cast->people[middle].number + 1;
        if (order < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return 0;
}
