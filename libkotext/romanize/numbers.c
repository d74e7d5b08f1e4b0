/* numbers.c - numbers read aloud: Sino-Korean, or native before the counters that take it. */
#include "core/str.h"
#include "core/utf8.h"
#include "romanize/romanize.h"

static const char *const ones[] = {"영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"};

/* Up to four digits; 1 before a power of ten is silent (십, 백), but not before 만. */
static void add_group(kt_str digits, kti_buf *out) {
    static const char *const tens[] = {"", "십", "백", "천"};
    for (size_t i = 0; i < digits.len; i++) {
        size_t place = digits.len - 1 - i;
        unsigned digit = (unsigned)(digits.ptr[i] - '0');
        if (digit == 0) continue;
        if (digit > 1 || place == 0) kti_buf_add_cstr(out, ones[digit]);
        kti_buf_add_cstr(out, tens[place]);
    }
}

static bool all_zero(kt_str digits) {
    for (size_t i = 0; i < digits.len; i++)
        if (digits.ptr[i] != '0') return false;
    return true;
}

enum { GROUP = 4, GROUPS = 5 };

void kti_number_hangul(kt_str digits, kti_buf *out) {
    static const char *const powers[GROUPS] = {"", "만", "억", "조", "경"};
    bool plain = digits.len > GROUP * GROUPS || (digits.len > 1 && digits.ptr[0] == '0');
    for (size_t i = 0; plain && i < digits.len; i++)
        kti_buf_add_cstr(out, ones[digits.ptr[i] - '0']);
    if (plain) return;
    if (all_zero(digits)) {
        kti_buf_add_cstr(out, ones[0]);
        return;
    }
    size_t start = out->len;
    for (size_t at = 0; at < digits.len;) {
        size_t left = digits.len - at;
        size_t take = left % GROUP == 0 ? GROUP : left % GROUP;
        kt_str group = kti_str_cut(digits, at, at + take);
        size_t power = (left - take) / GROUP;
        bool bare = power == 1 && out->len == start && kti_str_eq(group, KTI_STR("1")); /* 만 */
        if (!bare) add_group(group, out);
        if (!all_zero(group)) kti_buf_add_cstr(out, powers[power]);
        at += take;
    }
}

/* ---- native numbers ------------------------------------------------------------------------- */

static const char *const counters[] = {"개",   "명",   "사람", "살", "시간", "시",   "마리", "권",
                                       "장",   "병",   "잔",   "벌", "켤레", "송이", "그루", "채",
                                       "번째", "가지", "군데", "달", "자루", "척",   "배"};

static bool is_counter(kt_str behind) {
    for (size_t i = 0; i < sizeof counters / sizeof *counters; i++)
        if (kti_str_starts(behind, kti_str(counters[i]))) return true;
    return false;
}

/* 1 to 99 before a counter: 한, 스무, 서른두. */
static bool add_native(kt_str digits, kti_buf *out) {
    static const char *const units[] = {"",     "한",   "두",   "세",   "네",
                                        "다섯", "여섯", "일곱", "여덟", "아홉"};
    static const char *const tens[] = {"",   "열",   "스물", "서른", "마흔",
                                       "쉰", "예순", "일흔", "여든", "아흔"};
    if (digits.len == 0 || digits.len > 2 || digits.ptr[0] == '0') return false;
    unsigned ten = digits.len == 2 ? (unsigned)(digits.ptr[0] - '0') : 0;
    unsigned unit = (unsigned)(digits.ptr[digits.len - 1] - '0');
    kti_buf_add_cstr(out, ten == 2 && unit == 0 ? "스무" : tens[ten]);
    kti_buf_add_cstr(out, units[unit]);
    return true;
}

/* ---- in text -------------------------------------------------------------------------------- */

static bool is_digit_at(kt_str text, size_t at) {
    return at < text.len && kti_is_ascii_digit(text.ptr[at]);
}

/* The end of a number; a comma between groups of three belongs to it. `digits` gets it bare. */
static size_t take_number(kt_str text, size_t at, kti_buf *digits) {
    kti_buf_clear(digits);
    while (is_digit_at(text, at)) {
        kti_buf_add_byte(digits, text.ptr[at++]);
        bool group = at + 3 < text.len && text.ptr[at] == ',' && is_digit_at(text, at + 1) &&
                     is_digit_at(text, at + 2) && is_digit_at(text, at + 3) &&
                     !is_digit_at(text, at + 4);
        if (group) at++;
    }
    return at;
}

static void read_fraction(kt_str text, size_t *end, kti_buf *out) {
    if (*end >= text.len || text.ptr[*end] != '.' || !is_digit_at(text, *end + 1)) return;
    kti_buf_add_cstr(out, "점");
    for (++*end; is_digit_at(text, *end); ++*end)
        kti_buf_add_cstr(out, ones[text.ptr[*end] - '0']);
}

static size_t read_number(kt_str text, size_t at, kti_buf *digits, kti_buf *reading) {
    size_t end = take_number(text, at, digits);
    kti_buf_clear(reading);
    kt_str behind = kti_str_cut(text, end, text.len);
    size_t space = behind.len > 0 && behind.ptr[0] == ' ' ? 1 : 0;
    bool counted = is_counter(kti_str_cut(behind, space, behind.len));
    if (!counted || !add_native(kti_buf_str(digits), reading)) {
        kti_number_hangul(kti_buf_str(digits), reading);
        read_fraction(text, &end, reading);
    } else if (space == 0) {
        kti_buf_add_byte(reading, ' '); /* 3명: 세 명 */
    }
    return end;
}

kt_status kti_numbers_read(kt_str text, kti_arena *arena, kt_text *out) {
    kti_buf digits, reading;
    size_t copied = 0;
    kti_buf_init(&digits, &arena->alloc);
    kti_buf_init(&reading, &arena->alloc);
    kti_text_clear(out);
    for (size_t at = 0; at < text.len;) {
        if (!is_digit_at(text, at)) {
            at += kti_utf8_at(text, at).len;
            continue;
        }
        size_t end = read_number(text, at, &digits, &reading);
        kti_text_copy(out, kti_str_cut(text, copied, at));
        kti_text_replace(out, end - at, kti_buf_str(&reading),
                         kti_scheme_rule(KT_SCHEME_HANGUL, KTI_BY_NUMBER));
        copied = at = end;
    }
    kti_text_copy(out, kti_str_cut(text, copied, text.len));
    bool failed = digits.failed || reading.failed;
    kti_buf_free(&digits);
    kti_buf_free(&reading);
    return failed ? KT_ERR_NOMEM : kti_text_status(out);
}
