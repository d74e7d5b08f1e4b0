/* pair_run.h - the loops of pairs.h: an entry for each code, as long as nothing has to be looked
 * at.
 */
#ifndef KTI_ROMANIZE_PAIR_RUN_H
#define KTI_ROMANIZE_PAIR_RUN_H

#include "romanize/pairs.h"

enum { KTI_PAIR_MANY = 256, KTI_PAIR_LANES = 8 };

/* What to write for a code: what it is asked for, and its entry by number. */
typedef struct kti_pair_entry {
    uint8_t asked, none;
    uint16_t entry;
} kti_pair_entry;

/* What was found ahead of where a runner stopped. */
typedef struct kti_pair_ahead {
    const uint16_t *code; /* the first */
    size_t count, most;
    uint32_t what[KTI_PAIR_BEFORE + KTI_PAIR_MANY + KTI_PAIR_LANES + 1];
    kti_pair_entry entries[KTI_PAIR_MANY + KTI_PAIR_LANES];
} kti_pair_ahead;

typedef struct kti_pair_run {
    const uint32_t *is;               /* what each code is */
    const char *table;                /* entries */
    const uint16_t *code, *end;       /* what to write; one more code stands at the end */
    uint32_t before[KTI_PAIR_BEFORE]; /* what stands before, the last one last */
    char *out;                        /* where the letters go */
    kti_pair_ahead *ahead;            /* kept from run to run; `count` 0 when codes were read */
} kti_pair_run;

/* Writes codes up to one that must be looked at (true) or the end; all parts move along. Behind the
 * letters come up to 16 bytes of no meaning. */
typedef bool kti_pair_runner(kti_pair_run *run);

/* The one for a table and a processor. */
kti_pair_runner *kti_pair_runner_of(const kti_pairs *pairs);

/* Those of pair_hangul.h, and what finds entries for them, which go where letters else do. */
kti_pair_runner kti_pair_run_hangul, kti_pair_find_hangul;

#if KTI_CPU_X86
kti_pair_runner kti_pair_run_narrow_avx2, kti_pair_run_wide_avx2, kti_pair_run_across_avx2,
    kti_pair_run_hangul_avx2, kti_pair_find_hangul_avx2;
#endif

/* How far an entry takes what is written; `last` is its last byte. */
static inline size_t kti_pair_step(size_t width, unsigned last) {
    return width == KTI_PAIR_HANGUL_WIDTH ? width : last >> KTI_PAIR_LENGTH_SHIFT;
}

static inline unsigned kti_pair_column(uint32_t what) {
    return what >> KTI_PAIR_COLUMN_SHIFT & KTI_PAIR_COLUMN;
}

/* What `what` is asked for before `behind`. */
static inline unsigned kti_pair_asked(uint32_t what, uint32_t behind) {
    return what & behind >> KTI_PAIR_BEHIND_SHIFT & KTI_PAIR_ASKS;
}

/* ---- rows ----------------------------------------------------------------------------------- */

enum { KTI_PAIR_ROW = KTI_PAIR_COLUMNS / KTI_PAIR_EIGHTH }; /* of a row, in eighths of entries */

static inline uint32_t kti_pair_row_mask(bool across) {
    return (1u << (across ? KTI_PAIR_ROW_BITS_ACROSS : KTI_PAIR_ROW_BITS)) - 1;
}

static inline uint32_t kti_pair_row_of(uint32_t what, bool across) {
    return what >> KTI_PAIR_ROW_SHIFT & kti_pair_row_mask(across);
}

static inline bool kti_pair_is_marked(uint32_t what) {
    return kti_pair_row_of(what, true) == KTI_PAIR_MARKED * KTI_PAIR_ROW;
}

static inline bool kti_pair_is(uint32_t what, uint32_t which) {
    return (what & which) != 0;
}

/* Whether a space stands last, behind a syllable. */
static inline bool kti_pair_is_spaced(const uint32_t before[KTI_PAIR_BEFORE]) {
    return kti_pair_is(before[2] & before[3] << 1, KTI_PAIR_IS_SYLLABLE);
}

/* Where the row begins that `before` leads to, in eighths of entries. */
static inline uint32_t kti_pair_row(const uint32_t before[KTI_PAIR_BEFORE], bool across) {
    uint32_t spaced = across & kti_pair_is_spaced(before);
    uint32_t short_r = before[2] << 2 & ~before[0];
    uint32_t far = kti_pair_is(before[1] & ~short_r, KTI_PAIR_IS_SYLLABLE);
    uint32_t row = kti_pair_row_of(spaced ? before[2] : before[3], across);
    return row + (spaced + (spaced & far)) * (KTI_PAIR_NEAR * KTI_PAIR_ROW);
}

/* Whether an entry is asked for too often: behind a space a code and the next one tell more than it
 * can. `what` holds what stands before and what the code is. */
bool kti_pair_is_settled(const uint32_t what[KTI_PAIR_BEFORE + 1], unsigned flags,
                         const uint16_t code[2]);

_Static_assert(KTI_PAIR_FAR == 2 * KTI_PAIR_NEAR,
               "rows of longer words follow those of short ones");

#endif
