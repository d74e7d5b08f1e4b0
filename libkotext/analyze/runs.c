#include "analyze/runs.h"

#include "core/utf8.h"
#include "hangul/syllable.h"
#include "unicode/props.h"

static bool is_letter_jamo(uint32_t cp) {
    return (cp >= 0x3131 && cp <= 0x318E) || (cp >= 0x1100 && cp <= 0x11FF);
}

static kti_run_kind kind_of(uint32_t cp) {
    if (kti_is_syllable(cp)) return KTI_RUN_HANGUL;
    if (cp < 0x80 ? cp >= '0' && cp <= '9' : kti_cp_is_digit(cp)) return KTI_RUN_NUMBER;
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

static size_t run_end(kt_str text, size_t at, kti_run_kind kind) {
    uint32_t first = kti_utf8_at(text, at).cp;
    size_t count = 0;
    while (at < text.len && count < limit_of(kind)) {
        kti_cp unit = kti_utf8_at(text, at);
        bool same = kind == KTI_RUN_SYMBOL ? unit.cp == first : kind_of(unit.cp) == kind;
        if (!same && !(kind == KTI_RUN_NUMBER && joins_digits(text, at))) break;
        at += unit.len;
        count++;
    }
    return at;
}

bool kti_run_next(kt_str text, size_t at, kti_run *out) {
    size_t start = at;
    while (start < text.len) {
        kti_cp unit = kti_utf8_at(text, start);
        if (!kti_cp_is_space(unit.cp)) break;
        start += unit.len;
    }
    if (start == text.len) return false;
    out->kind = kind_of(kti_utf8_at(text, start).cp);
    out->spaced = start > at || start == 0;
    out->span = (kt_span){(uint32_t)start, (uint32_t)run_end(text, start, out->kind)};
    return true;
}
