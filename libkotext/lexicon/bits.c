#include "lexicon/bits.h"

#include "core/str.h"

_Static_assert(sizeof(kti_bits_block) == 8, "a block is 8 bytes");

enum { BLOCK = KTI_BITS_BLOCK, ALIGN = 8 };

/* The last one may hold no bits, and counts those before it. */
static size_t blocks_for(uint32_t count) {
    return (size_t)count / BLOCK + 1;
}

const void *kti_section_take(kt_str section, size_t *at, size_t count, size_t size) {
    if (section.ptr == NULL || *at > section.len || count > (section.len - *at) / size) return NULL;
    const char *taken = section.ptr + *at;
    *at += (count * size + ALIGN - 1) / ALIGN * ALIGN;
    return taken;
}

bool kti_bits_open(kt_str section, size_t *at, uint32_t count, uint32_t vectors, kti_bits out[]) {
    const kti_bits_block *blocks =
        kti_section_take(section, at, blocks_for(count) * vectors, sizeof *blocks);
    for (uint32_t v = 0; v < vectors; v++)
        out[v] = (kti_bits){blocks == NULL ? NULL : blocks + v, count, vectors};
    return blocks != NULL;
}

void kti_section_pad(kti_buf *out) {
    static const char zeros[ALIGN];
    kti_buf_add(out, zeros, (ALIGN - out->len % ALIGN) % ALIGN);
}

/* The block of flags from `from` on. */
static kti_bits_block block_of(const uint8_t *flags, size_t from, uint32_t count, uint32_t before) {
    kti_bits_block block = {0, before};
    for (size_t i = from; i < count && i < from + BLOCK; i++)
        block.bits |= (uint32_t)flags[i] << (i - from);
    return block;
}

void kti_bits_write(const uint8_t *const flags[], uint32_t vectors, uint32_t count, kti_buf *out) {
    uint32_t ones[KTI_BITS_VECTORS] = {0};
    for (size_t from = 0; from <= count; from += BLOCK) {
        for (uint32_t v = 0; v < vectors && v < KTI_BITS_VECTORS; v++) {
            kti_bits_block block = block_of(flags[v], from, count, ones[v]);
            ones[v] += kti_ones(block.bits);
            kti_buf_add(out, &block, sizeof block);
        }
    }
}
