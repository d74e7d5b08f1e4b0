#include "segment/plain.h"

#include "core/bytes.h"

enum { LAST_SYLLABLES = 0xD780 /* behind the byte ED those up to here are told by two bytes */ };

/* How many bytes the plain letter at `in` has; 0 when none is there. */
static unsigned letter(const unsigned char *in) {
    kt_str three = {(const char *)in, 3};
    uint32_t cp = kti_syllable_at(three, 0);
    if (cp != 0) return cp < LAST_SYLLABLES ? 3 : 0;
    return kti_is_plain_letter(in[0]) ? 1 : 0;
}

void kti_plain_block_by_letter(const unsigned char *in, kti_plain *out) {
    *out = (kti_plain){0, 0, 0};
    while (out->len < KTI_PLAIN_BLOCK) {
        unsigned len = letter(in + out->len);
        out->letters |= (((uint64_t)1 << len) - 1) << out->len;
        if (in[out->len] == ' ') out->spaces |= (uint64_t)1 << out->len;
        out->len += len > 0 ? len : 1;
    }
}

#if KTI_BYTES

KTI_BYTES_CODE static inline kti_bytes latin(kti_bytes b) {
    kti_bytes letter = kti_bytes_between(b | kti_bytes_all(0x20), 'a', 'z');
    return letter & ~kti_bytes_are(b, 'T');
}

/* Where syllables begin, up to LAST_SYLLABLES: EB and EC begin nothing else, EA behind B0 on, ED
 * before 9E. */
KTI_BYTES_CODE static inline kti_bytes syllables(kti_bytes b, kti_bytes second, kti_bytes third) {
    kti_bytes lead = kti_bytes_between(b, 0xEB, 0xEC);
    lead |= kti_bytes_are(b, 0xEA) & kti_bytes_from(second, 0xB0);
    lead |= kti_bytes_are(b, 0xED) & ~kti_bytes_from(second, 0x9E);
    return lead & kti_bytes_between(second, 0x80, 0xBF) & kti_bytes_between(third, 0x80, 0xBF);
}

KTI_BYTES_CODE static void plain_block(const unsigned char *in, kti_plain *out) {
    uint64_t leads = 0, latins = 0, spaces = 0;
    for (unsigned at = 0; at < KTI_PLAIN_BLOCK; at += KTI_BYTES) {
        kti_bytes b = kti_bytes_load(in + at);
        kti_bytes second = kti_bytes_load(in + at + 1), third = kti_bytes_load(in + at + 2);
        leads |= (uint64_t)kti_bytes_set(syllables(b, second, third)) << at;
        latins |= (uint64_t)kti_bytes_set(latin(b)) << at;
        spaces |= (uint64_t)kti_bytes_set(kti_bytes_are(b, ' ')) << at;
    }
    unsigned over = (unsigned)(leads >> 63) * 2 + (unsigned)(leads >> 62 & 1);
    *out = (kti_plain){leads | leads << 1 | leads << 2 | latins, spaces, KTI_PLAIN_BLOCK + over};
}

#endif

void kti_plain_block(const unsigned char *in, kti_plain *out) {
#if KTI_BYTES
    if (kti_bytes_can()) {
        plain_block(in, out);
        return;
    }
#endif
    kti_plain_block_by_letter(in, out);
}
