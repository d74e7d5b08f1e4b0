/* pair_hangul.h - entries of the scheme that writes syllables as they are pronounced.
 *
 * What stands behind a syllable decides its final. So an entry is the final of the syllable before
 * and the character itself, a syllable without a final yet. In Hangul each character takes as many
 * bytes as before, so what was written last is where it was read: right before, or before a space.
 */
#ifndef KTI_ROMANIZE_PAIR_HANGUL_H
#define KTI_ROMANIZE_PAIR_HANGUL_H

#include "romanize/pair_run.h"

enum {
    KTI_HANGUL_LETTERS = 3,   /* of an entry: the final, then the code (codes.h) in two bytes */
    KTI_HANGUL_FINAL = 0x1F,  /* in the first: it is to be added to the syllable before */
    KTI_HANGUL_SPACED = 0x20, /* which stands before a space */

    KTI_HANGUL_BEYOND = 16 /* entries of 0 that stand behind those to be written */
};

/* The letters of an entry; no code (0): the final alone. */
void kti_hangul_entry(unsigned final, unsigned code, kti_letters *out);

/* In the library an entry has initial and vowel for its code, which packs well (pair_pack.h). */
void kti_hangul_fold(char *entries, size_t count);
void kti_hangul_unfold(char *entries, size_t count);

/* Writes an entry of `len` letters; returns where the next one goes. */
char *kti_hangul_put(const char *entry, size_t len, char *out);

/* Writes many; up to 16 bytes of no meaning come behind. All ways write the same. */
typedef char *kti_hangul_writer(const char *entries, size_t count, char *out);

#if KTI_CPU_X86
kti_hangul_writer kti_hangul_write_avx2;
#endif

/* Gives the syllables that were written before their finals. */
void kti_hangul_close(const char *entries, size_t count, char *out);

#endif
