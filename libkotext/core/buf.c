#include "core/buf.h"

#include <string.h>

#include "core/utf8.h"

void kti_buf_init(kti_buf *buf, const kt_alloc *alloc) {
    *buf = (kti_buf){.alloc = kti_alloc_or_libc(alloc)};
}

void kti_buf_free(kti_buf *buf) {
    kti_alloc_free(&buf->alloc, buf->ptr, buf->capacity);
    buf->ptr = NULL;
    buf->len = buf->capacity = 0;
}

void kti_buf_clear(kti_buf *buf) {
    buf->len = 0;
    buf->failed = false;
}

char *kti_buf_reserve(kti_buf *buf, size_t len) {
    void *items = buf->ptr;
    if (buf->failed) return NULL;
    if (len > SIZE_MAX - buf->len ||
        kti_alloc_grow(&buf->alloc, &items, &buf->capacity, 1, buf->len + len) != KT_OK) {
        buf->failed = true;
        return NULL;
    }
    buf->ptr = items;
    return buf->ptr == NULL ? NULL : buf->ptr + buf->len;
}

void kti_buf_add(kti_buf *buf, const void *bytes, size_t len) {
    char *to = len == 0 ? NULL : kti_buf_reserve(buf, len);
    if (to == NULL) return;
    memcpy(to, bytes, len);
    buf->len += len;
}

void kti_buf_add_str(kti_buf *buf, kt_str str) {
    kti_buf_add(buf, str.ptr, str.len);
}

void kti_buf_add_cstr(kti_buf *buf, const char *text) {
    kti_buf_add(buf, text, strlen(text));
}

void kti_buf_add_byte(kti_buf *buf, char byte) {
    kti_buf_add(buf, &byte, 1);
}

void kti_buf_add_cp(kti_buf *buf, uint32_t code_point) {
    char bytes[4];
    kti_buf_add(buf, bytes, kti_utf8_encode(code_point, bytes));
}

void kti_buf_add_uint(kti_buf *buf, uint64_t value) {
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value != 0);
    kti_buf_add(buf, digits + at, sizeof digits - at);
}

kt_str kti_buf_str(const kti_buf *buf) {
    return (kt_str){buf->ptr, buf->len};
}

kt_status kti_buf_status(const kti_buf *buf) {
    return buf->failed ? KT_ERR_NOMEM : KT_OK;
}
