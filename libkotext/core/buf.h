/* buf.h - bytes that grow. A failed append sets `failed` and later appends do nothing, so a
 * writer checks once at the end. */
#ifndef KTI_CORE_BUF_H
#define KTI_CORE_BUF_H

#include <stdbool.h>

#include "core/alloc.h"

typedef struct kti_buf {
    kt_alloc alloc;
    char *ptr;
    size_t len;
    size_t capacity;
    bool failed;
} kti_buf;

void kti_buf_init(kti_buf *buf, const kt_alloc *alloc);
void kti_buf_free(kti_buf *buf);
void kti_buf_clear(kti_buf *buf); /* keeps the memory */

void kti_buf_add(kti_buf *buf, const void *bytes, size_t len);
void kti_buf_add_str(kti_buf *buf, kt_str str);
void kti_buf_add_cstr(kti_buf *buf, const char *text);
void kti_buf_add_byte(kti_buf *buf, char byte);
void kti_buf_add_cp(kti_buf *buf, uint32_t code_point); /* as UTF-8 */
void kti_buf_add_uint(kti_buf *buf, uint64_t value);    /* in decimal */

/* Makes room for `len` more bytes and returns where they go; NULL when out of memory. The caller
 * writes them and adds to `len` itself. */
char *kti_buf_reserve(kti_buf *buf, size_t len);

kt_str kti_buf_str(const kti_buf *buf);
kt_status kti_buf_status(const kti_buf *buf); /* KT_OK or KT_ERR_NOMEM */

#endif
