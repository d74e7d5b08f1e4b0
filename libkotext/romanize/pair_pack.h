/* pair_pack.h - tables of pairs in little space, as they lie in the library.
 *
 * What all entries of a column end with (the vowel, mostly) is kept once; what is left in front of
 * it is one of few heads, the same from column to column. So a table of 170 or 350 KB is 12 KB of
 * tails, heads and runs, and is made when a scheme is first asked for, in some 50 microseconds.
 */
#ifndef KTI_ROMANIZE_PAIR_PACK_H
#define KTI_ROMANIZE_PAIR_PACK_H

#include "core/buf.h"

/* How large a table is: entries of `width` bytes (8 or 16), `rows` of `columns`. */
typedef struct kti_pair_size {
    unsigned width, rows, columns;
} kti_pair_size;

enum { KTI_PAIR_SLACK = 32 }; /* bytes behind a table that unpacking may write to */

static inline size_t kti_pair_bytes(kti_pair_size size) {
    return (size_t)size.width * size.rows * size.columns;
}

/* Adds the table in little space, 4-aligned. KT_ERR_NOMEM, KT_ERR_TOO_LARGE. */
kt_status kti_pair_pack(const char *table, kti_pair_size size, kti_buf *out);

/* Writes into `table`, of kti_pair_bytes() and the slack, what begins at the start of `packed`;
 * false when it is none. */
bool kti_pair_unpack(kt_str packed, kti_pair_size size, char *table);

#endif
