#include "names/generic.h"

#include <string.h>

#include "analyze/josa.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

enum { SYLLABLE = 3, LONGEST_TAIL = 7 * SYLLABLE };

/* The first row that does not begin below a syllable. */
static size_t first_row(const char *syllable) {
    size_t low = 0, high = kti_generic_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (memcmp(kti_generic_table[middle].korean, syllable, SYLLABLE) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const kti_generic *kti_generic_begins(kt_str text, size_t *length) {
    const kti_generic *best = NULL;
    *length = 0;
    if (text.len < SYLLABLE) return NULL;
    for (size_t i = first_row(text.ptr); i < kti_generic_count; i++) {
        if (memcmp(kti_generic_table[i].korean, text.ptr, SYLLABLE) != 0) break;
        kt_str word = kti_str(kti_generic_table[i].korean);
        if (word.len <= *length || !kti_str_starts(text, word)) continue;
        size_t stop = word.len;
        while (stop + SYLLABLE <= text.len && stop < word.len + LONGEST_TAIL &&
               kti_is_syllable(kti_utf8_at(text, stop).cp))
            stop += SYLLABLE;
        kt_str tail = kti_str_cut(text, word.len, stop);
        if (tail.len > 0 && !kti_josa_fits(word, tail)) continue;
        best = &kti_generic_table[i];
        *length = word.len;
    }
    return best;
}
