/* pair_make.h - how the tables of pairs.h are made: by ktdict, once, from the schemes. */
#ifndef KTI_ROMANIZE_PAIR_MAKE_H
#define KTI_ROMANIZE_PAIR_MAKE_H

#include <string.h>

#include "hangul/syllable.h"
#include "romanize/pairs.h"

/* Adds the entries of a scheme, row by row (pair_table.c). KT_ERR_TOO_LARGE when letters do not fit
 * the width, KT_ERR_NOMEM. */
kt_status kti_pair_table_add(const kti_scheme *scheme, unsigned width, kti_buf *out);

/* Adds what each code is (pair_codes.c). */
void kti_pair_codes_add(kti_pair_split split, kti_buf *out);

static inline unsigned kti_pair_column_of(kt_syllable s) {
    return s.choseong * (unsigned)KTI_VOWELS + s.jungseong;
}

static inline unsigned kti_pair_rows(const kti_scheme *scheme) {
    return scheme->phono.across_spaces ? KTI_PAIR_ALL_ROWS : KTI_PAIR_ROWS;
}

static inline bool kti_is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/* Whether the place before a syllable of a word with a fixed spelling is like no other. */
static inline bool kti_is_fixed_place(const kti_fixed *f, size_t syllable) {
    return syllable < (strlen(f->word) - 1) / KTI_SYL_BYTES && f->parts[syllable].opening != NULL;
}

#endif
