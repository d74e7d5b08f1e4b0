/* alloc.h - memory as a value: every owner keeps a copy of its kt_alloc. */
#ifndef KTI_CORE_ALLOC_H
#define KTI_CORE_ALLOC_H

#include "kotext/base.h"

/* The C library's heap. */
kt_alloc kti_alloc_libc(void);

/* `*alloc`, or the C library's heap for NULL. */
kt_alloc kti_alloc_or_libc(const kt_alloc *alloc);

void *kti_alloc_get(const kt_alloc *alloc, size_t size);
void *kti_alloc_zeroed(const kt_alloc *alloc, size_t size);
void kti_alloc_free(const kt_alloc *alloc, void *ptr, size_t size);

/* Grows the array `*items` of `*capacity` items of `size` bytes to hold `need`, at least doubling.
 * KT_ERR_NOMEM leaves all as it was. */
kt_status kti_alloc_grow(const kt_alloc *alloc, void **items, size_t *capacity, size_t size,
                         size_t need);

#endif
