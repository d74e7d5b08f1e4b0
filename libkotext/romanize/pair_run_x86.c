/* pair_run_x86.c - pair_run.h in three passes over few codes: what each is, the entries of all at
 * once with vectors, then their letters. */
#include "romanize/pair_run.h"

#if KTI_CPU_X86

#include <immintrin.h>
#include <string.h>

enum { FEW = 16, ENTRY_SHIFT = 16 };

_Static_assert(KTI_PAIR_ALL_ROWS *KTI_PAIR_COLUMNS <= 1 << ENTRY_SHIFT, "entries have 16 bits");

/* What the codes are, and what stands behind them. */
static inline void look_up(const uint32_t *restrict is, const uint16_t *restrict code, size_t count,
                           uint32_t *restrict what) {
    for (size_t i = 0; i <= count; i++)
        what[i] = is[code[i]];
}

KTI_CPU_AVX2 static inline __m256i load(const uint32_t *what) {
    return _mm256_loadu_si256((const __m256i *)(const void *)what);
}

/* Rows as kti_pair_row() has them, in the place that they have in a code. Whether something is a
 * syllable is its sign. A space leads to the row of the start, from which the others are reckoned.
 */
KTI_CPU_AVX2 static inline __m256i rows_across(const uint32_t *what, __m256i row) {
    const __m256i near = _mm256_set1_epi32((KTI_PAIR_NEAR * KTI_PAIR_ROW) << KTI_PAIR_ROW_SHIFT);
    const __m256i from_start =
        _mm256_set1_epi32(((KTI_PAIR_NEAR - KTI_PAIR_START) * KTI_PAIR_ROW) << KTI_PAIR_ROW_SHIFT);
    __m256i last = load(what + 3), a = load(what + 2);
    __m256i spaced = _mm256_srai_epi32(_mm256_and_si256(a, _mm256_slli_epi32(last, 1)), 31);
    __m256i short_r = _mm256_andnot_si256(load(what), _mm256_slli_epi32(a, 2));
    __m256i far = _mm256_srai_epi32(_mm256_andnot_si256(short_r, load(what + 1)), 31);
    __m256i more = _mm256_add_epi32(from_start, _mm256_and_si256(near, far));
    more = _mm256_add_epi32(more, _mm256_and_si256(a, row));
    return _mm256_add_epi32(_mm256_and_si256(last, row), _mm256_and_si256(more, spaced));
}

KTI_CPU_AVX2 static inline void find_places(const uint32_t *what, size_t count, bool across,
                                            kti_pair_entry *out) {
    const __m256i row = _mm256_set1_epi32((int)(kti_pair_row_mask(across) << KTI_PAIR_ROW_SHIFT));
    const __m256i column = _mm256_set1_epi32(KTI_PAIR_COLUMN << KTI_PAIR_COLUMN_SHIFT);
    const __m256i asks = _mm256_set1_epi32(KTI_PAIR_ASKS);
    for (size_t i = 0; i < count; i += KTI_PAIR_LANES) {
        __m256i a = across ? rows_across(what + i, row) : _mm256_and_si256(load(what + i + 3), row);
        __m256i b = load(what + i + 4);
        __m256i c = load(what + i + 5);
        a = _mm256_slli_epi32(a, ENTRY_SHIFT + 3 - KTI_PAIR_ROW_SHIFT);
        c = _mm256_and_si256(_mm256_srli_epi32(c, KTI_PAIR_BEHIND_SHIFT), asks);
        c = _mm256_and_si256(c, b);
        b = _mm256_slli_epi32(_mm256_and_si256(b, column), ENTRY_SHIFT - KTI_PAIR_COLUMN_SHIFT);
        _mm256_storeu_si256((__m256i *)(void *)(out + i),
                            _mm256_or_si256(_mm256_add_epi32(a, b), c));
    }
}

static inline void write_entry(const char *entry, size_t width, char **out) {
    memcpy(*out, entry, width);
    *out += kti_pair_step(width, (unsigned char)entry[width - 1]);
}

/* Entries of pair_hangul.h, eight at once, up to some that must be looked at; how many. */
KTI_CPU_AVX2 static inline size_t find_eights(const char *table, const kti_pair_entry *entries,
                                              size_t count, char *out) {
    const int *from = (const int *)(const void *)table;
    size_t i = 0;
    for (; i + KTI_PAIR_LANES <= count; i += KTI_PAIR_LANES) {
        __m256i places = _mm256_loadu_si256((const __m256i *)(const void *)(entries + i));
        __m256i found = _mm256_i32gather_epi32(from, _mm256_srli_epi32(places, ENTRY_SHIFT), 4);
        _mm256_storeu_si256((__m256i *)(void *)(out + i * KTI_PAIR_HANGUL_WIDTH), found);
        if (!_mm256_testz_si256(_mm256_srli_epi32(found, 24), places)) break;
    }
    return i;
}

/* Writes entries up to one that must be looked at; how many. */
KTI_CPU_AVX2 static inline size_t write_entries(const char *table, const kti_pair_entry *entries,
                                                size_t count, size_t width, char **out) {
    bool eights = width == KTI_PAIR_HANGUL_WIDTH;
    size_t done = eights ? find_eights(table, entries, count, *out) : 0;
    const kti_pair_entry *e = entries + done, *end = entries + count;
    char *to = *out + done * width;
    for (; e < end; e++) {
        const char *entry = table + (size_t)e->entry * width;
        size_t flags = (unsigned char)entry[width - 1];
        if ((flags & e->asked) != 0) break;
        memcpy(to, entry, width);
        to += kti_pair_step(width, (unsigned)flags);
    }
    *out = to;
    return (size_t)(e - entries);
}

/* Whether what is ahead was found for what stands before now. */
static inline bool goes_on(const kti_pair_run *run) {
    const kti_pair_ahead *a = run->ahead;
    if (a->count == 0 || run->code > a->code + a->count) return false;
    return memcmp(run->before, a->what + (run->code - a->code), sizeof run->before) == 0;
}

/* Finds more and more: what is found behind a stop may be for nothing. */
KTI_CPU_AVX2 static inline void look_ahead(const kti_pair_run *run, bool across) {
    kti_pair_ahead *a = run->ahead;
    a->code = run->code;
    a->count = (size_t)(run->end - run->code);
    if (a->count > a->most) a->count = a->most;
    if (a->most < KTI_PAIR_MANY) a->most *= 2;
    memcpy(a->what, run->before, sizeof run->before);
    look_up(run->is, run->code, a->count, a->what + KTI_PAIR_BEFORE);
    find_places(a->what, a->count, across, a->entries);
}

/* Writes what is ahead; how much, which may be up to an entry that must be looked at. */
KTI_CPU_AVX2 static inline size_t write_ahead(kti_pair_run *run, size_t from, size_t width,
                                              bool across) {
    const kti_pair_ahead *a = run->ahead;
    size_t at = from;
    for (;; at++) {
        at += write_entries(run->table, a->entries + at, a->count - at, width, &run->out);
        if (at == a->count || !across) break;
        const char *entry = run->table + a->entries[at].entry * width;
        if (!kti_pair_is_settled(a->what + at, (unsigned char)entry[width - 1], a->code + at))
            break;
        write_entry(entry, width, &run->out);
    }
    return at - from;
}

KTI_CPU_AVX2 static inline bool run_all(kti_pair_run *run, size_t width, bool across) {
    kti_pair_ahead *a = run->ahead;
    if (!goes_on(run)) {
        a->code = run->code;
        a->count = 0;
        a->most = FEW;
    }
    while (run->code < run->end) {
        if (run->code == a->code + a->count) look_ahead(run, across);
        size_t at = (size_t)(run->code - a->code), left = a->count - at;
        size_t done = write_ahead(run, at, width, across);
        run->code += done;
        memcpy(run->before, a->what + at + done, sizeof run->before);
        if (done < left) return true;
    }
    return false;
}

KTI_CPU_AVX2 bool kti_pair_run_narrow_avx2(kti_pair_run *run) {
    return run_all(run, 8, false);
}

KTI_CPU_AVX2 bool kti_pair_run_wide_avx2(kti_pair_run *run) {
    return run_all(run, 16, false);
}

KTI_CPU_AVX2 bool kti_pair_run_across_avx2(kti_pair_run *run) {
    return run_all(run, 16, true);
}

KTI_CPU_AVX2 bool kti_pair_find_hangul_avx2(kti_pair_run *run) {
    return run_all(run, KTI_PAIR_HANGUL_WIDTH, true);
}

#else

typedef int kti_pair_run_x86_is_empty; /* ISO C wants a declaration */

#endif
