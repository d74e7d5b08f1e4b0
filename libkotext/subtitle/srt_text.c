/* srt_text.c - the text of SubRip: tags as in HTML, overrides as in SubStation Alpha, entities. */
#include <string.h>

#include "core/str.h"
#include "subtitle/ass.h"
#include "subtitle/lines.h"
#include "subtitle/srt.h"
#include "subtitle/tags.h"

/* ---- pieces --------------------------------------------------------------------------------- */

/* {\an8}, {\i1} and their like, which players take from SubStation Alpha. */
static size_t override_len(kt_str text, size_t at) {
    enum { LONGEST_BLOCK = 256 };
    if (text.len - at < 3 || text.ptr[at + 1] != '\\') return 0;
    size_t limit = text.len - at > LONGEST_BLOCK ? at + LONGEST_BLOCK : text.len;
    for (size_t end = at + 1; end < limit && text.ptr[end] != '\n'; end++)
        if (text.ptr[end] == '}') return end + 1 - at;
    return 0;
}

/* Only their meaning is taken over: no player draws here. */
static void override(kti_pieces *walk, size_t end, kti_piece *piece) {
    kti_ass_block(walk, end, piece);
    walk->skipping = false;
}

void kti_srt_piece(kti_pieces *walk, kti_piece *piece) {
    kt_str text = walk->content;
    size_t at = walk->at, len = kti_line_end_len(text, at);
    char c = text.ptr[at];
    kti_entity entity;
    if (walk->block_end > at) {
        override(walk, walk->block_end, piece);
    } else if (len > 0) {
        kti_piece_break(piece, len);
    } else if (c == '<' && (len = kti_html_tag_len(text, at)) > 0) {
        kti_piece_markup(piece, len);
        kti_html_tag(kti_str_cut(text, at, at + len), piece);
    } else if (c == '{' && (len = override_len(text, at)) > 0) {
        override(walk, at + len - 1, piece);
    } else if (c == '&' && kti_read_entity(text, at, &entity) && entity.ended) {
        kti_piece_escape(piece, entity.len, entity.cp);
    } else {
        kti_piece_text(piece, 1 + kti_plain_run(text, at + 1, "<{&"));
    }
}

/* ---- writing -------------------------------------------------------------------------------- */

static bool opens(char c, char next) {
    if (c == '<') return kti_is_ascii_alpha(next) || next == '/' || next == '!';
    return c == '{' && next == '\\';
}

static bool is_entity(kt_str text, size_t at) {
    kti_entity entity;
    return kti_read_entity(text, at, &entity) && entity.ended;
}

/* Where an entity begins at the end of what is written, which `text` goes on; else SIZE_MAX. */
static size_t goes_on(kt_str written, kt_str text) {
    enum { LONGEST = 16 }; /* of an entity */
    char both[2 * LONGEST];
    size_t before = 0, behind = text.len < LONGEST ? text.len : LONGEST;
    while (before < LONGEST && before < written.len && written.ptr[written.len - ++before] != '&')
        continue;
    if (before == 0 || written.ptr[written.len - before] != '&') return SIZE_MAX;
    memcpy(both, written.ptr + written.len - before, before);
    memcpy(both + before, text.ptr, behind);
    bool joins =
        is_entity((kt_str){both, before + behind}, 0) && !is_entity((kt_str){both, before}, 0);
    return joins ? written.len - before : SIZE_MAX;
}

size_t kti_srt_joins(const kti_buf *out, kt_str text) {
    kt_str written = kti_buf_str(out);
    if (written.len == 0 || text.len == 0) return SIZE_MAX;
    if (opens(written.ptr[written.len - 1], text.ptr[0])) return written.len - 1;
    return goes_on(written, text);
}

/* Players know no way to write as text what begins a tag, an override or an entity: it is written
 * full-width. */
void kti_srt_escape(kt_str text, kti_buf *out) {
    size_t at = 0;
    if (kti_srt_joins(out, text) != SIZE_MAX) kti_add_wide(out, text.ptr[at++]);
    for (; at < text.len; at++) {
        size_t len = kti_plain_run(text, at, "<{&");
        kti_buf_add_str(out, kti_str_cut(text, at, at + len));
        at += len;
        if (at == text.len) break;
        char c = text.ptr[at], next = at + 1 < text.len ? text.ptr[at + 1] : '\0';
        if (opens(c, next) || (c == '&' && is_entity(text, at)))
            kti_add_wide(out, c);
        else
            kti_buf_add_byte(out, c);
    }
}

void kti_srt_tame(kt_str line, kti_buf *out) {
    size_t arrow = kti_str_find(line, KTI_STR(">"), 0);
    kti_buf_add_str(out, kti_str_cut(line, 0, arrow));
    kti_add_wide(out, '>');
    kti_buf_add_str(out, kti_str_cut(line, arrow + 1, line.len));
}
