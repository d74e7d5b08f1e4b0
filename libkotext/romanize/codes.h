/* codes.h - text as numbers that tables are asked by: ASCII as it is, then all syllables.
 *
 * Reading is apart from writing (pairs.c), so that neither waits for the other's branches and
 * reading can use what the processor has. All ways of reading give the same codes.
 */
#ifndef KTI_ROMANIZE_CODES_H
#define KTI_ROMANIZE_CODES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/cpu.h"
#include "hangul/syllable.h"

enum {
    KTI_CODE_SYLLABLE = 0x80,                                                      /* the first */
    KTI_CODE_END = KTI_CODE_SYLLABLE + KTI_SYLLABLE_LAST - KTI_SYLLABLE_FIRST + 1, /* no code */
    KTI_CODES,

    KTI_CODES_BLOCK = 4096, /* bytes read at once, and so the most codes */
    KTI_CODES_BEYOND = 64   /* codes that may be written behind those */
};

typedef struct kti_codes {
    uint16_t at[KTI_CODES_BLOCK + KTI_CODES_BEYOND];
    size_t count;
} kti_codes;

/* Reads codes up to what has none, to the end or until about KTI_CODES_BLOCK bytes are read;
 * returns how many were. */
size_t kti_codes_read(kti_cpu cpu, const unsigned char *in, size_t len, kti_codes *out);

/* The code of what stands in the first of `len` bytes; KTI_CODE_END when there is none. */
static inline unsigned kti_code_of(const unsigned char *in, size_t len) {
    if (len > 0 && in[0] < 0x80) return in[0];
    if (len < 3 || (in[1] & 0xC0) != 0x80 || (in[2] & 0xC0) != 0x80) return KTI_CODE_END;
    uint32_t cp = (uint32_t)in[0] << 12 | (in[1] & 0x3Fu) << 6 | (in[2] & 0x3Fu);
    uint32_t index = cp - (0xE0000u + KTI_SYLLABLE_FIRST);
    return index < KTI_CODE_END - KTI_CODE_SYLLABLE ? index + KTI_CODE_SYLLABLE : KTI_CODE_END;
}

/* The syllable that a code is; 0 when it is none. */
static inline uint32_t kti_code_syllable(unsigned code) {
    bool is = code >= KTI_CODE_SYLLABLE && code < KTI_CODE_END;
    return is ? KTI_SYLLABLE_FIRST + code - KTI_CODE_SYLLABLE : 0;
}

static inline size_t kti_code_bytes(unsigned code) {
    return code < KTI_CODE_SYLLABLE ? 1 : 3;
}

/* ---- the ways ------------------------------------------------------------------------------- */

/* All read whole groups of bytes while they hold nothing but codes and more bytes follow. */
#if KTI_CPU_X86
size_t kti_codes_avx2(const unsigned char *in, size_t len, kti_codes *out);
size_t kti_codes_avx512(const unsigned char *in, size_t len, kti_codes *out);
#elif KTI_CPU_NEON
size_t kti_codes_neon(const unsigned char *in, size_t len, kti_codes *out);
#endif

/* Stops before the group at `at`. If that `owed` the last code a byte (1) or two (3), the code is
 * read again, with them. */
static inline size_t kti_codes_stop(size_t at, size_t count, unsigned owed, kti_codes *out) {
    out->count = owed == 0 ? count : count - 1;
    return owed == 0 ? at : at - (owed == 1 ? 2 : 1);
}

/* For each set of eight places: its members in order, the first in the lowest byte, the last
 * repeated (codes_table.c). */
extern const uint64_t kti_code_places[256];

#endif
