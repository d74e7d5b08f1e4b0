/* Places are known ones, alone or with what kind of place they are, and new ones that say so. */
#include "names/places.h"

#include "core/str.h"
#include "core/utf8.h"
#include "lexicon/tags.h"
#include "names/suffixes.h"

enum { SYLLABLE = 3, HITS = 8 };

static bool is_known_place(const kti_weigher *w, const kt_morpheme *m) {
    kti_hit hits[HITS];
    if ((m->flags & KT_MORPHEME_PLACE) != 0) return true;
    if ((m->flags & KT_MORPHEME_USER) == 0) return false;
    size_t count = kti_lexicon_korean_words(w->lexicon, m->form, hits, HITS);
    for (size_t i = 0; i < count; i++)
        if (hits[i].len == m->form.len &&
            kti_lexicon_entry(w->lexicon, hits[i].entry).kind == KTI_ENTRY_PLACE)
            return true;
    return false;
}

static void put(kti_weigher *w, uint32_t start, uint32_t end, double sure) {
    kti_put(w, (kt_span){start, end}, (kt_span){0, 0}, KT_NAME_PLACE, sure);
}

/* What a word that begins with place `m` is, when it goes on behind it. */
static void see_longer(kti_weigher *w, const kt_eojeol *e, const kt_morpheme *m, size_t next) {
    kt_str stem = kti_str_span(w->text, e->stem);
    size_t suffix = kti_place_suffix(stem), body;
    if (suffix > 0 && e->stem.end - suffix >= m->span.end) {
        put(w, e->span.start, e->stem.end, 0.75);
        return;
    }
    bool noun = next < w->count && w->m[next].tag == KT_TAG_NNG &&
                w->m[next].span.end - w->m[next].span.start >= 2 * SYLLABLE;
    bool names_body = kti_body_suffix(stem, &body) == KTI_SUFFIX_STRONG;
    if (noun && !names_body) put(w, m->span.start, m->span.end, 0.58); /* 한국영화 */
}

/* A place at the beginning of an eojeol. */
static void see_known(kti_weigher *w, const kt_eojeol *e) {
    const kt_morpheme *m = &w->m[e->first];
    if (e->count == 0 || m->span.end - m->span.start < 2 * SYLLABLE) return;
    if (m->tag != KT_TAG_NNP || !is_known_place(w, m)) return;
    bool bare = e->kind != KT_EOJEOL_NOMINAL || m->span.end == e->stem.end;
    if (!bare)
        see_longer(w, e, m, e->first + 1);
    else if ((m->flags & KT_MORPHEME_PLACE) != 0)
        put(w, m->span.start, m->span.end, 0.62);
}

/* Whether something in `span` is no common word. */
static bool holds_name(const kti_weigher *w, kt_span span) {
    unsigned names = KT_MORPHEME_PERSON | KT_MORPHEME_PLACE | KT_MORPHEME_UNKNOWN |
                     KT_MORPHEME_USER;
    for (size_t i = kti_morpheme_at(w, span.start); i < w->count && w->m[i].span.start < span.end;
         i++)
        if ((w->m[i].flags & names) != 0 || w->m[i].tag == KT_TAG_NNP || w->m[i].tag == KT_TAG_SL)
            return true;
    return false;
}

/* 마우나리조트, 대저분기점, 쿤산시. */
static void see_new(kti_weigher *w, const kt_eojeol *e) {
    kt_str stem = kti_str_span(w->text, e->stem);
    size_t suffix = kti_place_suffix(stem);
    if (suffix == 0 || stem.len < suffix + 2 * SYLLABLE) return;
    kt_span name = {e->stem.start, e->stem.end - (uint32_t)suffix};
    if (!holds_name(w, name) || kti_holds_grammar(w, name)) return;
    unsigned classes = kti_lexicon_word(w->lexicon, stem).classes;
    if ((classes & (KTI_WORD_NOUN | KTI_WORD_PERSON | KTI_WORD_PREDICATE)) != 0) return;
    const kt_morpheme *m = kti_whole_morpheme(w, e->stem);
    bool guess = suffix == SYLLABLE && m != NULL && (m->flags & KT_MORPHEME_PLACE) == 0;
    put(w, e->stem.start, e->stem.end, guess ? 0.4 : 0.66);
}

void kti_see_places(kti_weigher *w) {
    for (size_t i = 0; i < w->eojeol_count; i++) {
        const kt_eojeol *e = &w->eojeols[i];
        see_known(w, e);
        if (e->kind == KT_EOJEOL_NOMINAL) see_new(w, e);
    }
}

/* ---- bodies --------------------------------------------------------------------------------- */

static double body_confidence(const kti_weigher *w, kt_span stem) {
    kt_str word = kti_str_span(w->text, stem);
    size_t length;
    if (kti_is_body(word)) return 0.75;
    kti_suffix suffix = kti_body_suffix(word, &length);
    if (suffix == KTI_SUFFIX_NONE || word.len - length < 2 * SYLLABLE) return 0;
    kt_span name = {stem.start, stem.end - (uint32_t)length};
    if (kti_holds_grammar(w, stem)) return 0;
    bool named = holds_name(w, name), strong = suffix == KTI_SUFFIX_STRONG;
    unsigned classes = kti_lexicon_word(w->lexicon, word).classes;
    if ((classes & (KTI_WORD_PERSON | KTI_WORD_PLACE)) != 0) return 0.3;
    if ((classes & KTI_WORD_NOUN) != 0) return strong && word.len >= 5 * SYLLABLE ? 0.55 : 0.3;
    if (strong) return named ? 0.78 : 0.64;
    if (!named) return 0.3;
    const kt_morpheme *m = kti_whole_morpheme(w, stem);
    bool guess = m != NULL && (m->flags & KT_MORPHEME_UNKNOWN) != 0;
    return guess ? (length > SYLLABLE ? 0.6 : 0.4) : 0.66;
}

void kti_see_bodies(kti_weigher *w) {
    for (size_t i = 0; i < w->eojeol_count; i++) {
        const kt_eojeol *e = &w->eojeols[i];
        if (e->kind != KT_EOJEOL_NOMINAL) continue;
        double sure = body_confidence(w, e->stem);
        if (sure > 0.3) kti_put(w, e->stem, (kt_span){0, 0}, KT_NAME_ORG, sure);
    }
}
