/* sino.h - which syllables of a word are Sino-Korean, and by which characters.
 *
 * Imported from hanja.txt of libhangul (tools/ktdict/import_sino.c): one spelling a word, its
 * likeliest. Sections, 8-aligned:
 *   sino.trie       the words in Hangul (lexicon/trie.h)
 *   sino.spellings  u32 words, units; u32 base of every 64th word; u16 first unit of each word less
 *                   its base, and one more at the end; u16 units: one a syllable, a Hanja, or the
 *                   syllable itself where the word is not Sino-Korean there
 */
#ifndef KTI_LEXICON_SINO_H
#define KTI_LEXICON_SINO_H

#include "lexicon/trie.h"

enum { KTI_SINO_MOST = 8, KTI_SINO_BLOCK = 64 }; /* syllables of a word; words of a block */

typedef struct kti_sino {
    kti_trie trie;
    uint32_t words, unit_count;
    const uint32_t *bases;
    const uint16_t *firsts, *units;
} kti_sino;

/* Opens the sections of `data`; without them `words` is 0. KT_ERR_DATA. */
kt_status kti_sino_open(kt_str data, kti_sino *out, kt_error *err);

/* The spelling of `word`: a unit a syllable; NULL when the word is not listed. */
const uint16_t *kti_sino_spelling(const kti_sino *sino, kt_str word, size_t *count);

/* Whether a unit is a Hanja. */
static inline bool kti_is_hanja_unit(uint16_t unit) {
    return (unit >= 0x3400 && unit < 0xA000) || (unit >= 0xF900 && unit < 0xFB00);
}

#endif
