/* codes_x86.c - codes.h with vectors: each place of a group is read as if a code began there, then
 * those where one does are moved together. */
#include "romanize/codes.h"

#if KTI_CPU_X86

#include <immintrin.h>

/* Codes by place in 16-bit lanes: of sixteen bytes and those that follow each. Blending bytes goes
 * wrong in GCC where `char` has no sign. */
KTI_CPU_AVX2 static inline __m256i codes_of_16(const unsigned char *in) {
    __m256i a = _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)(const void *)in));
    __m256i b = _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)(const void *)(in + 1)));
    __m256i c = _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)(const void *)(in + 2)));
    __m256i low = _mm256_set1_epi16(0x3F);
    __m256i bc =
        _mm256_or_si256(_mm256_slli_epi16(_mm256_and_si256(b, low), 6), _mm256_and_si256(c, low));
    __m256i code = _mm256_sub_epi16(_mm256_or_si256(_mm256_slli_epi16(a, 12), bc),
                                    _mm256_set1_epi16((short)KTI_SYLLABLE_FIRST));
    code = _mm256_adds_epu16(code, _mm256_set1_epi16(KTI_CODE_SYLLABLE)); /* none: stays high */
    __m256i ascii = _mm256_cmpgt_epi16(_mm256_set1_epi16(0x80), a);
    return _mm256_or_si256(_mm256_and_si256(ascii, a), _mm256_andnot_si256(ascii, code));
}

/* Those lanes of eight that `places` names, moved together. */
KTI_CPU_AVX2 static inline __m128i together(__m128i codes, unsigned places) {
    __m128i at = _mm_cvtsi64_si128((long long)kti_code_places[places & 0xFF]);
    at = _mm_add_epi8(at, at);
    at = _mm_add_epi8(_mm_unpacklo_epi8(at, at), _mm_set1_epi16(0x0100));
    return _mm_shuffle_epi8(codes, at);
}

/* Writes the codes at the places of sixteen; remembers in `over` how far any is over the last. */
KTI_CPU_AVX2 static inline size_t write_16(const unsigned char *in, unsigned places, uint16_t *out,
                                           __m128i *over) {
    __m256i codes = codes_of_16(in);
    __m128i most = _mm_set1_epi16(KTI_CODE_END - 1);
    __m128i first = together(_mm256_castsi256_si128(codes), places);
    __m128i second = together(_mm256_extracti128_si256(codes, 1), places >> 8);
    size_t count = (size_t)_mm_popcnt_u32(places & 0xFF);
    _mm_storeu_si128((__m128i *)(void *)out, first);
    _mm_storeu_si128((__m128i *)(void *)(out + count), second);
    *over = _mm_or_si128(*over,
                         _mm_or_si128(_mm_subs_epu16(first, most), _mm_subs_epu16(second, most)));
    return count + (size_t)_mm_popcnt_u32(places >> 8);
}

/* Which bytes begin three, EA to ED, and which go on. */
KTI_CPU_AVX2 static inline void sort_32(const unsigned char *in, uint32_t *high, uint32_t *lead,
                                        uint32_t *on) {
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)in);
    __m256i from = _mm256_sub_epi8(bytes, _mm256_set1_epi8((char)0xEA));
    __m256i few = _mm256_min_epu8(from, _mm256_set1_epi8(3));
    __m256i below = _mm256_cmpgt_epi8(_mm256_set1_epi8((char)0xC0), bytes);
    *high = (uint32_t)_mm256_movemask_epi8(bytes);
    *lead = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(few, from));
    *on = (uint32_t)_mm256_movemask_epi8(below);
}

KTI_CPU_AVX2 size_t kti_codes_avx2(const unsigned char *in, size_t len, kti_codes *out) {
    enum { GROUP = 32, LOOK = 2 };
    size_t at = 0, count = out->count;
    uint64_t owed = 0; /* places where the group before wants bytes that go on */
    for (; at < KTI_CODES_BLOCK && len - at >= GROUP + LOOK; at += GROUP) {
        uint32_t high, lead, on;
        __m128i over = _mm_setzero_si128();
        sort_32(in + at, &high, &lead, &on);
        uint64_t wanted = (uint64_t)lead << 1 | (uint64_t)lead << 2 | owed;
        if ((uint32_t)wanted != on || (lead | on) != high) break;
        size_t n = write_16(in + at, ~on & 0xFFFF, out->at + count, &over);
        n += write_16(in + at + 16, ~on >> 16, out->at + count + n, &over);
        if (!_mm_testz_si128(over, over)) break;
        count += n;
        owed = wanted >> GROUP;
    }
    return kti_codes_stop(at, count, (unsigned)owed, out);
}

/* ---- 512 bits ------------------------------------------------------------------------------- */

KTI_CPU_AVX512 static inline __m512i codes_of_32(const unsigned char *in) {
    __m512i a = _mm512_cvtepu8_epi16(_mm256_loadu_si256((const __m256i *)(const void *)in));
    __m512i b = _mm512_cvtepu8_epi16(_mm256_loadu_si256((const __m256i *)(const void *)(in + 1)));
    __m512i c = _mm512_cvtepu8_epi16(_mm256_loadu_si256((const __m256i *)(const void *)(in + 2)));
    __m512i low = _mm512_set1_epi16(0x3F);
    __m512i bc =
        _mm512_or_si512(_mm512_slli_epi16(_mm512_and_si512(b, low), 6), _mm512_and_si512(c, low));
    __m512i code = _mm512_sub_epi16(_mm512_or_si512(_mm512_slli_epi16(a, 12), bc),
                                    _mm512_set1_epi16((short)KTI_SYLLABLE_FIRST));
    code = _mm512_adds_epu16(code, _mm512_set1_epi16(KTI_CODE_SYLLABLE));
    __mmask32 ascii = _mm512_cmplt_epu16_mask(a, _mm512_set1_epi16(0x80));
    return _mm512_mask_mov_epi16(code, ascii, a);
}

/* Writes the codes at the places of 32; whether all are codes. */
KTI_CPU_AVX512 static inline bool write_32(const unsigned char *in, uint32_t places,
                                           uint16_t *out) {
    __m512i codes = _mm512_maskz_compress_epi16(places, codes_of_32(in));
    _mm512_storeu_si512(out, codes);
    return _mm512_cmpge_epu16_mask(codes, _mm512_set1_epi16(KTI_CODE_END)) == 0;
}

KTI_CPU_AVX512 size_t kti_codes_avx512(const unsigned char *in, size_t len, kti_codes *out) {
    enum { GROUP = 32, LOOK = 2 };
    size_t at = 0, count = out->count;
    uint64_t owed = 0;
    for (; at < KTI_CODES_BLOCK && len - at >= GROUP + LOOK; at += GROUP) {
        uint32_t high, lead, on;
        sort_32(in + at, &high, &lead, &on);
        uint64_t wanted = (uint64_t)lead << 1 | (uint64_t)lead << 2 | owed;
        if ((uint32_t)wanted != on || (lead | on) != high) break;
        if (!write_32(in + at, ~on, out->at + count)) break;
        count += (size_t)_mm_popcnt_u32(~on);
        owed = wanted >> GROUP;
    }
    return kti_codes_stop(at, count, (unsigned)owed, out);
}

#else

typedef int kti_codes_x86_is_empty; /* ISO C wants a declaration */

#endif
