/* word_letters.h - the letters of words, kept from one text to the next: real text repeats itself.
 *
 * A word is a run of syllables as it was read; a scheme and its options are a style. */
#ifndef KTI_ROMANIZE_WORD_LETTERS_H
#define KTI_ROMANIZE_WORD_LETTERS_H

#include "analyze/runs.h"
#include "core/text.h"
#include "romanize/romanize.h"

typedef struct kti_word_letters kti_word_letters;

/* The letters of a word: a rule, a length and so many bytes for each of its syllables. */
typedef struct kti_written {
    const uint32_t *rules;
    const uint8_t *lengths;
    kt_str bytes;
    uint32_t syllables;
} kti_written;

/* `limit`: about how many bytes it may keep. */
kt_status kti_word_letters_new(const kt_alloc *alloc, size_t limit, kti_word_letters **out);
void kti_word_letters_free(kti_word_letters *words);

/* The number of what the options say of words, but for names within them. What was kept of other
 * styles may be forgotten. */
uint32_t kti_word_letters_style(kti_word_letters *words, const kt_romanize_options *options);

/* Forgets what has not been asked for lately, once there is much of it. */
void kti_word_letters_trim(kti_word_letters *words);

/* A name within a word, in bytes of it. */
typedef struct kti_syl_token {
    uint8_t start, stem, end; /* where it begins, where its stem ends, and its particles */
    uint8_t kind;             /* kt_token_kind */
} kti_syl_token;

enum { KTI_TOUCH_TOKENS = 4 };

/* What names do to a word. */
typedef struct kti_touch {
    union {
        kti_syl_token tokens[KTI_TOUCH_TOKENS]; /* names within it */
        kti_syl_mark marks[KTI_RUN_SYLLABLES];  /* by names that go beyond it, on each syllable */
    } is;
    size_t count;
    enum { KTI_TOUCH_NOT, KTI_TOUCH_INSIDE, KTI_TOUCH_BEYOND } by;
} kti_touch;

/* What the letters of a word depend on: `read` and what is behind it, so far as `touch` counts. */
typedef struct kti_word_key {
    uint64_t read; /* the run as it was read, the style, and how names touch it; 0: not kept */
    kti_touch touch;
    uint32_t hash;
} kti_word_key;

void kti_word_key_hash(kti_word_key *key);

/* A glance at what is kept under a key (core/hoard.h); good until that. */
uint32_t kti_word_letters_glance(const kti_word_letters *words, const kti_word_key *key);

/* What is kept under a key; false when nothing is. Good until the next call. */
bool kti_word_letters_get(kti_word_letters *words, const kti_word_key *key, uint32_t glance,
                          kti_written *out);

/* Keeps the letters that `text` has, an edit a syllable from edit `first` on, at most 32, and gets
 * them. KT_ERR_NOMEM. */
kt_status kti_word_letters_put(kti_word_letters *words, const kti_word_key *key,
                               const kt_text *text, size_t first, kti_written *out);

#endif
