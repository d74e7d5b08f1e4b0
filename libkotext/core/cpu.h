/* cpu.h - what this processor can do beyond what every one of its kind can.
 *
 * Code for such features stands between `#if KTI_CPU_X86` or `#if KTI_CPU_NEON` and `#endif`, on
 * x86 in functions marked KTI_CPU_AVX2 or KTI_CPU_AVX512, and is called where kti_cpu_features()
 * says so. The portable code beside it is the reference: both give the same bytes, by test. A test
 * asks for the portable code with (kti_cpu){0}.
 */
#ifndef KTI_CORE_CPU_H
#define KTI_CORE_CPU_H

#include <stdbool.h>
#include <stddef.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define KTI_CPU_X86  1
#define KTI_CPU_AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define KTI_CPU_AVX512                                                                             \
    __attribute__((target("avx2,bmi,bmi2,popcnt,avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2")))
#else
#define KTI_CPU_X86 0
#endif

/* Every AArch64 has NEON, but some have the other byte order. */
#if defined(__aarch64__) && defined(__ARM_NEON) && defined(__GNUC__) && !defined(__ARM_BIG_ENDIAN)
#define KTI_CPU_NEON 1
#else
#define KTI_CPU_NEON 0
#endif

typedef struct kti_cpu {
    bool avx2;   /* what KTI_CPU_AVX2 names */
    bool avx512; /* and what KTI_CPU_AVX512 does */
    bool neon;
} kti_cpu;

/* x86: a look at what the compiler's run-time noted before main(), a load, no lock, no state of
 * ours. Elsewhere what the library was compiled for; all false where that is neither. */
kti_cpu kti_cpu_features(void);

/* Asks for memory that will be read soon, for the first few bytes of it; nothing else happens. */
static inline void kti_cpu_fetch(const void *from, size_t bytes) {
#if defined(__GNUC__)
    enum { LINE = 64, MOST = 4 * LINE };
    for (size_t at = 0; at < bytes && at < MOST; at += LINE)
        __builtin_prefetch((const char *)from + at);
#else
    (void)from;
    (void)bytes;
#endif
}

#endif
