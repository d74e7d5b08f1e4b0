/* stretch.h - Hangul syllables with nothing but U+0020 between them, which are spaced together. */
#ifndef KTI_SPACING_STRETCH_H
#define KTI_SPACING_STRETCH_H

#include <stdbool.h>

#include "kotext/base.h"

enum { KTI_STRETCH = 256, KTI_STRETCH_SYLLABLE = 3 /* bytes */ };

typedef struct kti_stretch {
    uint32_t count;
    uint32_t start;                                 /* where the gap before the first one starts */
    uint32_t at[KTI_STRETCH];                       /* where each syllable stands in the text */
    bool spaced[KTI_STRETCH];                       /* U+0020s stand before it */
    char solid[KTI_STRETCH * KTI_STRETCH_SYLLABLE]; /* the syllables without their spaces */
    bool cut;                                       /* it goes on, but there is no more room */
} kti_stretch;

/* Reads the stretch whose first syllable stands at `at`, or behind the spaces there. Returns where
 * it ends; `at` itself when there is none. */
size_t kti_stretch_read(kt_str text, size_t at, kti_stretch *out);

/* Where the gap before a syllable starts; it ends at the syllable. */
uint32_t kti_stretch_gap(const kti_stretch *stretch, uint32_t syllable);

#endif
