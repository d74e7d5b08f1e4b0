/* word_letters.h - the letters of words, kept from one text to the next: real text repeats itself.
 *
 * A word is a run of syllables as it was read; a scheme and its options are a style. */
#ifndef KTI_ROMANIZE_WORD_LETTERS_H
#define KTI_ROMANIZE_WORD_LETTERS_H

#include "core/text.h"
#include "kotext/romanize.h"

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

/* The number of what the options say of words. What was kept of other styles may be forgotten. */
uint32_t kti_word_letters_style(kti_word_letters *words, const kt_romanize_options *options);

/* Forgets what has not been asked for lately, once there is much of it. */
void kti_word_letters_trim(kti_word_letters *words);

/* A glance at what is kept under a key (core/hoard.h); good until that. */
uint32_t kti_word_letters_glance(const kti_word_letters *words, uint64_t key);

/* What is kept under a key, which is not 0; false when nothing is. Good until the next call. */
bool kti_word_letters_get(kti_word_letters *words, uint64_t key, uint32_t glance, kti_written *out);

/* Keeps the letters that `text` has, an edit a syllable from edit `first` on, at most 32, and gets
 * them. KT_ERR_NOMEM. */
kt_status kti_word_letters_put(kti_word_letters *words, uint64_t key, const kt_text *text,
                               size_t first, kti_written *out);

#endif
