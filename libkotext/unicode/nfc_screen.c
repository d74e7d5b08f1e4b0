/* nfc_screen.c - whole blocks of text that is in NFC and that nothing joins, seen by their bytes.
 *
 * Accepts ASCII, U+0080..02FF, 2010..203F, 3000..3029, 3100..9FFF and AC00..D7FF where they are
 * well formed; all of them begin pieces and have no decomposition but such as NFC keeps.
 */
#include "unicode/nfc_screen.h"

#include <string.h>

#include "core/cpu.h"

#if KTI_CPU_X86

#include <immintrin.h>

enum { BLOCK = 32 };

typedef __m256i bytes;

KTI_CPU_AVX2 static inline bytes all(unsigned byte) {
    return _mm256_set1_epi8((char)byte);
}

KTI_CPU_AVX2 static inline bytes is(bytes b, unsigned byte) {
    return _mm256_cmpeq_epi8(b, all(byte));
}

KTI_CPU_AVX2 static inline bytes from(bytes b, unsigned byte) {
    return _mm256_cmpeq_epi8(_mm256_max_epu8(b, all(byte)), b);
}

KTI_CPU_AVX2 static inline bytes between(bytes b, unsigned first, unsigned last) {
    bytes above = _mm256_sub_epi8(b, all(first));
    return _mm256_cmpeq_epi8(_mm256_min_epu8(above, all(last - first)), above);
}

KTI_CPU_AVX2 static inline bytes or_(bytes a, bytes b) {
    return _mm256_or_si256(a, b);
}

KTI_CPU_AVX2 static inline bytes and_(bytes a, bytes b) {
    return _mm256_and_si256(a, b);
}

KTI_CPU_AVX2 static inline bytes but_not(bytes a, bytes b) {
    return _mm256_andnot_si256(b, a);
}

/* Lead bytes that are not C2..CB or E2..ED, and trail bytes where none belong or none where they
 * do. `one` and `two` are the bytes that stand so many before. */
KTI_CPU_AVX2 static inline bytes misplaced(bytes b, bytes one, bytes two) {
    bytes due = or_(from(one, 0xC0), from(two, 0xE0));
    bytes trail = _mm256_cmpgt_epi8(all(0xC0), b);
    bytes known = or_(between(b, 0xC2, 0xCB), between(b, 0xE2, 0xED));
    return or_(_mm256_xor_si256(due, trail), but_not(from(b, 0xC0), known));
}

/* Second and third bytes that lead out of the blocks: U+2000..200F and 2040.., 302A..30FF, A000..
 * ABFF and the surrogates. */
KTI_CPU_AVX2 static inline bytes outside(bytes b, bytes one, bytes two) {
    bytes second =
        or_(but_not(is(one, 0xE2), is(b, 0x80)), and_(is(one, 0xE3), between(b, 0x81, 0x83)));
    second = or_(second, but_not(is(one, 0xEA), from(b, 0xB0)));
    second = or_(second, and_(is(one, 0xED), from(b, 0xA0)));
    bytes third = but_not(is(two, 0xE2), from(b, 0x90));
    return or_(second, or_(third, and_(and_(is(two, 0xE3), is(one, 0x80)), from(b, 0xAA))));
}

KTI_CPU_AVX2 static inline bytes load(const unsigned char *in) {
    return _mm256_loadu_si256((const __m256i *)(const void *)in);
}

/* Whether the block behind two bytes is accepted. */
KTI_CPU_AVX2 static inline bool passes(const unsigned char *in) {
    bytes b = load(in + 2), one = load(in + 1), two = load(in);
    bytes bad = or_(misplaced(b, one, two), outside(b, one, two));
    return _mm256_testz_si256(bad, bad) != 0;
}

/* The first block may have nothing before it. */
KTI_CPU_AVX2 static size_t screen(const unsigned char *in, size_t at, size_t len) {
    if (at < 2 && len - at >= BLOCK) {
        unsigned char first[2 + BLOCK] = {0};
        memcpy(first + 2, in + at, BLOCK);
        if (!passes(first)) return at;
        at += BLOCK;
    }
    while (len - at >= BLOCK && passes(in + at - 2))
        at += BLOCK;
    return at;
}

#endif

size_t kti_nfc_screen(kt_str text, size_t at) {
#if KTI_CPU_X86
    const unsigned char *in = (const unsigned char *)text.ptr;
    if (!kti_cpu_features().avx2) return at;
    size_t end = screen(in, at, text.len);
    if (end == at) return at;
    do /* what a block ends in may go on behind it */
        end--;
    while ((in[end] & 0xC0) == 0x80);
    return end;
#else
    (void)text;
    return at;
#endif
}
