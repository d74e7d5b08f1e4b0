/* bond.h - two words that stand side by side, seen by their morphemes. */
#ifndef KTI_ANALYZE_BOND_H
#define KTI_ANALYZE_BOND_H

#include <stdbool.h>

#include "core/joint.h"
#include "kotext/analyze.h"

/* What stands between white space. Marks at either end are not of the word. */
typedef struct kti_word {
    kt_span span;             /* marks included */
    const kt_morpheme *first; /* NULL when there are only marks */
    const kt_morpheme *last;
    const kt_morpheme *mark; /* the last mark behind it, or NULL */
    bool opened;             /* a mark stands before it */
    bool is_short;           /* one syllable or a few letters: it leans on the next word */
} kti_word;

/* How closely `left` belongs to `right` behind it. */
kti_bond kti_bond_of(const kti_word *left, const kti_word *right);

#endif
