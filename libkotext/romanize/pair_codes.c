/* pair_codes.c - what each code is to the tables of pairs.h. */
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "phono/shape_class.h"
#include "romanize/codes.h"
#include "romanize/pair_make.h"

static unsigned ascii_column(unsigned c) {
    if (c == '\t') return KTI_PAIR_TAB;
    if (c == '\n') return KTI_PAIR_FEED;
    if (c == '\r') return KTI_PAIR_RETURN;
    return c >= ' ' && c <= '~' ? KTI_PAIR_ASCII + c - ' ' : KTI_PAIR_CONTROL;
}

/* All are asked for ALWAYS. What stands behind matters for BY_NEXT, and for capitals: a small
 * letter behind one tells that its word is not of capitals. */
enum { BEHIND = KTI_SHAPE_ALWAYS | KTI_SHAPE_SOME | KTI_SHAPE_WATCHED };

static uint32_t code(unsigned column, unsigned row, unsigned watched, unsigned behind) {
    uint32_t what = KTI_SHAPE_ALWAYS | watched | behind << KTI_PAIR_BEHIND_SHIFT;
    what |= column << KTI_PAIR_COLUMN_SHIFT;
    what |= row * (KTI_PAIR_COLUMNS / KTI_PAIR_EIGHTH) << KTI_PAIR_ROW_SHIFT;
    if (column < KTI_PAIR_ASCII) what |= KTI_PAIR_IS_SYLLABLE;
    if (column == KTI_PAIR_ASCII) what |= KTI_PAIR_IS_SPACE;
    return what;
}

static void add_code(uint32_t what, kti_buf *out) {
    kti_buf_add(out, &what, sizeof what);
}

/* Syllables that another one must follow for a place to be fixed, and those that follow. */
static void look_for_fixed(uint32_t cp, unsigned *watched, unsigned *behind) {
    for (const kti_fixed *f = kti_scheme_dprk.fixed; f->word[0] != '\0'; f++) {
        kt_str name = kti_str(f->word);
        for (size_t at = 0; at + KTI_SYL_BYTES < name.len; at += KTI_SYL_BYTES) {
            if (!kti_is_fixed_place(f, at / KTI_SYL_BYTES)) continue;
            if (kti_utf8_at(name, at).cp == cp) *watched |= KTI_SHAPE_BY_NEXT;
            if (kti_utf8_at(name, at + KTI_SYL_BYTES).cp == cp) *behind |= KTI_SHAPE_BY_NEXT;
        }
    }
}

/* What else matters behind a space. */
static void look_across(uint32_t cp, unsigned *column, unsigned *watched, unsigned *behind) {
    unsigned own = kti_shape_across_column(cp);
    if (own < KTI_SHAPE_ACROSS) *column = KTI_PAIR_ACROSS + own;
    *watched |= kti_shape_watched_across(cp);
    if (kti_shape_completes_across(cp)) *behind |= KTI_SHAPE_BY_NEXT;
}

static void add_syllable_code(kti_pair_split split, uint32_t cp, kti_buf *out) {
    kt_syllable s = kti_split(cp);
    bool tensing =
        split == KTI_SPLIT_TENSE || split == KTI_SPLIT_ACROSS || split == KTI_SPLIT_VOWELS;
    if (split == KTI_SPLIT_EXACT) {
        add_code(code(kti_pair_column_of(s), s.jongseong, 0, BEHIND), out);
        return;
    }
    unsigned own = kti_shape_own(cp, tensing), watched = kti_shape_watched(cp, tensing);
    unsigned behind = BEHIND | (kti_shape_completes(cp) ? KTI_SHAPE_BY_NEXT : 0u);
    unsigned column = kti_pair_column_of(s);
    if (split == KTI_SPLIT_FIXED) look_for_fixed(cp, &watched, &behind);
    if (split == KTI_SPLIT_ACROSS) look_across(cp, &column, &watched, &behind);
    unsigned row = own < KTI_SHAPE_OWN ? KTI_PAIR_OWN + own : s.jongseong;
    if (split == KTI_SPLIT_VOWELS) row += kti_pair_vowel_rows(&kti_scheme_respell, s);
    bool is_r = split == KTI_SPLIT_ACROSS && s.jongseong == KTI_T_R;
    add_code(code(column, row, watched, behind) | (is_r ? KTI_PAIR_IS_R : 0), out);
}

static void add_ascii_code(kti_pair_split split, unsigned c, kti_buf *out) {
    bool exact = split == KTI_SPLIT_EXACT, latin = kti_is_ascii_alpha((char)c);
    bool marked = exact ? latin : kti_is_ascii_digit((char)c);
    unsigned row = marked ? KTI_PAIR_MARKED : KTI_PAIR_START;
    unsigned watched = exact && kti_is_capital((char)c) ? KTI_SHAPE_SOME : 0;
    unsigned small = exact && latin && !kti_is_capital((char)c) ? KTI_SHAPE_SOME : 0;
    add_code(code(ascii_column(c), row, watched, BEHIND & ~small), out);
}

void kti_pair_codes_add(kti_pair_split split, kti_buf *out) {
    for (unsigned c = 0; c < KTI_CODE_SYLLABLE; c++)
        add_ascii_code(split, c, out);
    for (uint32_t cp = KTI_SYLLABLE_FIRST; cp <= KTI_SYLLABLE_LAST; cp++)
        add_syllable_code(split, cp, out);
    add_code(code(KTI_PAIR_END, KTI_PAIR_START, 0, BEHIND), out);
}
