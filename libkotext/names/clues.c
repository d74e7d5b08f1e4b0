#include "names/clues.h"

enum { SYLLABLE = 3, LONGEST = 7, LONGEST_GLUED = 2 };

/* The first three bytes as a number, by which most words are told apart without a call. */
static uint32_t key_of(kt_str word) {
    const unsigned char *b = (const unsigned char *)word.ptr;
    uint32_t key = word.len > 0 ? (uint32_t)b[0] << 16 : 0;
    if (word.len > 1) key |= (uint32_t)b[1] << 8;
    return word.len > 2 ? key | b[2] : key;
}

unsigned kti_clue_of(kt_str word) {
    size_t low = 0, high = kti_clue_count;
    uint32_t wanted = key_of(word);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t key = key_of(kti_clue_table[middle].word);
        int order = key < wanted   ? -1
                    : key > wanted ? 1
                                   : kti_str_cmp(kti_clue_table[middle].word, word);
        if (order == 0) return kti_clue_table[middle].what;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* Only Hangul is looked for inside words, so every third byte begins a syllable. */
static size_t longest(kt_str text, unsigned what) {
    bool glued = (what & ~(unsigned)(KTI_ADDRESS | KTI_GLUED)) == 0;
    size_t most = SYLLABLE * (glued ? LONGEST_GLUED : LONGEST);
    return text.len < most ? text.len - text.len % SYLLABLE : most;
}

size_t kti_clue_begins(kt_str text, unsigned what, unsigned *found) {
    for (size_t length = longest(text, what); length > 0; length -= SYLLABLE) {
        unsigned is = kti_clue_of(kti_str_cut(text, 0, length));
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
