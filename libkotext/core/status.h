/* status.h - fail with details. */
#ifndef KTI_CORE_STATUS_H
#define KTI_CORE_STATUS_H

#include "kotext/base.h"

/* Fills `err` when it is not NULL and returns `status`. `message` is static text. */
kt_status kti_fail(kt_error *err, kt_status status, size_t offset, const char *message);
kt_status kti_fail_line(kt_error *err, kt_status status, size_t offset, size_t line,
                        const char *message);

/* Returns the status of a failed expression to the caller. */
#define KTI_TRY(expression)                                                                        \
    do {                                                                                           \
        kt_status kti_try_status_ = (expression);                                                  \
        if (kti_try_status_ != KT_OK) return kti_try_status_;                                      \
    } while (0)

#endif
