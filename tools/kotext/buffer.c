#include "buffer.h"

#include <stdlib.h>
#include <string.h>

void buffer_free(buffer *b) {
    free(b->ptr);
    *b = (buffer){.ptr = NULL};
}

static bool reserve(buffer *b, size_t len) {
    if (b->failed) return false;
    if (len <= b->capacity - b->len) return true;
    size_t wanted = b->capacity * 2 > b->len + len ? b->capacity * 2 : b->len + len + 256;
    char *moved = realloc(b->ptr, wanted);
    if (moved == NULL) {
        b->failed = true;
        return false;
    }
    b->ptr = moved;
    b->capacity = wanted;
    return true;
}

char *buffer_room(buffer *b, size_t len) {
    return reserve(b, len) ? b->ptr + b->len : NULL;
}

void buffer_add(buffer *b, const void *bytes, size_t len) {
    if (len == 0 || !reserve(b, len)) return;
    memcpy(b->ptr + b->len, bytes, len);
    b->len += len;
}

void buffer_str(buffer *b, kt_str text) {
    buffer_add(b, text.ptr, text.len);
}

void buffer_text(buffer *b, const char *text) {
    buffer_add(b, text, strlen(text));
}

void buffer_byte(buffer *b, char byte) {
    buffer_add(b, &byte, 1);
}

void buffer_uint(buffer *b, uint64_t value) {
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value != 0);
    buffer_add(b, digits + at, sizeof digits - at);
}

void buffer_int(buffer *b, int64_t value) {
    if (value < 0) buffer_byte(b, '-');
    buffer_uint(b, value < 0 ? (uint64_t)-value : (uint64_t)value);
}

void buffer_fixed(buffer *b, double value, int digits) {
    uint64_t scale = 1;
    for (int i = 0; i < digits; i++)
        scale *= 10;
    if (!(value >= 0)) value = 0;
    uint64_t scaled = (uint64_t)(value * (double)scale + 0.5);
    buffer_uint(b, scaled / scale);
    buffer_byte(b, '.');
    for (uint64_t unit = scale / 10; unit > 0; unit /= 10)
        buffer_byte(b, (char)('0' + scaled / unit % 10));
}

/* The length of the well-formed UTF-8 sequence at `at`; 0 when there is none. */
static size_t sequence(kt_str text, size_t at) {
    const unsigned char *p = (const unsigned char *)text.ptr + at;
    size_t left = text.len - at;
    size_t len = p[0] < 0x80   ? 1
                 : p[0] < 0xC2 ? 0
                 : p[0] < 0xE0 ? 2
                 : p[0] < 0xF0 ? 3
                 : p[0] < 0xF5 ? 4
                               : 0;
    if (len == 0 || len > left) return 0;
    for (size_t i = 1; i < len; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    bool overlong = (p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xF0 && p[1] < 0x90);
    bool outside = (p[0] == 0xED && p[1] > 0x9F) || (p[0] == 0xF4 && p[1] > 0x8F);
    return overlong || outside ? 0 : len;
}

static void json_escape(buffer *b, unsigned char c) {
    static const char hex[] = "0123456789abcdef";
    static const char *const names = "\b\f\n\r\t";
    static const char letters[] = "bfnrt";
    const char *named = c == 0 ? NULL : strchr(names, c);
    buffer_byte(b, '\\');
    if (c == '"' || c == '\\') {
        buffer_byte(b, (char)c);
    } else if (named != NULL) {
        buffer_byte(b, letters[named - names]);
    } else {
        char code[5] = {'u', '0', '0', hex[c >> 4], hex[c & 15]};
        buffer_add(b, code, sizeof code);
    }
}

void buffer_json(buffer *b, kt_str text) {
    buffer_byte(b, '"');
    for (size_t at = 0; at < text.len;) {
        unsigned char c = (unsigned char)text.ptr[at];
        size_t len = sequence(text, at);
        if (len == 0)
            buffer_text(b, "\xEF\xBF\xBD");
        else if (c < 0x20 || c == '"' || c == '\\' || c == 0x7F)
            json_escape(b, c);
        else
            buffer_add(b, text.ptr + at, len);
        at += len == 0 ? 1 : len;
    }
    buffer_byte(b, '"');
}

/* How a character is written that would end a field or a row; NULL when it is as it is. */
static const char *tsv_escape(char c) {
    switch (c) {
    case '\t':
        return "\\t";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\\':
        return "\\\\";
    default:
        return NULL;
    }
}

void buffer_tsv(buffer *b, kt_str text) {
    size_t from = 0;
    if (text.len == 0) buffer_byte(b, '-');
    for (size_t i = 0; i < text.len; i++) {
        const char *escape = tsv_escape(text.ptr[i]);
        if (escape == NULL) continue;
        buffer_add(b, text.ptr + from, i - from);
        buffer_text(b, escape);
        from = i + 1;
    }
    buffer_add(b, text.ptr + from, text.len - from);
}

kt_str str_of(const char *text) {
    return (kt_str){text, text == NULL ? 0 : strlen(text)};
}

bool str_is(kt_str text, const char *other) {
    return text.len == strlen(other) && memcmp(text.ptr, other, text.len) == 0;
}

size_t code_points(kt_str text, size_t at) {
    size_t count = 0;
    for (size_t i = 0; i < at && i < text.len; i++)
        count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return count;
}
