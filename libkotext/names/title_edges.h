/* title_edges.h - whether a title of the dictionary may begin in one word and end in the next:
 * 국회 의원 is also found as 국회의원. And where no title is at all. No is certain. */
#ifndef KTI_NAMES_TITLE_EDGES_H
#define KTI_NAMES_TITLE_EDGES_H

#include "lexicon/lexicon.h"

enum { KTI_TITLE_BITS = 1 << 14 };

typedef struct kti_title_edges {
    uint64_t heads[KTI_TITLE_BITS / 64];  /* what titles begin with and go on behind */
    uint64_t begins[KTI_TITLE_BITS / 64]; /* the first two code points, or the only one */
    uint64_t ends[KTI_TITLE_BITS / 64];   /* the last two, or the only one */
    uint64_t joints[KTI_TITLE_BITS / 64]; /* two code points that follow each other in titles */
} kti_title_edges;

void kti_title_edges_find(const kti_lexicon *lexicon, kti_title_edges *out);

/* Whether one may begin `text`, or stand at the end of `word`. */
bool kti_title_may_begin(const kti_title_edges *edges, kt_str text);
bool kti_title_may_end(const kti_title_edges *edges, kt_str word);

/* Whether a title may begin with the whole of `word` and go on. */
bool kti_title_goes_on(const kti_title_edges *edges, kt_str word);

/* Whether one may have its last code point in `word` and its next in the one that begins `next`. */
bool kti_title_goes_across(const kti_title_edges *edges, kt_str word, kt_str next);

#endif
