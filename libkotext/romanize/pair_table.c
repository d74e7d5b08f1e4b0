/* pair_table.c - makes the tables of pairs.h by spelling every pair. */
#include "romanize/pairs.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "phono/shape_class.h"
#include "romanize/codes.h"

static bool is_tensing(const kti_scheme *scheme) {
    return scheme->phono.tensing || scheme->hears_tense;
}

kti_pair_split kti_pair_split_of(const kti_scheme *scheme) {
    if (scheme->exact) return KTI_SPLIT_EXACT;
    if (scheme->fixed != NULL) return KTI_SPLIT_FIXED;
    return is_tensing(scheme) ? KTI_SPLIT_TENSE : KTI_SPLIT_SOUNDS;
}

/* Not where sounds pass spaces, or where vowels depend on what stands behind them. */
bool kti_pair_has_table(const kti_scheme *scheme) {
    return !scheme->phono.across_spaces && !scheme->by_syllable;
}

/* ---- the letters of a pair ------------------------------------------------------------------ */

static const char *coda_of(const kti_scheme *scheme, const kti_place *p) {
    return scheme->coda != NULL ? scheme->coda(scheme, p) : scheme->jongseong[p->it->t];
}

static void add_first(const kti_scheme *scheme, const kti_phono *phono, kti_letters *out) {
    kti_phono first = *phono;
    kti_place alone = {.it = first.syls, .narrow = false};
    first.count = 1;
    if (!scheme->by_letters) kti_phono_change(&first, &scheme->phono, NULL);
    kti_spell_opening(scheme, &alone, out);
}

static void add_meeting(const kti_scheme *scheme, const kti_lexicon *lexicon, kti_phono *phono,
                        size_t at, kti_letters *out) {
    static const uint8_t no_marks[KTI_PAIR_WINDOW * KTI_SYL_BYTES + 1];
    const kti_fixed_part *fixed = kti_fixed_at(scheme, phono, at - 1);
    kti_syl *a = &phono->syls[at - 1], *b = &phono->syls[at];
    kti_place first = {.it = a, .after = b}, second = {.it = b, .before = a};
    if (!scheme->by_letters) kti_phono_meet(phono, at, &scheme->phono);
    if (scheme->settle != NULL) scheme->settle(lexicon, phono, at, no_marks);
    kti_letters_add(out, fixed != NULL ? fixed->coda : coda_of(scheme, &first));
    if (scheme->by_letters && scheme->ambiguous != NULL && scheme->ambiguous(a, b))
        kti_letters_add(out, scheme->mark != NULL ? scheme->mark : "-");
    fixed = kti_fixed_at(scheme, phono, at);
    if (fixed != NULL && fixed->opening != NULL)
        kti_letters_add(out, fixed->opening);
    else
        kti_spell_opening(scheme, &second, out);
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

/* ---- words of one and two syllables --------------------------------------------------------- */

/* A word whose letters are on no list of shape.h. */
typedef struct word {
    char bytes[2 * KTI_SYL_BYTES];
    kti_syl syls[2];
    kti_phono phono;
} word;

static void add_syllable(word *w, kt_syllable s) {
    size_t at = w->phono.count++;
    kti_utf8_encode(kti_join(s), w->bytes + at * KTI_SYL_BYTES);
    w->syls[at] = (kti_syl){.src = (uint32_t)(at * KTI_SYL_BYTES),
                            .l = s.choseong,
                            .v = s.jungseong,
                            .t = s.jongseong,
                            .l0 = s.choseong,
                            .v0 = s.jungseong,
                            .t0 = s.jongseong,
                            .gap = at == 0 ? KTI_GAP_HARD : KTI_GAP_NONE};
    w->phono.text.len += KTI_SYL_BYTES;
}

static void begin_word(word *w) {
    *w = (word){.phono = {.count = 0}};
    w->phono.syls = w->syls;
    w->phono.text.ptr = w->bytes;
}

static kt_syllable opening(unsigned column) {
    return (kt_syllable){(uint8_t)(column / KTI_VOWELS), (uint8_t)(column % KTI_VOWELS), KTI_T_NG};
}

/* What stands before, in rows of finals and syllables. */
static kt_syllable closing(unsigned row) {
    if (row >= KTI_PAIR_OWN) return kti_split(kti_shape_own_example(row - KTI_PAIR_OWN));
    return (kt_syllable){KTI_L_BB, KTI_V_YO, (uint8_t)row}; /* 뾰 뾱 ... */
}

static bool is_closing(unsigned row) {
    return row < KTI_FINALS || row >= KTI_PAIR_OWN;
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
        add_syllable(&w, closing(row));
        add_syllable(&w, opening(column));
        kti_pair_letters(scheme, NULL, &w.phono, 1, out);
        return;
    }
    add_syllable(&w, opening(column));
    change(scheme, &w);
    if (row == KTI_PAIR_MARKED && scheme->names.counted)
        after_digit(scheme, &w.syls[0], out);
    else
        kti_spell_opening(scheme, &alone, out);
}

/* What is written when a word is over. */
static void spell_end(const kti_scheme *scheme, unsigned row, kti_letters *out) {
    word w;
    begin_word(&w);
    kti_place alone = {.it = &w.syls[0], .narrow = false};
    if (row == KTI_PAIR_MARKED && scheme->exact) kti_letters_add(out, "\\");
    if (!is_closing(row)) return;
    add_syllable(&w, closing(row));
    change(scheme, &w);
    kti_letters_add(out, coda_of(scheme, &alone));
}

/* A character of ASCII, escaped where it must be. */
static void spell_ascii(const kti_scheme *scheme, char c, kti_letters *out) {
    char text[2] = {c, '\0'};
    bool escaped = scheme->exact && !kti_is_ascii_alpha(c) && (c == '\\' || c == *scheme->mark);
    if (escaped) kti_letters_add(out, "\\");
    kti_letters_add(out, text);
    if (escaped && c != '\\') kti_letters_add(out, "\\");
}

static bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/* '\0': none, or many. */
static char ascii_of(unsigned column) {
    if (column == KTI_PAIR_TAB) return '\t';
    if (column == KTI_PAIR_FEED) return '\n';
    if (column == KTI_PAIR_RETURN) return '\r';
    bool printed = column >= KTI_PAIR_ASCII && column < KTI_PAIR_TAB;
    return printed ? (char)(' ' + column - KTI_PAIR_ASCII) : '\0';
}

static void spell(const kti_scheme *scheme, unsigned row, unsigned column, kti_letters *out) {
    char c = ascii_of(column);
    bool goes_on = scheme->exact && row == KTI_PAIR_MARKED && kti_is_ascii_alpha(c);
    if (column < KTI_PAIR_ASCII) {
        if (row == KTI_PAIR_MARKED && scheme->exact) kti_letters_add(out, "\\");
        spell_syllable(scheme, row, column, out);
        return;
    }
    if (!goes_on) spell_end(scheme, row, out);
    if (!goes_on && scheme->exact && kti_is_ascii_alpha(c)) kti_letters_add(out, "\\");
    if (c != '\0') spell_ascii(scheme, c, out);
}

/* ---- tables --------------------------------------------------------------------------------- */

static unsigned column_of(kt_syllable s) {
    return s.choseong * (unsigned)KTI_VOWELS + s.jungseong;
}

/* The next syllable of a name, from byte `*at` on. */
static kt_syllable next_syllable(kt_str name, size_t *at) {
    kti_cp unit = kti_utf8_at(name, *at);
    *at += unit.len;
    return kti_split(unit.cp);
}

/* Whether the place before a syllable of a word with a fixed spelling is like no other. */
static bool is_fixed_place(const kti_fixed *f, size_t syllable) {
    return syllable < (strlen(f->word) - 1) / KTI_SYL_BYTES && f->parts[syllable].opening != NULL;
}

/* Whether such a place may be one between these. */
static bool may_be_fixed(const kti_scheme *scheme, unsigned row, unsigned column) {
    for (const kti_fixed *f = scheme->fixed; f != NULL && f->word[0] != '\0'; f++) {
        kt_str name = kti_str(f->word);
        unsigned before = KTI_PAIR_START;
        for (size_t at = 0; at < name.len;) {
            bool fixed = is_fixed_place(f, at / KTI_SYL_BYTES);
            kt_syllable s = next_syllable(name, &at);
            bool here = row == before || (before == KTI_PAIR_START && row == KTI_PAIR_MARKED);
            if (fixed && here && column == column_of(s)) return true;
            before = s.jongseong;
        }
    }
    return false;
}

static unsigned asks(const kti_scheme *scheme, unsigned row, unsigned column) {
    if (column >= KTI_PAIR_ASCII) return 0;
    unsigned ask = may_be_fixed(scheme, row, column) ? KTI_SHAPE_BY_NEXT : 0;
    if (!is_closing(row)) return ask;
    kt_syllable a = closing(row), b = opening(column);
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
 * which are not escaped. */
static unsigned halts(const kti_scheme *scheme, unsigned row, unsigned column) {
    bool begins = scheme->exact && row != KTI_PAIR_MARKED && is_capital(ascii_of(column));
    if (column == KTI_PAIR_CONTROL) return KTI_SHAPE_ALWAYS;
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

static kt_status add_table(const kti_scheme *scheme, unsigned width, kti_buf *out) {
    size_t start = out->len;
    for (unsigned row = 0; row < KTI_PAIR_ROWS; row++)
        for (unsigned column = 0; column < KTI_PAIR_COLUMNS; column++) {
            kt_status status = add_entry(scheme, width, row, column, out);
            if (status == KT_OK) continue;
            out->len = start;
            return status;
        }
    return kti_buf_status(out);
}

/* ---- codes ---------------------------------------------------------------------------------- */

static unsigned ascii_column(unsigned c) {
    if (c == '\t') return KTI_PAIR_TAB;
    if (c == '\n') return KTI_PAIR_FEED;
    if (c == '\r') return KTI_PAIR_RETURN;
    return c >= ' ' && c <= '~' ? KTI_PAIR_ASCII + c - ' ' : KTI_PAIR_CONTROL;
}

/* All are asked for ALWAYS. What stands behind matters for BY_NEXT, and for capitals: a small
 * letter behind one tells that its word is not of capitals. */
enum { BEHIND = KTI_SHAPE_ALWAYS | KTI_SHAPE_SOME | KTI_SHAPE_WATCHED };

static void add_code(unsigned column, unsigned row, unsigned watched, unsigned behind,
                     kti_buf *out) {
    uint32_t what = KTI_SHAPE_ALWAYS | watched | behind << KTI_PAIR_BEHIND_SHIFT;
    what |= column << KTI_PAIR_COLUMN_SHIFT;
    what |= row * (KTI_PAIR_COLUMNS / KTI_PAIR_EIGHTH) << KTI_PAIR_ROW_SHIFT;
    kti_buf_add(out, &what, sizeof what);
}

/* Syllables that another one must follow for a place to be fixed, and those that follow. */
static void look_for_fixed(uint32_t cp, unsigned *watched, unsigned *behind) {
    for (const kti_fixed *f = kti_scheme_dprk.fixed; f->word[0] != '\0'; f++) {
        kt_str name = kti_str(f->word);
        for (size_t at = 0; at + KTI_SYL_BYTES < name.len; at += KTI_SYL_BYTES) {
            if (!is_fixed_place(f, at / KTI_SYL_BYTES)) continue;
            if (kti_utf8_at(name, at).cp == cp) *watched |= KTI_SHAPE_BY_NEXT;
            if (kti_utf8_at(name, at + KTI_SYL_BYTES).cp == cp) *behind |= KTI_SHAPE_BY_NEXT;
        }
    }
}

static void add_syllable_code(kti_pair_split split, uint32_t cp, kti_buf *out) {
    kt_syllable s = kti_split(cp);
    bool tensing = split == KTI_SPLIT_TENSE;
    if (split == KTI_SPLIT_EXACT) {
        add_code(column_of(s), s.jongseong, 0, BEHIND, out);
        return;
    }
    unsigned own = kti_shape_own(cp, tensing), watched = kti_shape_watched(cp, tensing);
    unsigned behind = BEHIND | (kti_shape_completes(cp) ? KTI_SHAPE_BY_NEXT : 0u);
    if (split == KTI_SPLIT_FIXED) look_for_fixed(cp, &watched, &behind);
    add_code(column_of(s), own < KTI_SHAPE_OWN ? KTI_PAIR_OWN + own : s.jongseong, watched, behind,
             out);
}

static void add_ascii_code(kti_pair_split split, unsigned c, kti_buf *out) {
    bool exact = split == KTI_SPLIT_EXACT, latin = kti_is_ascii_alpha((char)c);
    bool marked = exact ? latin : kti_is_ascii_digit((char)c);
    unsigned row = marked ? KTI_PAIR_MARKED : KTI_PAIR_START;
    unsigned watched = exact && is_capital((char)c) ? KTI_SHAPE_SOME : 0;
    unsigned small = latin && !is_capital((char)c) ? KTI_SHAPE_SOME : 0;
    add_code(ascii_column(c), row, watched, BEHIND & ~small, out);
}

static void add_codes(kti_pair_split split, kti_buf *out) {
    for (unsigned c = 0; c < KTI_CODE_SYLLABLE; c++)
        add_ascii_code(split, c, out);
    for (uint32_t cp = KTI_SYLLABLE_FIRST; cp <= KTI_SYLLABLE_LAST; cp++)
        add_syllable_code(split, cp, out);
    add_code(KTI_PAIR_END, KTI_PAIR_START, 0, BEHIND, out);
}

/* ---- the file ------------------------------------------------------------------------------- */

enum { MAGIC = 0x5350544B, SPLITS = KTI_SPLIT_TENSE + 1, CODES_BYTES = KTI_CODES * 4 };

/* Offsets from the start; 0: no table. In the byte order of the machine, which MAGIC tells. */
typedef struct header {
    uint32_t magic, reserved;
    uint32_t width[KT_SCHEMES], table[KT_SCHEMES], codes[SPLITS];
} header;

static void align(kti_buf *out) {
    while (out->len % 64 != 0 && kti_buf_status(out) == KT_OK)
        kti_buf_add_byte(out, '\0');
}

static kt_status add_scheme(const kti_scheme *scheme, header *h, kti_buf *out) {
    align(out);
    h->table[scheme->number] = (uint32_t)out->len;
    h->width[scheme->number] = 8;
    kt_status status = add_table(scheme, 8, out);
    if (status != KT_ERR_TOO_LARGE) return status;
    h->width[scheme->number] = 16;
    return add_table(scheme, 16, out);
}

kt_status kti_pairs_make(kti_buf *out) {
    header h = {.magic = MAGIC};
    kti_buf_add(out, &h, sizeof h);
    for (kti_pair_split s = KTI_SPLIT_EXACT; s <= KTI_SPLIT_TENSE; s++) {
        align(out);
        h.codes[s] = (uint32_t)out->len;
        add_codes(s, out);
    }
    for (unsigned i = 0; i < KT_SCHEMES; i++) {
        const kti_scheme *scheme = kti_scheme_of((kt_scheme)i);
        if (kti_pair_has_table(scheme)) KTI_TRY(add_scheme(scheme, &h, out));
    }
    KTI_TRY(kti_buf_status(out));
    memcpy(out->ptr, &h, sizeof h);
    return KT_OK;
}

bool kti_pairs_open(kt_str data, kt_scheme scheme, kti_pairs *out) {
    header h;
    if (data.len < sizeof h || (unsigned)scheme >= KT_SCHEMES) return false;
    memcpy(&h, data.ptr, sizeof h);
    if (h.magic != MAGIC) return false;
    *out = (kti_pairs){.scheme = kti_scheme_of(scheme), .width = h.width[scheme]};
    size_t table = h.table[scheme], codes = h.codes[kti_pair_split_of(out->scheme)];
    size_t size = (size_t)out->width * KTI_PAIR_ROWS * KTI_PAIR_COLUMNS;
    if (table == 0 || table > data.len || size > data.len - table) return false;
    if (codes % 4 != 0 || codes > data.len || CODES_BYTES > data.len - codes) return false;
    out->table = data.ptr + table;
    out->codes = (const uint32_t *)(const void *)(data.ptr + codes);
    out->cpu = kti_cpu_features();
    return true;
}
