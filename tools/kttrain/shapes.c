#include "shapes.h"

#include <math.h>
#include <stdlib.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/morphs.h"
#include "names/shape.h"

enum { ROOM = KTI_SYLLABLE_LAST - KTI_SYLLABLE_FIRST + 1, SYLLABLE = 3, DEPTH = 16, NOUN = 6 };

/* Where a syllable was seen. */
typedef enum place {
    SURNAME,
    FIRST,
    SECOND,
    FOREIGN,
    NOUN_START,
    NOUN_MIDDLE,
    NOUN_END,
    PLACES
} place;

typedef struct counts {
    double seen[PLACES][ROOM];
    double total[PLACES];
} counts;

static void count(counts *c, place where, uint32_t cp) {
    c->seen[where][cp - KTI_SYLLABLE_FIRST] += 1;
    c->total[where] += 1;
}

static void count_person(counts *c, const kti_lexicon *lexicon, kt_str word) {
    size_t syllables = word.len / SYLLABLE;
    if (syllables == 3 && kti_lexicon_surname(lexicon, word) == SYLLABLE) {
        count(c, SURNAME, kti_utf8_at(word, 0).cp);
        count(c, FIRST, kti_utf8_at(word, SYLLABLE).cp);
        count(c, SECOND, kti_utf8_at(word, 2 * SYLLABLE).cp);
    }
    for (size_t at = 0; syllables > 3 && at < word.len; at += SYLLABLE)
        count(c, FOREIGN, kti_utf8_at(word, at).cp);
}

static void count_noun(counts *c, kt_str word) {
    if (word.len > NOUN * SYLLABLE) return;
    for (size_t at = 0; at < word.len; at += SYLLABLE) {
        uint32_t cp = kti_utf8_at(word, at).cp;
        bool inner = at > 0 && at + SYLLABLE < word.len;
        if (at == 0) count(c, NOUN_START, cp);
        if (at + SYLLABLE == word.len) count(c, NOUN_END, cp);
        if (inner) count(c, NOUN_MIDDLE, cp);
    }
}

/* All words below `node` that are nothing but syllables. */
static void walk(counts *c, const kti_lexicon *lexicon, uint32_t node, char *word, size_t len) {
    const kti_trie *trie = &kti_lexicon_morphs(lexicon)->trie;
    uint32_t end, child = kti_trie_children(trie, node, &end);
    for (; child < end; child++) {
        uint32_t cp = trie->labels[child];
        if (!kti_is_syllable(cp) || len + SYLLABLE > DEPTH * SYLLABLE) continue;
        kt_str text = {word, len + kti_utf8_encode(cp, word + len)};
        unsigned classes = kti_lexicon_word(lexicon, text).classes;
        if ((classes & KTI_WORD_PERSON) != 0) count_person(c, lexicon, text);
        if ((classes & KTI_WORD_NOUN) != 0) count_noun(c, text);
        walk(c, lexicon, child, word, text.len);
    }
}

static void count_foreign(counts *c, const pairs *foreign) {
    for (size_t i = 0; i < foreign->count; i++) {
        kt_str word = foreign->items[i].hangul;
        for (size_t at = 0; word.len >= 2 * SYLLABLE && at < word.len; at += SYLLABLE)
            count(c, FOREIGN, kti_utf8_at(word, at).cp);
    }
}

/* Half a sighting is added to each, as if there were 2000 syllables. */
static double logarithm(double seen, double total) {
    return log((seen + 0.5) / (total + 1000));
}

static int8_t ratio(const counts *c, place name, place noun, size_t i) {
    double value =
        logarithm(c->seen[name][i], c->total[name]) - logarithm(c->seen[noun][i], c->total[noun]);
    double units = round(16 * value);
    return (int8_t)(units < -127 ? -127 : units > 127 ? 127 : units);
}

/* A syllable anywhere in a word against anywhere in a noun. */
static int8_t foreign_ratio(const counts *c, size_t i) {
    double seen = 0, total = 0;
    for (place p = NOUN_START; p <= NOUN_END; p++) {
        seen += c->seen[p][i];
        total += c->total[p];
    }
    double value = logarithm(c->seen[FOREIGN][i], c->total[FOREIGN]) - logarithm(seen, total);
    double units = round(16 * value);
    return (int8_t)(units < -127 ? -127 : units > 127 ? 127 : units);
}

static void write_rows(const counts *c, kti_buf *out) {
    for (size_t i = 0; i < ROOM; i++) {
        double seen = 0;
        for (size_t p = 0; p < PLACES; p++)
            seen += c->seen[p][i];
        if (seen <= 0) continue;
        bool surname = c->seen[SURNAME][i] > 0;
        kti_syllable_shape row = {
            .syllable = (uint16_t)(KTI_SYLLABLE_FIRST + i),
            .surname = surname ? ratio(c, SURNAME, NOUN_START, i) : -127,
            .first = ratio(c, FIRST, NOUN_MIDDLE, i),
            .second = ratio(c, SECOND, NOUN_END, i),
            .foreign = foreign_ratio(c, i),
        };
        kti_buf_add(out, &row, sizeof row);
    }
}

bool train_shapes(const kti_lexicon *lexicon, const pairs *foreign, kti_buf *out) {
    char word[(DEPTH + 1) * SYLLABLE];
    counts *c = calloc(1, sizeof *c);
    if (c == NULL) return false;
    walk(c, lexicon, KTI_TRIE_ROOT, word, 0);
    count_foreign(c, foreign);
    write_rows(c, out);
    free(c);
    return !out->failed;
}
