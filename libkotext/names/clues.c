#include "names/clues.h"

#include <string.h>

enum { SYLLABLE = 3, LONGEST = 7, LONGEST_GLUED = 2 };

/* The first three bytes as a number, by which most words are told apart without a call. */
static uint32_t key_of(kt_str word) {
    const unsigned char *b = (const unsigned char *)word.ptr;
    uint32_t key = word.len > 0 ? (uint32_t)b[0] << 16 : 0;
    if (word.len > 1) key |= (uint32_t)b[1] << 8;
    return word.len > 2 ? key | b[2] : key;
}

/* The rows from `low` to `high` that may be `word`: those with its first bytes. */
static void narrow(uint32_t key, size_t *low, size_t *high) {
    size_t first = *low, end = *high;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        if (key_of(kti_clue_table[middle].word) < key)
            first = middle + 1;
        else
            end = middle;
    }
    *low = first;
    while (end < *high && key_of(kti_clue_table[end].word) == key)
        end++;
    *high = end;
}

static unsigned find_among(kt_str word, size_t low, size_t high) {
    for (; low < high; low++)
        if (kti_str_eq(kti_clue_table[low].word, word)) return kti_clue_table[low].what;
    return 0;
}

static unsigned search(kt_str word) {
    size_t low = 0, high = kti_clue_count;
    narrow(key_of(word), &low, &high);
    return find_among(word, low, high);
}

/* ---- by hashes ------------------------------------------------------------------------------ */

static uint32_t hash_of(kt_str text) {
    return (uint32_t)kti_str_hash(text, text.len);
}

static uint32_t edge_of(kt_str syllable) {
    return (key_of(syllable) * 0x9E3779B1u) >> 21;
}
_Static_assert(KTI_CLUE_EDGES == 1 << (32 - 21), "an edge has the upper bits of its hash");

static void add_edge(kti_clue_edge *edge, const kti_clue *clue) {
    edge->what |= (uint16_t)clue->what;
    edge->lengths |= (uint16_t)(1u << clue->word.len / SYLLABLE);
}

void kti_clues_make(kti_clues *out) {
    memset(out, 0, sizeof *out);
    for (size_t row = 0; row < kti_clue_count; row++) {
        const kti_clue *clue = &kti_clue_table[row];
        size_t len = clue->word.len, at = hash_of(clue->word) % KTI_CLUE_SLOTS;
        while (out->rows[at] != 0)
            at = (at + 1) % KTI_CLUE_SLOTS;
        out->rows[at] = (uint16_t)(row + 1);
        if (len % SYLLABLE != 0) continue;
        add_edge(&out->first[edge_of(clue->word)], clue);
        add_edge(&out->last[edge_of(kti_str_cut(clue->word, len - SYLLABLE, len))], clue);
    }
}

unsigned kti_clue_of(const kti_clues *clues, kt_str word) {
    if (clues == NULL) return search(word);
    for (size_t at = hash_of(word) % KTI_CLUE_SLOTS; clues->rows[at] != 0;
         at = (at + 1) % KTI_CLUE_SLOTS) {
        const kti_clue *clue = &kti_clue_table[clues->rows[at] - 1];
        if (kti_str_eq(clue->word, word)) return clue->what;
    }
    return 0;
}

/* ---- at the edges of words ------------------------------------------------------------------ */

/* Only Hangul is looked for inside words, so every third byte begins a syllable. */
static size_t longest(kt_str text, unsigned what) {
    bool glued = (what & ~(unsigned)(KTI_ADDRESS | KTI_GLUED)) == 0;
    size_t most = SYLLABLE * (glued ? LONGEST_GLUED : LONGEST);
    return text.len < most ? text.len - text.len % SYLLABLE : most;
}

/* The lengths that words of a kind may have which begin or end with a syllable. */
static unsigned lengths(const kti_clues *clues, const kti_clue_edge *edges, kt_str syllable,
                        unsigned what) {
    if (clues == NULL) return UINT32_MAX;
    const kti_clue_edge *edge = &edges[edge_of(syllable)];
    return (edge->what & what) != 0 ? edge->lengths : 0;
}

static bool is_one(const kti_clues *clues, kt_str word, unsigned what, unsigned *found) {
    unsigned is = kti_clue_of(clues, word);
    if ((is & what) != 0 && found != NULL) *found = is;
    return (is & what) != 0;
}

size_t kti_clue_begins(const kti_clues *clues, kt_str text, unsigned what, unsigned *found) {
    if (text.len < SYLLABLE) return 0;
    unsigned may = lengths(clues, clues == NULL ? NULL : clues->first, text, what);
    for (size_t length = may == 0 ? 0 : longest(text, what); length > 0; length -= SYLLABLE)
        if ((may >> length / SYLLABLE & 1) != 0 &&
            is_one(clues, kti_str_cut(text, 0, length), what, found))
            return length;
    return 0;
}

size_t kti_clue_ends(const kti_clues *clues, kt_str text, unsigned what, unsigned *found) {
    if (text.len < SYLLABLE) return 0;
    kt_str last = kti_str_cut(text, text.len - SYLLABLE, text.len);
    unsigned may = lengths(clues, clues == NULL ? NULL : clues->last, last, what);
    for (size_t length = may == 0 ? 0 : longest(text, what); length > 0; length -= SYLLABLE)
        if ((may >> length / SYLLABLE & 1) != 0 &&
            is_one(clues, kti_str_cut(text, text.len - length, text.len), what, found))
            return length;
    return 0;
}
