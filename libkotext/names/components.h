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

enum { KTI_COMPONENTS_MOST = 1 << 9 };

/* The table by syllables, made once for many names. */
typedef struct kti_component_index {
    uint16_t row[19 * 21 * 28 + 1];      /* the first row of each syllable, and one more */
    uint16_t last[19 * 21 * 28];         /* a row that ends with each syllable, and one; 0: none */
    uint16_t other[KTI_COMPONENTS_MOST]; /* another row that ends with the same syllable, and one */
    uint8_t len[KTI_COMPONENTS_MOST];    /* bytes of the Korean */
    uint32_t initials[KTI_COMPONENTS_MOST]; /* of its translations, a bit each */
    uint32_t letters[KTI_COMPONENTS_MOST];  /* that their words begin with, a bit each */
} kti_component_index;

void kti_component_index_make(kti_component_index *out);

/* The first letters of the translations of a row, and of all words of them, a bit each. */
static inline uint32_t kti_component_initials(const kti_component_index *index,
                                              const kti_component *row) {
    return index->initials[row - kti_component_table];
}

static inline uint32_t kti_component_letters(const kti_component_index *index,
                                             const kti_component *row) {
    return index->letters[row - kti_component_table];
}

/* The Korean of a row. */
static inline kt_str kti_component_korean(const kti_component_index *index,
                                          const kti_component *row) {
    return (kt_str){row->korean, index->len[row - kti_component_table]};
}

/* kti_components_at() by the index. */
size_t kti_components_indexed(const kti_component_index *index, kt_str text,
                              const kti_component **first);

/* Whether a component ends `text`. */
bool kti_component_ends(const kti_component_index *index, kt_str text);

/* Whether a component of two syllables or more begins `text`. `index` may be NULL. */
bool kti_component_begins(const kti_component_index *index, kt_str text);

/* Whether `text` ends with a word for a kind of body, treaty or the like: 위원회, 국, 협정. */
bool kti_ends_in_body(kt_str text);

#endif
