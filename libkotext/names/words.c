/* Candidates come from shape and dictionaries; the reading of the whole sentence knows better where
 * words begin and end, and whether one is a name here. */
#include "names/words.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "lexicon/tags.h"
#include "names/syllables.h"
#include "names/title.h"

enum { SYLLABLE = 3 };

typedef struct weigher {
    const kti_lexicon *lexicon;
    kt_str text;
    const kt_morpheme *m;
    size_t count;
    kti_candidates *list;
} weigher;

/* ---- names that the reading sees ------------------------------------------------------------ */

static void put(weigher *w, kt_span span, kt_span title, kt_name_type type, double confidence) {
    kti_candidate c = {span, title, type, (float)confidence, false, false};
    kti_candidates_add(w->list, c);
}

static bool glued(const weigher *w, size_t i) {
    return w->m[i].span.end == w->m[i + 1].span.start;
}

/* Whether a word goes on behind morpheme `i` with more than a particle: 서울역, 김정은식. */
static bool goes_on(const weigher *w, size_t i) {
    if (i + 1 >= w->count || !glued(w, i)) return false;
    kt_tag tag = w->m[i + 1].tag;
    return !kti_tag_is_josa(tag) && !kti_tag_is_symbol(tag) && tag != KT_TAG_VCP;
}

static bool begins_inside(const weigher *w, size_t i) {
    return i > 0 && glued(w, i - 1) && !kti_tag_is_symbol(w->m[i - 1].tag);
}

static kt_span title_behind(const weigher *w, size_t end) {
    uint32_t entry;
    size_t from = end < w->text.len && w->text.ptr[end] == ' ' ? end + 1 : end;
    if (from >= w->text.len) return (kt_span){0, 0};
    size_t len = kti_title_at(w->lexicon, kti_str_cut(w->text, from, w->text.len), &entry);
    return len == 0 ? (kt_span){0, 0} : (kt_span){(uint32_t)from, (uint32_t)(from + len)};
}

static bool is_korean_full_name(const weigher *w, kt_str name) {
    size_t syllables = kti_utf8_count(name);
    size_t surname = kti_lexicon_surname(w->lexicon, name);
    bool sized = syllables == 3 || (syllables == 4 && surname == 2 * SYLLABLE);
    return surname > 0 && sized &&
           kti_is_given_name(w->lexicon, kti_str_cut(name, surname, name.len));
}

static void see_person(weigher *w, size_t i) {
    const kt_morpheme *m = &w->m[i];
    bool known = (m->flags & KT_MORPHEME_PERSON) != 0;
    kt_span title = title_behind(w, m->span.end);
    double sure = known ? 0.5 : 0.3;
    if (is_korean_full_name(w, m->form)) sure += 0.2;
    if (title.end > 0) sure += 0.3;
    if (title.end == 0 && goes_on(w, i)) sure -= 0.3;
    if (begins_inside(w, i)) sure -= 0.3;
    if (m->span.end - m->span.start < 2 * SYLLABLE) return;
    put(w, m->span, title, KT_NAME_PERSON, sure);
}

static void see_place(weigher *w, size_t i) {
    const kt_morpheme *m = &w->m[i];
    if (m->span.end - m->span.start < 2 * SYLLABLE) return;
    double sure = 0.6;
    if (goes_on(w, i)) sure -= 0.15;
    if (begins_inside(w, i)) sure -= 0.3;
    put(w, m->span, (kt_span){0, 0}, KT_NAME_PLACE, sure);
}

static void see_names(weigher *w) {
    for (size_t i = 0; i < w->count; i++) {
        const kt_morpheme *m = &w->m[i];
        if (m->tag != KT_TAG_NNP) continue;
        if ((m->flags & KT_MORPHEME_PLACE) != 0)
            see_place(w, i);
        else if ((m->flags & (KT_MORPHEME_PERSON | KT_MORPHEME_UNKNOWN)) != 0)
            see_person(w, i);
    }
}

/* ---- foreign names of several words --------------------------------------------------------- */

static bool is_common(const weigher *w, kt_str word) {
    return (kti_lexicon_word(w->lexicon, word).classes &
            (KTI_WORD_NOUN | KTI_WORD_MODIFIER | KTI_WORD_PREDICATE | KTI_WORD_BOUND)) != 0;
}

/* Whether an eojeol may be part of a foreign name: nouns only, a proper or unknown one among them.
 */
static bool is_foreign_word(const weigher *w, const kt_eojeol *e) {
    const kt_morpheme *first = &w->m[e->first];
    bool proper = false, whole = first->tag == KT_TAG_NNP && first->span.end == e->stem.end;
    if (e->kind != KT_EOJEOL_NOMINAL) return false;
    if (!whole && is_common(w, kti_str_span(w->text, e->stem))) return false;
    for (uint32_t i = e->first; i < e->first + e->count; i++) {
        const kt_morpheme *m = &w->m[i];
        if (m->span.start >= e->stem.end) break;
        if (!kti_tag_is_noun(m->tag) || m->tag == KT_TAG_NNBC) return false;
        proper = proper || (m->tag == KT_TAG_NNP && (m->flags & KT_MORPHEME_PLACE) == 0);
    }
    return proper;
}

static bool follows(const weigher *w, const kt_eojeol *before, const kt_eojeol *e) {
    bool bare = before->josa.start == before->josa.end;
    return bare && e->span.start == before->span.end + 1 && w->text.ptr[before->span.end] == ' ';
}

static bool is_listed_person(const weigher *w, const kt_eojeol *e) {
    kt_str stem = kti_str_span(w->text, e->stem);
    return (kti_lexicon_word(w->lexicon, stem).classes & KTI_WORD_PERSON) != 0;
}

/* How many eojeols from `e` on make one foreign name. The first one does not look Korean. */
static size_t count_foreign(const weigher *w, const kt_eojeol *e, size_t room) {
    enum { WORDS = 4 };
    size_t count = 0;
    if (is_korean_full_name(w, kti_str_span(w->text, e->stem))) return 0;
    while (count < room && count < WORDS && is_foreign_word(w, &e[count]) &&
           (count == 0 || follows(w, &e[count - 1], &e[count])))
        count++;
    return count;
}

static void see_foreign(weigher *w, const kt_analysis *reading) {
    for (size_t i = 0; i < reading->eojeol_count;) {
        const kt_eojeol *e = &reading->eojeols[i];
        size_t count = count_foreign(w, e, reading->eojeol_count - i);
        if (count > 1) {
            kt_span span = {e->stem.start, e[count - 1].stem.end};
            kt_span title = title_behind(w, span.end);
            bool sure = is_listed_person(w, e) && is_listed_person(w, &e[count - 1]);
            put(w, span, title, KT_NAME_PERSON, sure || title.end > 0 ? 0.92 : 0.86);
        }
        i += count > 0 ? count : 1;
    }
}

/* ---- candidates among morphemes ------------------------------------------------------------- */

/* The first morpheme that ends behind byte `at`. */
static size_t morpheme_at(const weigher *w, uint32_t at) {
    size_t low = 0, high = w->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (w->m[middle].span.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_boundary(const weigher *w, uint32_t at) {
    size_t i = morpheme_at(w, at);
    return i == w->count || w->m[i].span.start >= at;
}

/* Particles, endings and verbs are no part of a name. */
static bool holds_grammar(const weigher *w, kt_span span) {
    for (size_t i = morpheme_at(w, span.start); i < w->count && w->m[i].span.start < span.end;
         i++) {
        kt_tag tag = w->m[i].tag;
        if (kti_tag_is_josa(tag) || kti_tag_is_eomi(tag) || kti_tag_is_predicate(tag) ||
            tag == KT_TAG_XSV || tag == KT_TAG_XSA || tag == KT_TAG_MAG || tag == KT_TAG_MM)
            return true;
    }
    return false;
}

static double person_weight(const weigher *w, const kti_candidate *c) {
    size_t first = morpheme_at(w, c->span.start);
    const kt_morpheme *m = &w->m[first];
    bool whole = m->span.start == c->span.start && m->span.end == c->span.end;
    if (!is_boundary(w, c->span.start) || !is_boundary(w, c->span.end)) return -0.25;
    if (!whole) return holds_grammar(w, c->span) ? -0.5 : -0.1;
    if ((m->flags & KT_MORPHEME_PERSON) != 0) return 0.15;
    if (m->tag == KT_TAG_NNG || kti_tag_is_predicate(m->tag) || m->tag == KT_TAG_MAG) return -0.25;
    return (m->flags & KT_MORPHEME_PLACE) != 0 ? -0.3 : 0;
}

static double other_weight(const weigher *w, const kti_candidate *c) {
    size_t first = morpheme_at(w, c->span.start);
    const kt_morpheme *m = &w->m[first];
    bool whole = m->span.start == c->span.start && m->span.end == c->span.end;
    if (!is_boundary(w, c->span.start) || !is_boundary(w, c->span.end)) return -0.2;
    if (whole && kti_tag_is_predicate(m->tag)) return -0.4;
    if (c->type == KT_NAME_PLACE && whole && (m->flags & KT_MORPHEME_PERSON) != 0) return -0.3;
    return 0;
}

static void weigh(const weigher *w, kti_candidate *c) {
    if (c->in_dictionary || c->surname_only || morpheme_at(w, c->span.start) == w->count) return;
    double change = c->type == KT_NAME_PERSON ? person_weight(w, c) : other_weight(w, c);
    c->confidence += (float)change;
    if (c->confidence < 0) c->confidence = 0;
    if (c->confidence > 1) c->confidence = 1;
}

kt_status kti_names_weigh(const kti_lexicon *lexicon, kt_str text, const kt_analysis *reading,
                          kti_candidates *list) {
    weigher w = {lexicon, text, reading->morphemes, reading->morpheme_count, list};
    for (size_t i = 0; i < list->count; i++)
        weigh(&w, &list->items[i]);
    see_names(&w);
    see_foreign(&w, reading);
    return kti_candidates_sort(list);
}
