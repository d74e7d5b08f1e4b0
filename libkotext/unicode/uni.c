#include "unicode/uni.h"

struct kti_uni {
    kt_alloc alloc;
};

kt_status kti_uni_new(const kt_alloc *alloc, kti_uni **out) {
    *out = kti_alloc_zeroed(alloc, sizeof **out);
    if (*out == NULL) return KT_ERR_NOMEM;
    (*out)->alloc = *alloc;
    return KT_OK;
}

void kti_uni_free(kti_uni *uni) {
    if (uni == NULL) return;
    kt_alloc alloc = uni->alloc;
    kti_alloc_free(&alloc, uni, sizeof *uni);
}

const char *kti_uni_versions(void) {
    return "utf8proc";
}
