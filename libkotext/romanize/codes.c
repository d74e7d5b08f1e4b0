#include "romanize/codes.h"

/* No branch between a letter and a space, which is what processors cannot guess; so each code
 * waits for where the last one ends, but for nothing else. */
static size_t read_plain(const unsigned char *in, size_t len, kti_codes *out) {
    enum { LOOK = 3 };
    size_t at = 0, count = out->count;
    uint16_t *codes = out->at;
    size_t limit = len < LOOK ? 0 : len - LOOK + 1;
    if (limit > KTI_CODES_BLOCK) limit = KTI_CODES_BLOCK;
    while (at < limit) {
        uint32_t a = in[at], b = in[at + 1] ^ 0x80u, c = in[at + 2] ^ 0x80u;
        uint32_t wide = 0u - (a >> 7);
        uint32_t index = (a << 12) + (b << 6) + c - (0xE0000u + KTI_SYLLABLE_FIRST);
        uint32_t over = index >= KTI_CODE_END - KTI_CODE_SYLLABLE;
        if ((wide & (((b | c) & 0xC0) | over)) != 0) break;
        uint32_t code = ((index + KTI_CODE_SYLLABLE) & wide) | (a & ~wide);
        codes[count++] = (uint16_t)code;
        at += (a >> 6 & 2) + 1;
    }
    out->count = count;
    return at;
}

static size_t read_many(kti_cpu cpu, const unsigned char *in, size_t len, kti_codes *out) {
#if KTI_CPU_X86
    if (cpu.avx512) return kti_codes_avx512(in, len, out);
    if (cpu.avx2) return kti_codes_avx2(in, len, out);
#elif KTI_CPU_NEON
    if (cpu.neon) return kti_codes_neon(in, len, out);
#endif
    (void)cpu;
    return read_plain(in, len, out);
}

size_t kti_codes_read(kti_cpu cpu, const unsigned char *in, size_t len, kti_codes *out) {
    out->count = 0;
    size_t at = read_many(cpu, in, len, out);
    while (at < KTI_CODES_BLOCK && at < len) {
        unsigned code = kti_code_of(in + at, len - at);
        if (code == KTI_CODE_END) break;
        out->at[out->count++] = (uint16_t)code;
        at += kti_code_bytes(code);
    }
    return at;
}
