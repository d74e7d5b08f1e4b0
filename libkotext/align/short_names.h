/* short_names.h - names of one syllable, or with one, which stand for too much in running text: the
 * other language decides. */
#ifndef KTI_ALIGN_SHORT_NAMES_H
#define KTI_ALIGN_SHORT_NAMES_H

#include "align/korean.h"
#include "names/detect.h"

typedef struct kti_short_names {
    kti_ko_name *items;
    size_t count, capacity;
} kti_short_names;

/* Lists them in `scratch`, what they refer to in `arena`: 뷔 with a particle, 샘 리, the countries
 * of 한·미·일. KT_ERR_NOMEM. Linear. */
kt_status kti_short_names_find(const kti_lexicon *lexicon, const kti_candidates *found, kt_str text,
                               kti_arena *scratch, kti_arena *arena, kti_short_names *out);

#endif
