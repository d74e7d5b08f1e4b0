/* types.h - what kind of thing a linked name is, by all that the two sides say. */
#ifndef KTI_ALIGN_TYPES_H
#define KTI_ALIGN_TYPES_H

#include "align/pair.h"
#include "translit/listed.h"

/* A bead whose pairs have been chosen. */
typedef struct kti_chosen {
    const kti_matcher *matcher;
    const kti_korean *ko;
    const kti_english *en;
    const kti_pairs *pairs;
    const uint32_t *chosen; /* see align/assign.h */
    kti_listed loanwords;
} kti_chosen;

/* The type of name `index`, which is a name. */
kt_name_type kti_type_of(const kti_chosen *c, size_t index);

#endif
