/* codes_neon.c - codes.h with NEON: each place of a group is read as if a code began there, then
 * those where one does are moved together.
 */
#include "romanize/codes.h"

#if KTI_CPU_NEON

#include "core/bytes.h"

/* Codes by place, of eight bytes and those that follow each. */
static inline uint16x8_t codes_of(uint8x8_t first, uint8x8_t second, uint8x8_t third) {
    uint16x8_t low = vdupq_n_u16(0x3F);
    uint16x8_t a = vmovl_u8(first);
    uint16x8_t b = vandq_u16(vmovl_u8(second), low), c = vandq_u16(vmovl_u8(third), low);
    uint16x8_t code = vorrq_u16(vshlq_n_u16(a, 12), vorrq_u16(vshlq_n_u16(b, 6), c));
    code = vsubq_u16(code, vdupq_n_u16(KTI_SYLLABLE_FIRST));
    code = vqaddq_u16(code, vdupq_n_u16(KTI_CODE_SYLLABLE)); /* none: stays high */
    return vbslq_u16(vcltq_u16(a, vdupq_n_u16(0x80)), a, code);
}

/* Writes those of eight that `places` names; `over` keeps how far any is over the last. */
static inline size_t write_8(uint16x8_t codes, uint32_t places, uint16_t *out, uint16x8_t *over) {
    uint8x8_t at = vcreate_u8(kti_code_places[places]);
    uint8x16_t halves = vcombine_u8(vzip1_u8(at, at), vzip2_u8(at, at));
    halves = vaddq_u8(vshlq_n_u8(halves, 1), vreinterpretq_u8_u16(vdupq_n_u16(0x0100)));
    codes = vreinterpretq_u16_u8(vqtbl1q_u8(vreinterpretq_u8_u16(codes), halves));
    vst1q_u16(out, codes);
    *over = vorrq_u16(*over, vqsubq_u16(codes, vdupq_n_u16(KTI_CODE_END - 1)));
    return (size_t)__builtin_popcount(places);
}

/* Writes the codes at the places of sixteen; SIZE_MAX when one is none. */
static inline size_t write_16(const unsigned char *in, uint32_t places, uint16_t *out) {
    kti_bytes a = kti_bytes_load(in), b = kti_bytes_load(in + 1), c = kti_bytes_load(in + 2);
    uint16x8_t over = vdupq_n_u16(0);
    uint16x8_t first = codes_of(vget_low_u8(a), vget_low_u8(b), vget_low_u8(c));
    uint16x8_t second = codes_of(vget_high_u8(a), vget_high_u8(b), vget_high_u8(c));
    size_t count = write_8(first, places & 0xFF, out, &over);
    count += write_8(second, places >> 8, out + count, &over);
    return vmaxvq_u16(over) == 0 ? count : SIZE_MAX;
}

size_t kti_codes_neon(const unsigned char *in, size_t len, kti_codes *out) {
    enum { GROUP = KTI_BYTES, LOOK = 2 };
    size_t at = 0, count = out->count;
    uint32_t owed = 0; /* places where the group before wants bytes that go on */
    for (; at < KTI_CODES_BLOCK && len - at >= GROUP + LOOK; at += GROUP) {
        kti_bytes b = kti_bytes_load(in + at);
        uint32_t high = kti_bytes_set(kti_bytes_from(b, 0x80));
        uint32_t lead = kti_bytes_set(kti_bytes_between(b, 0xEA, 0xED));
        uint32_t on = kti_bytes_set(kti_bytes_between(b, 0x80, 0xBF));
        uint32_t wanted = lead << 1 | lead << 2 | owed;
        if ((wanted & 0xFFFF) != on || (lead | on) != high) break;
        size_t n = write_16(in + at, ~on & 0xFFFF, out->at + count);
        if (n == SIZE_MAX) break;
        count += n;
        owed = wanted >> GROUP;
    }
    return kti_codes_stop(at, count, owed, out);
}

#else

typedef int kti_codes_neon_is_empty; /* ISO C wants a declaration */

#endif
