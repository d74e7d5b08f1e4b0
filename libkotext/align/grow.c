#include "align/grow.h"

#include "align/assign.h"
#include "analyze/josa.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "names/clues.h"
#include "names/generic.h"

enum { SYLLABLE = 3, LONGEST_WORD = 7 * SYLLABLE, ROUNDS = 4 };

/* How well two words beside a pair must spell each other: a dictionary's pair stands alone. */
static const double fits = 0.45, fits_listed = 0.65, misspelt = 1e-5;

typedef struct grower {
    const kti_matcher *matcher;
    kti_korean *ko;
    const kti_english *en;
    kti_pairs *pairs;
    uint32_t *chosen;
    uint32_t *order; /* names that are chosen, paired or not, by place */
    size_t count;
    uint32_t *owner; /* name + 1 that holds each English word; 0 = free */
} grower;

/* ---- the two sides -------------------------------------------------------------------------- */

static kti_pair *pair_of(const grower *g, uint32_t name) {
    uint32_t pair = g->chosen[name];
    return pair == KTI_UNPAIRED || pair == KTI_NOT_A_NAME ? NULL : &g->pairs->items[pair];
}

static void own(grower *g, uint32_t name) {
    kt_span en = pair_of(g, name)->en;
    for (size_t w = kti_english_word_at(g->en, en.start);
         w < g->en->word_count && g->en->words[w].span.start < en.end; w++)
        g->owner[w] = name + 1;
}

/* The English word right before or behind a pair, SIZE_MAX when none may belong to it. */
static size_t english_before(const grower *g, const kti_pair *p) {
    size_t first = kti_english_word_at(g->en, p->en.start);
    if (first == 0 || first >= g->en->word_count) return SIZE_MAX;
    const kti_en_word *w = g->en->words;
    bool apart = w[first].fenced || w[first].joined || w[first].span.start != p->en.start;
    return apart || !w[first - 1].capital ? SIZE_MAX : first - 1;
}

static size_t english_behind(const grower *g, const kti_pair *p) {
    size_t next = kti_english_word_at(g->en, p->en.end);
    if (next == 0 || next >= g->en->word_count) return SIZE_MAX;
    const kti_en_word *w = g->en->words;
    bool apart = w[next].fenced || w[next].joined || w[next - 1].span.end != p->en.end;
    return apart || !w[next].capital ? SIZE_MAX : next;
}

/* Less than 0 when it cannot begin so. */
static double spelling(const grower *g, kt_str hangul, kt_str latin) {
    uint8_t letters[KTI_LETTERS_MOST];
    kti_prepared prepared;
    kti_match_prepare(g->matcher, hangul, &prepared);
    if (kti_letters_of(latin, letters) == 0 || (prepared.initials >> letters[0] & 1) == 0)
        return -1;
    return kti_match_spelling(g->matcher, &prepared, latin, NULL);
}

/* A word of no language beside a name that is spelt, with a free English word beside that: it may
 * be badly spelt. */
static bool may_be_misspelt(const grower *g, uint32_t name, kt_str hangul, size_t word) {
    const kti_lexicon *lexicon = g->matcher->lexicon;
    return pair_of(g, name)->evidence == KT_EVIDENCE_SPELLING && hangul.len >= 2 * SYLLABLE &&
           g->owner[word] == 0 && kti_lexicon_has_words(lexicon) &&
           kti_lexicon_word(lexicon, hangul).classes == 0;
}

/* ---- growing -------------------------------------------------------------------------------- */

/* What the place `at` among the chosen names may take in on one side: a name that has no partner,
 * or whose partner lies beside as well. */
static bool may_absorb(const grower *g, uint32_t other, size_t word) {
    const kti_pair *p = pair_of(g, other);
    if (p == NULL) return true;
    bool listed =
        p->evidence == KT_EVIDENCE_DICTIONARY &&
        (g->ko->names[other].type == KT_NAME_PLACE || g->ko->names[other].type == KT_NAME_ORG);
    return !listed && g->owner[word] == other + 1;
}

static void widen(grower *g, uint32_t name, kt_span ko, kt_span en) {
    kti_pair *p = pair_of(g, name);
    kt_span *span = &g->ko->names[name].span;
    if (ko.start < span->start) span->start = ko.start;
    if (ko.end > span->end) span->end = ko.end;
    if (en.start < p->en.start) p->en.start = en.start;
    if (en.end > p->en.end) p->en.end = en.end;
    g->ko->names[name].surname_only = false;
    own(g, name);
}

/* Takes in a chosen name, with its English when that lies beside. */
static void absorb(grower *g, uint32_t name, size_t place) {
    uint32_t other = g->order[place];
    const kti_pair *p = pair_of(g, other);
    if (p != NULL) widen(g, name, g->ko->names[other].span, p->en);
    g->chosen[other] = KTI_NOT_A_NAME;
}

static double least_of(const grower *g, uint32_t name) {
    const kti_pair *p = pair_of(g, name);
    return p->evidence == KT_EVIDENCE_SPELLING || p->evidence == KT_EVIDENCE_PART ? fits
                                                                                  : fits_listed;
}

/* The Hangul word that ends at `end`: at most LONGEST_WORD bytes, a space or the like before it. */
static size_t hangul_start(kt_str text, size_t end) {
    size_t start = end;
    while (start >= SYLLABLE && kti_is_syllable(kti_utf8_before(text, start).cp))
        start -= SYLLABLE;
    return end - start <= LONGEST_WORD ? start : end;
}

/* 피아니스트, 씨: what people are called by is no part of their names. */
static bool is_title(const grower *g, kt_str word) {
    kti_entry row;
    return kti_lexicon_rows(g->matcher->lexicon, word, 1u << KTI_ENTRY_TITLE, &row, 1) > 0;
}

/* Pianists spells 피아니스트, and yet is no name. */
static bool is_spelt_title(const grower *g, uint32_t name) {
    const kti_pair *p = pair_of(g, name);
    const kti_ko_name *ko = &g->ko->names[name];
    return p != NULL && p->evidence == KT_EVIDENCE_SPELLING && !ko->surname_only &&
           ko->type != KT_NAME_PERSON && is_title(g, kti_str_span(g->ko->text, ko->span));
}

/* [톰] 라소다: the whole word before, which has no particle then. */
static bool grow_before(grower *g, size_t place) {
    uint32_t name = g->order[place];
    kti_pair *p = pair_of(g, name);
    kt_str text = g->ko->text;
    uint32_t start = g->ko->names[name].span.start;
    size_t word = english_before(g, p);
    if (word == SIZE_MAX || start < 1 + SYLLABLE || text.ptr[start - 1] != ' ') return false;
    size_t from = hangul_start(text, start - 1);
    if (from == start - 1 || is_title(g, kti_str_cut(text, from, start - 1))) return false;
    bool met = place > 0 && g->ko->names[g->order[place - 1]].span.end > from;
    if (met ? !may_absorb(g, g->order[place - 1], word) : g->owner[word] != 0) return false;
    kt_str hangul = kti_str_cut(text, from, start - 1);
    double least = may_be_misspelt(g, name, hangul, word) ? misspelt : least_of(g, name);
    kt_str latin = kti_str_span(g->en->text, g->en->words[word].span);
    if (spelling(g, hangul, latin) < least) return false;
    if (met) absorb(g, name, place - 1);
    widen(g, name, (kt_span){(uint32_t)from, start}, g->en->words[word].span);
    return true;
}

/* Whether what is left of a word may stand behind a name: a particle, or 이다. */
static bool may_end_name(kt_str name, kt_str rest) {
    static const char *const copulas[] = {"이", "였", "입니", "인", "라고", "라는", "라며", "다"};
    if (rest.len == 0 || kti_josa_fits(name, rest)) return true;
    for (size_t i = 0; i < sizeof copulas / sizeof *copulas; i++)
        if (kti_str_starts(rest, kti_str(copulas[i]))) return rest.len > SYLLABLE;
    return false;
}

/* 빅토르 [차]는: the word behind, less its particle. */
static bool grow_behind(grower *g, size_t place) {
    uint32_t name = g->order[place];
    kti_pair *p = pair_of(g, name);
    kt_str text = g->ko->text;
    size_t start = (size_t)g->ko->names[name].span.end + 1, end = start;
    size_t word = english_behind(g, p);
    if (word == SIZE_MAX || start >= text.len || text.ptr[start - 1] != ' ') return false;
    while (end + SYLLABLE <= text.len && end - start < LONGEST_WORD &&
           kti_is_syllable(kti_utf8_at(text, end).cp))
        end += SYLLABLE;
    bool met = place + 1 < g->count && g->ko->names[g->order[place + 1]].span.start < end;
    if (met ? !may_absorb(g, g->order[place + 1], word) : g->owner[word] != 0) return false;
    kt_str latin = kti_str_span(g->en->text, g->en->words[word].span);
    size_t best = 0;
    double most = -1;
    for (size_t cut = end; cut > start; cut -= SYLLABLE) {
        kt_str hangul = kti_str_cut(text, start, cut);
        kt_str rest = kti_str_cut(text, cut, end);
        if (!may_end_name(hangul, rest)) continue;
        if (is_title(g, hangul)) return false;
        double least = may_be_misspelt(g, name, hangul, word) ? misspelt : least_of(g, name);
        double fit = spelling(g, hangul, latin);
        if (fit < least || fit < most) continue;
        most = fit;
        best = cut;
    }
    if (best == 0) return false;
    if (met) absorb(g, name, place + 1);
    widen(g, name, (kt_span){(uint32_t)start, (uint32_t)best}, g->en->words[word].span);
    return true;
}

/* [노박] 조코비치: the word before spells the first of Novak Djokovic, which the pair has already.
 */
static bool grow_inside(grower *g, size_t place) {
    uint32_t name = g->order[place];
    const kti_pair *p = pair_of(g, name);
    const kti_ko_name *ko = &g->ko->names[name];
    kt_str text = g->ko->text, latin = kti_str_span(g->en->text, p->en);
    size_t start = ko->span.start, words = 1;
    for (size_t i = ko->span.start; i < ko->span.end; i++)
        words += text.ptr[i] == ' ';
    kt_str first = kti_str_next_field(&latin, ' ');
    if (ko->type != KT_NAME_PERSON || latin.len == 0 || words > 1) return false;
    if (start < 1 + SYLLABLE || text.ptr[start - 1] != ' ') return false;
    size_t from = hangul_start(text, start - 1);
    kt_str hangul = kti_str_cut(text, from, start - 1);
    if (hangul.len < 2 * SYLLABLE || is_title(g, hangul)) return false;
    bool met = place > 0 && g->ko->names[g->order[place - 1]].span.end > from;
    if (met && pair_of(g, g->order[place - 1]) != NULL) return false;
    if (spelling(g, hangul, first) < fits_listed) return false;
    if (met) absorb(g, name, place - 1);
    widen(g, name, (kt_span){(uint32_t)from, (uint32_t)start}, p->en);
    return true;
}

/* ---- surnames ------------------------------------------------------------------------------- */

/* The word before a pair and a comma: [Lee], Young-hee. */
static size_t surname_before(const grower *g, const kti_pair *p) {
    size_t first = kti_english_word_at(g->en, p->en.start);
    if (first == 0 || first >= g->en->word_count) return SIZE_MAX;
    const kti_en_word *w = &g->en->words[first - 1];
    bool comma = w->span.end + 2 == p->en.start && g->en->text.ptr[w->span.end] == ',';
    return comma && w->capital ? first - 1 : SIZE_MAX;
}

static bool is_surname(const grower *g, kt_str surname, size_t word) {
    if (word == SIZE_MAX || g->owner[word] != 0) return false;
    kt_str latin = kti_str_span(g->en->text, g->en->words[word].span);
    return kti_match_surname(g->matcher, surname, latin) > 0;
}

/* Lee, [Young-hee], and [Kwang Kyung] Yoo: the pair spells the given name only, and the surname
 * stands beside it. */
static bool grow_surname(grower *g, size_t place) {
    uint32_t name = g->order[place];
    const kti_pair *p = pair_of(g, name);
    kt_span span = g->ko->names[name].span;
    kt_str hangul = kti_str_span(g->ko->text, span), latin = kti_str_span(g->en->text, p->en);
    if (p->evidence != KT_EVIDENCE_SPELLING || hangul.len != 3 * SYLLABLE) return false;
    kt_str surname = kti_str_cut(hangul, 0, SYLLABLE);
    size_t word = surname_before(g, p);
    if (!is_surname(g, surname, word)) word = english_behind(g, p);
    if (!is_surname(g, surname, word)) word = english_before(g, p);
    if (!is_surname(g, surname, word)) return false;
    double given = spelling(g, kti_str_cut(hangul, SYLLABLE, hangul.len), latin);
    if (given < spelling(g, hangul, latin)) return false;
    widen(g, name, span, g->en->words[word].span);
    return true;
}

/* ---- generic words -------------------------------------------------------------------------- */

static bool is_letter_at(kt_str text, size_t at) {
    return at < text.len && (kti_is_ascii_alpha(text.ptr[at]) || kti_is_ascii_digit(text.ptr[at]));
}

/* Where one of a '|' list stands behind `at` and a space; its end, 0 = none does. */
static uint32_t listed_behind(kt_str text, uint32_t at, const char *list) {
    kt_str rest = list == NULL ? (kt_str){NULL, 0} : kti_str(list);
    while (rest.len > 0) {
        kt_str word = kti_str_next_field(&rest, '|');
        size_t end = (size_t)at + 1 + word.len;
        if (at >= text.len || end > text.len || text.ptr[at] != ' ') continue;
        bool same = kti_str_eq(kti_str_cut(text, at + 1, end), word);
        if (same && !is_letter_at(text, end)) return (uint32_t)end;
    }
    return 0;
}

static uint32_t listed_before(kt_str text, uint32_t at, const char *list) {
    kt_str rest = list == NULL ? (kt_str){NULL, 0} : kti_str(list);
    while (rest.len > 0) {
        kt_str word = kti_str_next_field(&rest, '|');
        if (at < word.len + 1 || text.ptr[at - 1] != ' ') continue;
        size_t start = at - 1 - word.len;
        bool same = kti_str_eq(kti_str_cut(text, start, at - 1), word);
        if (same && (start == 0 || !is_letter_at(text, start - 1))) return (uint32_t)start + 1;
    }
    return 0;
}

/* 초등학교: what a place has in front of it is a body. */
static bool ends_body(kt_str word) {
    return (kti_clue_of(NULL, word) & (KTI_BODY | KTI_BODY_OF_NAME)) != 0;
}

/* [안데르센] 공군기지 = [Andersen] Air Force Base, [예일]대 = [Yale] University. */
static bool grow_generic(grower *g, size_t place) {
    uint32_t name = g->order[place];
    kti_pair *p = pair_of(g, name);
    kt_str text = g->ko->text, english = g->en->text;
    size_t at = g->ko->names[name].span.end, length;
    if (at < text.len && text.ptr[at] == ' ') at++;
    const kti_generic *word = kti_generic_begins(kti_str_cut(text, at, text.len), &length);
    size_t end = at + length;
    if (word == NULL) return false;
    uint32_t behind = listed_behind(english, p->en.end, word->behind);
    uint32_t before = behind > 0 ? 0 : listed_before(english, p->en.start, word->before);
    if (behind == 0 && before == 0) return false;
    bool met = place + 1 < g->count && g->ko->names[g->order[place + 1]].span.start < end;
    if (met && pair_of(g, g->order[place + 1]) != NULL) return false;
    kt_span en = p->en;
    if (behind > 0) en.end = behind;
    if (before > 0) en.start = before - 1;
    for (size_t w = kti_english_word_at(g->en, en.start);
         w < g->en->word_count && g->en->words[w].span.start < en.end; w++)
        if (g->owner[w] != 0 && g->owner[w] != name + 1) return false;
    if (met) absorb(g, name, place + 1);
    widen(g, name, (kt_span){g->ko->names[name].span.start, (uint32_t)end}, en);
    kt_name_type *type = &g->ko->names[name].type;
    if (*type == KT_NAME_OTHER || ends_body(kti_str(word->korean))) *type = KT_NAME_ORG;
    return true;
}

/* [베네치아] 영화제 = [Venice] Film Festival: what is translated takes in the place before it. */
static bool grow_place(grower *g, size_t place) {
    uint32_t name = g->order[place];
    const kti_pair *p = pair_of(g, name);
    if (place == 0 || p->evidence != KT_EVIDENCE_TRANSLATED) return false;
    uint32_t other = g->order[place - 1];
    const kti_pair *before = pair_of(g, other);
    kt_span ko = g->ko->names[other].span;
    if (before == NULL || g->ko->names[other].type != KT_NAME_PLACE) return false;
    bool beside = ko.end + 1 == g->ko->names[name].span.start && g->ko->text.ptr[ko.end] == ' ' &&
                  before->en.end + 1 == p->en.start && g->en->text.ptr[before->en.end] == ' ';
    if (beside) absorb(g, name, place - 1);
    return beside;
}

/* ---- all ------------------------------------------------------------------------------------ */

static void drop_absorbed(grower *g) {
    size_t kept = 0;
    for (size_t i = 0; i < g->count; i++)
        if (g->chosen[g->order[i]] != KTI_NOT_A_NAME) g->order[kept++] = g->order[i];
    g->count = kept;
}

static bool grow_all(grower *g) {
    bool any = false;
    for (size_t i = 0; i < g->count; i++) {
        uint32_t name = g->order[i];
        if (g->chosen[name] == KTI_NOT_A_NAME || pair_of(g, name) == NULL) continue;
        bool title = g->ko->names[name].surname_only && g->ko->names[name].title.end > 0;
        bool grown = grow_before(g, i) ||
                     (!title && (grow_behind(g, i) || grow_inside(g, i) || grow_surname(g, i)));
        any = grown || (!title && grow_generic(g, i)) || grow_place(g, i) || any;
    }
    return any;
}

kt_status kti_grow(const kti_matcher *matcher, kti_korean *ko, const kti_english *en,
                   kti_pairs *pairs, uint32_t *chosen) {
    grower g = {matcher, ko, en, pairs, chosen, NULL, 0, NULL};
    g.order = kti_arena_take(pairs->arena, (ko->name_count + 1) * sizeof *g.order);
    g.owner = kti_arena_zeroed(pairs->arena, en->word_count + 1, sizeof *g.owner);
    if (g.order == NULL || g.owner == NULL) return KT_ERR_NOMEM;
    for (uint32_t i = 0; i < ko->name_count; i++) {
        if (chosen[i] != KTI_NOT_A_NAME && is_spelt_title(&g, i)) chosen[i] = KTI_NOT_A_NAME;
        if (chosen[i] == KTI_NOT_A_NAME) continue;
        g.order[g.count++] = i;
        if (pair_of(&g, i) != NULL) own(&g, i);
    }
    for (int round = 0; round < ROUNDS && grow_all(&g); round++)
        drop_absorbed(&g);
    return KT_OK;
}
