/* str.h - borrowed text: compare, cut, search. All in bytes, never NUL-dependent. */
#ifndef KTI_CORE_STR_H
#define KTI_CORE_STR_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "kotext/base.h"

/* A kt_str of a string literal: as an expression, and as an initializer in a static table. */
#define KTI_STR(literal) ((kt_str){(literal), sizeof(literal) - 1})
#define KTI_STR_INIT(literal)                                                                      \
    { (literal), sizeof(literal) - 1 }

kt_str kti_str(const char *text);    /* of a NUL-terminated string; NULL gives the empty text */
int kti_str_cmp(kt_str a, kt_str b); /* byte order, which is code point order */

/* The bytes [start, end) of `str`; the caller keeps start <= end <= len. */
static inline kt_str kti_str_cut(kt_str str, size_t start, size_t end) {
    return (kt_str){start == 0 ? str.ptr : str.ptr + start,
                    end - start}; /* NULL + 0 is undefined */
}

static inline kt_str kti_str_span(kt_str str, kt_span span) {
    return kti_str_cut(str, span.start, span.end);
}

/* `ptr` is NULL only when `len` is 0, which the analyzer cannot know. */
static inline bool kti_str_eq(kt_str a, kt_str b) {
    // NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker)
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* Equal but for the case of ASCII letters, whatever the locale. */
bool kti_str_eq_nocase(kt_str a, kt_str b);

static inline bool kti_str_starts(kt_str str, kt_str prefix) {
    return str.len >= prefix.len && kti_str_eq(kti_str_cut(str, 0, prefix.len), prefix);
}

static inline bool kti_str_ends(kt_str str, kt_str suffix) {
    if (str.len < suffix.len || suffix.len == 0) return suffix.len == 0;
    return str.ptr[str.len - 1] == suffix.ptr[suffix.len - 1] && /* most differ there */
           kti_str_eq(kti_str_cut(str, str.len - suffix.len, str.len), suffix);
}

/* Of the bytes, eight at a time; one start for each table that is searched by it. */
static inline uint64_t kti_str_hash(kt_str text, uint64_t start) {
    uint64_t hash = start, bytes;
    for (size_t at = 0; at < text.len; at += sizeof bytes) {
        size_t left = text.len - at;
        bytes = 0;
        memcpy(&bytes, text.ptr + at, left < sizeof bytes ? left : sizeof bytes);
        hash = (hash ^ bytes) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
    }
    return hash;
}

/* Where `needle` first occurs at or after `from`; SIZE_MAX when it does not. */
size_t kti_str_find(kt_str str, kt_str needle, size_t from);

/* Without ASCII white space at either end. */
kt_str kti_str_trim(kt_str str);

/* UTF-8 text without its byte order mark. */
kt_str kti_str_unmarked(kt_str text);

/* Cuts `*rest` at the first `separator`: returns what stands before it and moves `*rest` behind
 * it. At the end `rest->ptr` becomes NULL. */
kt_str kti_str_next_field(kt_str *rest, char separator);

/* Takes `c` off the front of `*rest`; false when it is not there. */
bool kti_take_char(kt_str *rest, char c);
void kti_take_space(kt_str *rest); /* ASCII white space, line ends as well */

/* Whether `char` has a sign or not, which it has not on ARM. */
static inline bool kti_is_ascii(char c) {
    return (unsigned char)c < 0x80;
}

/* ASCII only, whatever the locale. */
static inline bool kti_is_ascii_alpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool kti_is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Whether there is such a character at `at`, which may lie behind the end. */
static inline bool kti_is_char_at(kt_str text, size_t at, char c) {
    return at < text.len && text.ptr[at] == c;
}

static inline bool kti_is_digit_at(kt_str text, size_t at) {
    return at < text.len && kti_is_ascii_digit(text.ptr[at]);
}

static inline char kti_ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool kti_is_ascii_space(char c);
char kti_ascii_upper(char c);

/* The bytes of the line end at `at`; 0 when there is none. */
size_t kti_line_end_len(kt_str text, size_t at);

/* The line, from 1, that `at` stands in. */
size_t kti_line_number(kt_str text, size_t at);

#endif
