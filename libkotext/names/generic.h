/* generic.h - words that end (or in English begin) the names of places and bodies, and what they
 * are in the other language: 공군기지 is Air Force Base. */
#ifndef KTI_NAMES_GENERIC_H
#define KTI_NAMES_GENERIC_H

#include "kotext/base.h"

typedef struct kti_generic {
    const char *korean;
    const char *behind; /* '|' list of what stands behind a name in English; NULL: nothing */
    const char *before; /* ... before it: University of */
} kti_generic;

extern const kti_generic kti_generic_table[];
extern const size_t kti_generic_count;

/* The longest of them that begins `text` and ends where a word may: before a particle, or no
 * Hangul. Its bytes go to `*length`. NULL for none. */
const kti_generic *kti_generic_begins(kt_str text, size_t *length);

#endif
