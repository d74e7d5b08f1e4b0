#include "romanize/pair_run.h"

#include <string.h>

#define RUN    run_narrow
#define WIDTH  8
#define ACROSS false
#include "romanize/pair_run.inc"

#define RUN    run_wide
#define WIDTH  16
#define ACROSS false
#include "romanize/pair_run.inc"

#define RUN    run_across
#define WIDTH  16
#define ACROSS true
#include "romanize/pair_run.inc"

kti_pair_runner *kti_pair_runner_of(const kti_pairs *pairs) {
    bool narrow = pairs->width == 8;
#if KTI_CPU_X86
    if (pairs->cpu.avx2 && pairs->across) return kti_pair_run_across_avx2;
    if (pairs->cpu.avx2) return narrow ? kti_pair_run_narrow_avx2 : kti_pair_run_wide_avx2;
#endif
    if (pairs->across) return run_across;
    return narrow ? run_narrow : run_wide;
}
