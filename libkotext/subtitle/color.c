#include "subtitle/color.h"

#include <string.h>

#include "subtitle/lines.h"

static int hex_of(char c) {
    if (kti_is_ascii_digit(c)) return c - '0';
    c = kti_ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool read_web(kt_str value, char out[6]) {
    static const struct {
        const char *name, *digits;
    } names[] = {{"white", "ffffff"},   {"black", "000000"},   {"red", "ff0000"},
                 {"lime", "00ff00"},    {"green", "008000"},   {"blue", "0000ff"},
                 {"yellow", "ffff00"},  {"cyan", "00ffff"},    {"aqua", "00ffff"},
                 {"magenta", "ff00ff"}, {"fuchsia", "ff00ff"}, {"gray", "808080"},
                 {"silver", "c0c0c0"},  {"orange", "ffa500"},  {"pink", "ffc0cb"},
                 {"purple", "800080"},  {"skyblue", "87ceeb"}, {"gold", "ffd700"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (kti_eq_nocase(value, names[i].name)) value = kti_str(names[i].digits);
    kti_take_char(&value, '#');
    if (value.len != 6) return false;
    for (size_t i = 0; i < 6; i++) {
        if (hex_of(value.ptr[i]) < 0) return false;
        out[i] = kti_ascii_lower(value.ptr[i]);
    }
    return true;
}

/* &HBBGGRR&, leading zeros perhaps left out. */
static bool read_ass(kt_str value, char out[6]) {
    char digits[6];
    size_t count = 0;
    value = kti_str_cut(value, 1, value.len);
    if (value.len > 0 && kti_ascii_lower(value.ptr[0]) == 'h')
        value = kti_str_cut(value, 1, value.len);
    while (count < value.len && hex_of(value.ptr[count]) >= 0)
        count++;
    for (size_t i = 0; i < 6; i++)
        digits[i] = i + count < 6 ? '0' : kti_ascii_lower(value.ptr[i + count - 6]);
    for (size_t i = 0; i < 6; i++)
        out[i] = digits[4 - i / 2 * 2 + i % 2];
    return count > 0;
}

bool kti_read_color(kt_str value, char out[6]) {
    return value.len > 0 && value.ptr[0] == '&' ? read_ass(value, out) : read_web(value, out);
}

/* ---- classes -------------------------------------------------------------------------------- */

static const struct {
    kt_str name, color;
} classes_of_vtt[] = {
    {KTI_STR_INIT("white"), KTI_STR_INIT("#ffffff")},
    {KTI_STR_INIT("lime"), KTI_STR_INIT("#00ff00")},
    {KTI_STR_INIT("cyan"), KTI_STR_INIT("#00ffff")},
    {KTI_STR_INIT("red"), KTI_STR_INIT("#ff0000")},
    {KTI_STR_INIT("yellow"), KTI_STR_INIT("#ffff00")},
    {KTI_STR_INIT("magenta"), KTI_STR_INIT("#ff00ff")},
    {KTI_STR_INIT("blue"), KTI_STR_INIT("#0000ff")},
    {KTI_STR_INIT("black"), KTI_STR_INIT("#000000")},
};

enum { CLASSES = sizeof classes_of_vtt / sizeof *classes_of_vtt };

kt_str kti_color_class(const char rgb[6]) {
    for (size_t i = 0; i < CLASSES; i++)
        if (memcmp(classes_of_vtt[i].color.ptr + 1, rgb, 6) == 0) return classes_of_vtt[i].name;
    return (kt_str){NULL, 0};
}

kt_str kti_class_color(kt_str classes) {
    while (classes.ptr != NULL) {
        kt_str name = kti_str_next_field(&classes, '.');
        for (size_t i = 0; i < CLASSES; i++)
            if (kti_str_eq(name, classes_of_vtt[i].name)) return classes_of_vtt[i].color;
    }
    return (kt_str){NULL, 0};
}
