/* numbers.c - numbers as words: Sino-Korean, native, digit by digit. */
#include "romanize/aloud.h"

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

void kti_number_fraction(kt_str digits, kti_buf *out) {
    for (size_t i = 0; i < digits.len; i++)
        kti_buf_add_cstr(out, ones[digits.ptr[i] - '0']);
}

void kti_number_digits(kt_str digits, kti_buf *out) {
    for (size_t i = 0; i < digits.len; i++)
        kti_buf_add_cstr(out, digits.ptr[i] == '0' ? "공" : ones[digits.ptr[i] - '0']);
}

enum { GROUP = 4, GROUPS = 5 };

void kti_number_hangul(kt_str digits, kti_buf *out) {
    static const char *const powers[GROUPS] = {"", "만", "억", "조", "경"};
    if (digits.len > GROUP * GROUPS || (digits.len > 1 && digits.ptr[0] == '0')) {
        kti_number_digits(digits, out);
        return;
    }
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

bool kti_number_native(kt_str digits, kti_buf *out) {
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
