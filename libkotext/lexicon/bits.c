#include "lexicon/bits.h"

#include "core/str.h"

enum { WORD = KTI_BITS_WORD, ALIGN = 8 };

static size_t words_for(uint32_t count) {
    return ((size_t)count + WORD - 1) / WORD;
}

const void *kti_section_take(kt_str section, size_t *at, size_t count, size_t size) {
    if (section.ptr == NULL || *at > section.len || count > (section.len - *at) / size) return NULL;
    const char *taken = section.ptr + *at;
    *at += (count * size + ALIGN - 1) / ALIGN * ALIGN;
    return taken;
}

bool kti_bits_open(kt_str section, size_t *at, uint32_t count, kti_bits *out) {
    out->count = count;
    out->words = kti_section_take(section, at, words_for(count), sizeof *out->words);
    out->ranks = kti_section_take(section, at, words_for(count) + 1, sizeof *out->ranks);
    return out->words != NULL && out->ranks != NULL;
}

void kti_section_pad(kti_buf *out) {
    static const char zeros[ALIGN];
    kti_buf_add(out, zeros, (ALIGN - out->len % ALIGN) % ALIGN);
}

void kti_bits_write(const uint8_t *flags, uint32_t count, kti_buf *out) {
    size_t words = words_for(count);
    for (size_t w = 0; w < words; w++) {
        uint64_t word = 0;
        for (uint32_t i = (uint32_t)w * WORD; i < count && i < ((uint32_t)w + 1) * WORD; i++)
            word |= (uint64_t)flags[i] << i % WORD;
        kti_buf_add(out, &word, sizeof word);
    }
    uint32_t ones = 0;
    for (size_t w = 0; w <= words; w++) {
        kti_buf_add(out, &ones, sizeof ones);
        for (uint32_t i = (uint32_t)w * WORD; i < count && i < ((uint32_t)w + 1) * WORD; i++)
            ones += flags[i];
    }
    kti_section_pad(out);
}
