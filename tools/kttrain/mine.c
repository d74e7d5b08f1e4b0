/* mine.c - pairs that nobody listed: an English word with a pronunciation, and the Hangul that the
 * models and the rules make of it, when the Korean word list has that very word. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon/lexicon.h"
#include "loans.h"
#include "translit/beam.h"
#include "translit/loanword.h"

enum { FORMS = 32, LEAST_LETTERS = 4, SYLLABLE = 3 };

typedef struct miner {
    const kti_lexicon *lexicon;
    kti_beam search;
    loans *list;
    loans known; /* what `list` held before, by letters */
    kti_arena arena;
    bool failed;
} miner;

static int by_letters(const void *left, const void *right) {
    const loan *a = left;
    const loan *b = right;
    int order = memcmp(a->letters, b->letters, sizeof a->letters);
    return order != 0 ? order : (int)a->letter_count - (int)b->letter_count;
}

static size_t rule_units(const uint8_t *letters, const kti_english_chunk *sounds, size_t count,
                         uint8_t *units) {
    kti_loan_unit written[KTI_LOAN_UNITS];
    size_t n = kti_loanword(letters, sounds, count, written);
    if (n > LOAN_UNITS) return 0;
    for (size_t i = 0; i < n; i++)
        units[i] = written[i].unit;
    return n;
}

/* Units to insert, remove or replace. */
static size_t distance(const uint8_t *a, size_t as, const uint8_t *b, size_t bs) {
    size_t row[LOAN_UNITS + 1];
    for (size_t j = 0; j <= bs; j++)
        row[j] = j;
    for (size_t i = 1; i <= as; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= bs; j++) {
            size_t best = corner + (a[i - 1] != b[j - 1]);
            if (row[j] + 1 < best) best = row[j] + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            corner = row[j];
            row[j] = best;
        }
    }
    return row[bs];
}

static bool is_listed(const miner *m, kt_str form) {
    unsigned nouns = KTI_WORD_NOUN | KTI_WORD_PERSON | KTI_WORD_PLACE | KTI_WORD_PROPER;
    return form.len >= 2 * SYLLABLE && (kti_lexicon_word(m->lexicon, form).classes & nouns) != 0;
}

/* How far a listed word may be from what the rules write: a unit for each two syllables. */
static size_t allowed(kt_str form) {
    return form.len / SYLLABLE / 2;
}

static void take_word(void *context, const uint8_t *letters, const kti_english_chunk *sounds,
                      size_t count) {
    miner *m = context;
    loan l;
    memset(&l, 0, sizeof l);
    if (m->failed || count < LEAST_LETTERS || count > LOAN_LETTERS) return;
    for (size_t i = 0; i < count; i++)
        l.letters[i] = letters[i] < 26 ? letters[i] : KTI_LATIN_APOSTROPHE;
    l.letter_count = (uint8_t)count;
    l.mined = true;
    if (bsearch(&l, m->known.items, m->known.count, sizeof l, by_letters) != NULL) return;
    uint8_t ruled[LOAN_UNITS];
    uint32_t rules[LOAN_LETTERS];
    size_t ruled_count = rule_units(letters, sounds, count, ruled), found_count, best = SIZE_MAX;
    kti_loanword_tags(letters, sounds, count, rules);
    kti_tagged_word word = {l.letters, sounds, rules, count};
    kti_beam_found found[FORMS];
    kti_arena_reset(&m->arena);
    if (kti_beam_word(&m->search, &word, &m->arena, found, FORMS, &found_count) != KT_OK) {
        m->failed = true;
        return;
    }
    for (size_t i = 0; i < found_count; i++) {
        uint8_t units[LOAN_UNITS];
        size_t n = is_listed(m, found[i].hangul) ? loan_units(found[i].hangul, units) : 0;
        if (n == 0) continue;
        size_t far = distance(units, n, ruled, ruled_count);
        if (far > allowed(found[i].hangul) || far >= best) continue;
        best = far;
        memcpy(l.units, units, sizeof units);
        l.unit_count = (uint8_t)n;
    }
    if (best != SIZE_MAX) m->failed = !loans_add(m->list, &l);
}

bool loans_mine(loans *list, const kti_lexicon *lexicon, const kti_english *sounds,
                const kti_grams *joint, const kti_tagger *tagger) {
    kti_arena room;
    miner m = {.lexicon = lexicon, .list = list};
    m.search = (kti_beam){joint, tagger, FORMS, 11, NULL, 0.5F, 0.7F};
    m.known.items = malloc((list->count + 1) * sizeof *list->items);
    m.failed = m.known.items == NULL;
    if (!m.failed) memcpy(m.known.items, list->items, list->count * sizeof *list->items);
    m.known.count = list->count;
    if (!m.failed) qsort(m.known.items, m.known.count, sizeof *m.known.items, by_letters);
    kti_arena_init(&m.arena, NULL);
    kti_arena_init(&room, NULL);
    m.search.work = kti_beam_work_new(&room);
    m.failed = m.failed || m.search.work == NULL;
    if (!m.failed) kti_english_visit(sounds, take_word, &m);
    kti_arena_free(&m.arena);
    kti_arena_free(&room);
    free(m.known.items);
    return !m.failed;
}
