/* word.c - UAX #29 words with a Korean tailoring.
 *
 * ICU parts 3월 into 3|월, G7은 into G7|은 and KBS에서 into KBS|에서. In Korean such runs are one
 * word of the eojeol: digits, Latin and Hangul that touch stay together.
 */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "segment/segment.h"
#include "unicode/breaks.h"
#include "unicode/props.h"

static bool is_word_cp(uint32_t cp) {
    return kti_cp_is_letter(cp) || kti_cp_is_digit(cp) || kti_cp_is_mark(cp);
}

/* Whether the boundary at `at` parts what touches Hangul. */
static bool glued(kt_str text, size_t at) {
    uint32_t before = kti_utf8_before(text, at).cp;
    uint32_t after = kti_utf8_at(text, at).cp;
    if (!is_word_cp(before) || !is_word_cp(after)) return false;
    if (kti_cp_is_han(before) && kti_cp_is_han(after)) return false;
    return kti_cp_is_hangul(before) != kti_cp_is_hangul(after);
}

/* Appends the words of a part that begins and ends at boundaries. */
static kt_status by_iterator(kti_uni *uni, kt_str text, size_t from, size_t to, kti_spans *out) {
    kt_str part = kti_str_cut(text, from, to);
    KTI_TRY(kti_breaks_start(uni, KTI_BREAK_WORD, part));
    size_t start = from;
    for (int64_t at = kti_breaks_next(uni, KTI_BREAK_WORD); at != KTI_BREAK_DONE && !out->failed;
         at = kti_breaks_next(uni, KTI_BREAK_WORD)) {
        if ((size_t)at < part.len && glued(part, (size_t)at)) continue;
        kti_spans_add(out, start, from + (size_t)at);
        start = from + (size_t)at;
    }
    return kti_spans_status(out);
}

kt_status kti_segment_words_slowly(kti_uni *uni, kt_str text, kti_spans *out) {
    return text.len == 0 ? KT_OK : by_iterator(uni, text, 0, text.len, out);
}

/* ---- the quick way -------------------------------------------------------------------------- */

/* In text of Hangul syllables and ASCII the rules come to this: letters and digits that touch are a
 * word, blanks that touch are one unit, other marks are units of their own; but a mark such as . or
 * ' between two letters may join them. Whatever is not so simple is left to the iterator, from the
 * boundary before it to one where a blank stands between simple characters. */
typedef enum kind { LETTER, BLANK, MARK, JOINER, OTHER, END } kind;

static kind kind_at(kt_str text, size_t at, size_t *len) {
    *len = 0;
    if (at == text.len) return END;
    kti_cp unit = kti_utf8_at(text, at);
    *len = unit.len;
    if (kti_is_syllable(unit.cp)) return LETTER;
    if (unit.cp >= 0x80) return OTHER;
    char c = (char)unit.cp;
    if (kti_is_ascii_alpha(c) || kti_is_ascii_digit(c)) return LETTER;
    if (c == ' ') return BLANK;
    if (c == '.' || c == ',' || c == ':' || c == ';' || c == '\'') return JOINER;
    if (c == '_' || c == '@') return OTHER; /* ICU takes @ for a letter */
    return c == '\n' || (c > ' ' && c < 0x7F) ? MARK : OTHER;
}

/* Where letters or blanks that touch end. */
static size_t run_of(kt_str text, size_t at, kind of, kind *behind) {
    size_t len;
    while ((*behind = kind_at(text, at, &len)) == of)
        at += len;
    return at;
}

/* The end of the unit at `at`, a boundary; `at` itself when that is not so simple. */
static size_t quick_end(kt_str text, size_t at, kind *first) {
    size_t len;
    kind behind, next;
    *first = kind_at(text, at, &len);
    if (*first == OTHER) return at;
    size_t end = *first == LETTER || *first == BLANK ? run_of(text, at, *first, &behind) : at + len;
    next = kind_at(text, end, &len);
    if (next == OTHER) return at;
    bool joins = *first == LETTER && next == JOINER;
    if (joins && kind_at(text, end + 1, &len) == LETTER) return at;
    if (joins && kind_at(text, end + 1, &len) == OTHER) return at;
    return end;
}

/* The next blank from `at` on that parts two simple characters. */
static size_t next_safe(kt_str text, size_t at) {
    for (size_t len, blank = at; blank < text.len; blank++) {
        const char *found = memchr(text.ptr + blank, ' ', text.len - blank);
        if (found == NULL) break;
        blank = (size_t)(found - text.ptr);
        if (blank == at || blank + 1 == text.len) continue;
        unsigned char before = (unsigned char)text.ptr[blank - 1];
        kind behind = kind_at(text, blank + 1, &len);
        bool plain = before > ' ' && before < 0x7F && before != '_';
        if (blank >= 3 && !plain) plain = kti_is_syllable(kti_utf8_before(text, blank).cp);
        if (plain && (behind == LETTER || behind == MARK || behind == JOINER)) return blank;
    }
    return text.len;
}

kt_status kti_segment_words(kti_uni *uni, kt_str text, kti_spans *out) {
    for (size_t at = 0, end; at < text.len && !out->failed; at = end) {
        kind first;
        end = quick_end(text, at, &first);
        if (end > at) {
            kti_spans_push(out, at, end);
        } else {
            end = next_safe(text, at);
            KTI_TRY(by_iterator(uni, text, at, end, out));
        }
    }
    return kti_spans_status(out);
}
