/* The longest listed ending of a word. */
#include "segment/endings.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "segment/edges.h"
#include "segment/endings_table.h"

static uint32_t last_of(size_t row) {
    kt_str ending = kti_ending_rows[row].ending;
    return kti_utf8_before(ending, ending.len).cp;
}

/* The first row whose last syllable is not before `cp`. */
static size_t first_row(uint32_t cp) {
    size_t low = 0, high = kti_ending_row_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (last_of(middle) < cp)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether the syllable `cp` has the final consonant that the letter `final` stands for. */
static bool has_final(uint32_t cp, uint32_t final) {
    if (!kti_is_syllable(cp)) return false;
    switch (kti_split(cp).jongseong) {
    case KTI_T_N:
        return final == 0x3134; /* ㄴ */
    case KTI_T_R:
        return final == 0x3139; /* ㄹ */
    case KTI_T_B:
    case KTI_T_BS:
        return final == 0x3142; /* ㅂ */
    case KTI_T_SS:
        return final == 0x3146; /* ㅆ */
    default:
        return false;
    }
}

static bool is_letter(uint32_t cp) {
    return cp >= 0x3131 && cp <= 0x314E;
}

unsigned kti_ending_covers(kt_str word, kt_str ending) {
    enum { SYLLABLE = 3 /* bytes, as the letters are */ };
    kti_cp first = kti_utf8_at(ending, 0);
    kt_str syllables = kti_str_cut(ending, is_letter(first.cp) ? first.len : 0, ending.len);
    unsigned covered = 2 * (unsigned)(syllables.len / SYLLABLE);
    if (!kti_str_ends(word, syllables)) return 0;
    if (syllables.len == ending.len) return covered;
    size_t at = word.len - syllables.len;
    return at > 0 && has_final(kti_utf8_before(word, at).cp, first.cp) ? covered + 1 : 0;
}

static kti_closing longest(kt_str word, bool read) {
    if (word.len == 0) return KTI_CLOSING_NONE;
    uint32_t last = kti_utf8_before(word, word.len).cp;
    unsigned best = 0;
    uint8_t closing = KTI_CLOSING_NONE;
    for (size_t i = first_row(last); i < kti_ending_row_count && last_of(i) == last; i++) {
        const kti_ending_row *row = &kti_ending_rows[i];
        uint8_t said = read ? row->read : row->shape;
        unsigned covered = said == KTI_CLOSING_NONE ? 0 : kti_ending_covers(word, row->ending);
        if (covered <= best) continue;
        best = covered;
        closing = said;
    }
    return (kti_closing)closing;
}

kti_closing kti_closing_of_predicate(kt_str word) {
    return longest(word, true);
}

/* A single syllable is an ending of nothing. */
kti_closing kti_closing_of_shape(kt_str word) {
    size_t last = word.len > 0 ? kti_utf8_before(word, word.len).len : 0;
    if (last == word.len || !kti_is_syllable(kti_utf8_before(word, word.len - last).cp))
        return KTI_CLOSING_NONE;
    return longest(word, false);
}
