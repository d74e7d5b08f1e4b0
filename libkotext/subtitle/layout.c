/* layout.c - where changed text goes: in place, above, below, or over each word. */
#include "core/str.h"
#include "core/text.h"
#include "subtitle/change.h"

/* The markup before the first text, which a line put above must stand behind. */
static size_t leading_markup(const kt_subtitle *s, size_t cue) {
    kti_piece piece;
    kti_pieces walk = kti_original(s, cue);
    size_t end = 0;
    while (kti_pieces_next(&walk, &piece) && piece.kind == KTI_PIECE_MARKUP && !piece.close)
        end = walk.at;
    return end;
}

/* A second line in formats whose markup holds on over a break needs none of its own. */
static void add_line(const kti_change *c, kti_buf *out) {
    if (c->s->dialect->carries_tags)
        kti_add_lines(c->s, c->cue, kt_text_str(c->change), out);
    else
        kti_carry(c, out);
}

static void above(const kti_change *c, kti_buf *out) {
    kt_str content = kti_str_span(c->s->text, c->s->cues[c->cue].text);
    size_t head = c->s->dialect->carries_tags ? leading_markup(c->s, c->cue) : 0;
    kti_buf_add_str(out, kti_str_cut(content, 0, head));
    add_line(c, out);
    kti_add_break(c->s, c->cue, out);
    kti_buf_add_str(out, kti_str_cut(content, head, content.len));
}

static void below(const kti_change *c, kti_buf *out) {
    kti_buf_add_str(out, kti_str_span(c->s->text, c->s->cues[c->cue].text));
    kti_add_break(c->s, c->cue, out);
    add_line(c, out);
}

/* ---- ruby ----------------------------------------------------------------------------------- */

static bool is_space(kt_str text, size_t at) {
    return kti_is_ascii_space(text.ptr[at]);
}

/* Whether something but spaces changed between two places of the plain text. */
static bool word_changed(const kt_text *change, kt_span word, kt_str base) {
    kt_span target = kt_text_target(change, word);
    kt_str now = kti_str_trim(kti_str_span(kt_text_str(change), target));
    return now.len > 0 && !kti_str_eq(now, kti_str_trim(base));
}

static void add_ruby(const kti_change *c, kt_str raw, kt_span word, bool in_cdata, kti_buf *out) {
    kt_str reading =
        kti_str_trim(kti_str_span(kt_text_str(c->change), kt_text_target(c->change, word)));
    bool ruby = c->s->dialect->has_ruby;
    if (ruby) kti_buf_add_cstr(out, "<ruby>");
    kti_buf_add_str(out, raw);
    kti_buf_add_cstr(out, ruby ? "<rt>" : "(");
    kti_add_new(c, reading, in_cdata, out);
    kti_buf_add_cstr(out, ruby ? "</rt></ruby>" : ")");
}

/* Words do not reach over markup: each stretch of text is annotated by itself. */
static void ruby_piece(const kti_change *c, kt_str raw, size_t plain, bool in_cdata, kti_buf *out) {
    for (size_t at = 0; at < raw.len;) {
        size_t end = at;
        bool space = is_space(raw, at);
        while (end < raw.len && is_space(raw, end) == space)
            end++;
        kt_str word = kti_str_cut(raw, at, end);
        kt_span span = kti_span_of(plain + at, plain + end);
        if (!space && word_changed(c->change, span, word))
            add_ruby(c, word, span, in_cdata, out);
        else
            kti_buf_add_str(out, word);
        at = end;
    }
}

static void ruby(const kti_change *c, kti_buf *out) {
    kti_piece piece;
    size_t plain = 0;
    bool inside = false; /* of a ruby, which holds no other */
    kti_pieces walk = kti_original(c->s, c->cue);
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at) {
        kt_str raw = kti_str_cut(walk.content, at, walk.at);
        if (piece.tag == KTI_TAG_RUBY) inside = !piece.close;
        if (piece.kind == KTI_PIECE_TEXT && !inside)
            ruby_piece(c, raw, plain, walk.cdata_end > at, out);
        else
            kti_buf_add_str(out, raw);
        plain += piece.kind == KTI_PIECE_TEXT ? raw.len : piece.plain_len;
    }
}

void kti_lay_out(const kti_change *c, kt_layout layout, kti_buf *out) {
    if (layout == KT_LAYOUT_ABOVE)
        above(c, out);
    else if (layout == KT_LAYOUT_BELOW)
        below(c, out);
    else
        ruby(c, out);
}
