/* grapheme.c - extended grapheme clusters (UAX #29) and Hangul syllables. */
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "segment/segment.h"
#include "unicode/props.h"

/* ASCII but CR, Hangul syllables and Hanja: a cluster begins before each, and one that stands
 * before another is a cluster. */
static bool is_simple(uint32_t cp) {
    return (cp < 0x80 && cp != '\r') || kti_is_syllable(cp) || cp - 0x4E00 <= 0x9FFF - 0x4E00;
}

/* Adds the clusters from `at` on that are single simple characters; returns where they end. */
static size_t add_simple(kt_str text, size_t at, kti_spans *out) {
    kti_cp unit = kti_utf8_at(text, at);
    while (is_simple(unit.cp)) {
        size_t next = at + unit.len;
        kti_cp behind = next < text.len ? kti_utf8_at(text, next) : (kti_cp){' ', 1, true};
        if (!is_simple(behind.cp)) return at;
        kti_spans_push(out, at, next);
        at = next;
        if (at == text.len) return at;
        unit = behind;
    }
    return at;
}

kt_status kti_segment_graphemes(kt_str text, kti_spans *out) {
    for (size_t at = 0; at < text.len && !out->failed;) {
        size_t next = add_simple(text, at, out);
        if (next == at) {
            next = kti_grapheme_next(text, at);
            kti_spans_add(out, at, next);
        }
        at = next;
    }
    return kti_spans_status(out);
}

/* A grapheme cluster may hold more than one syllable block only in old Hangul (several choseong or
 * jungseong in a row), which are one syllable too. What differs is CR LF, which is no syllable
 * either way, so syllables are graphemes with marks kept: the two units agree on Hangul and the
 * syllable unit splits trailing marks off a complete modern syllable. */
kt_status kti_segment_syllables(kt_str text, kti_spans *out) {
    for (size_t at = 0; at < text.len && !out->failed;) {
        size_t next = kti_grapheme_next(text, at);
        kti_cp first = kti_utf8_at(text, at);
        if (kti_is_syllable(first.cp) && at + first.len < next) {
            kti_cp second = kti_utf8_at(text, at + first.len);
            if (!kti_cp_is_hangul(second.cp)) {
                kti_spans_add(out, at, at + first.len);
                at += first.len;
            }
        }
        kti_spans_add(out, at, next);
        at = next;
    }
    return kti_spans_status(out);
}
