/* ttml_text.c - what stands in a paragraph: text, spans with their styles, ruby, breaks. */
#include <string.h>

#include "core/str.h"
#include "subtitle/lines.h"
#include "subtitle/tags.h"
#include "subtitle/ttml.h"

/* ---- spans ---------------------------------------------------------------------------------- */

enum { SPANS = sizeof((kti_pieces *)NULL)->spans / sizeof(uint16_t) };

static uint16_t bit(kti_tag tag) {
    return (uint16_t)(1u << tag);
}

/* What a span may mean, the outermost first: a ruby is left out as a whole. */
static const kti_tag meanings[] = {KTI_TAG_RUBY, KTI_TAG_READING,   KTI_TAG_VOICE,  KTI_TAG_ITALIC,
                                   KTI_TAG_BOLD, KTI_TAG_UNDERLINE, KTI_TAG_STRIKE, KTI_TAG_COLOR};
enum { MEANINGS = sizeof meanings / sizeof *meanings };

static uint16_t meaning(const kti_ttml_style *style, kt_str agent) {
    uint16_t tags = 0;
    if (agent.len > 0) tags |= bit(KTI_TAG_VOICE);
    if (kti_str_eq(style->ruby, KTI_STR("container"))) tags |= bit(KTI_TAG_RUBY);
    if (kti_str_eq(style->ruby, KTI_STR("text"))) tags |= bit(KTI_TAG_READING);
    if (style->italic == KTI_TTML_ON) tags |= bit(KTI_TAG_ITALIC);
    if (style->bold == KTI_TTML_ON) tags |= bit(KTI_TAG_BOLD);
    if (style->underline == KTI_TTML_ON) tags |= bit(KTI_TAG_UNDERLINE);
    if (style->strike == KTI_TTML_ON) tags |= bit(KTI_TAG_STRIKE);
    if (style->color.len > 0) tags |= bit(KTI_TAG_COLOR);
    return tags;
}

/* The first of the tags, or the last; each is a piece, so the end tag has as many bytes. */
static kti_tag take_tag(uint16_t *tags, bool last) {
    for (size_t i = 0; i < MEANINGS; i++) {
        kti_tag tag = meanings[last ? MEANINGS - 1 - i : i];
        if ((*tags & bit(tag)) == 0) continue;
        *tags &= (uint16_t)~bit(tag);
        return tag;
    }
    return KTI_TAG_NONE;
}

/* A tag of several meanings becomes a piece for each: a byte each, but for the last one. */
static void divide(kti_pieces *walk, kti_piece *piece, uint16_t tags, size_t end, bool close) {
    walk->tags = tags;
    walk->tag_end = tags == 0 ? 0 : end;
    walk->closes = close;
    kti_piece_markup(piece, tags == 0 ? end - walk->at : 1);
}

/* The parentheses around a reading are for those who have no ruby. */
static void open_span(kti_pieces *walk, const kti_xml *t, kti_piece *piece) {
    kti_ttml_style style;
    kti_ttml_style_of(walk->styles, walk->content, t, &style);
    kt_str agent = kti_ttml_agent_of(walk->styles, walk->content, t);
    uint16_t tags = meaning(&style, agent), rest = tags;
    piece->tag = take_tag(&rest, false);
    bool whole = kti_str_eq(t->local, KTI_STR("span")) && walk->depth < SPANS;
    if (!whole) rest = 0;
    if (walk->depth < SPANS) walk->spans[walk->depth] = whole ? tags : bit(piece->tag);
    walk->depth++;
    if (walk->hidden == 0 && kti_str_eq(style.ruby, KTI_STR("delimiter")))
        walk->hidden = walk->depth;
    walk->agent = agent;
    walk->color = style.color;
    divide(walk, piece, rest, t->end, false);
}

static void close_span(kti_pieces *walk, const kti_xml *t, kti_piece *piece) {
    uint16_t tags = 0;
    if (walk->depth == 0) return;
    if (walk->hidden == walk->depth) walk->hidden = 0;
    walk->depth--;
    if (walk->depth < SPANS) tags = walk->spans[walk->depth];
    piece->tag = take_tag(&tags, true);
    piece->close = true;
    divide(walk, piece, tags, t->end, true);
}

/* What is left of a tag of several meanings. */
static void rest_of_tag(kti_pieces *walk, kti_piece *piece) {
    piece->tag = take_tag(&walk->tags, walk->closes);
    piece->close = walk->closes;
    divide(walk, piece, walk->tags, walk->tag_end, walk->closes);
}

static void set_value(const kti_pieces *walk, kti_piece *piece) {
    if (piece->close) return;
    if (piece->tag == KTI_TAG_VOICE) piece->value = walk->agent;
    if (piece->tag == KTI_TAG_COLOR) piece->value = walk->color;
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
        close_span(walk, &t, piece);
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
    return walk->depth > 0 && walk->depth <= SPANS &&
           (walk->spans[walk->depth - 1] & bit(KTI_TAG_RUBY)) != 0;
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
    if (walk->tag_end > at)
        rest_of_tag(walk, piece);
    else if (walk->cdata_end > at)
        cdata(walk, piece);
    else if (walk->content.ptr[at] == '<')
        markup(walk, piece);
    else if (!kti_is_ascii_space(walk->content.ptr[at]) || !white_space(walk, piece))
        text(walk, piece);
    if (walk->hidden > 0 && piece->kind != KTI_PIECE_MARKUP) kti_piece_markup(piece, piece->len);
    if (piece->kind != KTI_PIECE_MARKUP) walk->seen = piece->kind != KTI_PIECE_BREAK;
    set_value(walk, piece);
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
