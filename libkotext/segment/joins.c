#include "segment/joins.h"

#include <string.h>

#include "core/utf8.h"
#include "hangul/syllable.h"
#include "segment/dates.h"
#include "segment/quotes.h"

/* ---- what takes up a quotation -------------------------------------------------------------- */

static const char *const quotatives[] = {
    "라고",  "라며",   "라는",   "라면서", "라던",  "라든", "라도",  "라 ",   "하고",
    "하며",  "이라고", "이라며", "이라는", "고 ",   "며 ",  "는 ",   "면서 ", "란 ",
    "이란 ", "에 ",    "을 ",    "를 ",    "은 ",   "이 ",  "가 ",   "의 ",   "로 ",
    "으로 ", "라",     "와 ",    "과 ",    "도 ",   "만 ",  "처럼 ", "에서 ", "인 ",
    "였",    "이었",   "입니다", "이다",   "다는 ", "다고",
};

/* Whether `rest` begins with `word`, which begins with a syllable; most do not begin alike. */
static bool begins_with(kt_str rest, const char *word) {
    enum { SYLLABLE = 3 /* bytes */ };
    return memcmp(rest.ptr, word, SYLLABLE) == 0 && kti_str_starts(rest, kti_str(word));
}

static bool takes_up(kt_str text, size_t at) {
    kt_str rest = kti_str_cut(text, at, text.len);
    if (kti_syllable_at(rest, 0) == 0) return false;
    for (size_t i = 0; i < sizeof quotatives / sizeof *quotatives; i++)
        if (begins_with(rest, quotatives[i])) return true;
    return false;
}

/* Behind a space only these are sure to take up a quotation or a question: 왜? 라는 생각. */
static bool takes_up_from_afar(kt_str text, size_t at) {
    static const char *const words[] = {"라고 ", "라며 ",   "라는 ", "이라고 ", "이라는 ", "하며 ",
                                        "하고 ", "라면서 ", "하는 ", "싶",      "했다",    "했더"};
    size_t end = at;
    while (end > 0 && text.ptr[end - 1] == ' ')
        end--;
    if (end == at || end == 0) return false;
    uint32_t before = kti_utf8_before(text, end).cp;
    if (before != '?' && before != '!' && !kti_is_closer(before)) return false;
    kt_str rest = kti_str_cut(text, at, text.len);
    if (kti_syllable_at(rest, 0) == 0) return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (begins_with(rest, words[i])) return true;
    return false;
}

/* A quotative joins on when it touches what it quotes; a few do from afar. */
bool kti_before_quotative(kt_str text, size_t at) {
    if (at == 0 || at >= text.len) return false;
    if (takes_up_from_afar(text, at)) return true;
    uint32_t before = kti_utf8_before(text, at).cp;
    if (!kti_is_closer(before) && before != '.' && before != '!' && before != '?' &&
        before != 0x2026)
        return false;
    return (kti_is_closer(before) || before != '.') && takes_up(text, at);
}

/* ---- abbreviations -------------------------------------------------------------------------- */

static const char *const abbreviations[] = {
    "mr",  "mrs", "ms",  "dr",   "prof", "gen",  "sen",  "rep", "gov",  "lt",     "col",
    "hon", "rev", "sgt", "capt", "st",   "mt",   "jr",   "sr",  "vs",   "no",     "nos",
    "vol", "fig", "pp",  "ed",   "eds",  "dept", "univ", "inc", "ltd",  "co",     "corp",
    "etc", "jan", "feb", "mar",  "apr",  "jun",  "jul",  "aug", "sep",  "sept",   "oct",
    "nov", "dec", "a.m", "p.m",  "e.g",  "i.e",  "rd",   "ave", "blvd", "messrs",
};

/* The Latin or digit word, periods inside included, that ends at `end`. */
static kt_str word_before(kt_str text, size_t end) {
    size_t start = end;
    while (start > 0 && end - start < 16) {
        char c = text.ptr[start - 1];
        if (!kti_is_ascii_alpha(c) && !kti_is_ascii_digit(c) && c != '.') break;
        start--;
    }
    return kti_str_cut(text, start, end);
}

static bool is_listed_abbreviation(kt_str word) {
    char lower[16];
    if (word.len == 0 || word.len >= sizeof lower) return false;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = kti_ascii_lower(word.ptr[i]);
    for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++)
        if (abbreviations[i][0] == lower[0] &&
            kti_str_eq((kt_str){lower, word.len}, kti_str(abbreviations[i])))
            return true;
    return false;
}

static bool is_digits(kt_str word) {
    for (size_t i = 0; i < word.len; i++)
        if (!kti_is_ascii_digit(word.ptr[i])) return false;
    return word.len > 0;
}

bool kti_after_abbreviation(kt_str text, size_t start, size_t at) {
    size_t end = at;
    while (end > start && kti_is_ascii_space(text.ptr[end - 1]))
        end--;
    if (end == start || text.ptr[end - 1] != '.') return false;
    kt_str word = word_before(text, end - 1);
    if (word.len == 0 || word.ptr[word.len - 1] == '.') return false; /* an ellipsis */
    size_t word_start = end - 1 - word.len;
    if (word.len == 1 && kti_is_ascii_alpha(word.ptr[0])) return true;
    if (word.len >= 3 && word.ptr[word.len - 2] == '.') return true; /* U.S */
    size_t digits = end - 1;
    while (digits > word_start && kti_is_ascii_digit(text.ptr[digits - 1]))
        digits--;
    if (digits < end - 1 && kti_is_in_date(text, digits)) return true;
    if (is_digits(word)) return word_start == start || end == at;
    return is_listed_abbreviation(word);
}
