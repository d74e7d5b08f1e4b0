/* ass_text.c - {override blocks}, \N \n \h, drawings and karaoke. */
#include <string.h>

#include "core/str.h"
#include "subtitle/ass.h"
#include "subtitle/color.h"
#include "subtitle/lines.h"
#include "subtitle/tags.h"

/* ---- override blocks ------------------------------------------------------------------------ */

/* One override, "\b1": its name and value. */
typedef struct override {
    kt_str name, value;
} override;

/* Takes the next override of a block; false at its end. */
static bool take_override(kt_str *rest, override *out) {
    const char *slash = rest->len == 0 ? NULL : memchr(rest->ptr, '\\', rest->len);
    if (slash == NULL) return false;
    *rest = kti_str_cut(*rest, (size_t)(slash - rest->ptr) + 1, rest->len);
    size_t name = 0, end = 0;
    while (name < rest->len && kti_is_ascii_alpha(rest->ptr[name]))
        name++;
    while (end < rest->len && rest->ptr[end] != '\\')
        end++;
    if (name > end) name = end;
    out->name = kti_str_cut(*rest, 0, name);
    out->value = kti_str_trim(kti_str_cut(*rest, name, end));
    *rest = kti_str_cut(*rest, end, rest->len);
    return true;
}

static bool is_name(const override *o, const char *name) {
    return kti_str_eq(o->name, kti_str(name));
}

static int64_t number_of(kt_str value) {
    int64_t number;
    size_t digits;
    return kti_take_number(&value, &number, &digits) ? number : 0;
}

/* \k \K \kf \ko: the syllable behind lasts so many hundredths. */
static void karaoke(kti_pieces *walk, const override *o, kti_piece *piece) {
    piece->tag = KTI_TAG_TIME;
    piece->number = walk->clock;
    walk->clock += number_of(o->value) * 10;
}

static void toggle(const override *o, kti_tag tag, kti_piece *piece) {
    piece->tag = tag;
    piece->close = o->value.len == 0 || kti_str_eq(o->value, KTI_STR("0"));
}

int kti_ass_old_place(int64_t alignment) {
    static const int places[] = {0, 1, 2, 3, 0, 7, 8, 9, 0, 4, 5, 6};
    bool known = alignment > 0 && alignment < (int64_t)(sizeof places / sizeof *places);
    return known ? places[alignment] : 0;
}

/* \an8, and \a6 as v4 had it. */
static void place(int64_t number, kti_piece *piece) {
    if (number < 1 || number > 9) return;
    piece->tag = KTI_TAG_PLACE;
    piece->number = number;
}

static void read_override(kti_pieces *walk, const override *o, kti_piece *piece) {
    if (is_name(o, "p")) walk->skipping = number_of(o->value) > 0;
    if (is_name(o, "b")) toggle(o, KTI_TAG_BOLD, piece);
    if (is_name(o, "i")) toggle(o, KTI_TAG_ITALIC, piece);
    if (is_name(o, "u")) toggle(o, KTI_TAG_UNDERLINE, piece);
    if (is_name(o, "s")) toggle(o, KTI_TAG_STRIKE, piece);
    if (is_name(o, "k") || is_name(o, "K") || is_name(o, "kf") || is_name(o, "ko"))
        karaoke(walk, o, piece);
    if (is_name(o, "an")) place(number_of(o->value), piece);
    if (is_name(o, "a")) place(kti_ass_old_place(number_of(o->value)), piece);
    if (o->name.len > 0 && o->name.ptr[0] == 'r') piece->tag = KTI_TAG_RESET; /* \r, \rStyle */
    if (is_name(o, "c")) {
        piece->tag = KTI_TAG_COLOR;
        piece->close = o->value.len == 0;
        piece->value = o->value;
    }
}

/* A block becomes a piece an override, so that each keeps its meaning: the brackets go with the
 * first and the last. */
void kti_ass_block(kti_pieces *walk, size_t end, kti_piece *piece) {
    override o;
    kt_str rest = kti_str_cut(walk->content, walk->at, end);
    if (take_override(&rest, &o)) read_override(walk, &o, piece);
    const char *next = rest.len == 0 ? NULL : memchr(rest.ptr, '\\', rest.len);
    size_t len = next == NULL ? end - walk->at : (size_t)(next - walk->content.ptr) - walk->at;
    kti_piece_markup(piece, len);
    walk->block_end = next == NULL ? 0 : end;
    if (next == NULL && end < walk->content.len) piece->len++; /* } */
}

/* ---- pieces --------------------------------------------------------------------------------- */

static void escape_at(kt_str text, size_t at, kti_piece *piece) {
    char next = at + 1 < text.len ? text.ptr[at + 1] : '\0';
    if (next == 'N')
        kti_piece_break(piece, 2);
    else if (next == 'n')
        kti_piece_escape(piece, 2, ' ');
    else if (next == 'h')
        kti_piece_escape(piece, 2, 0xA0);
    else
        kti_piece_text(piece, 1 + kti_plain_run(text, at + 1, "\\{"));
}

void kti_ass_piece(kti_pieces *walk, kti_piece *piece) {
    kt_str text = walk->content;
    size_t at = walk->at;
    if (walk->block_end > at) {
        kti_ass_block(walk, walk->block_end, piece);
    } else if (text.ptr[at] == '{') {
        const char *end = walk->unclosed ? NULL : memchr(text.ptr + at, '}', text.len - at);
        walk->unclosed = end == NULL;
        if (end == NULL)
            kti_piece_text(piece, 1 + kti_plain_run(text, at + 1, "\\{"));
        else
            kti_ass_block(walk, (size_t)(end - text.ptr), piece);
    } else if (walk->skipping) {
        const char *next = memchr(text.ptr + at, '{', text.len - at);
        kti_piece_markup(piece, (next == NULL ? text.len : (size_t)(next - text.ptr)) - at);
    } else if (text.ptr[at] == '\\') {
        escape_at(text, at, piece);
    } else if (kti_line_end_len(text, at) > 0) {
        kti_piece_break(piece, kti_line_end_len(text, at));
    } else {
        kti_piece_text(piece, 1 + kti_plain_run(text, at + 1, "\\{"));
    }
}

/* ---- writing -------------------------------------------------------------------------------- */

static bool breaks(char c, char next) {
    return c == '\\' && (next == 'N' || next == 'n' || next == 'h');
}

size_t kti_ass_joins(const kti_buf *out, kt_str text) {
    bool joins = out->len > 0 && text.len > 0 && breaks(out->ptr[out->len - 1], text.ptr[0]);
    return joins ? out->len - 1 : SIZE_MAX;
}

/* A brace would begin a block, and \N, \n, \h would break: they are written full-width. */
void kti_ass_escape(kt_str text, kti_buf *out) {
    size_t at = 0;
    if (kti_ass_joins(out, text) != SIZE_MAX) kti_add_wide(out, text.ptr[at++]);
    for (; at < text.len; at++) {
        char c = text.ptr[at], next = at + 1 < text.len ? text.ptr[at + 1] : '\0';
        if (c == '{' || breaks(c, next))
            kti_add_wide(out, c);
        else
            kti_buf_add_byte(out, c == '\n' || c == '\r' ? ' ' : c);
    }
}

static void add_color(kti_writer *w, const kti_piece *piece) {
    char rgb[6];
    if (piece->close) kti_buf_add_cstr(w->out, "{\\c}");
    if (piece->close || !kti_read_color(piece->value, rgb)) return;
    kti_buf_add_cstr(w->out, "{\\c&H");
    for (size_t i = 6; i > 0; i -= 2)
        kti_buf_add(w->out, rgb + i - 2, 2);
    kti_buf_add_cstr(w->out, "&}");
}

/* The syllable lasts until the next time, or the end of the cue. */
static void add_karaoke(kti_writer *w, int64_t ms) {
    int64_t end = w->inner_count > 0 ? w->inner[0] : w->shown->end_ms;
    kti_buf_add_cstr(w->out, "{\\k");
    kti_buf_add_uint(w->out, end > ms ? (uint64_t)(end - ms + 5) / 10 : 0);
    kti_buf_add_byte(w->out, '}');
}

/* v4 has an alignment of its own: three below, and more by 4 for the top, by 8 for the middle. */
static void add_place(kti_writer *w, int64_t place) {
    static const unsigned char old[] = {0, 1, 2, 3, 9, 10, 11, 5, 6, 7};
    bool is_old = w->to == &kti_ssa;
    if (place < 1 || place > 9) return;
    kti_buf_add_cstr(w->out, is_old ? "{\\a" : "{\\an");
    kti_buf_add_uint(w->out, is_old ? old[place] : (uint64_t)place);
    kti_buf_add_byte(w->out, '}');
}

void kti_ass_tag(kti_writer *w, const kti_piece *piece) {
    static const char letters[KTI_TAGS] = {[KTI_TAG_BOLD] = 'b',
                                           [KTI_TAG_ITALIC] = 'i',
                                           [KTI_TAG_UNDERLINE] = 'u',
                                           [KTI_TAG_STRIKE] = 's'};
    if (piece->tag == KTI_TAG_TIME) add_karaoke(w, piece->number);
    if (piece->tag == KTI_TAG_COLOR) add_color(w, piece);
    if (piece->tag == KTI_TAG_READING) kti_buf_add_byte(w->out, piece->close ? ')' : '(');
    if (piece->tag == KTI_TAG_PLACE) add_place(w, piece->number);
    if (piece->tag == KTI_TAG_RESET) kti_buf_add_cstr(w->out, "{\\r}");
    bool newer = piece->tag == KTI_TAG_UNDERLINE || piece->tag == KTI_TAG_STRIKE;
    if (letters[piece->tag] == '\0' || (newer && w->to == &kti_ssa)) return;
    kti_buf_add_cstr(w->out, "{\\");
    kti_buf_add_byte(w->out, letters[piece->tag]);
    kti_buf_add_cstr(w->out, piece->close ? "0}" : "1}");
}
