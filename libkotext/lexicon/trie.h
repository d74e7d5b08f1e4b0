/* trie.h - the surfaces of the word list: a trie over code points, breadth first, read in place.
 *
 * Section "morph.trie": u32 nodes, u32 inner nodes, u32 words, u32 0; then, each padded to 8 bytes:
 *   u16 label of each node (node 0 is the root)
 *   bits, in one another: which nodes have children; which nodes end a word
 *   u32 first child of every 32nd inner node
 *   u16 first child of each inner node less that of its 32nd, and one more at the end
 *   u16 the root's child by each Hangul syllable, 0 = none: half of all steps begin at the root
 * Children of a node lie together, sorted by label; inner nodes are in the order of their nodes. A
 * word's number counts the nodes before its own that end a word.
 */
#ifndef KTI_LEXICON_TRIE_H
#define KTI_LEXICON_TRIE_H

#include "hangul/syllable.h"
#include "lexicon/bits.h"

enum { KTI_TRIE_ROOT = 0 };
#define KTI_TRIE_NONE UINT32_MAX

enum { KTI_TRIE_HAS_CHILDREN, KTI_TRIE_ENDS_WORD, KTI_TRIE_BITS };

typedef struct kti_trie {
    uint32_t nodes, inner, words;
    const uint16_t *labels;
    kti_bits bits[KTI_TRIE_BITS]; /* of each node */
    const uint32_t *bases;
    const uint16_t *deltas;
    const uint16_t *syllables; /* children of the root */
} kti_trie;

/* False when the section is no such trie. An empty section gives an empty trie. */
bool kti_trie_open(kt_str section, kti_trie *out);

enum { KTI_TRIE_BLOCK = 32 /* inner nodes that share a base */ };

static inline uint32_t kti_trie_first_child(const kti_trie *t, uint32_t inner) {
    return t->bases[inner / KTI_TRIE_BLOCK] + t->deltas[inner];
}

/* The children of `node` are the nodes from the one returned to before `*end`: none when these are
 * equal. Their code points are `labels`. */
static inline uint32_t kti_trie_children(const kti_trie *t, uint32_t node, uint32_t *end) {
    *end = 0;
    if (node >= t->nodes || !kti_bits_at(&t->bits[KTI_TRIE_HAS_CHILDREN], node)) return 0;
    uint32_t inner = kti_bits_rank(&t->bits[KTI_TRIE_HAS_CHILDREN], node);
    if (inner >= t->inner) return 0;
    uint32_t first = kti_trie_first_child(t, inner), behind = kti_trie_first_child(t, inner + 1);
    if (behind > t->nodes || first > behind) return 0;
    *end = behind;
    return first;
}

/* The child of `node` by `cp`; KTI_TRIE_NONE when there is none. */
static inline uint32_t kti_trie_child(const kti_trie *t, uint32_t node, uint32_t cp) {
    if (node == KTI_TRIE_ROOT && t->nodes > 0 && kti_is_syllable(cp)) {
        uint16_t child = t->syllables[cp - KTI_SYLLABLE_FIRST];
        return child == 0 ? KTI_TRIE_NONE : child;
    }
    if (cp > UINT16_MAX) return KTI_TRIE_NONE;
    uint32_t end, low = kti_trie_children(t, node, &end);
    if (low >= end) return KTI_TRIE_NONE;
    for (uint32_t count = end - low; count > 1;) { /* no branch to guess wrong */
        uint32_t half = count / 2;
        low = t->labels[low + half] <= cp ? low + half : low;
        count -= half;
    }
    return t->labels[low] == cp ? low : KTI_TRIE_NONE;
}

/* The number of the word that ends at `node`; KTI_TRIE_NONE when none does. */
static inline uint32_t kti_trie_word(const kti_trie *t, uint32_t node) {
    if (node >= t->nodes || !kti_bits_at(&t->bits[KTI_TRIE_ENDS_WORD], node)) return KTI_TRIE_NONE;
    uint32_t word = kti_bits_rank(&t->bits[KTI_TRIE_ENDS_WORD], node);
    return word < t->words ? word : KTI_TRIE_NONE;
}

/* The node that all of `text` leads to; KTI_TRIE_NONE when there is none. */
uint32_t kti_trie_find(const kti_trie *trie, kt_str text);

/* Writes a trie of `count` distinct keys (valid UTF-8 without code points over U+FFFF, none empty)
 * in code point order. `numbers[i]` becomes the word number of key i. KT_ERR_NOMEM,
 * KT_ERR_TOO_LARGE. */
kt_status kti_trie_write(const kt_str *keys, uint32_t count, uint32_t *numbers, kti_buf *out);

#endif
