/* detect.c - the language of a word or name, by letters and patterns that speak for each. */
#include "core/str.h"
#include "core/utf8.h"
#include "languages/languages.h"
#include "unicode/props.h"

/* What speaks against all languages but English: its little words, and given names that no other
 * has. */
static const char *const english[] = {
    "#of#",      "#the#",    "#and#",      "#duke#",    "#john#",    "#james#",  "#william#",
    "#george#",  "#mike#",   "#nick#",     "#rick#",    "#chuck#",   "#andy#",   "#bruce#",
    "#bobby#",   "#jim#",    "#joe#",      "#bob#",     "#bill#",    "#steve#",  "#mary#",
    "#amanda#",  "#ashley#", "#susan#",    "#kate#",    "#matthew#", "#andrew#", "#anthony#",
    "#ryan#",    "#jason#",  "#jennifer#", "#michael#", "#eric#",    "#henry#",  "#edward#",
    "#charlie#", "#jack#",   "#harry#",    "#tony#",    "#scott#",   "#kevin#",  "#brian#",
    "#jeff#",    "#greg#",   "#larry#",    "#barbara#", "#nancy#",   "#linda#",
};

/* A letter that a language lacks outweighs any clue. */
enum { SURE = 4, STRANGE = -8, ENGLISH = -2, LOOKED_AT = 256 };

/* The text as one word: hyphens, which are edges to patterns, between its words. */
static size_t read_letters(kt_str text, uint32_t letters[LOOKED_AT]) {
    size_t count = 0;
    for (size_t at = 0; at < text.len && count < LOOKED_AT;) {
        kti_cp unit = kti_utf8_at(text, at);
        at += unit.len;
        if (unit.cp == 0x2019) unit.cp = '\'';
        bool letter = kti_cp_is_letter(unit.cp) || unit.cp == '\'';
        letters[count++] = letter ? kti_cp_lower(unit.cp) : '-';
    }
    return count;
}

static int weigh_letters(const kti_language *l, const kti_foreign_word *word) {
    int weight = 0;
    for (size_t i = 0; i < word->count; i++) {
        uint32_t letter = word->letters[i];
        bool edge = letter == '-' || letter == '\'';
        if (!edge && !kti_language_has(l, letter)) weight += STRANGE;
    }
    return weight;
}

/* Whether a pattern may begin here: at once for those that begin with a letter or an edge. */
static bool may_begin(const kti_foreign_word *word, uint32_t first, size_t at) {
    uint32_t letter = at < word->count ? word->letters[at] : '-';
    if (first == '#') return letter == '-';
    return first == letter || first == '[' || (first >= 'A' && first <= 'Z');
}

static bool holds(const kti_language *l, const kti_foreign_word *word, const char *pattern) {
    kt_str text = kti_str(pattern);
    uint32_t first = kti_utf8_at(text, 0).cp;
    for (size_t at = 0; at <= word->count; at++)
        if (may_begin(word, first, at - 1) && kti_pattern_fits(l, word, text, at - 1)) return true;
    return false;
}

/* Each clue counts once. */
static int weigh(const kti_language *l, const kti_foreign_word *word) {
    int weight = weigh_letters(l, word);
    for (const kti_language_clue *c = l->clues; c != NULL && c->pattern != NULL; c++)
        if (holds(l, word, c->pattern)) weight += c->weight;
    for (size_t i = 0; i < sizeof english / sizeof *english && weight >= SURE; i++)
        if (holds(l, word, english[i])) weight += ENGLISH;
    return weight;
}

kt_source_language kt_source_language_detect(kt_str text) {
    uint32_t letters[LOOKED_AT];
    kti_foreign_word word = {.letters = letters, .count = read_letters(text, letters)};
    kt_source_language best = KT_SOURCE_ENGLISH;
    int most = SURE - 1;
    for (int i = 0; i < KT_SOURCES; i++) {
        const kti_language *l = kti_language_of((kt_source_language)i);
        int weight = l == NULL ? 0 : weigh(l, &word);
        if (weight <= most) continue;
        most = weight;
        best = (kt_source_language)i;
    }
    return best;
}
