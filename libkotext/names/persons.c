/* Each kind of evidence is worth so many nats (natural logarithms of odds); their sum decides. What
 * a name is built of comes from model.shape and the word list, its place from the reading. */
#include "names/persons.h"

#include "analyze/josa.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/tags.h"
#include "names/clues.h"
#include "names/offices.h"
#include "names/rows.h"
#include "names/surnames.h"
#include "names/title.h"
#include "names/title_edges.h"
#include "unicode/props.h"

enum {
    SYLLABLE = 3,
    LONGEST = 16,
    COMMON = KTI_WORD_NOUN | KTI_WORD_BOUND,
    COMMON_COST = 1500, /* of a noun that everybody uses */
    HOPELESS = -9
};

/* Below this no name is so good that it could be one, in nats. */
static const double LEAST = -4;
/* How foreign a settled name looks at least. */
static const double LOOKS = 0.4;
/* What is likelier than this is a candidate. */
static const double SEEN = -3;

/* ---- how the name is built ------------------------------------------------------------------ */

static double between(double low, double x, double high) {
    return x < low ? low : x > high ? high : x;
}

static double bearers(const kti_weigher *w, kt_str given) {
    return 0.25 * kti_given_name_bearers(w->lexicon, given);
}

/* 이영화, 한사람: a determiner and a common noun, unless many bear that name. */
static double determiner(const kti_weigher *w, kt_str name, kt_str given) {
    bool may = kti_str_starts(name, KTI_STR("이")) || kti_str_starts(name, KTI_STR("한"));
    kti_word word = kti_lexicon_word(w->lexicon, given);
    if (!may || (word.classes & KTI_WORD_NOUN) == 0) return 0;
    return word.cost < COMMON_COST ? -6 : -1;
}

/* 조원진, 남궁민, 김범: a surname and a given name. */
static double korean_name(const kti_weigher *w, kt_str name, unsigned classes) {
    size_t surname = kti_lexicon_surname(w->lexicon, name);
    if (surname == 0 || surname == name.len || name.len > 4 * SYLLABLE) return HOPELESS;
    if (name.len == 4 * SYLLABLE && surname == SYLLABLE) return HOPELESS;
    kt_str given = kti_str_cut(name, surname, name.len);
    bool listed = (classes & KTI_WORD_PERSON) != 0;
    if (given.len == SYLLABLE && kti_str_eq(given, KTI_STR("모"))) return HOPELESS; /* withheld */
    if (given.len == SYLLABLE)
        return -3.2 + 0.4 * between(-6, kti_shape_full(w->shapes, name), 6) + (listed ? 1.2 : 0);
    if (given.len > 2 * SYLLABLE) return HOPELESS;
    double shape = surname == SYLLABLE ? kti_shape_full(w->shapes, name)
                                       : 2 + kti_shape_given(w->shapes, given);
    return -1.8 + 0.45 * between(-6, shape, 7) + (listed ? 1 : 0) + bearers(w, given) +
           determiner(w, name, given);
}

/* 민석, 예진: a given name alone. */
static double given_name(const kti_weigher *w, kt_str name, unsigned classes) {
    if (name.len != 2 * SYLLABLE) return HOPELESS;
    double shape = kti_shape_given(w->shapes, name);
    if (shape < -1.5) return HOPELESS;
    return -3.4 + 0.35 * between(-4, shape, 4) + bearers(w, name) +
           ((classes & KTI_WORD_PERSON) != 0 ? 0.3 : 0);
}

/* 데이비드, which the word list has as a noun: the table of loanwords has it as a name. */
static double settled_name(const kti_weigher *w, kt_str name, unsigned classes) {
    bool noun = (classes & COMMON) != 0, person = (classes & KTI_WORD_PERSON) != 0;
    if (name.len < 3 * SYLLABLE || kti_shape_foreign(w->shapes, name) < LOOKS) return 0;
    if ((kti_listed_kinds(&w->loanwords, name) & KTI_LISTED_NAME) == 0) return 0;
    return (noun ? 4 : 0) + (person ? 0 : 2);
}

static bool has_row(const kti_weigher *w, kt_str name, kti_entry_kind kind) {
    kti_entry row;
    return kti_lexicon_rows(w->lexicon, name, 1u << kind, &row, 1) > 0;
}

/* 제임스, 요한슨: one word of a foreign name. */
static double foreign_name(const kti_weigher *w, kt_str name, unsigned classes) {
    if (name.len < 2 * SYLLABLE) return HOPELESS;
    double listed = (classes & KTI_WORD_PERSON) != 0 ? 1.3 : name.len < 3 * SYLLABLE ? -2.2 : -1.6;
    double looks = between(-2, kti_shape_foreign(w->shapes, name), 2);
    double odds = -1.4 + 1.1 * looks + listed;
    if (!kti_is_loanword(w, name)) return odds;
    /* 머스크, 메시: a musk and a mesh, but who is in the news */
    if (has_row(w, name, KTI_ENTRY_PERSON)) return odds + 3;
    return odds > -3 ? odds - 4 : odds;
}

static double largest(double a, double b, double c) {
    double most = a > b ? a : b;
    return most > c ? most : c;
}

/* Words of every kind look like names; the word list knows which are. */
static double against_words(unsigned classes) {
    double against = 0;
    if ((classes & COMMON) != 0) against -= 2;
    if ((classes & (KTI_WORD_MODIFIER | KTI_WORD_PREDICATE)) != 0) against -= 1.5;
    if ((classes & (KTI_WORD_JOSA | KTI_WORD_EOMI)) != 0) against -= 3;
    bool person = (classes & KTI_WORD_PERSON) != 0;
    if ((classes & KTI_WORD_PLACE) != 0) against -= person ? 0.5 : 3;
    if ((classes & KTI_WORD_PROPER) != 0 && !person) against -= 1;
    return against;
}

/* ---- how it lies in the reading ------------------------------------------------------------- */

static double whole_word(const kt_morpheme *m) {
    if ((m->flags & KT_MORPHEME_PERSON) != 0) return 1;
    if ((m->flags & (KT_MORPHEME_PLACE | KT_MORPHEME_USER)) != 0) return -2;
    if ((m->flags & KT_MORPHEME_UNKNOWN) != 0) return 0.5;
    return m->tag == KT_TAG_NNP ? -0.5 : kti_tag_is_noun(m->tag) ? -2.5 : -3;
}

/* 한/MM 지혜/NNG: the list lacks the name, but has its parts. */
static bool is_cut_at_surname(const kti_weigher *w, kt_span span) {
    size_t surname = kti_lexicon_surname(w->lexicon, kti_str_span(w->text, span));
    uint32_t middle = span.start + (uint32_t)surname;
    if (surname == 0 || middle >= span.end) return false;
    const kt_morpheme *first = kti_whole_morpheme(w, (kt_span){span.start, middle});
    const kt_morpheme *given = kti_whole_morpheme(w, (kt_span){middle, span.end});
    return first != NULL && given != NULL && first->tag != KT_TAG_NP && kti_tag_is_noun(given->tag);
}

/* 이재민: a noun and a suffix. */
static bool is_derived(const kti_weigher *w, kt_span span) {
    size_t last = kti_morpheme_at(w, span.end - 1);
    return last < w->count && w->m[last].tag == KT_TAG_XSN && w->m[last].span.start > span.start;
}

/* 유재/NNG 하/XSV 는/ETM: a verb for the reading, and somebody known. */
static bool is_cut_before_verb(const kti_weigher *w, kt_span span) {
    size_t last = kti_morpheme_at(w, span.end - 1);
    if (last == w->count || w->m[last].tag != KT_TAG_XSV || w->m[last].span.end != span.end)
        return false;
    if (span.end - span.start != 3 * SYLLABLE || w->m[last].span.start == span.start) return false;
    return has_row(w, kti_str_span(w->text, span), KTI_ENTRY_PERSON);
}

static double in_reading(const kti_weigher *w, kt_span span) {
    const kt_morpheme *m = kti_whole_morpheme(w, span);
    if (m != NULL) return whole_word(m);
    bool only =
        kti_lexicon_word(w->lexicon, kti_str_span(w->text, span)).classes == KTI_WORD_PERSON;
    double sum = is_derived(w, span) ? -1.4 : -0.8;
    if (only) sum = -0.5; /* the list has the name and no such word */
    bool cut = is_cut_at_surname(w, span) || is_cut_before_verb(w, span);
    if (kti_holds_grammar(w, span) && !cut) sum = -4.5;
    if (!kti_is_boundary(w, span.start)) sum -= 3;
    if (!kti_is_boundary(w, span.end)) {
        const kt_morpheme *last = &w->m[kti_morpheme_at(w, span.end)];
        sum -= (last->flags & KT_MORPHEME_UNKNOWN) != 0 ? 0.5 : 2;
    }
    return sum;
}

/* ---- what stands around it ------------------------------------------------------------------ */

/* The particle of a person: nothing is told of what stands in a place. */
static double particle(kt_str rest) {
    if (kti_str_starts(rest, KTI_STR("에게")) || kti_str_starts(rest, KTI_STR("한테")) ||
        kti_str_starts(rest, KTI_STR("께서")))
        return 1.5;
    bool in_place = kti_str_starts(rest, KTI_STR("에")) || kti_str_starts(rest, KTI_STR("으로")) ||
                    kti_str_eq(rest, KTI_STR("로"));
    return in_place ? -0.8 : 0.3;
}

/* 김모(75), 스미스(Smith), 승기(서인국 분). */
static double brackets(const kti_weigher *w, kt_str rest) {
    if (rest.len < 2 || rest.ptr[0] != '(') return 0;
    size_t close = kti_str_find(rest.len > 64 ? kti_str_cut(rest, 0, 64) : rest, KTI_STR(")"), 0);
    if (close > rest.len) kti_look(w, KTI_LOOKS_FURTHER);
    if (close > rest.len) return 0;
    kt_str inside = kti_str_cut(rest, 1, close);
    if (kti_is_ascii_digit(inside.ptr[0]) && inside.len < 8) return 2.5;
    if (kti_str_ends(inside, KTI_STR(" 분"))) return 3;
    return inside.len > 0 && kti_cp_is_han(kti_utf8_at(inside, 0).cp) ? 1 : 0;
}

static double behind(const kti_weigher *w, size_t end) {
    kt_str rest = kti_str_cut(w->text, end, w->text.len);
    if (kti_title_behind(w, end).end > 0) return 3;
    if (kti_clue_begins(w->clues, rest, KTI_ADDRESS, NULL) > 0) return 2.2;
    if (rest.len > 0 && rest.ptr[0] == ' ' &&
        kti_clue_begins(w->clues, kti_str_cut(rest, 1, rest.len), KTI_BEHIND, NULL) > 0)
        return 1.5;
    return brackets(w, rest);
}

/* One syllable ends too many words. */
bool kti_ends_in_role(const kti_weigher *w, kt_str word) {
    size_t length = kti_clue_ends(w->clues, word, KTI_BEFORE, NULL);
    return length > SYLLABLE || (length > 0 && length == word.len);
}

static double before(const kti_weigher *w, size_t start) {
    kt_str word = kti_word_before(w->text, start);
    if (start == 0) kti_look(w, KTI_LOOKS_BACK);
    if (word.len == 0) return 0;
    return kti_ends_in_role(w, word) ? 1.8 : 0;
}

/* 오스틴 시장: the mayor of Austin. */
static bool is_served(const kti_weigher *w, kt_span span) {
    kt_span title = kti_title_behind(w, span.end);
    return title.end > 0 && kti_is_office_of_place(kti_str_span(w->text, title)) &&
           has_row(w, kti_str_span(w->text, span), KTI_ENTRY_PLACE);
}

double kti_person_context(const kti_weigher *w, kt_span span) {
    double said = before(w, span.start);
    return is_served(w, span) ? said : said + behind(w, span.end);
}

/* What is glued behind the name: a particle, an address, or a word that goes on. */
static double glued(const kti_weigher *w, kt_str name, kt_str rest, bool full) {
    if (rest.len == 0) return 0;
    if (kti_title_behind(w, (size_t)(rest.ptr - w->text.ptr)).end > 0) return 0;
    if (kti_clue_begins(w->clues, rest, KTI_ADDRESS, NULL) > 0) return 0;
    if (kti_josa_fits(name, rest)) return particle(rest);
    if (kti_clue_begins(w->clues, rest, KTI_GLUED, NULL) > 0) return full ? -0.3 : -1;
    return full ? -1.5 : -3;
}

/* ---- finding -------------------------------------------------------------------------------- */

/* 민석이는, 보성이 형님: a given name that ends in a consonant takes 이 in speech. */
static double called(kt_str name, kt_str rest) {
    if (kti_split(kti_utf8_at(name, name.len - SYLLABLE).cp).jongseong == 0) return 0;
    if (!kti_str_starts(rest, KTI_STR("이")) || rest.len == SYLLABLE) return 0;
    kt_str after = kti_str_cut(rest, SYLLABLE, rest.len);
    return kti_josa_fits(KTI_STR("이"), after) ? 2.2 : 0;
}

/* 김감독: a surname and a title. */
static bool is_titled(const kti_weigher *w, kt_str name) {
    size_t surname = kti_lexicon_surname(w->lexicon, name);
    if (w->titles != NULL && !kti_title_may_end(w->titles, name)) return false;
    size_t title = name.len > 2 * SYLLABLE ? kti_title_ending(w->lexicon, name) : 0;
    return title > 0 && surname + title == name.len;
}

bool kti_ends_in_division(const kti_weigher *w, kt_str word) {
    size_t last = word.len < SYLLABLE ? 0 : word.len - SYLLABLE;
    return kti_clue_ends(w->clues, kti_str_cut(word, last, word.len), KTI_DIVISION, NULL) > 0;
}

/* 서초구 양재동: a division of the one before. */
static double division(const kti_weigher *w, kt_span span) {
    if (!kti_ends_in_division(w, kti_str_span(w->text, span))) return 0;
    if (span.start == 0) kti_look(w, KTI_LOOKS_ABOVE);
    return kti_ends_in_division(w, kti_word_before(w->text, span.start)) ? -3 : 0;
}

/* 한강의 소설: what only persons make. */
static bool has_works(const kti_weigher *w, size_t end) {
    static const char *const works[] = {"소설",   "장편", "단편", "시집", "신작", "작품",
                                        "대표작", "문학", "노래", "앨범", "연기", "저서"};
    kt_str rest = kti_str_cut(w->text, end, w->text.len), of = KTI_STR("의 ");
    kti_look(w, KTI_LOOKS_FURTHER);
    for (size_t i = 0; kti_str_starts(rest, of) && i < sizeof works / sizeof *works; i++)
        if (kti_str_starts(kti_str_cut(rest, of.len, rest.len), kti_str(works[i]))) return true;
    return false;
}

/* 한강, 호찌민: a place has the name of a person, and is meant where nothing tells the person. */
static double against_place(const kti_weigher *w, kt_span span, double context) {
    static const double told = 1, place = -2.2, worth = 2;
    kt_str name = kti_str_span(w->text, span);
    if (!has_row(w, name, KTI_ENTRY_PLACE) || !has_row(w, name, KTI_ENTRY_PERSON)) return 0;
    if (has_row(w, name, KTI_ENTRY_USER)) return 0;
    if (has_works(w, span.end)) return worth;
    kt_str rest = kti_letters_from(w->text, span.end);
    return context >= told || particle(rest) >= told ? 0 : place;
}

/* 여당, 선수; 이재민 is a victim of a flood, but the actor 이재민 a person. */
static bool is_no_person(const kti_weigher *w, kt_span span, unsigned classes) {
    unsigned clue = kti_clue_of(w->clues, kti_str_span(w->text, span));
    unsigned words = KTI_BEHIND | KTI_IS_BODY | KTI_COUNTRIES | KTI_PLACE | KTI_COMMON_BODY;
    bool full = (classes & KTI_WORD_PERSON) != 0 && span.end - span.start == 3 * SYLLABLE;
    if ((clue & KTI_BEFORE) == 0) return (clue & words) != 0;
    return !full || before(w, span.start) <= 0;
}

static double weigh_name(const kti_weigher *w, kt_str run, kt_span span) {
    kt_str name = kti_str_span(w->text, span);
    kt_str rest = kti_str_cut(run, name.len, run.len);
    unsigned classes = kti_lexicon_word(w->lexicon, name).classes;
    if (is_no_person(w, span, classes) || is_titled(w, name)) return HOPELESS;
    kti_posting posting;
    if (kti_posting_at(w, span.start, &posting)) return HOPELESS; /* 주시드니 총영사 */
    double sum = against_words(classes) + in_reading(w, span) + settled_name(w, name, classes);
    if (sum + KTI_MOST_CONTEXT < LEAST) return HOPELESS;
    double context = kti_person_context(w, span);
    if (sum + context < LEAST) return HOPELESS;
    double korean = korean_name(w, name, classes);
    double given = given_name(w, name, classes) + called(name, rest);
    double foreign = foreign_name(w, name, classes);
    bool full = korean >= given && korean >= foreign && name.len >= 3 * SYLLABLE;
    sum += largest(korean, given, foreign);
    sum += glued(w, name, rest, full) + division(w, span) + context;
    return sum > SEEN ? sum + against_place(w, span, context) : sum;
}

/* The same; what is hopeless whatever stands around it has asked for nothing. */
static double weigh_alone(const kti_weigher *w, kt_str run, kt_span span) {
    static const double title_glued = 3; /* what is not lost by what is glued on */
    unsigned looks = w->looks == NULL ? 0 : *w->looks;
    double odds = weigh_name(w, run, span);
    double most = KTI_MOST_CONTEXT + (span.end - span.start < run.len ? title_glued : 0);
    if (w->looks != NULL && odds > HOPELESS && odds + most < SEEN) *w->looks = looks;
    return odds;
}

static bool is_ascii_word(char c) {
    return kti_is_ascii_alpha(c) || kti_is_ascii_digit(c);
}

/* 박민영싫음: one unknown word that begins with a listed name. */
static bool begins_unknown(const kti_weigher *w, kt_span run) {
    size_t i = kti_morpheme_at(w, run.start);
    kt_str name = kti_str_cut(w->text, run.start, run.start + 3 * SYLLABLE);
    return i < w->count && (w->m[i].flags & KT_MORPHEME_UNKNOWN) != 0 &&
           w->m[i].span.end > run.start + 3 * SYLLABLE &&
           kti_lexicon_word(w->lexicon, name).classes == KTI_WORD_PERSON;
}

static void see_in_run(kti_weigher *w, kt_span run) {
    kt_str text = kti_str_span(w->text, run), stems[KTI_JOSA_STEMS];
    bool ends[LONGEST + 1] = {false};
    size_t syllables = text.len / SYLLABLE;
    size_t count = kti_stems_of(w, text, stems);
    for (size_t i = 0; i < count; i++)
        ends[stems[i].len / SYLLABLE] = true;
    if (syllables > 4 && begins_unknown(w, run)) ends[3] = true;
    for (size_t n = 2; n < syllables; n++) {
        kt_str rest = kti_str_cut(text, n * SYLLABLE, text.len);
        uint32_t at = run.start + (uint32_t)(n * SYLLABLE);
        ends[n] = ends[n] || kti_is_boundary(w, at) || kti_str_starts(rest, KTI_STR("이")) ||
                  kti_clue_begins(w->clues, rest, KTI_ADDRESS | KTI_GLUED, NULL) > 0;
    }
    bool goes_on = run.end < w->text.len && is_ascii_word(w->text.ptr[run.end]);
    double more = goes_on ? 1.5 : 0; /* 갤럭시S5 */
    for (size_t n = 2; n <= syllables; n++) {
        kt_span span = {run.start, run.start + (uint32_t)(n * SYLLABLE)};
        double odds = ends[n] ? weigh_alone(w, text, span) - more : HOPELESS;
        if (odds > SEEN)
            kti_put(w, span, kti_title_behind(w, span.end), KT_NAME_PERSON,
                    kti_confidence_of(odds));
    }
}

/* The first stretch of syllables in `span`, which may be behind letters or marks: ㅋㅋ홍진호도. */
static kt_span next_run(const kti_weigher *w, kt_span span) {
    while (span.start < span.end) {
        kti_cp unit = kti_utf8_at(w->text, span.start);
        if (kti_is_syllable(unit.cp)) break;
        span.start += (uint32_t)unit.len;
    }
    uint32_t end = span.start;
    while (end < span.end && kti_is_syllable(kti_utf8_at(w->text, end).cp))
        end += SYLLABLE;
    return (kt_span){span.start, end};
}

static bool follows_letter(const kti_weigher *w, uint32_t at) {
    return at > 0 && is_ascii_word(w->text.ptr[at - 1]);
}

/* Nearly half of all words begin with what no name begins with. */
static bool begins_verb(const kti_weigher *w, uint32_t at) {
    size_t i = kti_morpheme_at(w, at);
    if (i == w->count || w->m[i].span.start != at) return false;
    kt_tag tag = w->m[i].tag;
    return kti_tag_is_predicate(tag) || kti_tag_is_josa(tag) || kti_tag_is_eomi(tag) ||
           tag == KT_TAG_MAG || tag == KT_TAG_MAJ;
}

void kti_see_persons(kti_weigher *w, kti_eojeols of) {
    for (size_t i = of.first; i < of.end; i++) {
        kt_span rest = w->eojeols[i].span;
        while (rest.start < rest.end) {
            kt_span run = next_run(w, rest);
            uint32_t length = run.end - run.start;
            if (length >= 2 * SYLLABLE && length <= LONGEST * SYLLABLE &&
                !follows_letter(w, run.start) && !begins_verb(w, run.start))
                see_in_run(w, run);
            rest.start = run.end;
        }
    }
}

bool kti_has_several_words(const kti_weigher *w, kt_span span) {
    return kti_str_find(kti_str_span(w->text, span), KTI_STR(" "), 0) < span.end - span.start;
}

double kti_weigh_known_person(const kti_weigher *w, const kti_candidate *c) {
    enum { SEVERAL_WORDS = 3 };
    double context = kti_person_context(w, c->span);
    double odds = kti_odds_of((double)c->confidence) + context;
    if (kti_has_several_words(w, c->span)) return kti_confidence_of(odds + SEVERAL_WORDS);
    odds += against_place(w, c->span, context);
    const kt_morpheme *m = kti_whole_morpheme(w, c->span);
    if (m != NULL && (m->flags & KT_MORPHEME_USER) != 0) return kti_confidence_of(odds);
    double place = in_reading(w, c->span);
    return kti_confidence_of(odds + (place < 0 ? place : 0));
}

/* ---- names beside names --------------------------------------------------------------------- */

static bool is_person(const kti_candidate *c) {
    return c->type == KT_NAME_PERSON && !c->surname_only;
}

/* 김슬기·윤현민, 진세연과 이종석: whether nothing but a comma or particle is between. */
static bool is_listed_with(const kti_weigher *w, const kti_candidate *a, const kti_candidate *b) {
    static const char *const links[] = {",",   ", ",  "·",   " · ",   "、",    "/",
                                        "와 ", "과 ", "랑 ", "이랑 ", "하고 ", " & "};
    if (a->span.end > b->span.start) return false;
    kt_str gap = kti_str_cut(w->text, a->span.end, b->span.start);
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (kti_str_eq(gap, kti_str(links[i]))) return true;
    return false;
}

static bool is_same(const kti_weigher *w, const kti_candidate *a, const kti_candidate *b) {
    return kti_str_eq(kti_str_span(w->text, a->span), kti_str_span(w->text, b->span));
}

static void help(kti_candidate *c, double sure, double worth) {
    if (sure < 0.5) return;
    double odds = kti_odds_of(c->confidence) + worth * (2 * sure - 1);
    c->confidence = (float)kti_confidence_of(odds);
}

/* 구로사와 기요시, where 구로사와 아키라 is known. */
static bool is_family_of(const kti_weigher *w, const kti_candidate *last,
                         const kti_candidate *full) {
    kti_entry row;
    kt_str name = kti_str_span(w->text, last->span);
    return full->span.start == last->span.start && full->span.end > last->span.end &&
           kti_lexicon_rows(w->lexicon, name, 1u << KTI_ENTRY_PERSON, &row, 1) > 0 &&
           kti_row_is_family_name(&row, name);
}

/* 이방카 트럼프: a last name that everybody knows, with a first name that is not that person's. */
static void complete_last_names(const kti_weigher *w) {
    enum { REACH = 24, WORTH = 2 };
    for (size_t i = 0; i < w->list->count; i++) {
        kti_candidate *last = &w->list->items[i];
        for (size_t j = i; last->last_name && j-- > 0 && i - j < REACH;) {
            kti_candidate *full = &w->list->items[j];
            bool ends = full->span.end == last->span.end && full->span.start < last->span.start;
            if (!ends && !is_family_of(w, last, full)) continue;
            if (full->type != KT_NAME_PERSON || full->confidence < 0.5F) continue;
            help(full, (double)last->confidence, WORTH);
            last->confidence = 0;
            break;
        }
    }
}

void kti_relate_persons(kti_weigher *w) {
    enum { REACH = 24 };
    complete_last_names(w);
    kti_recall_surnames(w);
    for (size_t i = 0; i < w->list->count; i++) {
        kti_candidate *a = &w->list->items[i];
        for (size_t j = i + 1; is_person(a) && j < w->list->count && j - i < REACH; j++) {
            kti_candidate *b = &w->list->items[j];
            if (!is_person(b)) continue;
            double worth = is_listed_with(w, a, b) ? 1.5 : is_same(w, a, b) ? 1.2 : 0;
            if (worth == 0) continue;
            double sure = (double)a->confidence;
            help(a, (double)b->confidence, worth);
            help(b, sure, worth);
        }
    }
}
