#include "unicode/nfc_quick.h"

#include <string.h>

#include "hangul/syllable.h"
#include "unicode/nfc_screen.h"
#include "unicode/props.h"

enum { L_BASE = 0x1100, V_BASE = 0x1161 };

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

/* Characters that have no decomposition, or none but a compatible one, and join nothing: quotes,
 * dots and dashes, CJK punctuation, letters and symbols, full-width ASCII, emoji, the later letters
 * of old Hangul. Letters with diacritics are composed already. */
static bool is_settled(uint32_t cp, kti_form form) {
    if (cp < 0x80 || cp - 0x4E00 <= 0x9FFF - 0x4E00) return true;
    if (form != KTI_NFD && kti_is_syllable(cp)) return true;
    if (form == KTI_NFKC) return false;
    if (cp < 0x300) return cp < 0xC0 || form == KTI_NFC;
    return cp - 0x2010 <= 0x205E - 0x2010 || cp - 0x3000 <= 0x3029 - 0x3000 ||
           cp - 0x3100 <= 0x4DFF - 0x3100 || cp - 0xFF01 <= 0xFF5E - 0xFF01 ||
           cp - 0x1F000 <= 0x1FAFF - 0x1F000 || (form == KTI_NFC && cp - 0xD7A4 <= 0xD7FF - 0xD7A4);
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
        while (form != KTI_NFD && text.len - at >= 3 && kti_is_syllable(kti_nf_three(in + at)))
            at += 3;
        if (at > ascii) *last = at - 3;
        ascii = at;
        if (at < text.len && in[at] < 0x80) at = skip_ascii(in, at, text.len);
        if (at == ascii) return at;
        *last = at - 1;
        if (form == KTI_NFD && at > start) return at;
    }
}

static size_t settled(kt_str in, size_t at, kti_form form, bool in_blocks) {
    size_t last = at; /* may still be joined by what follows */
    while (at < in.len) {
        size_t screened = in_blocks ? kti_nfc_screen(in, at) : at;
        if (screened > at) last = at = screened;
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

size_t kti_nf_settled(kt_str in, size_t at, kti_form form) {
    return settled(in, at, form, form == KTI_NFC);
}

size_t kti_nf_settled_slowly(kt_str in, size_t at, kti_form form) {
    return settled(in, at, form, false);
}
