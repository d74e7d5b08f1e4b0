/* Spellings of the surname, of the first and of the second syllable are combined under each system
 * of spelling, and the systems summed; official schemes are systems of their own. */
#include "names/usage.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "names/official.h"

enum { SYLLABLE = 3, SURNAMES = 12, FORMS = 24, PARTS = 3 };

/* Names are written by an official scheme, letter by letter, in so many cases; a surname that only
 * the DPRK has leaves little doubt. */
static const double BY_RR = 0.02, BY_MR = 0.01, BY_DPRK = 0.03, SURELY_DPRK = 0.7;
/* Of the best; what is rarer is not listed. */
static const double LEAST = 1e-5;

typedef struct form {
    char latin[12];
    double p[KTI_SYSTEMS];
} form;

typedef struct part {
    form forms[FORMS];
    size_t count;
} part;

static void add_form(part *out, kt_str latin, double share) {
    if (out->count == FORMS || latin.len >= sizeof out->forms[0].latin) return;
    form *f = &out->forms[out->count++];
    *f = (form){.latin = {0}};
    for (size_t i = 0; i < latin.len; i++)
        f->latin[i] = kti_ascii_lower(latin.ptr[i]);
    for (size_t k = 0; k < KTI_SYSTEMS; k++)
        f->p[k] = share;
}

static void add_official(part *out, const kti_scheme *scheme, kt_str syllable, double share) {
    char latin[16];
    size_t len = kti_official_letters(scheme, syllable, latin, sizeof latin);
    if (len > 0) add_form(out, (kt_str){latin, len}, share);
}

static void learned_forms(const kti_given_model *model, uint32_t place, kt_str syllable,
                          part *out) {
    const kti_syllable_spelling *rows;
    size_t count = kti_syllable_spellings(model, place, kti_utf8_at(syllable, 0).cp, &rows);
    for (size_t i = 0; i < count && out->count < FORMS; i++) {
        add_form(out, kti_str(rows[i].latin), 0);
        for (size_t k = 0; k < KTI_SYSTEMS; k++)
            out->forms[out->count - 1].p[k] = exp(-rows[i].cost[k] / 16.0);
    }
}

/* What the model has, or else the schemes. */
static void given_forms(const kti_given_model *model, uint32_t place, kt_str syllable, part *out) {
    out->count = 0;
    learned_forms(model, place, syllable, out);
    if (out->count > 0) return;
    add_official(out, &kti_scheme_rr, syllable, 0.7);
    add_official(out, &kti_scheme_mr, syllable, 0.2);
    add_official(out, &kti_scheme_dprk, syllable, 0.1);
}

static void surname_forms(const kti_lexicon *lexicon, const kti_given_model *model, kt_str surname,
                          part *out) {
    kti_surname_spelling list[SURNAMES];
    out->count = 0;
    if (surname.len == SYLLABLE) learned_forms(model, KTI_PLACE_SURNAME, surname, out);
    if (out->count > 0) return;
    size_t count = kti_lexicon_surname_spellings(lexicon, surname, list, SURNAMES);
    for (size_t i = 0; i < count; i++)
        add_form(out, list[i].latin, (double)list[i].share);
}

/* ---- combinations --------------------------------------------------------------------------- */

typedef struct speller {
    const kti_given_model *model;
    part parts[PARTS]; /* the second syllable of 김구 is one empty form */
    kti_usage *items;
    size_t count, room;
} speller;

static double probability(const speller *s, const form *a, const form *b, const form *c) {
    double sum = 0;
    for (size_t k = 0; k < KTI_SYSTEMS; k++)
        sum += (double)s->model->prior[k] * a->p[k] * b->p[k] * c->p[k];
    return sum;
}

static kti_usage usage(const char *surname, const char *first, const char *second, double p,
                       const char *label) {
    kti_usage u = {.p = p, .label = label};
    memcpy(u.surname, surname, strlen(surname) + 1);
    memcpy(u.first, first, strlen(first) + 1);
    memcpy(u.second, second, strlen(second) + 1);
    return u;
}

static int by_probability(const void *left, const void *right) {
    const kti_usage *a = left;
    const kti_usage *b = right;
    if (a->p != b->p) return a->p < b->p ? 1 : -1;
    int order = strcmp(a->surname, b->surname);
    if (order == 0) order = strcmp(a->first, b->first);
    return order != 0 ? order : strcmp(a->second, b->second);
}

static void shrink(speller *s) {
    qsort(s->items, s->count, sizeof *s->items, by_probability);
    if (s->count > KTI_USAGES_MOST) s->count = KTI_USAGES_MOST;
}

static void combine(speller *s) {
    double best = 0;
    for (size_t i = 0; i < s->parts[0].count; i++)
        for (size_t j = 0; j < s->parts[1].count; j++)
            for (size_t k = 0; k < s->parts[2].count; k++) {
                const form *a = &s->parts[0].forms[i], *b = &s->parts[1].forms[j],
                           *c = &s->parts[2].forms[k];
                double p = probability(s, a, b, c);
                best = fmax(best, p);
                if (p <= 0 || p < best * LEAST) continue;
                if (s->count == s->room) shrink(s);
                s->items[s->count++] = usage(a->latin, b->latin, c->latin, p, "usage");
            }
}

/* ---- official schemes ----------------------------------------------------------------------- */

static bool same_letters(const kti_usage *a, const kti_usage *b) {
    char x[28], y[28];
    snprintf(x, sizeof x, "%s%s", a->first, a->second);
    snprintf(y, sizeof y, "%s%s", b->first, b->second);
    return strcmp(a->surname, b->surname) == 0 && strcmp(x, y) == 0;
}

/* Adds to the spelling with the same letters, or as one more. */
static void give(speller *s, const kti_usage *own, double share) {
    for (size_t i = 0; i < s->count; i++) {
        if (!same_letters(&s->items[i], own)) continue;
        s->items[i].p += share;
        if (s->items[i].label[0] == 'u') s->items[i].label = own->label;
        return;
    }
    if (s->count == s->room) shrink(s);
    s->items[s->count] = *own;
    s->items[s->count++].p = share;
}

/* The second syllable's letters depend on the first's: they are what the whole has more. */
static bool official(const kti_scheme *scheme, kt_str surname, kt_str given, kti_usage *out) {
    char first[16], whole[24];
    *out = (kti_usage){.label = scheme == &kti_scheme_rr   ? "rr"
                                : scheme == &kti_scheme_mr ? "mr"
                                                           : "dprk"};
    size_t len = kti_official_letters(scheme, surname, out->surname, sizeof out->surname);
    size_t one = kti_official_letters(scheme, kti_str_cut(given, 0, SYLLABLE), first, sizeof first);
    size_t two = kti_official_letters(scheme, given, whole, sizeof whole);
    if (len == 0 || one == 0 || two < one || one >= sizeof out->first) return false;
    if (two - one >= sizeof out->second) return false;
    memcpy(out->first, first, one);
    memcpy(out->second, whole + one, two - one);
    return true;
}

static void add_schemes(speller *s, kt_str surname, kt_str given) {
    kti_usage own;
    uint32_t here = kti_utf8_at(surname, 0).cp, north = kti_north_surname(here);
    char bytes[4];
    kt_str northern = {bytes, kti_utf8_encode(north, bytes)};
    bool single = surname.len == SYLLABLE;
    double sure = single && kti_is_northern(here) ? SURELY_DPRK : BY_DPRK;
    for (size_t i = 0; i < s->count; i++)
        s->items[i].p *= 1 - sure - BY_RR - BY_MR;
    if (official(&kti_scheme_rr, surname, given, &own)) give(s, &own, BY_RR);
    if (official(&kti_scheme_mr, surname, given, &own)) give(s, &own, BY_MR);
    bool both = single && north != here;
    if (official(&kti_scheme_dprk, surname, given, &own)) give(s, &own, both ? sure / 4 : sure);
    if (both && official(&kti_scheme_dprk, northern, given, &own)) give(s, &own, sure * 3 / 4);
}

/* ---- together ------------------------------------------------------------------------------- */

kt_status kti_usages(const kti_lexicon *lexicon, const kti_given_model *model, kt_str surname,
                     kt_str given, kti_arena *arena, const kti_usage **list, size_t *count) {
    *count = 0;
    *list = NULL;
    if (model == NULL || given.len < SYLLABLE || given.len > 2 * SYLLABLE) return KT_OK;
    speller *s = kti_arena_take(arena, sizeof *s);
    if (s == NULL) return KT_ERR_NOMEM;
    *s = (speller){.model = model, .room = 4 * KTI_USAGES_MOST};
    s->items = kti_arena_take(arena, s->room * sizeof *s->items);
    if (s->items == NULL) return KT_ERR_NOMEM;
    surname_forms(lexicon, model, surname, &s->parts[0]);
    given_forms(model, KTI_PLACE_FIRST, kti_str_cut(given, 0, SYLLABLE), &s->parts[1]);
    if (given.len == SYLLABLE)
        add_form(&s->parts[2], (kt_str){"", 0}, 1);
    else
        given_forms(model, KTI_PLACE_SECOND, kti_str_cut(given, SYLLABLE, given.len), &s->parts[2]);
    combine(s);
    shrink(s);
    add_schemes(s, surname, given);
    shrink(s);
    *list = s->items;
    *count = s->count;
    return KT_OK;
}
