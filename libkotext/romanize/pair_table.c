/* pair_table.c - makes the tables of pairs.h by spelling every pair. */
#include "romanize/pairs.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "phono/shape_class.h"

kti_pair_split kti_pair_split_of(const kti_scheme *scheme) {
    if (scheme->by_letters) return KTI_SPLIT_LETTERS;
    return scheme->phono.tensing ? KTI_SPLIT_TENSE : KTI_SPLIT_SOUNDS;
}

/* Not where sounds pass spaces, where words have spellings of their own, or where what a syllable
 * becomes depends on more than the one before it (yale's q). */
bool kti_pair_has_table(const kti_scheme *scheme) {
    return !scheme->phono.across_spaces && scheme->fixed == NULL && !scheme->by_syllable &&
           scheme->number != KT_SCHEME_YALE;
}

/* ---- the letters of a pair ------------------------------------------------------------------ */

static const char *coda_of(const kti_scheme *scheme, const kti_place *p) {
    return scheme->coda != NULL ? scheme->coda(scheme, p) : scheme->jongseong[p->it->t];
}

static void add_opening(const kti_scheme *scheme, const kti_place *p, kti_letters *out) {
    kti_letters_add(out, kti_spell_onset(scheme, p));
    kti_letters_add(out,
                    scheme->vowel != NULL ? scheme->vowel(scheme, p) : scheme->jungseong[p->it->v]);
}

void kti_pair_letters(const kti_scheme *scheme, kti_phono *phono, size_t at, kti_letters *out) {
    static const uint8_t no_marks[KTI_PAIR_WINDOW * KTI_SYL_BYTES + 1];
    kti_syl *a = &phono->syls[at - 1], *b = &phono->syls[at];
    kti_place first = {.it = a, .after = b}, second = {.it = b, .before = a};
    if (!scheme->by_letters) kti_phono_meet(phono, at, &scheme->phono);
    if (scheme->settle != NULL) scheme->settle(NULL, phono, no_marks, NULL);
    kti_letters_add(out, coda_of(scheme, &first));
    if (scheme->by_letters && scheme->ambiguous != NULL && scheme->ambiguous(a, b))
        kti_letters_add(out, scheme->mark != NULL ? scheme->mark : "-");
    add_opening(scheme, &second, out);
}

/* ---- words of one and two syllables --------------------------------------------------------- */

/* A word whose letters ask for no rule of shape.h. */
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
    *w = (word){.phono = {.informed = true}};
    w->phono.syls = w->syls;
    w->phono.text.ptr = w->bytes;
}

static kt_syllable opening(unsigned column) {
    return (kt_syllable){(uint8_t)(column / KTI_VOWELS), (uint8_t)(column % KTI_VOWELS), KTI_T_NG};
}

static kt_syllable closing(unsigned final) {
    return (kt_syllable){KTI_L_D, KTI_V_O, (uint8_t) final};
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

static void spell(const kti_scheme *scheme, unsigned row, unsigned column, kti_letters *out) {
    word w;
    begin_word(&w);
    bool ends = column == KTI_PAIR_COLUMNS - 1;
    if (row < KTI_FINALS) add_syllable(&w, closing(row));
    if (!ends) add_syllable(&w, opening(column));
    kti_place alone = {.it = &w.syls[0], .narrow = false};
    if (row < KTI_FINALS && !ends) {
        kti_pair_letters(scheme, &w.phono, 1, out);
    } else if (row < KTI_FINALS) {
        change(scheme, &w);
        kti_letters_add(out, coda_of(scheme, &alone));
    } else if (!ends && row == KTI_PAIR_START) {
        change(scheme, &w);
        add_opening(scheme, &alone, out);
    } else if (!ends && row == KTI_PAIR_DIGIT) {
        change(scheme, &w);
        after_digit(scheme, &w.syls[0], out);
    }
}

/* ---- tables --------------------------------------------------------------------------------- */

/* Whether a place may be one that kti_shape_might() knows. */
static bool asks(const kti_scheme *scheme, unsigned row, unsigned column) {
    unsigned l = column / KTI_VOWELS;
    if (scheme->by_letters || row >= KTI_FINALS || row == KTI_T_NONE) return false;
    if (column == KTI_PAIR_COLUMNS - 1) return false;
    if (l == KTI_L_NONE || l == KTI_L_H) return true;
    bool n = row == KTI_T_N || row == KTI_T_NJ || row == KTI_T_NH;
    if (l == KTI_L_R) return n;
    return scheme->phono.tensing && (row == KTI_T_R || row == KTI_T_N || row == KTI_T_M);
}

static kt_status add_entry(const kti_scheme *scheme, unsigned width, unsigned row, unsigned column,
                           kti_buf *out) {
    kti_letters letters = {.len = 0};
    char entry[16] = {0};
    unsigned flags = asks(scheme, row, column) ? KTI_PAIR_ASK : 0;
    if (row == KTI_PAIR_SPECIAL) flags = KTI_PAIR_ASK | KTI_PAIR_ALWAYS;
    spell(scheme, row, column, &letters);
    if (letters.len >= width) return KT_ERR_TOO_LARGE;
    memcpy(entry, letters.text, letters.len);
    entry[width - 1] = (char)(letters.len | flags);
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

static void add_split(kti_pair_split split, kti_buf *out) {
    for (uint32_t cp = KTI_SYLLABLE_FIRST; cp <= KTI_SYLLABLE_LAST; cp++) {
        kt_syllable s = kti_split(cp);
        unsigned row = s.jongseong;
        bool sounds = split != KTI_SPLIT_LETTERS;
        if (sounds && kti_shape_is_special(cp)) row = KTI_PAIR_SPECIAL;
        bool watched = sounds && kti_shape_is_watched(cp, split == KTI_SPLIT_TENSE);
        uint16_t what = (uint16_t)(s.choseong * KTI_VOWELS + s.jungseong);
        what |= (uint16_t)(row << KTI_PAIR_ROW_SHIFT);
        if (watched) what |= KTI_PAIR_WATCHED;
        kti_buf_add(out, &what, sizeof what);
    }
}

/* Line feeds are noted, digits and hyphens looked at where a scheme minds them, and what is read
 * back may have to be escaped. */
static void add_halts(const kti_scheme *scheme, kti_buf *out) {
    bool minds = scheme->names.counted || scheme->titles;
    for (int c = 0; c < 256; c++) {
        bool copied = c < 0x80 && c != '\n';
        if (minds) copied = copied && !kti_is_ascii_digit((char)c) && c != '-' && c != ':';
        if (scheme->exact) copied = c == ' ';
        kti_buf_add_byte(out, (char)!copied);
    }
}

/* ---- the file ------------------------------------------------------------------------------- */

enum { MAGIC = 0x5250544B, SPLITS = KTI_SPLIT_TENSE + 1, SPLIT_BYTES = 11172 * 2 };

/* Offsets from the start; 0: no table. In the byte order of the machine, which MAGIC tells. */
typedef struct header {
    uint32_t magic, reserved;
    uint32_t width[KT_SCHEMES], table[KT_SCHEMES], halts[KT_SCHEMES], split[SPLITS];
} header;

static void align(kti_buf *out) {
    while (out->len % 16 != 0 && kti_buf_status(out) == KT_OK)
        kti_buf_add_byte(out, '\0');
}

static kt_status add_scheme(const kti_scheme *scheme, header *h, kti_buf *out) {
    align(out);
    h->halts[scheme->number] = (uint32_t)out->len;
    add_halts(scheme, out);
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
    for (kti_pair_split s = KTI_SPLIT_LETTERS; s <= KTI_SPLIT_TENSE; s++) {
        align(out);
        h.split[s] = (uint32_t)out->len;
        add_split(s, out);
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
    size_t table = h.table[scheme], split = h.split[kti_pair_split_of(out->scheme)];
    size_t size = (size_t)out->width * KTI_PAIR_ROWS * KTI_PAIR_COLUMNS;
    if (table == 0 || table > data.len || size > data.len - table) return false;
    if (split % 2 != 0 || split > data.len || SPLIT_BYTES > data.len - split) return false;
    size_t halts = h.halts[scheme];
    if (halts > data.len || 256 > data.len - halts) return false;
    out->halts = (const uint8_t *)data.ptr + halts;
    out->table = data.ptr + table;
    out->split = (const uint16_t *)(const void *)(data.ptr + split);
    return true;
}
