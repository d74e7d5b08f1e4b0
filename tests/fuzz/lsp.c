/* Any bytes as a message of an editor: read or refused; and as a text, every place in it is found
 * again. */
#include "fuzz.h"

#include "message.h"

/* A column inside of a line end, or of a code point, is none. */
static void walk(kt_str text, columns count) {
    position_cursor c = {text, count, 0, {0, 0}};
    for (size_t at = 0; at <= text.len; at++) {
        bool inside = at < text.len && (text.ptr[at] & 0xC0) == 0x80;
        bool in_end = at > 0 && at < text.len && text.ptr[at - 1] == '\r' && text.ptr[at] == '\n';
        position p = position_of(&c, at);
        if (!inside && !in_end && at < 200) MUST(offset_of(text, count, p) == at);
    }
    MUST(offset_of(text, count, (position){SIZE_MAX, 0}) == text.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    kt_str in = {(const char *)data, size};
    message m;
    bool read = message_read(in, &m);
    if (read && m.id.len > 0) MUST(m.id.ptr >= in.ptr && m.id.ptr + m.id.len <= in.ptr + in.len);
    MUST(m.has_method || m.method.len == 0);
    message_free(&m);
    if (kti_utf8_check(in, 0) == in.len) {
        walk(in, COLUMNS_UTF16);
        walk(in, COLUMNS_UTF8);
    }
    return 0;
}
