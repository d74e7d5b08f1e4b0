/* units.h - a model of how Hangul units are written in Latin letters.
 *
 * A unit is a choseong (ㅇ left out), a jungseong or a jongseong; each is written as 0 to 4 letters
 * with a learned probability. Summing over all ways to cut a Latin string gives p(latin | hangul);
 * against a letter bigram model of Latin names that is a likelihood ratio. tools/kttrain learns
 * the numbers by expectation maximisation; the file is described in docs/formats.md.
 */
#ifndef KTI_NAMES_UNITS_H
#define KTI_NAMES_UNITS_H

#include <stdbool.h>

#include "core/str.h"
#include "core/utf8.h"
#include "kotext/base.h"
#include "unicode/props.h"

enum {
    KTI_UNITS = 67,        /* 19 choseong, 21 jungseong, 27 jongseong */
    KTI_UNIT_LETTERS = 4,  /* longest chunk */
    KTI_UNITS_MOST = 48,   /* longest Hangul side */
    KTI_LETTERS_MOST = 64, /* longest Latin side */
    KTI_LETTER_START = 26  /* the bigram row of a word's beginning */
};

/* One row of the model: sorted by unit, then by packed letters. */
typedef struct kti_chunk {
    uint32_t key; /* unit << 24 | letters, five bits each, first in the lowest, 0 = none */
    float probability;
} kti_chunk;

typedef struct kti_unit_model {
    uint32_t magic;
    uint32_t count;
    float bigram[27][26]; /* p(letter | letter before) */
    float calibration[3]; /* logistic: constant, ratio, ratio per unit */
    float floor;          /* probability of a chunk never seen, per letter */
    /* `count` chunks follow */
} kti_unit_model;

enum { KTI_UNIT_MAGIC = 0x314D554B }; /* "KUM1" */

/* A checked view of a model's bytes. */
typedef struct kti_units {
    const kti_unit_model *head;
    const kti_chunk *chunks;
    uint32_t first[KTI_UNITS + 1];       /* where each unit's chunks begin */
    double unseen[KTI_UNIT_LETTERS + 1]; /* probability of a chunk never seen, by its letters */
    float none[KTI_UNITS];               /* ... of writing nothing */
    float one[KTI_UNITS][26];            /* ... of one letter */
    uint32_t seconds[KTI_UNITS][26];     /* letters that follow a first one in longer chunks */
    uint32_t longer[KTI_UNITS][26];      /* the same, in chunks of three letters and more */
    uint32_t thirds[KTI_UNITS][26];      /* third letters of these */
    uint32_t fourths[KTI_UNITS][26];     /* fourth letters */
    uint32_t pairs[KTI_UNITS][27];       /* where chunks of two letters begin, by the second one */
    uint32_t starts[KTI_UNITS];          /* letters that a unit begins with often enough */
    double surprise[27][26];             /* 1 / p(letter | letter before) */
} kti_units;

/* False when `bytes` is no such model (cut off, unsorted, misaligned). */
bool kti_units_open(kt_str bytes, kti_units *out);

/* Cuts Hangul into units; other characters are left out. Returns their number, 0 when too many. */
size_t kti_units_of(kt_str hangul, uint8_t units[KTI_UNITS_MOST]);

/* The letter at `*at`, 0..25, without accents and capitals, or 26 for what is none; `*at` moves
 * behind it. */
static inline unsigned kti_letter_at(kt_str latin, size_t *at) {
    unsigned char byte = (unsigned char)latin.ptr[*at];
    if (byte < 0x80) {
        ++*at;
        return kti_is_ascii_alpha((char)byte) ? (byte | 0x20u) - 'a' : 26;
    }
    kti_cp unit = kti_utf8_at(latin, *at);
    *at += unit.len;
    uint32_t cp = kti_cp_lower(kti_cp_base(unit.cp));
    return cp >= 'a' && cp <= 'z' ? cp - 'a' : 26;
}

/* Folds Latin into letters 0..25; others are left out. Returns their number, 0 when too many. */
size_t kti_letters_of(kt_str latin, uint8_t letters[KTI_LETTERS_MOST]);

/* ln p of the first 0, 1, ... `count` letters of a Latin name by chance. */
void kti_units_background(const kti_units *model, const uint8_t *letters, size_t count,
                          double sums[KTI_LETTERS_MOST + 1]);

/* ln p(letters | units) - ln p(letters). */
double kti_units_ratio(const kti_units *model, const uint8_t *units, size_t unit_count,
                       const uint8_t *letters, size_t letter_count);

/* The probability 0..1 that calibration makes of a ratio. */
double kti_units_probability(const kti_units *model, double ratio, size_t unit_count);

uint32_t kti_chunk_key(uint8_t unit, const uint8_t *letters, size_t count);

#endif
