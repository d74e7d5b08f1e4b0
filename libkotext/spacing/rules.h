/* rules.h - what the orthography says of two morphemes side by side, in the costs of the lattice.
 */
#ifndef KTI_SPACING_RULES_H
#define KTI_SPACING_RULES_H

#include "kotext/space.h"
#include "spacing/classes.h"

/* How two morphemes stand in the text. */
typedef enum kti_gap {
    KTI_GAP_SOLID,
    KTI_GAP_SPACED,
    KTI_GAP_FIXED_SOLID, /* of these no space is put in or taken out */
    KTI_GAP_FIXED_SPACED,
    KTI_GAPS
} kti_gap;

typedef struct kti_spacing_costs {
    int16_t cost[KTI_GAPS][KTI_ENDS][KTI_BEGINS];
    bool changes[2][KTI_ENDS][KTI_BEGINS]; /* whether that solid or spaced gap is changed */
    int16_t inside;                        /* of taking a space out of a word */
    int16_t whole;                         /* of taking a listed compound apart */
} kti_spacing_costs;

/* `sparse` is text that lacks most of its spaces: there it takes less to put one in. */
void kti_spacing_costs_fill(const kt_space_options *options, bool sparse, kti_spacing_costs *out);

/* The rule behind a change between two morphemes, and inside of one. */
uint32_t kti_spacing_rule_between(kti_end end, kti_begin begin);
uint32_t kti_spacing_rule_inside(void);

#endif
