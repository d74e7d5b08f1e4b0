#include "romanize/pairs.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "phono/shape_class.h"
#include "romanize/codes.h"
#include "romanize/exact.h"
#include "romanize/pair_run.h"

/* A walk through text. */
typedef struct walk {
    const kti_pairs *pairs;
    kt_str text;
    size_t at;        /* of the next byte */
    kti_codes *codes; /* what was read from there on */
    kti_pair_runner *run;
    char *out;       /* where its letters go */
    uint32_t before; /* what stands before it */
    size_t capitals; /* up to here a Latin word is known to be all capitals */
} walk;

/* ---- codes and entries ---------------------------------------------------------------------- */

static unsigned code_at(kt_str text, size_t at) {
    return kti_code_of((const unsigned char *)text.ptr + at, text.len - at);
}

/* The syllable there; 0 when there is none. */
static uint32_t cp_at(kt_str text, size_t at) {
    unsigned code = at < text.len ? code_at(text, at) : KTI_CODE_END;
    bool is = code >= KTI_CODE_SYLLABLE && code < KTI_CODE_END;
    return is ? KTI_SYLLABLE_FIRST + code - KTI_CODE_SYLLABLE : 0;
}

static unsigned row_of(uint32_t what) {
    return (what >> KTI_PAIR_ROW_SHIFT) / (KTI_PAIR_COLUMNS / KTI_PAIR_EIGHTH);
}

static uint32_t start_of(const kti_pairs *pairs) {
    return pairs->codes[KTI_CODE_END];
}

/* ---- the long way, for one place ------------------------------------------------------------ */

/* As far as shape.h looks: 24 syllables on, and back no farther than its words are long. */
enum { BACK = 8, ON = 26 };

_Static_assert(BACK + ON < KTI_PAIR_WINDOW, "the window is too small");

static size_t word_start(kt_str text, size_t at) {
    for (size_t i = 0; i < BACK && at >= KTI_SYL_BYTES && cp_at(text, at - KTI_SYL_BYTES); i++)
        at -= KTI_SYL_BYTES;
    return at;
}

static void read_word(kt_str text, size_t start, size_t last, kti_phono *p) {
    for (size_t at = start; at <= last && cp_at(text, at) != 0; at += KTI_SYL_BYTES) {
        kt_syllable s = kti_split(cp_at(text, at));
        p->syls[p->count] = (kti_syl){.src = (uint32_t)(at - start),
                                      .l = s.choseong,
                                      .v = s.jungseong,
                                      .t = s.jongseong,
                                      .l0 = s.choseong,
                                      .v0 = s.jungseong,
                                      .t0 = s.jongseong,
                                      .gap = p->count == 0 ? KTI_GAP_HARD : KTI_GAP_NONE};
        p->count++;
    }
    p->text = kti_str_cut(text, start, start + p->count * KTI_SYL_BYTES);
}

/* Writes the letters between the syllable before `at` and the one there, up to its vowel. */
static size_t write_place(const kti_pairs *pairs, kt_str text, size_t at, char *out) {
    kti_syl syls[KTI_PAIR_WINDOW];
    kti_phono phono = {.syls = syls};
    kti_letters letters = {.len = 0};
    size_t start = word_start(text, at);
    read_word(text, start, at + ON * (size_t)KTI_SYL_BYTES, &phono);
    kti_pair_letters(pairs->scheme, pairs->lexicon, &phono, (at - start) / KTI_SYL_BYTES, &letters);
    memcpy(out, letters.text, letters.len);
    return letters.len;
}

/* False when the entry has no letters, because the line must go the long way. */
static bool write_entry(walk *w, unsigned row, unsigned column) {
    unsigned width = w->pairs->width;
    const char *entry = w->pairs->table + (row * (size_t)KTI_PAIR_COLUMNS + column) * width;
    unsigned len = (unsigned char)entry[width - 1] >> KTI_PAIR_LENGTH_SHIFT;
    if (len == KTI_PAIR_REFUSED) return false;
    memcpy(w->out, entry, width);
    w->out += len;
    return true;
}

static void write_syllable(walk *w, uint32_t what) {
    w->out += write_place(w->pairs, w->text, w->at, w->out);
    w->at += KTI_SYL_BYTES;
    w->before = what;
}

/* ---- what stands between -------------------------------------------------------------------- */

/* Characters that every scheme copies and no normalization touches. */
static bool is_inert(const kti_scheme *scheme, kti_cp unit) {
    uint32_t cp = unit.cp;
    if (!unit.valid || (scheme->titles && (cp == 0xB7 || cp == 0x2027 || cp == 0x3000)))
        return false;
    return (cp >= 0xA0 && cp < 0x300) || (cp >= 0x2010 && cp <= 0x2027) ||
           (cp >= 0x2030 && cp <= 0x205E) || (cp >= 0x3000 && cp <= 0x3029) ||
           (cp >= 0xFF01 && cp <= 0xFF5E);
}

static void end_word(walk *w) {
    write_entry(w, row_of(w->before), KTI_PAIR_END);
    w->before = start_of(w->pairs);
}

/* Where a Latin word begins in schemes that are read back: escaped but for capitals. */
static void begin_latin(walk *w, char c, uint32_t what) {
    end_word(w);
    if (w->at >= w->capitals &&
        kti_exact_literal(w->pairs->scheme, w->text, w->at, false) > w->at) {
        *w->out++ = '\\';
        w->before = what;
    } else if (w->at >= w->capitals) {
        for (w->capitals = w->at; w->capitals < w->text.len;)
            if (!kti_is_ascii_alpha(w->text.ptr[w->capitals++])) break;
    }
    *w->out++ = c;
}

static bool write_ascii(walk *w, unsigned char c) {
    uint32_t what = w->pairs->codes[c];
    unsigned row = row_of(w->before);
    if (kti_pair_column(what) == KTI_PAIR_CONTROL) {
        end_word(w);
        *w->out++ = (char)c;
    } else if (w->pairs->scheme->exact && kti_is_ascii_alpha((char)c) && row != KTI_PAIR_MARKED) {
        begin_latin(w, (char)c, what);
    } else {
        if (!write_entry(w, row, kti_pair_column(what))) return false;
        w->before = what;
    }
    w->at++;
    return true;
}

/* Copies what has no code; false when its line must go the long way. */
static bool copy_other(walk *w) {
    kti_cp unit = kti_utf8_at(w->text, w->at);
    if (!is_inert(w->pairs->scheme, unit)) return false;
    end_word(w);
    memcpy(w->out, w->text.ptr + w->at, unit.len);
    w->out += unit.len;
    w->at += unit.len;
    return true;
}

/* ---- all ------------------------------------------------------------------------------------ */

/* Moves `w->at` over the codes from `from` to `to`. */
static void pass(walk *w, size_t from, size_t to) {
    size_t bytes = 0;
    for (; from < to; from++)
        bytes += kti_code_bytes(w->codes->at[from]);
    w->at += bytes;
}

/* Writes codes up to one that must be looked at: true, or to the last. */
static bool write_run(walk *w, size_t *from) {
    kti_pair_run run = {.is = w->pairs->codes,
                        .table = w->pairs->table,
                        .code = w->codes->at + *from,
                        .end = w->codes->at + w->codes->count,
                        .before = w->before,
                        .out = w->out};
    bool stops = w->run(&run);
    *from = (size_t)(run.code - w->codes->at);
    w->out = run.out;
    w->before = run.before;
    return stops;
}

/* Writes the codes; false when the line where `w->at` is must go the long way. */
static bool write_codes(walk *w, size_t end) {
    for (size_t done = 0, from = 0; write_run(w, &from); done = from) {
        pass(w, done, from);
        unsigned code = w->codes->at[from++];
        if (code >= KTI_CODE_SYLLABLE)
            write_syllable(w, w->pairs->codes[code]);
        else if (!write_ascii(w, (unsigned char)code))
            return false;
    }
    w->at = end;
    return true;
}

/* Reads a block and writes it; false when the line where `w->at` is must go the long way. */
static bool write_block(walk *w) {
    const unsigned char *in = (const unsigned char *)w->text.ptr + w->at;
    size_t left = w->text.len - w->at;
    size_t read = kti_codes_read(w->pairs->cpu, in, left, w->codes);
    unsigned next = kti_code_of(in + read, left - read);
    w->codes->at[w->codes->count] = (uint16_t)next;
    if (!write_codes(w, w->at + read)) return false;
    return w->at == w->text.len || next != KTI_CODE_END || copy_other(w);
}

/* Back to the start of the line, in the text and in what was written since `*at` and `from`: a line
 * feed is one in both. */
static void undo_line(const walk *w, size_t *at, size_t from, kti_buf *out) {
    size_t line = w->at;
    while (line > *at && w->text.ptr[line - 1] != '\n')
        line--;
    while (out->len > from && out->ptr[out->len - 1] != '\n')
        out->len--;
    *at = line;
}

kt_status kti_pairs_write(const kti_pairs *pairs, kt_str text, size_t *at, kti_buf *out) {
    kti_codes codes;
    walk w = {.pairs = pairs, .text = text, .at = *at, .codes = &codes};
    size_t from = out->len;
    bool goes_on = true;
    w.before = start_of(pairs);
    w.run = kti_pair_runner_of(pairs->width, pairs->cpu);
    while (goes_on && w.at < text.len) {
        char *start = kti_buf_reserve(out, KTI_CODES_BLOCK * (size_t)pairs->width + 256);
        if (start == NULL) return KT_ERR_NOMEM;
        w.out = start;
        goes_on = write_block(&w);
        if (goes_on && w.at == text.len) end_word(&w);
        out->len += (size_t)(w.out - start);
    }
    if (!goes_on) {
        undo_line(&w, at, from, out);
        return KT_OK;
    }
    *at = w.at;
    return KT_OK;
}
