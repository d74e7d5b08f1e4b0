/* rules.c - the spacing chapter of the Hangul Orthography (articles 2 and 41 to 50) as a table. The
 * first row that fits two neighbours decides. */
#include "spacing/rules.h"

#include "core/rule.h"
#include "spacing/spacing.h"

/* ---- articles ------------------------------------------------------------------------------- */

typedef enum article {
    ARTICLE_NONE,
    ARTICLE_2,
    ARTICLE_2_WORD,
    ARTICLE_41,
    ARTICLE_42,
    ARTICLE_43,
    ARTICLE_45,
    ARTICLE_47,
    ARTICLE_47_JOINED,
    ARTICLE_48,
    ARTICLES
} article;

static const kt_rule articles[ARTICLES] = {
    [ARTICLE_2] = {"Hangul Orthography", "2", "words are written apart"},
    [ARTICLE_2_WORD] = {"Hangul Orthography", "2",
                        "a word, with its affixes and endings, is written solid"},
    [ARTICLE_41] = {"Hangul Orthography", "41",
                    "a particle is written solid with the word before it"},
    [ARTICLE_42] = {"Hangul Orthography", "42", "a bound noun is written apart"},
    [ARTICLE_43] = {"Hangul Orthography", "43", "a noun that counts is written apart"},
    [ARTICLE_45] = {"Hangul Orthography", "45", "words that join or list are written apart"},
    [ARTICLE_47] = {"Hangul Orthography", "47", "an auxiliary verb is written apart"},
    [ARTICLE_47_JOINED] = {"Hangul Orthography", "47", "지다 is written solid with -아/어"},
    [ARTICLE_48] = {"Hangul Orthography", "48", "a title is written apart from the name before it"},
};

kt_rule kti_spacing_rule(uint32_t index) {
    return index > 0 && index < ARTICLES ? articles[index] : (kt_rule){"", "", ""};
}

/* ---- the table ------------------------------------------------------------------------------ */

#define E(name) (1u << KTI_ENDS_##name)
#define B(name) (1u << KTI_BEGINS_##name)

enum {
    ANY = -1, /* as a set: all */
    /* What it costs to write a pair so: known words cost from 1000 to 8000. */
    FREE = 0,
    RARE = 1500,    /* also right now and then */
    UNUSUAL = 2500, /* seldom right, but hard to be sure of */
    POOR = 4500,    /* hardly ever right */
    WRONG = 6000,
    NEVER = 8000
};

#define NOUNS   (E(NOUN) | E(NAME) | E(PERSON))
#define NOMINAL (NOUNS | E(PRONOUN) | E(BOUND) | E(NATIVE) | E(NUMERAL) | E(DIGIT))
#define NUMBERS (E(NATIVE) | E(NUMERAL) | E(DIGIT))
#define ADVERBS (E(ADVERB) | E(SMALL) | E(CRY) | E(DETERMINER))

#define NAMED       (B(NOUN) | B(SYLLABLE) | B(NAME))
#define BOUND       (B(BOUND) | B(REASON) | B(SEEM) | B(LIST) | B(TITLE) | B(UNIT) | B(HOUR))
#define AUXILIARIES (B(AUXILIARY) | B(BECOME) | B(DO))
#define PREDICATES  (B(VERB) | B(RECEIVE) | AUXILIARIES)

typedef struct row {
    uint32_t ends, begins; /* sets */
    int16_t solid, spaced; /* costs */
    int16_t lean;          /* how much dearer solid is where no space can be trusted */
    article article;
} row;

static const row rows[] = {
    {E(OPEN), B(JOSA) | B(DOUBTFUL) | B(COPULA) | B(ENDING) | B(SUFFIX) | B(MAKER), POOR, POOR, 0,
     ARTICLE_NONE},
    {E(OTHER) | E(OPEN), (uint32_t)ANY, FREE, FREE, 0, ARTICLE_NONE},
    /* Art. 41: particles, and 이다. */
    {(uint32_t)ANY, B(JOSA), FREE, WRONG, 0, ARTICLE_41},
    {(uint32_t)ANY, B(DOUBTFUL), FREE, POOR, 0, ARTICLE_41},
    {(uint32_t)ANY, B(COPULA), FREE, WRONG, 0, ARTICLE_41},
    /* Art. 2: what is no word by itself. */
    {(uint32_t)ANY, B(ENDING), FREE, NEVER, 0, ARTICLE_2_WORD},
    {E(STEM), (uint32_t)ANY, FREE, NEVER, 0, ARTICLE_2_WORD},
    {NOUNS, B(RECEIVE), FREE, FREE, 0, ARTICLE_NONE},
    {NOMINAL | ADVERBS, B(SUFFIX) | B(MAKER), FREE, POOR, 0, ARTICLE_2_WORD},
    {(uint32_t)ANY, B(HONORIFIC), FREE, FREE, 0, ARTICLE_NONE},
    {E(PREFIX), BOUND, WRONG, WRONG, 0, ARTICLE_NONE},
    {E(PREFIX), (uint32_t)ANY, FREE, RARE, 0, ARTICLE_2_WORD},
    /* Art. 47: auxiliaries, solid permitted behind 아/어 and an adnominal form. */
    {E(JOINING), B(BECOME), FREE, POOR, 0, ARTICLE_47_JOINED},
    {E(JOINING), B(DO), FREE, FREE, 0, ARTICLE_NONE},
    {E(JOINING), B(AUXILIARY), FREE, FREE, RARE, ARTICLE_47},
    {E(ADNOMINAL), B(SEEM) | AUXILIARIES, FREE, FREE, RARE, ARTICLE_47},
    {E(LINK), AUXILIARIES, WRONG, FREE, 0, ARTICLE_47},
    {E(JOINING), B(VERB) | B(RECEIVE), UNUSUAL, FREE, RARE, ARTICLE_2},
    /* Art. 42: bound nouns. */
    {E(ADNOMINAL) | E(JOSA) | E(LINK), BOUND, WRONG, FREE, 0, ARTICLE_42},
    {E(ADNOMINAL) | E(LINK) | E(JOSA), B(SUFFIX), FREE, FREE, 0, ARTICLE_NONE},
    {E(ADNOMINAL) | E(LINK) | E(JOSA) | E(JOINING), (uint32_t)ANY, WRONG, FREE, 0, ARTICLE_2},
    {NOUNS | E(PRONOUN) | E(BOUND), B(REASON), WRONG, FREE, 0, ARTICLE_42},
    {E(BOUND), B(VERB) | B(RECEIVE) | B(AUXILIARY), WRONG, FREE, 0, ARTICLE_42},
    {NOUNS, B(DO), POOR, RARE, 0, ARTICLE_2},
    /* Art. 48: titles. */
    {E(PERSON), B(TITLE), WRONG, FREE, 0, ARTICLE_48},
    /* Art. 43: units; solid permitted for an order, and with digits. */
    {E(NATIVE), B(HOUR), FREE, FREE, RARE, ARTICLE_43},
    {E(NATIVE), B(UNIT), WRONG, FREE, 0, ARTICLE_43},
    {E(NATIVE), NAMED, UNUSUAL, FREE, 0, ARTICLE_43},
    {NUMBERS, B(UNIT) | B(HOUR) | B(BOUND) | B(NUMERAL), FREE, FREE, 0, ARTICLE_NONE},
    /* Art. 45: lists. */
    {NOMINAL | E(NOMINAL), B(LIST), WRONG, FREE, 0, ARTICLE_45},
    /* Bound nouns behind nouns are on their way to suffixes: 중, 내, 시. */
    {NOMINAL | E(NOMINAL), BOUND, FREE, FREE, RARE, ARTICLE_42},
    /* Art. 46: words of one syllable in a row may be joined. */
    {E(SMALL), B(SMALL) | B(SYLLABLE), FREE, FREE, RARE, ARTICLE_2},
    {E(SMALL), PREDICATES, POOR, FREE, 0, ARTICLE_2},
    /* Art. 49 and 50: names and terms, solid or by words. */
    {NOUNS | E(NOMINAL) | NUMBERS, B(SYLLABLE), FREE, FREE, 0, ARTICLE_NONE},
    {NOUNS | E(NOMINAL) | NUMBERS, NAMED | BOUND | B(PREFIX), FREE, FREE, RARE, ARTICLE_2},
    {E(CRY), B(CRY), FREE, FREE, 0, ARTICLE_NONE},
    /* Art. 2: all other words. */
    {NOMINAL | E(NOMINAL), PREDICATES | B(DETERMINER) | B(ADVERB) | B(CRY), POOR, FREE, 0,
     ARTICLE_2},
    {E(ADVERB) | E(DETERMINER), (uint32_t)ANY, POOR, FREE, 0, ARTICLE_2},
    {(uint32_t)ANY, (uint32_t)ANY, UNUSUAL, FREE, 0, ARTICLE_2},
};

static const row *row_of(kti_end end, kti_begin begin) {
    const row *r = rows;
    while ((r->ends & (1u << end)) == 0 || (r->begins & (1u << begin)) == 0)
        r++; /* the last one fits all */
    return r;
}

uint32_t kti_spacing_rule_between(kti_end end, kti_begin begin) {
    return KTI_RULES_SPACE + (uint32_t)row_of(end, begin)->article;
}

uint32_t kti_spacing_rule_inside(void) {
    return KTI_RULES_SPACE + ARTICLE_2_WORD;
}

/* ---- costs ---------------------------------------------------------------------------------- */

/* What a change costs; more than a wrong pair gains means never. */
typedef struct level {
    int16_t put_in, put_in_sparse, take_out, inside, whole, whole_sparse;
} level;

static const level levels[] = {
    [KT_SPACE_NORMAL] = {3000, 2000, 3500, 3500, 0, 0},
    [KT_SPACE_CAUTIOUS] = {5000, 5000, 5000, 5500, 0, 0},
    [KT_SPACE_FULL] = {800, 400, 3000, 3000, 3500, 1000},
};

enum { NO_CHANGE = 16000 };

static level level_of(const kt_space_options *options, bool sparse) {
    level l = levels[options->level];
    if (sparse) l.put_in = l.put_in_sparse;
    if (sparse) l.whole = l.whole_sparse;
    if (options->changes == KT_SPACE_REMOVE) l.put_in = NO_CHANGE;
    if (options->changes == KT_SPACE_ADD) l.take_out = l.inside = NO_CHANGE;
    return l;
}

static void fill_pair(const row *r, level l, bool lean, kti_end e, kti_begin b,
                      kti_spacing_costs *out) {
    int16_t solid = (int16_t)(r->solid + (lean ? r->lean : 0));
    int16_t put_in = (int16_t)(r->spaced + l.put_in), take_out = (int16_t)(solid + l.take_out);
    bool allowed = r->article != ARTICLE_NONE;
    out->changes[KTI_GAP_SOLID][e][b] = allowed && put_in < solid;
    out->changes[KTI_GAP_SPACED][e][b] = allowed && take_out < r->spaced;
    out->cost[KTI_GAP_FIXED_SOLID][e][b] = solid;
    out->cost[KTI_GAP_FIXED_SPACED][e][b] = r->spaced;
    out->cost[KTI_GAP_SOLID][e][b] = out->changes[KTI_GAP_SOLID][e][b] ? put_in : solid;
    out->cost[KTI_GAP_SPACED][e][b] = out->changes[KTI_GAP_SPACED][e][b] ? take_out : r->spaced;
}

void kti_spacing_costs_fill(const kt_space_options *options, bool sparse, kti_spacing_costs *out) {
    level l = level_of(options, sparse);
    bool lean = sparse && options->level == KT_SPACE_FULL;
    out->inside = l.inside;
    out->whole = l.whole;
    for (int e = 0; e < KTI_ENDS; e++)
        for (int b = 0; b < KTI_BEGINS; b++)
            fill_pair(row_of((kti_end)e, (kti_begin)b), l, lean, (kti_end)e, (kti_begin)b, out);
}
