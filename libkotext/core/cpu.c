#include "core/cpu.h"

#if KTI_CPU_X86

/* These ask, too, whether the system saves the registers. */
kti_cpu kti_cpu_features(void) {
    bool bits = __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
                __builtin_cpu_supports("popcnt");
    bool avx2 = bits && __builtin_cpu_supports("avx2");
    bool words = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                 __builtin_cpu_supports("avx512vl");
    bool bytes = __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2");
    return (kti_cpu){.avx2 = avx2, .avx512 = avx2 && words && bytes};
}

#else

kti_cpu kti_cpu_features(void) {
    return (kti_cpu){.neon = KTI_CPU_NEON};
}

#endif
