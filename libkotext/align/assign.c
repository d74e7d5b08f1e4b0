#include "align/assign.h"

#include <stdlib.h>
#include <string.h>

#include "core/status.h"
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
    static const float WORTH = 0.006F, MOST = 40, BEYOND = 0.001F;
    float beyond =
        pair->weight > MOST ? pair->weight - MOST : 0; /* so that the longer goes first */
    return pair->score + WORTH * (pair->weight - beyond) + BEYOND * beyond;
}

/* Higher rank first; then the longer Korean name, then text order, so that the result does not
 * depend on the sort. */
static int by_rank(const void *left, const void *right) {
    const kti_pair *a = left;
    const kti_pair *b = right;
    float ra = rank_of(a), rb = rank_of(b);
    if (ra != rb) return ra < rb ? 1 : -1;
    if (a->name != b->name) return a->name > b->name ? 1 : -1;
    if (a->en.start != b->en.start) return a->en.start > b->en.start ? 1 : -1;
    return (a->en.end > b->en.end) - (a->en.end < b->en.end);
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

/* 국무위원장 may be called 위원장; 대통령 and 회장, 부회장 and 회장 are two. */
static bool is_office(kt_str title, kt_str shorter) {
    enum { TWO_SYLLABLES = 6 };
    if (kti_str_eq(title, shorter)) return true;
    if (!kti_str_ends(title, shorter)) return false;
    kt_str rest = kti_str_cut(title, 0, title.len - shorter.len);
    return rest.len >= TWO_SYLLABLES && !kti_str_ends(rest, KTI_STR("부"));
}

static bool same_office(const kti_korean *ko, const kti_ko_name *a, const kti_ko_name *b) {
    kt_str ta = kti_str_span(ko->text, a->title);
    kt_str tb = kti_str_span(ko->text, b->title);
    return is_office(ta, tb) || is_office(tb, ta);
}

/* Two Korean names may share one English span when they name the same thing: 문재인 ... 문 대통령.
 */
static bool same_thing(const kti_korean *ko, uint32_t a, uint32_t b) {
    const kti_ko_name *na = &ko->names[a], *nb = &ko->names[b];
    kt_str ta = name_text(ko, a);
    kt_str tb = name_text(ko, b);
    if (na->surname_only && nb->surname_only && !same_office(ko, na, nb)) return false;
    return kti_str_eq(ta, tb) || share_entry(na, nb) ||
           (na->surname_only && kti_str_starts(tb, ta)) ||
           (nb->surname_only && kti_str_starts(ta, tb));
}

/* What names and English hold while pairs are chosen. */
typedef struct assigner {
    const kti_korean *ko;
    const kti_pairs *pairs;
    owners korean, english;
    uint32_t *spelt; /* of each name, the best pair that spells it + 1; 0: none */
} assigner;

/* 김남준 beside RM: another form of the name that has this English, with its own spelling free. */
static bool has_own_spelling(const assigner *a, uint32_t name, uint32_t other) {
    uint32_t spelt = a->spelt[name];
    if (spelt == 0 || kti_str_eq(name_text(a->ko, name), name_text(a->ko, other))) return false;
    return is_free(&a->english, a->pairs->items[spelt - 1].en);
}

static bool english_fits(const assigner *a, const kti_pair *pair) {
    for (uint32_t at = pair->en.start; at < pair->en.end; at++) {
        uint32_t owner = a->english.of[at];
        if (owner == 0) continue;
        uint32_t other = a->pairs->items[owner - 1].name;
        if (!same_thing(a->ko, other, pair->name) || has_own_spelling(a, pair->name, other))
            return false;
    }
    return true;
}

/* Who had the English of a pair before gives it up for its own spelling. */
static void make_way(assigner *a, const kti_pair *pair, uint32_t *chosen) {
    uint32_t owner = a->english.of[pair->en.start];
    if (owner == 0) return;
    const kti_pair *had = &a->pairs->items[owner - 1];
    bool same = had->en.start == pair->en.start && had->en.end == pair->en.end;
    if (!same || !has_own_spelling(a, had->name, pair->name)) return;
    uint32_t spelt = a->spelt[had->name] - 1;
    chosen[had->name] = spelt;
    own(&a->english, a->pairs->items[spelt].en, spelt);
}

static kt_status make_assigner(const kti_korean *ko, const kti_english *en, const kti_pairs *pairs,
                               kti_arena *arena, assigner *out) {
    *out = (assigner){.ko = ko, .pairs = pairs};
    KTI_TRY(make_owners(arena, ko->text.len, &out->korean));
    KTI_TRY(make_owners(arena, en->text.len, &out->english));
    out->spelt = kti_arena_zeroed(arena, ko->name_count + 1, sizeof *out->spelt);
    if (out->spelt == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < pairs->count; i++) {
        uint32_t *spelt = &out->spelt[pairs->items[i].name];
        if (*spelt == 0 && pairs->items[i].evidence == KT_EVIDENCE_SPELLING)
            *spelt = (uint32_t)i + 1;
    }
    return KT_OK;
}

/* ---- longer names --------------------------------------------------------------------------- */

static bool lies_in(kt_span inner, kt_span outer) {
    return inner.start >= outer.start && inner.end <= outer.end;
}

/* Whether all that is owned within a span is owned by one. */
static bool only_owner(const owners *side, kt_span span, uint32_t owner) {
    for (uint32_t at = span.start; at < span.end; at++)
        if (side->of[at] != 0 && side->of[at] != owner + 1) return false;
    return true;
}

/* 제인 구달 for 구달, where Jane stands free beside Goodall: nearly as well spelt, and more of it.
 */
static void take_longer(assigner *a, uint32_t index, uint32_t *chosen) {
    static const float NEARLY = 0.05F;
    const kti_pair *pair = &a->pairs->items[index];
    kt_span span = a->ko->names[pair->name].span;
    uint32_t last = a->korean.of[span.end - 1];
    if (last == 0 || pair->evidence != KT_EVIDENCE_SPELLING || chosen[last - 1] == KTI_UNPAIRED)
        return;
    const kti_pair *had = &a->pairs->items[chosen[last - 1]];
    kt_span inner = a->ko->names[had->name].span;
    bool longer = lies_in(inner, span) && inner.start > span.start && lies_in(had->en, pair->en) &&
                  had->en.start > pair->en.start && inner.end == span.end;
    if (!longer || had->evidence != KT_EVIDENCE_SPELLING || pair->score + NEARLY < had->score ||
        !only_owner(&a->korean, span, had->name) ||
        !only_owner(&a->english, pair->en, chosen[had->name]))
        return;
    chosen[had->name] = KTI_NOT_A_NAME;
    chosen[pair->name] = index;
    own(&a->korean, span, pair->name);
    own(&a->english, pair->en, index);
}

kt_status kti_assign(const kti_korean *ko, const kti_english *en, kti_pairs *pairs, double floor,
                     double sure, kti_arena *arena, uint32_t *chosen) {
    assigner a;
    for (size_t i = 0; i < ko->name_count; i++)
        chosen[i] = KTI_NOT_A_NAME;
    if (pairs->count > 0) qsort(pairs->items, pairs->count, sizeof *pairs->items, by_rank);
    KTI_TRY(make_assigner(ko, en, pairs, arena, &a));
    for (size_t i = 0; i < pairs->count; i++) {
        const kti_pair *pair = &pairs->items[i];
        if (pair->score < floor) continue;
        kt_span span = ko->names[pair->name].span;
        if (!is_free(&a.korean, span) || !english_fits(&a, pair)) continue;
        make_way(&a, pair, chosen);
        chosen[pair->name] = (uint32_t)i;
        own(&a.korean, span, pair->name);
        own(&a.english, pair->en, (uint32_t)i);
    }
    for (size_t i = 0; i < pairs->count; i++)
        if (pairs->items[i].score >= floor) take_longer(&a, (uint32_t)i, chosen);
    for (uint32_t i = 0; i < ko->name_count; i++) {
        const kti_ko_name *name = &ko->names[i];
        if (chosen[i] != KTI_NOT_A_NAME || name->confidence < sure) continue;
        if (!is_free(&a.korean, name->span)) continue;
        chosen[i] = KTI_UNPAIRED;
        own(&a.korean, name->span, i);
    }
    return KT_OK;
}
