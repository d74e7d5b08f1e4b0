/* Candidates come from shape and dictionaries; the reading of the whole sentence knows better where
 * words begin and end, and whether one is a name here. */
#include "names/words.h"

#include "core/status.h"
#include "core/str.h"
#include "lexicon/tags.h"
#include "names/foreign.h"
#include "names/persons.h"
#include "names/shape.h"
#include "names/weigher.h"

enum { SYLLABLE = 3 };

/* ---- places that the reading sees ----------------------------------------------------------- */

static bool glued(const kti_weigher *w, size_t i) {
    return w->m[i].span.end == w->m[i + 1].span.start;
}

/* Whether a word goes on behind morpheme `i` with more than a particle: 서울역, 김정은식. */
static bool goes_on(const kti_weigher *w, size_t i) {
    if (i + 1 >= w->count || !glued(w, i)) return false;
    kt_tag tag = w->m[i + 1].tag;
    return !kti_tag_is_josa(tag) && !kti_tag_is_symbol(tag) && tag != KT_TAG_VCP;
}

static bool begins_inside(const kti_weigher *w, size_t i) {
    return i > 0 && glued(w, i - 1) && !kti_tag_is_symbol(w->m[i - 1].tag);
}

static void see_place(kti_weigher *w, size_t i) {
    const kt_morpheme *m = &w->m[i];
    if (m->span.end - m->span.start < 2 * SYLLABLE) return;
    double sure = 0.6;
    if (goes_on(w, i)) sure -= 0.15;
    if (begins_inside(w, i)) sure -= 0.3;
    kti_put(w, m->span, (kt_span){0, 0}, KT_NAME_PLACE, sure);
}

static void see_places(kti_weigher *w) {
    for (size_t i = 0; i < w->count; i++)
        if (w->m[i].tag == KT_TAG_NNP && (w->m[i].flags & KT_MORPHEME_PLACE) != 0) see_place(w, i);
}

/* ---- candidates among morphemes ------------------------------------------------------------- */

static double other_weight(const kti_weigher *w, const kti_candidate *c) {
    const kt_morpheme *m = kti_whole_morpheme(w, c->span);
    if (!kti_is_boundary(w, c->span.start) || !kti_is_boundary(w, c->span.end)) return -0.2;
    if (m == NULL) return 0;
    if (kti_tag_is_predicate(m->tag)) return -0.4;
    return c->type == KT_NAME_PLACE && (m->flags & KT_MORPHEME_PERSON) != 0 ? -0.3 : 0;
}

/* 문 (대통령): not the beginning of a longer word, as in 영화가. */
static double surname_weight(const kti_weigher *w, const kti_candidate *c) {
    kt_str surname = kti_str_span(w->text, c->span);
    if (kti_shape_surname(w->lexicon, surname) < -0.5) return -0.6; /* 당 대표, 뇌 검사 */
    if (kti_str_eq(surname, KTI_STR("모"))) return -0.6; /* 김 모 씨 */
    if (kti_str_eq(surname, KTI_STR("전")) && c->title.start > c->span.end) return -0.6;
    const kt_morpheme *m = &w->m[kti_morpheme_at(w, c->span.start)];
    bool whole = kti_is_boundary(w, c->span.start) && kti_is_boundary(w, c->span.end);
    bool open = (m->flags & (KT_MORPHEME_PERSON | KT_MORPHEME_UNKNOWN)) != 0;
    return whole || open ? 0 : -0.6;
}

static double person_weight(const kti_weigher *w, const kti_candidate *c) {
    if (c->surname_only) return surname_weight(w, c);
    bool letter = kti_is_ascii_alpha(w->text.ptr[c->span.start]);
    if (!c->in_dictionary) return letter ? 0 : -1; /* seen anew, by the reading */
    return kti_weigh_known_person(w, c) - (double)c->confidence;
}

static void weigh(const kti_weigher *w, kti_candidate *c) {
    if (kti_morpheme_at(w, c->span.start) == w->count) return;
    double change = 0;
    if (c->type == KT_NAME_PERSON || c->type == KT_NAME_OTHER)
        change = person_weight(w, c);
    else if (!c->in_dictionary)
        change = other_weight(w, c);
    double sure = (double)c->confidence + change;
    c->confidence = (float)(sure < 0 ? 0 : sure > 1 ? 1 : sure);
}

kt_status kti_names_weigh(const kti_lexicon *lexicon, kt_str text, const kt_analysis *reading,
                          kti_candidates *list) {
    kti_weigher w = {lexicon,          text,
                     reading->morphemes, reading->morpheme_count,
                     reading->eojeols, reading->eojeol_count,
                     list};
    for (size_t i = 0; i < list->count; i++)
        weigh(&w, &list->items[i]);
    see_places(&w);
    kti_see_persons(&w);
    kti_see_foreign(&w);
    KTI_TRY(kti_candidates_sort(list));
    kti_relate_persons(&w);
    return KT_OK;
}
