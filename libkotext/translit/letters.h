/* letters.h - Latin text as small letter numbers, which the models of this folder read. */
#ifndef KTI_TRANSLIT_LETTERS_H
#define KTI_TRANSLIT_LETTERS_H

#include <stdbool.h>

#include "kotext/base.h"

/* a..z are 0..25; letters with marks that tell a language have numbers of their own, all others
 * are folded to their base (ł -> l, ß -> ss). */
enum {
    KTI_LATIN_SPACE = 26,
    KTI_LATIN_APOSTROPHE,
    KTI_LATIN_HYPHEN,
    KTI_LATIN_MARKED, /* the first of the letters with marks */
    KTI_LATIN_LETTERS = 62,
    KTI_LATIN_BEGIN = 62, /* stands before a word */
    KTI_LATIN_END = 63,
    KTI_LATIN_LONGEST = 64 /* longest word that is read as a whole */
};

/* One code point as letters: writes up to two, returns how many (0: none of ours). */
size_t kti_latin_of_cp(uint32_t cp, uint8_t out[2]);

/* A word as letters; other characters are left out. 0 when there are none, or more than `room`. */
size_t kti_latin_read(kt_str word, uint8_t *letters, size_t room);

/* The letter without its mark: 0..25, and space, apostrophe and hyphen as they are. */
uint8_t kti_latin_base(uint8_t letter);

/* The lower case code point of a letter. */
uint32_t kti_latin_cp(uint8_t letter);

static inline bool kti_latin_is_vowel(uint8_t base) {
    return base < 26 && (0x1104111u >> base & 1) != 0; /* a e i o u y */
}

#endif
