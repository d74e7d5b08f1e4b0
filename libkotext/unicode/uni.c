#include "unicode/uni_private.h"

#include <stddef.h>

#include <utf8proc.h>

#ifdef KTI_WITH_ICU
#include <unicode/uvernum.h>
#endif

kt_status kti_uni_new(const kt_alloc *alloc, kti_uni **out) {
    *out = kti_alloc_zeroed(alloc, sizeof **out);
    if (*out == NULL) return KT_ERR_NOMEM;
    (*out)->alloc = *alloc;
    return KT_OK;
}

#ifdef KTI_WITH_ICU
const kti_icu *kti_uni_icu(kti_uni *uni) {
    if (!uni->icu_found) uni->icu_found = kti_icu_find(&uni->icu);
    return uni->icu_found ? &uni->icu : NULL;
}

static void close_services(kti_uni *uni) {
    for (int i = 0; i < KTI_BREAK_KINDS; i++) {
        if (uni->breaks[i] != NULL) uni->icu.ubrk_close(uni->breaks[i]);
        if (uni->texts[i] != NULL) uni->icu.utext_close(uni->texts[i]);
    }
    for (int i = 0; i < KTI_CONVERTERS; i++)
        if (uni->converters[i] != NULL) uni->icu.ucnv_close(uni->converters[i]);
    kti_cp949_free(uni);
}
#else
static void close_services(kti_uni *uni) {
    (void)uni;
}
#endif

void kti_uni_free(kti_uni *uni) {
    if (uni == NULL) return;
    kt_alloc alloc = uni->alloc;
    close_services(uni);
    kti_alloc_free(&alloc, uni, sizeof *uni);
}

#define TEXT_OF(number)     #number
#define VERSION_OF(a, b, c) TEXT_OF(a) "." TEXT_OF(b) "." TEXT_OF(c)
#define UTF8PROC_TEXT                                                                              \
    VERSION_OF(UTF8PROC_VERSION_MAJOR, UTF8PROC_VERSION_MINOR, UTF8PROC_VERSION_PATCH)

const char *kti_uni_versions(void) {
#ifdef KTI_WITH_ICU
    return "ICU " U_ICU_VERSION ", utf8proc " UTF8PROC_TEXT ", uchardet";
#else
    return "utf8proc " UTF8PROC_TEXT ", without ICU";
#endif
}
