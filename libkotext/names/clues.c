#include "names/clues.h"

enum { SYLLABLE = 3, LONGEST = 7, LONGEST_GLUED = 2 };

unsigned kti_clue_of(kt_str word) {
    size_t low = 0, high = kti_clue_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = kti_str_cmp(kti_clue_table[middle].word, word);
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
