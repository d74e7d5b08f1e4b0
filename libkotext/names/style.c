#include "names/style.h"

#include <string.h>

#include "core/str.h"

/* What stands between the syllables of a given name, and what is a capital. */
typedef struct shape {
    const char *joint;
    bool second_capital, all_capitals;
} shape;

static shape shape_of(kt_name_style style, bool north) {
    switch (style) {
    case KT_NAME_STYLE_AFP:
        return (shape){"-", true, false};
    case KT_NAME_STYLE_AP:
        return north ? (shape){" ", true, false} : (shape){"-", false, false};
    case KT_NAME_STYLE_PASSPORT:
        return (shape){"", false, true};
    case KT_NAME_STYLE_DPRK:
        return (shape){" ", true, false};
    default:
        return (shape){"-", false, false};
    }
}

static size_t put(char *out, size_t len, const char *part, bool capital, bool all) {
    for (size_t i = 0; part[i] != '\0'; i++)
        out[len++] = all || (capital && i == 0) ? kti_ascii_upper(part[i]) : part[i];
    return len;
}

size_t kti_style_join(kt_name_style style, bool north, const char *surname, const char *first,
                      const char *second, char out[KTI_STYLED_MOST]) {
    shape s = shape_of(style, north);
    size_t len = put(out, 0, surname, true, s.all_capitals);
    if (len > 0) out[len++] = ' ';
    len = put(out, len, first, true, s.all_capitals);
    if (second[0] != '\0') len = put(out, len, s.joint, false, false);
    len = put(out, len, second, s.second_capital, s.all_capitals);
    out[len] = '\0';
    return len;
}

/* Copies a part in small letters. False for one that is too long or has other characters. */
static bool small(kt_str part, char out[16]) {
    if (part.len == 0 || part.len > 15) return false;
    for (size_t i = 0; i < part.len; i++) {
        out[i] = kti_ascii_lower(part.ptr[i]);
        if (out[i] < 'a' || out[i] > 'z') return false;
    }
    out[part.len] = '\0';
    return true;
}

/* Surname, then one or two parts of the given name, at spaces and hyphens. */
static size_t parts_of(kt_str text, char parts[3][16]) {
    size_t count = 0, start = 0;
    for (size_t at = 0; at <= text.len; at++) {
        bool end = at == text.len || text.ptr[at] == ' ' || text.ptr[at] == '-';
        if (!end) continue;
        if (count == 3 || !small(kti_str_cut(text, start, at), parts[count++])) return 0;
        start = at + 1;
    }
    return count;
}

kt_str kti_style_own(kt_name_style style, bool north, const kti_matcher *m, kt_str hangul,
                     kt_str text, char out[KTI_STYLED_MOST]) {
    char parts[3][16];
    kti_prepared name;
    kti_match_prepare(m, hangul, &name);
    if (style == KT_NAME_STYLE_PLAIN || name.given.len == 0) return text;
    size_t count = parts_of(text, parts), syllables = name.given.len / 3;
    if (count < 2 || count > syllables + 1) return text;
    if (kti_match_surname(m, name.surname, kti_str(parts[0])) <= 0) return text;
    bool whole = count == 2 && syllables == 2; /* Park Insook: where to cut it is not told */
    if (whole && style != KT_NAME_STYLE_PASSPORT) return text;
    return (kt_str){
        out, kti_style_join(style, north, parts[0], parts[1], count == 3 ? parts[2] : "", out)};
}
