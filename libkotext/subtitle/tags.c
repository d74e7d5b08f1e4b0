#include "subtitle/tags.h"

#include <string.h>

#include "core/str.h"
#include "subtitle/color.h"
#include "subtitle/entities_table.h"
#include "subtitle/lines.h"

/* ---- tags ----------------------------------------------------------------------------------- */

size_t kti_html_tag_len(kt_str text, size_t at) {
    enum { LONGEST_TAG = 512 };
    char quote = '\0';
    if (text.len - at < 3) return 0;
    char next = text.ptr[at + 1];
    if (!kti_is_ascii_alpha(next) && next != '/' && next != '!') return 0;
    size_t limit = text.len - at > LONGEST_TAG ? at + LONGEST_TAG : text.len;
    for (size_t end = at + 1; end < limit; end++) {
        char c = text.ptr[end];
        if (c == '<' && quote == '\0') return 0;
        if (c == '>' && quote == '\0') return end + 1 - at;
        if (quote == '\0' && (c == '"' || c == '\'') && text.ptr[end - 1] == '=')
            quote = c;
        else if (c == quote)
            quote = '\0';
    }
    /* A quote without end: the first ">" ends it. */
    const char *end = memchr(text.ptr + at, '>', limit - at);
    return end == NULL ? 0 : (size_t)(end - text.ptr) + 1 - at;
}

static kt_str tag_name(kt_str tag) {
    size_t start = tag.len > 1 && tag.ptr[1] == '/' ? 2 : 1;
    size_t end = start;
    while (end < tag.len && tag.ptr[end] != '>' && !kti_is_ascii_space(tag.ptr[end]) &&
           (tag.ptr[end] != '/' || end == start))
        end++;
    return kti_str_cut(tag, start, end);
}

kt_str kti_attribute(kt_str tag, const char *name) {
    size_t len = strlen(name);
    for (size_t at = 1; at + len < tag.len; at++) {
        if (!kti_is_ascii_space(tag.ptr[at - 1])) continue;
        kt_str rest = kti_str_cut(tag, at, tag.len);
        if (!kti_starts_nocase(rest, name)) continue;
        rest = kti_str_cut(rest, len, rest.len);
        kti_take_space(&rest);
        if (!kti_take_char(&rest, '=')) continue;
        kti_take_space(&rest);
        char quote = rest.len > 0 ? rest.ptr[0] : '\0';
        bool quoted = (quote == '"' || quote == '\'') && kti_take_char(&rest, quote);
        size_t end = 0;
        while (end < rest.len && rest.ptr[end] != '>' &&
               (quoted ? rest.ptr[end] != quote : !kti_is_ascii_space(rest.ptr[end])))
            end++;
        return kti_str_cut(rest, 0, end);
    }
    return (kt_str){NULL, 0};
}

void kti_html_tag(kt_str tag, kti_piece *piece) {
    static const struct {
        const char *name;
        kti_tag tag;
    } known[] = {{"b", KTI_TAG_BOLD},        {"strong", KTI_TAG_BOLD}, {"i", KTI_TAG_ITALIC},
                 {"em", KTI_TAG_ITALIC},     {"u", KTI_TAG_UNDERLINE}, {"s", KTI_TAG_STRIKE},
                 {"strike", KTI_TAG_STRIKE}, {"font", KTI_TAG_COLOR},  {"ruby", KTI_TAG_RUBY},
                 {"rt", KTI_TAG_READING}};
    kt_str name = tag_name(tag);
    piece->close = tag.len > 1 && tag.ptr[1] == '/';
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (kti_eq_nocase(name, known[i].name)) piece->tag = known[i].tag;
    if (piece->tag != KTI_TAG_COLOR || piece->close) return;
    piece->value = kti_attribute(tag, "color");
    if (piece->value.len > 32) piece->value.len = 0;
}

/* ---- entities ------------------------------------------------------------------------------- */

/* A character by its number. What Windows has between 80 and 9F is meant there. */
static uint32_t numbered(uint32_t number) {
    static const uint16_t windows[] = {
        0x20AC, 0x0000, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x0000, 0x017D, 0x0000, 0x0000, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x0000, 0x017E, 0x0178};
    if (number == 0 || number > 0x10FFFF) return 0xFFFD;
    bool known = number >= 0x80 && number < 0xA0 && windows[number - 0x80] != 0;
    return known ? windows[number - 0x80] : number;
}

static bool read_numeric(kt_str text, size_t at, kti_entity *out) {
    bool hex = at + 2 < text.len && (text.ptr[at + 2] == 'x' || text.ptr[at + 2] == 'X');
    size_t first = at + 2 + hex, end = first;
    uint32_t cp = 0;
    for (; end < text.len && end - first < 8; end++) {
        char c = kti_ascii_lower(text.ptr[end]);
        bool letter = hex && c >= 'a' && c <= 'f';
        if (!letter && !kti_is_ascii_digit(c)) break;
        cp = cp * (hex ? 16 : 10) + (uint32_t)(letter ? c - 'a' + 10 : c - '0');
    }
    if (end == first) return false;
    bool ended = end < text.len && text.ptr[end] == ';';
    *out = (kti_entity){numbered(cp), end + ended - at, ended};
    return true;
}

/* A name of the table; NULL for any other. */
static const kti_entity_row *entity_named(kt_str name) {
    size_t first = 0, end = KTI_ENTITIES;
    while (first < end) {
        size_t middle = (first + end) / 2;
        int order = kti_str_cmp(kti_entities[middle].name, name);
        if (order == 0) return &kti_entities[middle];
        if (order < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return NULL;
}

/* The longest name at the front that may lack its semicolon. */
static const kti_entity_row *bare_entity(kt_str letters) {
    for (; letters.len > 1; letters.len--) {
        const kti_entity_row *row = entity_named(letters);
        if (row != NULL && row->bare) return row;
    }
    return NULL;
}

static bool is_alphanumeric(char c) {
    return kti_is_ascii_alpha(c) || kti_is_ascii_digit(c);
}

bool kti_read_entity(kt_str text, size_t at, kti_entity *out) {
    kt_str rest = kti_str_cut(text, at + 1, text.len);
    size_t len = 0;
    if (rest.len > 0 && rest.ptr[0] == '#') return read_numeric(text, at, out);
    while (len < rest.len && len < KTI_ENTITY_LONGEST && is_alphanumeric(rest.ptr[len]))
        len++;
    bool ended = len < rest.len && rest.ptr[len] == ';';
    const kti_entity_row *row = ended ? entity_named(kti_str_cut(rest, 0, len)) : NULL;
    if (row == NULL) {
        row = bare_entity(kti_str_cut(rest, 0, len));
        ended = false;
    }
    if (row == NULL) return false;
    *out = (kti_entity){row->cp, 1 + row->name.len + ended, ended};
    return true;
}

/* ---- pieces --------------------------------------------------------------------------------- */

size_t kti_plain_run(kt_str text, size_t at, const char *specials) {
    size_t end = at;
    for (; end < text.len; end++) {
        char c = text.ptr[end];
        if (c & '\x80') continue; /* what is special is ASCII */
        if (c == '\n' || c == '\r' || strchr(specials, c) != NULL) break; /* NUL is in any string */
    }
    return end - at;
}

/* ---- writing -------------------------------------------------------------------------------- */

void kti_escape_none(kt_str text, kti_buf *out) {
    kti_buf_add_str(out, text);
}

void kti_escape_html(kt_str text, kti_buf *out) {
    for (size_t at = 0; at < text.len;) {
        size_t len = kti_plain_run(text, at, "&<>");
        kti_buf_add_str(out, kti_str_cut(text, at, at + len));
        at += len;
        if (at == text.len) break;
        char c = text.ptr[at++];
        if (c == '&')
            kti_buf_add_cstr(out, "&amp;");
        else if (c == '<')
            kti_buf_add_cstr(out, "&lt;");
        else if (c == '>')
            kti_buf_add_cstr(out, "&gt;");
        else
            kti_buf_add_byte(out, c);
    }
}

static void write_open(kti_writer *w, const kti_piece *piece, const char *name) {
    kti_buf_add_byte(w->out, '<');
    kti_buf_add_cstr(w->out, name);
    char rgb[6];
    if (piece->tag == KTI_TAG_COLOR && kti_read_color(piece->value, rgb)) {
        kti_buf_add_cstr(w->out, " color=\"#");
        kti_buf_add(w->out, rgb, sizeof rgb);
        kti_buf_add_byte(w->out, '"');
    }
    kti_buf_add_byte(w->out, '>');
}

void kti_write_html_tag(kti_writer *w, const kti_piece *piece) {
    static const char *const names[KTI_TAGS] = {
        [KTI_TAG_BOLD] = "b",    [KTI_TAG_ITALIC] = "i",   [KTI_TAG_UNDERLINE] = "u",
        [KTI_TAG_STRIKE] = "s",  [KTI_TAG_COLOR] = "font", [KTI_TAG_RUBY] = "ruby",
        [KTI_TAG_READING] = "rt"};
    const char *name = names[piece->tag];
    bool ruby = piece->tag == KTI_TAG_RUBY || piece->tag == KTI_TAG_READING;
    if (ruby && !w->to->has_ruby) {
        if (piece->tag == KTI_TAG_READING) kti_buf_add_byte(w->out, piece->close ? ')' : '(');
        return;
    }
    if (name == NULL || (piece->tag == KTI_TAG_COLOR && !piece->close && piece->value.len == 0))
        return;
    if (!piece->close && kti_writer_opens(w, piece->tag)) write_open(w, piece, name);
    if (!piece->close || !kti_writer_closes(w, piece->tag)) return;
    kti_buf_add_cstr(w->out, "</");
    kti_buf_add_cstr(w->out, name);
    kti_buf_add_byte(w->out, '>');
}
