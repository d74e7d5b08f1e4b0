/* english.h - the English side of a unit: its words, and which stretches of them may be names. */
#ifndef KTI_ALIGN_ENGLISH_H
#define KTI_ALIGN_ENGLISH_H

#include <stdbool.h>

#include "core/arena.h"
#include "lexicon/lexicon.h"

/* A word, or one part of a hyphenated word ("Jae" and "in" of Jae-in). */
typedef struct kti_en_word {
    kt_span span;    /* without 's and without the period that ends a sentence */
    bool capital;    /* begins with an upper-case letter or a digit-and-capital (G8, 38th no) */
    bool starts;     /* begins a sentence: its capital says little */
    bool joined;     /* a hyphen stands between it and the word before */
    bool cut_before; /* a name may begin here although `joined` (inter-[Korean]) */
    bool fenced;     /* punctuation that no name spans stands before it */
    bool function;   /* The, He, In: with a capital, yet no name */
    bool linking;    /* of, the, and, for, de, van ...: inside names, never at their edge */
} kti_en_word;

/* A dictionary form met in the text. */
typedef struct kti_en_hit {
    uint32_t entry;
    kt_span span;
    uint32_t first_word;
    bool also;
} kti_en_hit;

typedef struct kti_english {
    kt_str text;
    kti_en_word *words;
    size_t word_count;
    kti_en_hit *hits; /* ordered by position */
    size_t hit_count;
    uint32_t *first_hit; /* of each word, and one more */
} kti_english;

/* What dictionary forms begin with words met before, by their hashes. All zero at first; a new word
 * takes the place of another. */
enum { KTI_KNOWN_WORDS = 1 << 12 };
typedef struct kti_known_word {
    uint64_t hash; /* 0: none */
    kti_word_keys keys;
} kti_known_word;
typedef struct kti_known_words {
    kti_known_word words[KTI_KNOWN_WORDS];
} kti_known_words;

/* Reads `text` into words and dictionary hits, in `arena`, which may be `scratch`; `known` may be
 * NULL. KT_ERR_NOMEM. Linear. */
kt_status kti_english_read(const kti_lexicon *lexicon, kti_known_words *known, kt_str text,
                           kti_arena *scratch, kti_arena *arena, kti_english *out);

/* Whether words [first, last] may be a name by their shape alone. */
bool kti_english_is_name(const kti_english *en, size_t first, size_t last);

/* Whether a capitalised word beside words [first, last] makes a longer name of them: North, of
 * North Korea. */
bool kti_english_goes_on(const kti_english *en, size_t first, size_t last);

/* Whether a word is all capitals: MP, US. */
bool kti_english_shouts(const kti_english *en, size_t word);

/* The first word that ends behind `at`; `word_count` when there is none. */
size_t kti_english_word_at(const kti_english *en, uint32_t at);

/* The text of words [first, last]. */
kt_span kti_english_span(const kti_english *en, size_t first, size_t last);

#endif
