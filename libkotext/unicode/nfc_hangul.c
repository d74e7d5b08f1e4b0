/* nfc_hangul.c - modern Hangul between NFC and NFD: a form of bytes into another, no code points.
 */
#include <string.h>

#include "hangul/syllable.h"
#include "unicode/nfc_quick.h"

enum {
    AHEAD = 24,   /* bytes that may be read without asking */
    CHUNK = 4096, /* bytes for which room is made at once */
    SYLLABLE = 3,
    OPEN = 6, /* bytes of an open syllable taken apart */
    CLOSED = 9,
    SYLLABLES = KTI_INITIALS * KTI_VOWELS * KTI_FINALS
};

/* Choseong are E1 84 80 .. 92, jungseong E1 85 A1 .. B5, jongseong E1 86 A8 .. BF, E1 87 80 .. 82.
 */
static const unsigned char fixed[8] = {0xFF, 0xC0, 0xC0, 0xFF, 0xC0, 0xC0};
static const unsigned char two_letters[8] = {0xE1, 0x80, 0x80, 0xE1, 0x80, 0x80};

static inline uint64_t eight(const unsigned char *in) {
    uint64_t all;
    memcpy(&all, in, sizeof all);
    return all;
}

/* ---- what stands there ---------------------------------------------------------------------- */

/* The syllable at `b` as one of SYLLABLES; a larger number when there is none. */
static inline uint32_t syllable_at(const unsigned char *b) {
    enum { FIRST = 0xE0 << 12 | 0x80 << 6 };
    uint16_t trail;
    memcpy(&trail, b + 1, sizeof trail);
    uint32_t cp = ((uint32_t)b[0] << 12) + ((uint32_t)b[1] << 6) + b[2];
    return (trail & 0xC0C0) == 0x8080 ? cp - (FIRST + 0x80 + KTI_SYLLABLE_FIRST) : UINT32_MAX;
}

/* Choseong and jungseong at `b` as one of 19 x 21; a larger number when there are none. */
static inline uint32_t pair_at(const unsigned char *b) {
    if ((eight(b) & eight(fixed)) != eight(two_letters)) return UINT32_MAX;
    uint32_t l = (b[1] - 0x84u) * 64 + b[2] - 0x80u, v = (b[4] - 0x85u) * 64 + b[5] - 0xA1u;
    return l < KTI_INITIALS && v < KTI_VOWELS ? l * KTI_VOWELS + v : UINT32_MAX;
}

/* The jongseong at `b`, 1 to 27; 0 when there is none. */
static inline uint32_t final_at(const unsigned char *b) {
    uint32_t t = (b[1] - 0x86u) * 64 + b[2] - 0xA7u;
    bool whole = b[0] == 0xE1 && (b[2] & 0xC0) == 0x80;
    return whole && t < KTI_FINALS ? t : 0;
}

/* Whether what stands at `at` leaves what stands before it alone. ASCII and choseong do, and
 * syllables. */
static inline bool stands_apart(kt_str in, size_t at, kti_form form) {
    const unsigned char *b = (const unsigned char *)in.ptr + at;
    if (b[0] < 0x80 || (b[0] == 0xE1 && b[1] == 0x84) || (b[0] >= 0xEB && b[0] <= 0xEC))
        return true;
    kti_cp unit = kti_utf8_at(in, at);
    return !unit.valid || kti_nf_begins_piece(unit.cp, form);
}

/* ---- both ways ------------------------------------------------------------------------------ */

/* Where the next byte is read and where one is written. */
typedef struct pen {
    size_t at;
    char *to;
} pen;

/* Choseong and jungseong, and what the letters of a jongseong begin with. */
#define PAIR(l, v) "\xE1\x84" l "\xE1\x85" v "\xE1\x86"
/* clang-format off */
#define PAIRS(l)                                                                                   \
    PAIR(l, "\xA1"), PAIR(l, "\xA2"), PAIR(l, "\xA3"), PAIR(l, "\xA4"), PAIR(l, "\xA5"),           \
    PAIR(l, "\xA6"), PAIR(l, "\xA7"), PAIR(l, "\xA8"), PAIR(l, "\xA9"), PAIR(l, "\xAA"),           \
    PAIR(l, "\xAB"), PAIR(l, "\xAC"), PAIR(l, "\xAD"), PAIR(l, "\xAE"), PAIR(l, "\xAF"),           \
    PAIR(l, "\xB0"), PAIR(l, "\xB1"), PAIR(l, "\xB2"), PAIR(l, "\xB3"), PAIR(l, "\xB4"),           \
    PAIR(l, "\xB5")

static const char pairs[KTI_INITIALS * KTI_VOWELS][8] = {
    PAIRS("\x80"), PAIRS("\x81"), PAIRS("\x82"), PAIRS("\x83"), PAIRS("\x84"), PAIRS("\x85"),
    PAIRS("\x86"), PAIRS("\x87"), PAIRS("\x88"), PAIRS("\x89"), PAIRS("\x8A"), PAIRS("\x8B"),
    PAIRS("\x8C"), PAIRS("\x8D"), PAIRS("\x8E"), PAIRS("\x8F"), PAIRS("\x90"), PAIRS("\x91"),
    PAIRS("\x92"),
};

static const char finals[KTI_FINALS][2] = {
    "\x86\xA7", "\x86\xA8", "\x86\xA9", "\x86\xAA", "\x86\xAB", "\x86\xAC", "\x86\xAD",
    "\x86\xAE", "\x86\xAF", "\x86\xB0", "\x86\xB1", "\x86\xB2", "\x86\xB3", "\x86\xB4",
    "\x86\xB5", "\x86\xB6", "\x86\xB7", "\x86\xB8", "\x86\xB9", "\x86\xBA", "\x86\xBB",
    "\x86\xBC", "\x86\xBD", "\x86\xBE", "\x86\xBF", "\x87\x80", "\x87\x81", "\x87\x82",
};
/* clang-format on */

static inline void put_letters(pen *p, uint32_t index) {
    uint32_t t = index % KTI_FINALS;
    memcpy(p->to, pairs[index / KTI_FINALS], sizeof *pairs);
    memcpy(p->to + OPEN + 1, finals[t], sizeof *finals);
    p->to += t == 0 ? OPEN : CLOSED;
    p->at += SYLLABLE;
}

static inline void put_syllable(pen *p, uint32_t pair, uint32_t t) {
    uint32_t cp = KTI_SYLLABLE_FIRST + pair * KTI_FINALS + t;
    p->to[0] = (char)(0xE0 | cp >> 12);
    p->to[1] = (char)(0x80 | (cp >> 6 & 0x3F));
    p->to[2] = (char)(0x80 | (cp & 0x3F));
    p->to += SYLLABLE;
    p->at += t == 0 ? OPEN : CLOSED;
}

/* Each writes as far as `stop`, before which a character begins, and tells whether it got there.
 * What stands behind a syllable is looked at once: it is often the next. */
static bool take_apart(kt_str in, size_t stop, pen *p) {
    const unsigned char *from = (const unsigned char *)in.ptr;
    uint32_t index = syllable_at(from + p->at);
    for (pen next = *p; next.at < stop; *p = next) {
        if (index < SYLLABLES)
            put_letters(&next, index);
        else if (from[next.at] < 0x80)
            *next.to++ = in.ptr[next.at++];
        else
            return false;
        index = syllable_at(from + next.at);
        if (index >= SYLLABLES && !stands_apart(in, next.at, KTI_NFD)) return false;
    }
    return true;
}

static bool put_together(kt_str in, size_t stop, kti_form form, pen *p) {
    const unsigned char *from = (const unsigned char *)in.ptr;
    uint32_t pair = pair_at(from + p->at);
    for (pen next = *p; next.at < stop; *p = next) {
        if (pair != UINT32_MAX)
            put_syllable(&next, pair, final_at(from + next.at + OPEN));
        else if (from[next.at] < 0x80)
            *next.to++ = in.ptr[next.at++];
        else
            return false;
        pair = pair_at(from + next.at);
        if (pair == UINT32_MAX && !stands_apart(in, next.at, form)) return false;
    }
    return true;
}

/* ---- the map -------------------------------------------------------------------------------- */

/* A stretch begins with ASCII, with letters that a syllable became, or with a syllable that letters
 * became. */
static kt_edit first_of(kt_edit rest, kt_str bytes) {
    const unsigned char *out = (const unsigned char *)bytes.ptr + rest.dst;
    kt_edit e = rest;
    if (out[0] < 0x80) {
        e.rule = 0;
        e.dst_len = 1;
        while (e.dst_len < rest.dst_len && out[e.dst_len] < 0x80)
            e.dst_len++;
        e.src_len = e.dst_len;
    } else if (out[0] == 0xE1) {
        e.src_len = SYLLABLE;
        e.dst_len = rest.dst_len >= CLOSED && final_at(out + OPEN) != 0 ? CLOSED : OPEN;
    } else {
        e.src_len = syllable_at(out) % KTI_FINALS == 0 ? OPEN : CLOSED;
        e.dst_len = SYLLABLE;
    }
    return e;
}

size_t kti_nf_hangul(kt_str in, size_t at, kti_form form, uint32_t rule, kt_text *out) {
    const unsigned char *from = (const unsigned char *)in.ptr;
    for (bool goes_on = true; goes_on && in.len - at > AHEAD;) {
        bool hangul =
            form == KTI_NFD ? syllable_at(from + at) < SYLLABLES : pair_at(from + at) != UINT32_MAX;
        size_t left = in.len - AHEAD - at, stop = at + (left < CHUNK ? left : CHUNK);
        if (!hangul || !kti_text_reserve(out, 1, 3 * CHUNK + AHEAD)) break;
        char *start = out->bytes.ptr + out->bytes.len;
        pen p = {at, start};
        goes_on = form == KTI_NFD ? take_apart(in, stop, &p) : put_together(in, stop, form, &p);
        if (p.at == at) break;
        kti_text_roll(out, p.at - at, (size_t)(p.to - start), rule, first_of);
        at = p.at;
    }
    return at;
}
