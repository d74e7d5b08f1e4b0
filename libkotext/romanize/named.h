/* named.h - what the names in a text do to each of its words. */
#ifndef KTI_ROMANIZE_NAMED_H
#define KTI_ROMANIZE_NAMED_H

#include "romanize/word_letters.h"

typedef struct kti_named {
    const kti_lexicon *lexicon;
    kt_str text;
    const kt_romanize_options *options;
    const kt_token *tokens;
    size_t token_count;
    size_t token; /* the first not yet passed */
    kti_arena *arena;
    uint8_t *marks;  /* kti_mark, one for each byte of the text; NULL: nobody has asked */
    kti_phono phono; /* of the whole text then, names marked */
    size_t syllable; /* the first not yet passed */
} kti_named;

/* The names of NFC text, in a scheme that kti_words_may write by words. */
void kti_named_begin(kti_named *named, const kti_lexicon *lexicon, kt_str text,
                     const kt_romanize_options *options, const kt_token *tokens, size_t token_count,
                     kti_arena *arena);

/* What names do to `run`; runs come in order. In the arena. KT_ERR_NOMEM. */
kt_status kti_named_run(kti_named *named, kt_span run, kti_touch *touch);

/* Whether anything is marked between two places. */
bool kti_named_between(const kti_named *named, size_t at, size_t end);

#endif
