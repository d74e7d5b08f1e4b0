/* terms.c - pairs that translate each other word by word: 국가 안전보장국, National Security
 * Agency. */
#include <string.h>

#include "align/scorer.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "names/components.h"

enum { SYLLABLE = 3, WORDS = 8, PARTS = 48, LONGEST = 30 * SYLLABLE };

/* The words of an English stretch that mean something, and those that are accounted for. */
typedef struct content {
    kt_str words[WORDS];
    size_t count;
    unsigned used; /* a bit each */
} content;

static bool read_content(const kti_english *en, const kti_stretch *t, content *out) {
    *out = (content){.count = 0};
    for (size_t i = t->first; i <= t->last; i++) {
        if (en->words[i].linking) continue;
        if (en->words[i].function || out->count == WORDS) return false;
        out->words[out->count++] = kti_str_span(en->text, en->words[i].span);
    }
    return out->count >= 2;
}

/* Equal but for capitals, or for an ending: publish, Publishers. */
static bool is_word(kt_str word, kt_str listed) {
    enum { STEM = 4, ENDING = 4 };
    if (word.len == 0 || listed.len == 0 || kti_ascii_lower(word.ptr[0]) != listed.ptr[0])
        return false;
    size_t shorter = word.len < listed.len ? word.len : listed.len;
    size_t longer = word.len < listed.len ? listed.len : word.len;
    for (size_t i = 0; i < shorter; i++)
        if (kti_ascii_lower(word.ptr[i]) != listed.ptr[i]) return false;
    return shorter == longer || (shorter >= STEM && longer - shorter <= ENDING);
}

static bool is_linking(kt_str word) {
    return kti_str_eq(word, KTI_STR("of")) || kti_str_eq(word, KTI_STR("and")) ||
           kti_str_eq(word, KTI_STR("for"));
}

/* Takes the words of one translation, in a row, where they are free. */
static bool take_at(content *c, size_t at, kt_str phrase) {
    unsigned taken = 0;
    while (phrase.len > 0) {
        kt_str word = kti_str_next_field(&phrase, ' ');
        if (is_linking(word)) continue;
        if (at >= c->count || (c->used >> at & 1) != 0 || !is_word(c->words[at], word))
            return false;
        taken |= 1u << at++;
    }
    c->used |= taken;
    return true;
}

static bool take(content *c, const kti_component *component) {
    kt_str list = kti_str(component->english);
    while (list.len > 0) {
        kt_str phrase = kti_str_next_field(&list, '|');
        for (size_t at = 0; at < c->count; at++)
            if (take_at(c, at, phrase)) return true;
    }
    return false;
}

/* A component of a name, and where it stands. */
typedef struct part {
    const kti_component *component;
    uint32_t at, len; /* bytes */
} part;

/* A name with the components that begin at any of its syllables and that something may say: in
 * order, longest first. */
typedef struct parsed {
    kt_str hangul;
    part parts[PARTS];
    size_t count;
} parsed;

/* `initials` are the first letters of what may say them. */
static void parse(const kti_component_index *index, kt_str hangul, uint32_t initials, parsed *out) {
    out->hangul = hangul;
    out->count = 0;
    for (size_t at = 0; at < hangul.len; at += hangul.ptr[at] == ' ' ? 1 : SYLLABLE) {
        const kti_component *c;
        kt_str text = kti_str_cut(hangul, at, hangul.len);
        size_t count = text.ptr[0] == ' ' ? 0 : kti_components_indexed(index, text, &c),
               begun = out->count;
        for (size_t i = 0; i < count && out->count < PARTS; i++) {
            kt_str word = kti_component_korean(index, &c[i]);
            if ((kti_component_initials(index, &c[i]) & initials) == 0) continue;
            if (!kti_str_starts(text, word)) continue;
            size_t to = out->count++;
            for (; to > begun && out->parts[to - 1].len < word.len; to--)
                out->parts[to] = out->parts[to - 1];
            out->parts[to] = (part){&c[i], (uint32_t)at, (uint32_t)word.len};
        }
    }
}

/* The longest component at `at` that has a translation among the words; its length, 0 = none.
 * `*next` is the first part not before `at`. */
static size_t take_longest(const parsed *p, content *c, size_t at, size_t *next) {
    while (*next < p->count && p->parts[*next].at < at)
        (*next)++;
    for (size_t i = *next; i < p->count && p->parts[i].at == at; i++)
        if (take(c, p->parts[i].component)) return p->parts[i].len;
    return 0;
}

/* Particles and the like between the parts of a name say nothing. */
static bool is_filler(kt_str hangul, size_t at) {
    static const char fillers[][SYLLABLE + 1] = {"과", "와", "및"};
    bool ends = at + SYLLABLE < hangul.len && hangul.ptr[at + SYLLABLE] == ' ';
    for (size_t i = 0; ends && i < sizeof fillers / sizeof *fillers; i++)
        if (memcmp(hangul.ptr + at, fillers[i], SYLLABLE) == 0) return true;
    return false;
}

/* What is left of the Hangul when its components are taken. */
typedef struct rest {
    kt_str gap; /* the longest stretch in a row that has no translation */
    size_t syllables, unmatched, components;
    bool ends; /* with a component */
} rest;

static rest walk(const parsed *p, content *c) {
    kt_str hangul = p->hangul;
    rest r = {.gap = {hangul.ptr, 0}};
    size_t gap = 0, next = 0; /* where the gap at hand begins */
    for (size_t at = 0; at < hangul.len;) {
        if (hangul.ptr[at] == ' ') {
            gap = ++at;
            continue;
        }
        size_t len = take_longest(p, c, at, &next);
        r.components += len > 0;
        r.ends = len > 0;
        r.syllables += len > 0 ? len / SYLLABLE : 1;
        if (len == 0 && is_filler(hangul, at)) {
            gap = at += SYLLABLE;
            continue;
        }
        r.unmatched += len == 0;
        at += len > 0 ? len : SYLLABLE;
        if (len > 0) gap = at;
        if (at - gap > r.gap.len) r.gap = kti_str_cut(hangul, gap, at);
    }
    return r;
}

/* Which country it is of may be left unsaid: 기상청, Korea Meteorological Administration. */
static bool may_be_unsaid(kt_str word) {
    return is_word(word, KTI_STR("korea")) || is_word(word, KTI_STR("korean")) ||
           is_word(word, KTI_STR("national"));
}

/* The one word that is not accounted for, SIZE_MAX when there is another number of them. */
static size_t one_left(const content *c) {
    size_t left = SIZE_MAX;
    for (size_t i = 0; i < c->count; i++) {
        if ((c->used >> i & 1) != 0 || may_be_unsaid(c->words[i])) continue;
        if (left != SIZE_MAX) return SIZE_MAX;
        left = i;
    }
    return left;
}

static bool is_all_used(const content *c) {
    for (size_t i = 0; i < c->count; i++)
        if ((c->used >> i & 1) == 0 && !may_be_unsaid(c->words[i])) return false;
    return true;
}

static size_t most_unmatched(const rest *r) {
    return 1 + r->syllables / 8;
}

/* 소프트웨어 of 소프트웨어 출판협회: what has no translation is spelt. */
static void take_spelt(const kti_scorer *s, content *c, rest *r) {
    static const double least = 0.6;
    size_t word = one_left(c);
    if (word == SIZE_MAX || r->gap.len < 2 * SYLLABLE || r->components == 0) return;
    if (r->unmatched - r->gap.len / SYLLABLE > most_unmatched(r)) return; /* in vain */
    kti_prepared prepared;
    kti_match_prepare(s->matcher, r->gap, &prepared);
    if (kti_match_spelling(s->matcher, &prepared, c->words[word], NULL) < least) return;
    c->used |= 1u << word;
    r->unmatched -= r->gap.len / SYLLABLE;
    r->components++;
}

static unsigned count_bits(unsigned bits) {
    unsigned count = 0;
    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

static void pair_stretch(kti_scorer *s, uint32_t index, const parsed *p, const kti_stretch *t) {
    static const double all = 0.86, most = 0.74, each = 0.03; /* a word more than two */
    content c;
    if (!read_content(s->en, t, &c)) return;
    rest r = walk(p, &c);
    if (r.components == 0 || !r.ends) return;
    if (!is_all_used(&c)) take_spelt(s, &c, &r);
    if (!is_all_used(&c) || count_bits(c.used) < 2 || r.components + 1 < count_bits(c.used)) return;
    if (r.unmatched > most_unmatched(&r)) return;
    kti_score_add(s, index, t->en, KT_EVIDENCE_TRANSLATED,
                  (r.unmatched == 0 ? all : most) + each * (double)(c.count - 2),
                  7.0 * (double)(r.syllables - r.unmatched));
}

/* 외무장관 is an office, which somebody holds. */
static bool is_office(kt_str hangul) {
    static const kt_str offices[] = {KTI_STR_INIT("장관"),   KTI_STR_INIT("총리"),
                                     KTI_STR_INIT("대통령"), KTI_STR_INIT("의원"),
                                     KTI_STR_INIT("총재"),   KTI_STR_INIT("의장")};
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (kti_str_ends(hangul, offices[i])) return true;
    return false;
}

/* Syllables and single spaces, with something to translate. */
static bool may_be_translated(const kti_component_index *index, kt_str hangul) {
    bool component = false;
    if (hangul.len < 2 * SYLLABLE || hangul.len > LONGEST) return false;
    if (!kti_component_ends(index, hangul) || is_office(hangul)) return false;
    for (size_t at = 0; at < hangul.len;) {
        kti_cp unit = kti_utf8_at(hangul, at);
        if (unit.cp != ' ' && !kti_is_syllable(unit.cp)) return false;
        if (at == 0 || hangul.ptr[at - 1] == ' ')
            component =
                component || kti_component_begins(index, kti_str_cut(hangul, at, hangul.len));
        at += unit.len;
    }
    return component || kti_ends_in_body(hangul);
}

/* ---- what the English side may say ---------------------------------------------------------- */

/* Whether a part may say a word, by itself or as one of several. */
static bool says(const kti_component *component, kt_str word) {
    char initial = kti_ascii_lower(word.ptr[0]);
    bool begins = true;
    for (const char *c = component->english; *c != '\0'; c++) {
        if (begins && *c == initial) {
            kt_str listed = {c, strcspn(c, " |")};
            if (is_word(word, listed)) return true;
        }
        begins = *c == '|' || *c == ' ';
    }
    return false;
}

static bool is_said_by(const kti_scorer *s, const parsed *p, size_t word) {
    const kti_en_word *w = &s->en->words[word];
    kt_str text = kti_str_span(s->en->text, w->span);
    uint32_t initial = s->bones.words[word].initial;
    if (may_be_unsaid(text)) return true;
    for (size_t i = 0; w->capital && i < p->count; i++)
        if ((kti_component_letters(s->job->components, p->parts[i].component) & initial) != 0 &&
            says(p->parts[i].component, text))
            return true;
    return false;
}

/* Marks the words within reach that some part of the name says; those of no stretch are as they
 * are. */
static void mark_said(const kti_scorer *s, const parsed *p, bool *said) {
    for (size_t w = s->low; w < s->high; w++)
        said[w - s->low] = s->bones.words[w].initial != 0 && is_said_by(s, p, w);
}

/* All words but one, which may be spelt. */
static bool is_said(const kti_scorer *s, const kti_stretch *t, const bool *said) {
    size_t not_said = 0, words = 0;
    for (size_t w = t->first; w <= t->last; w++) {
        if (s->en->words[w].linking) continue;
        words++;
        not_said += !said[w - s->low];
    }
    return not_said <= 1 && not_said < words;
}

/* First letters of words in stretches of two words and more within reach, but for those that no
 * translation begins with. */
static uint32_t initials_in_reach(kti_scorer *s) {
    uint32_t initials = 0;
    if (s->reach.asked && s->reach.low == s->low && s->reach.high == s->high)
        return s->reach.initials;
    for (size_t i = s->from[s->low]; i < s->from[s->high]; i++)
        if (s->stretches[i].last > s->stretches[i].first)
            for (size_t w = s->stretches[i].first; w <= s->stretches[i].last; w++)
                if (!s->en->words[w].linking) initials |= s->bones.words[w].initial;
    s->reach = (kti_reach){true, s->low, s->high, initials};
    return initials;
}

static void pair_component_name(kti_scorer *s, uint32_t index, kt_str hangul, uint32_t initials) {
    parsed p;
    parse(s->job->components, hangul, initials, &p);
    bool said[KTI_REACH * 2];
    if (p.count == 0) return;
    mark_said(s, &p, said);
    for (size_t i = s->from[s->low]; i < s->from[s->high]; i++) {
        const kti_stretch *t = &s->stretches[i];
        if (t->last > t->first && t->last < s->high && is_said(s, t, said))
            pair_stretch(s, index, &p, t);
    }
}

/* 리사 [변호사]: with a title behind, it is a person. */
static bool has_title_behind(const kti_lexicon *lexicon, kt_str hangul) {
    kti_entry row;
    size_t at = hangul.len;
    while (at > 0 && hangul.ptr[at - 1] != ' ')
        at--;
    kt_str last = kti_str_cut(hangul, at, hangul.len);
    return at > 0 && kti_lexicon_rows(lexicon, last, 1u << KTI_ENTRY_TITLE, &row, 1) > 0;
}

void kti_pair_by_terms(kti_scorer *s, uint32_t index) {
    const kti_ko_name *name = &s->ko->names[index];
    bool again =
        index > 0 && name[-1].span.start == name->span.start && name[-1].span.end == name->span.end;
    if (again || name->surname_only) return;
    uint32_t initials = initials_in_reach(s);
    kt_str hangul = kti_str_span(s->ko->text, name->span);
    if (initials != 0 && may_be_translated(s->job->components, hangul) &&
        !has_title_behind(s->matcher->lexicon, hangul))
        pair_component_name(s, index, hangul, initials);
}
