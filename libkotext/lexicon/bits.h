/* bits.h - a bit vector that counts its ones: read in place from a section. */
#ifndef KTI_LEXICON_BITS_H
#define KTI_LEXICON_BITS_H

#include <stdbool.h>

#include "core/buf.h"

typedef struct kti_bits {
    const uint64_t *words;
    const uint32_t *ranks; /* ones before each word; one more at the end: all ones */
    uint32_t count;
} kti_bits;

/* Takes `count * size` bytes at `*at` of a section and moves `*at` to the next multiple of 8; NULL
 * when they leave the section. Sections and what is taken from them are 8-aligned. */
const void *kti_section_take(kt_str section, size_t *at, size_t count, size_t size);

/* Reads a vector of `count` bits; false when it leaves the section. */
bool kti_bits_open(kt_str section, size_t *at, uint32_t count, kti_bits *out);

enum { KTI_BITS_WORD = 64 };

/* Bit `index`; the caller keeps index < count. */
static inline bool kti_bits_at(const kti_bits *bits, uint32_t index) {
    return (bits->words[index / KTI_BITS_WORD] >> index % KTI_BITS_WORD & 1) != 0;
}

static inline uint32_t kti_ones(uint64_t word) {
    word -= word >> 1 & 0x5555555555555555u;
    word = (word & 0x3333333333333333u) + (word >> 2 & 0x3333333333333333u);
    word = (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
    return (uint32_t)(word * 0x0101010101010101u >> 56);
}

/* Ones before `index`; in a damaged file it may be any number. */
static inline uint32_t kti_bits_rank(const kti_bits *bits, uint32_t index) {
    uint64_t below = ((uint64_t)1 << index % KTI_BITS_WORD) - 1;
    return bits->ranks[index / KTI_BITS_WORD] +
           kti_ones(bits->words[index / KTI_BITS_WORD] & below);
}

/* Appends zeros up to a multiple of 8. */
void kti_section_pad(kti_buf *out);

/* Appends a vector made of `count` bytes that are 0 or 1. */
void kti_bits_write(const uint8_t *flags, uint32_t count, kti_buf *out);

#endif
