#include "names/foreign_spelling.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "translit/back.h"
#include "translit/letters.h"
#include "translit/translit.h"

enum { BEAM = 64, WORDS = 4, WORD_FORMS = 12, HITS = 8 };

/* What a known form has of the whole at least, before what the model thinks of it; what all known
 * forms have together. */
static const double LEAST = 0.05, KNOWN_SHARE = 0.9;

/* The first words of a name. */
typedef struct partial {
    char text[96];
    size_t len;
    double p;
} partial;

static int by_probability(const void *left, const void *right) {
    const partial *a = left;
    const partial *b = right;
    if (a->p != b->p) return a->p < b->p ? 1 : -1;
    return strcmp(a->text, b->text);
}

/* ---- one word ------------------------------------------------------------------------------- */

typedef struct forms {
    partial items[WORD_FORMS];
    size_t count;
} forms;

static kt_str text_of(const partial *p) {
    return (kt_str){p->text, p->len};
}

static void add(forms *out, kt_str latin, double p) {
    if (latin.len == 0 || latin.len >= sizeof out->items->text) return;
    for (size_t i = 0; i < out->count; i++)
        if (kti_str_eq_nocase(text_of(&out->items[i]), latin)) return;
    if (out->count == WORD_FORMS) return;
    partial *form = &out->items[out->count++];
    *form = (partial){.len = latin.len, .p = p};
    memcpy(form->text, latin.ptr, latin.len);
    form->text[0] = kti_ascii_upper(form->text[0]);
}

/* The word of `english` that stands where `word` stands in `korean`, if both have as many. */
static kt_str counterpart(kt_str korean, kt_str english, kt_str word) {
    kt_str found = {NULL, 0};
    while (korean.len > 0 && english.len > 0) {
        kt_str k = kti_str_next_field(&korean, ' '), e = kti_str_next_field(&english, ' ');
        if (kti_str_eq(k, word)) found = e;
    }
    return korean.len == 0 && english.len == 0 ? found : (kt_str){NULL, 0};
}

/* 머독 of 루퍼트 머독: persons who are known by this part of their names. */
static void add_of_persons(const kti_matcher *m, kt_str word, forms *out) {
    kti_hit hits[HITS];
    size_t count = kti_lexicon_korean_whole(m->lexicon, word, hits, HITS);
    for (size_t i = 0; i < count; i++) {
        kti_entry e = kti_lexicon_entry(m->lexicon, hits[i].entry);
        if (hits[i].also && e.kind == KTI_ENTRY_PERSON)
            add(out, counterpart(e.korean, e.english, word), 0);
    }
}

/* Settled words; of names, if there are any. */
static void add_settled(const kti_matcher *m, kt_str word, forms *out) {
    kt_str english[HITS];
    size_t count = kti_listed_english(&m->translit->listed, word, english, HITS);
    for (int names = 1; names >= 0 && out->count == 0; names--)
        for (size_t i = 0; i < count; i++)
            if ((english[i].ptr[0] < 'a') == (names != 0)) add(out, english[i], 0);
}

/* Shares what known forms have by what the model thinks of each. */
static void weigh_known(forms *known, const forms *guesses) {
    double sum = 0;
    for (size_t i = 0; i < known->count; i++) {
        partial *form = &known->items[i];
        form->p = LEAST;
        for (size_t k = 0; k < guesses->count; k++)
            if (kti_str_eq_nocase(text_of(&guesses->items[k]), text_of(form)))
                form->p += guesses->items[k].p;
        sum += form->p;
    }
    for (size_t i = 0; i < known->count; i++)
        known->items[i].p *= KNOWN_SHARE / sum;
}

static kt_status guess(const kti_matcher *m, kt_str word, kti_arena *arena, forms *out) {
    kti_back_form list[WORD_FORMS];
    size_t count;
    double sum = 0;
    KTI_TRY(kti_back_word((kti_back_search){m->translit, KTI_BACK_MOST}, word, arena, list,
                          WORD_FORMS, &count));
    for (size_t i = 0; i < count; i++)
        sum += exp((double)(list[i].score - list[0].score));
    for (size_t i = 0; i < count; i++)
        add(out, list[i].latin, exp((double)(list[i].score - list[0].score)) / sum);
    return KT_OK;
}

static kt_status spell_word(const kti_matcher *m, kt_str word, kti_arena *arena, forms *out) {
    forms guesses = {.count = 0};
    out->count = 0;
    add_of_persons(m, word, out);
    add_settled(m, word, out);
    KTI_TRY(guess(m, word, arena, &guesses));
    double left = out->count == 0 ? 1 : 1 - KNOWN_SHARE;
    weigh_known(out, &guesses);
    for (size_t i = 0; i < guesses.count; i++) {
        const partial *form = &guesses.items[i];
        add(out, text_of(form), left * form->p);
    }
    return KT_OK;
}

/* ---- all words ------------------------------------------------------------------------------ */

/* Every partial name before, with every spelling of the next word. */
static size_t join_words(partial *beam, size_t count, const forms *words, partial *scratch) {
    size_t made = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < words->count; k++) {
            const partial *word = &words->items[k];
            partial next = beam[i];
            if (next.len + word->len + 2 > sizeof next.text) continue;
            if (next.len > 0) next.text[next.len++] = ' ';
            memcpy(next.text + next.len, word->text, word->len + 1);
            next.len += word->len;
            next.p *= word->p;
            scratch[made++] = next;
        }
    qsort(scratch, made, sizeof *scratch, by_probability);
    if (made > BEAM) made = BEAM;
    memcpy(beam, scratch, made * sizeof *beam);
    return made;
}

static kt_status keep(const partial *beam, size_t count, kti_arena *arena,
                      const kti_foreign_spelling **list) {
    kti_foreign_spelling *out = kti_arena_take(arena, (count + 1) * sizeof *out);
    if (out == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < count; i++) {
        out[i] = (kti_foreign_spelling){kti_arena_str(arena, text_of(&beam[i])), beam[i].p};
        if (out[i].text.ptr == NULL) return KT_ERR_NOMEM;
    }
    *list = out;
    return KT_OK;
}

kt_status kti_foreign_spellings(const kti_matcher *m, kt_str hangul, kti_arena *arena,
                                const kti_foreign_spelling **list, size_t *count) {
    partial *beam = kti_arena_take(arena, BEAM * sizeof *beam);
    partial *scratch = kti_arena_take(arena, (size_t)BEAM * WORD_FORMS * sizeof *scratch);
    forms *words = kti_arena_take(arena, sizeof *words);
    size_t found = 1, n = 0;
    *list = NULL;
    *count = 0;
    if (beam == NULL || scratch == NULL || words == NULL) return KT_ERR_NOMEM;
    beam[0] = (partial){.len = 0, .p = 1};
    while (hangul.len > 0) {
        kt_str word = kti_str_next_field(&hangul, ' ');
        if (word.len == 0) continue;
        if (n++ == WORDS) return KT_OK;
        KTI_TRY(spell_word(m, word, arena, words));
        found = join_words(beam, found, words, scratch);
    }
    *count = n == 0 ? 0 : found;
    return keep(beam, *count, arena, list);
}
