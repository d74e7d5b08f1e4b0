#include "unicode/nfc_quick.h"

#include <string.h>

#include "hangul/syllable.h"
#include "unicode/props.h"

enum { L_BASE = 0x1100, V_BASE = 0x1161, T_BASE = 0x11A7 };

/* ---- boundaries ----------------------------------------------------------------------------- */

/* Letters whose compatibility form joins what stands before it: ㅎㅏ becomes 하, ｶﾞ becomes ガ. */
static bool joins_compatibly(uint32_t cp) {
    bool jamo = cp - 0x3131 <= 0x318E - 0x3131;
    bool halfwidth = cp - 0xFF9E <= 0xFFDC - 0xFF9E;
    return jamo || halfwidth;
}

bool kti_nf_begins_piece(uint32_t cp, kti_form form) {
    if (cp < 0x300 || kti_is_syllable(cp)) return true;
    if (cp - L_BASE < V_BASE - 1 - L_BASE || cp - 0x2000 < 0xD0) return true; /* no marks there */
    if (form == KTI_NFKC && joins_compatibly(cp)) return false;
    return !kti_cp_is_mark(cp) && cp - V_BASE > 0x11FF - V_BASE;
}

/* ---- settled text --------------------------------------------------------------------------- */

/* Characters that have no decomposition, or none but a compatible one: quotes, dots and dashes, the
 * blocks of CJK punctuation and full-width ASCII. Letters with diacritics are composed already. */
static bool is_settled(uint32_t cp, kti_form form) {
    if (cp < 0x80 || cp - 0x4E00 <= 0x9FFF - 0x4E00) return true;
    if (form != KTI_NFD && kti_is_syllable(cp)) return true;
    if (form == KTI_NFKC) return false;
    if (cp < 0x300) return cp < 0xC0 || form == KTI_NFC;
    return cp - 0x2010 <= 0x2027 - 0x2010 || cp - 0x2030 <= 0x205E - 0x2030 ||
           cp - 0x3000 <= 0x3029 - 0x3000 || cp - 0x3131 <= 0x318E - 0x3131 ||
           cp - 0xFF01 <= 0xFF5E - 0xFF01;
}

/* The code point of three bytes; 0 when they are none. */
static inline uint32_t three(const unsigned char *b) {
    uint32_t w = (uint32_t)b[0] << 16 | (uint32_t)b[1] << 8 | b[2];
    return (w & 0xF0C0C0) == 0xE08080 ? (w >> 4 & 0xF000) | (w >> 2 & 0xFC0) | (w & 0x3F) : 0;
}

/* Eight bytes of ASCII at a time, then one by one. */
static size_t skip_ascii(const unsigned char *in, size_t at, size_t len) {
    for (uint64_t eight; len - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, in + at, sizeof eight);
        if ((eight & 0x8080808080808080u) != 0) break;
    }
    while (at < len && in[at] < 0x80)
        at++;
    return at;
}

/* As far as text is nothing but ASCII and syllables (not in NFD); `*last` is where its last
 * character stands. */
static size_t skip_plain(kt_str text, size_t at, kti_form form, size_t *last) {
    const unsigned char *in = (const unsigned char *)text.ptr;
    size_t start = at;
    for (;;) {
        size_t ascii = at;
        while (form != KTI_NFD && text.len - at >= 3 && kti_is_syllable(three(in + at)))
            at += 3;
        if (at > ascii) *last = at - 3;
        ascii = at;
        if (at < text.len && in[at] < 0x80) at = skip_ascii(in, at, text.len);
        if (at == ascii) return at;
        *last = at - 1;
        if (form == KTI_NFD && at > start) return at;
    }
}

size_t kti_nf_settled(kt_str in, size_t at, kti_form form) {
    size_t last = at; /* may still be joined by what follows */
    while (at < in.len) {
        at = skip_plain(in, at, form, &last);
        if (at == in.len) break;
        kti_cp unit = kti_utf8_at(in, at);
        if (!unit.valid) return at;
        if (!is_settled(unit.cp, form)) return kti_nf_begins_piece(unit.cp, form) ? at : last;
        if (!kti_nf_begins_piece(unit.cp, form)) return last;
        last = at;
        at += unit.len;
    }
    return at;
}

/* ---- Hangul --------------------------------------------------------------------------------- */

enum {
    LONGEST_RUN = 256,
    LONGEST = 9,
    AHEAD = 24,
    SYLLABLES = KTI_INITIALS * KTI_VOWELS * KTI_FINALS
};

/* Whether what stands at `at` leaves the letters before it alone. */
static bool stands_apart(kt_str in, size_t at, kti_form form) {
    kti_cp unit = kti_utf8_at(in, at);
    return !unit.valid || kti_nf_begins_piece(unit.cp, form);
}

static inline bool is_boundary(kt_str in, size_t at, kti_form form) {
    return at == in.len || (unsigned char)in.ptr[at] < 0x80 || stands_apart(in, at, form);
}

/* The letter at `at` as one of those from `base` on; a large number when it is none. Three bytes
 * must stand there. */
static inline uint32_t letter_at(kt_str in, size_t at, uint32_t base) {
    return three((const unsigned char *)in.ptr + at) - base;
}

/* Where the next edit and its bytes go; kept out of the text while its bytes are written, which
 * might be the text's own fields for all that the compiler knows. */
typedef struct pen {
    kt_edit *edit;
    char *to;
    uint32_t src, dst;
} pen;

static inline void put(pen *p, size_t src_len, size_t len, uint32_t rule) {
    *p->edit++ = (kt_edit){p->src, (uint32_t)src_len, p->dst, (uint32_t)len, rule};
    p->src += (uint32_t)src_len;
    p->dst += (uint32_t)len;
    p->to += len;
}

/* ASCII between words, as one copy; `at` when what follows might join it. */
static inline size_t copy_ascii(kt_str in, size_t at, kti_form form, pen *p) {
    size_t end = at;
    for (; end < at + LONGEST && (unsigned char)in.ptr[end] < 0x80; end++)
        p->to[end - at] = in.ptr[end];
    if (end == at || !is_boundary(in, end, form)) return at;
    put(p, end - at, end - at, 0);
    return end;
}

/* Choseong are E1 84 80 .. 92, jungseong E1 85 A1 .. B5, jongseong E1 86 A8 .. BF, E1 87 80 .. 82.
 */
static inline size_t put_letters(uint32_t index, char *out) {
    uint32_t t = index % KTI_FINALS, lv = index / KTI_FINALS;
    out[0] = out[3] = out[6] = (char)0xE1;
    out[1] = (char)0x84;
    out[2] = (char)(0x80 + lv / KTI_VOWELS);
    out[4] = (char)0x85;
    out[5] = (char)(0xA1 + lv % KTI_VOWELS);
    out[7] = (char)(0x86 + (t > 24));
    out[8] = (char)(t > 24 ? 0x80 + t - 25 : 0xA7 + t);
    return t == 0 ? 6 : 9;
}

static inline void put_syllable(uint32_t index, char *out) {
    uint32_t cp = KTI_SYLLABLE_FIRST + index;
    out[0] = (char)(0xE0 | cp >> 12);
    out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[2] = (char)(0x80 | (cp & 0x3F));
}

/* Each takes syllables, and ASCII behind them, up to LONGEST_RUN, and stops where there is neither,
 * or the text about to end. What stands behind a syllable is looked at once: it is often the next.
 */
static size_t take_apart(kt_str in, size_t at, uint32_t rule, pen *p) {
    uint32_t index = letter_at(in, at, KTI_SYLLABLE_FIRST);
    for (int i = 0; i < LONGEST_RUN && in.len - at >= AHEAD; i++) {
        size_t end = at;
        if (index < SYLLABLES) {
            uint32_t next = letter_at(in, at + 3, KTI_SYLLABLE_FIRST);
            if (next >= SYLLABLES && !is_boundary(in, at + 3, KTI_NFD)) return at;
            put(p, 3, put_letters(index, p->to), rule);
            index = next;
            at += 3;
            continue;
        }
        if (i > 0) end = copy_ascii(in, at, KTI_NFD, p);
        if (end == at) return at;
        at = end;
        index = letter_at(in, at, KTI_SYLLABLE_FIRST);
        if (index >= SYLLABLES) return at;
    }
    return at;
}

static size_t put_together(kt_str in, size_t at, kti_form form, uint32_t rule, pen *p) {
    enum { CHOSEONG = 0x60, TO_T = T_BASE - L_BASE };
    uint32_t l = letter_at(in, at, L_BASE);
    for (int i = 0; i < LONGEST_RUN && in.len - at >= AHEAD; i++) {
        size_t end = at;
        uint32_t v = l < KTI_INITIALS ? letter_at(in, at + 3, V_BASE) : UINT32_MAX;
        if (v < KTI_VOWELS) {
            uint32_t next = letter_at(in, at + 6, L_BASE), t = next - TO_T;
            bool closed = t - 1 < KTI_FINALS - 1;
            end = at + (closed ? 9 : 6);
            if (closed) next = letter_at(in, end, L_BASE);
            if (next >= CHOSEONG && !is_boundary(in, end, form)) return at;
            put_syllable((l * KTI_VOWELS + v) * KTI_FINALS + (closed ? t : 0), p->to);
            put(p, end - at, 3, rule);
            l = next;
            at = end;
            continue;
        }
        if (i > 0) end = copy_ascii(in, at, form, p);
        if (end == at) return at;
        at = end;
        l = letter_at(in, at, L_BASE);
        if (l >= KTI_INITIALS) return at;
    }
    return at;
}

/* The one or the other into `out`, where there is room. */
static size_t add_run(kt_str in, size_t at, kti_form form, uint32_t rule, kt_text *out) {
    char *bytes = out->bytes.ptr + out->bytes.len;
    pen p = {out->edits + out->edit_count, bytes, out->src_len, (uint32_t)out->bytes.len};
    at = form == KTI_NFD ? take_apart(in, at, rule, &p) : put_together(in, at, form, rule, &p);
    out->edit_count = (size_t)(p.edit - out->edits);
    out->bytes.len += (size_t)(p.to - bytes);
    out->src_len = p.src;
    return at;
}

size_t kti_nf_hangul(kt_str in, size_t at, kti_form form, uint32_t rule, kt_text *out) {
    for (size_t start = in.len; at < in.len && at != start;) {
        start = at;
        if (in.len - at < AHEAD) break;
        uint32_t first = letter_at(in, at, form == KTI_NFD ? KTI_SYLLABLE_FIRST : L_BASE);
        if (first >= (form == KTI_NFD ? SYLLABLES : KTI_INITIALS)) break;
        if (!kti_text_reserve(out, LONGEST_RUN, LONGEST_RUN * LONGEST)) break;
        at = add_run(in, at, form, rule, out);
    }
    return at;
}
