/* vtt_settings.c - the cue settings of WebVTT: section 6.3, "WebVTT cue settings parsing". */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "subtitle/lines.h"
#include "subtitle/vtt.h"

static kt_str take_word(kt_str *rest) {
    size_t end = 0;
    kti_take_space(rest);
    while (end < rest->len && !kti_is_ascii_space(rest->ptr[end]))
        end++;
    kt_str word = kti_str_cut(*rest, 0, end);
    *rest = kti_str_cut(*rest, end, rest->len);
    return word;
}

/* ---- numbers -------------------------------------------------------------------------------- */

/* digits, or digits "." digits; the whole text. */
static bool read_decimal(kt_str text, double *value) {
    double whole = 0, part = 0, scale = 1;
    size_t at = 0, point;
    for (; at < text.len && kti_is_ascii_digit(text.ptr[at]); at++)
        whole = whole * 10 + (text.ptr[at] - '0');
    if (at == 0) return false;
    *value = whole;
    if (at == text.len) return true;
    if (text.ptr[at] != '.') return false;
    point = ++at;
    for (; at < text.len && kti_is_ascii_digit(text.ptr[at]); at++) {
        if (at - point < 15) {
            part = part * 10 + (text.ptr[at] - '0');
            scale *= 10;
        }
    }
    *value = whole + part / scale;
    return at == text.len && at > point;
}

/* A percentage from 0 to 100. */
static bool read_percent(kt_str text, double *value) {
    double percent;
    if (text.len == 0 || text.ptr[text.len - 1] != '%') return false;
    text.len--;
    if (!read_decimal(text, &percent) || percent > 100) return false;
    *value = percent;
    return true;
}

/* ---- one setting each ----------------------------------------------------------------------- */

/* What stands before and behind the comma; without one, `*after` has ptr NULL. */
static kt_str before_comma(kt_str value, kt_str *after) {
    *after = value;
    kt_str before = kti_str_next_field(after, ',');
    return before;
}

static bool is(kt_str value, const char *name) {
    return kti_str_eq(value, kti_str(name));
}

static void set_line(kt_str value, kt_cue_settings *out) {
    kt_str align, place = before_comma(value, &align);
    double line = 0;
    bool percent = place.len > 0 && place.ptr[place.len - 1] == '%';
    bool minus = !percent && place.len > 0 && place.ptr[0] == '-';
    if (align.ptr != NULL && !is(align, "start") && !is(align, "center") && !is(align, "end"))
        return;
    if (percent ? !read_percent(place, &line)
                : !read_decimal(kti_str_cut(place, minus, place.len), &line))
        return;
    out->line = minus ? -line : line;
    out->has_line = 1;
    out->line_is_percent = percent;
}

static void set_position(kt_str value, kt_cue_settings *out) {
    kt_str align, place = before_comma(value, &align);
    double position;
    if (align.ptr != NULL && !is(align, "line-left") && !is(align, "center") &&
        !is(align, "line-right"))
        return;
    if (!read_percent(place, &position)) return;
    out->position = position;
    out->has_position = 1;
}

static void set_align(kt_str value, kt_cue_settings *out) {
    static const char *const names[] = {"center", "start", "end", "left", "right"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is(value, names[i])) out->align = (kt_cue_align)i;
}

static void set_vertical(kt_str value, kt_cue_settings *out) {
    if (is(value, "rl")) out->vertical = KT_VERTICAL_RL;
    if (is(value, "lr")) out->vertical = KT_VERTICAL_LR;
}

static void set_size(kt_str value, kt_cue_settings *out) {
    (void)read_percent(value, &out->size);
}

static void set_region(kt_str value, kt_cue_settings *out) {
    out->region = value;
}

static const struct setting {
    kt_str name;
    void (*set)(kt_str value, kt_cue_settings *out);
} settings[] = {
    {KTI_STR_INIT("vertical:"), set_vertical}, {KTI_STR_INIT("line:"), set_line},
    {KTI_STR_INIT("position:"), set_position}, {KTI_STR_INIT("size:"), set_size},
    {KTI_STR_INIT("align:"), set_align},       {KTI_STR_INIT("region:"), set_region},
};

static const struct setting *setting_of(kt_str word) {
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        if (kti_str_starts(word, settings[i].name) && word.len > settings[i].name.len)
            return &settings[i];
    return NULL;
}

/* ---- all of them ---------------------------------------------------------------------------- */

kt_status kt_subtitle_settings(const kt_subtitle *s, size_t cue, kt_cue_settings *out) {
    if (s == NULL || out == NULL || cue >= s->cue_count) return KT_ERR_ARG;
    *out = (kt_cue_settings){.size = 100};
    if (s->dialect != &kti_vtt) return KT_OK;
    kt_str rest = kti_str_span(s->text, s->cues[cue].settings);
    for (kt_str word = take_word(&rest); word.len > 0; word = take_word(&rest)) {
        const struct setting *setting = setting_of(word);
        if (setting != NULL) setting->set(kti_str_cut(word, setting->name.len, word.len), out);
    }
    return KT_OK;
}

void kti_vtt_check_settings(kt_subtitle *s, kt_span span) {
    kt_str rest = kti_str_span(s->text, span);
    for (kt_str word = take_word(&rest); word.len > 0; word = take_word(&rest))
        if (setting_of(word) == NULL)
            kti_note(s, KTI_NOTE_BAD_SETTING, (size_t)(word.ptr - s->text.ptr));
}

/* ---- places as on a numeric keypad ---------------------------------------------------------- */

/* "start" sets the lines of a block, and is said of cues everywhere: only "left" and "right" mean a
 * side. */
static int column_of(const kt_cue_settings *c) {
    bool left = !c->has_position || c->position < 100.0 / 3;
    bool right = !c->has_position || c->position > 200.0 / 3;
    if (c->align == KT_CUE_ALIGN_LEFT && left) return -1;
    return c->align == KT_CUE_ALIGN_RIGHT && right ? 1 : 0;
}

int64_t kti_vtt_place(const kt_subtitle *s, size_t cue) {
    kt_cue_settings c;
    if (s->dialect != &kti_vtt || kt_subtitle_settings(s, cue, &c) != KT_OK) return 0;
    if (c.vertical != KT_HORIZONTAL) return 0;
    bool tells = c.has_line && c.line >= 0;
    bool top = tells && c.line < (c.line_is_percent ? 100.0 / 3 : 5);
    bool middle = tells && !top && c.line_is_percent && c.line < 200.0 / 3;
    int place = (top ? 8 : middle ? 5 : 2) + column_of(&c);
    return place == 2 ? 0 : place;
}

void kti_vtt_write_place(kti_writer *w) {
    kti_piece place = {.kind = KTI_PIECE_MARKUP, .tag = KTI_TAG_PLACE};
    place.number = kti_vtt_place(w->from, w->cue);
    if (place.number == 0 || w->to == &kti_vtt || w->to->tag == NULL) return;
    w->to->tag(w, &place);
}

void kti_vtt_place_settings(kti_writer *w) {
    static const char *const rows[] = {"", " line:50%", " line:0"};
    static const char *const columns[] = {" position:0% align:left", "",
                                          " position:100% align:right"};
    int64_t place = kti_place_of(w->from, w->cue);
    if (place == 0) return;
    kti_buf_add_cstr(w->out, rows[(place - 1) / 3]);
    kti_buf_add_cstr(w->out, columns[(place - 1) % 3]);
}
