#include "romanize/pair_run.h"

#include <string.h>

#include "romanize/codes.h"

bool kti_pair_is_settled(const uint32_t what[KTI_PAIR_BEFORE + 1], unsigned flags,
                         const uint16_t code[2]) {
    bool second_word = kti_pair_column(what[4]) == KTI_PAIR_ACROSS;
    bool far = kti_pair_is(what[0] & what[1], KTI_PAIR_IS_SYLLABLE);
    if (!kti_pair_is_spaced(what)) return false;
    if ((flags & KTI_SHAPE_ALWAYS) != 0 && !second_word) return false;
    return !kti_shape_is_open_across(kti_code_syllable(code[0]), kti_code_syllable(code[1]), far);
}

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

#define RUN    find_hangul
#define WIDTH  KTI_PAIR_HANGUL_WIDTH
#define ACROSS true
#include "romanize/pair_run.inc"

bool kti_pair_find_hangul(kti_pair_run *run) {
    return find_hangul(run);
}

kti_pair_runner *kti_pair_runner_of(const kti_pairs *pairs) {
    bool narrow = pairs->width == 8;
    bool hangul = pairs->width == KTI_PAIR_HANGUL_WIDTH;
#if KTI_CPU_X86
    if (pairs->cpu.avx2 && hangul) return kti_pair_run_hangul_avx2;
    if (pairs->cpu.avx2 && pairs->across) return kti_pair_run_across_avx2;
    if (pairs->cpu.avx2) return narrow ? kti_pair_run_narrow_avx2 : kti_pair_run_wide_avx2;
#endif
    if (hangul) return kti_pair_run_hangul;
    if (pairs->across) return run_across;
    return narrow ? run_narrow : run_wide;
}
