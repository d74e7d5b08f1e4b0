/* ttml_text.c - what stands in a paragraph: text, spans with their styles, ruby, breaks. */
#include <string.h>

#include "core/str.h"
#include "subtitle/color.h"
#include "subtitle/lines.h"
#include "subtitle/tags.h"
#include "subtitle/ttml.h"

/* ---- spans ---------------------------------------------------------------------------------- */

/* A span means one thing here: the first of these. */
static kti_tag meaning(const kti_ttml_style *style, kti_piece *piece) {
    if (kti_str_eq(style->ruby, KTI_STR("container"))) return KTI_TAG_RUBY;
    if (kti_str_eq(style->ruby, KTI_STR("text"))) return KTI_TAG_READING;
    if (style->italic == KTI_TTML_ON) return KTI_TAG_ITALIC;
    if (style->bold == KTI_TTML_ON) return KTI_TAG_BOLD;
    if (style->underline == KTI_TTML_ON) return KTI_TAG_UNDERLINE;
    if (style->strike == KTI_TTML_ON) return KTI_TAG_STRIKE;
    piece->value = style->color;
    return piece->value.len > 0 ? KTI_TAG_COLOR : KTI_TAG_NONE;
}

/* The parentheses around a reading are for those who have no ruby. */
static void open_span(kti_pieces *walk, const kti_xml *t, kti_piece *piece) {
    enum { SPANS = sizeof walk->spans / sizeof *walk->spans };
    kti_ttml_style style;
    kti_ttml_style_of(walk->styles, walk->content, t, &style);
    piece->tag = meaning(&style, piece);
    if (walk->depth < SPANS) walk->spans[walk->depth] = piece->tag;
    walk->depth++;
    if (walk->hidden == 0 && kti_str_eq(style.ruby, KTI_STR("delimiter")))
        walk->hidden = walk->depth;
}

static void close_span(kti_pieces *walk, kti_piece *piece) {
    enum { SPANS = sizeof walk->spans / sizeof *walk->spans };
    if (walk->depth == 0) return;
    if (walk->hidden == walk->depth) walk->hidden = 0;
    walk->depth--;
    piece->tag = walk->depth < SPANS ? walk->spans[walk->depth] : KTI_TAG_NONE;
    piece->close = true;
}

static void markup(kti_pieces *walk, kti_piece *piece) {
    kti_xml t;
    (void)kti_xml_at(walk->content, walk->at, &t);
    kti_piece_markup(piece, t.end - t.start);
    if (t.kind == KTI_XML_CDATA) {
        kti_piece_markup(piece, strlen("<![CDATA["));
        walk->cdata_end = t.end;
    } else if (t.kind == KTI_XML_EMPTY && kti_str_eq(t.local, KTI_STR("br"))) {
        kti_piece_break(piece, t.end - t.start);
    } else if (t.kind == KTI_XML_OPEN) {
        open_span(walk, &t, piece);
    } else if (t.kind == KTI_XML_CLOSE) {
        close_span(walk, piece);
    }
}

/* ---- text ----------------------------------------------------------------------------------- */

static void cdata(kti_pieces *walk, kti_piece *piece) {
    size_t end = walk->cdata_end - strlen("]]>");
    if (walk->at < end) {
        kti_piece_text(piece, end - walk->at);
    } else {
        kti_piece_markup(piece, walk->cdata_end - walk->at);
        walk->cdata_end = 0;
    }
}

static bool is_break(kt_str text, size_t at) {
    kti_xml t;
    return at < text.len && text.ptr[at] == '<' && kti_xml_at(text, at, &t) &&
           t.kind == KTI_XML_EMPTY && kti_str_eq(t.local, KTI_STR("br"));
}

/* Where the last text ends: behind it are tags and white space alone. */
static size_t last_text(kt_str text) {
    size_t end = text.len;
    while (end > 0) {
        while (end > 0 && kti_is_ascii_space(text.ptr[end - 1]))
            end--;
        size_t open = end;
        if (end == 0 || text.ptr[end - 1] != '>') break;
        while (open > 0 && text.ptr[open - 1] != '<')
            open--;
        if (open == 0) break;
        end = open - 1;
    }
    return end;
}

static bool in_ruby(const kti_pieces *walk) {
    enum { SPANS = sizeof walk->spans / sizeof *walk->spans };
    return walk->depth > 0 && walk->depth <= SPANS && walk->spans[walk->depth - 1] == KTI_TAG_RUBY;
}

/* White space with a line end in it is one space, and none beside a break, at either end or
 * between the parts of a ruby. */
static bool white_space(kti_pieces *walk, kti_piece *piece) {
    kt_str text = walk->content;
    size_t end = walk->at;
    bool line_end = false;
    if (walk->keep_space) return false;
    while (end < text.len && kti_is_ascii_space(text.ptr[end]))
        line_end = kti_line_end_len(text, end++) > 0 || line_end;
    if (!line_end) return false;
    if (walk->last_text == 0) walk->last_text = last_text(text) + 1;
    if (walk->seen && end < walk->last_text && !in_ruby(walk) && !is_break(text, end))
        kti_piece_escape(piece, end - walk->at, ' ');
    else
        kti_piece_markup(piece, end - walk->at);
    return true;
}

static void text(kti_pieces *walk, kti_piece *piece) {
    kt_str content = walk->content;
    size_t at = walk->at, end = at + 1 + kti_plain_run(content, at + 1, "<&");
    size_t len = kti_line_end_len(content, at);
    kti_entity entity;
    if (content.ptr[at] == '&' && kti_read_entity(content, at, &entity)) {
        kti_piece_escape(piece, entity.len, entity.cp);
    } else if (len > 0) {
        kti_piece_break(piece, len);
    } else {
        bool before_end = end < content.len && kti_line_end_len(content, end) > 0;
        while (!walk->keep_space && before_end && end > at + 1 &&
               kti_is_ascii_space(content.ptr[end - 1]))
            end--;
        kti_piece_text(piece, end - at);
    }
}

void kti_ttml_piece(kti_pieces *walk, kti_piece *piece) {
    size_t at = walk->at;
    if (walk->cdata_end > at)
        cdata(walk, piece);
    else if (walk->content.ptr[at] == '<')
        markup(walk, piece);
    else if (!kti_is_ascii_space(walk->content.ptr[at]) || !white_space(walk, piece))
        text(walk, piece);
    if (walk->hidden > 0 && piece->kind != KTI_PIECE_MARKUP) kti_piece_markup(piece, piece->len);
    if (piece->kind != KTI_PIECE_MARKUP) walk->seen = piece->kind != KTI_PIECE_BREAK;
}

bool kti_ttml_is_blank(kt_str content) {
    kti_piece piece;
    kti_pieces walk = {.dialect = &kti_ttml, .content = content};
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at) {
        if (piece.kind == KTI_PIECE_ESCAPE && piece.plain[0] != ' ') return false;
        if (piece.kind == KTI_PIECE_TEXT && !kti_is_blank(kti_str_cut(content, at, walk.at)))
            return false;
    }
    return true;
}

/* ---- writing -------------------------------------------------------------------------------- */

static void add_color(kti_writer *w, kt_str value) {
    char rgb[6];
    if (!kti_read_color(value, rgb)) return;
    kti_buf_add_cstr(w->out, " tts:color=\"#");
    kti_buf_add(w->out, rgb, sizeof rgb);
    kti_buf_add_byte(w->out, '"');
}

static void open_style(kti_writer *w, const kti_piece *piece) {
    static const char *const styles[KTI_TAGS] = {
        [KTI_TAG_BOLD] = " tts:fontWeight=\"bold\"",
        [KTI_TAG_ITALIC] = " tts:fontStyle=\"italic\"",
        [KTI_TAG_UNDERLINE] = " tts:textDecoration=\"underline\"",
        [KTI_TAG_STRIKE] = " tts:textDecoration=\"lineThrough\"",
        [KTI_TAG_RUBY] = " tts:ruby=\"container\"><span tts:ruby=\"base\"",
        [KTI_TAG_READING] = " tts:ruby=\"text\""};
    const char *style = styles[piece->tag];
    if (style == NULL && piece->tag != KTI_TAG_COLOR) return;
    if (piece->tag == KTI_TAG_READING && !kti_writer_has(w, KTI_TAG_RUBY)) return;
    if (!kti_writer_opens(w, piece->tag)) return;
    if (piece->tag == KTI_TAG_READING && !w->ruby_read) kti_buf_add_cstr(w->out, "</span>");
    w->ruby_read = piece->tag == KTI_TAG_READING || (w->ruby_read && piece->tag != KTI_TAG_RUBY);
    kti_buf_add_cstr(w->out, "<span");
    if (style != NULL) kti_buf_add_cstr(w->out, style);
    if (piece->tag == KTI_TAG_COLOR) add_color(w, piece->value);
    kti_buf_add_byte(w->out, '>');
}

/* A reading ends the base before it; a ruby without one ends its base with itself. */
void kti_ttml_tag(kti_writer *w, const kti_piece *piece) {
    if (!piece->close) {
        open_style(w, piece);
        return;
    }
    if (!kti_writer_closes(w, piece->tag)) return;
    bool base = piece->tag == KTI_TAG_RUBY && !w->ruby_read;
    kti_buf_add_cstr(w->out, base ? "</span></span>" : "</span>");
}
