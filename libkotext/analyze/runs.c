#include "analyze/runs.h"

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "unicode/props.h"

static bool is_letter_jamo(uint32_t cp) {
    return (cp >= 0x3131 && cp <= 0x318E) || (cp >= 0x1100 && cp <= 0x11FF);
}

static kti_run_kind ascii_kind(uint32_t cp) {
    if (cp >= '0' && cp <= '9') return KTI_RUN_NUMBER;
    return kti_is_ascii_alpha((char)cp) ? KTI_RUN_LATIN : KTI_RUN_SYMBOL;
}

static kti_run_kind kind_of(uint32_t cp) {
    if (cp < 0x80) return ascii_kind(cp);
    if (kti_is_syllable(cp)) return KTI_RUN_HANGUL;
    if (kti_cp_is_digit(cp)) return KTI_RUN_NUMBER;
    if (kti_cp_is_middle_dot(cp)) return KTI_RUN_SYMBOL;
    if (is_letter_jamo(cp)) return KTI_RUN_JAMO;
    if (kti_cp_is_han(cp)) return KTI_RUN_HANJA;
    if (kti_cp_is_letter(cp) || kti_cp_is_mark(cp)) return KTI_RUN_LATIN;
    return KTI_RUN_SYMBOL;
}

/* Whether a point or comma at `at` stands between two digits. */
static bool joins_digits(kt_str text, size_t at) {
    char c = text.ptr[at];
    return (c == '.' || c == ',') && at + 1 < text.len && text.ptr[at + 1] >= '0' &&
           text.ptr[at + 1] <= '9';
}

static size_t limit_of(kti_run_kind kind) {
    return kind == KTI_RUN_HANGUL || kind == KTI_RUN_HANJA ? KTI_RUN_SYLLABLES : SIZE_MAX;
}

enum { SYLLABLE = 3 };

/* Whether a Hangul syllable stands at `at`. */
static bool is_syllable_at(kt_str text, size_t at) {
    if (text.len - at < SYLLABLE) return false;
    const unsigned char *b = (const unsigned char *)text.ptr + at;
    uint32_t bytes = (uint32_t)b[0] << 16 | (uint32_t)b[1] << 8 | b[2];
    return bytes >= 0xEAB080 && bytes <= 0xED9EA3 && (bytes & 0xC0C0) == 0x8080;
}

static size_t syllables_end(kt_str text, size_t at) {
    size_t most = at + (size_t)KTI_RUN_SYLLABLES * SYLLABLE;
    while (at < most && is_syllable_at(text, at))
        at += SYLLABLE;
    return at;
}

/* ㅎㆍㄴ: an old vowel. */
static bool is_old_vowel(kti_run_kind kind, uint32_t cp) {
    return kind == KTI_RUN_JAMO && cp == 0x318D;
}

static size_t run_end(kt_str text, size_t at, kti_run_kind kind) {
    uint32_t first = kti_utf8_at(text, at).cp;
    size_t count = 0;
    while (at < text.len && count < limit_of(kind)) {
        kti_cp unit = kti_utf8_at(text, at);
        bool same = kind == KTI_RUN_SYMBOL ? unit.cp == first : kind_of(unit.cp) == kind;
        bool joins = kind == KTI_RUN_NUMBER && joins_digits(text, at);
        if (!same && !joins && !is_old_vowel(kind, unit.cp)) break;
        at += unit.len;
        count++;
    }
    return at;
}

static size_t space_end(kt_str text, size_t at) {
    while (at < text.len) {
        kti_cp unit = kti_utf8_at(text, at);
        if (unit.cp != ' ' && !kti_cp_is_space(unit.cp)) break;
        at += unit.len;
    }
    return at;
}

bool kti_run_next(kt_str text, size_t at, kti_run *out) {
    size_t start = at < text.len && text.ptr[at] == ' ' ? at + 1 : at;
    bool plain = is_syllable_at(text, start);
    if (!plain) start = space_end(text, start);
    if (start == text.len) return false;
    bool hangul = plain || is_syllable_at(text, start);
    out->kind = hangul ? KTI_RUN_HANGUL : kind_of(kti_utf8_at(text, start).cp);
    out->spaced = start > at || start == 0;
    size_t end = hangul ? syllables_end(text, start) : run_end(text, start, out->kind);
    out->span = (kt_span){(uint32_t)start, (uint32_t)end};
    return true;
}
