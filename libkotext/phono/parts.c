#include "phono/parts.h"

#include "core/str.h"
#include "lexicon/sino.h"

enum { BYTES = 3, NEVER = 1 << 28, SINGLE = 6000, PART = 1500 };

typedef struct noun {
    const kti_lexicon *lexicon;
    kt_str text;
    size_t count;
    const uint16_t *units;
} noun;

static bool is_sino(const noun *n, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (n->units == NULL || !kti_is_hanja_unit(n->units[i])) return false;
    return true;
}

/* A part of one syllable is likely only as a Sino-Korean suffix, or as a noun that is short. */
static int single_cost(const noun *n, size_t from, kti_word word) {
    if (is_sino(n, from, from + 1)) return SINGLE - 1000 * (from + 1 == n->count);
    bool is_noun = (word.classes & (KTI_WORD_NOUN | KTI_WORD_AFFIX)) != 0;
    return is_noun ? SINGLE + word.cost / 4 : NEVER;
}

static int part_cost(const noun *n, size_t from, size_t to) {
    if (from == 0 && to == n->count) return NEVER;
    kt_str text = kti_str_cut(n->text, from * BYTES, to * BYTES);
    kti_word word = kti_lexicon_word(n->lexicon, text);
    if (to - from == 1) return PART + single_cost(n, from, word);
    bool is_noun = (word.classes & KTI_WORD_NOUN) != 0;
    if (is_noun) return PART + word.cost;
    bool pair = to - from == 2 && is_sino(n, from, to);
    return pair ? PART + SINGLE : NEVER;
}

size_t kti_parts_of(const kti_lexicon *lexicon, kt_str text, size_t count, const uint16_t *units,
                    uint8_t parts[KTI_PARTS_SYLLABLES]) {
    noun n = {lexicon, text, count, units};
    int best[KTI_PARTS_SYLLABLES + 1] = {0};
    uint8_t length[KTI_PARTS_SYLLABLES + 1] = {0};
    parts[0] = (uint8_t)count;
    if (count < 3 || count > KTI_PARTS_SYLLABLES) return 1;
    for (size_t to = 1; to <= count; to++) {
        best[to] = NEVER;
        for (size_t from = to > 4 ? to - 4 : 0; from < to; from++) {
            if (best[from] >= NEVER) continue;
            int cost = best[from] + part_cost(&n, from, to);
            if (cost >= best[to]) continue;
            best[to] = cost;
            length[to] = (uint8_t)(to - from);
        }
    }
    if (best[count] >= NEVER) return 1;
    size_t number = 0;
    for (size_t at = count; at > 0; at -= length[at])
        number++;
    size_t i = number;
    for (size_t at = count; at > 0; at -= length[at])
        parts[--i] = length[at];
    return number;
}
