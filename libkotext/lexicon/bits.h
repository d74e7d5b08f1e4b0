/* bits.h - a bit vector that counts its ones: read in place from a section. */
#ifndef KTI_LEXICON_BITS_H
#define KTI_LEXICON_BITS_H

#include <stdbool.h>

#include "core/buf.h"

/* 32 bits and how many ones stand before them: one look at memory answers both questions. */
typedef struct kti_bits_block {
    uint32_t bits, before;
} kti_bits_block;

typedef struct kti_bits {
    const kti_bits_block *blocks; /* one more at the end counts all ones */
    uint32_t count;
    uint32_t step; /* from block to block: vectors over the same things lie in one another */
} kti_bits;

/* Takes `count * size` bytes at `*at` of a section and moves `*at` to the next multiple of 8; NULL
 * when they leave the section. Sections and what is taken from them are 8-aligned. */
const void *kti_section_take(kt_str section, size_t *at, size_t count, size_t size);

/* Reads `vectors` vectors of `count` bits that lie in one another: a block of the first, one of the
 * second, and so on. False when they leave the section. */
bool kti_bits_open(kt_str section, size_t *at, uint32_t count, uint32_t vectors, kti_bits out[]);

enum { KTI_BITS_BLOCK = 32, KTI_BITS_VECTORS = 2 /* at most */ };

static inline const kti_bits_block *kti_bits_block_of(const kti_bits *bits, uint32_t index) {
    return &bits->blocks[(size_t)(index / KTI_BITS_BLOCK) * bits->step];
}

/* Bit `index`; the caller keeps index < count. */
static inline bool kti_bits_at(const kti_bits *bits, uint32_t index) {
    return (kti_bits_block_of(bits, index)->bits >> index % KTI_BITS_BLOCK & 1) != 0;
}

static inline uint32_t kti_ones(uint32_t word) {
    word -= word >> 1 & 0x55555555u;
    word = (word & 0x33333333u) + (word >> 2 & 0x33333333u);
    word = (word + (word >> 4)) & 0x0F0F0F0Fu;
    return word * 0x01010101u >> 24;
}

/* Ones before `index`, which is count at most; in a damaged file it may be any number. */
static inline uint32_t kti_bits_rank(const kti_bits *bits, uint32_t index) {
    const kti_bits_block *block = kti_bits_block_of(bits, index);
    return block->before + kti_ones(block->bits & (((uint32_t)1 << index % KTI_BITS_BLOCK) - 1));
}

/* Appends zeros up to a multiple of 8. */
void kti_section_pad(kti_buf *out);

/* Appends vectors, each made of `count` bytes that are 0 or 1. */
void kti_bits_write(const uint8_t *const flags[], uint32_t vectors, uint32_t count, kti_buf *out);

#endif
