/* vtt_text.c - WebVTT cue text: section 6.4. */
#include <string.h>

#include "core/str.h"
#include "subtitle/color.h"
#include "subtitle/lines.h"
#include "subtitle/tags.h"
#include "subtitle/vtt.h"

/* ---- cue text ------------------------------------------------------------------------------- */

static const struct {
    kt_str name;
    kti_tag tag;
} tags[] = {
    {KTI_STR_INIT("c"), KTI_TAG_CLASS},   {KTI_STR_INIT("i"), KTI_TAG_ITALIC},
    {KTI_STR_INIT("b"), KTI_TAG_BOLD},    {KTI_STR_INIT("u"), KTI_TAG_UNDERLINE},
    {KTI_STR_INIT("ruby"), KTI_TAG_RUBY}, {KTI_STR_INIT("rt"), KTI_TAG_READING},
    {KTI_STR_INIT("v"), KTI_TAG_VOICE},   {KTI_STR_INIT("lang"), KTI_TAG_LANG},
};

static kti_tag tag_of(kt_str name) {
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (kti_str_eq(tags[i].name, name)) return tags[i].tag;
    return KTI_TAG_NONE;
}

static size_t until(kt_str text, size_t at, const char *ends) {
    while (at < text.len && (text.ptr[at] == '\0' || strchr(ends, text.ptr[at]) == NULL))
        at++;
    return at;
}

/* A start tag, without its brackets: name, .classes, annotation. */
static void start_tag(kt_str inner, kti_piece *piece) {
    size_t name = until(inner, 0, ". \t\r\n\f");
    size_t classes = until(inner, name, " \t\r\n\f");
    piece->tag = tag_of(kti_str_cut(inner, 0, name));
    if (classes > name) piece->classes = kti_str_cut(inner, name + 1, classes);
    kt_str annotation = kti_str_trim(kti_str_cut(inner, classes, inner.len));
    bool annotated = piece->tag == KTI_TAG_VOICE || piece->tag == KTI_TAG_LANG;
    if (annotated) piece->value = annotation;
}

static void timestamp(kt_str inner, kti_piece *piece) {
    kt_str rest = inner;
    if (kti_vtt_take_time(&rest, &piece->number) && rest.len == 0) piece->tag = KTI_TAG_TIME;
}

/* "<" up to ">", or to the end of the cue. */
static void markup(kt_str text, size_t at, kti_piece *piece) {
    const char *end = memchr(text.ptr + at, '>', text.len - at);
    size_t stop = end == NULL ? text.len : (size_t)(end - text.ptr);
    kt_str inner = kti_str_cut(text, at + 1, stop);
    kti_piece_markup(piece, (end == NULL ? stop : stop + 1) - at);
    if (inner.len > 0 && inner.ptr[0] == '/') {
        piece->close = true;
        piece->tag = tag_of(kti_str_cut(inner, 1, inner.len));
    } else if (inner.len > 0 && kti_is_ascii_digit(inner.ptr[0])) {
        timestamp(inner, piece);
    } else {
        start_tag(inner, piece);
    }
}

void kti_vtt_piece(kti_pieces *walk, kti_piece *piece) {
    kt_str text = walk->content;
    size_t at = walk->at, len = kti_line_end_len(text, at);
    kti_entity entity;
    if (len > 0)
        kti_piece_break(piece, len);
    else if (text.ptr[at] == '<')
        markup(text, at, piece);
    else if (text.ptr[at] == '\0')
        kti_piece_escape(piece, 1, 0xFFFD);
    else if (text.ptr[at] == '&' && kti_read_entity(text, at, &entity))
        kti_piece_escape(piece, entity.len, entity.cp);
    else
        kti_piece_text(piece, 1 + kti_plain_run(text, at + 1, "<&"));
}

/* ---- writing -------------------------------------------------------------------------------- */

void kti_vtt_speaker(kti_writer *w) {
    kt_str speaker = kti_str_trim(kti_str_span(w->from->text, w->from->cues[w->cue].speaker));
    if (speaker.len == 0) return; /* who tags tell of, theirs do */
    kti_buf_add_cstr(w->out, "<v ");
    kti_add_speaker(w->from, speaker, kti_escape_html, w->out);
    kti_buf_add_byte(w->out, '>');
}

static void add_open(kti_writer *w, kt_str name, const kti_piece *piece) {
    kti_buf_add_byte(w->out, '<');
    kti_buf_add_str(w->out, name);
    if (piece->classes.len > 0) kti_buf_add_byte(w->out, '.');
    kti_buf_add_str(w->out, piece->classes);
    if (piece->value.len > 0) kti_buf_add_byte(w->out, ' ');
    kti_buf_add_str(w->out, piece->value);
    kti_buf_add_byte(w->out, '>');
}

/* Colours are classes here: the eight that have one. */
static void color_tag(kti_writer *w, const kti_piece *piece) {
    char rgb[6];
    kt_str name = {NULL, 0};
    if (!piece->close && kti_read_color(piece->value, rgb)) name = kti_color_class(rgb);
    if (name.len > 0 && kti_writer_opens(w, KTI_TAG_COLOR)) {
        kti_buf_add_cstr(w->out, "<c.");
        kti_buf_add_str(w->out, name);
        kti_buf_add_byte(w->out, '>');
    }
    if (piece->close && kti_writer_closes(w, KTI_TAG_COLOR)) kti_buf_add_cstr(w->out, "</c>");
}

void kti_vtt_tag(kti_writer *w, const kti_piece *piece) {
    static const kti_time_shape shape = {2, '.', 3};
    kt_str name = {NULL, 0};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (tags[i].tag == piece->tag) name = tags[i].name;
    if (piece->tag == KTI_TAG_TIME) {
        kti_buf_add_byte(w->out, '<');
        kti_add_time_text(piece->number, shape, w->out);
        kti_buf_add_byte(w->out, '>');
    }
    if (piece->tag == KTI_TAG_COLOR) color_tag(w, piece);
    if (name.len == 0) return;
    if (!piece->close && kti_writer_opens(w, piece->tag)) add_open(w, name, piece);
    if (!piece->close || !kti_writer_closes(w, piece->tag)) return;
    kti_buf_add_cstr(w->out, "</");
    kti_buf_add_str(w->out, name);
    kti_buf_add_byte(w->out, '>');
}
