#include "names/generic.h"

#include <string.h>

#include "analyze/josa.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

enum { SYLLABLE = 3, LONGEST_TAIL = 7 * SYLLABLE };

const kti_generic *kti_generic_begins(kt_str text, size_t *length) {
    const kti_generic *best = NULL;
    *length = 0;
    if (text.len < SYLLABLE) return NULL;
    for (size_t i = 0; i < kti_generic_count; i++) {
        if (memcmp(kti_generic_table[i].korean, text.ptr, SYLLABLE) != 0) continue;
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
