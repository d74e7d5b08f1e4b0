/* sounds.h - words whose sounds no rule foretells: the compiled dicts/pronunciation.tsv.
 *
 * A word has a mark for each place between two of its syllables. Sections, 8-aligned:
 *   sound.trie   the words (lexicon/trie.h); predicates without their 다
 *   sound.marks  u32 words, bytes; u32 first byte of each word, and one more at the end; bytes: the
 *                article (with KTI_SOUND_PREDICATE for a predicate), then a mark a place
 */
#ifndef KTI_LEXICON_SOUNDS_H
#define KTI_LEXICON_SOUNDS_H

#include "lexicon/trie.h"

/* What happens where two syllables meet, beyond the rules that hold everywhere. */
typedef enum kti_sound {
    KTI_SOUND_OPEN,     /* nothing known */
    KTI_SOUND_PLAIN,    /* nothing happens */
    KTI_SOUND_TENSE,    /* articles 24 to 28: the onset is tense */
    KTI_SOUND_INSERT,   /* article 29: ㄴ comes in */
    KTI_SOUND_OWN_WORD, /* article 15: the final is neutralised before it moves */
    KTI_SOUND_NN        /* article 20, proviso: ㄴ + ㄹ are ㄴㄴ */
} kti_sound;

/* A mark: the sound in its lower half, in the upper one another sound that is permitted. */
static inline uint8_t kti_sound_mark(kti_sound sound, kti_sound permitted) {
    return (uint8_t)((unsigned)sound | (unsigned)permitted << 4);
}

enum { KTI_SOUND_PREDICATE = 0x80 };

typedef struct kti_sounds {
    kti_trie trie;
    uint32_t words, bytes;
    const uint32_t *firsts;
    const uint8_t *marks;
} kti_sounds;

typedef struct kti_sound_word {
    uint32_t len;         /* bytes of the text */
    uint32_t places;      /* number of marks */
    const uint8_t *marks; /* of the places from left to right */
    uint8_t article;
    bool predicate;
} kti_sound_word;

/* Opens the sections of `data`; without them `words` is 0. KT_ERR_DATA. */
kt_status kti_sounds_open(kt_str data, kti_sounds *out, kt_error *err);

enum { KTI_SOUND_HITS = 6 };

/* The listed words that `text` begins with, longest first; returns their number. */
size_t kti_sounds_prefixes(const kti_sounds *sounds, kt_str text,
                           kti_sound_word hits[KTI_SOUND_HITS]);

#endif
