/* english.h - how English words are pronounced, sound by letter: CMUdict, imported by ktdict.
 *
 * Sounds are the 39 of ARPAbet, vowels with and without stress. Each letter of a word has a chunk
 * of none, one or two sounds. The section `english`: a head, per letter a list of chunks by
 * frequency, block offsets, and blocks of 8 words in byte order, front-coded, each sound chunk the
 * nibbles of its rank among those of its letter (15 = add 15 and read on).
 */
#ifndef KTI_TRANSLIT_ENGLISH_H
#define KTI_TRANSLIT_ENGLISH_H

#include <stdbool.h>

#include "core/buf.h"

enum {
    KTI_S_NONE,
    KTI_S_B,
    KTI_S_CH,
    KTI_S_D,
    KTI_S_DH,
    KTI_S_F,
    KTI_S_G,
    KTI_S_HH,
    KTI_S_JH,
    KTI_S_K,
    KTI_S_L,
    KTI_S_M,
    KTI_S_N,
    KTI_S_NG,
    KTI_S_P,
    KTI_S_R,
    KTI_S_S,
    KTI_S_SH,
    KTI_S_T,
    KTI_S_TH,
    KTI_S_V,
    KTI_S_W,
    KTI_S_Y,
    KTI_S_Z,
    KTI_S_ZH,
    KTI_S_VOWELS, /* from here: vowel * 2 + (stressed ? 1 : 0) */
    KTI_S_AA = KTI_S_VOWELS,
    KTI_S_AE = KTI_S_AA + 2,
    KTI_S_AH = KTI_S_AE + 2,
    KTI_S_AO = KTI_S_AH + 2,
    KTI_S_AW = KTI_S_AO + 2,
    KTI_S_AY = KTI_S_AW + 2,
    KTI_S_EH = KTI_S_AY + 2,
    KTI_S_ER = KTI_S_EH + 2,
    KTI_S_EY = KTI_S_ER + 2,
    KTI_S_IH = KTI_S_EY + 2,
    KTI_S_IY = KTI_S_IH + 2,
    KTI_S_OW = KTI_S_IY + 2,
    KTI_S_OY = KTI_S_OW + 2,
    KTI_S_UH = KTI_S_OY + 2,
    KTI_S_UW = KTI_S_UH + 2,
    KTI_ENGLISH_SOUNDS = KTI_S_UW + 2 /* below 64 */
};

enum {
    KTI_ENGLISH_LETTERS = 27,      /* a..z and the apostrophe */
    KTI_ENGLISH_BLOCK = 8,         /* words */
    KTI_ENGLISH_WORD = 40,         /* longest word */
    KTI_ENGLISH_RANKS = 1024,      /* most chunks a letter has */
    KTI_ENGLISH_MAGIC = 0x3153544B /* "KTS1" */
};

/* Two sounds, the first in the low byte; 0 is silence. */
typedef uint16_t kti_english_chunk;

typedef struct kti_english_head {
    uint32_t magic, words, blocks, chunks;
    uint32_t first[KTI_ENGLISH_LETTERS + 1]; /* of each letter's chunks; the last is `chunks` */
} kti_english_head;

typedef struct kti_english {
    const kti_english_head *head; /* NULL: none in the data */
    const kti_english_chunk *chunks;
    const uint32_t *offsets; /* blocks + 1, into bytes */
    kt_str bytes;
} kti_english;

/* False when `section` is damaged; an empty one opens as none. */
bool kti_english_open(kt_str section, kti_english *out);

/* The letter of this list for one of letters.h; KTI_ENGLISH_LETTERS for none. */
uint8_t kti_english_letter(uint8_t letter);

/* Looks up a word of sound letters; true fills one chunk a letter. */
bool kti_english_find(const kti_english *sounds, const uint8_t *letters, size_t count,
                      kti_english_chunk *chunks);

/* The blocks that may hold words beginning in some way, the first and the last. */
typedef struct kti_english_range {
    uint32_t low, high;
} kti_english_range;

/* All words. */
static inline kti_english_range kti_english_all(const kti_english *sounds) {
    bool none = sounds->head == NULL || sounds->head->blocks == 0;
    return (kti_english_range){0, none ? 0 : sounds->head->blocks - 1};
}

/* Narrows the range of a word's beginning to that of a longer one; false when no word of the list
 * begins so. */
bool kti_english_narrow(const kti_english *sounds, const uint8_t *letters, size_t count,
                        kti_english_range *range);

/* Calls `visit` with every word in turn. */
typedef void kti_english_visitor(void *context, const uint8_t *letters,
                                 const kti_english_chunk *chunks, size_t count);
void kti_english_visit(const kti_english *sounds, kti_english_visitor *visit, void *context);

static inline bool kti_english_is_vowel(unsigned sound) {
    return sound >= KTI_S_VOWELS;
}

/* The vowel without its stress. */
static inline unsigned kti_english_plain(unsigned sound) {
    return sound < KTI_S_VOWELS ? sound : sound - (sound - KTI_S_VOWELS) % 2;
}

#endif
