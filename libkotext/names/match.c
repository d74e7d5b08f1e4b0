#include "names/match.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "names/shape.h"
#include "names/short_forms.h"
#include "names/syllables.h"

enum { SYLLABLE = 3, WORDS = 6 };

void kti_matcher_open(const kti_lexicon *lexicon, kti_matcher *out) {
    out->lexicon = lexicon;
    kti_units_open(kti_lexicon_model(lexicon, KTI_MODEL_FOREIGN), &out->foreign);
    kti_units_open(kti_lexicon_model(lexicon, KTI_MODEL_KOREAN), &out->korean);
    out->given = kti_given_model_open(kti_lexicon_model(lexicon, KTI_MODEL_GIVEN));
}

/* ---- the Hangul side ------------------------------------------------------------------------ */

static size_t syllables_of(kt_str text) {
    size_t count = 0;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        if (!kti_is_syllable(unit.cp)) return 0;
        at += unit.len;
        count++;
    }
    return count;
}

/* Letters that what begins with a syllable may begin with. */
static uint32_t syllable_initials(const kti_matcher *m, uint32_t cp) {
    if (!kti_is_syllable(cp)) return 0;
    kt_syllable s = kti_split(cp);
    size_t unit = s.choseong != KTI_L_NONE ? s.choseong : (size_t)KTI_INITIALS + s.jungseong;
    uint32_t mask = m->foreign.starts[unit] | m->korean.starts[unit];
    if (unit == KTI_L_R) mask |= 1u << ('n' - 'a') | 1u << ('y' - 'a') | 1u << ('i' - 'a');
    return mask;
}

/* Any word of the name may come first in Latin. */
static uint32_t initials_of(const kti_matcher *m, kt_str text) {
    uint32_t mask = 0;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        if (at == 0 || text.ptr[at - 1] == ' ') mask |= syllable_initials(m, unit.cp);
        at += unit.len;
    }
    return mask;
}

/* The spellings known of a surname and a given name of one or two syllables. */
static void find_rows(const kti_matcher *m, kti_prepared *out) {
    if (out->surname.len != SYLLABLE || out->given.len == 0 || out->given.len > 2 * SYLLABLE)
        return;
    const kt_str parts[] = {out->surname, kti_str_cut(out->given, 0, SYLLABLE),
                            kti_str_cut(out->given, SYLLABLE, out->given.len)};
    for (uint32_t place = KTI_PLACE_SURNAME; place <= KTI_PLACE_SECOND; place++)
        if (parts[place].len > 0)
            out->row_counts[place] = kti_syllable_spellings(
                m->given, place, kti_utf8_at(parts[place], 0).cp, &out->rows[place]);
}

void kti_match_prepare(const kti_matcher *m, kt_str hangul, kti_prepared *out) {
    memset(out, 0, offsetof(kti_prepared, spellings));
    out->text = hangul;
    out->unit_count = kti_units_of(hangul, out->units);
    out->initials = initials_of(m, hangul);
    size_t syllables = syllables_of(hangul);
    size_t surname = kti_lexicon_surname(m->lexicon, hangul);
    if (surname == 0 || syllables < 1 || syllables > 4) return;
    if (surname == 2 * SYLLABLE && syllables == 2) surname = SYLLABLE;
    out->surname = kti_str_cut(hangul, 0, surname);
    out->given = kti_str_cut(hangul, surname, hangul.len);
    out->given_count = kti_units_of(out->given, out->given_units);
    find_rows(m, out);
    out->spelling_count =
        kti_lexicon_surname_spellings(m->lexicon, out->surname, out->spellings, KTI_SPELLINGS);
    for (size_t i = 0; i < out->spelling_count; i++) {
        uint8_t letters[KTI_LETTERS_MOST];
        if (kti_letters_of(out->spellings[i].latin, letters) > 0) out->initials |= 1u << letters[0];
    }
    if (out->given.len > 0) /* which may come first, too */
        out->initials |= syllable_initials(m, kti_utf8_at(out->given, 0).cp);
}

/* ---- the Latin side ------------------------------------------------------------------------- */

/* Letters of a word, none when it has too many. */
typedef struct latin_word {
    uint8_t letters[KTI_LETTERS_MOST];
    size_t count;
    bool initial; /* it is of one byte */
} latin_word;

typedef struct latin_name {
    latin_word words[WORDS];
    size_t count;
} latin_name;

static bool is_separator(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '\t' || c == ',';
}

static void split(kt_str latin, latin_name *name) {
    size_t at = 0;
    name->count = 0;
    while (at < latin.len && name->count < WORDS) {
        while (at < latin.len && is_separator(latin.ptr[at]))
            at++;
        size_t start = at;
        while (at < latin.len && !is_separator(latin.ptr[at]))
            at++;
        if (at == start) continue;
        latin_word *word = &name->words[name->count++];
        word->initial = at - start == 1;
        word->count = kti_letters_of(kti_str_cut(latin, start, at), word->letters);
    }
}

/* Adds the letters of words [first, last) to the `count` there are, initials (J., W.) left out when
 * `no_initials`, and words that do not fit. */
static size_t add_letters(const latin_name *n, size_t first, size_t last, bool no_initials,
                          uint8_t letters[KTI_LETTERS_MOST], size_t count) {
    for (size_t i = first; i < last; i++) {
        const latin_word *word = &n->words[i];
        if ((no_initials && word->count == 1) || count + word->count > KTI_LETTERS_MOST) continue;
        memcpy(letters + count, word->letters, word->count);
        count += word->count;
    }
    return count;
}

static size_t letters_of(const latin_name *n, size_t first, size_t last, bool no_initials,
                         uint8_t letters[KTI_LETTERS_MOST]) {
    return add_letters(n, first, last, no_initials, letters, 0);
}

static bool has_initial(const latin_name *n) {
    for (size_t i = 0; i < n->count; i++)
        if (n->words[i].initial) return true;
    return false;
}

/* ---- foreign names -------------------------------------------------------------------------- */

/* How a Latin form fits one reading of the name, in nats. */
typedef struct fitness {
    double ratio;      /* ln of how much likelier it is than by chance; -99: not at all */
    double likelihood; /* ln p(Latin | Hangul) */
} fitness;

static fitness better(fitness a, fitness b) {
    return b.ratio > a.ratio ? b : a;
}

static double chance(const kti_units *m, const uint8_t *letters, size_t count) {
    double sums[KTI_LETTERS_MOST + 1];
    kti_units_background(m, letters, count, sums);
    return sums[count];
}

/* The whole name by a model of units, `less` likely than it would be alone. The likelihood costs a
 * logarithm a letter. */
static fitness whole_fit(const kti_units *model, const kti_prepared *p, const uint8_t *letters,
                         size_t count, double less, bool likelihood) {
    double ratio = kti_units_ratio(model, p->units, p->unit_count, letters, count) - less;
    if (!likelihood) return (fitness){ratio, -99};
    return (fitness){ratio, count == 0 ? -99 : ratio + chance(model, letters, count)};
}

static fitness foreign_fit(const kti_matcher *m, const kti_prepared *p, const latin_name *n,
                           bool likelihood) {
    uint8_t letters[KTI_LETTERS_MOST] = {0};
    if (m->foreign.head == NULL) return (fitness){-99, -99};
    size_t count = letters_of(n, 0, n->count, false, letters);
    fitness best = whole_fit(&m->foreign, p, letters, count, 0, likelihood);
    if (has_initial(n)) {
        count = letters_of(n, 0, n->count, true, letters);
        best = better(best, whole_fit(&m->foreign, p, letters, count, 0, likelihood));
    }
    if (n->count == 2) { /* the other order: 손 마사요시, Masayoshi Son */
        count = letters_of(n, 1, 2, false, letters);
        count = add_letters(n, 0, 1, false, letters, count);
        best = better(best, whole_fit(&m->foreign, p, letters, count, 1, likelihood));
    }
    return best;
}

/* ---- Korean names --------------------------------------------------------------------------- */

static double share_of(const kti_surname_spelling *list, size_t count, const uint8_t *want,
                       size_t want_len) {
    uint8_t have[KTI_LETTERS_MOST];
    for (size_t i = 0; i < count && want_len > 0; i++)
        if (kti_letters_of(list[i].latin, have) == want_len && memcmp(want, have, want_len) == 0)
            return (double)list[i].share;
    return 0;
}

double kti_match_surname(const kti_matcher *m, kt_str surname, kt_str latin) {
    uint8_t want[KTI_LETTERS_MOST];
    kti_surname_spelling list[KTI_SPELLINGS];
    size_t count = kti_lexicon_surname_spellings(m->lexicon, surname, list, KTI_SPELLINGS);
    return share_of(list, count, want, kti_letters_of(latin, want));
}

static double word_share(const kti_prepared *p, const latin_word *word) {
    return share_of(p->spellings, p->spelling_count, word->letters, word->count);
}

/* ln of how much likelier the surname explains the word than chance does. */
static double surname_ratio(const kti_matcher *m, const kti_prepared *p, const latin_word *word) {
    uint8_t units[KTI_UNITS_MOST];
    const uint8_t *letters = word->letters;
    size_t count = word->count;
    if (count == 0) return -99;
    double share = word_share(p, word);
    if (share > 0) {
        double by_chance[KTI_LETTERS_MOST + 1];
        kti_units_background(&m->korean, letters, count, by_chance);
        return log(share) - by_chance[count];
    }
    size_t unit_count = kti_units_of(p->surname, units);
    return kti_units_ratio(&m->korean, units, unit_count, letters, count) - 4;
}

static const kti_syllable_spelling *row_of(const kti_prepared *p, size_t place,
                                           const uint8_t *letters, size_t count) {
    for (size_t i = 0; i < p->row_counts[place]; i++) {
        const char *latin = p->rows[place][i].latin;
        size_t same = 0;
        while (same < count && latin[same] == (char)('a' + letters[same]))
            same++;
        if (same == count && latin[same] == '\0') return &p->rows[place][i];
    }
    return NULL;
}

/* p(surname, given name | Hangul) by the systems of spelling; 0 for letters that none writes. */
static double usage(const kti_matcher *m, const kti_prepared *p, const latin_word *surname,
                    const uint8_t *given, size_t count) {
    const kti_syllable_spelling *own = row_of(p, 0, surname->letters, surname->count);
    double sum = 0;
    for (size_t cut = 1; own != NULL && cut <= count; cut++) {
        const kti_syllable_spelling *first = row_of(p, 1, given, cut), *second = NULL;
        if (first == NULL || (p->rows[2] == NULL && cut < count)) continue;
        if (p->rows[2] != NULL) second = row_of(p, 2, given + cut, count - cut);
        if (p->rows[2] != NULL && second == NULL) continue;
        for (size_t k = 0; k < KTI_SYSTEMS; k++) {
            int cost = own->cost[k] + first->cost[k] + (second == NULL ? 0 : second->cost[k]);
            sum += (double)m->given->prior[k] * exp(-cost / 16.0);
        }
    }
    return sum;
}

/* One reading: word `at` is the surname, the others are the given name. What the systems of
 * spelling say counts for most; the units know what was never seen. */
static fitness korean_fit(const kti_matcher *m, const kti_prepared *p, const latin_name *n,
                          size_t at) {
    static const double by_usage = 0.85;
    uint8_t letters[KTI_LETTERS_MOST];
    const latin_word *own = &n->words[at];
    size_t count = at == 0 ? letters_of(n, 1, n->count, false, letters)
                           : letters_of(n, 0, n->count - 1, false, letters);
    double ratio = surname_ratio(m, p, own) +
                   kti_units_ratio(&m->korean, p->given_units, p->given_count, letters, count);
    double by_chance = chance(&m->korean, letters, count);
    by_chance += chance(&m->korean, own->letters, own->count);
    if (p->row_counts[0] > 0 && p->row_counts[1] > 0) {
        double known = usage(m, p, own, letters, count);
        double by_units = ratio + log(1 - by_usage);
        double by_rows = known > 0 ? log(by_usage * known) - by_chance : -99;
        double most = fmax(by_rows, by_units);
        ratio = most + log(exp(by_rows - most) + exp(by_units - most));
    }
    return (fitness){ratio, ratio + by_chance};
}

static fitness korean_best_fit(const kti_matcher *m, const kti_prepared *p, const latin_name *n,
                               bool likelihood) {
    uint8_t letters[KTI_LETTERS_MOST] = {0};
    fitness best = {-99, -99};
    if (m->korean.head == NULL || p->surname.len == 0 || p->given_count == 0) return best;
    size_t count = letters_of(n, 0, n->count, false, letters);
    best = whole_fit(&m->korean, p, letters, count, n->count >= 2 ? 5 : 0, likelihood);
    if (n->count < 2) return best;
    fitness first = korean_fit(m, p, n, 0), last = korean_fit(m, p, n, n->count - 1);
    last.ratio -= 1;
    last.likelihood -= 1;
    return better(better(best, first), last);
}

/* ---- together ------------------------------------------------------------------------------- */

/* A bare surname: what counts is how many of its bearers write it so. */
static double surname_score(const kti_prepared *p, const latin_name *n) {
    double share = n->count == 1 ? word_share(p, &n->words[0]) : 0;
    return share > 0 ? 0.55 + 0.4 * sqrt(share) : 0;
}

static double probability(const kti_units *m, double ratio, size_t units) {
    return m->head == NULL || ratio <= -99 ? 0 : kti_units_probability(m, ratio, units);
}

double kti_match_spelling(const kti_matcher *m, const kti_prepared *p, kt_str latin,
                          double *evidence) {
    latin_name n;
    split(latin, &n);
    if (evidence != NULL) *evidence = 0;
    if (p->unit_count == 0 || n.count == 0) return 0;
    if (p->surname.len > 0 && p->given.len == 0) return surname_score(p, &n);
    double korean = korean_best_fit(m, p, &n, false).ratio;
    double foreign = foreign_fit(m, p, &n, false).ratio;
    if (evidence != NULL) *evidence = fmax(korean, foreign);
    return fmax(probability(&m->korean, korean, p->unit_count),
                probability(&m->foreign, foreign, p->unit_count));
}

/* A Korean surname at either end of both sides, and syllables of given names: Hong Seong-ji would
 * fit 홍성요 as well as foreign names fit, but is another Korean. */
static bool is_korean_pair(const kti_prepared *p, const latin_name *n) {
    if (n->count < 2 || p->row_counts[0] == 0 || p->row_counts[1] == 0) return false;
    if (p->given.len > SYLLABLE && p->row_counts[2] == 0) return false;
    return word_share(p, &n->words[0]) > 0 || word_share(p, &n->words[n->count - 1]) > 0;
}

/* As a Korean person, and as a name from another language. False for a bare surname or none. */
static bool find_fits(const kti_matcher *m, const kti_prepared *p, kt_str latin, fitness *korean,
                      fitness *foreign) {
    latin_name n;
    split(latin, &n);
    if (p->unit_count == 0 || n.count == 0) return false;
    if (p->surname.len > 0 && p->given.len == 0) return false;
    *korean = korean_best_fit(m, p, &n, true);
    *foreign = is_korean_pair(p, &n) ? (fitness){-99, -99} : foreign_fit(m, p, &n, true);
    return true;
}

/* Whether one of the dictionary's rows for the Hangul has this English form. */
static bool in_dictionary(const kti_matcher *m, kt_str hangul, kt_str latin) {
    enum { HITS = 8 };
    kti_hit ko[HITS], en[HITS];
    size_t kos = kti_lexicon_korean_whole(m->lexicon, hangul, ko, HITS);
    size_t ens = kti_lexicon_english_prefixes(m->lexicon, latin, en, HITS);
    for (size_t i = 0; i < kos; i++)
        for (size_t j = 0; j < ens; j++)
            if (ko[i].entry == en[j].entry && en[j].len == latin.len) return true;
    return false;
}

/* Whether the dictionary calls something else so: Kaechon is 개천, hardly 개성. */
static bool names_another(const kti_matcher *m, kt_str hangul, kt_str latin) {
    enum { HITS = 8 };
    kti_hit ko[HITS], en[HITS];
    if (kti_lexicon_korean_whole(m->lexicon, hangul, ko, HITS) == 0) return false;
    size_t ens = kti_lexicon_english_prefixes(m->lexicon, latin, en, HITS);
    for (size_t i = 0; i < ens; i++)
        if (en[i].len == latin.len) return true;
    return false;
}

/* Logistic regressions on pairs held out from training: the constant, the ratio, the likelihood,
 * and both by units. Measured by tests/bench/calibration.py. */
typedef struct calibration {
    double constant, ratio, likelihood, unit_ratio, unit_likelihood;
} calibration;

static const calibration as_korean = {1.31, 0.156, 0.117, 1.51, -0.58};
static const calibration as_foreign = {-1.25, 0.384, 0.001, 1.57, -0.52};

/* What is all but sure stays apart from what is surer yet. */
static double calibrated(const calibration *c, fitness fit, size_t units, double prior) {
    static const double sure = 5, slope = 0.4;
    double n = units == 0 ? 1 : (double)units;
    if (fit.ratio <= -40) return 0;
    double z = prior + c->constant + c->ratio * fit.ratio + c->likelihood * fit.likelihood +
               c->unit_ratio * fit.ratio / n + c->unit_likelihood * fit.likelihood / n;
    if (z > sure) z = sure + slope * (z - sure);
    return 1 / (1 + exp(-z));
}

/* What looks like a Korean is hardly a foreigner whose name sounds so. */
static double foreign_prior(const kti_matcher *m, const kti_prepared *p) {
    if (p->row_counts[0] == 0 || p->row_counts[1] == 0) return 0;
    return fmin(0, kti_shape_foreign_or_person(kti_shapes_of(m->lexicon), p->text));
}

double kti_match(const kti_matcher *m, const kti_prepared *p, kt_str latin) {
    static const double another = 0.25;
    fitness korean, foreign;
    double p_same = 0;
    if (find_fits(m, p, latin, &korean, &foreign))
        p_same = fmax(calibrated(&as_korean, korean, p->unit_count, 0),
                      calibrated(&as_foreign, foreign, p->unit_count, foreign_prior(m, p)));
    else
        p_same = kti_match_spelling(m, p, latin, NULL);
    if (in_dictionary(m, p->text, latin)) return 0.98 + 0.019 * p_same;
    if (names_another(m, p->text, latin)) p_same *= another;
    return fmax(p_same, kti_match_short(m, p, latin));
}
