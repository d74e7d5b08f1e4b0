/* The longest listed ending of a word. */
#include "segment/endings.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "segment/edges.h"
#include "segment/endings_table.h"
#include "segment/possible.h"

static uint32_t last_of(size_t row) {
    kt_str ending = kti_str(kti_ending_rows[row].ending);
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

/* How much of `word` the ending covers, a syllable counting two and a final consonant one; 0 when
 * the word does not end in it. */
static unsigned covers(kt_str word, kt_str ending) {
    unsigned covered = 0;
    size_t at = word.len, left = ending.len;
    while (left > 0) {
        if (at == 0) return 0;
        kti_cp wanted = kti_utf8_before(ending, left), found = kti_utf8_before(word, at);
        if (is_letter(wanted.cp)) return has_final(found.cp, wanted.cp) ? covered + 1 : 0;
        if (wanted.cp != found.cp) return 0;
        covered += 2;
        at -= found.len;
        left -= wanted.len;
    }
    return covered;
}

static kti_closing longest(kt_str word, bool read) {
    if (word.len == 0) return KTI_CLOSING_NONE;
    uint32_t last = kti_utf8_before(word, word.len).cp;
    unsigned best = 0;
    uint8_t closing = KTI_CLOSING_NONE;
    for (size_t i = first_row(last); i < kti_ending_row_count && last_of(i) == last; i++) {
        const kti_ending_row *row = &kti_ending_rows[i];
        uint8_t said = read ? row->read : row->shape;
        unsigned covered = said == KTI_CLOSING_NONE ? 0 : covers(word, kti_str(row->ending));
        if (covered <= best) continue;
        best = covered;
        closing = said;
    }
    return (kti_closing)closing;
}

unsigned kti_may_by_rows(kt_str word) {
    uint32_t last = word.len == 0 ? 0 : kti_utf8_before(word, word.len).cp;
    unsigned may = 0;
    for (size_t i = first_row(last); i < kti_ending_row_count && last_of(i) == last; i++) {
        const kti_ending_row *row = &kti_ending_rows[i];
        unsigned said = kti_may(row->read) | kti_may(row->shape);
        if ((said & ~may) != 0 && covers(word, kti_str(row->ending)) > 0) may |= said;
    }
    return may;
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
