/* starts.h - a filter of how keys begin: most places in a text begin no name, and this tells so at
 * the price of a few bits. */
#ifndef KTI_LEXICON_STARTS_H
#define KTI_LEXICON_STARTS_H

#include "lexicon/keys.h"

enum { KTI_STARTS_BITS = 1 << 18 };

typedef struct kti_starts {
    /* Of hashed beginnings: keys of one code point, of two, and what longer ones begin with. */
    uint64_t bits[KTI_STARTS_BITS / 64]; /* all zero to begin */
} kti_starts;

/* Adds the beginnings of all keys of a table. */
void kti_starts_add(kti_starts *starts, const kti_keys *keys);

enum { KTI_STARTS_LOOKED_AT = 3 }; /* code points of a key */

/* kti_starts_may for text that is read and folded; no more than the first few are looked at. */
bool kti_starts_may_cps(const kti_starts *starts, const uint32_t *cps, size_t count,
                        unsigned least);

/* False when no key of `least` or more code points (1 or 2) is a prefix of the folded `text`. */
bool kti_starts_may(const kti_starts *starts, kti_folding folding, kt_str text, unsigned least);

#endif
