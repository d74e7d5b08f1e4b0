/* patterns.h - how a reading's parts lie in its surface, as a pattern that many readings share. */
#ifndef KTDICT_PATTERNS_H
#define KTDICT_PATTERNS_H

#include "core/buf.h"
#include "core/str.h"

typedef struct patterns {
    kti_buf bytes;   /* of all, one after another */
    kti_buf offsets; /* u32; one more than there are */
    kti_buf slots;   /* u32: hash table of numbers + 1 */
    uint32_t count;
} patterns;

void patterns_init(patterns *p);
void patterns_free(patterns *p);

/* Appends to `out` the pattern of `parts` ("가/VV/<any>+았/EP/<any>") over `surface`. False when
 * there is none: the parts are malformed or too many. */
bool pattern_of(kt_str surface, kt_str parts, kti_buf *out);

/* The number of a pattern, the same for the same bytes. UINT32_MAX: out of memory. */
uint32_t patterns_add(patterns *p, kt_str pattern);

#endif
