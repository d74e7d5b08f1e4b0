/* pronounced.h - how a word of letters is pronounced: looked up, put together from parts, or
 * guessed.
 */
#ifndef KTI_TRANSLIT_PRONOUNCED_H
#define KTI_TRANSLIT_PRONOUNCED_H

#include "translit/grams.h"
#include "translit/translit.h"

typedef enum kti_pronounced_source {
    KTI_PRONOUNCED_UNKNOWN,
    KTI_PRONOUNCED_GUESSED,
    KTI_PRONOUNCED_COMPOUND,
    KTI_PRONOUNCED_LISTED
} kti_pronounced_source;

typedef struct kti_pronounced {
    kti_pronounced_source source;
    size_t parts[2];                            /* letters of a compound's parts; second 0: one */
    kti_english_chunk sounds[KTI_ENGLISH_WORD]; /* by letter */
    kti_chunk_units rules[KTI_ENGLISH_WORD];    /* by letter, what the orthography writes */
} kti_pronounced;

/* `letters` are those of letters.h. Words longer than KTI_ENGLISH_WORD are unknown. */
void kti_pronounced_find(const kti_translit *translit, const uint8_t *letters, size_t count,
                         bool guess, kti_pronounced *out);

#endif
