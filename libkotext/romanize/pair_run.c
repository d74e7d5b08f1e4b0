#include "romanize/pair_run.h"

#include <string.h>

#define RUN   run_narrow
#define WIDTH 8
#include "romanize/pair_run.inc"

#define RUN   run_wide
#define WIDTH 16
#include "romanize/pair_run.inc"

kti_pair_runner *kti_pair_runner_of(unsigned width, kti_cpu cpu) {
#if KTI_CPU_X86
    if (cpu.avx2) return width == 8 ? kti_pair_run_narrow_avx2 : kti_pair_run_wide_avx2;
#endif
    (void)cpu;
    return width == 8 ? run_narrow : run_wide;
}
