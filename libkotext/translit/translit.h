/* translit.h - Latin text in Hangul: words by their sound and spelling, lines by their words. */
#ifndef KTI_TRANSLIT_TRANSLIT_H
#define KTI_TRANSLIT_TRANSLIT_H

#include "core/arena.h"
#include "kotext/translit.h"
#include "lexicon/lexicon.h"
#include "translit/english.h"
#include "translit/grams.h"
#include "translit/listed.h"
#include "translit/tagger.h"

/* The models of an engine; read-only, shared. What the data lacks is left out. */
typedef struct kti_translit {
    const kti_lexicon *lexicon;
    kti_listed listed;  /* words whose Hangul is settled */
    kti_english sounds; /* pronunciations of words */
    kti_tagger guess;   /* letters to sounds, for words without one */
    kti_grams joint;    /* letters and Hangul together */
    kti_tagger tagger;  /* letters to Hangul */
} kti_translit;

void kti_translit_open(const kti_lexicon *lexicon, kti_translit *out);

typedef struct kti_explained {
    kt_step *items;
    size_t count;
} kti_explained;

/* kt_transliterate() of NFC text. `explained` may be NULL. */
kt_status kti_transliterate(const kti_translit *translit, kt_str in,
                            const kt_transliterate_options *opts, kti_arena *arena,
                            kt_transliterated **list, size_t *count, kti_explained *explained);

#endif
