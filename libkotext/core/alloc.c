#include "core/alloc.h"

#include <stdlib.h>
#include <string.h>

static void *libc_resize(void *ctx, void *ptr, size_t old_size, size_t new_size) {
    (void)ctx;
    (void)old_size;
    if (new_size == 0) {
        free(ptr);
        return NULL;
    }
    return realloc(ptr, new_size);
}

kt_alloc kti_alloc_libc(void) {
    return (kt_alloc){libc_resize, NULL};
}

kt_alloc kti_alloc_or_libc(const kt_alloc *alloc) {
    return alloc != NULL ? *alloc : kti_alloc_libc();
}

void *kti_alloc_get(const kt_alloc *alloc, size_t size) {
    return alloc->resize(alloc->ctx, NULL, 0, size);
}

void *kti_alloc_zeroed(const kt_alloc *alloc, size_t size) {
    void *ptr = kti_alloc_get(alloc, size);
    if (ptr != NULL) memset(ptr, 0, size);
    return ptr;
}

void kti_alloc_free(const kt_alloc *alloc, void *ptr, size_t size) {
    if (ptr != NULL) alloc->resize(alloc->ctx, ptr, size, 0);
}

kt_status kti_alloc_grow(const kt_alloc *alloc, void **items, size_t *capacity, size_t size,
                         size_t need) {
    if (need <= *capacity) return KT_OK;
    if (need > SIZE_MAX / 2 / size) return KT_ERR_NOMEM;
    size_t wanted = *capacity * 2 > need ? *capacity * 2 : need;
    void *moved = alloc->resize(alloc->ctx, *items, *capacity * size, wanted * size);
    if (moved == NULL) return KT_ERR_NOMEM;
    *items = moved;
    *capacity = wanted;
    return KT_OK;
}
