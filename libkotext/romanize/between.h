/* between.h - the text between syllables: copied, but for what a scheme must change. */
#ifndef KTI_ROMANIZE_BETWEEN_H
#define KTI_ROMANIZE_BETWEEN_H

#include "romanize/romanize.h"

typedef struct kti_writer {
    const kti_scheme *scheme;
    const kt_romanize_options *options;
    const kti_lexicon *lexicon;
    const kti_phono *phono;
    const uint8_t *marks; /* NULL: none */
    kti_arena *arena;
    kt_text *out;
    size_t next; /* the syllable to come */
} kti_writer;

/* Writes the bytes from `at` to `end`, which hold no syllable. */
kt_status kti_write_between(kti_writer *w, size_t at, size_t end);

#endif
