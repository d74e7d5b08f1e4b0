#include "core/status.h"

const char *kt_status_name(kt_status status) {
    switch (status) {
    case KT_OK:
        return "ok";
    case KT_ERR_NOMEM:
        return "out of memory";
    case KT_ERR_ARG:
        return "bad argument";
    case KT_ERR_UTF8:
        return "ill-formed UTF-8";
    case KT_ERR_TOO_LARGE:
        return "too large";
    case KT_ERR_SYNTAX:
        return "syntax error";
    case KT_ERR_DATA:
        return "bad data file";
    case KT_ERR_IO:
        return "input/output error";
    case KT_ERR_UNSUPPORTED:
        return "not supported";
    case KT_ERR_ENCODING:
        return "bad encoding";
    }
    return "unknown status";
}

kt_status kti_fail(kt_error *err, kt_status status, size_t offset, const char *message) {
    if (err != NULL) *err = (kt_error){status, offset, 0, message};
    return status;
}

kt_status kti_fail_line(kt_error *err, kt_status status, size_t offset, size_t line,
                        const char *message) {
    if (err != NULL) *err = (kt_error){status, offset, line, message};
    return status;
}
