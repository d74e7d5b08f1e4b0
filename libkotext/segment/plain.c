#include "segment/plain.h"

#include "core/cpu.h"

enum { LAST_SYLLABLES = 0xD780 /* behind the byte ED those up to here are told by two bytes */ };

/* How many bytes the plain letter at `in` has; 0 when none is there. */
static unsigned letter(const unsigned char *in) {
    kt_str three = {(const char *)in, 3};
    uint32_t cp = kti_syllable_at(three, 0);
    if (cp != 0) return cp < LAST_SYLLABLES ? 3 : 0;
    return kti_is_plain_letter(in[0]) ? 1 : 0;
}

void kti_plain_block_by_letter(const unsigned char *in, kti_plain *out) {
    *out = (kti_plain){0, 0, 0};
    while (out->len < KTI_PLAIN_BLOCK) {
        unsigned len = letter(in + out->len);
        out->letters |= (((uint64_t)1 << len) - 1) << out->len;
        if (in[out->len] == ' ') out->spaces |= (uint64_t)1 << out->len;
        out->len += len > 0 ? len : 1;
    }
}

#if KTI_CPU_X86

#include <emmintrin.h>

typedef __m128i bytes;

static inline uint64_t set_of(bytes b) {
    return (uint64_t)(unsigned)_mm_movemask_epi8(b);
}

static inline bytes all(unsigned byte) {
    return _mm_set1_epi8((char)byte);
}

static inline bytes is(bytes b, unsigned byte) {
    return _mm_cmpeq_epi8(b, all(byte));
}

static inline bytes from(bytes b, unsigned byte) { /* signed: 80 is the least */
    return _mm_cmpgt_epi8(b, all(byte - 1));
}

static inline bytes below(bytes b, unsigned byte) {
    return _mm_cmpgt_epi8(all(byte), b);
}

static inline bytes latin(bytes b) {
    bytes above = _mm_sub_epi8(_mm_or_si128(b, all(0x20)), all('a'));
    bytes letter = _mm_cmpeq_epi8(_mm_min_epu8(above, all('z' - 'a')), above);
    return _mm_andnot_si128(is(b, 'T'), letter);
}

/* Where syllables begin, up to LAST_SYLLABLES: EB and EC begin nothing else, EA behind B0 on, ED
 * before 9E. */
static inline bytes syllables(bytes b, bytes second, bytes third) {
    bytes lead = _mm_or_si128(is(b, 0xEB), is(b, 0xEC));
    lead = _mm_or_si128(lead, _mm_and_si128(is(b, 0xEA), from(second, 0xB0)));
    lead = _mm_or_si128(lead, _mm_and_si128(is(b, 0xED), below(second, 0x9E)));
    return _mm_and_si128(lead, _mm_and_si128(below(second, 0xC0), below(third, 0xC0)));
}

static inline bytes load(const unsigned char *in) {
    return _mm_loadu_si128((const bytes *)(const void *)in);
}

void kti_plain_block(const unsigned char *in, kti_plain *out) {
    uint64_t leads = 0, latins = 0, spaces = 0;
    for (unsigned at = 0; at < KTI_PLAIN_BLOCK; at += sizeof(bytes)) {
        bytes b = load(in + at);
        leads |= set_of(syllables(b, load(in + at + 1), load(in + at + 2))) << at;
        latins |= set_of(latin(b)) << at;
        spaces |= set_of(is(b, ' ')) << at;
    }
    unsigned over = (unsigned)(leads >> 63) * 2 + (unsigned)(leads >> 62 & 1);
    *out = (kti_plain){leads | leads << 1 | leads << 2 | latins, spaces, KTI_PLAIN_BLOCK + over};
}

#else

void kti_plain_block(const unsigned char *in, kti_plain *out) {
    kti_plain_block_by_letter(in, out);
}

#endif
