/* korean.h - the Korean side of a unit: what may be a name, with what the dictionaries say of it.
 */
#ifndef KTI_ALIGN_KOREAN_H
#define KTI_ALIGN_KOREAN_H

#include <stdbool.h>

#include "core/arena.h"
#include "kotext/names.h"
#include "lexicon/lexicon.h"
#include "names/facts.h"

enum { KTI_KO_ENTRIES = 6 };
#define KTI_MAY_BE_WORD 0.15F /* a name that is less sure may be a common word */

typedef struct kti_ko_name {
    kt_span span;
    kt_span title; /* what follows a bare surname; empty otherwise */
    kt_name_type type;
    float confidence; /* how sure it is a name at all, 0..1 */
    bool surname_only;
    bool phrase; /* of several words, a name only when the English side has its translation */
    uint8_t entry_count;
    const uint32_t *entries; /* dictionary rows that this form is a key of */
} kti_ko_name;

typedef struct kti_korean {
    kt_str text;
    kti_ko_name *names; /* by start, longer first; they may overlap */
    size_t name_count;
} kti_korean;

/* Lists every stretch of `text` that may be a name; overlapping readings are all kept, for the
 * English side decides between them. They lie in `arena`, which may be `scratch`. `cache` may be
 * NULL. KT_ERR_NOMEM. Linear. */
kt_status kti_korean_read(const kti_lexicon *lexicon, kti_facts_cache *cache, kt_str text,
                          kti_arena *scratch, kti_arena *arena, kti_korean *out);

#endif
