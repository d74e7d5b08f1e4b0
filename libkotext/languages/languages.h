/* languages.h - words of other languages in Hangul, as chapter 3 of the Loanword Orthography
 * (외래어 표기법) writes each: one descriptor a language, one file a descriptor.
 *
 * A language is either letter rules, read by rules.c, or a writer of its own (syllable tables).
 * docs/spec/loanword-XX.md is its section as examples. */
#ifndef KTI_LANGUAGES_LANGUAGES_H
#define KTI_LANGUAGES_LANGUAGES_H

#include <stdbool.h>

#include "core/arena.h"
#include "kotext/text.h"
#include "kotext/translit.h"
#include "languages/compose.h"

/* One article of the standard, as rules and steps cite it. */
typedef struct kti_clause {
    const char *article; /* "3.2.1.1"; a table of chapter 2 is "2.1" */
    const char *summary;
} kti_clause;

/* A named set of letters: patterns write its name, a capital. */
typedef struct kti_letter_class {
    char name;
    const char *letters;
} kti_letter_class;

/* A letter that is read as others: Cyrillic in Latin letters; ended by letter 0. */
typedef struct kti_letter_spelling {
    uint32_t letter;
    const char *as;
} kti_letter_spelling;

/* `letters` between `left` and `right` become `units` (compose.h). The first rule that fits wins.
 *
 * A pattern is letters, one place each: a small letter stands for itself, a capital for its class
 * (V and C, vowels and all other letters, every language has), [abc] for one of them, [^abc] for
 * any other letter, # for an end of the word or a hyphen. | separates alternatives; ! before all
 * of them: none may stand there. "" fits anywhere. `units` may hold alternatives as well: the
 * first is the rule, the others are permitted. */
typedef struct kti_letter_rule {
    const char *left, *letters, *right, *units, *article;
} kti_letter_rule;

/* A word: small letters (NFC), hyphens and apostrophes, and where each begins in the text. */
typedef struct kti_foreign_word {
    const uint32_t *letters;
    const uint32_t *starts; /* count + 1 of them, bytes */
    size_t count;
    unsigned variant; /* which alternative of the units is taken; 0 the first */
} kti_foreign_word;

/* What speaks for a language: a pattern without alternatives, somewhere in a word, and how much.
 * At 4, a text of this language is taken for it; so a clue of 4 decides alone. */
typedef struct kti_language_clue {
    const char *pattern;
    int weight;
} kti_language_clue;

typedef struct kti_language kti_language;

/* Writes a word; `out` notes letters, units and articles on the way. */
typedef void kti_language_writer(const kti_language *language, const kti_foreign_word *word,
                                 kti_composer *out);

struct kti_language {
    const char *id;       /* ISO 639: "de" */
    const char *standard; /* "Loanword Orthography, German" */
    const char *letters;  /* all small letters it has; others are read as their base (ł as l) */
    const char *vowels;
    const kti_letter_spelling *spellings; /* NULL: none */
    const kti_letter_class *classes;      /* ended by name 0; NULL: none */
    const kti_letter_rule *rules;
    size_t rule_count;
    const kti_clause *clauses;
    size_t clause_count;
    const kti_language_clue *clues; /* ended by pattern NULL */
    kti_language_writer *write;     /* NULL: kti_rules_write */
    const char *const *joined; /* words that are written with the next one: "la"; ended by NULL */
    const char *const *apart;  /* those that may be, but stand apart as a rule: "von" */
    bool closed;               /* all words of a name are written together: 시진핑 */
};

/* NULL for English, for KT_SOURCE_AUTO, and beyond. */
const kti_language *kti_language_of(kt_source_language from);

/* The forms of one word, the rule's first, no two the same; `count` 0 when the word has no letter
 * of the language. In the arena. KT_ERR_NOMEM. */
enum { KTI_LANGUAGE_FORMS = 4 };
kt_status kti_language_forms(const kti_language *language, kt_str word, kti_arena *arena,
                             kt_str forms[KTI_LANGUAGE_FORMS], size_t *count);

/* The steps to the first form of the word at `word` in `text`, into `steps`, which has room for
 * one a byte of the word. */
kt_status kti_language_explain(const kti_language *language, kt_str text, kt_span word,
                               kti_arena *arena, kt_step *steps, size_t *count);

/* How a word is written with the one that follows it. One that may stand apart (von) joins when it
 * is capital, thus part of a surname, and before one that is joined (von der). */
typedef enum kti_word_join { KTI_WORDS_APART, KTI_WORDS_MAY_JOIN, KTI_WORDS_JOIN } kti_word_join;
kti_word_join kti_language_join(const kti_language *language, kt_str word, kt_str next);

/* Whether the language has this small letter, an apostrophe being one if it is listed. */
bool kti_language_has(const kti_language *language, uint32_t letter);

/* Whether `pattern`, one alternative, fits with its first place at `at`; SIZE_MAX is the edge
 * before the word. */
bool kti_pattern_fits(const kti_language *language, const kti_foreign_word *word, kt_str pattern,
                      size_t at);

/* kt_rule_info() of this layer. */
kt_rule kti_language_rule(uint32_t index);

/* The writer of languages that are rules. Linear: each letter tries each rule, and a pattern looks
 * at as many letters as it has places. */
kti_language_writer kti_rules_write;

extern const kti_language kti_german;
extern const kti_language kti_french;
extern const kti_language kti_spanish;
extern const kti_language kti_italian;
extern const kti_language kti_russian;
extern const kti_language kti_dutch;
extern const kti_language kti_japanese;
extern const kti_language kti_chinese;
extern const kti_language kti_vietnamese;
extern const kti_language kti_indonesian;

#endif
