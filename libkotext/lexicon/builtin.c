#include "lexicon/builtin.h"

/* Set by builtin.S; weak here, so that the host tool links without the data it makes. */
extern const char kti_builtin_begin[] __attribute__((weak, visibility("hidden")));
extern const char kti_builtin_end[] __attribute__((weak, visibility("hidden")));

kt_str kti_builtin_data(void) {
    if (kti_builtin_begin == NULL) return (kt_str){NULL, 0};
    return (kt_str){kti_builtin_begin, (size_t)(kti_builtin_end - kti_builtin_begin)};
}
