/* word.c - UAX #29 words with a Korean tailoring.
 *
 * ICU parts 3월 into 3|월, G7은 into G7|은 and KBS에서 into KBS|에서. In Korean such runs are one
 * word of the eojeol: digits, Latin and Hangul that touch stay together.
 */
#include "core/status.h"
#include "core/utf8.h"
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

kt_status kti_segment_words(kti_uni *uni, kt_str text, kti_spans *out) {
    if (text.len == 0) return KT_OK;
    KTI_TRY(kti_breaks_start(uni, KTI_BREAK_WORD, text));
    size_t start = 0;
    for (int64_t at = kti_breaks_next(uni, KTI_BREAK_WORD); at != KTI_BREAK_DONE && !out->failed;
         at = kti_breaks_next(uni, KTI_BREAK_WORD)) {
        if ((size_t)at < text.len && glued(text, (size_t)at)) continue;
        kti_spans_add(out, start, (size_t)at);
        start = (size_t)at;
    }
    return kti_spans_status(out);
}
