#include "romanize/reverse.h"

#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "unicode/props.h"

enum {
    LETTERS = 24, /* bytes between two vowels */
    WORD = 96,    /* bytes of a word */
    BEAM = 48,
    JUNCTIONS = KTI_FINALS * KTI_INITIALS
};

/* Letters, and what they may stand for. */
typedef struct entry {
    char text[LETTERS];
    uint8_t len, final, initial, cost;
} entry;

typedef struct table {
    entry initials[KTI_INITIALS], finals[KTI_FINALS];
    entry vowels[KTI_INITIALS][KTI_VOWELS]; /* behind each: Yale's ㅜ is u behind a labial */
    entry open[JUNCTIONS];                  /* before ㅏ */
    entry close[JUNCTIONS];                 /* before ㅣ, which palatalises */
} table;

struct kti_reverse {
    kt_alloc alloc;
    const kti_scheme *scheme;
    table strict, bare; /* with diacritics and apostrophes, and without */
};

/* ---- folding -------------------------------------------------------------------------------- */

typedef struct folded {
    char text[WORD + 4];
    size_t len;
} folded;

static bool is_mark(uint32_t cp) {
    return cp == '\'' || cp == '-' || cp == '`' || cp == 0x2019 || cp == 0x2018 || cp == 0x2BC ||
           cp == '.';
}

static bool is_latin(const kti_scheme *scheme) {
    return scheme->number != KT_SCHEME_IPA && scheme->number != KT_SCHEME_KONTSEVICH;
}

/* False when the word is too long. */
static bool fold(const kti_scheme *scheme, kt_str word, bool bare, folded *out) {
    out->len = 0;
    for (size_t at = 0; at < word.len;) {
        kti_cp unit = kti_utf8_at(word, at);
        uint32_t cp = kti_cp_lower(unit.cp);
        at += unit.len;
        if (!bare && (cp == 0x2018 || cp == 0x2BC || cp == 0x2019)) cp = '\'';
        if (bare && is_latin(scheme)) cp = kti_cp_base(cp);
        if (cp == '-' || (bare && (is_mark(cp) || (is_latin(scheme) && kti_cp_is_mark(cp)))))
            continue;
        if (out->len + 4 > WORD) return false;
        out->len += kti_utf8_encode(cp, out->text + out->len);
    }
    return true;
}

unsigned kti_reverse_distance(const kti_reverse *r, kt_str word, kt_str written) {
    folded a, b;
    for (unsigned step = 0; step < 2; step++) {
        bool fits = fold(r->scheme, word, step == 1, &a) && fold(r->scheme, written, step == 1, &b);
        if (fits && a.len == b.len && memcmp(a.text, b.text, a.len) == 0) return step;
    }
    return 2;
}

/* ---- the table ------------------------------------------------------------------------------ */

typedef struct builder {
    const kti_lexicon *lexicon;
    const kti_reverse *r;
    table *to;
    bool bare;
    size_t carrier; /* letters of 햐, which stands before: no word is like it */
    kti_arena arena;
    kt_text text;
} builder;

/* Romanizes one or two syllables and folds them. */
static kt_status romanize(builder *b, const kt_syllable *s, size_t count, folded *out) {
    kt_romanize_options options = KT_ROMANIZE_INIT;
    char bytes[8];
    kt_str hangul = {bytes, 0};
    for (size_t i = 0; i < count; i++)
        hangul.len += kti_utf8_encode(kti_join(s[i]), bytes + hangul.len);
    options.scheme = b->r->scheme->number;
    options.kind = KT_KIND_WORD;
    kti_arena_reset(&b->arena);
    KTI_TRY(kti_romanize(b->lexicon, hangul, &options, NULL, 0, NULL, &b->arena, &b->text));
    return fold(b->r->scheme, kt_text_str(&b->text), b->bare, out) ? KT_OK : KT_ERR_UNSUPPORTED;
}

static void set(entry *e, const char *text, size_t len, unsigned final, unsigned initial) {
    *e = (entry){.final = (uint8_t) final, .initial = (uint8_t)initial};
    if (len >= LETTERS) len = LETTERS - 1;
    memcpy(e->text, text, len);
    e->len = (uint8_t)len;
}

/* How unusual a final is as a spelling of its sound. */
static uint8_t final_cost(unsigned t) {
    switch (t) {
    case KTI_T_NONE:
        return 0;
    case KTI_T_G:
    case KTI_T_N:
    case KTI_T_R:
    case KTI_T_M:
    case KTI_T_B:
    case KTI_T_NG:
    case KTI_T_SS: /* tenses */
        return 1;
    case KTI_T_S:
    case KTI_T_H:
    case KTI_T_NH:
        return 2;
    case KTI_T_D:
    case KTI_T_J:
    case KTI_T_CH:
    case KTI_T_T:
    case KTI_T_P:
    case KTI_T_BS: /* 없, 읽, 싫 */
    case KTI_T_RG:
    case KTI_T_RH:
        return 5;
    default:
        return 7;
    }
}

static uint8_t junction_cost(unsigned t, unsigned l) {
    unsigned cost = final_cost(t) + (kti_is_tense(l) ? 2u : 0u);
    bool held = t != KTI_T_NONE && t != KTI_T_NG, hiatus = t == KTI_T_NONE; /* 에오 for eo */
    if (l == KTI_L_NONE && (held || hiatus)) cost += 2;
    return (uint8_t)cost;
}

static kt_status build_junctions(builder *b, entry *list, uint8_t v, const folded *vowel) {
    for (unsigned t = 0; t < KTI_FINALS; t++) {
        for (unsigned l = 0; l < KTI_INITIALS; l++) {
            kt_syllable pair[2] = {{KTI_L_H, KTI_V_YA, (uint8_t)t}, {(uint8_t)l, v, KTI_T_NONE}};
            folded f;
            KTI_TRY(romanize(b, pair, 2, &f));
            entry *e = &list[t * KTI_INITIALS + l];
            size_t a = b->carrier;
            bool ends = f.len >= vowel->len + a &&
                        memcmp(f.text + f.len - vowel->len, vowel->text, vowel->len) == 0;
            set(e, f.text + a, ends ? f.len - vowel->len - a : 0, t, l);
            e->cost = ends ? junction_cost(t, l) : UINT8_MAX;
        }
    }
    return KT_OK;
}

static bool is_labial(unsigned l) {
    return l == KTI_L_M || l == KTI_L_B || l == KTI_L_BB || l == KTI_L_P;
}

/* How unusual a vowel is; ㅡ hardly stands behind a labial. */
static uint8_t vowel_cost(unsigned l, unsigned v) {
    if (v == KTI_V_EU && is_labial(l)) return 6;
    return v == KTI_V_YAE || v == KTI_V_WAE || v == KTI_V_WE ? 3 : 0;
}

/* Vowels behind each initial: what follows the letters that the initial has before ㅏ; as alone
 * where it has others (쉬). */
static kt_status build_vowels(builder *b) {
    folded f;
    table *t = b->to;
    for (unsigned v = 0; v < KTI_VOWELS; v++) {
        KTI_TRY(romanize(b, &(kt_syllable){KTI_L_NONE, (uint8_t)v, KTI_T_NONE}, 1, &f));
        for (unsigned l = 0; l < KTI_INITIALS; l++) {
            set(&t->vowels[l][v], f.text, f.len, 0, v);
            t->vowels[l][v].cost = vowel_cost(l, v);
        }
    }
    for (unsigned l = 0; l < KTI_INITIALS; l++) {
        const entry *onset = &t->initials[l];
        KTI_TRY(romanize(b, &(kt_syllable){(uint8_t)l, KTI_V_U, KTI_T_NONE}, 1, &f));
        bool same = f.len > onset->len && memcmp(f.text, onset->text, onset->len) == 0;
        if (same) set(&t->vowels[l][KTI_V_U], f.text + onset->len, f.len - onset->len, 0, KTI_V_U);
    }
    return KT_OK;
}

static kt_status build_singles(builder *b) {
    folded f;
    KTI_TRY(romanize(b, &(kt_syllable){KTI_L_NONE, KTI_V_A, KTI_T_NONE}, 1, &f));
    size_t a = f.len;
    KTI_TRY(romanize(b, &(kt_syllable){KTI_L_H, KTI_V_YA, KTI_T_NONE}, 1, &f));
    b->carrier = f.len;
    for (unsigned l = 0; l < KTI_INITIALS; l++) {
        KTI_TRY(romanize(b, &(kt_syllable){(uint8_t)l, KTI_V_A, KTI_T_NONE}, 1, &f));
        set(&b->to->initials[l], f.text, f.len - a, 0, l);
        b->to->initials[l].cost = kti_is_tense(l) ? 2 : 0;
    }
    for (unsigned t = 0; t < KTI_FINALS; t++) {
        KTI_TRY(romanize(b, &(kt_syllable){KTI_L_H, KTI_V_YA, (uint8_t)t}, 1, &f));
        set(&b->to->finals[t], f.text + b->carrier, f.len - b->carrier, t, 0);
        b->to->finals[t].cost = final_cost(t);
    }
    return build_vowels(b);
}

static kt_status build(builder *b) {
    KTI_TRY(build_singles(b));
    folded a, i;
    KTI_TRY(romanize(b, &(kt_syllable){KTI_L_NONE, KTI_V_A, KTI_T_NONE}, 1, &a));
    KTI_TRY(romanize(b, &(kt_syllable){KTI_L_NONE, KTI_V_I, KTI_T_NONE}, 1, &i));
    KTI_TRY(build_junctions(b, b->to->open, KTI_V_A, &a));
    return build_junctions(b, b->to->close, KTI_V_I, &i);
}

kt_status kti_reverse_open(const kti_lexicon *lexicon, kt_scheme number, const kt_alloc *alloc,
                           kti_reverse **out) {
    const kti_scheme *scheme = kti_scheme_of(number);
    *out = NULL;
    if (scheme == NULL || number == KT_SCHEME_HANGUL || scheme->by_syllable)
        return KT_ERR_UNSUPPORTED;
    kti_reverse *r = kti_alloc_zeroed(alloc, sizeof *r);
    if (r == NULL) return KT_ERR_NOMEM;
    r->alloc = *alloc;
    r->scheme = scheme;
    builder b = {.lexicon = lexicon, .r = r, .to = &r->strict};
    kti_arena_init(&b.arena, alloc);
    kti_text_init(&b.text, alloc);
    kt_status status = build(&b);
    b.to = &r->bare;
    b.bare = true;
    if (status == KT_OK) status = build(&b);
    kti_arena_free(&b.arena);
    kti_text_free_fields(&b.text);
    if (status == KT_OK)
        *out = r;
    else
        kti_reverse_close(r);
    return status;
}

void kti_reverse_close(kti_reverse *r) {
    if (r == NULL) return;
    kt_alloc alloc = r->alloc;
    kti_alloc_free(&alloc, r, sizeof *r);
}

kt_scheme kti_reverse_scheme(const kti_reverse *r) {
    return r->scheme->number;
}

/* ---- searching ------------------------------------------------------------------------------ */

/* Syllables so far; the last one's final is not known yet. */
typedef struct state {
    uint16_t syllables[KTI_REVERSE_SYLLABLES];
    uint8_t count;
    uint32_t cost;
} state;

typedef struct beam {
    state states[BEAM];
    size_t count;
} beam;

typedef struct search {
    const table *t;
    folded word;
    beam beams[WORD + 1]; /* by the bytes that are spelt */
} search;

static void push(beam *b, const state *s) {
    size_t at = b->count;
    if (at == BEAM && b->states[BEAM - 1].cost <= s->cost) return;
    if (at == BEAM) at--;
    for (; at > 0 && b->states[at - 1].cost > s->cost; at--)
        b->states[at] = b->states[at - 1];
    b->states[at] = *s;
    if (b->count < BEAM) b->count++;
}

static bool matches(const search *s, size_t at, const entry *e) {
    return e->cost != UINT8_MAX && at + e->len <= s->word.len &&
           memcmp(s->word.text + at, e->text, e->len) == 0;
}

static uint16_t with_final(uint16_t syllable, unsigned t) {
    return (uint16_t)(syllable + t);
}

/* Adds a vowel behind byte `at`, where the onset ends. */
static void add_vowels(search *s, const state *from, size_t at, unsigned final, unsigned initial,
                       uint32_t cost, bool before_i) {
    if (from->count == KTI_REVERSE_SYLLABLES) return;
    for (unsigned v = 0; v < KTI_VOWELS; v++) {
        const entry *e = &s->t->vowels[initial][v];
        bool i = v == KTI_V_I || v == KTI_V_YEO;
        if (i != before_i || e->len == 0 || !matches(s, at, e)) continue;
        state next = *from;
        if (next.count > 0)
            next.syllables[next.count - 1] = with_final(next.syllables[next.count - 1], final);
        next.syllables[next.count++] =
            (uint16_t)kti_join((kt_syllable){(uint8_t)initial, (uint8_t)v, 0});
        next.cost += cost + e->cost + 1;
        push(&s->beams[at + e->len], &next);
    }
}

static void add_junctions(search *s, size_t at, const state *from, const entry *list, bool i) {
    for (size_t n = 0; n < JUNCTIONS; n++)
        if (matches(s, at, &list[n]))
            add_vowels(s, from, at + list[n].len, list[n].final, list[n].initial, list[n].cost, i);
}

/* ㅎ behind ㄱ ㄷ ㅂ ㅈ: kept in nouns, which the table has, and one sound with them in verbs
 * (saenggakada of 생각하다). */
static void add_merged(search *s, size_t at, const state *from) {
    static const uint8_t pairs[][2] = {
        {KTI_T_G, KTI_L_K}, {KTI_T_D, KTI_L_T}, {KTI_T_B, KTI_L_P}, {KTI_T_J, KTI_L_CH}};
    enum { MERGED = 2 };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const entry *e = &s->t->open[KTI_T_NONE * KTI_INITIALS + pairs[i][1]];
        uint32_t cost = (uint32_t)e->cost + MERGED;
        if (!matches(s, at, e)) continue;
        add_vowels(s, from, at + e->len, pairs[i][0], KTI_L_H, cost, false);
    }
}

/* Names and divisions: no sound passes from one syllable to the next (Yangmok-myeon). */
static void add_unchanged(search *s, size_t at, const state *from) {
    enum { UNCHANGED = 4 };
    for (unsigned t = 1; t < KTI_FINALS; t++) {
        const entry *final = &s->t->finals[t];
        if (final->cost > 2 || !matches(s, at, final)) continue;
        for (unsigned l = 0; l < KTI_INITIALS; l++) {
            const entry *initial = &s->t->initials[l];
            size_t next = at + final->len;
            uint32_t cost = final->cost + (uint32_t)initial->cost + UNCHANGED;
            if (!matches(s, next, initial)) continue;
            add_vowels(s, from, next + initial->len, t, l, cost, false);
            add_vowels(s, from, next + initial->len, t, l, cost, true);
        }
    }
}

static void start(search *s) {
    state empty = {.count = 0};
    for (unsigned l = 0; l < KTI_INITIALS; l++) {
        const entry *e = &s->t->initials[l];
        if (!matches(s, 0, e)) continue;
        add_vowels(s, &empty, e->len, 0, l, e->cost, false);
        add_vowels(s, &empty, e->len, 0, l, e->cost, true);
    }
}

static int by_cost(const void *left, const void *right) {
    const kti_spelling *a = left;
    const kti_spelling *b = right;
    if (a->cost != b->cost) return a->cost < b->cost ? -1 : 1;
    size_t len = a->len < b->len ? a->len : b->len;
    int order = memcmp(a->text, b->text, len);
    return order != 0 ? order : a->len < b->len ? -1 : a->len > b->len;
}

/* Puts the cheapest spellings into `out`, each once. */
static size_t keep(kti_spelling *out, size_t count, const kti_spelling *one) {
    for (size_t i = 0; i < count; i++)
        if (out[i].len == one->len && memcmp(out[i].text, one->text, one->len) == 0) return count;
    if (count < KTI_REVERSE_MOST) {
        out[count++] = *one;
    } else {
        size_t worst = 0;
        for (size_t i = 1; i < count; i++)
            if (out[i].cost > out[worst].cost) worst = i;
        if (out[worst].cost > one->cost) out[worst] = *one;
    }
    return count;
}

/* The syllables of a state, the last one closed by `final`. */
static kti_spelling spell(const state *from, unsigned final, uint32_t cost) {
    kti_spelling one = {.len = 0, .cost = cost};
    for (size_t n = 0; n < from->count; n++) {
        bool last = n + 1u == from->count;
        uint16_t syllable = with_final(from->syllables[n], last ? final : 0);
        one.len += kti_utf8_encode(syllable, one.text + one.len);
    }
    return one;
}

/* The states at `at`, of which the letters behind are the final. */
static size_t finish_at(const search *s, size_t at, uint32_t more,
                        kti_spelling out[KTI_REVERSE_MOST], size_t count) {
    const beam *b = &s->beams[at];
    for (unsigned t = 0; t < KTI_FINALS; t++) {
        const entry *final = &s->t->finals[t];
        if (at + final->len != s->word.len || !matches(s, at, final)) continue;
        for (size_t i = 0; i < b->count; i++) {
            kti_spelling one = spell(&b->states[i], t, b->states[i].cost + final->cost + more);
            count = keep(out, count, &one);
        }
    }
    return count;
}

static size_t finish(const search *s, uint32_t more, kti_spelling out[KTI_REVERSE_MOST],
                     size_t count) {
    for (size_t at = 1; at <= s->word.len; at++)
        count = finish_at(s, at, more, out, count);
    return count;
}

/* Adds the spellings that one of the tables allows. */
static size_t run(search *s, size_t count, uint32_t more, kti_spelling *out) {
    for (size_t i = 0; i <= s->word.len; i++)
        s->beams[i].count = 0;
    start(s);
    for (size_t at = 1; at < s->word.len; at++) {
        for (size_t i = 0; i < s->beams[at].count; i++) {
            state from = s->beams[at].states[i];
            add_junctions(s, at, &from, s->t->open, false);
            add_junctions(s, at, &from, s->t->close, true);
            add_merged(s, at, &from);
            add_unchanged(s, at, &from);
        }
    }
    return finish(s, more, out, count);
}

/* The surname Yi, which no letters of a scheme give. */
static size_t read_surname(const search *s, kti_spelling *out) {
    kt_str yi = KTI_STR("이");
    if (s->word.len != 2 || memcmp(s->word.text, "yi", 2) != 0) return 0;
    out[0] = (kti_spelling){.len = yi.len};
    memcpy(out[0].text, yi.ptr, yi.len);
    return 1;
}

kt_status kti_reverse_word(const kti_reverse *r, kt_str word, kti_spelling out[KTI_REVERSE_MOST],
                           size_t *found) {
    enum { BARE = 12 }; /* the cost of leaving diacritics out */
    search *s = kti_alloc_get(&r->alloc, sizeof *s);
    size_t count = 0;
    *found = 0;
    if (s == NULL) return KT_ERR_NOMEM;
    s->t = &r->strict;
    if (fold(r->scheme, word, false, &s->word) && s->word.len > 0) count = run(s, 0, 0, out);
    s->t = &r->bare;
    if (fold(r->scheme, word, true, &s->word) && s->word.len > 0) count = run(s, count, BARE, out);
    if (count == 0) count = read_surname(s, out);
    qsort(out, count, sizeof *out, by_cost);
    kti_alloc_free(&r->alloc, s, sizeof *s);
    *found = count;
    return KT_OK;
}
