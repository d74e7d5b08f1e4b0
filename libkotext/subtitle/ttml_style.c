/* ttml_style.c - styles and regions of the head, by reference: TTML2, section 10.4. */
#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "subtitle/lines.h"
#include "subtitle/ttml.h"

/* What may refer to what refers to what: longer chains, and circles, are read so far. */
enum { LONGEST_CHAIN = 8 };

struct kti_ttml_styles {
    kti_ttml_style *list; /* by id */
    size_t count;
    kti_ttml_agent *agents; /* by id */
    size_t agent_count;
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
        .text_align = kti_xml_attribute(text, t, "textAlign"),
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
    fill(&to->text_align, from->text_align);
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

static kt_status settle_styles(kt_subtitle *s, kti_ttml_styles *styles, const kti_ttml_style *list,
                               size_t count) {
    if (count == 0) return KT_OK;
    styles->list = kti_arena_zeroed(&s->texts, count, sizeof *styles->list);
    if (styles->list == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < count; i++)
        if (list[i].id.len > 0) styles->list[styles->count++] = list[i];
    qsort(styles->list, styles->count, sizeof *styles->list, by_id);
    for (int round = 0; round < LONGEST_CHAIN; round++)
        for (size_t i = 0; i < styles->count; i++)
            follow(styles, &styles->list[i]);
    return KT_OK;
}

/* ---- agents --------------------------------------------------------------------------------- */

static int by_agent_id(const void *a, const void *b) {
    const kti_ttml_agent *first = a, *second = b;
    return kti_str_cmp(first->id, second->id);
}

static kt_status settle_agents(kt_subtitle *s, kti_ttml_styles *styles, const kti_ttml_agent *list,
                               size_t count) {
    if (count == 0) return KT_OK;
    styles->agents = kti_arena_zeroed(&s->texts, count, sizeof *styles->agents);
    if (styles->agents == NULL) return KT_ERR_NOMEM;
    memcpy(styles->agents, list, count * sizeof *list);
    styles->agent_count = count;
    qsort(styles->agents, count, sizeof *styles->agents, by_agent_id);
    return KT_OK;
}

kt_status kti_ttml_settle(kt_subtitle *s, const kti_ttml_style *list, size_t count,
                          const kti_ttml_agent *agents, size_t agent_count) {
    kti_ttml_styles *styles = kti_arena_zeroed(&s->texts, 1, sizeof *styles);
    if (styles == NULL) return KT_ERR_NOMEM;
    KTI_TRY(settle_styles(s, styles, list, count));
    KTI_TRY(settle_agents(s, styles, agents, agent_count));
    s->styles = styles;
    return KT_OK;
}

kt_str kti_ttml_agent_of(const kti_ttml_styles *styles, kt_str text, const kti_xml *t) {
    kti_ttml_agent wanted = {.id = kti_str_trim(kti_xml_attribute(text, t, "agent"))};
    for (size_t i = 0; i < wanted.id.len; i++)
        if (kti_is_ascii_space(wanted.id.ptr[i])) return (kt_str){NULL, 0};
    const kti_ttml_agent *agent = NULL;
    if (styles != NULL && styles->agent_count > 0)
        agent = bsearch(&wanted, styles->agents, styles->agent_count, sizeof *agent, by_agent_id);
    return agent != NULL && agent->name.len > 0 ? agent->name : wanted.id;
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
    if (region != NULL) fill(&out->text_align, region->text_align);
}

/* As on a numeric keypad; 0 where no region says, or for below and in the middle. "start" and "end"
 * set the lines of a block, and move it to no side. */
static uint8_t place_of(const kti_ttml_style *style) {
    bool high = style->low != KTI_TTML_ON;
    int place = 2;
    if (style->align.len == 0) return 0;
    if (high && kti_str_eq(style->align, KTI_STR("before"))) place = 8;
    if (high && kti_str_eq(style->align, KTI_STR("center"))) place = 5;
    place -= kti_str_eq(style->text_align, KTI_STR("left"));
    place += kti_str_eq(style->text_align, KTI_STR("right"));
    return (uint8_t)(place == 2 ? 0 : place);
}

kti_look kti_ttml_look(const kti_ttml_style *style) {
    kti_look look = {.bold = style->bold == KTI_TTML_ON,
                     .italic = style->italic == KTI_TTML_ON,
                     .underline = style->underline == KTI_TTML_ON,
                     .strike = style->strike == KTI_TTML_ON};
    look.place = place_of(style);
    return look;
}
