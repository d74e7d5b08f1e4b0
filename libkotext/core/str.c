#include "core/str.h"

#include <string.h>

kt_str kti_str(const char *text) {
    return (kt_str){text, text == NULL ? 0 : strlen(text)};
}

int kti_str_cmp(kt_str a, kt_str b) {
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared == 0 ? 0 : memcmp(a.ptr, b.ptr, shared);
    if (order != 0) return order;
    return (a.len > b.len) - (a.len < b.len);
}

bool kti_str_eq_nocase(kt_str a, kt_str b) {
    bool same = a.len == b.len;
    for (size_t i = 0; same && i < a.len; i++)
        same = kti_ascii_lower(a.ptr[i]) == kti_ascii_lower(b.ptr[i]);
    return same;
}

size_t kti_str_find(kt_str str, kt_str needle, size_t from) {
    if (needle.len == 0) return from <= str.len ? from : SIZE_MAX;
    while (from < str.len && str.len - from >= needle.len) {
        const char *hit = memchr(str.ptr + from, needle.ptr[0], str.len - from - needle.len + 1);
        if (hit == NULL) return SIZE_MAX;
        from = (size_t)(hit - str.ptr);
        if (memcmp(hit, needle.ptr, needle.len) == 0) return from;
        from++;
    }
    return SIZE_MAX;
}

kt_str kti_str_trim(kt_str str) {
    while (str.len > 0 && kti_is_ascii_space(str.ptr[0]))
        str = kti_str_cut(str, 1, str.len);
    while (str.len > 0 && kti_is_ascii_space(str.ptr[str.len - 1]))
        str.len--;
    return str;
}

kt_str kti_str_unmarked(kt_str text) {
    const kt_str mark = KTI_STR("\xEF\xBB\xBF");
    return kti_str_starts(text, mark) ? kti_str_cut(text, mark.len, text.len) : text;
}

kt_str kti_str_next_field(kt_str *rest, char separator) {
    const char *end = rest->len == 0 ? NULL : memchr(rest->ptr, separator, rest->len);
    kt_str field = *rest;
    if (end == NULL) {
        *rest = (kt_str){NULL, 0};
        return field;
    }
    field.len = (size_t)(end - field.ptr);
    *rest = kti_str_cut(*rest, field.len + 1, rest->len);
    return field;
}

bool kti_is_ascii_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

char kti_ascii_upper(char c) {
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

bool kti_take_char(kt_str *rest, char c) {
    if (rest->len == 0 || rest->ptr[0] != c) return false;
    *rest = kti_str_cut(*rest, 1, rest->len);
    return true;
}

void kti_take_space(kt_str *rest) {
    while (rest->len > 0 && kti_is_ascii_space(rest->ptr[0]))
        *rest = kti_str_cut(*rest, 1, rest->len);
}

/* ---- lines ---------------------------------------------------------------------------------- */

size_t kti_line_end_len(kt_str text, size_t at) {
    if (at >= text.len) return 0;
    if (text.ptr[at] == '\n') return 1;
    if (text.ptr[at] != '\r') return 0;
    return at + 1 < text.len && text.ptr[at + 1] == '\n' ? 2 : 1;
}

size_t kti_line_number(kt_str text, size_t at) {
    size_t line = 1;
    for (size_t i = 0; i < at && i < text.len; i++)
        line += kti_line_end_len(text, i) == 1; /* CR LF counts at its LF */
    return line;
}
