/* layout_copy.c - what stands above or below a cue: the changed text with its look, without what is
 * there already.
 *
 * Lines that the change left alone are not repeated, nor are lines that the cue has; of a ruby the
 * changed base is enough. What is of the whole cue - places, times of words, drawings - is there
 * once. */
#include <string.h>

#include "core/str.h"
#include "core/text.h"
#include "subtitle/change.h"
#include "subtitle/lines.h"

enum { MOST_LINES = 64, MOST_WAITING = 16 };

/* ---- lines ---------------------------------------------------------------------------------- */

typedef struct lines {
    kt_str items[MOST_LINES];
    size_t count; /* as many as there are, at most */
} lines;

static void cut_lines(kt_str text, lines *out) {
    for (out->count = 0; text.ptr != NULL && out->count < MOST_LINES; out->count++)
        out->items[out->count] = kti_str_trim(kti_str_next_field(&text, '\n'));
}

static bool has_line(const lines *l, kt_str line) {
    for (size_t i = 0; i < l->count; i++)
        if (kti_str_eq(l->items[i], line)) return true;
    return false;
}

/* A bit for each line that is not wanted; those behind the last bit are. */
static uint64_t unwanted(const kti_change *c, kt_str before) {
    lines old, new;
    uint64_t hidden = 0;
    cut_lines(before, &old);
    cut_lines(kt_text_str(c->change), &new);
    if (old.count != new.count || old.count == MOST_LINES) return 0;
    for (size_t i = 0; i < new.count; i++)
        if (has_line(&old, new.items[i])) hidden |= (uint64_t)1 << i;
    return hidden;
}

/* ---- copying -------------------------------------------------------------------------------- */

typedef struct waiting {
    kt_str raw;
    kti_tag tag;
} waiting;

typedef struct copying {
    const kti_change *change;
    kti_copy_kind kind;
    uint64_t hidden;
    size_t line;
    bool written, broken; /* some text was; a line ended since */
    size_t rubies;        /* that are open */
    bool reading;
    waiting tags[MOST_WAITING]; /* for the text behind */
    size_t count;
    kti_buf *out;
} copying;

static void write_waiting(copying *c) {
    for (size_t i = 0; i < c->count; i++)
        kti_buf_add_str(c->out, c->tags[i].raw);
    c->count = 0;
}

static void write_text(copying *c, kt_str raw) {
    bool hidden = c->line < MOST_LINES && (c->hidden >> c->line & 1) != 0;
    if (hidden || c->reading) return;
    if (c->broken && c->written) kti_add_break(c->change->s, c->change->cue, c->out);
    c->broken = false;
    c->written = true;
    write_waiting(c);
    kti_buf_add_str(c->out, raw);
}

/* An end tag goes with its tag, where nothing stood between. */
static void write_tag(copying *c, const kti_piece *piece, kt_str raw) {
    bool opens = piece->tag != KTI_TAG_NONE ||
                 (raw.len > 2 && raw.ptr[0] == '<' && kti_is_ascii_alpha(raw.ptr[1]) &&
                  raw.ptr[raw.len - 2] != '/');
    if (piece->close && c->count > 0 && c->tags[c->count - 1].tag == piece->tag)
        c->count--;
    else if (piece->close)
        kti_buf_add_str(c->out, raw);
    else if (opens && c->count < MOST_WAITING)
        c->tags[c->count++] = (waiting){raw, piece->tag};
    else if (opens)
        kti_buf_add_str(c->out, raw);
}

static bool is_dropped(const copying *c, const kti_piece *piece) {
    bool beside = c->kind != KTI_COPY_TRACK;
    if (piece->tag == KTI_TAG_PLACE) return c->kind == KTI_COPY_BELOW;
    return piece->tag == KTI_TAG_TIME && beside && !c->change->s->dialect->stamps_lines;
}

static void write_markup(copying *c, const kti_piece *piece, kt_str raw) {
    bool inside = c->rubies > 0 || piece->tag == KTI_TAG_RUBY;
    if (piece->tag == KTI_TAG_RUBY && piece->close)
        c->rubies -= c->rubies > 0;
    else if (piece->tag == KTI_TAG_RUBY)
        c->rubies++;
    if (piece->tag == KTI_TAG_READING) c->reading = inside && !piece->close;
    if (c->rubies == 0) c->reading = false;
    if (inside || is_dropped(c, piece)) return;
    if (c->kind == KTI_COPY_TRACK) {
        kti_buf_add_str(c->out, raw);
        return;
    }
    write_tag(c, piece, raw);
}

/* Whether markup can be left out by the piece: not out of CDATA, nor of a block of overrides. */
static bool is_divisible(kti_pieces walk) {
    kti_piece piece;
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at) {
        kt_str raw = kti_str_cut(walk.content, at, walk.at);
        bool block = raw.ptr[0] == '{' && raw.ptr[raw.len - 1] != '}';
        if (piece.kind == KTI_PIECE_MARKUP && (block || walk.cdata_end > 0)) return false;
    }
    return true;
}

bool kti_copy(const kti_change *change, kt_str carried, kt_str before, kti_copy_kind kind,
              kti_buf *out) {
    const kt_subtitle *s = change->s;
    kti_piece piece;
    kti_pieces walk = kti_pieces_of(s, change->cue, carried);
    copying c = {.change = change, .kind = kind, .out = out};
    if (!is_divisible(walk)) {
        kti_buf_add_str(out, carried);
        return true;
    }
    if (kind != KTI_COPY_TRACK) c.hidden = unwanted(change, before);
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at) {
        kt_str raw = kti_str_cut(carried, at, walk.at);
        if (piece.kind == KTI_PIECE_MARKUP) {
            write_markup(&c, &piece, raw);
        } else if (piece.kind == KTI_PIECE_BREAK && kind != KTI_COPY_TRACK) {
            c.line++;
            c.broken = true;
        } else {
            write_text(&c, raw);
        }
    }
    return c.written;
}

/* ---- overrides of ASS ----------------------------------------------------------------------- */

/* "\i1" of "{\i1}": a piece has the braces at the ends of its block. */
static kt_str override_of(kt_str raw) {
    if (raw.len > 0 && raw.ptr[0] == '{') raw = kti_str_cut(raw, 1, raw.len);
    if (raw.len > 0 && raw.ptr[raw.len - 1] == '}') raw = kti_str_cut(raw, 0, raw.len - 1);
    return kti_str_trim(raw);
}

/* What is of the whole line: its place, its movements, its words' times, drawings. */
static bool is_of_line(kt_str override) {
    static const char *const names[] = {"pos", "move", "org", "fad", "clip", "iclip",
                                        "an",  "a",    "k",   "kf",  "ko",   "K",
                                        "kt",  "p",    "pbo", "q",   "fade"};
    size_t len = 1;
    while (len < override.len && kti_is_ascii_alpha(override.ptr[len]))
        len++;
    kt_str name = kti_str_cut(override, 1, len);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (kti_str_eq(name, kti_str(names[i]))) return true;
    return false;
}

static bool is_look(const kti_piece *piece, kt_str override) {
    if (piece->kind != KTI_PIECE_MARKUP || override.len < 2 || override.ptr[0] != '\\')
        return false;
    return !is_of_line(override);
}

/* The tags that are not as the style has them. */
static unsigned after(unsigned state, const kti_piece *piece, unsigned style) {
    enum { OTHER = 1u << KTI_TAGS };
    unsigned bit = 1u << piece->tag;
    if (piece->tag == KTI_TAG_RESET) return style;
    if (piece->tag == KTI_TAG_NONE) return state | OTHER;
    return piece->close ? state & ~bit : state | bit;
}

static unsigned style_of(const kt_subtitle *s, size_t cue) {
    kti_look look = kti_look_of(s, cue);
    return (look.bold ? 1u << KTI_TAG_BOLD : 0) | (look.italic ? 1u << KTI_TAG_ITALIC : 0) |
           (look.underline ? 1u << KTI_TAG_UNDERLINE : 0) |
           (look.strike ? 1u << KTI_TAG_STRIKE : 0);
}

kti_looks kti_looks_of(const kt_subtitle *s, size_t cue, kt_str content) {
    kti_piece piece;
    bool said = false;
    unsigned style = style_of(s, cue), state = style;
    kti_looks looks = {.vary = false};
    kti_pieces walk = kti_pieces_of(s, cue, content);
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at) {
        said = said || piece.kind != KTI_PIECE_MARKUP;
        kt_str raw = kti_str_cut(walk.content, at, walk.at);
        bool look = is_look(&piece, override_of(raw));
        if (!said && !look && state == style && raw.ptr[raw.len - 1] == '}') looks.head = walk.at;
        if (!look) continue;
        looks.vary = looks.vary || said;
        state = after(state, &piece, style);
    }
    looks.stay = state != style;
    return looks;
}

/* Overrides hold on: those of lines that are left out count for the text behind. */
bool kti_copy_overrides(const kti_change *change, kt_str carried, kt_str before, bool looks,
                        kti_buf *out) {
    kti_piece piece;
    kti_pieces walk = kti_pieces_of(change->s, change->cue, carried);
    copying c = {.change = change, .hidden = unwanted(change, before), .out = out};
    size_t text_end = out->len;
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at) {
        kt_str raw = kti_str_cut(carried, at, walk.at), override = override_of(raw);
        if (piece.kind == KTI_PIECE_BREAK) {
            c.line++;
            c.broken = true;
        } else if (piece.kind != KTI_PIECE_MARKUP) {
            write_text(&c, raw);
            text_end = c.written ? out->len : text_end;
        } else if (looks && is_look(&piece, override)) {
            kti_buf_add_byte(out, '{');
            kti_buf_add_str(out, override);
            kti_buf_add_byte(out, '}');
            if (piece.close && c.written) text_end = out->len;
        }
    }
    if (!out->failed) out->len = text_end;
    return c.written;
}
