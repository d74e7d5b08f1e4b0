/* icu.h - the functions of ICU and uchardet that are used, found when first needed.
 *
 * Both libraries are large: to load and relocate them takes longer than to romanize a page. So what
 * works without them does not load them. With KOTEXT_LAZY_ICU=OFF they are linked as usual.
 */
#ifndef KTI_UNICODE_ICU_H
#define KTI_UNICODE_ICU_H

#include <stdbool.h>

#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/utext.h>

#include <uchardet/uchardet.h>

/* F(result, name, parameters) for each; ICU's headers make the names those of its version. */
#define KTI_ICU_UC(F)                                                                              \
    F(UBreakIterator *, ubrk_open,                                                                 \
      (UBreakIteratorType, const char *, const UChar *, int32_t, UErrorCode *))                    \
    F(void, ubrk_setUText, (UBreakIterator *, UText *, UErrorCode *))                              \
    F(int32_t, ubrk_first, (UBreakIterator *))                                                     \
    F(int32_t, ubrk_next, (UBreakIterator *))                                                      \
    F(void, ubrk_close, (UBreakIterator *))                                                        \
    F(UText *, utext_openUTF8, (UText *, const char *, int64_t, UErrorCode *))                     \
    F(UText *, utext_close, (UText *))                                                             \
    F(UConverter *, ucnv_open, (const char *, UErrorCode *))                                       \
    F(void, ucnv_close, (UConverter *))                                                            \
    F(void, ucnv_reset, (UConverter *))                                                            \
    F(const char *, ucnv_getName, (const UConverter *, UErrorCode *))                              \
    F(const char *, ucnv_getAlias, (const char *, uint16_t, UErrorCode *))                         \
    F(void, ucnv_setToUCallBack,                                                                   \
      (UConverter *, UConverterToUCallback, const void *, UConverterToUCallback *, const void **,  \
       UErrorCode *))                                                                              \
    F(void, ucnv_setFromUCallBack,                                                                 \
      (UConverter *, UConverterFromUCallback, const void *, UConverterFromUCallback *,             \
       const void **, UErrorCode *))                                                               \
    F(void, ucnv_toUnicode,                                                                        \
      (UConverter *, UChar **, const UChar *, const char **, const char *, int32_t *, UBool,       \
       UErrorCode *))                                                                              \
    F(void, ucnv_getInvalidChars, (const UConverter *, char *, int8_t *, UErrorCode *))            \
    F(void, ucnv_fromUnicode,                                                                      \
      (UConverter *, char **, const char *, const UChar **, const UChar *, int32_t *, UBool,       \
       UErrorCode *))                                                                              \
    F(void, ucnv_getInvalidUChars, (const UConverter *, UChar *, int8_t *, UErrorCode *))          \
    F(int32_t, ucnv_toUChars,                                                                      \
      (UConverter *, UChar *, int32_t, const char *, int32_t, UErrorCode *))                       \
    F(void, UCNV_TO_U_CALLBACK_STOP,                                                               \
      (const void *, UConverterToUnicodeArgs *, const char *, int32_t, UConverterCallbackReason,   \
       UErrorCode *))                                                                              \
    F(void, UCNV_FROM_U_CALLBACK_STOP,                                                             \
      (const void *, UConverterFromUnicodeArgs *, const UChar *, int32_t, UChar32,                 \
       UConverterCallbackReason, UErrorCode *))

#define KTI_ICU_I18N(F)                                                                            \
    F(UCharsetDetector *, ucsdet_open, (UErrorCode *))                                             \
    F(void, ucsdet_setText, (UCharsetDetector *, const char *, int32_t, UErrorCode *))             \
    F(const UCharsetMatch *, ucsdet_detect, (UCharsetDetector *, UErrorCode *))                    \
    F(const char *, ucsdet_getName, (const UCharsetMatch *, UErrorCode *))                         \
    F(int32_t, ucsdet_getConfidence, (const UCharsetMatch *, UErrorCode *))                        \
    F(void, ucsdet_close, (UCharsetDetector *))

#define KTI_UCHARDET(F)                                                                            \
    F(uchardet_t, uchardet_new, (void))                                                            \
    F(int, uchardet_handle_data, (uchardet_t, const char *, size_t))                               \
    F(void, uchardet_data_end, (uchardet_t))                                                       \
    F(const char *, uchardet_get_charset, (uchardet_t))                                            \
    F(void, uchardet_delete, (uchardet_t))

// NOLINTNEXTLINE(bugprone-macro-parentheses): a declaration
#define KTI_FIELD(result, name, parameters) result(*name) parameters;

typedef struct kti_icu {
    KTI_ICU_UC(KTI_FIELD)
} kti_icu;

typedef struct kti_detectors {
    KTI_ICU_I18N(KTI_FIELD)
    KTI_UCHARDET(KTI_FIELD)
} kti_detectors;

/* Fill all fields; false when a library or a function is not there. What is loaded stays. */
bool kti_icu_find(kti_icu *icu);
bool kti_detectors_find(kti_detectors *detectors);

#endif
