#include "glossary/literal.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "unicode/props.h"

static kt_span span_of(size_t start, size_t end) {
    return (kt_span){(uint32_t)start, (uint32_t)end};
}

/* ---- letters -------------------------------------------------------------------------------- */

static bool is_one_of(kt_str text, size_t at, const char *chars) {
    return at < text.len && text.ptr[at] != '\0' && strchr(chars, text.ptr[at]) != NULL;
}

static bool is_alnum(kt_str text, size_t at) {
    return at < text.len && (kti_is_ascii_alpha(text.ptr[at]) || kti_is_ascii_digit(text.ptr[at]));
}

static bool is_alpha(kt_str text, size_t at) {
    return at < text.len && kti_is_ascii_alpha(text.ptr[at]);
}

/* Letters and digits of whatever script. */
static bool is_word(kt_str text, size_t at) {
    if (at >= text.len) return false;
    uint32_t cp = kti_utf8_at(text, at).cp;
    return kti_cp_is_letter(cp) || kti_cp_is_digit(cp) || kti_cp_is_mark(cp);
}

static bool is_word_before(kt_str text, size_t at) {
    return at > 0 && is_word(text, at - kti_utf8_before(text, at).len);
}

/* What names of files and addresses are made of. */
static bool in_path(kt_str text, size_t at) {
    return is_one_of(text, at, "_.-/\\~+%@:=&?#") || is_word(text, at);
}

static size_t path_start(kt_str text, size_t from, size_t at) {
    while (at > from && in_path(text, at - kti_utf8_before(text, at).len))
        at -= kti_utf8_before(text, at).len;
    return at;
}

static size_t path_end(kt_str text, size_t at) {
    while (in_path(text, at))
        at += kti_utf8_at(text, at).len;
    return at;
}

/* Of a handle, a tag, an identifier. */
static size_t name_end(kt_str text, size_t at) {
    while (is_word(text, at) || is_one_of(text, at, "_"))
        at += kti_utf8_at(text, at).len;
    return at;
}

static size_t name_start(kt_str text, size_t from, size_t at) {
    while (at > from && (is_word_before(text, at) || is_one_of(text, at - 1, "_")))
        at -= kti_utf8_before(text, at).len;
    return at;
}

/* ---- between white space -------------------------------------------------------------------- */

/* The stretch that the character at `at` tells of; none: it is empty. No stretch begins before
 * `from`, where the last one ended. */
typedef kt_span teller(kt_str text, size_t from, size_t at);

static const kt_span none = {0, 0};

/* https://pusan.go.kr */
static kt_span tell_address(kt_str text, size_t from, size_t at) {
    if (!kti_str_starts(kti_str_cut(text, at, text.len), KTI_STR("://"))) return none;
    size_t start = at, end = at;
    while (start > from && (is_alnum(text, start - 1) || is_one_of(text, start - 1, "+-.")))
        start--;
    while (end < text.len && !is_one_of(text, end, "<>\"|^`{}"))
        end++;
    return start == at ? none : span_of(start, end);
}

/* info@pusan.kr, @pusan. */
static kt_span tell_at(kt_str text, size_t from, size_t at) {
    size_t start = at, end = at + 1;
    if (!is_word(text, end)) return none;
    while (start > from && (is_alnum(text, start - 1) || is_one_of(text, start - 1, "._%+-")))
        start--;
    if (start == at && is_word_before(text, at)) return none;
    while (is_word(text, end) || (is_one_of(text, end, "_.-") && is_word(text, end + 1)))
        end += kti_utf8_at(text, end).len;
    return span_of(start, end);
}

static kt_span tell_tag(kt_str text, size_t from, size_t at) {
    (void)from;
    return is_word_before(text, at) ? none : span_of(at, name_end(text, at + 1));
}

static bool has_letter(kt_str name) {
    for (size_t at = 0; at < name.len; at += kti_utf8_at(name, at).len)
        if (kti_cp_is_letter(kti_utf8_at(name, at).cp)) return true;
    return false;
}

/* Pusan.jpg, pusan.go.kr: behind a dot two to five letters and digits, a small letter first; not
 * "said.The", "1.pusan" and U.S. */
static kt_span tell_dot(kt_str text, size_t from, size_t at) {
    enum { SHORTEST = 2, LONGEST = 5 };
    size_t end = at + 1;
    if (!is_word_before(text, at) || !is_alpha(text, end) || text.ptr[end] < 'a') return none;
    if (!has_letter(kti_str_cut(text, name_start(text, from, at), at))) return none;
    while (is_alnum(text, end))
        end++;
    size_t len = end - at - 1;
    if (len < SHORTEST || len > LONGEST || is_one_of(text, end, "_")) return none;
    return span_of(path_start(text, from, at), path_end(text, end));
}

/* /usr, ./usr, ~/usr, C:/usr; not "and/or" and </b>. */
static kt_span tell_slash(kt_str text, size_t from, size_t at) {
    if (!is_alnum(text, at + 1) || is_word_before(text, at)) return none;
    if (at > 0 && text.ptr[at - 1] == '<') return none;
    return span_of(path_start(text, from, at), path_end(text, at));
}

/* C:\Users */
static kt_span tell_backslash(kt_str text, size_t from, size_t at) {
    if (!is_word(text, at + 1)) return none;
    return span_of(path_start(text, from, at), path_end(text, at));
}

/* photo_Pusan; Hangul on both sides is prose, and _Pusan_ is stressed. */
static kt_span tell_underscore(kt_str text, size_t from, size_t at) {
    if (at == 0 || !is_word_before(text, at) || !is_word(text, at + 1)) return none;
    if (!is_alnum(text, at - 1) && !is_alnum(text, at + 1)) return none;
    return span_of(name_start(text, from, at), name_end(text, at));
}

/* $PUSAN */
static kt_span tell_dollar(kt_str text, size_t from, size_t at) {
    (void)from;
    bool variable = is_alpha(text, at + 1) && !is_word_before(text, at);
    return variable ? span_of(at, name_end(text, at + 1)) : none;
}

/* {pusan}, a place for something. */
static kt_span tell_brace(kt_str text, size_t from, size_t at) {
    (void)from;
    size_t end = name_end(text, at + 1);
    return is_alpha(text, at + 1) && is_one_of(text, end, "}") ? span_of(at, end + 1) : none;
}

/* pusan() */
static kt_span tell_call(kt_str text, size_t from, size_t at) {
    bool call = at > 0 && is_alnum(text, at - 1) && is_one_of(text, at + 1, ")");
    return call ? span_of(name_start(text, from, at), at + 2) : none;
}

static kt_span tell_www(kt_str text, size_t from, size_t at) {
    (void)from;
    bool www = !is_word_before(text, at) &&
               kti_str_starts(kti_str_cut(text, at, text.len), KTI_STR("www."));
    return www ? span_of(at, path_end(text, at)) : none;
}

static teller *teller_of(char c) {
    switch (c) {
    case ':':
        return tell_address;
    case '@':
        return tell_at;
    case '#':
        return tell_tag;
    case '.':
        return tell_dot;
    case '/':
        return tell_slash;
    case '\\':
        return tell_backslash;
    case '_':
        return tell_underscore;
    case '$':
        return tell_dollar;
    case '{':
        return tell_brace;
    case '(':
        return tell_call;
    case 'w':
        return tell_www;
    default:
        return NULL;
    }
}

/* The first stretch at or behind `from`; where the words end when there is none. */
static kt_span next_word(kt_str words, size_t from) {
    for (size_t at = from; at < words.len; at++) {
        teller *tell = teller_of(words.ptr[at]);
        kt_span met = tell == NULL ? none : tell(words, from, at);
        if (met.end > met.start) return met;
    }
    return span_of(words.len, words.len);
}

/* Moves on to the words that the span is in. */
static void find_words(kti_literals *l, kt_span span) {
    size_t start = span.start, end = span.end;
    while (start > l->words_end && !kti_is_ascii_space(l->text.ptr[start - 1]))
        start--;
    while (end < l->text.len && !kti_is_ascii_space(l->text.ptr[end]))
        end++;
    if (span.start >= l->words_end) l->word = span_of(start, start);
    l->words_end = end;
}

static kt_span word_around(kti_literals *l, kt_span span) {
    if (span.end > l->words_end) find_words(l, span);
    kt_str words = kti_str_cut(l->text, 0, l->words_end);
    while (l->word.end <= span.start && l->word.start < words.len)
        l->word = next_word(words, l->word.end);
    return l->word;
}

/* ---- code and tags -------------------------------------------------------------------------- */

enum { FENCE = 3, LONGEST_CODE = 1024 };

static size_t run_end(kt_str text, size_t at) {
    size_t end = at;
    while (end < text.len && text.ptr[end] == '`')
        end++;
    return end;
}

static bool begins_line(kt_str text, size_t at) {
    while (at > 0 && text.ptr[at - 1] == ' ')
        at--;
    return at == 0 || text.ptr[at - 1] == '\n';
}

/* Up to the line of backticks that closes it, or to the end. */
static size_t fence_end(kt_str text, size_t at) {
    size_t mark = kti_str_find(text, KTI_STR("\n```"), run_end(text, at));
    return mark == SIZE_MAX ? text.len : run_end(text, mark + 1);
}

/* Of old, `부산' is between quotes: what a backtick begins ends with a backtick, without a blank
 * on the inner sides and without a lone apostrophe. */
static bool is_code(kt_str inner) {
    size_t apostrophes = 0;
    if (inner.len == 0) return false;
    for (size_t i = 0; i < inner.len; i++)
        apostrophes += inner.ptr[i] == '\'';
    return apostrophes % 2 == 0 && !kti_is_ascii_space(inner.ptr[0]) &&
           !kti_is_ascii_space(inner.ptr[inner.len - 1]);
}

static size_t backticks_end(kt_str text, size_t at) {
    size_t open = run_end(text, at);
    if (open - at >= FENCE && begins_line(text, at)) return fence_end(text, at);
    size_t most = text.len - open > LONGEST_CODE ? open + LONGEST_CODE : text.len;
    for (size_t i = open; i < most && text.ptr[i] != '\n'; i++) {
        size_t close = run_end(text, i);
        if (close - i == open - at && is_code(kti_str_cut(text, open, i))) return close;
        if (close > i) i = close - 1;
    }
    return open;
}

/* <a href="...">; at `at` itself where there is no tag with a value. */
static size_t tag_end(kt_str text, size_t at) {
    bool value = false;
    for (size_t i = at + 1; is_alpha(text, at + 1) && i < text.len && i - at < LONGEST_CODE; i++) {
        value = value || text.ptr[i] == '=';
        if (text.ptr[i] == '<') break;
        if (text.ptr[i] == '>') return value ? i + 1 : at + 1;
    }
    return at + 1;
}

static size_t code_end(kt_str text, size_t at) {
    return text.ptr[at] == '`' ? backticks_end(text, at) : tag_end(text, at);
}

/* The last that begins before the span ends. */
static kt_span code_around(kti_literals *l, kt_span span) {
    size_t at = l->code.end;
    while (at < span.end && l->code.end <= span.start) {
        while (at < span.end && l->text.ptr[at] != '`' && l->text.ptr[at] != '<')
            at++;
        l->code = span_of(at, at < span.end ? code_end(l->text, at) : at);
        at = l->code.end;
    }
    return l->code;
}

/* ---- both ----------------------------------------------------------------------------------- */

static bool cuts(kt_span stretch, kt_span span) {
    bool meets = stretch.start < span.end && stretch.end > span.start;
    return meets && (stretch.start < span.start || stretch.end > span.end);
}

bool kti_literal_has(kti_literals *l, kt_span span) {
    kt_span code = code_around(l, span);
    return cuts(code, span) || cuts(word_around(l, span), span);
}
