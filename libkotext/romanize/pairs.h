/* pairs.h - the quick way of a scheme: a table of what each final and next syllable become.
 *
 * Without a word list nearly every sound change is decided by the final of one syllable and the
 * initial and vowel of the next. So a table of 28 finals by 399 initials and vowels, and by ASCII,
 * holds the letters from that final up to that vowel, one wide store a syllable. Places where the
 * letters of the word decide (phono/shape_class.h) go the long way, one by one; what stands between
 * syllables and needs more than copying sends its line there. The result is that of kti_romanize()
 * without a reading, for KT_KIND_WORD; tests/property/letters.c compares them. The tables are made
 * by ktdict from the scheme itself and lie packed in the library (pair_pack.h).
 */
#ifndef KTI_ROMANIZE_PAIRS_H
#define KTI_ROMANIZE_PAIRS_H

#include "core/alloc.h"
#include "core/buf.h"
#include "core/cpu.h"
#include "phono/shape_class.h"
#include "romanize/romanize.h"

enum {
    /* Columns: initial and vowel, syllables like no others, then characters. */
    KTI_PAIR_ACROSS = 19 * 21,
    KTI_PAIR_ASCII = KTI_PAIR_ACROSS + KTI_SHAPE_ACROSS, /* of ' '; those up to '~' follow */
    KTI_PAIR_TAB = KTI_PAIR_ASCII + 95,
    KTI_PAIR_FEED,
    KTI_PAIR_RETURN,
    KTI_PAIR_CONTROL, /* all other controls, copied one by one */
    KTI_PAIR_END,     /* nothing of these follows */
    KTI_PAIR_COLUMNS = 504,

    /* Rows: finals, then what else may stand before, then syllables like no others. */
    KTI_PAIR_START = 28,  /* no syllable */
    KTI_PAIR_MARKED = 29, /* a digit in schemes that mark it; Latin that is escaped */
    KTI_PAIR_OWN = 30,
    KTI_PAIR_ROWS = KTI_PAIR_OWN + KTI_SHAPE_OWN,

    /* Where sounds pass spaces, all rows come twice more: a space stands behind the syllable, which
     * ends a short word (of one syllable, or two in ㄹ) or a longer one. */
    KTI_PAIR_NEAR = KTI_PAIR_ROWS,
    KTI_PAIR_FAR = 2 * KTI_PAIR_ROWS,
    KTI_PAIR_ALL_ROWS = 3 * KTI_PAIR_ROWS,

    /* Where a final tells how the vowel before it is written, they come twice more instead: for
     * vowels that go on without a final (suh, sung), and that are others then (jee, jin). */
    KTI_PAIR_LONGER = KTI_PAIR_ROWS,
    KTI_PAIR_OTHER = 2 * KTI_PAIR_ROWS,

    KTI_PAIR_BEFORE = 4, /* codes that a row depends on there */

    /* An entry is its letters and, in its last byte, what asks shape.h and their number. */
    KTI_PAIR_ASKS = 0x0F,
    KTI_PAIR_LENGTH_SHIFT = 4,
    KTI_PAIR_HANGUL_WIDTH = 4, /* of the entries of pair_hangul.h */
    KTI_PAIR_REFUSED = 15,     /* as a number, with ALWAYS: the line goes the long way */

    /* What a code is: what it is asked for, what of that is asked for in the code before it, its
     * column, where its row begins, in eighths of entries, and what spaces behind it want to know:
     * whether it is a syllable, a space, or ends in ㄹ. */
    KTI_PAIR_BEHIND_SHIFT = 4,
    KTI_PAIR_COLUMN_SHIFT = 8,
    KTI_PAIR_COLUMN = 0x1FF,
    KTI_PAIR_ROW_SHIFT = 17,
    KTI_PAIR_ROW_BITS = 13,
    KTI_PAIR_ROW_BITS_ACROSS = 12, /* of codes that say about ㄹ */
    KTI_PAIR_EIGHTH = 8
};

_Static_assert(KTI_PAIR_COLUMNS % KTI_PAIR_EIGHTH == 0, "rows begin at eighths");
static const uint32_t KTI_PAIR_IS_SYLLABLE = 1u << 31, KTI_PAIR_IS_SPACE = 1u << 30,
                      KTI_PAIR_IS_R = 1u << 29;

_Static_assert(KTI_PAIR_ALL_ROWS *KTI_PAIR_COLUMNS / KTI_PAIR_EIGHTH <= 1 << KTI_PAIR_ROW_BITS,
               "too many rows");
_Static_assert(KTI_PAIR_ROWS *KTI_PAIR_COLUMNS / KTI_PAIR_EIGHTH <= 1 << KTI_PAIR_ROW_BITS_ACROSS,
               "too many rows across spaces");
_Static_assert(KTI_PAIR_END < KTI_PAIR_COLUMNS, "too many columns");

/* How a scheme divides syllables: by what its sounds depend on. */
typedef enum kti_pair_split {
    KTI_SPLIT_EXACT,
    KTI_SPLIT_SOUNDS,
    KTI_SPLIT_FIXED,
    KTI_SPLIT_TENSE,
    KTI_SPLIT_ACROSS, /* and on what stands before a space */
    KTI_SPLIT_VOWELS, /* and vowels on finals */
    KTI_SPLITS
} kti_pair_split;

kti_pair_split kti_pair_split_of(const kti_scheme *scheme);

/* The letters between the vowel of syllable `at` - 1, or the start, and, with it, that of syllable
 * `at`, and the blanks there; of vowels that depend on finals, what does comes behind. `phono` is a
 * word as written, or two, of at most KTI_PAIR_WINDOW syllables; `lexicon` may be NULL. */
enum { KTI_PAIR_WINDOW = 36 };
void kti_pair_letters(const kti_scheme *scheme, const kti_lexicon *lexicon, kti_phono *phono,
                      size_t at, kti_letters *out);

/* Makes all tables. KT_ERR_NOMEM. */
kt_status kti_pairs_make(kti_buf *out);

/* ---- reading -------------------------------------------------------------------------------- */

typedef struct kti_pairs {
    const kti_scheme *scheme;
    const uint32_t *codes; /* what each code is (codes.h) */
    const char *table;
    unsigned width;             /* bytes of an entry: 4, 8 or 16 */
    bool across;                /* sounds pass spaces */
    const kti_lexicon *lexicon; /* for schemes that ask words; NULL: none are known */
    kti_cpu cpu;                /* what may be used of the processor */
    char *made;                 /* the table, to be freed */
    kt_alloc alloc;
} kti_pairs;

/* The tables of a scheme in `data` (4-aligned, and kept), what kti_pairs_make() wrote; `*out` is
 * NULL when there are none. KT_ERR_NOMEM. */
kt_status kti_pairs_open(kt_str data, kt_scheme scheme, const kt_alloc *alloc, kti_pairs **out);
void kti_pairs_close(kti_pairs *pairs);

/* Romanizes lines from `*at` on, which moves on to the end or to the first line that needs the long
 * way. KT_ERR_NOMEM. */
kt_status kti_pairs_write(const kti_pairs *pairs, kt_str text, size_t *at, kti_buf *out);

#endif
