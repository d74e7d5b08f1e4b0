/* forms_order.c - the list of forms by hash and key, of the same key the better row first. It is
 * sorted where it stands, then spread out, so that the first bits of a hash say where to look.
 */
#include "glossary/forms.h"

#include "core/cpu.h"
#include "core/status.h"
#include "core/str.h"
#include "glossary/terms.h"

int kti_form_compare(const kti_forms *f, const kti_term_form *form, uint32_t hash, kt_str key) {
    if (form->hash != hash) return form->hash < hash ? -1 : 1;
    return kti_str_cmp(kti_form_key(f, form), key);
}

/* What is being put in order. */
typedef struct order {
    const kti_forms *f;
    const kt_glossary_row *rows;
} order;

static bool is_before(const order *o, const kti_term_form *a, const kti_term_form *b) {
    int first = kti_form_compare(o->f, a, b->hash, kti_form_key(o->f, b));
    if (first == 0) first = kti_by_preference(&o->rows[a->row], &o->rows[b->row]);
    return first != 0 ? first < 0 : a->row < b->row;
}

/* ---- few ------------------------------------------------------------------------------------ */

static void sort_few(const order *o, kti_term_form *list, size_t count) {
    for (size_t i = 1; i < count; i++) {
        size_t to = i;
        while (to > 0 && is_before(o, &list[i], &list[to - 1]))
            to--;
        if (to == i) continue;
        kti_term_form kept = list[i];
        memmove(list + to + 1, list + to, (i - to) * sizeof *list);
        list[to] = kept;
    }
}

/* ---- many of one hash ----------------------------------------------------------------------- */

static void swap(kti_term_form *a, kti_term_form *b) {
    kti_term_form kept = *a;
    *a = *b;
    *b = kept;
}

/* Moves list[i] down to where it is not before its children; a heap with the last at its top. */
static void sift(const order *o, kti_term_form *list, size_t i, size_t count) {
    for (size_t child; (child = 2 * i + 1) < count; i = child) {
        if (child + 1 < count && is_before(o, &list[child], &list[child + 1])) child++;
        if (!is_before(o, &list[i], &list[child])) return;
        swap(&list[i], &list[child]);
    }
}

static void sort_heap(const order *o, kti_term_form *list, size_t count) {
    for (size_t i = count / 2; i > 0; i--)
        sift(o, list, i - 1, count);
    for (size_t end = count; end > 1; end--) {
        swap(&list[0], &list[end - 1]);
        sift(o, list, 0, end - 1);
    }
}

/* ---- by hash -------------------------------------------------------------------------------- */

enum { PARTS = 256, FEW = 12 };

static unsigned part_of(const kti_term_form *form, unsigned shift) {
    return form->hash >> shift & (PARTS - 1);
}

/* Puts a form at the next place of its part; returns what stood there. Where the part will go on is
 * asked for ahead: too many parts take turns for the processor to see it coming. */
static kti_term_form put(kti_term_form *list, uint32_t *next, uint32_t end,
                         const kti_term_form *form) {
    enum { AHEAD = 4 };
    kti_term_form *place = &list[*next], met = *place;
    if (end - *next > AHEAD) kti_cpu_fetch(place + AHEAD, sizeof *place);
    *place = *form;
    ++*next;
    return met;
}

/* Each form goes to the next place of its part, and the one that stood there goes on to its own. */
static void share_out(kti_term_form *list, const uint32_t ends[PARTS], uint32_t next[PARTS],
                      unsigned shift) {
    for (unsigned part = 0; part < PARTS; part++)
        while (next[part] < ends[part]) {
            kti_term_form moved = list[next[part]];
            for (unsigned to; (to = part_of(&moved, shift)) != part;)
                moved = put(list, &next[to], ends[to], &moved);
            list[next[part]++] = moved;
        }
}

/* By the eight bits of the hash at `shift`, then each part by those that follow. */
static void sort(const order *o, kti_term_form *list, size_t count, unsigned shift) {
    uint32_t ends[PARTS] = {0}, next[PARTS];
    for (size_t i = 0; i < count; i++)
        ends[part_of(&list[i], shift)]++;
    for (uint32_t part = 0, sum = 0; part < PARTS; part++) {
        next[part] = sum;
        ends[part] = sum += ends[part];
    }
    share_out(list, ends, next, shift);
    for (uint32_t part = 0, start = 0; part < PARTS; start = ends[part++]) {
        size_t many = ends[part] - start;
        if (many <= FEW)
            sort_few(o, list + start, many);
        else if (shift == 0)
            sort_heap(o, list + start, many);
        else
            sort(o, list + start, many, shift - 8);
    }
}

/* ---- places --------------------------------------------------------------------------------- */

/* Each form stands where its hash says, or right behind the one before it. */
static size_t find_places(const kti_forms *f, uint32_t *places) {
    size_t next = 0;
    for (size_t i = 0; i < f->count; i++) {
        size_t own = kti_forms_place(f, f->list[i].hash);
        places[i] = (uint32_t)(own > next ? own : next);
        next = (size_t)places[i] + 1;
    }
    return next;
}

/* Forms that were made to meet at the end of the list may need more than there is. */
static kt_status make_room(kti_forms *f) {
    size_t room = f->places + 1;
    if (room <= f->room) return KT_OK;
    kti_term_form *list = kti_alloc_get(&f->alloc, room * sizeof *list);
    if (list == NULL) return KT_ERR_NOMEM;
    memcpy(list, f->list, f->count * sizeof *list);
    kti_alloc_free(&f->alloc, f->list, f->room * sizeof *f->list);
    f->list = list;
    f->room = room;
    return KT_OK;
}

/* Places without a form have the least hash that may stand there, so that all are in order. */
static void leave_empty(kti_forms *f, size_t from, size_t end) {
    for (; from < end; from++)
        f->list[from] = (kti_term_form){.hash = (uint32_t)(from << (32 - f->place_bits))};
}

/* From the last one on: none moves to where another still stands. */
static void move_to(kti_forms *f, const uint32_t *places) {
    size_t end = f->places;
    for (size_t i = f->count; i-- > 0; end = places[i]) {
        kti_term_form form = f->list[i];
        leave_empty(f, (size_t)places[i] + 1, end);
        f->list[places[i]] = form;
    }
    leave_empty(f, 0, end);
    f->list[f->places] = (kti_term_form){.hash = UINT32_MAX};
}

static kt_status spread(kti_forms *f) {
    uint32_t *places = kti_alloc_get(&f->alloc, (f->count + 1) * sizeof *places);
    if (places == NULL) return KT_ERR_NOMEM;
    size_t end = find_places(f, places), least = (size_t)1 << f->place_bits;
    f->places = end > least ? end : least;
    kt_status status = make_room(f);
    if (status == KT_OK) move_to(f, places);
    kti_alloc_free(&f->alloc, places, (f->count + 1) * sizeof *places);
    return status;
}

kt_status kti_forms_order(kti_forms *f, const kt_glossary_row *rows) {
    order o = {f, rows};
    sort(&o, f->list, f->count, 24);
    return spread(f);
}
