/* bytes.h - as many bytes as the processor compares at once, 32 with AVX2 and 16 with NEON.
 *
 * KTI_BYTES is the number; 0 where there is no such code. What compares gives FF for the bytes
 * where it is so and 00 for the others. What calls these is marked KTI_BYTES_CODE, and runs only
 * where kti_bytes_can() says so.
 */
#ifndef KTI_CORE_BYTES_H
#define KTI_CORE_BYTES_H

#include <stdint.h>

#include "core/cpu.h"

#if KTI_CPU_X86

#include <immintrin.h>

#define KTI_BYTES      32
#define KTI_BYTES_CODE KTI_CPU_AVX2

typedef __m256i kti_bytes;

static inline bool kti_bytes_can(void) {
    return kti_cpu_features().avx2;
}

KTI_BYTES_CODE static inline kti_bytes kti_bytes_load(const unsigned char *in) {
    return _mm256_loadu_si256((const __m256i *)(const void *)in);
}

KTI_BYTES_CODE static inline kti_bytes kti_bytes_all(unsigned byte) {
    return _mm256_set1_epi8((char)byte);
}

KTI_BYTES_CODE static inline kti_bytes kti_bytes_are(kti_bytes b, unsigned byte) {
    return _mm256_cmpeq_epi8(b, kti_bytes_all(byte));
}

KTI_BYTES_CODE static inline kti_bytes kti_bytes_from(kti_bytes b, unsigned first) {
    return _mm256_cmpeq_epi8(_mm256_max_epu8(b, kti_bytes_all(first)), b);
}

KTI_BYTES_CODE static inline kti_bytes kti_bytes_between(kti_bytes b, unsigned first,
                                                         unsigned last) {
    kti_bytes above = _mm256_sub_epi8(b, kti_bytes_all(first));
    return _mm256_cmpeq_epi8(_mm256_min_epu8(above, kti_bytes_all(last - first)), above);
}

KTI_BYTES_CODE static inline bool kti_bytes_none(kti_bytes b) {
    return _mm256_testz_si256(b, b) != 0;
}

/* The set of the places that are FF, the first in the lowest bit. */
KTI_BYTES_CODE static inline uint32_t kti_bytes_set(kti_bytes b) {
    return (uint32_t)_mm256_movemask_epi8(b);
}

#elif KTI_CPU_NEON

#include <arm_neon.h>

#define KTI_BYTES 16
#define KTI_BYTES_CODE

typedef uint8x16_t kti_bytes;

static inline bool kti_bytes_can(void) {
    return true;
}

static inline kti_bytes kti_bytes_load(const unsigned char *in) {
    return vld1q_u8(in);
}

static inline kti_bytes kti_bytes_all(unsigned byte) {
    return vdupq_n_u8((uint8_t)byte);
}

static inline kti_bytes kti_bytes_are(kti_bytes b, unsigned byte) {
    return vceqq_u8(b, kti_bytes_all(byte));
}

static inline kti_bytes kti_bytes_from(kti_bytes b, unsigned first) {
    return vcgeq_u8(b, kti_bytes_all(first));
}

static inline kti_bytes kti_bytes_between(kti_bytes b, unsigned first, unsigned last) {
    return vcleq_u8(vsubq_u8(b, kti_bytes_all(first)), kti_bytes_all(last - first));
}

static inline bool kti_bytes_none(kti_bytes b) {
    return vmaxvq_u8(b) == 0;
}

static inline uint32_t kti_bytes_set(kti_bytes b) {
    static const uint8_t place[8] = {1, 2, 4, 8, 16, 32, 64, 128};
    uint8x8_t bits = vld1_u8(place);
    return vaddv_u8(vand_u8(vget_low_u8(b), bits)) |
           (uint32_t)vaddv_u8(vand_u8(vget_high_u8(b), bits)) << 8;
}

#else

#define KTI_BYTES 0

#endif

#endif
