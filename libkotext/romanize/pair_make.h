/* pair_make.h - how the tables of pairs.h are made: by ktdict, once, from the schemes. */
#ifndef KTI_ROMANIZE_PAIR_MAKE_H
#define KTI_ROMANIZE_PAIR_MAKE_H

#include <string.h>

#include "hangul/syllable.h"
#include "romanize/pairs.h"

/* Adds the entries of a scheme, row by row (pair_table.c). KT_ERR_TOO_LARGE when letters do not fit
 * the width, KT_ERR_NOMEM. */
kt_status kti_pair_table_add(const kti_scheme *scheme, unsigned width, kti_buf *out);

/* In which rows a final is found behind a vowel: 0, KTI_PAIR_LONGER or KTI_PAIR_OTHER
 * (pair_vowel.c). */
unsigned kti_pair_vowel_rows(const kti_scheme *scheme, kt_syllable s);

/* A vowel of such rows. */
uint8_t kti_pair_vowel_example(unsigned row);

/* What is written of a vowel in any case, and what a final decides; `s` is one as it sounds. */
void kti_pair_vowel_begin(const kti_scheme *scheme, const kti_syl *s, kti_letters *out);
void kti_pair_vowel_end(const kti_scheme *scheme, const kti_syl *s, kti_letters *out);

/* Adds what each code is (pair_codes.c). */
void kti_pair_codes_add(kti_pair_split split, kti_buf *out);

/* Vowels from the most frequent on: what is asked for often lies together in the cache. */
static const uint8_t kti_pair_vowels[KTI_VOWELS] = {
    KTI_V_A,  KTI_V_I,  KTI_V_EU, KTI_V_EO, KTI_V_O,   KTI_V_U,  KTI_V_YEO,
    KTI_V_E,  KTI_V_AE, KTI_V_WA, KTI_V_UI, KTI_V_YO,  KTI_V_YU, KTI_V_OE,
    KTI_V_WI, KTI_V_YA, KTI_V_WO, KTI_V_YE, KTI_V_WAE, KTI_V_WE, KTI_V_YAE,
};

static inline unsigned kti_pair_column_of(kt_syllable s) {
    unsigned rank = 0;
    while (kti_pair_vowels[rank] != s.jungseong)
        rank++;
    return s.choseong * (unsigned)KTI_VOWELS + rank;
}

static inline unsigned kti_pair_rows(const kti_scheme *scheme) {
    bool more = scheme->phono.across_spaces || scheme->by_syllable;
    return more ? KTI_PAIR_ALL_ROWS : KTI_PAIR_ROWS;
}

/* Whether entries are those of pair_hangul.h. */
static inline bool kti_pair_is_hangul(const kti_scheme *scheme) {
    return scheme->number == KT_SCHEME_HANGUL;
}

static inline bool kti_is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/* Whether the place before a syllable of a word with a fixed spelling is like no other. */
static inline bool kti_is_fixed_place(const kti_fixed *f, size_t syllable) {
    return syllable < (strlen(f->word) - 1) / KTI_SYL_BYTES && f->parts[syllable].opening != NULL;
}

#endif
