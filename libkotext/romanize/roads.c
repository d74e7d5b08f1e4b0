/* roads.c - names of roads: 대로 로 길 behind a hyphen (RR 3.5, as road name addresses are
 * written), and the numbers of their branches: Hakdong-ro 3-gil, Gangnam-daero 12beon-gil. */
#include "core/str.h"
#include "romanize/marker.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Quarters and stations named after a road that has become the name of the place: Jongno. */
static bool is_quarter(kt_str name) {
    static const char *const quarters[] = {"종로",   "구로",   "세종로", "신문로",
                                           "태평로", "을지로", "충무로", "충정로",
                                           "한강로", "원효로", "남구로", "남대문로"};
    for (size_t i = 0; i < COUNT(quarters); i++)
        if (kti_str_eq(name, kti_str(quarters[i]))) return true;
    return false;
}

/* Bytes of 대로, 로 or 길 at the end of a name that has `least` syllables or more; 0: no road. */
static size_t road_bytes(kt_str name, size_t least) {
    bool road = kti_str_ends(name, KTI_STR("로")) || kti_str_ends(name, KTI_STR("길"));
    if (!road || name.len < least * KTI_SYL_BYTES) return 0;
    bool wide = kti_str_ends(name, KTI_STR("대로")) && name.len >= 4 * KTI_SYL_BYTES;
    return wide ? 2 * KTI_SYL_BYTES : KTI_SYL_BYTES;
}

static void set_off(kti_marker *m, size_t at) {
    m->marks[at] |= KTI_MARK_HYPHEN;
    kti_marker_freeze(m, at);
}

/* What stands between the number of a branch and its 길: 12번길, 5안길, 3번가길. */
static bool is_branch(kt_str tail) {
    static const char *const tails[] = {"길",   "로",     "번길",   "가길",  "나길",
                                        "다길", "라길",   "마길",   "바길",  "사길",
                                        "안길", "번가길", "번나길", "번안길"};
    for (size_t i = 0; i < COUNT(tails); i++)
        if (kti_str_eq(tail, kti_str(tails[i]))) return true;
    return false;
}

/* The digits of a word; nothing for more than one group of them. */
static kt_span digits_of(kt_str name) {
    size_t start = 0;
    while (start < name.len && !kti_is_ascii_digit(name.ptr[start]))
        start++;
    size_t end = start;
    while (end < name.len && kti_is_ascii_digit(name.ptr[end]))
        end++;
    return (kt_span){(uint32_t)start, (uint32_t)end};
}

static bool mark_branch(kti_marker *m, kt_span word, kt_str name, kt_span digits) {
    kt_str tail = kti_str_cut(name, digits.end, name.len);
    kt_str head = kti_str_cut(name, 0, digits.start);
    bool alone = head.len == 0;
    bool street = kti_str_eq(tail, KTI_STR("로"));
    if (!is_branch(tail) || (alone && (word.start == 0 || street))) return false;
    size_t road = street ? 0 : road_bytes(head, 2);
    if (road > 0) set_off(m, word.start + head.len - road);
    if (!alone) m->marks[word.start + digits.start] |= KTI_MARK_SPACE;
    set_off(m, word.end - KTI_SYL_BYTES);
    return true;
}

/* Whether the number of a building stands behind: 종로 1 is in the road, 종로 3가 a quarter. */
static bool is_before_number(kt_str text, size_t end) {
    size_t at = end + 1;
    if (at >= text.len || text.ptr[end] != ' ' || !kti_is_ascii_digit(text.ptr[at])) return false;
    while (at < text.len && kti_is_ascii_digit(text.ptr[at]))
        at++;
    return !kti_str_starts(kti_str_cut(text, at, text.len), KTI_STR("가"));
}

bool kti_mark_road(kti_marker *m, kt_span word) {
    kt_str text = m->phono->text, name = kti_str_span(text, word);
    if (!m->scheme->names.roads) return false;
    kt_span digits = digits_of(name);
    if (digits.start < digits.end) return mark_branch(m, word, name, digits);
    bool numbered = is_before_number(text, word.end);
    size_t road = road_bytes(name, numbered ? 2 : 3);
    if (road == 0 || (is_quarter(name) && !numbered)) return false;
    set_off(m, word.end - road);
    return true;
}
