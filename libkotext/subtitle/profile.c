/* profile.c - reading the limits of a house style. */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "kotext/profile.h"
#include "subtitle/lines.h"
#include "subtitle/measure.h"
#include "subtitle/profiles.h"

kt_str kt_profile_name(size_t index) {
    return index < KTI_PROFILES ? kti_str(kti_profiles[index].name) : (kt_str){NULL, 0};
}

kt_str kt_profile_named(kt_str name) {
    for (size_t i = 0; i < KTI_PROFILES; i++)
        if (kti_str_eq(name, kti_str(kti_profiles[i].name))) return kti_str(kti_profiles[i].text);
    return (kt_str){NULL, 0};
}

/* Digits, with a point and decimals. */
static bool read_number(kt_str text, double *out) {
    int64_t whole, part = 0;
    size_t digits;
    double scale = 1;
    if (!kti_take_number(&text, &whole, &digits)) return false;
    if (kti_take_char(&text, '.') && !kti_take_number(&text, &part, &digits)) return false;
    if (part > 0)
        for (size_t i = 0; i < digits; i++)
            scale *= 10;
    *out = (double)whole + (double)part / scale;
    return text.len == 0 && *out <= (double)UINT32_MAX; /* what the narrowest field holds */
}

static bool read_choice(kt_str text, const char *const *names, int *out) {
    for (*out = 0; names[*out] != NULL; ++*out)
        if (kti_str_eq(text, kti_str(names[*out]))) return true;
    return false;
}

static bool read_words(kt_profile *p, kt_str key, kt_str value) {
    static const char *const measures[] = {"characters", "units", NULL};
    static const char *const dashes[] = {"any", "spaced", "close", NULL};
    static const char *const spacings[] = {"keep", "repair", NULL};
    static const char *const ellipses[] = {"any", "character", "dots", NULL};
    int choice;
    if (kti_str_eq(key, KTI_STR("measure")) && read_choice(value, measures, &choice)) {
        p->measure = (kt_measure)choice;
    } else if (kti_str_eq(key, KTI_STR("dash")) && read_choice(value, dashes, &choice)) {
        p->dash = (kt_dash)choice;
    } else if (kti_str_eq(key, KTI_STR("ellipsis")) && read_choice(value, ellipses, &choice)) {
        p->ellipsis = (kt_ellipsis)choice;
    } else if (kti_str_eq(key, KTI_STR("spacing")) && read_choice(value, spacings, &choice)) {
        p->spacing = (kt_spacing)choice;
    } else {
        return false;
    }
    return true;
}

static bool read_limit(kt_profile *p, kt_str key, kt_str value) {
    double number;
    if (!read_number(value, &number)) return false;
    if (kti_str_eq(key, KTI_STR("line-width")))
        p->line_width = number;
    else if (kti_str_eq(key, KTI_STR("length")))
        p->length = number;
    else if (kti_str_eq(key, KTI_STR("speed")))
        p->speed = number;
    else if (kti_str_eq(key, KTI_STR("lines")))
        p->lines = (uint32_t)number;
    else if (kti_str_eq(key, KTI_STR("shortest-ms")))
        p->shortest_ms = (int64_t)number;
    else if (kti_str_eq(key, KTI_STR("longest-ms")))
        p->longest_ms = (int64_t)number;
    else if (kti_str_eq(key, KTI_STR("gap-ms")))
        p->gap_ms = (int64_t)number;
    else
        return false;
    return true;
}

bool kti_known_profile(const kt_profile *p) {
    return p->size == sizeof *p && (unsigned)p->measure <= KT_MEASURE_UNITS &&
           (unsigned)p->dash <= KT_DASH_CLOSE && (unsigned)p->ellipsis <= KT_ELLIPSIS_DOTS &&
           (unsigned)p->spacing <= KT_SPACING_REPAIR;
}

kt_status kt_profile_read(kt_str text, kt_profile *out, kt_error *err) {
    if (out == NULL || !kti_known_profile(out))
        return kti_fail(err, KT_ERR_ARG, 0, "no profile to read into");
    size_t number = 0;
    text = kti_str_unmarked(text);
    for (size_t at = 0; at < text.len;) {
        kti_line l = kti_line_at(text, at);
        kt_str value = kti_str_trim(l.text);
        number++;
        at = l.next;
        if (value.len == 0 || value.ptr[0] == '#') continue;
        kt_str key = kti_str_trim(kti_str_next_field(&value, '\t'));
        value = kti_str_trim(value);
        if (!read_words(out, key, value) && !read_limit(out, key, value))
            return kti_fail_line(err, KT_ERR_SYNTAX, l.start, number,
                                 "not a key of a profile, a tab and its value");
    }
    return KT_OK;
}
