#include "translit/translit.h"

#include <math.h>
#include <string.h>

#include "core/buf.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "languages/languages.h"
#include "translit/clauses.h"
#include "translit/letters.h"
#include "translit/tokens.h"
#include "translit/words.h"
#include "unicode/props.h"

enum { HITS = 8, SYLLABLE = 3, LONGEST_NAME = 96, MOST_TERM = 5 };

/* Shares of the whole: forms of the dictionary, the other way to read capitals, capitals and
 * initials left as they are, and the closed form of words with spaces. */
static const float listed_share = 0.9F, other_reading = 0.25F, left_as_is = 0.1F, closed = 0.3F;

/* The ln that each further form of a language's rules is behind the one before; the share of
 * words written together where the language says so. */
static const float permitted = -2, joined = 0.8F;

void kti_translit_open(const kti_lexicon *lexicon, kti_translit *out) {
    *out = (kti_translit){.lexicon = lexicon};
    bool with_names = kti_lexicon_with_names(lexicon);
    if (with_names) out->listed = kti_loanwords_of(lexicon);
    if (!kti_english_open(kti_lexicon_section(lexicon, KTI_STR("english")), &out->sounds))
        out->sounds = (kti_english){.head = NULL};
    if (!kti_grams_open(kti_lexicon_model(lexicon, KTI_MODEL_JOINT), &out->joint))
        out->joint = (kti_grams){.head = NULL};
    if (!kti_tagger_open(kti_lexicon_model(lexicon, KTI_MODEL_HANGUL), &out->tagger))
        out->tagger = (kti_tagger){.weights = NULL};
    if (!kti_tagger_open(kti_lexicon_model(lexicon, KTI_MODEL_SOUNDS), &out->guess))
        out->guess = (kti_tagger){.weights = NULL};
}

/* One token's forms with the ln of their shares; the text between words has one. */
typedef struct choice {
    kti_word_form *forms;
    size_t count;
    bool space; /* a single space between words: may be left out */
} choice;

typedef struct line {
    const kti_translit *translit;
    const kti_language *language; /* NULL: English */
    kt_str text;
    const kt_transliterate_options *options;
    size_t nbest;
    kti_arena *arena;
    kti_arena words; /* the forms of one word */
    kti_word_maker maker;
    kti_latin_line cut;
    choice *choices;
    size_t choice_count;
    size_t settled_words; /* that a dictionary has, or letters said by their names */
} line;

/* ---- words ---------------------------------------------------------------------------------- */

/* Scores become ln of shares that add up to `whole`. */
static void normalize(kti_word_form *forms, size_t count, float whole) {
    float sum = 0, best = count > 0 ? forms[0].score : 0;
    for (size_t i = 0; i < count; i++)
        sum += expf(forms[i].score - best);
    for (size_t i = 0; i < count; i++)
        forms[i].score += logf(whole / sum) - best;
}

/* Of the terms, names of languages only. */
static bool wanted(const kti_entry *e) {
    if (e->kind == KTI_ENTRY_TERM) return kti_str_eq(e->detail, KTI_STR("language"));
    return e->kind == KTI_ENTRY_PERSON || e->kind == KTI_ENTRY_PLACE || e->kind == KTI_ENTRY_USER;
}

/* What 어 adds to the name of a language is Korean: Hausa is 하우사 in 하우사어. */
static kt_str sound_of(const kti_entry *e) {
    static const kt_str language = {"어", SYLLABLE};
    bool said = e->kind == KTI_ENTRY_TERM && kti_str_ends(e->korean, language);
    return kti_str_cut(e->korean, 0, e->korean.len - (said ? SYLLABLE : 0));
}

/* 주안, a part of Incheon: whoever writes Juan, and any text in Spanish, hardly means it. */
static bool is_outshone(const line *l, const kti_entry *e) {
    kt_str settled[KTI_LISTED_FORMS];
    if (e->kind != KTI_ENTRY_PLACE || !kti_str_eq(e->detail, KTI_STR("neighbourhood")))
        return false;
    return l->language != NULL || kti_listed_hangul(&l->translit->listed, e->english, settled) > 0;
}

/* The longest name of the dictionary that begins here; its end, or 0. The user's own win. */
static size_t listed_name(const line *l, size_t at, kti_word_form *form) {
    kti_hit hits[HITS];
    size_t end = l->text.len - at > LONGEST_NAME ? at + LONGEST_NAME : l->text.len;
    kt_str rest = kti_str_cut(l->text, at, end);
    size_t count = kti_lexicon_english_prefixes(l->translit->lexicon, rest, hits, HITS), best = 0;
    bool users = false;
    for (size_t i = 0; i < count; i++) {
        kti_entry e = kti_lexicon_entry(l->translit->lexicon, hits[i].entry);
        bool user = e.kind == KTI_ENTRY_USER;
        if (hits[i].also || !wanted(&e) || hits[i].len < best || is_outshone(l, &e)) continue;
        if (hits[i].len == best && (users || !user)) continue;
        best = hits[i].len;
        users = user;
        *form = (kti_word_form){sound_of(&e), logf(listed_share), user ? "user" : "dictionary"};
    }
    return best == 0 ? 0 : at + best;
}

/* A word of another language: its section's form, and those that the section permits besides. */
static kt_status foreign_forms(line *l, kt_str word, kti_word_form *forms, size_t *count) {
    kt_str found[KTI_LANGUAGE_FORMS];
    KTI_TRY(kti_language_forms(l->language, word, &l->words, found, count));
    if (*count > 1 && l->options->official != 0) *count = 1;
    for (size_t i = 0; i < *count; i++)
        forms[i] = (kti_word_form){found[i], (float)i * permitted, "rules"};
    return KT_OK;
}

static kt_status plain_forms(line *l, kt_str word, kti_word_form *forms, size_t *count) {
    if (l->language != NULL) return foreign_forms(l, word, forms, count);
    return kti_word_forms(&l->maker, word, forms, count);
}

static kt_status read_letters(line *l, kt_str word, kti_word_form *forms, size_t *count,
                              float share) {
    kt_str names = kti_latin_names(word, &l->words);
    if (names.ptr == NULL) return KT_ERR_NOMEM;
    if (names.len > 0) kti_forms_add(forms, count, (kti_word_form){names, logf(share), "letters"});
    return KT_OK;
}

/* LE of LE PEN is no abbreviation. */
static bool is_particle(const line *l, kt_str word) {
    return l->language != NULL && kti_language_join(l->language, word, word) != KTI_WORDS_APART;
}

/* J. and BBC: by the names of the letters, as a word, or as they are. */
static kt_status capital_forms(line *l, kt_str word, bool initial, kti_word_form *forms,
                               size_t *count) {
    bool spelt = initial || (kti_is_spelt_out(l->translit, word) && !is_particle(l, word));
    bool unnamed = initial && l->language != NULL && (unsigned char)word.ptr[0] >= 0x80;
    *count = 0;
    if (!initial || unnamed) {
        KTI_TRY(plain_forms(l, word, forms, count));
        normalize(forms, *count, spelt ? other_reading : 1 - other_reading - left_as_is);
    }
    if (*count + 2 > KTI_WORD_FORMS) *count = KTI_WORD_FORMS - 2;
    KTI_TRY(read_letters(l, word, forms, count,
                         spelt ? 1 - other_reading - left_as_is : other_reading));
    if (l->options->official == 0 || *count == 0)
        kti_forms_add(forms, count, (kti_word_form){word, logf(left_as_is), "letters"});
    kti_forms_sort(forms, *count);
    return KT_OK;
}

static kt_status word_forms(line *l, const kti_latin_token *t, kti_word_form *forms,
                            size_t *count) {
    kt_str word = kti_str_cut(l->text, t->start, t->end);
    if (t->kind == KTI_TOKEN_OTHER) {
        forms[0] = (kti_word_form){word, 0, NULL};
        *count = 1;
        return KT_OK;
    }
    if (t->kind != KTI_TOKEN_WORD)
        return capital_forms(l, word, t->kind == KTI_TOKEN_INITIAL, forms, count);
    KTI_TRY(plain_forms(l, word, forms, count));
    normalize(forms, *count, 1);
    if (*count > 0) return KT_OK;
    forms[(*count)++] = (kti_word_form){word, 0, NULL}; /* no model, or nothing to say */
    return KT_OK;
}

static kt_status keep_choice(line *l, const kti_word_form *forms, size_t count, bool space) {
    choice *c = &l->choices[l->choice_count++];
    c->count = count < l->nbest ? count : l->nbest;
    c->space = space;
    c->forms = kti_arena_take(l->arena, c->count * sizeof *forms);
    if (c->forms == NULL) return KT_ERR_NOMEM;
    memcpy(c->forms, forms, c->count * sizeof *forms);
    for (size_t i = 0; i < c->count; i++) {
        if (forms[i].label == NULL) continue; /* of the text itself */
        c->forms[i].text = kti_arena_str(l->arena, forms[i].text);
        if (c->forms[i].text.ptr == NULL) return KT_ERR_NOMEM;
    }
    kti_arena_reset(&l->words);
    return KT_OK;
}

/* The space between words: left out when the language joins them. */
static size_t space_forms(const line *l, kt_str space, kti_word_join join, kti_word_form *forms) {
    float share = join == KTI_WORDS_JOIN ? joined : join == KTI_WORDS_MAY_JOIN ? 1 - joined : 0;
    bool both = l->options->official == 0 && share > 0;
    kti_word_form with = {space, both ? logf(1 - share) : 0, NULL};
    kti_word_form without = {kti_str_cut(space, 0, 0), both ? logf(share) : 0, NULL};
    forms[0] = share >= 0.5F ? without : with;
    forms[1] = share >= 0.5F ? with : without;
    return both ? 2 : 1;
}

/* How the token at `i`, a space, is written: by the words around it. */
static kti_word_join join_at(const line *l, size_t i) {
    const kti_latin_token *t = &l->cut.tokens[i];
    if (l->language == NULL || i == 0 || i + 1 == l->cut.count) return KTI_WORDS_APART;
    if (t->end - t->start != 1 || l->text.ptr[t->start] != ' ') return KTI_WORDS_APART;
    return kti_language_join(l->language, kti_str_cut(l->text, t[-1].start, t[-1].end),
                             kti_str_cut(l->text, t[1].start, t[1].end));
}

/* Puts a settled form, or several, before the others, which share what is left. */
static void put_settled(const kt_str *settled, size_t count, const char *label,
                        kti_word_form *forms, size_t *form_count) {
    for (size_t i = 0; i < *form_count; i++)
        forms[i].score += logf(1 - listed_share);
    for (size_t i = 0; i < count; i++) {
        float share = listed_share * (i == 0 && count > 1 ? 0.6F : 1) /
                      (i == 0 ? 1 : (float)(count - 1) / 0.4F);
        if (*form_count == KTI_WORD_FORMS) --*form_count;
        kti_forms_add(forms, form_count, (kti_word_form){settled[i], logf(share), label});
    }
    kti_forms_sort(forms, *form_count);
}

/* Jordan of Jordan Peterson: the first of two words that begin with capitals. */
static bool is_first_name(const line *l, size_t i) {
    const kti_latin_token *t = &l->cut.tokens[i];
    if (i != 0 || l->cut.count < 3 || t[2].kind != KTI_TOKEN_WORD) return false;
    bool space = t[1].end - t[1].start == 1 && l->text.ptr[t[1].start] == ' ';
    return space && kti_cp_is_upper(kti_utf8_at(l->text, t[2].start).cp);
}

/* Of a place whose Korean says what it is, the name alone: 빅토리아 of 빅토리아주. And a first name
 * is no country. */
static bool is_settled_rather(const line *l, size_t i, kt_str listed, kt_str settled) {
    bool name = (kti_listed_kinds(&l->translit->listed, settled) & KTI_LISTED_NAME) != 0;
    bool kind = kti_str_starts(listed, settled) && listed.len == settled.len + SYLLABLE;
    return kind || (name && is_first_name(l, i));
}

/* NATO has rows of its own; COFFEE is a word all the same. */
static bool may_be_settled(const line *l, const kti_latin_token *t) {
    enum { LEAST = 4 };
    if (l->language != NULL || l->options->official != 0) return false;
    if (t->kind != KTI_TOKEN_CAPITALS) return t->kind == KTI_TOKEN_WORD;
    return t->end - t->start >= LEAST &&
           !kti_is_spelt_out(l->translit, kti_str_cut(l->text, t->start, t->end));
}

/* Makes the choices of the token at `*i`, and of those that a dictionary name covers with it. */
static kt_status choose(line *l, size_t *i) {
    kti_word_form forms[KTI_WORD_FORMS + 1], listed = {0};
    const size_t token = *i;
    const kti_latin_token *t = &l->cut.tokens[token];
    size_t count, end = 0;
    kti_word_join join = t->kind == KTI_TOKEN_OTHER ? join_at(l, *i) : KTI_WORDS_APART;
    if (t->kind != KTI_TOKEN_OTHER && l->options->official == 0)
        end = listed_name(l, t->start, &listed);
    if (end > t->end) {
        KTI_TRY(keep_choice(l, &listed, 1, false));
        while (*i < l->cut.count && l->cut.tokens[*i].start < end)
            ++*i;
        return KT_OK;
    }
    ++*i;
    if (join != KTI_WORDS_APART) {
        count = space_forms(l, kti_str_cut(l->text, t->start, t->end), join, forms);
        return keep_choice(l, forms, count, true);
    }
    kt_str settled[KTI_LISTED_FORMS];
    size_t settled_count = 0;
    if (may_be_settled(l, t))
        settled_count = kti_listed_hangul(&l->translit->listed,
                                          kti_str_cut(l->text, t->start, t->end), settled);
    if (end == t->end &&
        (settled_count == 0 || !is_settled_rather(l, token, listed.text, settled[0]))) {
        settled[0] = listed.text;
        settled_count = 1;
    } else {
        listed.label = "dictionary";
    }
    count = 0;
    l->settled_words += settled_count > 0 || t->kind == KTI_TOKEN_INITIAL;
    if (settled_count == 0 || l->nbest > 1) KTI_TRY(word_forms(l, t, forms, &count));
    if (settled_count > 0) put_settled(settled, settled_count, listed.label, forms, &count);
    bool space =
        t->kind == KTI_TOKEN_OTHER && l->text.ptr[t->start] == ' ' && t->end - t->start == 1;
    return keep_choice(l, forms, count, space);
}

/* ---- the best rows of choices --------------------------------------------------------------- */

typedef struct row {
    float score;
    uint16_t before, form; /* the row of the choices before, and the form taken */
} row;

static size_t extend_rows(const row *rows, size_t count, const choice *c, row *out, size_t most) {
    size_t made = 0;
    for (size_t r = 0; r < count; r++)
        for (size_t f = 0; f < c->count; f++) {
            float score = rows[r].score + c->forms[f].score;
            if (made == most && score <= out[made - 1].score) break; /* forms are sorted */
            size_t at = made < most ? made++ : made - 1;
            for (; at > 0 && out[at - 1].score < score; at--)
                out[at] = out[at - 1];
            out[at] = (row){score, (uint16_t)r, (uint16_t)f};
        }
    return made;
}

/* rows[i * nbest ...] after i choices; `counts[i]` of them. */
static kt_status make_rows(line *l, row **rows, size_t **counts) {
    *rows = kti_arena_zeroed(l->arena, (l->choice_count + 1) * l->nbest, sizeof **rows);
    *counts = kti_arena_zeroed(l->arena, l->choice_count + 1, sizeof **counts);
    if (*rows == NULL || *counts == NULL) return KT_ERR_NOMEM;
    (*counts)[0] = 1;
    for (size_t i = 0; i < l->choice_count; i++)
        (*counts)[i + 1] = extend_rows(*rows + i * l->nbest, (*counts)[i], &l->choices[i],
                                       *rows + (i + 1) * l->nbest, l->nbest);
    return KT_OK;
}

static const char *weaker(const char *a, const char *b) {
    static const char *const order[] = {"user", "dictionary", "letters", "model", "rules"};
    size_t ranks[2] = {0, 0};
    if (a == NULL || b == NULL) return a == NULL ? b : a;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (strcmp(order[i], a) == 0) ranks[0] = i;
        if (strcmp(order[i], b) == 0) ranks[1] = i;
    }
    return ranks[0] > ranks[1] ? a : b;
}

/* Writes one row, with or without the spaces between words. */
static kt_status write_row(line *l, const row *rows, size_t index, bool open, uint16_t *taken,
                           kti_word_form *out) {
    kti_buf text;
    kti_buf_init(&text, &l->arena->alloc);
    out->score = rows[l->choice_count * l->nbest + index].score;
    out->label = NULL;
    for (size_t i = l->choice_count; i-- > 0;) {
        const row *r = &rows[(i + 1) * l->nbest + index];
        taken[i] = r->form;
        index = r->before;
    }
    for (size_t i = 0; i < l->choice_count; i++) {
        const kti_word_form *f = &l->choices[i].forms[taken[i]];
        if (open || !l->choices[i].space) kti_buf_add_str(&text, f->text);
        out->label = weaker(out->label, f->label);
    }
    if (out->label == NULL) out->label = "model";
    out->text = kti_arena_str(l->arena, kti_buf_str(&text));
    bool failed = text.failed || out->text.ptr == NULL;
    kti_buf_free(&text);
    return failed ? KT_ERR_NOMEM : KT_OK;
}

/* ---- several words -------------------------------------------------------------------------- */

/* What the models make of all words at once, spaces being letters to them. */
static kt_status whole_forms(line *l, kti_word_form *forms, size_t *count) {
    *count = 0;
    uint8_t letters[KTI_ENGLISH_WORD];
    bool several = l->cut.plain && l->cut.words > 1 && l->cut.words <= MOST_TERM;
    if (!several || l->language != NULL || l->options->official != 0 ||
        kti_latin_read(l->text, letters, KTI_ENGLISH_WORD) == 0)
        return KT_OK;
    KTI_TRY(kti_word_forms(&l->maker, l->text, forms, count));
    normalize(forms, *count, 1);
    for (size_t i = 0; i < *count; i++) { /* they outlive the words */
        forms[i].text = kti_arena_str(l->arena, forms[i].text);
        if (forms[i].text.ptr == NULL) return KT_ERR_NOMEM;
    }
    return KT_OK;
}

/* A Korean or Chinese name has its surname first, and two to four syllables in all. */
static bool is_eastern_name(const line *l, const kti_word_form *forms, size_t count) {
    if (count == 0 || l->cut.words > 3) return false;
    kt_str best = forms[0].text;
    return best.len >= 2 * SYLLABLE && best.len <= 4 * SYLLABLE &&
           l->choices[0].forms[0].text.len == SYLLABLE &&
           kti_lexicon_surname(l->translit->lexicon, best) == SYLLABLE &&
           kti_lexicon_surname(l->translit->lexicon, l->choices[0].forms[0].text) == SYLLABLE;
}

static kt_status add_rows(line *l, kti_word_form *forms, size_t *count, bool open, float share) {
    row *rows;
    size_t *counts;
    KTI_TRY(make_rows(l, &rows, &counts));
    uint16_t *taken = kti_arena_zeroed(l->arena, l->choice_count + 1, sizeof *taken);
    if (taken == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < counts[l->choice_count]; i++) {
        kti_word_form f;
        KTI_TRY(write_row(l, rows, i, open, taken, &f));
        f.score += logf(share);
        if (*count < KTI_WORD_FORMS) kti_forms_add(forms, count, f);
    }
    return KT_OK;
}

/* A term in small letters, or a name of the East, is closed; other words keep their spaces, and
 * may be closed too. */
static kt_status line_forms(line *l, kti_word_form *forms, size_t *count) {
    KTI_TRY(whole_forms(l, forms, count));
    bool term = *count > 0 && (l->cut.small || is_eastern_name(l, forms, *count));
    if (!term) *count = 0;
    float whole = l->cut.words == l->settled_words ? 0.2F : 0.6F; /* coffee shop: both are known */
    for (size_t i = 0; i < *count; i++)
        forms[i].score += logf(whole);
    if (term) {
        if (*count > l->nbest) *count = l->nbest;
        KTI_TRY(add_rows(l, forms, count, false, 1 - whole));
    } else {
        bool several = l->cut.plain && l->cut.words > 1;
        KTI_TRY(add_rows(l, forms, count, true, several ? 1 - closed : 1));
        if (several && l->options->official == 0 && l->nbest > 1)
            KTI_TRY(add_rows(l, forms, count, false, closed));
    }
    kti_forms_sort(forms, *count);
    return KT_OK;
}

/* ---- the call ------------------------------------------------------------------------------- */

static kt_status prepare(line *l) {
    KTI_TRY(kti_latin_cut(l->text, l->language, l->arena, &l->cut));
    l->choices = kti_arena_zeroed(l->arena, l->cut.count + 1, sizeof *l->choices);
    if (l->choices == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < l->cut.count;)
        KTI_TRY(choose(l, &i));
    return KT_OK;
}

static kt_status publish(const line *l, const kti_word_form *forms, size_t count,
                         kt_transliterated **list, size_t *out_count) {
    *out_count = count < l->nbest ? count : l->nbest;
    *list = kti_arena_zeroed(l->arena, *out_count + 1, sizeof **list);
    if (*list == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < *out_count; i++) {
        double p = exp((double)forms[i].score);
        (*list)[i] = (kt_transliterated){forms[i].text, p > 1 ? 1 : p, forms[i].label};
    }
    return KT_OK;
}

static kt_status run(line *l, kt_transliterated **list, size_t *count, kti_explained *explained) {
    kti_word_form forms[KTI_WORD_FORMS];
    size_t form_count = 0;
    l->maker.work = kti_beam_work_new(l->arena);
    if (l->maker.work == NULL) return KT_ERR_NOMEM;
    KTI_TRY(prepare(l));
    KTI_TRY(line_forms(l, forms, &form_count));
    KTI_TRY(publish(l, forms, form_count, list, count));
    if (explained == NULL) return KT_OK;
    return kti_clauses_explain(l->translit, l->language, l->text, &l->cut, l->arena, explained);
}

kt_status kti_transliterate(const kti_translit *translit, kt_str in,
                            const kt_transliterate_options *opts, kti_arena *arena,
                            kt_transliterated **list, size_t *count, kti_explained *explained) {
    line l = {.translit = translit, .text = in, .options = opts, .arena = arena};
    kt_source_language from = opts->from;
    if (from == KT_SOURCE_AUTO) from = kt_source_language_detect(in);
    l.language = kti_language_of(from);
    l.nbest = opts->nbest == 0 ? 1 : opts->nbest;
    if (l.nbest > KT_TRANSLITERATE_MOST) l.nbest = KT_TRANSLITERATE_MOST;
    kti_wish wish = l.nbest > 1 ? KTI_WISH_MANY : KTI_WISH_ONE;
    if (opts->official != 0) wish = KTI_WISH_OFFICIAL;
    kti_arena_init(&l.words, &arena->alloc);
    l.maker = (kti_word_maker){translit, wish, NULL, &l.words};
    kt_status status = run(&l, list, count, explained);
    kti_arena_free(&l.words);
    return status;
}
