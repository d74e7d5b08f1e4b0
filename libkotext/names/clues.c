#include "names/clues.h"

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

unsigned kti_clue_of(kt_str word) {
    size_t low = 0, high = kti_clue_count;
    narrow(key_of(word), &low, &high);
    return find_among(word, low, high);
}

/* Only Hangul is looked for inside words, so every third byte begins a syllable. */
static size_t longest(kt_str text, unsigned what) {
    bool glued = (what & ~(unsigned)(KTI_ADDRESS | KTI_GLUED)) == 0;
    size_t most = SYLLABLE * (glued ? LONGEST_GLUED : LONGEST);
    return text.len < most ? text.len - text.len % SYLLABLE : most;
}

size_t kti_clue_begins(kt_str text, unsigned what, unsigned *found) {
    size_t low = 0, high = kti_clue_count;
    if (text.len >= SYLLABLE) narrow(key_of(text), &low, &high);
    for (size_t length = low < high ? longest(text, what) : 0; length > 0; length -= SYLLABLE) {
        unsigned is = find_among(kti_str_cut(text, 0, length), low, high);
        if ((is & what) == 0) continue;
        if (found != NULL) *found = is;
        return length;
    }
    return 0;
}

size_t kti_clue_ends(kt_str text, unsigned what, unsigned *found) {
    for (size_t length = longest(text, what); length > 0; length -= SYLLABLE) {
        unsigned is = kti_clue_of(kti_str_cut(text, text.len - length, text.len));
        if ((is & what) == 0) continue;
        if (found != NULL) *found = is;
        return length;
    }
    return 0;
}
