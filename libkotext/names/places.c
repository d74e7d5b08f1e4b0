/* Places are known ones, alone or with what kind of place they are, and new ones that say so. */
#include "names/places.h"

#include "analyze/josa.h"
#include "core/str.h"
#include "core/utf8.h"
#include "lexicon/tags.h"
#include "names/clues.h"
#include "names/countries.h"
#include "names/offices.h"

enum { SYLLABLE = 3, COMMON_COST = 2600 };

static bool is_known_place(const kti_weigher *w, const kt_morpheme *m) {
    kti_entry row;
    if ((m->flags & KT_MORPHEME_PLACE) != 0) return true;
    if ((m->flags & KT_MORPHEME_USER) == 0) return false;
    return kti_lexicon_rows(w->lexicon, m->form, 1u << KTI_ENTRY_PLACE, &row, 1) > 0;
}

static void put(kti_weigher *w, uint32_t start, uint32_t end, double sure) {
    kti_put(w, (kt_span){start, end}, (kt_span){0, 0}, KT_NAME_PLACE, sure);
}

/* 오리건주로, 평양시: a division and its particles behind a place. 도 is left to the word list,
 * being a particle too. */
static bool is_division(kt_str rest) {
    static const char *const divisions[] = {"시", "군", "구", "읍", "면", "동", "주", "성", "현"};
    for (size_t i = 0; i < sizeof divisions / sizeof *divisions; i++) {
        kt_str division = kti_str(divisions[i]);
        if (kti_str_starts(rest, division) &&
            kti_josa_fits(division, kti_str_cut(rest, division.len, rest.len)))
            return true;
    }
    return false;
}

/* Bytes of the kind of place that ends `word` behind a name; 0 = none. */
static size_t place_suffix(const kti_weigher *w, kt_str word) {
    size_t length = kti_clue_ends(w->clues, word, KTI_PLACE, NULL);
    return length < word.len ? length : 0;
}

/* What a word that begins with place `m` is, when it goes on behind it. */
static void see_longer(kti_weigher *w, const kt_eojeol *e, const kt_morpheme *m, size_t next) {
    kt_str stem = kti_str_span(w->text, e->stem);
    kt_str rest = kti_letters_from(w->text, m->span.end);
    size_t suffix = place_suffix(w, stem);
    bool time = kti_str_starts(rest, KTI_STR("시")) && kti_is_country(w->lexicon, m->form);
    if (is_division(rest) && !time) { /* not 한국시간 */
        bool army = kti_str_starts(rest, KTI_STR("군")) && kti_is_country(w->lexicon, m->form);
        kt_span span = {m->span.start, m->span.end + SYLLABLE};
        kti_put(w, span, (kt_span){0, 0}, army ? KT_NAME_ORG : KT_NAME_PLACE, 0.92);
        return;
    }
    if (e->kind == KT_EOJEOL_NOMINAL && suffix >= 2 * SYLLABLE &&
        e->stem.end - suffix >= m->span.end) {
        put(w, e->span.start, e->stem.end, 0.75);
        return;
    }
    bool noun = next < w->count && w->m[next].tag == KT_TAG_NNG &&
                w->m[next].span.end - w->m[next].span.start >= 2 * SYLLABLE;
    bool names_body = kti_clue_ends(w->clues, stem, KTI_BODY, NULL) > 0;
    if (noun && !names_body) put(w, m->span.start, m->span.end, 0.58); /* 한국영화 */
}

/* How sure a place of the word list is; many are common nouns, too. */
static double alone(const kti_weigher *w, const kt_morpheme *m) {
    kt_str rest = kti_letters_from(w->text, m->span.end);
    bool in_place = kti_str_starts(rest, KTI_STR("에")) || kti_str_starts(rest, KTI_STR("으로")) ||
                    kti_str_starts(rest, KTI_STR("로"));
    unsigned common = KTI_WORD_NOUN | KTI_WORD_PREDICATE | KTI_WORD_MODIFIER | KTI_WORD_BOUND;
    kti_word word = kti_lexicon_word(w->lexicon, m->form);
    double sure = (word.classes & common) == 0 ? 0.62 : word.cost < COMMON_COST ? 0.42 : 0.52;
    return sure + (in_place ? 0.1 : 0);
}

/* 팔당, read as 팔 + 당: the word list has the place and no such word. */
static void see_listed(kti_weigher *w, const kt_eojeol *e) {
    unsigned classes = kti_lexicon_word(w->lexicon, kti_str_span(w->text, e->stem)).classes;
    if ((classes & ~(unsigned)KTI_WORD_COMPOUND) != KTI_WORD_PLACE) return;
    if (kti_whole_morpheme(w, e->stem) == NULL && !kti_holds_grammar(w, e->stem))
        put(w, e->stem.start, e->stem.end, 0.56);
}

/* A place at the beginning of an eojeol. */
static void see_known(kti_weigher *w, const kt_eojeol *e) {
    const kt_morpheme *m = &w->m[e->first];
    if (e->count == 0 || m->span.end - m->span.start < 2 * SYLLABLE) return;
    if (m->tag != KT_TAG_NNP || !is_known_place(w, m)) return;
    kt_str rest = kti_letters_from(w->text, m->span.end);
    if (rest.len > 0 && !kti_josa_fits(m->form, rest))
        see_longer(w, e, m, e->first + 1);
    else if ((m->flags & KT_MORPHEME_PLACE) != 0)
        put(w, m->span.start, m->span.end, alone(w, m));
}

/* Whether something in `span` is no common word. */
static bool holds_name(const kti_weigher *w, kt_span span) {
    unsigned names =
        KT_MORPHEME_PERSON | KT_MORPHEME_PLACE | KT_MORPHEME_UNKNOWN | KT_MORPHEME_USER;
    for (size_t i = kti_morpheme_at(w, span.start); i < w->count && w->m[i].span.start < span.end;
         i++)
        if ((w->m[i].flags & names) != 0 || w->m[i].tag == KT_TAG_NNP || w->m[i].tag == KT_TAG_SL)
            return true;
    return false;
}

/* 마우나리조트, 대저분기점, 쿤산시. */
static void see_new(kti_weigher *w, const kt_eojeol *e) {
    kt_str stem = kti_str_span(w->text, e->stem);
    size_t suffix = place_suffix(w, stem);
    if (suffix == 0 || stem.len < suffix + 2 * SYLLABLE) return;
    kt_span name = {e->stem.start, e->stem.end - (uint32_t)suffix};
    if (!holds_name(w, name) || kti_holds_grammar(w, name)) return;
    unsigned classes = kti_lexicon_word(w->lexicon, stem).classes;
    if ((classes & (KTI_WORD_NOUN | KTI_WORD_PERSON | KTI_WORD_PREDICATE)) != 0) return;
    const kt_morpheme *m = kti_whole_morpheme(w, e->stem);
    bool guess = suffix == SYLLABLE && m != NULL && (m->flags & KT_MORPHEME_PLACE) == 0;
    if (suffix == SYLLABLE && !guess && !kti_is_boundary(w, name.end)) return;
    if (kti_is_ascii_digit(w->text.ptr[name.end - 1])) return;
    put(w, e->stem.start, e->stem.end, guess ? 0.4 : 0.66);
}

/* Of 코르소 거리, 빌라리카 화산: the new name. */
bool kti_may_name_place(const kti_weigher *w, const kt_eojeol *e) {
    const kt_morpheme *m = kti_whole_morpheme(w, e->span);
    if (m == NULL || m->tag != KT_TAG_NNP) return false;
    unsigned classes = kti_lexicon_word(w->lexicon, kti_str_span(w->text, e->span)).classes;
    return (classes & KTI_WORD_NOUN) == 0 || (classes & KTI_WORD_PERSON) != 0;
}

/* And what kind of place it is. */
bool kti_is_kind_of_place(const kti_weigher *w, const kt_eojeol *e) {
    kt_str kind = kti_str_span(w->text, e->stem);
    return e->kind == KT_EOJEOL_NOMINAL && kind.len >= 2 * SYLLABLE &&
           (kti_clue_of(w->clues, kind) & KTI_PLACE) != 0;
}

void kti_see_place_of_two(kti_weigher *w, size_t index) {
    const kt_eojeol *e = &w->eojeols[index];
    if (index + 1 == w->eojeol_count) return;
    if (e[1].span.start != e->span.end + 1 || w->text.ptr[e->span.end] != ' ') return;
    if (kti_is_mayor(w->lexicon, kti_str_span(w->text, e->span), kti_str_span(w->text, e[1].stem)))
        return;
    if (kti_is_kind_of_place(w, &e[1]) && kti_may_name_place(w, e))
        put(w, e->span.start, e[1].stem.end, 0.68);
}

void kti_see_places(kti_weigher *w, kti_eojeols of) {
    for (size_t i = of.first; i < of.end; i++) {
        const kt_eojeol *e = &w->eojeols[i];
        see_known(w, e);
        kti_see_posting(w, e);
        kti_see_countries(w, e);
        if (e->kind != KT_EOJEOL_NOMINAL) continue;
        see_listed(w, e);
        see_new(w, e);
    }
}

/* ---- bodies --------------------------------------------------------------------------------- */

/* MZ세대 and 조선시대 end like 서울대, 소셜미디어 like 한국미디어. */
static bool is_no_body(kt_str word) {
    static const char *const ends[] = {"세대",       "시대",       "소셜미디어",
                                       "멀티미디어", "매스미디어", "뉴미디어"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (kti_str_ends(word, kti_str(ends[i]))) return true;
    return false;
}

static double body_confidence(const kti_weigher *w, kt_span stem) {
    kt_str word = kti_str_span(w->text, stem);
    unsigned clue = 0;
    if ((kti_clue_of(w->clues, word) & KTI_IS_BODY) != 0) return 0.75;
    size_t length = kti_clue_ends(w->clues, word, KTI_BODY | KTI_BODY_OF_NAME, &clue);
    size_t least = kti_is_ascii_alpha(word.ptr[0]) ? 2 : 2 * SYLLABLE; /* KB, not X or e */
    if (length == 0 || word.len - length < least || is_no_body(word)) return 0;
    kt_span name = {stem.start, stem.end - (uint32_t)length};
    if (kti_holds_grammar(w, stem)) return 0;
    bool named = holds_name(w, name), strong = (clue & KTI_BODY) != 0;
    unsigned classes = kti_lexicon_word(w->lexicon, word).classes;
    if ((classes & (KTI_WORD_PERSON | KTI_WORD_PLACE)) != 0) return 0.3;
    if ((classes & KTI_WORD_NOUN) != 0) return strong && word.len >= 5 * SYLLABLE ? 0.55 : 0.3;
    if (strong) return named ? 0.78 : 0.64;
    if (!named) return 0.3;
    const kt_morpheme *m = kti_whole_morpheme(w, stem);
    bool guess = m != NULL && (m->flags & KT_MORPHEME_UNKNOWN) != 0;
    return guess ? (length > SYLLABLE ? 0.6 : 0.4) : 0.66;
}

void kti_see_bodies(kti_weigher *w, kti_eojeols of) {
    for (size_t i = of.first; i < of.end; i++) {
        const kt_eojeol *e = &w->eojeols[i];
        if (e->kind != KT_EOJEOL_NOMINAL) continue;
        double sure = body_confidence(w, e->stem);
        if (sure > 0.3) kti_put(w, e->stem, (kt_span){0, 0}, KT_NAME_ORG, sure);
    }
}
