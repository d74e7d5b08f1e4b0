/* entries.h - how dictionary rows and surname spellings lie in a .ktd. */
#ifndef KTI_LEXICON_ENTRIES_H
#define KTI_LEXICON_ENTRIES_H

#include "core/buf.h"
#include "lexicon/lexicon.h"

enum { KTI_ENTRY_TEXTS = 9 };

/* A text in the pool. */
typedef struct kti_pooled {
    uint32_t offset;
    uint32_t length;
} kti_pooled;

/* Section "entries": texts in the order of kti_entry. */
typedef struct kti_entry_record {
    uint32_t kind;
    kti_pooled texts[KTI_ENTRY_TEXTS];
} kti_entry_record;

/* Section "surnames": sorted by Hangul, then the largest share first. */
typedef struct kti_surname_record {
    kti_pooled hangul;
    kti_pooled latin;
    uint32_t share; /* thousandths */
} kti_surname_record;

kt_str kti_pooled_text(kt_str pool, kti_pooled text); /* "" when it leaves the pool */
kti_pooled kti_pool_add(kti_buf *pool, kt_str text);

void kti_entry_write(const kti_entry *entry, kti_buf *pool, kti_buf *records);
/* False when `index` is out of range. */
bool kti_entry_read(kt_str records, kt_str pool, uint32_t index, kti_entry *out);

#endif
