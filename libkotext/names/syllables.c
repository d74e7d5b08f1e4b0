#include "names/syllables.h"

#include "core/str.h"
#include "core/utf8.h"

size_t kti_syllable_spellings(kt_str model, uint32_t syllable,
                              const kti_syllable_spelling **first) {
    size_t count = model.len / sizeof(kti_syllable_spelling);
    if ((uintptr_t)model.ptr % sizeof(uint32_t) != 0) return 0;
    const kti_syllable_spelling *rows = (const void *)model.ptr;
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rows[middle].syllable < syllable)
            low = middle + 1;
        else
            high = middle;
    }
    size_t end = low;
    while (end < count && rows[end].syllable == syllable && rows[end].latin[7] == '\0')
        end++;
    *first = rows + low;
    return end - low;
}

bool kti_is_given_name(const kti_lexicon *lexicon, kt_str name) {
    kt_str model = kti_lexicon_model(lexicon, KTI_STR("given"));
    const kti_syllable_spelling *first;
    if (model.len == 0) return true; /* nothing is known of it */
    for (size_t at = 0; at < name.len;) {
        kti_cp unit = kti_utf8_at(name, at);
        if (kti_syllable_spellings(model, unit.cp, &first) == 0) return false;
        at += unit.len;
    }
    return true;
}
