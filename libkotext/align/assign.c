#include "align/assign.h"

#include <stdlib.h>
#include <string.h>

#include "core/str.h"

/* Greedy by score: the best pair first, then whatever does not contradict it. With scores that
 * are probabilities and few conflicts this gives what an exact assignment gives, in n log n. */

/* Which name or pair holds each byte of a side; 0 = free, else index + 1. */
typedef struct owners {
    uint32_t *of;
    size_t len;
} owners;

static kt_status make_owners(kti_arena *arena, size_t len, owners *out) {
    out->len = len;
    out->of = kti_arena_zeroed(arena, len + 1, sizeof *out->of);
    return out->of == NULL ? KT_ERR_NOMEM : KT_OK;
}

static void own(owners *side, kt_span span, uint32_t owner) {
    for (uint32_t at = span.start; at < span.end; at++)
        side->of[at] = owner + 1;
}

static bool is_free(const owners *side, kt_span span) {
    for (uint32_t at = span.start; at < span.end; at++)
        if (side->of[at] != 0) return false;
    return true;
}

/* Every letter that agrees is evidence: 찰스 다윈 goes before 찰스 and 다윈. */
static float rank_of(const kti_pair *pair) {
    static const float WORTH = 0.006F, MOST = 40;
    return pair->score + WORTH * (pair->weight < MOST ? pair->weight : MOST);
}

/* Higher rank first; then the longer Korean name, then text order, so that the result does not
 * depend on the sort. */
static int by_rank(const void *left, const void *right) {
    const kti_pair *a = left;
    const kti_pair *b = right;
    float ra = rank_of(a), rb = rank_of(b);
    if (ra != rb) return ra < rb ? 1 : -1;
    if (a->name != b->name) return a->name > b->name ? 1 : -1;
    return (a->en.start > b->en.start) - (a->en.start < b->en.start);
}

static kt_str name_text(const kti_korean *ko, uint32_t name) {
    return kti_str_span(ko->text, ko->names[name].span);
}

static bool share_entry(const kti_ko_name *a, const kti_ko_name *b) {
    for (size_t i = 0; i < a->entry_count; i++)
        for (size_t j = 0; j < b->entry_count; j++)
            if (a->entries[i] == b->entries[j]) return true;
    return false;
}

/* Two Korean names may share one English span when they name the same thing: 문재인 ... 문 대통령.
 */
static bool same_thing(const kti_korean *ko, uint32_t a, uint32_t b) {
    kt_str ta = name_text(ko, a);
    kt_str tb = name_text(ko, b);
    return kti_str_eq(ta, tb) || share_entry(&ko->names[a], &ko->names[b]) ||
           (ko->names[a].surname_only && kti_str_starts(tb, ta)) ||
           (ko->names[b].surname_only && kti_str_starts(ta, tb));
}

static bool english_fits(const kti_korean *ko, const kti_pairs *pairs, const owners *english,
                         const kti_pair *pair) {
    for (uint32_t at = pair->en.start; at < pair->en.end; at++) {
        uint32_t owner = english->of[at];
        if (owner == 0) continue;
        const kti_pair *other = &pairs->items[owner - 1];
        if (!same_thing(ko, other->name, pair->name)) return false;
    }
    return true;
}

kt_status kti_assign(const kti_korean *ko, const kti_english *en, kti_pairs *pairs, double floor,
                     double sure, kti_arena *arena, uint32_t *chosen) {
    owners korean, english;
    if (make_owners(arena, ko->text.len, &korean) != KT_OK ||
        make_owners(arena, en->text.len, &english) != KT_OK)
        return KT_ERR_NOMEM;
    for (size_t i = 0; i < ko->name_count; i++)
        chosen[i] = KTI_NOT_A_NAME;
    if (pairs->count > 0) qsort(pairs->items, pairs->count, sizeof *pairs->items, by_rank);
    for (size_t i = 0; i < pairs->count; i++) {
        const kti_pair *pair = &pairs->items[i];
        if (pair->score < floor) continue;
        kt_span span = ko->names[pair->name].span;
        if (!is_free(&korean, span) || !english_fits(ko, pairs, &english, pair)) continue;
        chosen[pair->name] = (uint32_t)i;
        own(&korean, span, pair->name);
        own(&english, pair->en, (uint32_t)i);
    }
    for (uint32_t i = 0; i < ko->name_count; i++) {
        const kti_ko_name *name = &ko->names[i];
        if (chosen[i] != KTI_NOT_A_NAME || name->confidence < sure) continue;
        if (!is_free(&korean, name->span)) continue;
        chosen[i] = KTI_UNPAIRED;
        own(&korean, name->span, i);
    }
    return KT_OK;
}
