/* morphs.h - the readings of each surface, and what it costs that one follows another.
 *
 * Imported from a compiled mecab-ko-dic (tools/ktdict). A reading has a left and a right class, by
 * which the cost of standing beside another reading is looked up. Sections, all 8-aligned:
 *   morph.trie      the surfaces (lexicon/trie.h)
 *   morph.readings  u32 words, readings, parted, several; bits over words: several readings;
 *                   bits over readings: has parts; u32 readings before each such word beyond one a
 *                   word (several + 1); u16 facts of each reading; u16 pattern of each parted one
 *   morph.facts     kti_fact
 *   morph.patterns  u32 count, 0; u32 offsets (count + 1); bytes (see kti_morphs_parts)
 *   morph.costs     u32 lefts, rights; i16 cost of left class l after right class r at r*lefts + l
 *   morph.unknown   kti_fact of each kti_unknown
 */
#ifndef KTI_LEXICON_MORPHS_H
#define KTI_LEXICON_MORPHS_H

#include "kotext/analyze.h"
#include "lexicon/trie.h"

enum {
    KTI_FACT_PERSON = KT_MORPHEME_PERSON,
    KTI_FACT_PLACE = KT_MORPHEME_PLACE,
    KTI_FACT_COMPOUND = 1 << 4, /* its parts are words in their own right */
    KTI_FACT_BEHIND = 1 << 5,   /* a particle, ending or suffix: unlikely after white space */
    KTI_FACT_JOSA = 1 << 6      /* a particle: very unlikely */
};

/* What many readings have in common. */
typedef struct kti_fact {
    uint16_t left, right;
    int16_t cost;
    uint8_t tag;   /* of a reading without parts, or of its first part */
    uint8_t flags; /* KTI_FACT_* */
} kti_fact;

/* Words that the list does not have. */
typedef enum kti_unknown {
    KTI_UNKNOWN_EDGE, /* the beginning and the end of a sentence */
    KTI_UNKNOWN_NNG,
    KTI_UNKNOWN_NNG_T, /* ends in a consonant */
    KTI_UNKNOWN_NNP,
    KTI_UNKNOWN_NNP_T,
    KTI_UNKNOWN_PERSON,
    KTI_UNKNOWN_PERSON_T,
    KTI_UNKNOWN_PLACE,
    KTI_UNKNOWN_PLACE_T,
    KTI_UNKNOWN_IC,
    KTI_UNKNOWN_SF,
    KTI_UNKNOWN_SE,
    KTI_UNKNOWN_SSO,
    KTI_UNKNOWN_SSC,
    KTI_UNKNOWN_SC,
    KTI_UNKNOWN_SY,
    KTI_UNKNOWN_SL,
    KTI_UNKNOWN_SH,
    KTI_UNKNOWN_SN,
    KTI_UNKNOWNS
} kti_unknown;

typedef struct kti_morphs {
    kti_trie trie;
    uint32_t words, readings;
    kti_bits several, parted;
    const uint32_t *extra;
    const uint16_t *fact_of, *pattern_of;
    const kti_fact *facts;
    uint32_t fact_count, extra_count, parted_count;
    const uint32_t *pattern_offsets;
    const char *pattern_bytes;
    uint32_t pattern_count;
    size_t pattern_size;
    uint32_t lefts, rights;
    const int16_t *costs;
    kti_fact unknown[KTI_UNKNOWNS];
} kti_morphs;

/* Opens the sections of `data`. Without them `words` is 0 and nothing is found. KT_ERR_DATA. */
kt_status kti_morphs_open(kt_str data, kti_morphs *out, kt_error *err);

/* The readings of a word: their number, and the first; each next one is one more. */
uint32_t kti_morphs_of_word(const kti_morphs *morphs, uint32_t word, uint32_t *first);

static inline bool kti_morphs_is_sound(const kti_morphs *morphs, const kti_fact *fact) {
    return fact->left < morphs->lefts && fact->right < morphs->rights && fact->tag < KT_TAGS;
}

/* A reading's facts. Classes are below `lefts` and `rights`: told here, since to ask all of them at
 * the start would read them all. */
static inline kti_fact kti_morphs_fact(const kti_morphs *morphs, uint32_t reading) {
    uint32_t fact = reading < morphs->readings ? morphs->fact_of[reading] : UINT32_MAX;
    bool sound = fact < morphs->fact_count && kti_morphs_is_sound(morphs, &morphs->facts[fact]);
    return sound ? morphs->facts[fact] : morphs->unknown[KTI_UNKNOWN_NNG];
}

/* The cost of `left` right after `right`. */
static inline int kti_morphs_cost(const kti_morphs *morphs, uint16_t right, uint16_t left) {
    return morphs->costs[(size_t)right * morphs->lefts + left];
}

/* One part of a reading: what it is, and how it lies in the surface. */
typedef struct kti_part {
    kt_str literal;  /* form = `copied` bytes of the surface, then this */
    uint32_t copied; /* bytes */
    kt_span span;    /* bytes of the surface */
    kt_tag tag;
} kti_part;

enum { KTI_PARTS = 12 };

/* The parts of a reading of `surface`: 갔 is 가/VV and 았/EP. 0 when it has none: the reading is
 * one morpheme. */
size_t kti_morphs_parts(const kti_morphs *morphs, uint32_t reading, kt_str surface,
                        kti_part parts[KTI_PARTS]);

/* How a reading of `surface` ends: the tag of its last part, and the form of that. A reading
 * without parts is all of it. */
kt_tag kti_morphs_last(const kti_morphs *morphs, uint32_t reading, kt_str surface, kt_str *form);

#endif
