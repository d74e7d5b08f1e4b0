#include "unicode/props.h"

#include <utf8proc.h>

#include "core/utf8.h"

/* Hangul syllables, most of what is asked about, need no look into the tables. */
static utf8proc_category_t category(uint32_t cp) {
    if (cp - 0xAC00 <= 0xD7A3 - 0xAC00) return UTF8PROC_CATEGORY_LO;
    return utf8proc_category((utf8proc_int32_t)cp);
}

static bool in_range(uint32_t cp, uint32_t first, uint32_t last) {
    return cp - first <= last - first;
}

unsigned kti_cp_width(uint32_t cp) {
    if (in_range(cp, 0x20, 0x7E)) return 1;
    if (in_range(cp, 0x1160, 0x11FF) || in_range(cp, 0xD7B0, 0xD7FB))
        return 0; /* medial, final jamo */
    int width = utf8proc_charwidth((utf8proc_int32_t)cp);
    return width < 0 ? 0 : (unsigned)width;
}

bool kti_cp_is_letter(uint32_t cp) {
    utf8proc_category_t c = category(cp);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

bool kti_cp_is_mark(uint32_t cp) {
    utf8proc_category_t c = category(cp);
    return c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME;
}

bool kti_cp_is_digit(uint32_t cp) {
    return category(cp) == UTF8PROC_CATEGORY_ND;
}

bool kti_cp_is_upper(uint32_t cp) {
    utf8proc_category_t c = category(cp);
    return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool kti_cp_is_lower(uint32_t cp) {
    return category(cp) == UTF8PROC_CATEGORY_LL;
}

bool kti_cp_is_space(uint32_t cp) {
    if (cp < 0x80) return in_range(cp, 0x09, 0x0D) || cp == 0x20;
    utf8proc_category_t c = category(cp);
    return cp == 0x85 || (c >= UTF8PROC_CATEGORY_ZS && c <= UTF8PROC_CATEGORY_ZP);
}

bool kti_cp_is_punct(uint32_t cp) {
    utf8proc_category_t c = category(cp);
    return c >= UTF8PROC_CATEGORY_PC && c <= UTF8PROC_CATEGORY_SO;
}

bool kti_cp_is_control(uint32_t cp) {
    utf8proc_category_t c = category(cp);
    return c == UTF8PROC_CATEGORY_CC || c == UTF8PROC_CATEGORY_CF || c == UTF8PROC_CATEGORY_CS;
}

bool kti_cp_is_latin(uint32_t cp) {
    return kti_cp_is_letter(cp) && (in_range(cp, 'A', 'z') || in_range(cp, 0xAA, 0x24F) ||
                                    in_range(cp, 0x1E00, 0x1EFF) || in_range(cp, 0x2C60, 0x2C7F) ||
                                    in_range(cp, 0xA722, 0xA7FF) || in_range(cp, 0xFF21, 0xFF5A));
}

bool kti_cp_is_han(uint32_t cp) {
    return in_range(cp, 0x4E00, 0x9FFF) || in_range(cp, 0x3400, 0x4DBF) ||
           in_range(cp, 0xF900, 0xFAFF) || in_range(cp, 0x20000, 0x323AF);
}

bool kti_cp_is_kana(uint32_t cp) {
    return in_range(cp, 0x3041, 0x30FF) || in_range(cp, 0x31F0, 0x31FF) ||
           in_range(cp, 0xFF66, 0xFF9D);
}

bool kti_cp_is_hangul(uint32_t cp) {
    return in_range(cp, 0xAC00, 0xD7A3) || in_range(cp, 0x1100, 0x11FF) ||
           in_range(cp, 0x3131, 0x318E) || in_range(cp, 0xA960, 0xA97C) ||
           in_range(cp, 0xD7B0, 0xD7FB) || in_range(cp, 0xFFA0, 0xFFDC);
}

bool kti_cp_is_middle_dot(uint32_t cp) {
    return cp == 0xB7 || cp == 0x318D || cp == 0x30FB || cp == 0xFF65 || cp == 0x2027 ||
           cp == 0x2024 || cp == 0x2219 || cp == 0x22C5;
}

bool kti_cp_in_hangul_word(uint32_t cp) {
    return kti_cp_is_hangul(cp) && !kti_cp_is_middle_dot(cp);
}

uint32_t kti_cp_lower(uint32_t cp) {
    if (cp < 0x80) return in_range(cp, 'A', 'Z') ? cp + ('a' - 'A') : cp;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

uint32_t kti_cp_upper(uint32_t cp) {
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)cp);
}

/* Letters with a stroke or ligatures, which Unicode does not decompose. */
static uint32_t stroke_base(uint32_t cp) {
    static const struct {
        uint16_t cp;
        char base;
    } strokes[] = {{0xC6, 'A'},  {0xD0, 'D'},  {0xD8, 'O'},  {0xDE, 'T'},  {0xDF, 's'},
                   {0xE6, 'a'},  {0xF0, 'd'},  {0xF8, 'o'},  {0xFE, 't'},  {0x110, 'D'},
                   {0x111, 'd'}, {0x126, 'H'}, {0x127, 'h'}, {0x131, 'i'}, {0x141, 'L'},
                   {0x142, 'l'}, {0x152, 'O'}, {0x153, 'o'}};
    for (size_t i = 0; i < sizeof strokes / sizeof *strokes; i++)
        if (strokes[i].cp == cp) return (uint32_t)strokes[i].base;
    return cp;
}

uint32_t kti_cp_base(uint32_t cp) {
    utf8proc_int32_t parts[8];
    int boundclass = 0;
    if (cp < 0xC0 || !kti_cp_is_letter(cp) || kti_cp_is_hangul(cp)) return cp;
    utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)cp, parts, (utf8proc_ssize_t)(sizeof parts / sizeof *parts),
        UTF8PROC_DECOMPOSE, &boundclass);
    return stroke_base(count > 0 && count <= 8 ? (uint32_t)parts[0] : cp);
}

unsigned kti_cp_ccc(uint32_t cp) {
    return (unsigned)utf8proc_get_property((utf8proc_int32_t)cp)->combining_class;
}

size_t kti_grapheme_next(kt_str text, size_t at) {
    utf8proc_int32_t state = 0;
    kti_cp last = kti_utf8_at(text, at);
    size_t next = at + last.len;
    while (next < text.len) {
        kti_cp unit = kti_utf8_at(text, next);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)last.cp, (utf8proc_int32_t)unit.cp,
                                             &state))
            break;
        last = unit;
        next += unit.len;
    }
    return next;
}
