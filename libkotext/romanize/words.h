/* words.h - running text word by word: each word's letters are worked out once and kept. */
#ifndef KTI_ROMANIZE_WORDS_H
#define KTI_ROMANIZE_WORDS_H

#include "analyze/analyze.h"
#include "romanize/romanize.h"

typedef struct kti_words kti_words;

kt_status kti_words_new(const kt_alloc *alloc, const kti_lexicon *lexicon, kti_words **out);
void kti_words_free(kti_words *words);

/* Whether words may be written one by one: nothing in the scheme passes from one to another. */
bool kti_words_may(const kt_romanize_options *options);

/* What is known of a text: its reading, by runs, and the names in it. */
typedef struct kti_words_read {
    const kt_analysis *reading;
    const kti_read_run *runs;
    size_t run_count;
    const kt_token *tokens;
    size_t token_count;
} kti_words_read;

/* Romanizes NFC text as kti_romanize does; `arena` is for what names do to the whole of it. Else as
 * kti_words_romanize(). */
kt_status kti_words_romanize_read(kti_words *words, kt_str text, const kt_romanize_options *options,
                                  const kti_words_read *read, kti_arena *arena, kt_text *out,
                                  bool *done);

/* Romanizes NFC text without names as kti_romanize does. `*done` is false, and `out` of no use,
 * when the text joins words in a way that only the whole of it tells. KT_ERR_NOMEM,
 * KT_ERR_TOO_LARGE. */
kt_status kti_words_romanize(kti_words *words, kti_analyzer *analyzer, kt_str text,
                             const kt_romanize_options *options, kt_text *out, bool *done);

#endif
