/* components.h - words that translated names of bodies are made of: 국가, 안전, 보장, 국. */
#ifndef KTI_NAMES_COMPONENTS_H
#define KTI_NAMES_COMPONENTS_H

#include <stdbool.h>

#include "kotext/base.h"

typedef struct kti_component {
    const char *korean;
    const char *english; /* '|' list, small letters; words apart by spaces or hyphens */
} kti_component;

extern const kti_component kti_component_table[];
extern const size_t kti_component_count;

/* The components that begin with the first syllable of `text`: where they lie, and their number. */
size_t kti_components_at(kt_str text, const kti_component **first);

/* Whether a component of two syllables or more begins `text`. */
bool kti_component_begins(kt_str text);

/* Whether `text` ends with a word for a kind of body, treaty or the like: 위원회, 국, 협정. */
bool kti_ends_in_body(kt_str text);

#endif
