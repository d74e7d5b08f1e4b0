#include "lexicon/starts.h"

#include "core/str.h"
#include "core/utf8.h"

enum { LOOKED_AT = KTI_STARTS_LOOKED_AT };

static uint32_t hash_on(uint32_t hash, uint32_t cp) {
    hash = (hash ^ cp) * 0x9E3779B1u;
    return hash ^ hash >> 15;
}

/* A key's bit: a short one is told from the beginning of a longer one. */
static uint32_t bit_of(uint32_t hash, unsigned length) {
    return (hash + length) % KTI_STARTS_BITS;
}

static void add(kti_starts *starts, kt_str key) {
    uint32_t hash = 0;
    unsigned length = 0;
    for (size_t at = 0; at < key.len && length < LOOKED_AT; length++) {
        kti_cp unit = kti_utf8_at(key, at);
        hash = hash_on(hash, unit.cp);
        at += unit.len;
    }
    uint32_t bit = bit_of(hash, length);
    starts->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

void kti_starts_add(kti_starts *starts, const kti_keys *keys) {
    for (size_t i = 0; i < kti_keys_count(keys); i++)
        add(starts, kti_keys_text(keys, i));
}

static bool has(const kti_starts *starts, uint32_t bit) {
    return (starts->bits[bit / 64] >> bit % 64 & 1) != 0;
}

bool kti_starts_may_cps(const kti_starts *starts, const uint32_t *cps, size_t count,
                        unsigned least) {
    uint32_t hash = 0;
    for (unsigned length = 0; length < count && length < LOOKED_AT;) {
        hash = hash_on(hash, cps[length]);
        if (++length >= least && has(starts, bit_of(hash, length))) return true;
    }
    return false;
}

bool kti_starts_may(const kti_starts *starts, kti_folding folding, kt_str text, unsigned least) {
    uint32_t hash = 0;
    unsigned length = 0;
    for (size_t at = 0; at < text.len && length < LOOKED_AT;) {
        char folded[5];
        size_t len = kti_fold_at(folding, text, at, folded, &at);
        if (len == 0) continue;
        hash = hash_on(hash, kti_utf8_at((kt_str){folded, len}, 0).cp);
        uint32_t bit = bit_of(hash, ++length);
        if (length >= least && has(starts, bit)) return true;
    }
    return false;
}
