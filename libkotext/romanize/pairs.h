/* pairs.h - the quick way of a scheme: a table of what each final and next syllable become.
 *
 * Without a word list nearly every sound change is decided by the final of one syllable and the
 * initial and vowel of the next. So a table of 28 finals by 399 initials and vowels holds the
 * letters from that final up to that vowel, one wide store a syllable. Places where the letters of
 * the word decide (phono/shape_class.h) go the long way, one by one; what stands between syllables
 * and needs more than copying sends its line there. The result is that of kti_romanize() without
 * a reading, for KT_KIND_WORD; tests/property/letters.c compares them. The tables are made by
 * ktdict from the scheme itself.
 */
#ifndef KTI_ROMANIZE_PAIRS_H
#define KTI_ROMANIZE_PAIRS_H

#include "core/buf.h"
#include "romanize/romanize.h"

enum {
    KTI_PAIR_COLUMNS = 19 * 21 + 1, /* the last: no syllable follows */
    KTI_PAIR_START = 28,            /* row: no syllable before */
    KTI_PAIR_DIGIT = 29,            /* row: a digit before, in schemes that mark it */
    KTI_PAIR_SPECIAL = 30,          /* row: asks shape.h at every place */
    KTI_PAIR_ROWS = 31,

    /* An entry is its letters and, in its last byte, their number and these. */
    KTI_PAIR_LENGTH = 0x0F,
    KTI_PAIR_ALWAYS = 0x40, /* the letters of the word decide */
    KTI_PAIR_ASK = 0x80,    /* the letters of the word may decide, where the syllable is watched */

    /* What a syllable is: its column, its row, and whether it is watched. */
    KTI_PAIR_COLUMN = 0x1FF,
    KTI_PAIR_ROW_SHIFT = 9,
    KTI_PAIR_ROW = 0x1F,
    KTI_PAIR_WATCHED = 0x4000,
    KTI_PAIR_WATCH_SHIFT = 7 /* from WATCHED to ASK */
};

/* How a scheme divides syllables: by what its sounds depend on. */
typedef enum kti_pair_split { KTI_SPLIT_LETTERS, KTI_SPLIT_SOUNDS, KTI_SPLIT_TENSE } kti_pair_split;

kti_pair_split kti_pair_split_of(const kti_scheme *scheme);

/* Whether the letters of a scheme can be put into such a table. */
bool kti_pair_has_table(const kti_scheme *scheme);

/* The letters between the vowel of syllable `at` - 1 and, with it, that of syllable `at`. `phono`
 * is a word as written, of at most KTI_PAIR_WINDOW syllables. */
enum { KTI_PAIR_WINDOW = 36 };
void kti_pair_letters(const kti_scheme *scheme, kti_phono *phono, size_t at, kti_letters *out);

/* Makes all tables. KT_ERR_NOMEM. */
kt_status kti_pairs_make(kti_buf *out);

/* ---- reading -------------------------------------------------------------------------------- */

typedef struct kti_pairs {
    const kti_scheme *scheme;
    const uint16_t *split;
    const char *table;
    const uint8_t
        *halts;     /* for each byte, 0 where it is copied whatever stands around it, else 1 */
    unsigned width; /* bytes of an entry: 8 or 16 */
} kti_pairs;

/* The tables of a scheme in `data`, what kti_pairs_make() wrote; false when there are none. */
bool kti_pairs_open(kt_str data, kt_scheme scheme, kti_pairs *out);

/* Romanizes lines from `*at` on, which moves on to the end or to the first line that needs the long
 * way. KT_ERR_NOMEM. */
kt_status kti_pairs_write(const kti_pairs *pairs, kt_str text, size_t *at, kti_buf *out);

#endif
