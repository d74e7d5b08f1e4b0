#include "unicode/breaks.h"

#include "core/status.h"
#include "unicode/props.h"
#include "unicode/uni_private.h"

#ifdef KTI_WITH_ICU

static const UBreakIteratorType types[KTI_BREAK_KINDS] = {UBRK_CHARACTER, UBRK_WORD, UBRK_SENTENCE,
                                                          UBRK_LINE};

/* The root locale: results must not depend on the machine, and ICU has no Korean tailoring. */
static kt_status open_iterator(kti_uni *uni, kti_break_kind kind) {
    UErrorCode error = U_ZERO_ERROR;
    if (uni->breaks[kind] != NULL) return KT_OK;
    if (kti_uni_icu(uni) == NULL) return KT_ERR_UNSUPPORTED;
    uni->breaks[kind] = uni->icu.ubrk_open(types[kind], "", NULL, 0, &error);
    if (U_SUCCESS(error)) return KT_OK;
    uni->breaks[kind] = NULL;
    return error == U_MEMORY_ALLOCATION_ERROR ? KT_ERR_NOMEM : KT_ERR_UNSUPPORTED;
}

kt_status kti_breaks_start(kti_uni *uni, kti_break_kind kind, kt_str text) {
    UErrorCode error = U_ZERO_ERROR;
    if (text.len > INT32_MAX) return KT_ERR_TOO_LARGE;
    KTI_TRY(open_iterator(uni, kind));
    UText *over = uni->icu.utext_openUTF8(uni->texts[kind], text.ptr == NULL ? "" : text.ptr,
                                          (int64_t)text.len, &error);
    if (U_FAILURE(error)) return KT_ERR_NOMEM;
    uni->texts[kind] = over;
    uni->icu.ubrk_setUText(uni->breaks[kind], over, &error);
    if (U_FAILURE(error)) return KT_ERR_NOMEM;
    uni->icu.ubrk_first(uni->breaks[kind]);
    return KT_OK;
}

int64_t kti_breaks_next(kti_uni *uni, kti_break_kind kind) {
    int32_t next = uni->icu.ubrk_next(uni->breaks[kind]);
    return next == UBRK_DONE ? KTI_BREAK_DONE : next;
}

#else

kt_status kti_breaks_start(kti_uni *uni, kti_break_kind kind, kt_str text) {
    if (kind != KTI_BREAK_GRAPHEME) return KT_ERR_UNSUPPORTED;
    uni->grapheme_text = text;
    uni->grapheme_at = 0;
    return KT_OK;
}

int64_t kti_breaks_next(kti_uni *uni, kti_break_kind kind) {
    if (kind != KTI_BREAK_GRAPHEME || uni->grapheme_at >= uni->grapheme_text.len)
        return KTI_BREAK_DONE;
    uni->grapheme_at = kti_grapheme_next(uni->grapheme_text, uni->grapheme_at);
    return (int64_t)uni->grapheme_at;
}

#endif
