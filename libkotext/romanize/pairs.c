#include "romanize/pairs.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "phono/shape_class.h"
#include "romanize/codes.h"
#include "romanize/exact.h"
#include "romanize/pair_hangul.h"
#include "romanize/pair_run.h"

/* A walk through text. */
typedef struct walk {
    const kti_pairs *pairs;
    kt_str text;
    size_t at;        /* of the next byte */
    kti_codes *codes; /* what was read from there on */
    kti_pair_runner *run;
    kti_pair_ahead *ahead;
    char *out;                        /* where its letters go */
    uint32_t before[KTI_PAIR_BEFORE]; /* what stands before it, the last one last */
    size_t blanks;   /* that stand before it behind a syllable whose final is not written yet */
    size_t capitals; /* up to here a Latin word is known to be all capitals */
} walk;

/* ---- codes and entries ---------------------------------------------------------------------- */

static unsigned code_at(kt_str text, size_t at) {
    return kti_code_of((const unsigned char *)text.ptr + at, text.len - at);
}

/* The syllable there; 0 when there is none. */
static uint32_t cp_at(kt_str text, size_t at) {
    return kti_code_syllable(at < text.len ? code_at(text, at) : KTI_CODE_END);
}

static void go_behind(walk *w, uint32_t what) {
    memmove(w->before, w->before + 1, (KTI_PAIR_BEFORE - 1) * sizeof *w->before);
    w->before[KTI_PAIR_BEFORE - 1] = what;
}

/* Nothing that sounds pass stands before. */
static void start_anew(walk *w) {
    for (size_t i = 0; i < KTI_PAIR_BEFORE; i++)
        w->before[i] = w->pairs->codes[KTI_CODE_END];
}

static bool is_hangul(const walk *w) {
    return w->pairs->width == KTI_PAIR_HANGUL_WIDTH;
}

/* Whether a final waits for what stands behind the space. */
static bool is_behind_space(const walk *w) {
    return w->pairs->across && kti_pair_is_spaced(w->before);
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

/* Reads on from `at` to the end of a word or to `last`. */
static void read_word(kt_str text, size_t start, size_t at, size_t last, kti_phono *p) {
    uint32_t first = (uint32_t)p->count;
    for (uint32_t cp; at <= last && (cp = cp_at(text, at)) != 0; at += KTI_SYL_BYTES) {
        kt_syllable s = kti_split(cp);
        p->syls[p->count] = (kti_syl){.src = (uint32_t)(at - start),
                                      .eojeol = first,
                                      .l = s.choseong,
                                      .v = s.jungseong,
                                      .t = s.jongseong,
                                      .l0 = s.choseong,
                                      .v0 = s.jungseong,
                                      .t0 = s.jongseong,
                                      .gap = p->count == first ? KTI_GAP_SPACE : KTI_GAP_NONE};
        p->count++;
    }
    p->syls[0].gap = KTI_GAP_HARD;
    p->text = kti_str_cut(text, start, at);
}

/* The letters between the syllable that stands `blanks` before `at` and the one there, up to its
 * vowel. */
static void spell_place(const kti_pairs *pairs, kt_str text, size_t at, size_t blanks,
                        kti_letters *letters) {
    kti_syl syls[KTI_PAIR_WINDOW];
    kti_phono phono = {.syls = syls};
    size_t end = at - blanks, start = word_start(text, end), place = (end - start) / KTI_SYL_BYTES;
    if (blanks > 0) read_word(text, start, start, end - 1, &phono);
    read_word(text, start, blanks > 0 ? at : start, at + ON * (size_t)KTI_SYL_BYTES, &phono);
    letters->len = 0;
    kti_pair_letters(pairs->scheme, pairs->lexicon, &phono, place, letters);
}

/* False when the entry has no letters, because the line must go the long way. */
static bool write_entry(walk *w, unsigned column) {
    unsigned width = w->pairs->width;
    size_t row = (size_t)kti_pair_row(w->before, w->pairs->across) * KTI_PAIR_EIGHTH;
    const char *entry = w->pairs->table + (row + column) * width;
    unsigned len = (unsigned char)entry[width - 1] >> KTI_PAIR_LENGTH_SHIFT;
    if (len == KTI_PAIR_REFUSED) return false;
    if (is_hangul(w)) {
        w->out = kti_hangul_put(entry, len, w->out);
    } else {
        memcpy(w->out, entry, width);
        w->out += len;
    }
    return true;
}

/* Blanks that a final waited for. */
static void write_blanks(walk *w) {
    memcpy(w->out, w->text.ptr + w->at - w->blanks, w->blanks);
    w->out += w->blanks;
    w->blanks = 0;
}

/* In Hangul blanks stand behind the syllable, whose final is added to it. */
static void put_place(walk *w, kti_letters *letters) {
    if (w->blanks > 0) {
        letters->text[0] &= KTI_HANGUL_FINAL;
        w->out = kti_hangul_put(letters->text, 1, w->out);
        write_blanks(w);
        letters->text[0] = 0;
    }
    w->out = kti_hangul_put(letters->text, letters->len, w->out);
}

static void write_syllable(walk *w, uint32_t what) {
    size_t blanks = w->blanks > 0 ? w->blanks : is_behind_space(w);
    kti_letters letters;
    spell_place(w->pairs, w->text, w->at, blanks, &letters);
    if (w->blanks > 0) go_behind(w, w->pairs->codes[' ']);
    if (is_hangul(w)) {
        put_place(w, &letters);
    } else {
        memcpy(w->out, letters.text, letters.len);
        w->out += letters.len;
    }
    w->blanks = 0;
    w->at += KTI_SYL_BYTES;
    go_behind(w, what);
}

/* ---- what stands between -------------------------------------------------------------------- */

/* Characters that every scheme copies and no normalization touches. */
static bool is_inert(const kti_scheme *scheme, kti_cp unit) {
    uint32_t cp = unit.cp;
    if (!unit.valid || (scheme->titles && (cp == 0xB7 || cp == 0x2027 || cp == 0x3000)))
        return false;
    if (scheme->phono.across_spaces && (cp == 0xA0 || cp == 0x3000)) return false;
    return (cp >= 0xA0 && cp < 0x300) || (cp >= 0x2010 && cp <= 0x2027) ||
           (cp >= 0x2030 && cp <= 0x205E) || (cp >= 0x3000 && cp <= 0x3029) ||
           (cp >= 0xFF01 && cp <= 0xFF5E);
}

static void end_word(walk *w) {
    write_entry(w, KTI_PAIR_END);
    write_blanks(w);
    start_anew(w);
}

/* Keeps a final back over one more blank; false when those are too many. */
static bool wait_longer(walk *w) {
    enum { MOST = 32 };
    if (w->blanks == 0 && is_behind_space(w)) {
        memmove(w->before + 1, w->before, (KTI_PAIR_BEFORE - 1) * sizeof *w->before);
        w->blanks = 1;
        if (is_hangul(w)) w->out--; /* it is written again, with the others */
    }
    w->blanks++;
    w->at++;
    return w->blanks <= MOST;
}

static bool waits_longer(const walk *w, char c) {
    if (!w->pairs->across || (c != ' ' && c != '\t')) return false;
    return w->blanks > 0 || is_behind_space(w) || kti_pair_is(w->before[3], KTI_PAIR_IS_SYLLABLE);
}

/* Where a Latin word begins in schemes that are read back: escaped but for capitals. */
static void begin_latin(walk *w, char c, uint32_t what) {
    end_word(w);
    if (w->at >= w->capitals &&
        kti_exact_literal(w->pairs->scheme, w->text, w->at, false) > w->at) {
        *w->out++ = '\\';
        go_behind(w, what);
    } else if (w->at >= w->capitals) {
        for (w->capitals = w->at; w->capitals < w->text.len;)
            if (!kti_is_ascii_alpha(w->text.ptr[w->capitals++])) break;
    }
    *w->out++ = c;
}

static bool write_ascii(walk *w, unsigned char c) {
    uint32_t what = w->pairs->codes[c];
    bool marked = kti_pair_is_marked(w->before[3]);
    if (waits_longer(w, (char)c)) return wait_longer(w);
    if (w->blanks > 0) end_word(w);
    if (kti_pair_column(what) == KTI_PAIR_CONTROL) {
        end_word(w);
        *w->out++ = (char)c;
    } else if (w->pairs->scheme->exact && kti_is_ascii_alpha((char)c) && !marked) {
        begin_latin(w, (char)c, what);
    } else {
        if (!write_entry(w, kti_pair_column(what))) return false;
        go_behind(w, what);
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

/* Moves `w->at` over the codes from `from` to `to`: a byte each, and two more for a syllable, of
 * which there are few enough in a block to be counted in lanes of 16 bits. */
static void pass(walk *w, size_t from, size_t to) {
    enum { TO_SIGN = 0x8000 - KTI_CODE_SYLLABLE };
    const uint16_t *codes = w->codes->at;
    uint16_t syllables = 0;
    for (size_t i = from; i < to; i++)
        syllables = (uint16_t)(syllables + ((uint16_t)(codes[i] + TO_SIGN) >> 15));
    w->at += to - from + 2 * (size_t)syllables;
}

_Static_assert(KTI_CODES <= 0x8000 + KTI_CODE_SYLLABLE, "codes of syllables have no sign");

/* Writes codes up to one that must be looked at: true, or to the last. */
static bool write_run(walk *w, size_t *from) {
    if (w->blanks > 0) return *from < w->codes->count;
    kti_pair_run run = {.is = w->pairs->codes,
                        .table = w->pairs->table,
                        .code = w->codes->at + *from,
                        .end = w->codes->at + w->codes->count,
                        .out = w->out,
                        .ahead = w->ahead};
    memcpy(run.before, w->before, sizeof run.before);
    bool stops = w->run(&run);
    *from = (size_t)(run.code - w->codes->at);
    w->out = run.out;
    memcpy(w->before, run.before, sizeof run.before);
    return stops;
}

/* Writes the codes; false when the line where `w->at` is must go the long way. */
static bool write_codes(walk *w, size_t end) {
    w->ahead->count = 0;
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
    kti_pair_ahead ahead;
    walk w = {.pairs = pairs, .text = text, .at = *at, .codes = &codes, .ahead = &ahead};
    size_t from = out->len;
    bool goes_on = true;
    start_anew(&w);
    w.run = kti_pair_runner_of(pairs);
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
