#include "lexicon/builtin.h"

/* Set by builtin.S. */
extern const char kti_builtin_begin[] __attribute__((visibility("hidden")));
extern const char kti_builtin_end[] __attribute__((visibility("hidden")));

kt_str kti_builtin_data(void) {
    return (kt_str){kti_builtin_begin, (size_t)(kti_builtin_end - kti_builtin_begin)};
}
