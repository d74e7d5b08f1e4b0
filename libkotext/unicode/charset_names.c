/* charset_names.c - what encodings are called. */
#include <string.h>

#include "core/str.h"
#include "unicode/charset.h"

static const char utf8[] = "UTF-8";
static const char windows949[] = "windows-949";
static const char us_ascii[] = "US-ASCII";

static char next_name_letter(const char **at) {
    while (**at == '-' || **at == '_')
        (*at)++;
    return **at == '\0' ? '\0' : kti_ascii_lower(*(*at)++);
}

/* As ICU compares names: without case, hyphens and underscores. */
static bool is_same_name(const char *a, const char *b) {
    for (;;) {
        char one = next_name_letter(&a), other = next_name_letter(&b);
        if (one != other) return false;
        if (one == '\0') return true;
    }
}

const char *kti_charset_name(const char *name) {
    static const char *const aliases[][2] = {
        {"EUC-KR", windows949},
        {"CP949", windows949},
        {"UHC", windows949},
        {"MS949", windows949},
        {"KS_C_5601-1987", windows949},
        {"windows-949", windows949},
        {"ISO-2022-KR", "ISO-2022-KR"},
        {"UTF-8", utf8},
        {"ASCII", us_ascii},
        {"US-ASCII", us_ascii},
        {"UTF-16", "UTF-16"},
        {"UTF-16LE", "UTF-16LE"},
        {"UTF-16BE", "UTF-16BE"},
        {"UTF-32", "UTF-32"},
        {"UTF-32LE", "UTF-32LE"},
        {"UTF-32BE", "UTF-32BE"},
        {"SHIFT_JIS", "Shift_JIS"},
        {"GB18030", "GB18030"},
        {"BIG5", "Big5"},
        {"EUC-JP", "EUC-JP"},
        {"ISO-8859-1", "ISO-8859-1"},
        {"WINDOWS-1252", "windows-1252"},
        {"KOI8-R", "KOI8-R"},
        {"WINDOWS-1251", "windows-1251"},
    };
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (is_same_name(name, aliases[i][0])) return aliases[i][1];
    return name;
}

bool kti_charset_is_utf8(const char *name) {
    return strcmp(name, utf8) == 0 || strcmp(name, us_ascii) == 0;
}

const char *kti_charset_usual_order(const char *name) {
    if (strcmp(name, "UTF-16") == 0) return "UTF-16LE";
    return strcmp(name, "UTF-32") == 0 ? "UTF-32LE" : name;
}

bool kti_charset_wants_mark(const char *name) {
    return kti_charset_usual_order(name) != name;
}
