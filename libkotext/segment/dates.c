#include "segment/dates.h"

#include "core/utf8.h"

enum { APOSTROPHE = 0x2019, MOST_DIGITS = 4 };

/* A number of a date. */
typedef struct part {
    unsigned value, digits;
    size_t end;   /* behind the digits */
    bool stopped; /* a full stop stands there */
} part;

static bool is_digit_at(kt_str text, size_t at) {
    return at < text.len && kti_is_ascii_digit(text.ptr[at]);
}

static part part_at(kt_str text, size_t at) {
    part p = {0, 0, at, false};
    for (; p.digits <= MOST_DIGITS && is_digit_at(text, p.end); p.end++, p.digits++)
        p.value = 10 * p.value + (unsigned)(text.ptr[p.end] - '0');
    p.stopped = p.end < text.len && text.ptr[p.end] == '.';
    return p;
}

/* The number behind the full stop of `p` and the blanks there. */
static part next_part(kt_str text, part p) {
    size_t at = p.end + 1;
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    return part_at(text, at);
}

static bool is_year(kt_str text, size_t at, part p) {
    if (p.digits == 4) return p.value >= 1000 && p.value < 3000;
    if (p.digits != 2 || at == 0) return false;
    uint32_t before = kti_utf8_before(text, at).cp;
    return before == '\'' || before == APOSTROPHE;
}

static bool is_month(part p) {
    return p.digits >= 1 && p.digits <= 2 && p.value >= 1 && p.value <= 12 && p.stopped;
}

static bool is_day(part p) {
    return p.digits >= 1 && p.digits <= 2 && p.value >= 1 && p.value <= 31;
}

size_t kti_date_end(kt_str text, size_t at) {
    part first = part_at(text, at);
    bool year = first.stopped && is_year(text, at, first);
    if (!year && !is_month(first)) return at;
    part second = next_part(text, first);
    if (!year) return is_day(second) && second.stopped ? second.end + 1 : at;
    if (!is_month(second)) return at;
    part third = next_part(text, second);
    if (!is_day(third)) return second.end + 1;
    return third.stopped ? third.end + 1 : third.end;
}

/* Where the number before the one at `at` begins, with a full stop and blanks between; `at` where
 * none does. */
static size_t before_part(kt_str text, size_t at) {
    size_t end = at;
    while (end > 0 && text.ptr[end - 1] == ' ')
        end--;
    if (end == 0 || text.ptr[end - 1] != '.') return at;
    size_t start = --end;
    while (end - start < MOST_DIGITS && start > 0 && kti_is_ascii_digit(text.ptr[start - 1]))
        start--;
    return start == end ? at : start;
}

bool kti_is_in_date(kt_str text, size_t at) {
    size_t stop = part_at(text, at).end, start = at;
    for (int parts = 0; parts < 3; parts++) {
        if (kti_date_end(text, start) > stop) return true;
        size_t before = before_part(text, start);
        if (before == start) break;
        start = before;
    }
    return false;
}
