/* html.c - a cue as an HTML fragment, by the "WebVTT cue text DOM construction rules" (section 6.5)
 * for WebVTT, and by what its tags mean for the rest. */
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "subtitle/dialect.h"
#include "subtitle/lines.h"
#include "subtitle/tags.h"

static void escape(kt_str text, kti_buf *out) {
    for (size_t at = 0; at < text.len; at++) {
        kt_str rest = kti_str_cut(text, at, text.len);
        if (kti_str_starts(rest, KTI_STR("\xC2\xA0"))) {
            kti_buf_add_cstr(out, "&nbsp;");
            at++;
        } else {
            kti_escape_html(kti_str_cut(text, at, at + 1), out);
        }
    }
}

static void add_attribute_char(kti_buf *out, uint32_t cp) {
    switch (cp) {
    case '&':
        kti_buf_add_cstr(out, "&amp;");
        break;
    case '"':
        kti_buf_add_cstr(out, "&quot;");
        break;
    case '<':
        kti_buf_add_cstr(out, "&lt;");
        break;
    case '>':
        kti_buf_add_cstr(out, "&gt;");
        break;
    case 0xA0:
        kti_buf_add_cstr(out, "&nbsp;");
        break;
    default:
        kti_buf_add_cp(out, cp);
    }
}

/* What a tag says behind its name: character references are decoded, white space is one space. */
static void add_annotation(kti_buf *out, const char *name, kt_str value) {
    kti_entity entity;
    bool space = false;
    kti_buf_add_byte(out, ' ');
    kti_buf_add_cstr(out, name);
    kti_buf_add_cstr(out, "=\"");
    for (size_t at = 0; at < value.len;) {
        bool known = value.ptr[at] == '&' && kti_read_entity(value, at, &entity);
        kti_cp c = kti_utf8_at(value, at);
        at += known ? entity.len : c.len;
        bool blank = !known && c.cp < 0x80 && kti_is_ascii_space((char)c.cp);
        if (!blank && space) kti_buf_add_byte(out, ' ');
        if (!blank) add_attribute_char(out, known ? entity.cp : c.cp);
        space = blank;
    }
    kti_buf_add_byte(out, '"');
}

/* Between dots; character references are none here. */
static void add_classes(kti_buf *out, kt_str classes) {
    kti_buf_add_cstr(out, " class=\"");
    for (size_t at = 0; at < classes.len;) {
        kti_cp c = kti_utf8_at(classes, at);
        add_attribute_char(out, c.cp == '.' ? ' ' : c.cp);
        at += c.len;
    }
    kti_buf_add_byte(out, '"');
}

static const char *element_of(kti_tag tag) {
    static const char *const names[KTI_TAGS] = {
        [KTI_TAG_BOLD] = "b",     [KTI_TAG_ITALIC] = "i",   [KTI_TAG_UNDERLINE] = "u",
        [KTI_TAG_STRIKE] = "s",   [KTI_TAG_COLOR] = "span", [KTI_TAG_CLASS] = "span",
        [KTI_TAG_VOICE] = "span", [KTI_TAG_LANG] = "span",  [KTI_TAG_RUBY] = "ruby",
        [KTI_TAG_READING] = "rt"};
    return names[tag];
}

static void open_element(kti_writer *w, const kti_piece *piece) {
    kti_buf_add_byte(w->out, '<');
    kti_buf_add_cstr(w->out, element_of(piece->tag));
    if (piece->tag == KTI_TAG_VOICE) add_annotation(w->out, "title", piece->value);
    if (piece->tag == KTI_TAG_LANG) add_annotation(w->out, "lang", piece->value);
    if (piece->classes.len > 0) add_classes(w->out, piece->classes);
    if (piece->tag == KTI_TAG_COLOR && piece->value.len > 0) {
        kti_buf_add_cstr(w->out, " style=\"color: ");
        kti_escape_html(piece->value, w->out);
        kti_buf_add_byte(w->out, '"');
    }
    kti_buf_add_byte(w->out, '>');
}

static void close_element(kti_writer *w, kti_tag tag) {
    kti_buf_add_cstr(w->out, "</");
    kti_buf_add_cstr(w->out, element_of(tag));
    kti_buf_add_byte(w->out, '>');
}

static bool is_innermost(const kti_writer *w, kti_tag tag) {
    return w->depth > 0 && w->open[w->depth - 1] == tag;
}

/* The end of ruby ends the reading inside of it. */
static void close_tag(kti_writer *w, kti_tag tag) {
    if (tag == KTI_TAG_RUBY && is_innermost(w, KTI_TAG_READING) &&
        kti_writer_closes(w, KTI_TAG_READING))
        close_element(w, KTI_TAG_READING);
    if (kti_writer_closes(w, tag)) close_element(w, tag);
}

static void add_time(kti_writer *w, int64_t ms) {
    kti_buf_add_cstr(w->out, "<?timestamp ");
    kti_add_time_text(ms, (kti_time_shape){2, '.', 3}, w->out);
    kti_buf_add_cstr(w->out, "?>");
}

static void tag(kti_writer *w, const kti_piece *piece) {
    if (piece->tag == KTI_TAG_TIME) add_time(w, piece->number);
    if (element_of(piece->tag) == NULL) return;
    if (piece->close)
        close_tag(w, piece->tag);
    else if ((piece->tag != KTI_TAG_READING || is_innermost(w, KTI_TAG_RUBY)) &&
             kti_writer_opens(w, piece->tag))
        open_element(w, piece);
}

static void html_line(kti_writer *w) {
    kti_buf_add_cstr(w->out, w->from->dialect->strict_nesting ? "\n" : "<br>");
}

kt_status kt_subtitle_html(kt_subtitle *s, size_t cue, kt_str *out) {
    static const kti_dialect html = {.has_ruby = true,
                                     .has_classes = true,
                                     .has_voices = true,
                                     .escape = escape,
                                     .tag = tag,
                                     .line = html_line};
    if (s == NULL || out == NULL || cue >= s->cue_count) return KT_ERR_ARG;
    kti_buf_clear(&s->saved);
    kti_writer w = {.out = &s->saved, .from = s, .to = &html, .cue = cue};
    kti_writer_text(&w);
    kt_status status = kti_make_well_formed(&s->saved);
    *out = kti_buf_str(&s->saved);
    return status;
}
