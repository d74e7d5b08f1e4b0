/* nfc_screen.c - whole blocks of text that is in NFC and that nothing joins, seen by their bytes.
 *
 * Accepts ASCII, U+0080..02FF, 2010..203F, 3000..3029, 3100..9FFF and AC00..D7FF where they are
 * well formed; all of them begin pieces and have no decomposition but such as NFC keeps.
 */
#include "unicode/nfc_screen.h"

#include <string.h>

#include "core/bytes.h"

#if KTI_BYTES

/* Lead bytes that are not C2..CB or E2..ED, and trail bytes where none belong or none where they
 * do. `one` and `two` are the bytes that stand so many before. */
KTI_BYTES_CODE static inline kti_bytes misplaced(kti_bytes b, kti_bytes one, kti_bytes two) {
    kti_bytes due = kti_bytes_from(one, 0xC0) | kti_bytes_from(two, 0xE0);
    kti_bytes trail = kti_bytes_between(b, 0x80, 0xBF);
    kti_bytes known = kti_bytes_between(b, 0xC2, 0xCB) | kti_bytes_between(b, 0xE2, 0xED);
    return (due ^ trail) | (kti_bytes_from(b, 0xC0) & ~known);
}

/* Second and third bytes that lead out of the blocks: U+2000..200F and 2040.., 302A..30FF, A000..
 * ABFF and the surrogates. */
KTI_BYTES_CODE static inline kti_bytes outside(kti_bytes b, kti_bytes one, kti_bytes two) {
    kti_bytes second = kti_bytes_are(one, 0xE2) & ~kti_bytes_are(b, 0x80);
    second |= kti_bytes_are(one, 0xE3) & kti_bytes_between(b, 0x81, 0x83);
    second |= kti_bytes_are(one, 0xEA) & ~kti_bytes_from(b, 0xB0);
    second |= kti_bytes_are(one, 0xED) & kti_bytes_from(b, 0xA0);
    kti_bytes third = kti_bytes_are(two, 0xE2) & ~kti_bytes_from(b, 0x90);
    third |= kti_bytes_are(two, 0xE3) & kti_bytes_are(one, 0x80) & kti_bytes_from(b, 0xAA);
    return second | third;
}

/* Whether the block behind two bytes is accepted. */
KTI_BYTES_CODE static inline bool passes(const unsigned char *in) {
    kti_bytes b = kti_bytes_load(in + 2), one = kti_bytes_load(in + 1), two = kti_bytes_load(in);
    return kti_bytes_none(misplaced(b, one, two) | outside(b, one, two));
}

/* Whether the two bytes before `at` are none, or a lead byte of ill-formed text is among them: the
 * block would be taken for what goes on from there (E0 80 | 80). */
static bool begins_anew(const unsigned char *in, size_t at) {
    return at < 2 || in[at - 1] >= 0xC0 || in[at - 2] >= 0xE0;
}

KTI_BYTES_CODE static size_t screen(const unsigned char *in, size_t at, size_t len) {
    if (begins_anew(in, at) && len - at >= KTI_BYTES) {
        unsigned char first[2 + KTI_BYTES] = {0};
        memcpy(first + 2, in + at, KTI_BYTES);
        if (!passes(first)) return at;
        at += KTI_BYTES;
    }
    while (len - at >= KTI_BYTES && passes(in + at - 2))
        at += KTI_BYTES;
    return at;
}

static inline size_t begin_before(const unsigned char *in, size_t end) {
    do
        end--;
    while ((in[end] & 0xC0) == 0x80);
    return end;
}

/* Where the last character begins that ends by `end`: of one that goes on behind it nobody knows
 * whether it joins what stands before it. */
static size_t last_whole(const unsigned char *in, size_t end) {
    size_t at = begin_before(in, end);
    size_t len = in[at] < 0x80 ? 1 : in[at] < 0xE0 ? 2 : 3;
    return at + len <= end ? at : begin_before(in, at);
}

#endif

size_t kti_nfc_screen(kt_str text, size_t at) {
#if KTI_BYTES
    const unsigned char *in = (const unsigned char *)text.ptr;
    if (!kti_bytes_can()) return at;
    size_t end = screen(in, at, text.len);
    return end == at ? at : last_whole(in, end); /* which what follows may join */
#else
    (void)text;
    return at;
#endif
}
