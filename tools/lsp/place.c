#include "place.h"

static bool ends_line(kt_str text, size_t at) {
    if (text.ptr[at] == '\n') return true;
    return text.ptr[at] == '\r' && (at + 1 == text.len || text.ptr[at + 1] != '\n');
}

static size_t columns_of(columns count, char byte) {
    unsigned char b = (unsigned char)byte;
    if (count == COLUMNS_UTF8) return 1;
    return (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
}

static void step(position_cursor *c) {
    if (ends_line(c->text, c->byte)) {
        c->at.line++;
        c->at.column = 0;
    } else {
        c->at.column += columns_of(c->count, c->text.ptr[c->byte]);
    }
    c->byte++;
}

position position_of(position_cursor *c, size_t byte) {
    while (c->byte < byte && c->byte < c->text.len)
        step(c);
    return c->at;
}

size_t offset_of(kt_str text, columns count, position at) {
    position_cursor c = {text, count, 0, {0, 0}};
    while (c.byte < text.len && c.at.line < at.line)
        step(&c);
    while (c.byte < text.len && c.at.column < at.column && text.ptr[c.byte] != '\n' &&
           text.ptr[c.byte] != '\r')
        step(&c);
    while (c.byte < text.len && (text.ptr[c.byte] & 0xC0) == 0x80) /* the rest of a code point */
        step(&c);
    return c.byte;
}
