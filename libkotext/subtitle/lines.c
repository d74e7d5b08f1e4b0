#include "subtitle/lines.h"

#include <string.h>

#include "core/str.h"

kti_line kti_line_at(kt_str text, size_t at) {
    size_t end = at;
    while (end < text.len && text.ptr[end] != '\n' && text.ptr[end] != '\r')
        end++;
    return (kti_line){kti_str_cut(text, at, end), at, end, end + kti_line_end_len(text, end)};
}

bool kti_is_blank(kt_str text) {
    for (size_t i = 0; i < text.len; i++)
        if (!kti_is_ascii_space(text.ptr[i])) return false;
    return true;
}

bool kti_starts_nocase(kt_str text, const char *prefix) {
    size_t at = 0;
    for (; prefix[at] != '\0'; at++)
        if (at >= text.len || kti_ascii_lower(text.ptr[at]) != kti_ascii_lower(prefix[at]))
            return false;
    return true;
}

bool kti_eq_nocase(kt_str text, const char *other) {
    return kti_str_eq_nocase(text, kti_str(other));
}

/* ---- taking --------------------------------------------------------------------------------- */

bool kti_take_number(kt_str *rest, int64_t *value, size_t *digits) {
    *value = 0;
    *digits = 0;
    while (*digits < 9 && *digits < rest->len && kti_is_ascii_digit(rest->ptr[*digits])) {
        *value = *value * 10 + (rest->ptr[*digits] - '0');
        ++*digits;
    }
    *rest = kti_str_cut(*rest, *digits, rest->len);
    return *digits > 0;
}

void kti_take_blanks(kt_str *rest) {
    while (kti_take_char(rest, ' ') || kti_take_char(rest, '\t'))
        continue;
}

static bool take_fraction(kt_str *rest, const char *marks, int64_t *ms) {
    size_t digits;
    *ms = 0;
    if (rest->len == 0 || strchr(marks, rest->ptr[0]) == NULL || rest->ptr[0] == '\0') return true;
    *rest = kti_str_cut(*rest, 1, rest->len);
    kti_take_blanks(rest);
    if (!kti_take_number(rest, ms, &digits)) return false;
    for (; digits < 3; digits++)
        *ms *= 10;
    for (; digits > 3; digits--)
        *ms /= 10;
    return true;
}

bool kti_take_time(kt_str *rest, const char *marks, int64_t *ms) {
    int64_t part = 0, seconds = 0, fraction = 0;
    size_t digits = 0;
    int parts = 0;
    do {
        kti_take_blanks(rest);
        if (!kti_take_number(rest, &part, &digits)) return false;
        seconds = seconds * 60 + part;
        kti_take_blanks(rest);
    } while (++parts < 3 && kti_take_char(rest, ':'));
    if (parts < 2 || !take_fraction(rest, marks, &fraction)) return false;
    *ms = seconds * 1000 + fraction;
    return true;
}

/* ---- writing -------------------------------------------------------------------------------- */

void kti_add_padded(kti_buf *out, int64_t value, int digits) {
    char text[24];
    size_t at = sizeof text;
    if (value < 0) value = 0;
    for (; (value > 0 || digits > 0) && at > 0; digits--, value /= 10)
        text[--at] = (char)('0' + value % 10);
    kti_buf_add(out, text + at, sizeof text - at);
}

void kti_add_time_text(int64_t ms, kti_time_shape shape, kti_buf *out) {
    int64_t unit = shape.digits >= 3 ? 1 : shape.digits == 2 ? 10 : shape.digits == 1 ? 100 : 1000;
    ms = ms < 0 ? 0 : (ms + unit / 2) / unit * unit;
    int64_t hours = ms / 3600000;
    int64_t minutes = ms / 60000;
    if (shape.hours > 0 || (hours > 0 && shape.hours == 0)) {
        kti_add_padded(out, hours, shape.hours > 0 ? shape.hours : 2);
        kti_buf_add_byte(out, ':');
        minutes %= 60;
    }
    kti_add_padded(out, minutes, 2);
    kti_buf_add_byte(out, ':');
    kti_add_padded(out, ms / 1000 % 60, 2);
    if (shape.digits == 0) return;
    kti_buf_add_byte(out, shape.mark);
    kti_add_padded(out, ms % 1000 / unit, shape.digits > 3 ? 3 : shape.digits);
}

kti_time_shape kti_shape_of(kt_str time, kti_time_shape other) {
    kti_time_shape shape = {0, other.mark, 0};
    int colons = 0, first = 0;
    if (time.len == 0) return other;
    for (size_t i = 0; i < time.len; i++)
        colons += time.ptr[i] == ':';
    while ((size_t)first < time.len && kti_is_ascii_digit(time.ptr[first]))
        first++;
    if (colons >= 2) shape.hours = first;
    for (size_t i = time.len; i > 0 && kti_is_ascii_digit(time.ptr[i - 1]); i--)
        shape.digits++;
    size_t before = time.len - (size_t)shape.digits;
    while (before > 0 && kti_is_ascii_space(time.ptr[before - 1]))
        before--;
    if (before == 0 || time.ptr[before - 1] == ':')
        shape.digits = 0;
    else
        shape.mark = time.ptr[before - 1];
    return shape;
}
