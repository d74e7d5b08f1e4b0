/* uni_private.h - what a kti_uni holds, for the files of this folder. */
#ifndef KTI_UNICODE_UNI_PRIVATE_H
#define KTI_UNICODE_UNI_PRIVATE_H

#include "unicode/uni.h"

#ifdef KTI_WITH_ICU
#include "unicode/icu.h"
#endif

enum { KTI_BREAK_KINDS = 4, KTI_CONVERTERS = 4 };

struct kti_cp949;
void kti_cp949_free(kti_uni *uni);

struct kti_uni {
    kt_alloc alloc;
#ifdef KTI_WITH_ICU
    kti_icu icu;    /* filled by kti_uni_icu() */
    bool icu_found; /* ... and it was there */
    UBreakIterator *breaks[KTI_BREAK_KINDS];
    UText *texts[KTI_BREAK_KINDS];
    UConverter *converters[KTI_CONVERTERS]; /* the last ones used, newest first */
    struct kti_cp949 *cp949;                /* cp949.c: NULL until it is worth it */
#endif
    kt_str grapheme_text; /* without ICU: where grapheme iteration stands */
    size_t grapheme_at;
};

#ifdef KTI_WITH_ICU
/* ICU's functions; NULL when it cannot be loaded. */
const kti_icu *kti_uni_icu(kti_uni *uni);
#endif

#endif
