/* Words end sentences by their endings; which these are, the table of segment/endings_table.c
 * lists. What it cannot know is told here by the parts of speech: 간다 closes and 가다 does not,
 * 예쁘다 does; 함 after an object is a note and 떨림 before 증상 a noun; 하고 after 간다 takes it
 * up. */
#include "analyze/edges.h"

#include "core/status.h"
#include "core/utf8.h"
#include "lexicon/tags.h"

enum { SYLLABLE = 3 /* bytes */ };

/* One word of the reading, its laughter left out. */
typedef struct word {
    const kt_morpheme *first;
    const kt_morpheme *last;
    kt_eojeol_kind kind;
    kt_str text;
} word;

static bool is_one_of(kt_str form, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (kti_str_eq(form, kti_str(list[i]))) return true;
    return false;
}

#define IS_ONE_OF(form, list) is_one_of((form), (list), sizeof(list) / sizeof *(list))

static bool is(const kt_morpheme *m, const char *form) {
    return kti_str_eq(m->form, kti_str(form));
}

/* ---- how a word ends ------------------------------------------------------------------------ */

static bool is_noun_ending(const kt_morpheme *m) {
    return m->tag == KT_TAG_ETN || (m->tag == KT_TAG_EC && (is(m, "ㅁ") || is(m, "음")));
}

/* Whether the word before belongs to the verb of a noun ending, so that both are a clause: 빵을
 * 먹음, 아주 좋음, 예쁘게 그림. A bare noun may form a compound with it: 눈 떨림. */
static bool governs(const word *before) {
    switch (before->last->tag) {
    case KT_TAG_JKS:
    case KT_TAG_JKO:
    case KT_TAG_JKB:
    case KT_TAG_MAG:
    case KT_TAG_EC:
        return true;
    default:
        return before->last->tag == KT_TAG_JX && !is(before->last, "은") && !is(before->last, "는");
    }
}

static kti_closing of_noun_ending(const word *w, const word *before) {
    if (is(w->last, "기") || w->first == w->last) return KTI_CLOSING_NOUN;
    switch (w->last[-1].tag) {
    case KT_TAG_EP:
    case KT_TAG_VCP:
    case KT_TAG_VCN:
    case KT_TAG_VA:
    case KT_TAG_XSA:
        return KTI_CLOSING_NOTE;
    case KT_TAG_VX:
        return is(w->last - 1, "지") ? KTI_CLOSING_NAMED : KTI_CLOSING_NOTE; /* 꺼짐 */
    case KT_TAG_XSV:
        if (before != NULL && before->kind == KT_EOJEOL_NOMINAL &&
            kti_tag_is_noun(before->last->tag))
            return KTI_CLOSING_NOTE; /* its object: 호기심 자극함 */
        break;
    default:
        break;
    }
    return before != NULL && governs(before) ? KTI_CLOSING_NOTE : KTI_CLOSING_NAMED;
}

/* 다 closes behind an adjective or a tense (예쁘다, 갔다, 없다); on the bare stem of a verb it is
 * 다가. */
static kti_closing of_da(const word *w) {
    static const char *const adjectival[] = {"있", "없", "계시", "싶", "않", "못하", "말"};
    if (w->first == w->last) return KTI_CLOSING_LINK;
    const kt_morpheme *stem = w->last - 1;
    if (stem->tag == KT_TAG_VV || stem->tag == KT_TAG_XSV || stem->tag == KT_TAG_VX)
        return IS_ONE_OF(stem->form, adjectival) ? KTI_CLOSING_PLAIN : KTI_CLOSING_LINK;
    return KTI_CLOSING_PLAIN;
}

/* 아, 어, 여 fused with a stem: 가, 해, 마. */
static kti_closing of_intimate(const word *w) {
    if (w->first == w->last) return KTI_CLOSING_LINK;
    const kt_morpheme *stem = w->last - 1;
    if (stem->tag == KT_TAG_EP) return KTI_CLOSING_SURE;
    if (!is(stem, "말") || stem->tag != KT_TAG_VX) return KTI_CLOSING_INTIMATE;
    return kti_str_ends(w->text, KTI_STR("마")) ? KTI_CLOSING_SURE : KTI_CLOSING_INTIMATE;
}

/* 라 commands behind 말 (하지 마라) and links behind 이다 (학생이라). */
static kti_closing of_ra(const word *w) {
    if (w->first == w->last || w->last[-1].tag == KT_TAG_VCP) return KTI_CLOSING_LINK;
    if (is(w->last - 1, "말")) return KTI_CLOSING_SURE;
    kti_closing closing = kti_closing_of_predicate(w->text);
    return closing == KTI_CLOSING_NONE ? KTI_CLOSING_LINK : closing;
}

static kti_closing of_ending(const word *w) {
    static const char *const stems[] = {"아", "어", "여", "애"};
    if (is(w->last, "다")) return of_da(w);
    if (is(w->last, "게")) return KTI_CLOSING_LINK; /* 힘들게, not 할게 */
    if (IS_ONE_OF(w->last->form, stems)) return of_intimate(w);
    if (is(w->last, "라")) return of_ra(w);
    bool copula = w->first != w->last && w->last[-1].tag == KT_TAG_VCP;
    if (copula && (is(w->last, "냐") || is(w->last, "야")))
        return KTI_CLOSING_PLAIN; /* 실화냐, not 가느냐 */
    kti_closing closing = kti_closing_of_predicate(w->text);
    if (closing != KTI_CLOSING_NONE) return closing;
    return w->last->tag == KT_TAG_EF ? KTI_CLOSING_PLAIN : KTI_CLOSING_LINK;
}

/* Nouns that close notes behind a modifier: 갈 듯, 먹는 중; and what are endings really: 는데,
 * ㄹ께. */
static kti_closing of_bound_noun(const word *w) {
    static const char *const notes[] = {"듯", "중", "뻔", "예정"};
    kti_closing closing = KTI_CLOSING_NONE;
    if (w->first != w->last && w->last[-1].tag == KT_TAG_ETM)
        closing = kti_closing_of_predicate(w->text);
    if (closing != KTI_CLOSING_NONE) return closing;
    return IS_ONE_OF(w->last->form, notes) ? KTI_CLOSING_NAMED : KTI_CLOSING_NOUN;
}

/* What comes apart into an adverb at its end is told by its spelling: 사실 + 이 + 다, 잘 + 함, 모르
 * + 쿠 + 다.
 */
static kti_closing of_adverb(const word *w) {
    if (kti_str_ends(w->last->form, KTI_STR("요"))) return KTI_CLOSING_SURE; /* 그래요 */
    if (w->first == w->last) return KTI_CLOSING_ADVERB;
    kti_closing closing = kti_closing_of_shape(w->text);
    bool ends = closing >= KTI_CLOSING_NOTE && closing != KTI_CLOSING_INTIMATE;
    return ends ? closing : KTI_CLOSING_ADVERB;
}

/* What nobody knows is told by its spelling, and what comes apart behind an ending: 갔 + 어 + 예.
 */
static kti_closing of_noun(const word *w) {
    bool torn = w->first != w->last && kti_tag_is_eomi(w->last[-1].tag);
    bool unknown = (w->last->flags & KT_MORPHEME_UNKNOWN) != 0;
    kti_closing closing = torn || unknown ? kti_closing_of_shape(w->text) : KTI_CLOSING_NONE;
    return closing > KTI_CLOSING_BOUND ? closing : KTI_CLOSING_NOUN;
}

static kti_closing closing_of(const word *w, const word *before) {
    const kt_morpheme *last = w->last;
    if (is_noun_ending(last)) return of_noun_ending(w, before);
    switch (last->tag) {
    case KT_TAG_EF:
    case KT_TAG_EC:
        return of_ending(w);
    case KT_TAG_ETM:
        return kti_closing_of_predicate(w->text) == KTI_CLOSING_TRAIL ? KTI_CLOSING_TRAIL
                                                                      : KTI_CLOSING_BOUND;
    case KT_TAG_MM:
    case KT_TAG_XPN:
        return KTI_CLOSING_BOUND;
    case KT_TAG_MAG:
    case KT_TAG_MAJ:
    case KT_TAG_IC:
        return of_adverb(w);
    case KT_TAG_NNB:
        return of_bound_noun(w);
    default:
        break;
    }
    if (kti_tag_is_josa(last->tag)) return is(last, "요") ? KTI_CLOSING_SURE : KTI_CLOSING_BOUND;
    return of_noun(w);
}

/* ---- how a word begins ---------------------------------------------------------------------- */

/* Verbs that quote, think or go on with what was said. */
static bool is_quoting(const kt_morpheme *m) {
    static const char *const verbs[] = {"하", "그러", "싶", "보", "말", "치", "듯하", "못하"};
    if (m->tag != KT_TAG_VV && m->tag != KT_TAG_VA && m->tag != KT_TAG_VX) return false;
    return IS_ONE_OF(m->form, verbs);
}

static kti_opening of_verb(const word *w) {
    if (w->last->tag == KT_TAG_ETM && w->first->tag == KT_TAG_VA)
        return KTI_OPENING_NONE; /* 좋은 영화 */
    return KTI_OPENING_PREDICATE;
}

static kti_opening opening_of(const word *w) {
    const kt_morpheme *first = w->first;
    kti_opening listed = kti_opening_of_shape(w->text);
    if (listed != KTI_OPENING_NONE) return listed;
    if (kti_tag_is_josa(first->tag) || kti_tag_is_eomi(first->tag) || is_quoting(first))
        return KTI_OPENING_TAKES_UP;
    switch (first->tag) {
    case KT_TAG_VCP:
    case KT_TAG_XSV:
    case KT_TAG_XSA:
        return KTI_OPENING_TAKES_UP;
    case KT_TAG_VCN:
    case KT_TAG_NNB:
        return is(first, "거") ? KTI_OPENING_NONE : KTI_OPENING_BOUND; /* 거 참 */
    case KT_TAG_NNBC:
    case KT_TAG_XSN:
        return KTI_OPENING_BOUND;
    case KT_TAG_MAJ: /* 단 and 막 begin other words, too */
        return first->form.len > SYLLABLE || first == w->last ? KTI_OPENING_CONNECTOR
                                                              : KTI_OPENING_NONE;
    case KT_TAG_NP:
    case KT_TAG_MM:
    case KT_TAG_IC:
        return KTI_OPENING_TOPIC;
    default:
        break;
    }
    if (kti_tag_is_predicate(first->tag)) return of_verb(w);
    bool topic = w->last->tag == KT_TAG_JX && (is(w->last, "은") || is(w->last, "는"));
    return topic ? KTI_OPENING_TOPIC : KTI_OPENING_NONE;
}

/* ---- the words ------------------------------------------------------------------------------ */

/* Letters that stand for laughing and weeping; others are words of a kind: ㄴ.. 나, ㄱㅅ. */
static bool is_laughter(kt_str form) {
    static const uint32_t letters[] = {0x314B, 0x314E, 0x3160, 0x315C, 0x3161,
                                       0x110F, 0x1112, 0x1172, 0x116E, 0x1173};
    uint32_t cp = form.len == 0 ? 0 : kti_utf8_at(form, 0).cp;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (cp == letters[i]) return true;
    return false;
}

static word word_of(kt_str text, const kt_analysis *a, const kt_eojeol *e) {
    word w = {.first = a->morphemes + e->first, .kind = e->kind};
    w.last = w.first + e->count - 1;
    while (w.last > w.first && w.last->tag == KT_TAG_IC && is_laughter(w.last->form))
        w.last--;
    w.text = kti_str_cut(text, e->span.start, w.last->span.end);
    return w;
}

/* Whether a sentence may begin at `at`. Behind a word that ends none, and but a space, none does.
 */
static bool may_begin(const kti_edge *before, size_t at) {
    return before->closing >= KTI_CLOSING_TRAIL || at != before->end + 1;
}

kt_status kti_edges_of(kt_str text, const kt_analysis *a, kti_arena *arena, kti_edge **edges,
                       size_t *count) {
    word before = {0};
    *count = 0;
    kti_edge *next = *edges = kti_arena_take(arena, (a->eojeol_count + 1) * sizeof **edges);
    if (next == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < a->eojeol_count; i++) {
        word w = word_of(text, a, &a->eojeols[i]);
        if (kti_tag_is_symbol(w.first->tag)) continue;
        *next = (kti_edge){.start = a->eojeols[i].span.start, .end = w.last->span.end};
        next->closing = (uint8_t)closing_of(&w, before.first == NULL ? NULL : &before);
        if (before.first != NULL && may_begin(next - 1, next->start))
            next->opening = (uint8_t)opening_of(&w);
        next++;
        before = w;
    }
    *count = (size_t)(next - *edges);
    return KT_OK;
}

/* Which of the two a noun made of a verb is, the word before it tells. */
kt_status kti_closings_of(kt_str text, const kt_analysis *reading, kti_arena *arena,
                          unsigned *closings) {
    enum { MADE_NOUN = 1u << KTI_CLOSING_NAMED | 1u << KTI_CLOSING_NOTE };
    kti_edge *edges;
    size_t count;
    KTI_TRY(kti_edges_of(text, reading, arena, &edges, &count));
    *closings = 1u << KTI_CLOSING_NONE;
    for (size_t i = 0; i < count; i++)
        if (edges[i].end == text.len) *closings = 1u << edges[i].closing;
    if ((*closings & MADE_NOUN) != 0) *closings |= MADE_NOUN;
    return KT_OK;
}
