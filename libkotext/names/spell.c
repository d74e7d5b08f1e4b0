#include "names/spell.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "lexicon/sino.h"
#include "names/foreign_spelling.h"
#include "names/official.h"
#include "names/parts.h"
#include "names/place_forms.h"
#include "names/shape.h"
#include "names/style.h"
#include "names/usage.h"
#include "romanize/romanize.h"
#include "translit/translit.h"

enum { SYLLABLE = 3, DEFAULT_NBEST = 10, LIST = 600 };

typedef struct speller {
    const kti_matcher *matcher;
    kt_name_style style;
    kti_arena *arena;
    kt_spelling *items;
    size_t count;
    bool failed;
} speller;

static kt_str keep(speller *s, kt_str text) {
    kt_str copy = kti_arena_str(s->arena, text);
    s->failed = s->failed || copy.ptr == NULL;
    return copy;
}

static bool same_letters(kt_str a, kt_str b) {
    uint8_t x[KTI_LETTERS_MOST], y[KTI_LETTERS_MOST];
    size_t xs = kti_letters_of(a, x), ys = kti_letters_of(b, y);
    return xs == ys && xs > 0 && memcmp(x, y, xs) == 0;
}

/* Adds a spelling; one that differs from an earlier one only in case or hyphens adds to it. */
static void add(speller *s, kt_str text, double p, const char *label) {
    for (size_t i = 0; i < s->count; i++) {
        if (!same_letters(s->items[i].text, text)) continue;
        bool known = s->items[i].label[0] == 'd' && s->items[i].label[1] == 'i';
        double more = s->items[i].probability + p;
        s->items[i].probability = known || more > 1 ? fmax(s->items[i].probability, p) : more;
        return;
    }
    if (s->count < LIST) s->items[s->count++] = (kt_spelling){keep(s, text), p, label};
}

/* Letters that all schemes agree on (Miguk), and a Korean's of such a name (Ha Nyu), are not
 * likelier than what a dictionary has, 0.9 and more. */
static const double BESIDE_KNOWN = 0.89;

/* ---- dictionary ----------------------------------------------------------------------------- */

static bool wanted(kti_entry_kind entry, kt_kind kind) {
    switch (kind) {
    case KT_KIND_PERSON:
        return entry == KTI_ENTRY_PERSON || entry == KTI_ENTRY_USER;
    case KT_KIND_PLACE:
        return entry == KTI_ENTRY_PLACE || entry == KTI_ENTRY_USER;
    default:
        return entry != KTI_ENTRY_TITLE && entry != KTI_ENTRY_HEADLINE;
    }
}

/* 이지은 of 아이유, IU: whoever says the bearer's own name means Lee Ji-eun. */
static kt_str own_name(const kti_matcher *m, kt_str hangul, const kti_entry *e) {
    kti_prepared name;
    kti_match_prepare(m, hangul, &name);
    kt_str best = e->english, list = e->also_english;
    if (name.surname.len == 0 || name.given.len < 2 * SYLLABLE) return best;
    if (kti_match_spelling(m, &name, best, NULL) > 0.2) return best;
    while (list.len > 0) {
        kt_str form = kti_str_next_field(&list, '|');
        if (kti_match_spelling(m, &name, form, NULL) > 0.5) return form;
    }
    return best;
}

static void add_entry(speller *s, kt_str hangul, const kti_entry *e, double p) {
    char text[KTI_STYLED_MOST];
    bool person = e->kind == KTI_ENTRY_PERSON && !kti_str_eq(e->korean, hangul);
    kt_str own = person ? own_name(s->matcher, hangul, e) : e->english;
    if (e->kind == KTI_ENTRY_PERSON)
        own = kti_style_own(s->style, kti_str_eq(e->region, KTI_STR("kp")), s->matcher, hangul, own,
                            text);
    add(s, own, p, e->kind == KTI_ENTRY_USER ? "user" : "dictionary");
    if (person) add(s, e->english, 0.6, "dictionary");
    for (kt_str list = e->also_english; list.len > 0;)
        add(s, kti_str_next_field(&list, '|'), 0.5, "dictionary");
}

/* The user's own rows come before all others. Returns the kinds met, a bit each. */
static unsigned add_dictionary(speller *s, kt_str hangul, kt_kind kind) {
    enum { HITS = 8 };
    kti_hit hits[HITS];
    unsigned met = 0;
    size_t count = kti_lexicon_korean_whole(s->matcher->lexicon, hangul, hits, HITS);
    for (int users = 1; users >= 0; users--) {
        for (size_t i = 0; i < count; i++) {
            kti_entry e = kti_lexicon_entry(s->matcher->lexicon, hits[i].entry);
            if (!wanted(e.kind, kind)) continue;
            if ((e.kind == KTI_ENTRY_USER) != users) continue;
            met |= 1u << e.kind;
            add_entry(s, hangul, &e, users ? 0.99 : hits[i].also ? 0.9 : 0.95);
        }
    }
    return met;
}

/* ---- persons -------------------------------------------------------------------------------- */

/* What a style prescribes is likelier for whom it is written. */
static double preferred(const speller *s, const kti_prepared *name, const kti_usage *u) {
    char given[24], rr[24];
    bool official = u->label[0] == 'd';
    if (s->style == KT_NAME_STYLE_DPRK) return official ? 1 : 0.05;
    if (s->style == KT_NAME_STYLE_ALA_LC) return 0.05;
    if (s->style != KT_NAME_STYLE_PASSPORT) return 1;
    snprintf(given, sizeof given, "%s%s", u->first, u->second);
    kti_official_letters(&kti_scheme_rr, name->given, rr, sizeof rr);
    return strcmp(given, rr) == 0 ? 1 : 0.05;
}

/* 문, of whom no more is said: Moon. */
static void add_surnames(speller *s, kt_str surname) {
    enum { MOST = 24 };
    kti_surname_spelling list[MOST];
    size_t count = kti_lexicon_surname_spellings(s->matcher->lexicon, surname, list, MOST);
    for (size_t i = 0; i < count; i++)
        add(s, list[i].latin, (double)list[i].share, "usage");
}

/* `share` of what may be had for all of them; a surname that is not shown only lends its bearers'
 * spellings to the given name. */
static kt_status add_persons(speller *s, const kti_prepared *name, bool shown, double share) {
    const kti_usage *list;
    size_t count;
    double sum = 0;
    bool north = kti_is_northern(kti_utf8_at(name->surname, 0).cp);
    KTI_TRY(kti_usages(s->matcher->lexicon, s->matcher->given, name->surname, name->given, s->arena,
                       &list, &count));
    for (size_t i = 0; i < count; i++)
        sum += list[i].p * preferred(s, name, &list[i]);
    if (s->style == KT_NAME_STYLE_PLAIN) sum = 1;
    for (size_t i = 0; i < count; i++) {
        const kti_usage *u = &list[i];
        char text[KTI_STYLED_MOST];
        const char *surname = shown ? u->surname : "";
        size_t len = kti_style_join(s->style, north, surname, u->first, u->second, text);
        add(s, (kt_str){text, len}, share * u->p * preferred(s, name, u) / sum, u->label);
    }
    return KT_OK;
}

/* 민준 is hardly a 민 named 준; who asks for a person gives the whole name. */
static double given_share(const speller *s, kt_str hangul, kt_kind kind) {
    return kind == KT_KIND_AUTO && kti_lexicon_given_alone(s->matcher->lexicon, hangul) ? 0.9 : 0;
}

static kt_status add_given(speller *s, kt_str given, double share) {
    kti_prepared name = {.text = given, .surname = KTI_STR("김"), .given = given};
    return add_persons(s, &name, false, share);
}

/* ---- foreign names -------------------------------------------------------------------------- */

#define FOREIGN_LEAST 0.02
#define HANJA_SHARE   0.05

/* How likely a name that no dictionary has is foreign, by its syllables; a word that is written in
 * Hanja hardly is. */
static double foreign_share(const kti_matcher *m, const kti_prepared *name, bool person) {
    size_t units;
    kti_shapes shapes = kti_shapes_of(m->lexicon);
    if (m->translit == NULL || m->translit->joint.head == NULL) return 0;
    if (!person && kti_sino_spelling(kti_lexicon_sino(m->lexicon), name->text, &units) != NULL)
        return HANJA_SHARE;
    bool several = kti_str_find(name->text, KTI_STR(" "), 0) != SIZE_MAX;
    double foreign = person ? kti_shape_foreign_or_person(shapes, name->text)
                            : kti_shape_foreign_whole(shapes, name->text);
    return 1 / (1 + exp(-foreign - (several ? 3 : 0)));
}

static kt_status add_foreign(speller *s, kt_str hangul, double share) {
    const kti_foreign_spelling *list;
    size_t count;
    KTI_TRY(kti_foreign_spellings(s->matcher, hangul, s->arena, &list, &count));
    for (size_t i = 0; i < count; i++)
        add(s, list[i].text, share * list[i].p, "transliteration");
    return KT_OK;
}

/* ---- official forms ------------------------------------------------------------------------- */

/* The whole name by a scheme, syllables of a given name apart: also what is too long for a name. */
static kt_status add_scheme(speller *s, kt_str hangul, kt_scheme scheme, double p) {
    kt_romanize_options options = KT_ROMANIZE_INIT;
    bool ala_lc = scheme == KT_SCHEME_ALA_LC;
    kt_span span = {0, (uint32_t)hangul.len};
    kt_token token = {span, span, KT_TOKEN_PERSON};
    kt_text text;
    kti_text_init(&text, &s->arena->alloc);
    options.scheme = scheme;
    if (!ala_lc) options.given_hyphen = KT_HYPHEN_SYLLABLE;
    kt_status status =
        kti_romanize(s->matcher->lexicon, hangul, &options, &token, 1, NULL, s->arena, &text);
    if (status == KT_OK && ala_lc && s->count < LIST)
        s->items[s->count++] = (kt_spelling){keep(s, kt_text_str(&text)), p, "ala-lc"};
    if (status == KT_OK && !ala_lc) add(s, kt_text_str(&text), p, "rr");
    kti_text_free_fields(&text);
    return status;
}

static kt_status add_places(speller *s, kt_str hangul, double share) {
    kti_place_form list[KTI_PLACE_FORMS_MOST];
    size_t count;
    KTI_TRY(kti_place_forms(s->matcher->lexicon, hangul, s->arena, list, &count));
    for (size_t i = 0; i < count; i++)
        add(s, list[i].text, share * list[i].p, list[i].label);
    return KT_OK;
}

/* Given names of three syllables are too rare to be guessed. 개성 and 시드니 begin with a surname's
 * syllable, yet are known as places: a dictionary says so, or else the word list, which must know
 * no such person. */
static bool may_be_person(const kti_matcher *m, const kti_prepared *name, unsigned met) {
    unsigned classes = kti_lexicon_word(m->lexicon, name->text).classes;
    if (name->surname.len == 0 || name->given.len == 0) return false;
    if (name->given.len > 2 * SYLLABLE) return false;
    if (met != 0) return (met & (1u << KTI_ENTRY_PERSON | 1u << KTI_ENTRY_USER)) != 0;
    return (classes & (KTI_WORD_PLACE | KTI_WORD_NOUN)) == 0 || (classes & KTI_WORD_PERSON) != 0;
}

double kti_spell_foreign(const kti_matcher *m, kt_str hangul) {
    kti_prepared name;
    kti_match_prepare(m, hangul, &name);
    return foreign_share(m, &name, may_be_person(m, &name, 0));
}

/* A name whose parts are known: 호주 정부, 개성역. */
static kt_status add_parts(speller *s, kt_str hangul, const kt_spell_options *options,
                           bool *found) {
    kti_place_form list[KTI_PLACE_FORMS_MOST];
    size_t count;
    KTI_TRY(kti_spell_parts(s->matcher, hangul, options, s->arena, list, &count));
    for (size_t i = 0; i < count; i++)
        add(s, list[i].text, list[i].p, list[i].label);
    *found = count > 0;
    return KT_OK;
}

/* ---- together ------------------------------------------------------------------------------- */

static int by_rank(const void *left, const void *right) {
    const kt_spelling *a = left;
    const kt_spelling *b = right;
    if (a->probability != b->probability) return a->probability < b->probability ? 1 : -1;
    return kti_str_cmp(a->text, b->text);
}

kt_status kti_spell(const kti_matcher *m, kt_str hangul, const kt_spell_options *options,
                    kti_arena *arena, const kt_spelling **list, size_t *count) {
    speller s = {.matcher = m, .style = options->style, .arena = arena};
    kti_prepared name;
    s.items = kti_arena_take(arena, LIST * sizeof *s.items);
    if (s.items == NULL) return KT_ERR_NOMEM;
    kti_match_prepare(m, hangul, &name);
    unsigned met = add_dictionary(&s, hangul, options->kind);
    double given = met != 0 ? 0 : given_share(&s, hangul, options->kind);
    bool korean = given > 0 || may_be_person(m, &name, met);
    bool person = options->kind == KT_KIND_PERSON || (options->kind == KT_KIND_AUTO && korean);
    if (person && name.given.len == 0) add_surnames(&s, name.surname);
    if (person && given > 0) KTI_TRY(add_given(&s, hangul, given));
    if (person && name.given.len > 0)
        KTI_TRY(add_persons(&s, &name, true, met != 0 ? BESIDE_KNOWN : 1 - given)); /* 하뉴 */
    bool within = false;
    if (met == 0 && !person) KTI_TRY(add_parts(&s, hangul, options, &within));
    double foreign = met != 0 || within ? 0 : foreign_share(m, &name, person);
    if (options->kind == KT_KIND_PERSON && name.surname.len > 0) foreign = fmin(foreign, 0.5);
    for (size_t i = 0; i < s.count && met == 0; i++)
        s.items[i].probability *= 1 - foreign;
    if (foreign > FOREIGN_LEAST) KTI_TRY(add_foreign(&s, hangul, foreign));
    KTI_TRY(person ? add_scheme(&s, hangul, KT_SCHEME_RR, 0.002)
                   : add_places(&s, hangul, met != 0 || within ? BESIDE_KNOWN : 1 - foreign));
    if (person && s.style == KT_NAME_STYLE_ALA_LC)
        KTI_TRY(add_scheme(&s, hangul, KT_SCHEME_ALA_LC, met != 0 ? 0.5 : 0.94));
    if (s.failed) return KT_ERR_NOMEM;
    qsort(s.items, s.count, sizeof *s.items, by_rank);
    size_t most = options->nbest == 0 ? DEFAULT_NBEST : options->nbest;
    *list = s.items;
    *count = s.count < most ? s.count : most;
    return KT_OK;
}
