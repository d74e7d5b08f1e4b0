/* pieces.c - the content of a cue as text, breaks and markup: plain text, and changes to it. */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/text.h"
#include "core/utf8.h"
#include "subtitle/dialect.h"

/* Rules of the edits this layer makes; they say all there is to say. */
enum { RULE_BREAK = 1, RULE_MARKUP = 2, RULE_ESCAPE = 3 };

void kti_piece_text(kti_piece *piece, size_t len) {
    piece->kind = KTI_PIECE_TEXT;
    piece->len = len;
}

void kti_piece_escape(kti_piece *piece, size_t len, uint32_t cp) {
    piece->kind = KTI_PIECE_ESCAPE;
    piece->len = len;
    piece->plain_len = kti_utf8_encode(cp, piece->plain);
}

void kti_piece_break(kti_piece *piece, size_t len) {
    kti_piece_escape(piece, len, '\n');
    piece->kind = KTI_PIECE_BREAK;
}

void kti_piece_markup(kti_piece *piece, size_t len) {
    piece->kind = KTI_PIECE_MARKUP;
    piece->len = len;
    piece->plain_len = 0;
}

kti_pieces kti_pieces_of(const kt_subtitle *s, size_t cue, kt_str content) {
    return (kti_pieces){.dialect = s->dialect,
                        .content = content,
                        .clock = s->cues[cue].start_ms,
                        .offset = s->offset,
                        .keep_space = kti_look_of(s, cue).keep_space,
                        .styles = s->styles};
}

kti_pieces kti_original(const kt_subtitle *s, size_t cue) {
    return kti_pieces_of(s, cue, kti_str_span(s->text, s->cues[cue].text));
}

/* Cuts text before its first ill-formed byte, or makes that one an escape. The end of the run is
 * kept: it is not looked for again. */
static void well_formed(kti_pieces *walk, kti_piece *piece) {
    size_t end = walk->at + piece->len;
    size_t bad = kti_utf8_check(kti_str_cut(walk->content, 0, end), walk->at);
    walk->text_end = end;
    if (bad > walk->at)
        piece->len = bad - walk->at;
    else
        kti_piece_escape(piece, kti_utf8_at(walk->content, walk->at).len, 0xFFFD);
}

bool kti_pieces_next(kti_pieces *walk, kti_piece *piece) {
    if (walk->at >= walk->content.len) return false;
    memset(piece, 0, sizeof *piece);
    if (walk->at < walk->text_end)
        kti_piece_text(piece, walk->text_end - walk->at);
    else
        walk->dialect->piece(walk, piece);
    if (piece->kind == KTI_PIECE_TEXT) well_formed(walk, piece);
    walk->at += piece->len;
    return true;
}

/* ---- what is seen --------------------------------------------------------------------------- */

static bool is_white(kt_str text) {
    static const kt_str nbsp = KTI_STR_INIT("\xC2\xA0");
    for (size_t at = 0; at < text.len;) {
        bool hard = kti_str_starts(kti_str_cut(text, at, text.len), nbsp);
        if (!hard && !kti_is_ascii_space(text.ptr[at])) return false;
        at += hard ? nbsp.len : 1;
    }
    return true;
}

bool kti_pieces_show(kti_pieces walk) {
    kti_piece piece;
    for (size_t at = walk.at; kti_pieces_next(&walk, &piece); at = walk.at) {
        kt_str raw = kti_str_cut(walk.content, at, walk.at);
        if (piece.kind == KTI_PIECE_TEXT && !is_white(raw)) return true;
        if (piece.kind == KTI_PIECE_ESCAPE && !is_white((kt_str){piece.plain, piece.plain_len}))
            return true;
    }
    return false;
}

bool kti_shows_text(const kt_subtitle *s, size_t cue) {
    return kti_pieces_show(kti_pieces_of(s, cue, kti_content(s, cue)));
}

bool kti_is_drawing(const kt_subtitle *s, size_t cue) {
    kti_piece piece;
    bool drawn = false;
    kti_pieces walk = kti_pieces_of(s, cue, kti_content(s, cue));
    while (s->dialect->carries_tags && !drawn && kti_pieces_next(&walk, &piece))
        drawn = walk.skipping;
    return drawn && !kti_shows_text(s, cue);
}

/* ---- plain text ----------------------------------------------------------------------------- */

static void add_plain(kt_str raw, const kti_piece *piece, kt_text *out) {
    kt_str plain = {piece->plain, piece->plain_len};
    if (piece->kind == KTI_PIECE_TEXT || kti_str_eq(raw, plain))
        kti_text_copy(out, raw);
    else if (piece->kind == KTI_PIECE_MARKUP)
        kti_text_replace(out, raw.len, (kt_str){NULL, 0}, RULE_MARKUP);
    else
        kti_text_replace(out, raw.len, plain,
                         piece->kind == KTI_PIECE_BREAK ? RULE_BREAK : RULE_ESCAPE);
}

kt_status kt_subtitle_plain(const kt_subtitle *s, size_t cue, kt_text *out) {
    if (s == NULL || out == NULL || cue >= s->cue_count) return KT_ERR_ARG;
    kti_text_clear(out);
    kti_piece piece;
    kti_pieces walk = kti_original(s, cue);
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at)
        add_plain(kti_str_cut(walk.content, at, walk.at), &piece, out);
    return kti_text_status(out);
}
