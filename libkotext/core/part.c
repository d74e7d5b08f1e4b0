/* part.c - where a long text is cut, so that memory holds a part of it and not the whole. */
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "kotext/text.h"

enum {
    MOST = KT_PART_MOST,
    LEAST = MOST / 2, /* a part that ends within a line is longer */
    SEEN = 4          /* bytes of the part that are only looked at: the next character */
};

/* A syllable of Hangul or a visible character of ASCII: nothing that joins what stands before. */
static bool begins_anew(const unsigned char *at) {
    if (at[0] < 0x80) return at[0] > ' ' && at[0] < 0x7F;
    if (at[0] == 0xEA) return at[1] >= 0xB0;
    if (at[0] == 0xED) return at[1] < 0x9E || (at[1] == 0x9E && at[2] <= 0xA3);
    return at[0] == 0xEB || at[0] == 0xEC;
}

/* The bytes of the mark that ends at `end`, if it is one of `marks`; 0 otherwise. */
static size_t mark_before(kt_str text, size_t end, const char *const *marks) {
    for (; *marks != NULL; marks++) {
        size_t len = strlen(*marks);
        if (len <= end && memcmp(text.ptr + end - len, *marks, len) == 0) return len;
    }
    return 0;
}

/* Whether a sentence has ended before the spaces at `end`, quotes and brackets aside. */
static bool ends_sentence(kt_str text, size_t end) {
    static const char *const closing[] = {"\"", "'", ")", "]", "”", "’", "」", "』", NULL};
    static const char *const stops[] = {".", "!", "?", "…", "。", NULL};
    while (end > LEAST && text.ptr[end - 1] == ' ')
        end--;
    for (size_t len; end > LEAST && (len = mark_before(text, end, closing)) > 0;)
        end -= len;
    return mark_before(text, end, stops) > 0;
}

/* Behind the last sentence, or else the last space, of the second half; 0 when it has none. */
static size_t behind_words(kt_str text) {
    size_t space = 0;
    for (size_t at = MOST - SEEN; at > LEAST; at--) {
        const unsigned char *p = (const unsigned char *)text.ptr + at;
        if (p[-1] != ' ' || !begins_anew(p)) continue;
        if (ends_sentence(text, at)) return at;
        if (space == 0) space = at;
    }
    return space;
}

/* Before a character that begins anew, or before any. */
static size_t between_characters(kt_str text) {
    size_t at = MOST - SEEN;
    while (at > LEAST && !begins_anew((const unsigned char *)text.ptr + at))
        at--;
    if (at > LEAST) return at;
    at = MOST - SEEN;
    for (int back = 0; back < 4 && !kti_utf8_is_boundary(text, at); back++)
        at--;
    return at;
}

static size_t behind_lines(kt_str text, size_t end) {
    while (end > 0 && text.ptr[end - 1] != '\n')
        end--;
    return end;
}

size_t kt_part(kt_str text, int more) {
    if (text.len <= MOST) return more ? behind_lines(text, text.len) : text.len;
    size_t end = behind_lines(text, MOST);
    if (end == 0) end = behind_words(text);
    return end > 0 ? end : between_characters(text);
}
