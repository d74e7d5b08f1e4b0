/* ttml_style.c - styles and regions of the head, by reference: TTML2, section 10.4. */
#include <stdlib.h>

#include "core/status.h"
#include "core/str.h"
#include "subtitle/lines.h"
#include "subtitle/ttml.h"

/* What may refer to what refers to what: longer chains, and circles, are read so far. */
enum { LONGEST_CHAIN = 8 };

struct kti_ttml_styles {
    kti_ttml_style *list; /* by id */
    size_t count;
};

/* ---- one element's own ---------------------------------------------------------------------- */

static uint8_t read_switch(kt_str value, const char *on, const char *other) {
    if (value.ptr == NULL) return KTI_TTML_UNSET;
    bool is = kti_str_eq(value, kti_str(on)) || kti_str_eq(value, kti_str(other));
    return is ? KTI_TTML_ON : KTI_TTML_OFF;
}

/* One of several words; "none" and "noUnderline" are others. */
static uint8_t read_line(kt_str value, const char *line) {
    if (value.ptr == NULL) return KTI_TTML_UNSET;
    return kti_str_find(value, kti_str(line), 0) != SIZE_MAX ? KTI_TTML_ON : KTI_TTML_OFF;
}

/* Whether a box begins in the lower half; one in pixels, but for 0, may. */
static uint8_t read_low(kt_str origin) {
    int64_t y;
    size_t digits;
    if (origin.ptr == NULL) return KTI_TTML_UNSET;
    origin = kti_str_trim(origin);
    while (origin.len > 0 && !kti_is_ascii_space(origin.ptr[0]))
        origin = kti_str_cut(origin, 1, origin.len);
    kti_take_space(&origin);
    if (!kti_take_number(&origin, &y, &digits)) return KTI_TTML_UNSET;
    bool percent = origin.len > 0 && origin.ptr[origin.len - 1] == '%';
    return (percent ? y >= 50 : y > 0) ? KTI_TTML_ON : KTI_TTML_OFF;
}

void kti_ttml_read_style(kt_str text, const kti_xml *t, kti_ttml_style *out) {
    kt_str decoration = kti_xml_attribute(text, t, "textDecoration");
    *out = (kti_ttml_style){
        .id = kti_xml_attribute(text, t, "id"),
        .refs = kti_xml_attribute(text, t, "style"),
        .bold = read_switch(kti_xml_attribute(text, t, "fontWeight"), "bold", "bold"),
        .italic = read_switch(kti_xml_attribute(text, t, "fontStyle"), "italic", "oblique"),
        .underline = read_line(decoration, "underline"),
        .strike = read_line(decoration, "lineThrough"),
        .color = kti_xml_attribute(text, t, "color"),
        .ruby = kti_xml_attribute(text, t, "ruby"),
        .align = kti_xml_attribute(text, t, "displayAlign"),
        .low = read_low(kti_xml_attribute(text, t, "origin")),
    };
}

static void fill_switch(uint8_t *to, uint8_t from) {
    if (*to == KTI_TTML_UNSET) *to = from;
}

static void fill(kt_str *to, kt_str from) {
    if (to->ptr == NULL) *to = from;
}

void kti_ttml_inherit(kti_ttml_style *to, const kti_ttml_style *from) {
    fill_switch(&to->bold, from->bold);
    fill_switch(&to->italic, from->italic);
    fill_switch(&to->underline, from->underline);
    fill_switch(&to->strike, from->strike);
    fill_switch(&to->low, from->low);
    fill(&to->color, from->color);
    fill(&to->align, from->align);
}

static void take_over(kti_ttml_style *to, const kti_ttml_style *from) {
    kti_ttml_inherit(to, from);
    fill(&to->ruby, from->ruby);
}

/* ---- references ----------------------------------------------------------------------------- */

static const kti_ttml_style *find(const kti_ttml_styles *styles, kt_str id) {
    size_t first = 0, end = styles == NULL || id.len == 0 ? 0 : styles->count;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        int order = kti_str_cmp(styles->list[middle].id, id);
        if (order == 0) return &styles->list[middle];
        if (order < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return NULL;
}

/* Takes the last word: of styles the last one named holds. */
static kt_str take_last(kt_str *words) {
    *words = kti_str_trim(*words);
    size_t start = words->len;
    while (start > 0 && !kti_is_ascii_space(words->ptr[start - 1]))
        start--;
    kt_str word = kti_str_cut(*words, start, words->len);
    *words = kti_str_cut(*words, 0, start);
    return word;
}

static void follow(const kti_ttml_styles *styles, kti_ttml_style *style) {
    kt_str refs = style->refs;
    for (kt_str id = take_last(&refs); id.len > 0; id = take_last(&refs)) {
        const kti_ttml_style *other = find(styles, id);
        if (other != NULL && other != style) take_over(style, other);
    }
}

static int by_id(const void *a, const void *b) {
    const kti_ttml_style *first = a, *second = b;
    return kti_str_cmp(first->id, second->id);
}

kt_status kti_ttml_settle(kt_subtitle *s, const kti_ttml_style *list, size_t count) {
    kti_ttml_styles *styles = kti_arena_zeroed(&s->texts, 1, sizeof *styles);
    if (styles == NULL) return KT_ERR_NOMEM;
    if (count == 0) return KT_OK;
    styles->list = kti_arena_zeroed(&s->texts, count, sizeof *styles->list);
    if (styles->list == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < count; i++)
        if (list[i].id.len > 0) styles->list[styles->count++] = list[i];
    qsort(styles->list, styles->count, sizeof *styles->list, by_id);
    for (int round = 0; round < LONGEST_CHAIN; round++)
        for (size_t i = 0; i < styles->count; i++)
            follow(styles, &styles->list[i]);
    s->styles = styles;
    return KT_OK;
}

/* ---- of content ----------------------------------------------------------------------------- */

void kti_ttml_style_of(const kti_ttml_styles *styles, kt_str text, const kti_xml *t,
                       kti_ttml_style *out) {
    const kti_ttml_style *region = find(styles, kti_xml_attribute(text, t, "region"));
    kti_ttml_read_style(text, t, out);
    follow(styles, out);
    /* Where text stands, its region says. */
    out->align = region == NULL ? (kt_str){NULL, 0} : region->align;
    out->low = region == NULL ? KTI_TTML_UNSET : region->low;
}

kti_look kti_ttml_look(const kti_ttml_style *style) {
    kti_look look = {.bold = style->bold == KTI_TTML_ON,
                     .italic = style->italic == KTI_TTML_ON,
                     .underline = style->underline == KTI_TTML_ON,
                     .strike = style->strike == KTI_TTML_ON};
    bool high = style->low != KTI_TTML_ON;
    if (high && kti_str_eq(style->align, KTI_STR("before"))) look.place = 8;
    if (high && kti_str_eq(style->align, KTI_STR("center"))) look.place = 5;
    return look;
}
