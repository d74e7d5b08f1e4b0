/* pair_table.c - makes the tables of pairs.h by spelling every pair. */
#include "romanize/pair_make.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "phono/shape_class.h"
#include "romanize/codes.h"
#include "romanize/pair_hangul.h"

static bool is_tensing(const kti_scheme *scheme) {
    return scheme->phono.tensing || scheme->hears_tense;
}

kti_pair_split kti_pair_split_of(const kti_scheme *scheme) {
    if (scheme->exact) return KTI_SPLIT_EXACT;
    if (scheme->by_syllable) return KTI_SPLIT_VOWELS;
    if (scheme->phono.across_spaces) return KTI_SPLIT_ACROSS;
    if (scheme->fixed != NULL) return KTI_SPLIT_FIXED;
    return is_tensing(scheme) ? KTI_SPLIT_TENSE : KTI_SPLIT_SOUNDS;
}

/* ---- the letters of a pair ------------------------------------------------------------------ */

static const char *coda_of(const kti_scheme *scheme, const kti_place *p) {
    return scheme->coda != NULL ? scheme->coda(scheme, p) : scheme->jongseong[p->it->t];
}

/* The code of a syllable without its final. */
static unsigned opening_code(const kti_syl *s) {
    uint32_t cp = kti_join((kt_syllable){s->l, s->v, KTI_T_NONE});
    return (unsigned)(cp - KTI_SYLLABLE_FIRST) + KTI_CODE_SYLLABLE;
}

static void add_opening(const kti_scheme *scheme, const kti_place *place, kti_letters *out) {
    if (kti_pair_is_hangul(scheme)) {
        kti_hangul_entry(KTI_T_NONE, opening_code(place->it), out);
    } else if (scheme->by_syllable) {
        kti_letters_add(out, kti_spell_onset(scheme, place));
        kti_pair_vowel_begin(scheme, place->it, out);
    } else {
        kti_spell_opening(scheme, place, out);
    }
}

static void add_first(const kti_scheme *scheme, const kti_phono *phono, kti_letters *out) {
    kti_phono first = *phono;
    kti_place alone = {.it = first.syls, .narrow = false};
    first.count = 1;
    if (!scheme->by_letters) kti_phono_change(&first, &scheme->phono, NULL);
    add_opening(scheme, &alone, out);
}

/* The blanks between two words. */
static void add_blanks(const kti_phono *phono, size_t at, kti_letters *out) {
    size_t from = phono->syls[at - 1].src + (size_t)KTI_SYL_BYTES, to = phono->syls[at].src;
    kti_letters blanks = {.len = 0};
    kt_str text = kti_str_cut(phono->text, from, to);
    memcpy(blanks.text, text.ptr, text.len);
    kti_letters_add(out, blanks.text);
}

static void add_meeting(const kti_scheme *scheme, const kti_lexicon *lexicon, kti_phono *phono,
                        size_t at, kti_letters *out) {
    static const uint8_t no_marks[KTI_PAIR_WINDOW * KTI_SYL_BYTES + 1];
    const kti_fixed_part *fixed = kti_fixed_at(scheme, phono, at - 1);
    kti_syl *a = &phono->syls[at - 1], *b = &phono->syls[at];
    bool joined = b->gap == KTI_GAP_NONE;
    kti_place first = {.it = a, .after = joined ? b : NULL};
    kti_place second = {.it = b, .before = joined ? a : NULL};
    if (!scheme->by_letters) kti_phono_meet(phono, at, &scheme->phono);
    if (scheme->settle != NULL) scheme->settle(lexicon, phono, at, no_marks);
    if (kti_pair_is_hangul(scheme)) {
        kti_hangul_entry(a->t | (joined ? 0u : KTI_HANGUL_SPACED), opening_code(b), out);
        return;
    }
    if (scheme->by_syllable) kti_pair_vowel_end(scheme, a, out);
    kti_letters_add(out, fixed != NULL ? fixed->coda : coda_of(scheme, &first));
    if (scheme->by_syllable && joined) kti_letters_add(out, "-");
    if (scheme->by_letters && scheme->ambiguous != NULL && scheme->ambiguous(a, b))
        kti_letters_add(out, scheme->mark != NULL ? scheme->mark : "-");
    if (!joined) add_blanks(phono, at, out);
    fixed = kti_fixed_at(scheme, phono, at);
    if (fixed != NULL && fixed->opening != NULL)
        kti_letters_add(out, fixed->opening);
    else
        add_opening(scheme, &second, out);
}

void kti_pair_letters(const kti_scheme *scheme, const kti_lexicon *lexicon, kti_phono *phono,
                      size_t at, kti_letters *out) {
    const kti_fixed_part *fixed = at == 0 ? kti_fixed_at(scheme, phono, 0) : NULL;
    if (at > 0)
        add_meeting(scheme, lexicon, phono, at, out);
    else if (fixed != NULL && fixed->opening != NULL)
        kti_letters_add(out, fixed->opening);
    else
        add_first(scheme, phono, out);
}

/* ---- words of a few syllables --------------------------------------------------------------- */

enum { SYLLABLES = 4 };

/* A word whose letters are on no list of shape.h, or two. */
typedef struct word {
    char bytes[SYLLABLES * KTI_SYL_BYTES + 1];
    kti_syl syls[SYLLABLES];
    kti_phono phono;
} word;

static void add_syllable(word *w, kt_syllable s, kti_gap gap) {
    size_t at = w->phono.count++;
    if (gap == KTI_GAP_SPACE) w->bytes[w->phono.text.len++] = ' ';
    kti_utf8_encode(kti_join(s), w->bytes + w->phono.text.len);
    w->syls[at] = (kti_syl){.src = (uint32_t)w->phono.text.len,
                            .eojeol = gap == KTI_GAP_SPACE ? (uint32_t)at : 0,
                            .l = s.choseong,
                            .v = s.jungseong,
                            .t = s.jongseong,
                            .l0 = s.choseong,
                            .v0 = s.jungseong,
                            .t0 = s.jongseong,
                            .gap = (uint8_t)(at == 0 ? KTI_GAP_HARD : gap)};
    w->phono.text.len += KTI_SYL_BYTES;
}

static void begin_word(word *w) {
    *w = (word){.phono = {.count = 0}};
    w->phono.syls = w->syls;
    w->phono.text.ptr = w->bytes;
}

static bool is_opening(unsigned column) {
    return column < KTI_PAIR_ASCII;
}

static kt_syllable opening(unsigned column) {
    if (column >= KTI_PAIR_ACROSS)
        return kti_split(kti_shape_across_example(column - KTI_PAIR_ACROSS));
    return (kt_syllable){(uint8_t)(column / KTI_VOWELS), kti_pair_vowels[column % KTI_VOWELS],
                         KTI_T_NG};
}

/* The row when no space stands between. */
static unsigned base_of(unsigned row) {
    return row % KTI_PAIR_ROWS;
}

static bool is_spaced(const kti_scheme *scheme, unsigned row) {
    return scheme->phono.across_spaces && row >= KTI_PAIR_NEAR;
}

/* What stands before, in rows of finals and syllables. */
static kt_syllable closing(unsigned row) {
    unsigned base = base_of(row);
    if (base >= KTI_PAIR_OWN) return kti_split(kti_shape_own_example(base - KTI_PAIR_OWN));
    return (kt_syllable){KTI_L_BB, KTI_V_YO, (uint8_t)base}; /* 뾰 뾱 ... */
}

static bool is_closing(unsigned row) {
    unsigned base = base_of(row);
    return base < KTI_FINALS || base >= KTI_PAIR_OWN;
}

/* The word of what stands before. */
static void add_closing(const kti_scheme *scheme, word *w, unsigned row) {
    const kt_syllable more = {KTI_L_BB, KTI_V_YO, KTI_T_NONE};
    for (int i = 0; is_spaced(scheme, row) && row >= KTI_PAIR_FAR && i < 2; i++)
        add_syllable(w, more, KTI_GAP_NONE);
    add_syllable(w, closing(row), KTI_GAP_NONE);
    if (scheme->by_syllable) w->syls[w->phono.count - 1].v = kti_pair_vowel_example(row);
}

static void change(const kti_scheme *scheme, word *w) {
    if (!scheme->by_letters) kti_phono_change(&w->phono, &scheme->phono, NULL);
}

/* 3월 3-wŏl, and ㄴ is not written in 32년 32-yŏn. */
static void after_digit(const kti_scheme *scheme, kti_syl *s, kti_letters *out) {
    kti_place p = {.it = s};
    if (s->l == KTI_L_N && s->v == KTI_V_YEO) s->l = s->l0 = KTI_L_NONE;
    kti_spell_place(scheme, &p, "-", out);
    out->len -= strlen(coda_of(scheme, &p));
}

static void spell_syllable(const kti_scheme *scheme, unsigned row, unsigned column,
                           kti_letters *out) {
    word w;
    begin_word(&w);
    kti_place alone = {.it = &w.syls[0], .narrow = false};
    if (is_closing(row)) {
        add_closing(scheme, &w, row);
        add_syllable(&w, opening(column), is_spaced(scheme, row) ? KTI_GAP_SPACE : KTI_GAP_NONE);
        kti_pair_letters(scheme, NULL, &w.phono, w.phono.count - 1, out);
        return;
    }
    add_syllable(&w, opening(column), KTI_GAP_NONE);
    change(scheme, &w);
    if (row == KTI_PAIR_MARKED && scheme->names.counted)
        after_digit(scheme, &w.syls[0], out);
    else
        add_opening(scheme, &alone, out);
}

/* What is written when a word is over. */
static void spell_end(const kti_scheme *scheme, unsigned row, kti_letters *out) {
    word w;
    begin_word(&w);
    kti_place alone = {.it = &w.syls[0], .narrow = false};
    if (row == KTI_PAIR_MARKED && scheme->exact) kti_letters_add(out, "\\");
    if (!is_closing(row)) return;
    add_syllable(&w, closing(row), KTI_GAP_NONE);
    change(scheme, &w);
    if (scheme->by_syllable) {
        w.syls[0].v = kti_pair_vowel_example(row);
        kti_pair_vowel_end(scheme, w.syls, out);
    }
    kti_letters_add(out, coda_of(scheme, &alone));
    if (is_spaced(scheme, row)) kti_letters_add(out, " ");
}

/* The final of a syllable, when its word is over. */
static unsigned last_final(const kti_scheme *scheme, unsigned row) {
    word w;
    if (!is_closing(row)) return KTI_T_NONE;
    begin_word(&w);
    add_syllable(&w, closing(row), KTI_GAP_NONE);
    change(scheme, &w);
    return w.syls[0].t | (is_spaced(scheme, row) ? KTI_HANGUL_SPACED : 0u);
}

/* A character of ASCII, escaped where it must be. */
static void spell_ascii(const kti_scheme *scheme, char c, kti_letters *out) {
    char text[2] = {c, '\0'};
    bool escaped = scheme->exact && !kti_is_ascii_alpha(c) && (c == '\\' || c == *scheme->mark);
    if (escaped) kti_letters_add(out, "\\");
    kti_letters_add(out, text);
    if (escaped && c != '\\') kti_letters_add(out, "\\");
}

/* '\0': none, or many. */
static char ascii_of(unsigned column) {
    if (column == KTI_PAIR_TAB) return '\t';
    if (column == KTI_PAIR_FEED) return '\n';
    if (column == KTI_PAIR_RETURN) return '\r';
    bool printed = column >= KTI_PAIR_ASCII && column < KTI_PAIR_TAB;
    return printed ? (char)(' ' + column - KTI_PAIR_ASCII) : '\0';
}

/* Whether a final is not written yet, because a sound may pass the blank behind it. */
static bool waits(const kti_scheme *scheme, unsigned row, char c) {
    return scheme->phono.across_spaces && is_closing(row) && !is_spaced(scheme, row) && c == ' ';
}

static void spell(const kti_scheme *scheme, unsigned row, unsigned column, kti_letters *out) {
    char c = ascii_of(column);
    bool goes_on = scheme->exact && row == KTI_PAIR_MARKED && kti_is_ascii_alpha(c);
    if (is_opening(column)) {
        if (row == KTI_PAIR_MARKED && scheme->exact) kti_letters_add(out, "\\");
        spell_syllable(scheme, row, column, out);
        return;
    }
    if (kti_pair_is_hangul(scheme)) {
        unsigned final = waits(scheme, row, c) ? KTI_T_NONE : last_final(scheme, row);
        kti_hangul_entry(final, (unsigned char)c, out);
        return;
    }
    if (waits(scheme, row, c)) return;
    if (!goes_on) spell_end(scheme, row, out);
    if (!goes_on && scheme->exact && kti_is_ascii_alpha(c)) kti_letters_add(out, "\\");
    if (c != '\0') spell_ascii(scheme, c, out);
}

/* ---- tables --------------------------------------------------------------------------------- */

/* The next syllable of a name, from byte `*at` on. */
static kt_syllable next_syllable(kt_str name, size_t *at) {
    kti_cp unit = kti_utf8_at(name, *at);
    *at += unit.len;
    return kti_split(unit.cp);
}

/* Whether the place before a syllable of a word with a fixed spelling may be there. */
static bool may_be_fixed(const kti_scheme *scheme, unsigned row, unsigned column) {
    for (const kti_fixed *f = scheme->fixed; f != NULL && f->word[0] != '\0'; f++) {
        kt_str name = kti_str(f->word);
        unsigned before = KTI_PAIR_START;
        for (size_t at = 0; at < name.len;) {
            bool fixed = kti_is_fixed_place(f, at / KTI_SYL_BYTES);
            kt_syllable s = next_syllable(name, &at);
            bool here = row == before || (before == KTI_PAIR_START && row == KTI_PAIR_MARKED);
            if (fixed && here && column == kti_pair_column_of(s)) return true;
            before = s.jongseong;
        }
    }
    return false;
}

static unsigned asks(const kti_scheme *scheme, unsigned row, unsigned column) {
    if (!is_opening(column)) return 0;
    unsigned ask = may_be_fixed(scheme, row, column) ? KTI_SHAPE_BY_NEXT : 0;
    if (!is_closing(row)) return ask;
    kt_syllable a = closing(row), b = opening(column);
    if (is_spaced(scheme, row))
        return kti_shape_asks_across(
            kti_join(a), column < KTI_PAIR_ACROSS ? KTI_SHAPE_ACROSS : column - KTI_PAIR_ACROSS,
            b.choseong, b.jungseong);
    if (scheme->asks_words && a.jongseong == KTI_T_N && b.choseong == KTI_L_R)
        ask |= KTI_SHAPE_ALWAYS;
    if (scheme->by_letters && !scheme->hears_tense) return ask;
    return ask | kti_shape_asks(kti_join(a), b.choseong, b.jungseong, is_tensing(scheme),
                                scheme->phono.keep_h);
}

/* Whether more than copying may be wanted: by cataloguers, or where digits and hyphens mean
 * something. */
static bool refuses(const kti_scheme *scheme, unsigned row, char c) {
    if (!scheme->titles && !scheme->names.counted) return false;
    if (c == '-') return is_closing(row);
    return scheme->titles && (c == ':' || (is_closing(row) && kti_is_ascii_digit(c)));
}

/* What asks for a character to be looked at alone: a capital that may begin a word of capitals,
 * which are not escaped; a blank that sounds pass, which is no space alone. */
static unsigned halts(const kti_scheme *scheme, unsigned row, unsigned column) {
    char c = ascii_of(column);
    bool begins = scheme->exact && row != KTI_PAIR_MARKED && kti_is_capital(c);
    bool passed = scheme->phono.across_spaces && is_closing(row) && (c == ' ' || c == '\t');
    if (column == KTI_PAIR_CONTROL || (passed && !waits(scheme, row, c))) return KTI_SHAPE_ALWAYS;
    return begins ? KTI_SHAPE_SOME : 0;
}

static unsigned flags_of(const kti_scheme *scheme, unsigned row, unsigned column, size_t len) {
    if (refuses(scheme, row, ascii_of(column)))
        return KTI_PAIR_REFUSED << KTI_PAIR_LENGTH_SHIFT | KTI_SHAPE_ALWAYS;
    unsigned ask = halts(scheme, row, column) | asks(scheme, row, column);
    return (unsigned)len << KTI_PAIR_LENGTH_SHIFT | ask;
}

static kt_status add_entry(const kti_scheme *scheme, unsigned width, unsigned row, unsigned column,
                           kti_buf *out) {
    kti_letters letters = {.len = 0};
    char entry[16] = {0};
    if (column <= KTI_PAIR_END) spell(scheme, row, column, &letters);
    if (letters.len >= width || letters.len >= KTI_PAIR_REFUSED) return KT_ERR_TOO_LARGE;
    memcpy(entry, letters.text, letters.len);
    entry[width - 1] = (char)flags_of(scheme, row, column, letters.len);
    kti_buf_add(out, entry, width);
    return KT_OK;
}

kt_status kti_pair_table_add(const kti_scheme *scheme, unsigned width, kti_buf *out) {
    size_t start = out->len;
    for (unsigned row = 0; row < kti_pair_rows(scheme); row++)
        for (unsigned column = 0; column < KTI_PAIR_COLUMNS; column++) {
            kt_status status = add_entry(scheme, width, row, column, out);
            if (status == KT_OK) continue;
            out->len = start;
            return status;
        }
    return kti_buf_status(out);
}
