#include "romanize/pair_hangul.h"

#include <string.h>

#include "core/utf8.h"
#include "hangul/syllable.h"
#include "romanize/codes.h"

enum { WIDTH = KTI_PAIR_HANGUL_WIDTH };

static void set_code(char *entry, unsigned code) {
    entry[1] = (char)(code & 0xFF);
    entry[2] = (char)(code >> 8);
}

static unsigned code_of(const char *entry) {
    return (unsigned char)entry[1] | (unsigned)(unsigned char)entry[2] << 8;
}

void kti_hangul_entry(unsigned final, unsigned code, kti_letters *out) {
    out->text[0] = (char) final;
    set_code(out->text, code);
    out->len = code == 0 ? 1 : KTI_HANGUL_LETTERS;
}

/* ---- as they are kept ----------------------------------------------------------------------- */

enum { OF_VOWEL = KTI_FINALS, OF_INITIAL = KTI_FINALS * KTI_VOWELS };

void kti_hangul_fold(char *entries, size_t count) {
    for (char *e = entries; count > 0; count--, e += WIDTH) {
        unsigned code = code_of(e), index = code - KTI_CODE_SYLLABLE;
        bool is = code >= KTI_CODE_SYLLABLE;
        e[1] = (char)(is ? 1 + index / OF_INITIAL : 0);
        e[2] = (char)(is ? index % OF_INITIAL / OF_VOWEL : code);
    }
}

void kti_hangul_unfold(char *entries, size_t count) {
    for (char *e = entries; count > 0; count--, e += WIDTH) {
        unsigned initial = (unsigned char)e[1], vowel = (unsigned char)e[2];
        unsigned index = (initial - 1) * OF_INITIAL + vowel * OF_VOWEL;
        set_code(e, initial > 0 ? KTI_CODE_SYLLABLE + index : vowel);
    }
}

/* ---- one by one ----------------------------------------------------------------------------- */

static unsigned final_of(const char *entry) {
    return (unsigned char)entry[0] & KTI_HANGUL_FINAL;
}

static unsigned spaced_of(const char *entry) {
    return ((unsigned char)entry[0] & KTI_HANGUL_SPACED) / KTI_HANGUL_SPACED;
}

static void add_final(char *syllable, unsigned final) {
    uint32_t cp = kti_utf8_at((kt_str){syllable, KTI_SYL_BYTES}, 0).cp;
    kti_utf8_encode(cp + final, syllable);
}

void kti_hangul_close(const char *entries, size_t count, char *out) {
    const char *next = entries + WIDTH;
    if (count > 0 && final_of(entries) != 0)
        add_final(out - KTI_SYL_BYTES - spaced_of(entries), final_of(entries));
    if (count > 1 && spaced_of(next) != 0 && final_of(next) != 0)
        add_final(out - KTI_SYL_BYTES, final_of(next));
}

/* Writes four bytes, of which it returns how many are meant. No branch tells syllables from ASCII.
 */
static inline size_t write_char(unsigned code, unsigned final, char *out) {
    uint32_t cp = code + final + (KTI_SYLLABLE_FIRST - KTI_CODE_SYLLABLE);
    uint32_t wide = 0u - (uint32_t)(code >= KTI_CODE_SYLLABLE);
    unsigned char bytes[4] = {(unsigned char)(((cp >> 12 | 0xE0) & wide) | (code & ~wide)),
                              (unsigned char)((cp >> 6 & 0x3F) | 0x80),
                              (unsigned char)((cp & 0x3F) | 0x80), 0};
    memcpy(out, bytes, sizeof bytes);
    return 1 + (wide & 2);
}

char *kti_hangul_put(const char *entry, size_t len, char *out) {
    kti_hangul_close(entry, 1, out);
    return len < KTI_HANGUL_LETTERS ? out : out + write_char(code_of(entry), 0, out);
}

static char *write_entries(const char *entries, size_t count, char *out) {
    kti_hangul_close(entries, count, out);
    for (const char *e = entries, *end = e + count * WIDTH; e < end; e += WIDTH) {
        const char *behind = e + WIDTH, *farther = behind + WIDTH;
        unsigned near = final_of(behind) & (spaced_of(behind) - 1);
        unsigned far = final_of(farther) & (0u - spaced_of(farther));
        out += write_char(code_of(e), near + far, out);
    }
    return out;
}

/* ---- runs ----------------------------------------------------------------------------------- */

/* Finds the entries of few codes at once, then writes them. */
static inline bool run_by(kti_pair_run *run, kti_pair_runner *find, kti_hangul_writer *write) {
    char entries[(KTI_PAIR_MANY + KTI_HANGUL_BEYOND) * WIDTH];
    const uint16_t *end = run->end;
    bool halts = false;
    while (run->code < end && !halts) {
        char *out = run->out;
        if (end - run->code > KTI_PAIR_MANY) run->end = run->code + KTI_PAIR_MANY;
        run->out = entries;
        halts = find(run);
        memset(run->out, 0, KTI_HANGUL_BEYOND * (size_t)WIDTH);
        run->out = write(entries, (size_t)(run->out - entries) / WIDTH, out);
        run->end = end;
    }
    return halts;
}

bool kti_pair_run_hangul(kti_pair_run *run) {
    return run_by(run, kti_pair_find_hangul, write_entries);
}

#if KTI_CPU_X86
bool kti_pair_run_hangul_avx2(kti_pair_run *run) {
    return run_by(run, kti_pair_find_hangul_avx2, kti_hangul_write_avx2);
}
#endif
