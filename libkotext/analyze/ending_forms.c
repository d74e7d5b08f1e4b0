/* What is said last of several numbers, and of a sum of money: 1/2 이분의 일, 10:00 열 시. */
#include "analyze/ending.h"
#include "core/str.h"
#include "core/utf8.h"

enum { FRACTION_SLASH = 0x2044, PARTS = 3 };

/* Numbers with the same mark between them at the end of a text. */
typedef struct row {
    kt_str part[PARTS]; /* the last first */
    size_t count;
    uint32_t mark;
} row;

static bool is_digit_before(kt_str text, size_t end) {
    return end > 0 && kti_is_ascii_digit(text.ptr[end - 1]);
}

static kt_str digits_before(kt_str text, size_t end) {
    size_t start = end;
    while (is_digit_before(text, start))
        start--;
    return kti_str_cut(text, start, end);
}

/* No row when another number stands before it. Behind a full stop of a date may be blanks. */
static row row_before(kt_str text) {
    row r = {.count = 0};
    for (size_t end = text.len; r.count < PARTS;) {
        kt_str part = digits_before(text, end);
        if (part.len == 0) return (row){.count = 0};
        r.part[r.count++] = part;
        end -= part.len;
        size_t behind = end;
        while (end > 0 && text.ptr[end - 1] == ' ')
            end--;
        if (end == 0) return r;
        kti_cp mark = kti_utf8_before(text, end);
        if (mark.cp == FRACTION_SLASH) mark.cp = '/';
        bool first = r.count == 1, blank = behind > end;
        if (!is_digit_before(text, end - mark.len) || (!first && mark.cp != r.mark)) return r;
        if (blank && mark.cp != '.') return r;
        r.mark = mark.cp;
        end -= mark.len;
    }
    return r;
}

static unsigned value_of(kt_str digits) {
    unsigned value = 0;
    for (size_t i = 0; i < digits.len && i < 5; i++)
        value = 10 * value + (unsigned)(digits.ptr[i] - '0');
    return value;
}

/* 2026-06-03, 2026. 6. 3: a day ends in 일. */
static bool is_date(const row *r) {
    if (r->count != 3 || (r->mark != '-' && r->mark != '.') || r->part[2].len != 4) return false;
    unsigned day = value_of(r->part[0]), month = value_of(r->part[1]);
    return r->part[0].len <= 2 && r->part[1].len <= 2 && day >= 1 && day <= 31 && month >= 1 &&
           month <= 12;
}

/* 3/4: 사분의 삼. */
static bool is_ratio(const row *r) {
    return r->count == 2 && r->mark == '/' && r->part[0].len <= 3 && r->part[1].len <= 3 &&
           value_of(r->part[0]) > 1;
}

/* 10:00, 15:05:10; 3:2 is a score. */
static bool is_time(const row *r) {
    if (r->count < 2 || r->mark != ':' || r->part[r->count - 1].len > 2) return false;
    for (size_t i = 0; i + 1 < r->count; i++)
        if (r->part[i].len != 2 || value_of(r->part[i]) > 59) return false;
    return value_of(r->part[r->count - 1]) <= 24;
}

/* 시, 분, 초: what is nothing is not said. */
static kti_ending time_ending(const row *r) {
    unsigned second = r->count == 3 ? value_of(r->part[0]) : 0;
    unsigned minute = value_of(r->part[r->count - 2]);
    return second == 0 && minute > 0 ? KTI_ENDS_CONSONANT : KTI_ENDS_VOWEL;
}

kti_ending kti_ending_form(kt_str text) {
    row r = row_before(text);
    if (is_date(&r)) return KTI_ENDS_RIEUL;
    if (is_time(&r)) return time_ending(&r);
    return is_ratio(&r) ? kti_ending_number(r.part[1]) : KTI_ENDS_UNKNOWN;
}

/* ---- money ---------------------------------------------------------------------------------- */

/* Where the powers of ten, or letters that stand for them, behind a sum begin: $5억, $2m. */
static size_t power_start(kt_str text) {
    static const char *const powers[] = {"백", "천", "만", "억", "조", "bn",
                                         "m",  "b",  "k",  "M",  "B",  "K"};
    size_t end = text.len;
    for (size_t i = 0; i < sizeof powers / sizeof *powers; i++)
        if (kti_str_ends(kti_str_cut(text, 0, end), kti_str(powers[i]))) {
            end -= kti_str(powers[i]).len;
            i = SIZE_MAX; /* 5천만: from the first again */
        }
    return end;
}

kt_str kti_ending_money(kt_str text) {
    size_t end = power_start(text), start = end;
    while (start > 0 && (is_digit_before(text, start) || text.ptr[start - 1] == ',' ||
                         text.ptr[start - 1] == '.'))
        start--;
    if (start == end || start == 0) return (kt_str){NULL, 0};
    static const char *const signs[] = {"$", "€", "£", "¥", "₩"};
    kt_str before = kti_str_cut(text, 0, start);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (kti_str_ends(before, kti_str(signs[i]))) return before;
    return (kt_str){NULL, 0};
}
