/* pair_run.h - the loops of pairs.h: an entry for each code, as long as nothing has to be looked
 * at.
 */
#ifndef KTI_ROMANIZE_PAIR_RUN_H
#define KTI_ROMANIZE_PAIR_RUN_H

#include "romanize/pairs.h"

typedef struct kti_pair_run {
    const uint32_t *is;         /* what each code is */
    const char *table;          /* entries */
    const uint16_t *code, *end; /* what to write; one more code stands at the end */
    uint32_t before;            /* what stands before */
    char *out;                  /* where the letters go */
} kti_pair_run;

/* Writes codes up to one that must be looked at (true) or the end; all parts move along. Behind the
 * letters come up to 16 bytes of no meaning. */
typedef bool kti_pair_runner(kti_pair_run *run);

/* The one for a table and a processor. */
kti_pair_runner *kti_pair_runner_of(unsigned width, kti_cpu cpu);

#if KTI_CPU_X86
kti_pair_runner kti_pair_run_narrow_avx2, kti_pair_run_wide_avx2;
#endif

static inline size_t kti_pair_row_bytes(uint32_t what, size_t width) {
    return (size_t)(what >> KTI_PAIR_ROW_SHIFT) * KTI_PAIR_EIGHTH * width;
}

static inline unsigned kti_pair_column(uint32_t what) {
    return what >> KTI_PAIR_COLUMN_SHIFT & KTI_PAIR_COLUMN;
}

/* What `what` is asked for before `behind`. */
static inline unsigned kti_pair_asked(uint32_t what, uint32_t behind) {
    return what & behind >> KTI_PAIR_BEHIND_SHIFT & KTI_PAIR_ASKS;
}

#endif
