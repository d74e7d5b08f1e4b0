/* pair_hangul_x86.c - pair_hangul.h with vectors: eight characters at once. */
#include "romanize/pair_hangul.h"

#if KTI_CPU_X86

#include <immintrin.h>

#include "hangul/syllable.h"
#include "romanize/codes.h"

enum { WIDTH = KTI_PAIR_HANGUL_WIDTH, CODE_SHIFT = 8 };

/* For each set of syllables among four characters: their bytes, three or one of each four. */
static const int8_t bytes_of[16][16] = {
    {0, 4, 8, 12, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
    {0, 1, 2, 4, 8, 12, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
    {0, 4, 5, 6, 8, 12, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
    {0, 1, 2, 4, 5, 6, 8, 12, -1, -1, -1, -1, -1, -1, -1, -1},
    {0, 4, 8, 9, 10, 12, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
    {0, 1, 2, 4, 8, 9, 10, 12, -1, -1, -1, -1, -1, -1, -1, -1},
    {0, 4, 5, 6, 8, 9, 10, 12, -1, -1, -1, -1, -1, -1, -1, -1},
    {0, 1, 2, 4, 5, 6, 8, 9, 10, 12, -1, -1, -1, -1, -1, -1},
    {0, 4, 8, 12, 13, 14, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
    {0, 1, 2, 4, 8, 12, 13, 14, -1, -1, -1, -1, -1, -1, -1, -1},
    {0, 4, 5, 6, 8, 12, 13, 14, -1, -1, -1, -1, -1, -1, -1, -1},
    {0, 1, 2, 4, 5, 6, 8, 12, 13, 14, -1, -1, -1, -1, -1, -1},
    {0, 4, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1, -1, -1, -1, -1},
    {0, 1, 2, 4, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1, -1, -1},
    {0, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1, -1, -1},
    {0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1},
};

KTI_CPU_AVX2 static inline __m256i load(const char *entries) {
    return _mm256_loadu_si256((const __m256i *)(const void *)entries);
}

/* All bits, where an entry's final is that of a syllable before a space. */
KTI_CPU_AVX2 static inline __m256i spaced(__m256i entries) {
    return _mm256_srai_epi32(_mm256_slli_epi32(entries, 26), 31);
}

_Static_assert(KTI_HANGUL_SPACED == 1 << (31 - 26), "shifted to the sign");

/* What is added to codes: the finals that the next entries have, and those after them. */
KTI_CPU_AVX2 static inline __m256i finals(const char *entries) {
    const __m256i final = _mm256_set1_epi32(KTI_HANGUL_FINAL);
    __m256i next = load(entries + WIDTH), farther = load(entries + 2 * WIDTH);
    __m256i near = _mm256_andnot_si256(spaced(next), next);
    __m256i far = _mm256_and_si256(spaced(farther), farther);
    return _mm256_and_si256(_mm256_or_si256(near, far), final);
}

/* Syllables as bytes of UTF-8. */
KTI_CPU_AVX2 static inline __m256i utf8_of(__m256i codes) {
    const __m256i first = _mm256_set1_epi32(KTI_SYLLABLE_FIRST - KTI_CODE_SYLLABLE);
    __m256i cp = _mm256_add_epi32(codes, first);
    __m256i b = _mm256_and_si256(_mm256_slli_epi32(cp, 2), _mm256_set1_epi32(0x3F00));
    __m256i c = _mm256_and_si256(_mm256_slli_epi32(cp, 16), _mm256_set1_epi32(0x3F0000));
    __m256i a = _mm256_or_si256(_mm256_srli_epi32(cp, 12), _mm256_set1_epi32(0x8080E0));
    return _mm256_or_si256(a, _mm256_or_si256(b, c));
}

KTI_CPU_AVX2 static inline __m128i bytes_at(unsigned syllables) {
    return _mm_loadu_si128((const __m128i *)(const void *)bytes_of[syllables]);
}

/* `b` where `wide` says so, else `a`. Blending bytes goes wrong in GCC where `char` has no sign. */
KTI_CPU_AVX2 static inline __m256i choose(__m256i a, __m256i b, __m256i wide) {
    return _mm256_castps_si256(_mm256_blendv_ps(_mm256_castsi256_ps(a), _mm256_castsi256_ps(b),
                                                _mm256_castsi256_ps(wide)));
}

/* Four characters, the syllables among which are named. */
KTI_CPU_AVX2 static inline char *write_four(__m128i chars, unsigned syllables, char *out) {
    _mm_storeu_si128((__m128i *)(void *)out, _mm_shuffle_epi8(chars, bytes_at(syllables)));
    return out + 4 + 2 * (unsigned)_mm_popcnt_u32(syllables);
}

KTI_CPU_AVX2 char *kti_hangul_write_avx2(const char *entries, size_t count, char *out) {
    const __m256i code = _mm256_set1_epi32(0xFFFF), ascii = _mm256_set1_epi32(0x7F);
    char *end = out;
    kti_hangul_close(entries, count, out);
    for (size_t i = 0; i < count; i += KTI_PAIR_LANES, entries += KTI_PAIR_LANES * WIDTH) {
        __m256i codes = _mm256_and_si256(_mm256_srli_epi32(load(entries), CODE_SHIFT), code);
        __m256i wide = _mm256_cmpgt_epi32(codes, ascii);
        __m256i syllables = utf8_of(_mm256_add_epi32(codes, finals(entries)));
        __m256i chars = choose(codes, syllables, wide);
        unsigned which = (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(wide));
        end = write_four(_mm256_castsi256_si128(chars), which & 0xF, end);
        end = write_four(_mm256_extracti128_si256(chars, 1), which >> 4, end);
    }
    return end - (KTI_PAIR_LANES - count % KTI_PAIR_LANES) % KTI_PAIR_LANES;
}

#else

typedef int kti_pair_hangul_x86_is_empty; /* ISO C wants a declaration */

#endif
