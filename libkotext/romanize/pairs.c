#include "romanize/pairs.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "phono/shape_class.h"

/* A walk through text. */
typedef struct walk {
    const kti_pairs *pairs;
    kt_str text;
    size_t at;     /* of the next byte */
    char *out;     /* where its letters go */
    unsigned row;  /* of the syllable before it */
    size_t line;   /* where the line began */
    char *written; /* and its letters */
} walk;

enum { BLOCK = 16 << 10 };

/* ---- syllables ------------------------------------------------------------------------------ */

/* The index among syllables of what stands there; anything over is none. */
static inline uint32_t syllable_of(const unsigned char b[KTI_SYL_BYTES]) {
    uint32_t w = (uint32_t)b[0] << 16 | (uint32_t)b[1] << 8 | b[2];
    if ((w & 0xF0C0C0) != 0xE08080) return UINT32_MAX;
    return ((w >> 4 & 0xF000) | (w >> 2 & 0xFC0) | (w & 0x3F)) - KTI_SYLLABLE_FIRST;
}

static uint32_t syllable_at(kt_str text, size_t at) {
    if (text.len - at < KTI_SYL_BYTES) return UINT32_MAX;
    return syllable_of((const unsigned char *)text.ptr + at);
}

enum { SYLLABLES = KTI_SYLLABLE_LAST - KTI_SYLLABLE_FIRST + 1 };

static uint32_t cp_at(kt_str text, size_t at) {
    uint32_t index = at < text.len ? syllable_at(text, at) : UINT32_MAX;
    return index < SYLLABLES ? KTI_SYLLABLE_FIRST + index : 0;
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
static size_t write_place(const kti_scheme *scheme, kt_str text, size_t at, char *out) {
    kti_syl syls[KTI_PAIR_WINDOW];
    kti_phono phono = {.syls = syls};
    kti_letters letters = {.len = 0};
    size_t start = word_start(text, at);
    read_word(text, start, at + ON * (size_t)KTI_SYL_BYTES, &phono);
    kti_pair_letters(scheme, &phono, (at - start) / KTI_SYL_BYTES, &letters);
    memcpy(out, letters.text, letters.len);
    return letters.len;
}

static bool goes_long(const walk *w) {
    bool tensing = w->pairs->scheme->phono.tensing;
    if (w->row == KTI_PAIR_SPECIAL) return true;
    if (w->row == KTI_PAIR_START || w->row == KTI_PAIR_DIGIT) return false;
    return kti_shape_might(cp_at(w->text, w->at - KTI_SYL_BYTES), cp_at(w->text, w->at),
                           cp_at(w->text, w->at + KTI_SYL_BYTES), tensing);
}

static void write_syllable(walk *w, unsigned what, unsigned width) {
    size_t place = w->row * KTI_PAIR_COLUMNS + (what & KTI_PAIR_COLUMN);
    const char *entry = w->pairs->table + place * width;
    size_t len = (unsigned char)entry[width - 1] & KTI_PAIR_LENGTH;
    bool asked = ((unsigned char)entry[width - 1] & KTI_PAIR_ASK) != 0;
    memcpy(w->out, entry, width);
    if (asked && goes_long(w)) len = write_place(w->pairs->scheme, w->text, w->at, w->out);
    w->out += len;
    w->row = what >> KTI_PAIR_ROW_SHIFT & KTI_PAIR_ROW;
    w->at += KTI_SYL_BYTES;
}

/* ---- what stands between -------------------------------------------------------------------- */

/* Characters that every scheme copies and no normalization touches. */
static bool is_inert(const kti_scheme *scheme, kti_cp unit) {
    uint32_t cp = unit.cp;
    if (!unit.valid || (scheme->titles && (cp == 0xB7 || cp == 0x2027 || cp == 0x3000)))
        return false;
    return (cp >= 0xA0 && cp < 0x300) || (cp >= 0x2010 && cp <= 0x2027) ||
           (cp >= 0x2030 && cp <= 0x205E) || (cp >= 0x3000 && cp <= 0x3029) ||
           (cp >= 0xFF01 && cp <= 0xFF5E) || kti_is_syllable(cp);
}

static bool is_kept(const walk *w, unsigned char c) {
    const kti_scheme *scheme = w->pairs->scheme;
    bool behind_hangul = w->row < KTI_FINALS || w->row == KTI_PAIR_SPECIAL;
    if (scheme->exact) return !kti_is_ascii_alpha((char)c) && strchr("-'\\.", c) == NULL;
    if (!scheme->titles && !scheme->names.counted) return true;
    if (c == '-') return !behind_hangul;
    return !scheme->titles || (c != ':' && !(behind_hangul && kti_is_ascii_digit((char)c)));
}

/* The final of the word that ends here. */
static void end_word(walk *w, unsigned width) {
    if (w->row == KTI_PAIR_START || w->row == KTI_PAIR_DIGIT) return;
    unsigned row = w->row;
    if (row == KTI_PAIR_SPECIAL) row = kti_split(cp_at(w->text, w->at - KTI_SYL_BYTES)).jongseong;
    const char *entry =
        w->pairs->table + (row * KTI_PAIR_COLUMNS + KTI_PAIR_COLUMNS - 1) * (size_t)width;
    memcpy(w->out, entry, width);
    w->out += (unsigned char)entry[width - 1] & KTI_PAIR_LENGTH;
}

/* Copies what stands here; false when its line must go the long way. */
static bool copy_one(walk *w, unsigned width) {
    unsigned char c = (unsigned char)w->text.ptr[w->at];
    bool digit = w->pairs->scheme->names.counted && kti_is_ascii_digit((char)c);
    if (c < 0x80 && is_kept(w, c)) {
        end_word(w, width);
        *w->out++ = (char)c;
        w->at++;
        w->row = digit ? KTI_PAIR_DIGIT : KTI_PAIR_START;
        if (c == '\n') {
            w->line = w->at;
            w->written = w->out;
        }
        return true;
    }
    kti_cp unit = kti_utf8_at(w->text, w->at);
    if (c < 0x80 || !is_inert(w->pairs->scheme, unit)) return false;
    end_word(w, width);
    memcpy(w->out, w->text.ptr + w->at, unit.len);
    w->out += unit.len;
    w->at += unit.len;
    w->row = KTI_PAIR_START;
    return true;
}

/* ---- all ------------------------------------------------------------------------------------ */

static inline unsigned asking(unsigned what) {
    return (what >> KTI_PAIR_WATCH_SHIFT & KTI_PAIR_ASK) | KTI_PAIR_ALWAYS;
}

/* What stands at `w->at`, the careful way; false when its line must go the long way. */
static bool step(walk *w, unsigned width) {
    uint32_t index = syllable_at(w->text, w->at);
    if (index >= SYLLABLES) return copy_one(w, width);
    write_syllable(w, w->pairs->split[index], width);
    return true;
}

#define WALK  walk_narrow
#define WIDTH 8
#include "romanize/pair_walk.inc"

#define WALK  walk_wide
#define WIDTH 16
#include "romanize/pair_walk.inc"

static bool walk_any(walk *w, size_t limit) {
    return w->pairs->width == 8 ? walk_narrow(w, limit) : walk_wide(w, limit);
}

kt_status kti_pairs_write(const kti_pairs *pairs, kt_str text, size_t *at, kti_buf *out) {
    walk w = {.pairs = pairs, .text = text, .at = *at, .row = KTI_PAIR_START, .line = *at};
    size_t line = out->len; /* where the letters of the line begin */
    bool goes_on = true;
    while (goes_on && w.at < text.len) {
        size_t room = BLOCK * (size_t)(pairs->width / 2 + 1) + 128;
        char *start = kti_buf_reserve(out, room);
        if (start == NULL) return KT_ERR_NOMEM;
        w.out = start;
        w.written = NULL;
        goes_on = walk_any(&w, w.at + BLOCK < text.len ? w.at + BLOCK : text.len);
        if (goes_on && w.at == text.len) end_word(&w, pairs->width);
        if (w.written != NULL) line = out->len + (size_t)(w.written - start);
        out->len += (size_t)(w.out - start);
    }
    *at = w.at;
    if (goes_on) return KT_OK;
    *at = w.line;
    out->len = line;
    return KT_OK;
}
