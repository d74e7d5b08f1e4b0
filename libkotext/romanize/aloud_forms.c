/* aloud_forms.c - telephone numbers, dates, times and fractions, read aloud. */
#include "core/utf8.h"
#include "romanize/aloud.h"
#include "unicode/props.h"

/* The digits at `at`; no form has more than nine of them. */
static kt_str digits_at(kt_str text, size_t at) {
    enum { MOST = 9 };
    size_t end = at;
    while (end - at < MOST && kti_is_digit_at(text, end))
        end++;
    return kti_str_cut(text, at, kti_is_digit_at(text, end) ? at : end);
}

static unsigned value_of(kt_str digits) {
    unsigned value = 0;
    for (size_t i = 0; i < digits.len; i++)
        value = 10 * value + (unsigned)(digits.ptr[i] - '0');
    return value;
}

static void add_value(unsigned value, kti_buf *out) {
    char digits[16];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    kti_number_hangul((kt_str){digits + at, sizeof digits - at}, out);
}

/* Up to `most` numbers with `mark` between them, blanks behind it if `blanks`. */
typedef struct row {
    kt_str part[4];
    size_t count, end;
} row;

static row row_at(kt_str text, size_t at, char mark, size_t most, bool blanks) {
    row r = {.count = 0, .end = at};
    while (r.count < most) {
        kt_str part = digits_at(text, at);
        if (part.len == 0) break;
        r.part[r.count++] = part;
        r.end = at = at + part.len;
        if (!kti_is_char_at(text, at, mark)) break;
        for (at++; blanks && kti_is_char_at(text, at, ' ');)
            at++;
    }
    return r;
}

/* ---- telephone numbers ---------------------------------------------------------------------- */

/* 010-1234-5678, 02-123-4567, 1588-1234: groups behind a hyphen have three digits or four. */
static bool is_telephone(const row *r) {
    if (r->count < 2 || r->part[0].len > 4) return false;
    for (size_t i = 1; i < r->count; i++)
        if (r->part[i].len < 3 || r->part[i].len > 4) return false;
    bool zero = r->part[0].ptr[0] == '0' && r->part[0].len >= 2;
    bool service = r->part[0].len == 4 && r->part[1].len == 4 && r->part[0].ptr[0] == '1' &&
                   r->part[0].ptr[1] >= '4' && r->part[0].ptr[1] != '9';
    return (zero && r->count <= 3) || (service && r->count == 2) ||
           (r->count == 3 && r->part[0].len >= 2 && r->part[2].len == 4);
}

static size_t read_telephone(kt_str text, size_t at, kti_buf *out) {
    row r = row_at(text, at, '-', 4, false);
    if (!is_telephone(&r)) return at;
    for (size_t i = 0; i < r.count; i++) {
        if (i > 0) kti_buf_add_byte(out, ' ');
        kti_number_digits(r.part[i], out);
    }
    return r.end;
}

/* ---- dates ---------------------------------------------------------------------------------- */

/* June and October have lost a final: 유월, 시월. */
static void add_month(unsigned month, kti_buf *out) {
    if (month == 6)
        kti_buf_add_cstr(out, "유");
    else if (month == 10)
        kti_buf_add_cstr(out, "시");
    else
        add_value(month, out);
    kti_buf_add_cstr(out, "월");
}

/* 2026-11-26, 2026.11.26, 2026. 11. 26. */
static size_t read_date(kt_str text, size_t at, char mark, kti_buf *out) {
    row r = row_at(text, at, mark, 3, mark == '.');
    if (r.count != 3 || r.part[0].len != 4 || r.part[1].len > 2 || r.part[2].len > 2) return at;
    unsigned month = value_of(r.part[1]), day = value_of(r.part[2]);
    if (month < 1 || month > 12 || day < 1 || day > 31 || value_of(r.part[0]) < 1000) return at;
    add_value(value_of(r.part[0]), out);
    kti_buf_add_cstr(out, "년 ");
    add_month(month, out);
    kti_buf_add_byte(out, ' ');
    add_value(day, out);
    kti_buf_add_cstr(out, "일");
    bool stop =
        mark == '.' && kti_is_char_at(text, r.end, '.') && kti_is_char_at(text, r.end + 1, ' ');
    return stop ? r.end + 1 : r.end;
}

/* The day of an event: 사일구 digit by digit, 육십 and 이십 whole, 십이십이 as the month is. */
static void add_day(kt_str month, kt_str day, kti_buf *out) {
    kti_number_hangul(month, out);
    bool whole = day.len < 2 || day.ptr[1] == '0' || kti_str_eq(day, month);
    if (whole)
        kti_number_hangul(day, out);
    else if (day.ptr[1] == '6') { /* 십이륙, 오일륙: behind another number 육 is 륙 */
        kti_number_digits(kti_str_cut(day, 0, 1), out);
        kti_buf_add_cstr(out, "륙");
    } else
        kti_number_digits(day, out);
}

/* 4·19, 3·1절, and with a full stop where the event is named: 6.25 전쟁. */
static size_t read_event(kt_str text, size_t at, kti_buf *out) {
    kt_str month = digits_at(text, at);
    size_t dot = at + month.len;
    if (month.len == 0 || month.len > 2 || dot >= text.len) return at;
    kti_cp mark = kti_utf8_at(text, dot);
    kt_str day = digits_at(text, dot + mark.len);
    size_t end = dot + mark.len + day.len;
    if ((mark.cp != '.' && !kti_cp_is_middle_dot(mark.cp)) || day.len == 0 || day.len > 2)
        return at;
    if (month.ptr[0] == '0' || day.ptr[0] == '0' || value_of(month) > 12 || value_of(day) > 31)
        return at;
    kt_str behind = kti_str_cut(text, end, text.len);
    bool named = kti_is_called_by_day(behind);
    bool longer = behind.len > 1 && kti_is_digit_at(behind, kti_utf8_at(behind, 0).len);
    if (longer || (!named && (mark.cp == '.' || kti_is_counted_on(behind)))) return at;
    add_day(month, day, out);
    return end;
}

/* 119: digit by digit where one calls for help. */
static size_t read_emergency(kt_str text, size_t at, kti_buf *out) {
    kt_str digits = digits_at(text, at);
    size_t end = at + digits.len;
    if (!kti_is_emergency(digits, kti_str_cut(text, end, text.len))) return at;
    kti_number_digits(digits, out);
    return end;
}

static size_t read_month(kt_str text, size_t at, kti_buf *out) {
    kt_str digits = digits_at(text, at);
    size_t end = at + digits.len;
    unsigned month = value_of(digits);
    bool lost = (month == 6 || month == 10) && digits.len <= 2;
    if (!lost || !kti_str_starts(kti_str_cut(text, end, text.len), KTI_STR("월"))) return at;
    add_month(month, out);
    return end + KTI_STR("월").len;
}

/* ---- times and fractions -------------------------------------------------------------------- */

static void add_part(unsigned value, const char *unit, kti_buf *out) {
    kti_buf_add_byte(out, ' ');
    add_value(value, out);
    kti_buf_add_cstr(out, unit);
}

/* 3:30, 15:05:10; the hours to twelve are native. */
static size_t read_time(kt_str text, size_t at, kti_buf *out) {
    row r = row_at(text, at, ':', 4, false);
    if (r.count < 2 || r.count > 3 || r.part[0].len > 2 || kti_is_char_at(text, r.end, ':'))
        return at;
    for (size_t i = 1; i < r.count; i++)
        if (r.part[i].len != 2 || value_of(r.part[i]) > 59) return at;
    unsigned hour = value_of(r.part[0]);
    if (hour > 24) return at;
    kt_str digits = r.part[0];
    if (digits.len == 2 && digits.ptr[0] == '0') digits = kti_str_cut(digits, 1, 2);
    if (hour > 12 || !kti_number_native(digits, out)) add_value(hour, out);
    kti_buf_add_cstr(out, hour > 0 && hour <= 12 ? " 시" : "시");
    unsigned minute = value_of(r.part[1]), second = r.count == 3 ? value_of(r.part[2]) : 0;
    if (minute > 0) add_part(minute, "분", out);
    if (second > 0) add_part(second, "초", out);
    return r.end;
}

/* 3/4: 사분의 삼. */
static size_t read_ratio(kt_str text, size_t at, kti_buf *out) {
    row r = row_at(text, at, '/', 4, false);
    if (r.count != 2 || r.part[0].len > 3 || r.part[1].len > 3 ||
        kti_is_char_at(text, r.end, '/') || value_of(r.part[1]) < 2)
        return at;
    add_value(value_of(r.part[1]), out);
    kti_buf_add_cstr(out, "분의 ");
    add_value(value_of(r.part[0]), out);
    return r.end;
}

/* 3:2: 삼 대 이. */
static size_t read_score(kt_str text, size_t at, kti_buf *out) {
    row r = row_at(text, at, ':', 4, false);
    if (r.count != 2 || r.part[0].len > 3 || r.part[1].len > 3 || kti_is_char_at(text, r.end, ':'))
        return at;
    add_value(value_of(r.part[0]), out);
    kti_buf_add_cstr(out, " 대 ");
    add_value(value_of(r.part[1]), out);
    return r.end;
}

size_t kti_form_read(kt_str text, size_t at, kti_buf *out) {
    size_t end = read_date(text, at, '-', out);
    if (end == at) end = read_date(text, at, '.', out);
    if (end == at) end = read_telephone(text, at, out);
    if (end == at) end = read_time(text, at, out);
    if (end == at) end = read_score(text, at, out);
    if (end == at) end = read_ratio(text, at, out);
    if (end == at) end = read_event(text, at, out);
    if (end == at) end = read_emergency(text, at, out);
    return end == at ? read_month(text, at, out) : end;
}
