/* usage.h - the Latin spellings of a Korean person that people use, with their probabilities. */
#ifndef KTI_NAMES_USAGE_H
#define KTI_NAMES_USAGE_H

#include "core/arena.h"
#include "names/syllables.h"

/* The parts are apart, so that any style can join them; small letters. */
typedef struct kti_usage {
    char surname[12], first[8], second[8]; /* `second` is empty in 김구 */
    double p;
    const char *label; /* "rr", "mr", "dprk" when a scheme writes the same letters; else "usage" */
} kti_usage;

enum { KTI_USAGES_MOST = 160 };

/* The likeliest spellings, best first, in the arena. A given name has one or two syllables;
 * `*count` is 0 for others. KT_ERR_NOMEM. */
kt_status kti_usages(const kti_lexicon *lexicon, const kti_given_model *model, kt_str surname,
                     kt_str given, kti_arena *arena, const kti_usage **list, size_t *count);

#endif
